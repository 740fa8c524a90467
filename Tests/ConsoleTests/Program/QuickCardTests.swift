import Foundation
import Office
import Procedure
import Terminal
import Testing

@testable import Console

/// The quick cards say what the screens do, and fit on one page.
@Suite("Quick cards")
struct QuickCardTests {
  /// The manual's tables, which are made from the actions: heading, keys, title.
  private static let manual: [(heading: String, keys: String, title: String)] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Console/Console.docc/手册.md").standardized
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var (heading, rows): (String, [(String, String, String)]) = ("", [])
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("#### ") { heading = String(line.dropFirst(5)) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if line.hasPrefix("|"), cells.count == 3 { rows.append((heading, cells[0], cells[1])) }
      if line.hasPrefix("|"), cells.count == 2 { rows.append((heading, "", cells[0])) }
    }
    return rows.map { (heading: $0.0, keys: $0.1, title: $0.2) }
  }()

  @Test(
    "every key of a card is one that its screen declares, under its name",
    arguments: QuickCard.Role.allCases)
  func keys(_ role: QuickCard.Role) {
    let card = QuickCard(role)
    #expect(card.role == role && !card.keys.isEmpty)
    for key in card.keys {
      let place = key.screen?.title.zh ?? "通用"
      let isThere = Self.manual.contains {
        $0.heading.hasPrefix(place) && $0.keys == key.keys && $0.title == key.title
      }
      #expect(isThere, "\(place) \(key.keys) \(key.title)")
    }
  }

  @Test("what a card names in 「」 is an action or an act", arguments: QuickCard.Role.allCases)
  func names(_ role: QuickCard.Role) {
    let card = QuickCard(role)
    let acts = Set(CaseActName.allCases.map(\.act.title.zh)).union(Self.manual.map(\.title))
    for text in card.steps + card.notes {
      for match in text.matches(of: #/「([^」]+)」/#) {
        #expect(acts.contains(String(match.1)), "\(match.1)")
      }
    }
  }

  @Test(
    "F1, then Ctrl-P writes the card of one's own role",
    arguments: [
      ("chenmi", [QuickCard.Role.secretariat]), ("zhaoyi", [.leader, .reviewer]),
      ("hejian", [.supervision]), ("shenbin", [.district]),
      ("zhengqi", [.leader, .reviewer, .onsite]),
    ])
  func fromHelp(_ name: String, _ roles: [QuickCard.Role]) throws {
    let rig = try Rig(.scored)
    try rig.signIn(PersonID(name))
    #expect(QuickCard.Role.own(rig.backstage.console.context) == roles)
    rig.press(.function(1))
    #expect(rig.text.contains("Ctrl-P 速查卡…"))
    rig.press(.control("p"))
    #expect(rig.backstage.console.focusName == "form/card", "\(rig.text)")
    rig.press(.function(5))
    let file = rig.home.appendingPathComponent("速查卡.docx")
    let lines = try DocumentReading(in: .here)
      .manuscript(of: Data(contentsOf: file), named: "速查卡.docx").lines
    #expect(lines.contains { $0.text.contains("\(roles[0].title.zh)速查卡") })
    #expect(rig.backstage.console.focusName != "form/card")
    // A name that is there is asked about; another ending is refused in its field.
    rig.press(.function(1), .control("p"), .function(5))
    #expect(rig.text.contains("替换文件"), "\(rig.text)")
  }

  @Test("in the help over a form Ctrl-P leaves the form as it is")
  func overForm() throws {
    let rig = try Rig(.scored)
    try rig.signIn("chenmi")
    rig.go(.terms, nil)
    rig.press(.right, .right, .function(4))
    #expect(rig.backstage.console.focusName == "form/meeting")
    rig.press(.function(1), .control("p"), .escape)
    #expect(rig.backstage.console.focusName == "form/meeting", "\(rig.text)")
  }

  @Test("a card is written once, as what its name ends in")
  func written() throws {
    let home = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-card-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let folders = Folders(home: home.path, current: home.path)
    let card = QuickCard(.leader)
    #expect(QuickCard.Kind(typed: "卡.DOCX") == .docx && QuickCard.Kind(typed: "卡.pdf") == nil)
    let said = try card.write(as: .txt, to: "卡.txt", in: folders)
    #expect(said.zh.contains("卡.txt"))
    let text = try String(contentsOf: home.appendingPathComponent("卡.txt"), encoding: .utf8)
    #expect(text.contains("组长速查卡") && text.contains("记录讨论"))
    #expect(throws: Folders.Fault.self) { try card.write(as: .txt, to: "卡.txt", in: folders) }
  }

  private static let programs = ["/usr/bin/soffice", "/usr/bin/pdfinfo", "/usr/bin/pdftotext"]
  private static let canMeasure = programs.allSatisfy(FileManager.default.isExecutableFile)

  @Test(
    "a card is one A4 page with all its keys",
    .enabled(
      if: canMeasure, "left out: LibreOffice or poppler-utils is missing"),
    arguments: QuickCard.Role.allCases)
  func onePage(_ role: QuickCard.Role) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-card-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paper = folder.appendingPathComponent("card.docx")
    try QuickCard(role).bytes(as: .docx).write(to: paper)
    try run(
      Self.programs[0],
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
        "pdf", "--outdir", folder.path, paper.path,
      ])
    let pdf = folder.appendingPathComponent("card.pdf")
    if let kept = ProcessInfo.processInfo.environment["PINGSHEN_KEEP"] {
      try Data(contentsOf: pdf).write(
        to: URL(fileURLWithPath: kept).appendingPathComponent("card-\(role.rawValue).pdf"))
    }
    let facts = try run(Self.programs[1], [pdf.path])
    #expect(facts.contains(#/Pages: +1\n/#), "\(facts)")
    #expect(facts.contains("A4"), "\(facts)")
    let words = try run(Self.programs[2], ["-layout", pdf.path, "-"])
      .filter { !$0.isWhitespace }
    for key in QuickCard(role).keys {
      // Beside each other in a narrow column they are broken.
      for part in key.keys.split(separator: " ") { #expect(words.contains(part), "\(key.keys)") }
    }
  }

  @discardableResult
  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
