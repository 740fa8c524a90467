import Criteria
import Foundation
import Procedure
import Store
import Testing

/// One reviewer, the office's copy and a laptop: marks on both, an exchange over a directory, a choice,
/// and the sheet handed in.
@Suite("One person's draft on two laptops, in a terminal")
struct TwoLaptopsTests {
  private let folder: TemporaryDirectory
  private let store: DemoStore

  init() throws { (folder, store) = (try TemporaryDirectory(), try DemoStore.reviewed()) }

  private func exchange(_ path: String, _ post: String) throws -> CommandRun {
    try runCommand(
      ["exchange", path, post, "--as", "qianer"], env: ["PINGSHEN_PASSPHRASE": "demo"])
  }

  @Test("marks typed on both stand on both, the one changed on both is chosen, the sheet goes in")
  func bothWays() throws {
    let (post, along) = (folder.path("post"), folder.path("along"))
    try FileManager.default.createDirectory(atPath: post, withIntermediateDirectories: true)
    try runCommand(["copy", store.path, along])
    let laptop = along + "/store"

    // Here the first item; on the laptop the first and the second.
    let here = try store.reviewing(as: "qianer")
    try here.markFirst(65)
    try here.seeSaved(" 65 %")
    try here.quit()
    let there = try Desk.loggedIn(laptop, as: "qianer", cols: 120, rows: 36)
    try there.choose(DemoStore.number)
    try there.go(to: "独立评审")
    try there.see(["我的评审", DemoStore.number])
    try there.markFirst(40)
    try there.session.press(.down)
    try there.session.type("35\r")
    try there.seeSaved("35%")
    try there.quit()

    #expect(try exchange(store.path, post).status == .code(0))
    let met = try exchange(laptop, post)
    #expect(met.status == .code(0))
    #expect(met.stdout.contains("本人草稿：从另一台电脑取入 1 份（\(DemoStore.number)）"))
    #expect(met.stdout.contains("须选定的 1 份（\(DemoStore.number)）"))
    let back = try exchange(store.path, post)
    #expect(back.stdout.contains("须选定的 1 份（\(DemoStore.number)）"))
    for path in [store.path, laptop] {
      for rest in [[], ["--as", "qianer"]] {
        let check = try runCommand(
          ["check", path] + rest, env: ["PINGSHEN_PASSPHRASE": "demo"])
        #expect(check.status == .code(0), "\(check.stdout)")
      }
    }

    // Here it is chosen, and the sheet handed in.
    let again = try store.reviewing(as: "qianer")
    // One comes back to where one read last; the key leads to what stands twice.
    if try !again.see(["≠ 4.1.2", "Ctrl-T"]).contains("▸ ≠ 4.1.2") {
      try again.session.press(.ctrl("t"))
    }
    try again.see(["▸ ≠ 4.1.2", "另一台电脑上写的", "Ctrl-T 选定"])
    try again.session.press(.f(5))
    try again.see(["提交前检查", "两台电脑上各改过"])
    try again.session.press(.esc)
    try again.see("0–9 得分率")
    try again.session.press(.ctrl("t"))
    try again.see(["两台电脑上各写了一份", "此处：65%", "另一份：40%"])
    try again.session.press(.f(6))
    try again.seeSaved(" 40 %")
    try again.see("✓ 4.1.2")
    #expect(try again.see("35%").contains("4.1.3"))
    try again.mark(Array(repeating: 60, count: 23))
    // Of the three answers the last is missing in the demo.
    try again.session.press(.f(6))
    try again.see(["基本条件", "未填"])
    try again.session.press(.tab, .tab, .tab, .tab, .right)
    try again.seeNoMore("未填")
    try again.session.press(.f(6))
    try again.see("0–9 得分率")
    try again.handIn()
    try again.quit()

    // On the laptop nothing is left of it.
    #expect(try exchange(store.path, post).status == .code(0))
    let settled = try exchange(laptop, post)
    #expect(!settled.stdout.contains("须选定") && settled.status == .code(0))
    for path in [store.path, laptop] {
      let check = try runCommand(
        ["check", path, "--as", "qianer"], env: ["PINGSHEN_PASSPHRASE": "demo"])
      #expect(check.status == .code(0), "\(check.stdout)")
    }
    let laptopAgain = try Desk.loggedIn(laptop, as: "qianer", cols: 120, rows: 36)
    try laptopAgain.choose(DemoStore.number)
    try laptopAgain.go(to: "独立评审")
    try laptopAgain.see(["已提交，封存", "23/23"])
    try laptopAgain.quit()
  }
}
