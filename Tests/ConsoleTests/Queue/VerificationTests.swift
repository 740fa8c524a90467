import Demo
import Foundation
import GRDB
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

/// What lists show of cases while they are compared with verified entries, and after.
@Suite("Lists and verified entries")
struct VerificationTests {
  /// The cells of the row that begins with a case's number, without the blanks between them.
  private func cells(of id: CaseID, in rig: Rig) -> [Cell] {
    let canvas = rig.canvas
    // Above the panel of the selected case, which repeats the number.
    let rows = canvas.rows.prefix(canvas.size.height - 10)
    guard let y = rows.firstIndex(where: { $0.contains("\(id) ") }) else { return [] }
    return (21..<canvas.size.width).compactMap { canvas[Point(x: $0, y: y)] }
      .filter { $0.scalar != " " }
  }

  /// A person before the list of all cases, nothing of it verified yet.
  private func list(_ stage: DemoStage, of person: PersonID) throws -> Rig {
    let rig = try Rig(stage, verifying: .atOnce)
    rig.backstage.enter(try rig.backstage.store.signIn(person, passphrase: Demo.passphrase))
    rig.press(.right)
    return rig
  }

  @Test("a row that was not compared yet is dim; it is as ever once it was")
  func dimmed() throws {
    let rig = try list(.reviewed, of: "chenmi")
    let before = cells(of: "HZ26-0007", in: rig)
    #expect(!before.isEmpty && before.allSatisfy { $0.style.role == .dim })
    #expect(!rig.text.contains("列表数据被改动过"))
    rig.backstage.storeChanged()
    let after = cells(of: "HZ26-0007", in: rig)
    #expect(after.map(\.scalar) == before.map(\.scalar))
    #expect(after.contains { $0.style.role == .text })
  }

  @Test("what a table was made to say past the program is shown as entries say it, number marked")
  func mended() throws {
    let rig = try list(.reviewed, of: "chenmi")
    let name = try #require(rig.backstage.console.screens[.queue] as? QueueScreen).cases.rows
      .first { $0.application.id == "HZ26-0007" }?.application.name
    try rig.tamper(
      """
      UPDATE dossier SET stage = 'cultivation', name = '别家有限公司',
        application = json_set(application, '$.name', '别家有限公司') WHERE id = 'HZ26-0007'
      """)
    rig.backstage.storeChanged()
    let row = cells(of: "HZ26-0007", in: rig)
    let text = String(String.UnicodeScalarView(row.map(\.scalar)))
    #expect(text.contains(try #require(name)) && !text.contains("别家"))
    #expect(!text.contains("培育"))
    #expect(row.prefix(9).allSatisfy { $0.style.role == .warning })
    #expect(row.dropFirst(9).prefix(4).allSatisfy { $0.style.role == .text })
    let isSaid = (0..<25).contains { _ in
      defer { rig.press(.down) }
      return rig.text.contains("! 列表数据被改动过")
    }
    #expect(isSaid)
    // The others are as ever.
    #expect(cells(of: "HZ26-0019", in: rig).prefix(9).allSatisfy { $0.style.role == .text })
  }

  @Test(
    "entries without effect are told to secretariat and supervision, and to nobody else",
    arguments: [("chenmi", true), ("hejian", true), ("qianer", false)] as [(PersonID, Bool)])
  func voidEntries(_ person: PersonID, _ isTold: Bool) throws {
    let rig = try Rig(.reviewed, verifying: .atOnce)
    try rig.tamper(
      """
      DROP TRIGGER entry_keeps_update;
      UPDATE entry SET signature = randomblob(64) WHERE position =
        (SELECT max(position) FROM entry WHERE stream = 'case/HZ26-0031')
      """)
    try rig.signIn(person)
    #expect(rig.canvas.rows[0].contains("✗ 无效记录 1") == isTold)
    #expect(!rig.canvas.rows[0].contains("核验中"))
  }

  @Test("the top line says how far the verification has come, until all is verified")
  func progress() throws {
    let rig = try Rig(.reviewed, verifying: .atOnce)
    try rig.signIn("chenmi")
    var progress = Progress()
    progress.percent = 42
    rig.backstage.take(.verified(progress))
    #expect(rig.canvas.rows[0].contains("核验中 42 %"))
    rig.press(.function(12))
    #expect(!rig.text.contains("核验中"))
  }

  @Test("the lock stops the verification: no thread goes on with keys")
  func lockStops() throws {
    let rig = try Rig(.listed, verifying: .aside {})
    try rig.signIn("chenmi")
    let verification = try #require(rig.backstage.verification)
    #expect(verification.holdsKeys)
    rig.press(.function(12))
    #expect(rig.backstage.verification == nil && rig.backstage.session == nil)
    #expect(!verification.holdsKeys)
    let done = verification.found.done
    usleep(300_000)
    #expect(verification.found.done == done)
    // What comes late is not taken.
    rig.backstage.takeNews()
    #expect(rig.backstage.console.isLocked)
  }
}
