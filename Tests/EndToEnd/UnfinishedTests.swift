import Foundation
import Procedure
import Testing

@testable import Store

/// Evidence typed on site outlives what ends the program before F5.
extension AtTheTerminal.UnfinishedTests {
  private static let visited = "HZ26-0013"
  private static let evidence = "查看三份纪要，高层参加"

  /// The on-site leader, writing the evidence of the first open check.
  private func writing(_ store: DemoStore) throws -> Desk {
    let desk = try Desk.loggedIn(store.path, as: "zhengqi")
    try desk.choose(Self.visited)
    try desk.go(to: "现场")
    try desk.see(["议程", "材料 6"])
    try desk.session.type("2")
    try desk.see("评审员 郑七")
    try desk.session.type(Self.evidence)
    try desk.see(Self.evidence)
    return desk
  }

  /// Logs in again, goes on with the form that is offered, and finishes it.
  private func finish(_ store: DemoStore) throws {
    let desk = try Desk(store.path, as: "zhengqi")
    try desk.logIn()
    try desk.see(["上次有一份表单未完成", Self.visited, Self.evidence])
    try desk.session.press(.enter)
    try desk.see(["核查记录", "◐ 部分符合", Self.evidence])
    try desk.session.type("。")
    try desk.see(Self.evidence + "。")
    try desk.session.press(.f(5))
    try desk.seeNoMore("核查记录")
    try desk.seeSaved(Self.evidence + "。")
    try desk.quit()
    let opened = try Store(opening: URL(fileURLWithPath: store.path))
    let session = try opened.signIn("zhengqi", passphrase: "demo")
    let visit = try opened.dossier(CaseID(Self.visited), by: session).visit
    let findings = (visit?.checks ?? []).compactMap { visit?.tick($0.id)?.finding.evidence }
    #expect(findings.contains(Self.evidence + "。"))
    #expect(try opened.unfinished(by: session).isEmpty)
  }

  @Test("kill -9 once the form says 已留存: the next login offers it, and F5 brings it into the log")
  func killed() throws {
    let store = try DemoStore.scored()
    let desk = try writing(store)
    try desk.see("已留存")
    try desk.session.kill9()
    try finish(store)
  }

  @Test("a hang-up in the middle of a word: the next login offers all of it")
  func hungUp() throws {
    let store = try DemoStore.scored()
    let desk = try writing(store)
    try desk.session.signal(SIGHUP)
    try desk.session.waitForExit()
    try finish(store)
  }

  @Test("a lock over the form, then kill -9: the next login offers it")
  func locked() throws {
    let store = try DemoStore.scored()
    let desk = try writing(store)
    try desk.session.press(.f(12))
    try desk.see("屏幕已锁定")
    try desk.session.kill9()
    try finish(store)
  }
}
