import Foundation
import Procedure
import Store
import Testing

/// What the screen called saved is there after the program was killed at any instant.
extension AtTheTerminal.KillTests {
  /// 40 by the plan take a minute; 2,000 are run by hand.
  private static let rounds =
    ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full" ? 2_000 : 8

  @Test("P1: a mark that the screen called saved survives kill -9 at any instant; no lock is left")
  func marks() throws {
    var chance = SystemRandomNumberGenerator()
    let store = try DemoStore.reviewed()
    var stands = try state(of: store).0
    for round in 0..<Self.rounds {
      let desk = try store.reviewing(as: "qianer")
      if let stands { try desk.see(["▸ ✓ 4.1.2", " \(stands) %"]) }
      let end = ContinuousClock.now + .milliseconds(Int.random(in: 0...1_200, using: &chance))
      var typed: [Int] = []
      repeat {
        typed.append(Int.random(in: 0...20, using: &chance) * 5)
        try desk.session.type("\(typed[typed.count - 1])\r")
        try desk.session.press(.up)
        // Some have the time to be stored, others not.
        let next = min(
          end, ContinuousClock.now + .milliseconds(Int.random(in: 0...700, using: &chance)))
        while ContinuousClock.now < next { _ = try desk.session.screen }
      } while ContinuousClock.now < end
      try desk.session.kill9()
      let last = try desk.session.screen
      let (mark, findings) = try state(of: store)
      #expect(findings == [], "round \(round)")
      let shown = typed.first { last.contains(" \($0) %") }
      if last.contains("✓ 已保存"), let shown, last.contains("▸ ✓ 4.1.2") {
        #expect(mark == shown, "round \(round): \(typed)\n\(last)")
      }
      #expect(mark == stands || mark.map(typed.contains) == true, "round \(round)")
      stands = mark
    }
  }

  /// The mark of the first item, and what a check names.
  private func state(of demo: DemoStore) throws -> (Int?, [CheckReport.Finding]) {
    let store = try Store(opening: URL(fileURLWithPath: demo.path))
    let session = try store.signIn("qianer", passphrase: "demo")
    let sheet = try store.draft(of: CaseID(DemoStore.number), by: session).sheet
    let percentage = sheet.items["4.1.2"]?.mark
    guard case .percentage(let value)? = percentage else {
      return (nil, try store.check(by: session).findings)
    }
    return (value.value, try store.check(by: session).findings)
  }
}
