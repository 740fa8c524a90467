import Foundation
import GRDB
import Testing

/// What a console does while another program holds the store.
extension AtTheTerminal.WaitingTests {
  @Test("P4: it says so and for how long, Esc gives up, and what was typed meanwhile is done after")
  func waits() throws {
    let store = try DemoStore.reviewed()
    let desk = try Desk.loggedIn(store.path, as: "chenmi")
    try desk.see("我的待办")
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(
      path: store.path + "/log.sqlite", configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    try desk.session.press(.enter)
    try desk.see("等待他人保存… 0 秒")
    try desk.see("等待他人保存… 2 秒")
    try desk.session.press(.esc)
    try desk.see("他人正在保存")
    // Waiting again; what comes meanwhile is not lost.
    try desk.session.press(.f(4))
    try desk.see("等待他人保存… 1 秒")
    try desk.session.press(.f(10))
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try desk.see("退出评审台？")
    try desk.session.press(.esc)
    try desk.see("的全部记录")
    try desk.quit()
  }
}
