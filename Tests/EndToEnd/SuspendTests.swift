import Foundation
import Testing

/// Ctrl-Z and back: what happens to the terminal meanwhile leaves no trace on the screen (P3).
extension AtTheTerminal.SuspendTests {
  /// A reviewer who is writing, in a shell from which the program was started.
  private func writing(_ store: DemoStore) throws -> Desk {
    let session = try TerminalSession(
      ["--norc", "--noprofile", "-i"], program: "/bin/bash", rows: 36, env: ["PS1": "shell> "])
    try session.waitFor(text: "shell>")
    try session.type("\(try Program.pingshen()) open \(store.path) --as qianer\r")
    let desk = Desk(session, as: "qianer")
    try desk.logIn()
    try desk.choose(DemoStore.number)
    try desk.go(to: "独立评审")
    try desk.see(["我的评审", DemoStore.number])
    try desk.beginStrength()
    try session.type("停前所写")
    try desk.seeSaved("停前所写")
    return desk
  }

  /// Stops the program by its key, and waits for the shell.
  private func suspend(_ desk: Desk) throws {
    try desk.session.press(.ctrl("z"))
    try desk.session.waitFor("the shell") { screen in
      !screen.alternate && screen.cursorVisible && screen.cursorRow.hasPrefix("shell>")
    }
  }

  @Test("Ctrl-Z gives the shell its screen; fg brings all of ours back, and typing goes on")
  func thereAndBack() throws {
    let store = try DemoStore.reviewed()
    let desk = try writing(store)
    let before = try desk.session.restingScreen()
    try suspend(desk)
    try desk.session.type("printf '\\033[2J'; fg\r")
    let after = try desk.session.waitFor("the screen as it was") { screen in
      screen.alternate && screen.rows == before.rows && screen.cursor == before.cursor
    }
    #expect(after.glyphs == before.glyphs)
    try desk.session.type("，停后续写")
    try desk.seeSaved("停前所写，停后续写")
  }

  @Test("another size while the program is stopped is drawn when it goes on", arguments: [90, 140])
  func resized(cols: Int) throws {
    let store = try DemoStore.reviewed()
    let desk = try writing(store)
    try suspend(desk)
    try desk.session.resize(cols: cols, rows: 30)
    try desk.session.type("fg\r")
    let screen = try desk.session.waitFor("the screen in its new size") { screen in
      screen.alternate && screen.rows[0].hasPrefix(" 评审台") && screen.contains("停前所写")
        && screen.rows[29].hasSuffix("F10 退出")
    }
    // The name ends the top line at its right end, wherever that is now.
    #expect(screen.cells[0].lastIndex { $0.text != " " && $0.width > 0 } == cols - 2)
  }

  @Test("stopped and continued from outside, what others wrote on the screen is painted over")
  func continued() throws {
    let store = try DemoStore.reviewed()
    let desk = try store.reviewing(as: "qianer")
    let before = try desk.session.restingScreen()
    try desk.session.signal(SIGSTOP)
    try desk.session.scribble("\u{1b}[2J\u{1b}[5;5HSCRIBBLE 涂鸦")
    #expect(try desk.session.screen.contains("涂鸦"))
    try desk.session.signal(SIGCONT)
    try desk.session.waitFor("the screen as it was") { $0.rows == before.rows }
  }

  @Test("another size while the program is stopped from outside is drawn when it goes on")
  func resizedOutside() throws {
    let store = try DemoStore.reviewed()
    let session = try TerminalSession(["open", store.path], cols: 120, rows: 36)
    try session.waitFor(text: "请选择你的名字")
    for (number, size) in [(SIGSTOP, (90, 30)), (SIGTSTP, (130, 40))] {
      try session.signal(number)
      try session.resize(cols: size.0, rows: size.1)
      try session.signal(SIGCONT)
      try session.waitFor("the screen in its new size") { screen in
        screen.rows.last?.hasSuffix("F10 退出") == true && screen.contains("请选择你的名字")
      }
    }
  }

  @Test("a stop before the program hears of the new size leaves no line unpainted")
  func stoppedWhileResizing() throws {
    let store = try DemoStore.reviewed()
    let session = try TerminalSession(["open", store.path], cols: 90, rows: 30)
    try session.waitFor(text: "请选择你的名字")
    try session.resize(cols: 120, rows: 36) {
      let mark = try session.mark()
      try session.signal(SIGTSTP)
      // Coming back, it sets the scrolling region of the size it knows.
      try session.waitFor("the whole screen in its old size") { screen in
        let output = try? session.output(since: mark)
        return screen.rows[29].hasSuffix("F10 退出")
          && output.map { String(decoding: $0, as: UTF8.self).contains("\u{1b}[1;30r") } == true
      }
      try session.signal(SIGSTOP)
    }
    try session.signal(SIGCONT)
    try session.waitFor("the screen in its new size") { screen in
      screen.rows.last?.hasSuffix("F10 退出") == true && screen.contains("请选择你的名字")
    }
  }
}
