import Criteria
import Demo
import Foundation
import Office
import Procedure
import Reports
import Store
import Terminal
import Testing

@testable import Console

/// A review leaves as a score sheet and comes back into its reviewer's own draft, or not at all.
@Suite("Score sheets of the review")
struct ScoreSheetFlowTests {
  private static let id = CaseID("HZ26-0031")
  private static let me = PersonID("zhaoyi")

  private func rig() throws -> Rig {
    let rig = try Rig(.scored)
    try rig.signIn(Self.me)
    rig.go(.review, Self.id)
    return rig
  }

  private func own(_ rig: Rig) throws -> OwnScoreSheet {
    try OwnScoreSheet(
      of: Self.id, in: rig.backstage.store, by: try #require(rig.backstage.session))
  }

  /// The draft with two marks and a comment that it has not.
  private func changed(_ sheet: Sheet) throws -> Sheet {
    var sheet = sheet
    sheet.items["4.1.2"] = ItemReview(mark: .percentage(try #require(Percentage(95))))
    sheet.items["4.1.2"]?.comments = [Comment(.opportunity, "未见对标", doubled: true)]
    sheet.items["4.7.5"] = ItemReview(mark: .abstained(reason: "资料不全"))
    return sheet
  }

  /// Writes a sheet that was filled into the rig's home.
  private func bring(_ sheet: Sheet, _ form: ScoreSheet, _ rig: Rig) throws {
    try form.xlsx(filledWith: sheet, created: Date(timeIntervalSince1970: 1_795_000_000))
      .write(to: rig.home.appendingPathComponent("in.xlsx"))
  }

  /// Reads what was brought, by the screen.
  private func take(_ rig: Rig) {
    rig.backstage.carryOut(rig.backstage.console.press("readSheet"))
    rig.type("~/in.xlsx")
    rig.press(.function(5))
  }

  @Test("Ctrl-P writes the sheet once, readable by its owner alone, and says who can read it")
  func out() throws {
    let rig = try rig()
    rig.press(.control("p"))
    #expect(rig.backstage.console.focusName == "form/writeSheet", "\(rig.text)")
    #expect(rig.text.contains("谁拿到文件都能看到"))
    rig.press(.function(5))
    #expect(rig.text.contains("评审表已写到"), "\(rig.text)")
    let names = try FileManager.default.contentsOfDirectory(atPath: rig.home.path)
    #expect(names == ["评审表-HZ26-0031.xlsx"])
    let path = rig.home.appendingPathComponent(names[0])
    let mode = try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let own = try own(rig)
    let reading = try own.form.read(try Data(contentsOf: path))
    #expect(reading.sheet.percentages == own.draft.percentages && !reading.cells.isEmpty)
    rig.press(.control("p"), .function(5))
    #expect(rig.backstage.console.focusName == "question/replace")
  }

  @Test("a filled sheet is asked about cell by cell, then taken, and can be undone")
  func back() throws {
    let rig = try rig()
    let (form, draft) = (try own(rig).form, try own(rig).draft)
    try bring(try changed(draft), form, rig)
    take(rig)
    #expect(rig.backstage.console.focusName == "question/sheet", "\(rig.text)")
    #expect(rig.text.contains("4.1.2 百分比：95") && rig.text.contains("4.7.5 弃评：资料不全"), "\(rig.text)")
    #expect(try own(rig).draft == draft)
    rig.press(.escape)
    #expect(try own(rig).draft == draft)
    take(rig)
    rig.press(.function(8))
    let taken = try own(rig).draft
    #expect(taken.items["4.1.2"]?.mark == .percentage(try #require(Percentage(95))))
    #expect(taken.items["4.7.5"]?.mark == .abstained(reason: "资料不全"))
    #expect(
      taken.items["4.1.2"]?.comments.contains(Comment(.opportunity, "未见对标", doubled: true)) == true)
    // What the sheet does not carry stays.
    #expect(taken.items["4.1.2"]?.bands == draft.items["4.1.2"]?.bands)
    for (item, review) in draft.items where !["4.1.2", "4.7.5"].contains(item.rawValue) {
      #expect(taken.items[item] == review, "\(item)")
    }
    #expect(rig.text.contains("还没有提交"))
    rig.press(.function(9), .function(9), .function(9))
    rig.pass(milliseconds: 1000)
    #expect(try own(rig).draft.items["4.7.5"] == draft.items["4.7.5"])
    // The same again changes nothing more.
    try bring(try own(rig).draft, form, rig)
    take(rig)
    #expect(rig.text.contains("与草稿相同"), "\(rig.text)")
  }

  @Test("a blank sheet, and blank cells, leave the draft as it is")
  func blank() throws {
    let rig = try rig()
    let own = try own(rig)
    try bring(Sheet(), own.form, rig)
    take(rig)
    #expect(rig.text.contains("填了 0 格"), "\(rig.text)")
    #expect(try self.own(rig).draft == own.draft)
  }

  @Test("another's sheet, another case's and one handed in are not taken, by nobody's login")
  func others() throws {
    let rig = try rig()
    let (store, mine) = (rig.backstage.store, try own(rig))
    var other = mine.form
    other.code = "0"
    try bring(mine.draft, other, rig)
    take(rig)
    #expect(rig.text.contains("另一份申报或另一位评审员"), "\(rig.text)")
    let colleague = try store.signIn("qianer", passphrase: Demo.passphrase)
    if let theirs = try? OwnScoreSheet(of: Self.id, in: store, by: colleague) {
      #expect(theirs.form.code != mine.form.code)
      let bytes = try mine.form.xlsx(filledWith: mine.draft, created: Date())
      #expect(throws: ScoreSheetFaults.self) { try theirs.form.read(bytes) }
    }
    // Handed in, of the panel's leader in another case, or of the office: there is none.
    for name in ["sunsan", "chenmi", "hejian"] {
      let session = try store.signIn(PersonID(name), passphrase: Demo.passphrase)
      #expect(throws: OwnScoreSheet.Fault.notUnderWay, "\(name)") {
        try OwnScoreSheet(of: Self.id, in: store, by: session)
      }
    }
  }

  @Test("what is wrong is named with its cell, and nothing is taken")
  func wrong() throws {
    let rig = try rig()
    let own = try own(rig)
    try Data("PK no sheet".utf8).write(to: rig.home.appendingPathComponent("in.xlsx"))
    take(rig)
    #expect(rig.backstage.console.focusName == "question/sheetFaults", "\(rig.text)")
    rig.press(.escape)
    try Data(count: 5 << 20).write(to: rig.home.appendingPathComponent("in.xlsx"))
    take(rig)
    #expect(rig.text.contains("太大"), "\(rig.text)")
    rig.press(.escape, .escape)
    #expect(try self.own(rig).draft == own.draft)
  }

  private static let python = "/usr/bin/python3"
  private static let soffice = "/usr/bin/soffice"
  private static let canFill =
    FileManager.default.isExecutableFile(atPath: soffice)
    && (try? run(python, ["-c", "import openpyxl"])) == 0

  @discardableResult
  private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The sheet filled by a script, then saved by LibreOffice.
  private func filled(_ rig: Rig, _ script: String) throws {
    let out = rig.home.appendingPathComponent("out.xlsx")
    let own = try own(rig)
    _ = try own.write(to: "out.xlsx", replaces: true, in: rig.backstage.folders)
    let whole =
      "import sys, openpyxl\nb = openpyxl.load_workbook(sys.argv[1])\ns = b.active\n\(script)\nb.save(sys.argv[1])"
    #expect(try Self.run(Self.python, ["-c", whole, out.path]) == 0)
    for kind in ["ods", "xlsx"] {
      let from = kind == "ods" ? out : rig.home.appendingPathComponent("out.ods")
      try Self.run(
        Self.soffice,
        [
          "-env:UserInstallation=file://\(rig.home.path)/profile", "--headless", "--convert-to",
          kind, "--outdir", rig.home.path, from.path,
        ])
    }
    let file = rig.home.appendingPathComponent("in.xlsx")
    try? FileManager.default.removeItem(at: file)
    try FileManager.default.moveItem(at: out, to: file)
  }

  @Test(
    "filled and saved by LibreOffice it comes back exactly; a wrong one is refused whole",
    .enabled(if: canFill, "left out: LibreOffice or python3-openpyxl is missing"))
  func throughLibreOffice() throws {
    let rig = try rig()
    let draft = try own(rig).draft
    try filled(rig, "s['D5'] = 95\ns['G5'] = '＋＋ 一条〔第3页〕\\n二条'\ns['F27'] = '资料不全'\ns['D27'] = None")
    take(rig)
    rig.press(.function(8))
    let taken = try own(rig).draft
    let items = Edition.shipped.items
    #expect(taken.items[items[0].id]?.mark == .percentage(try #require(Percentage(95))))
    #expect(
      taken.items[items[0].id]?.comments.filter { $0.kind == .strength } == [
        Comment(.strength, "一条", doubled: true, evidence: ["第3页"]), Comment(.strength, "二条"),
      ])
    #expect(taken.items[items[22].id]?.mark == .abstained(reason: "资料不全"))
    for item in items[1..<22] {
      #expect(taken.items[item.id] == draft.items[item.id], "\(item.id)")
    }
    try filled(rig, "s['D5'] = 57\ns['B6'] = '改名'\ns['D7'] = 90")
    take(rig)
    #expect(rig.backstage.console.focusName == "question/sheetFaults", "\(rig.text)")
    #expect(rig.text.contains("D5：") && rig.text.contains("B6："), "\(rig.text)")
    #expect(try own(rig).draft == taken)
  }
}
