import Foundation
import Testing

/// What is written to the terminal where rows move.
extension AtTheTerminal.ScrollingTests {
  @Test("rows that moved are written, not scrolled: not every terminal follows a scrolled region")
  func moved() throws {
    let store = try DemoStore.reviewed()
    let desk = try Desk.loggedIn(store.path, as: "chenmi")
    let start = try desk.session.mark()
    // A form that opens over a page moves the lines under it when it is done.
    try desk.go(to: "设置")
    try desk.session.press(.backTab)
    try desk.see("库内")
    try desk.session.press(.f(6))
    try desk.see("目录须已存在")
    try desk.session.type(store.path)
    try desk.session.press(.f(5))
    try desk.see("第二处还没有备份")
    // A list that goes on by its half.
    try desk.go(to: "历史")
    for _ in 0..<4 { try desk.session.press(.pgDn) }
    try desk.go(to: "队列")
    try desk.see("我的待办")
    let written = String(decoding: try desk.session.output(since: start), as: UTF8.self)
    let scrolled = written.matches(of: /\u{1B}\[[0-9;]*[STLMr]|\u{1B}[DM]/)
    #expect(scrolled.map { String($0.output.dropFirst()) } == [])
    try desk.quit()
  }
}
