import Foundation
import Store
import Testing

/// Copies meet by keys: at the office, and on a reviewer's own copy.
@Suite("Exchanging on the screen, in a terminal")
struct ExchangeScreenTests {
  private let folder: TemporaryDirectory
  private let store: DemoStore

  init() throws { (folder, store) = (try TemporaryDirectory(), try DemoStore.reviewed()) }

  private func makeFolder(_ name: String) throws -> String {
    let path = folder.path(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test(
    "the secretariat makes a copy and exchanges; the reviewer exchanges by F2; both have one head")
  func bothWays() throws {
    let (post, along) = (try makeFolder("post"), folder.path("along"))
    let office = try Desk.loggedIn(store.path, as: "chenmi")
    try office.session.press(.alt("9"))
    try office.see("备份")
    try office.session.press(.left, .left)
    try office.see("建副本…")
    try office.session.press(.f(6))
    try office.see("给谁用")
    try office.session.type(along)
    try office.session.press(.tab)
    try office.session.type("赵一")
    try office.session.press(.f(5))
    try office.see("已另建一份")
    try office.session.press(.f(4))
    try office.see("rclone:名称:路径")
    try office.session.type(post)
    try office.session.press(.f(5))
    try office.see(["已交换：", "头摘要"])

    // On the copy, by the program that lies beside it.
    let session = try TerminalSession(
      ["open", along + "/store", "--as", "zhaoyi"], cols: 120, rows: 40, env: [:])
    let reviewer = Desk(session, as: "zhaoyi")
    try reviewer.logIn()
    try session.press(.f(2))
    try reviewer.see("操作")
    try session.type("Exchange")
    try session.press(.enter)
    try reviewer.see("还没有与哪个交换目录交换过")
    try session.press(.f(4))
    try reviewer.see("rclone:名称:路径")
    try session.type(post)
    try session.press(.f(5))
    try reviewer.see(["已交换：", "头摘要", "陈秘"])

    // Once more at the office: now it knows of the other copy, and whose it is.
    try office.session.press(.enter)
    try office.see("与它交换")
    try office.session.press(.f(8))
    try office.see(["赵一", "我们缺它的"])
    try session.press(.f(10))
    try reviewer.see("退出评审台？")
    try session.press(.enter)
    #expect(try session.waitForExit() == .code(0))
    let heads = try [store.path, along + "/store"].map { path in
      try runCommand(["check", path]).stdout.firstMatch(of: #/头摘要 ([0-9a-f]{64})/#)?.1
    }
    #expect(heads[0] != nil && heads[0] == heads[1])
  }
}
