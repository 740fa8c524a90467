import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// What applicants write in Word comes back whole: the demo's three self-evaluations as .docx by
/// LibreOffice, taken from a stick as sticks are.
@Suite("What came on a stick is all there", .serialized)
struct StickRoundTripTests {
  private static let soffice = "/usr/bin/soffice"
  private static let hasOffice = FileManager.default.isExecutableFile(atPath: soffice)
  private static let packers = [
    "/usr/bin/7zz", "/usr/bin/7z", "/usr/bin/7za", "/usr/local/bin/7zz",
  ]
  private static let packer = packers.first(where: FileManager.default.isExecutableFile(atPath:))
  private static let withoutOffice: Testing.Comment = "left out where LibreOffice is not installed"
  private static let withoutPacker: Testing.Comment = "left out where 7zip is not installed"

  /// Whose self-evaluation goes to which application, which has none yet.
  private static let cases = [
    ("HZ26-0007", "HZ26-0010"), ("HZ26-0031", "HZ26-0011"), ("HZ26-0044", "HZ26-0006"),
  ]
  private static let rubbish = ["Thumbs.db", "desktop.ini", ".DS_Store", "~$自评报告.docx"]

  private static func source(_ id: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("fixtures/demo/material/\(id)/self-evaluation.md")
  }

