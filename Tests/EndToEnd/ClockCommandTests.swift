import Foundation
import Procedure
import Store
import Testing

/// The machine's clock before a real store, by the command line (M7, T1).
@Suite("A command whose clock jumped asks first; one whose clock was set back writes nothing")
struct ClockCommandTests {
  private let passphrase = "灯下三遍读卷到天明 7"
  private let folder: TemporaryDirectory
  private let application = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../fixtures/import/application.json").path

  init() throws { folder = try TemporaryDirectory() }

  private var store: String { folder.path("2026") }

  /// A store whose last entry is so many days from now.
  private func found(days: Int) throws {
    let time = Clock.system.now().adding(seconds: days * 86_400)
    let founded = try Store.found(
      Founding(name: "库", founder: Person(id: "chenmi", name: "陈秘", roles: [.secretariat])),
      passphrase: passphrase, at: folder.url.appendingPathComponent("2026"),
      clock: Clock { time })
    try founded.store.perform(
      .cycle(
        .openCycle(year: time.day.year, title: "年度", parameters: .hangzhou, edition: nil)),
      by: founded.session)
    try founded.store.perform(
      .cycle(.call(from: time.day.adding(days: -9), until: time.day.adding(days: 30))),
      by: founded.session)
  }

  private func receive(_ more: String...) throws -> CommandRun {
    try runCommand(
      ["import", store, application, "--as", "chenmi"] + more,
      env: ["PINGSHEN_PASSPHRASE": passphrase])
  }

  private func entries() throws -> Int {
    try Store(opening: folder.url.appendingPathComponent("2026")).check().entries
  }

  @Test("three days after the last entry: refused with both times, taken with --clock-is-right")
  func ahead() throws {
    try found(days: -3)
    let before = try entries()
    let refused = try receive()
    #expect(refused.status != .code(0))
    #expect(refused.stderr.contains("--clock-is-right"), "\(refused)")
    #expect(try entries() == before)
    let taken = try receive("--clock-is-right")
    #expect(taken.status == .code(0), "\(taken)")
    #expect(try entries() > before)
  }

  @Test("three days before the last entry: refused, whoever says that the clock is right")
  func behind() throws {
    try found(days: 3)
    let before = try entries()
    let refused = try receive("--clock-is-right")
    #expect(refused.status != .code(0))
    #expect(refused.stderr.contains("没有保存"), "\(refused)")
    #expect(try entries() == before)
  }
}