  private func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program) \(arguments)")
  }

  /// A text with headings and tables as a page that an office program reads.
  private static func page(_ text: String) -> String {
    func plain(_ text: some StringProtocol) -> String {
      text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
    }
    var body = ""
    var rows: [String] = []
    func closeTable() {
      if !rows.isEmpty { body += "<table>\(rows.joined())</table>\n" }
      rows = []
    }
    for line in text.lines {
      if line.hasPrefix("|") {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        if cells.allSatisfy({ $0.allSatisfy { "-:".contains($0) } }) { continue }
        rows.append("<tr>" + cells.map { "<td>\(plain($0))</td>" }.joined() + "</tr>")
        continue
      }
      closeTable()
      let level = line.prefix { $0 == "#" }.count
      let words = plain(line.dropFirst(level).trimmingCharacters(in: .whitespaces))
      if level > 0 {
        body += "<h\(level)>\(words)</h\(level)>\n"
      } else if !words.isEmpty {
        body += "<p>\(words)</p>\n"
      }
    }
    closeTable()
    return "<html><head><meta charset=\"utf-8\"></head><body>\(body)</body></html>"
  }

  /// The three documents as LibreOffice writes them, by the case that wrote them.
  private func documents(_ folder: TemporaryDirectory) throws -> [String: URL] {
    var paths: [String] = []
    for (id, _) in Self.cases {
      let text = String(decoding: try Data(contentsOf: Self.source(id)), as: UTF8.self)
      paths.append(folder.path("\(id).html"))
      try Data(Self.page(text).utf8).write(to: URL(fileURLWithPath: folder.path("\(id).html")))
    }
    try run(
      Self.soffice,
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
        "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
        folder.path,
      ] + paths)
    return Dictionary(
      uniqueKeysWithValues: Self.cases.map {
        ($0.0, URL(fileURLWithPath: folder.path("\($0.0).docx")))
      })
  }

  /// A picture of a scanned page, each another one.
  private static func scan(_ number: Int) -> Data {
    var data = Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]) + Data("JFIF\0scan \(number)".utf8)
    data += Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) })
    return data + Data([0xFF, 0xD9])
  }

  private struct Count { var scans: [String: Int] = [:] }

  /// The stick: a folder for each application, scans by number, title and items, and what Windows,
  /// macOS and Word leave behind.
  private func stick(_ documents: [String: URL], scans: Int) throws -> (TemporaryDirectory, Count) {
    let folder = try TemporaryDirectory()
    let items = Edition.shipped.items
    var count = Count()
    func put(_ path: String, _ data: Data) throws {
      let url = URL(fileURLWithPath: folder.path(path))
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }
    for (place, (source, target)) in Self.cases.enumerated() {
      let own = "\(target) 申报材料"
      try put("\(own)/自评报告（定稿）.docx", try Data(contentsOf: #require(documents[source])))
      for name in Self.rubbish { try put("\(own)/\(name)", Data("x".utf8)) }
      try put("\(own)/证实性材料/空白.jpg", Data())
      for number in stride(from: place, to: scans, by: Self.cases.count) {
        let ordinal = number / Self.cases.count + 1
        let item = items[ordinal % items.count].id
        try put(
          "\(own)/证实性材料/附件\(ordinal)：\(item) 佐证第\(ordinal)份（盖章版）.jpg", Self.scan(number))
        count.scans[target] = ordinal
      }
    }
    return (folder, count)
  }

  private func expectAll(_ store: DemoStore, _ count: Count, _ said: String) throws {
    let opened = try Store(opening: URL(fileURLWithPath: store.path))
    let office = try opened.signIn("chenmi", passphrase: "demo")
    for (source, target) in Self.cases {
      let dossier = try opened.dossier(CaseID(target), by: office)
      let report = dossier.documents.filter { $0.kind == .selfEvaluation && $0.original != nil }
      #expect(report.count == 1, "\(target): \(said)")
      #expect(report.first?.sections == Edition.shipped.items.map(\.id.rawValue), "\(target)")
      let text = String(decoding: try Data(contentsOf: Self.source(source)), as: UTF8.self)
      let written = CharacterCount.of(
        text.lines.filter { !$0.hasPrefix("|--") && !$0.hasPrefix("|:") && !$0.hasPrefix("| --") }
          .joined(separator: "\n"))
      let difference = abs((report.first?.characters ?? 0) - written)
      #expect(
        difference * 200 < written, "\(target): \(report.first?.characters ?? 0) of \(written)")
      let scans = dossier.documents.filter { $0.kind == .evidence && $0.original != nil }
      #expect(scans.count == count.scans[target], "\(target)")
      #expect(scans.compactMap(\.ordinal).sorted() == (0..<scans.count).map { $0 + 1 }, "\(target)")
      #expect(scans.allSatisfy { $0.items?.count == 1 }, "\(target)")
    }
    #expect(try opened.check(by: office).isSound)
  }

  private func take(_ store: DemoStore, _ path: String) throws -> CommandRun {
    let run = try runCommand(
      ["take", store.path, path, "--as", "chenmi", "--yes"], env: ["PINGSHEN_PASSPHRASE": "demo"])
    #expect(run.status == .code(0), "\(run)")
    #expect(!run.stdout.contains("缺条款") && !run.stdout.contains("看不出"), "\(run)")
    // What is left out is the rubbish and nothing else.
    let left = run.stdout.lines.filter { $0.contains("未取：") }.flatMap { $0.split(separator: "、") }
    #expect(
      left.allSatisfy { name in
        (Self.rubbish + ["空白.jpg"]).contains { name.contains($0) }
      }, "\(left)")
    return run
  }

  @Test(
    "every item found, every piece of evidence indexed, nothing left out, in one command",
    .enabled(if: hasOffice, withoutOffice))
  func folder() throws {
    let work = try TemporaryDirectory()
    let (stick, count) = try stick(documents(work), scans: 200)
    let store = try DemoStore.application()
    try expectAll(store, count, take(store, stick.path).stdout)
  }

  @Test(
    "the same from a .7z as its program writes it",
    .enabled(if: hasOffice, withoutOffice), .enabled(if: packer != nil, withoutPacker))
  func archive() throws {
    let work = try TemporaryDirectory()
    let (stick, count) = try stick(documents(work), scans: 30)
    let archive = work.path("申报材料.7z")
    try run(try #require(Self.packer), ["a", "-bd", archive, stick.path + "/."])
    let store = try DemoStore.application()
    try expectAll(store, count, take(store, archive).stdout)
  }
}
