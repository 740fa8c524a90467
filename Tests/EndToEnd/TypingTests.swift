import Foundation
import Testing

/// What is being typed outlives everything that can happen to a terminal (I5, I7).
extension AtTheTerminal.TypingTests {
  private static let text = "战略研讨机制系统，每年八月启动"

  /// A reviewer in the middle of a new strength on the first item.
  private func typing(_ store: DemoStore, _ text: String) throws -> Desk {
    let desk = try store.reviewing(as: "qianer")
    try desk.beginStrength()
    try desk.session.type(text)
    try desk.see(text)
    return desk
  }

  @Test("resizing to 40×10, 1×1 and back in the middle of typing keeps text and caret")
  func resize() throws {
    let desk = try typing(try .reviewed(), Self.text)
    let session = desk.session
    let before = try session.restingScreen()
    try session.resize(cols: 40, rows: 10)
    try session.waitFor(text: "窗口太小")
    let mark = try session.mark()
    try session.resize(cols: 1, rows: 1)
    try session.waitForOutput(since: mark)
    try session.resize(cols: 120, rows: 36)
    let after = try session.waitFor("the screen as it was") { screen in
      screen.cursorVisible && screen.cursor == before.cursor && screen.contains("每年八月启动")
    }
    #expect(after.cursorRow == before.cursorRow)
    try session.type("，七个组")
    try session.waitFor("the caret after the text") { screen in
      screen.contains("七个组") && screen.cursor != before.cursor
    }
  }

  @Test("kill -9 after ✓ 已保存 loses nothing: percentage and text are there on the next start")
  func killed() throws {
    let store = try DemoStore.reviewed()
    let desk = try store.reviewing(as: "qianer")
    try desk.markFirst(85)
    try desk.beginStrength()
    try desk.session.type(Self.text)
    try desk.seeSaved(Self.text)
    try desk.session.kill9()
    let next = try store.reviewing(as: "qianer")
    try next.see(["得分率   85 %", String(Self.text.suffix(6))])
  }

  @Test("SIGTERM, SIGHUP and a dropped line while typing keep the draft and restore the terminal")
  func signals() throws {
    let store = try DemoStore.reviewed()
    for (place, number) in [SIGTERM, SIGHUP, nil].enumerated() {
      let words = "第\(place)次中断前的字"
      let desk = try typing(store, words)
      if let number {
        try desk.session.signal(number)
        try desk.session.waitForExit()
        let last = try desk.session.screen
        #expect(!last.alternate && last.cursorVisible)
      } else {
        desk.session.hangUp()
        try desk.session.waitForExit()
      }
      let next = try store.reviewing(as: "qianer")
      try next.see(words)
      try next.quit()
    }
  }

  @Test("a terminal that goes without a signal ends the program, too")
  func goneTerminal() throws {
    let store = try DemoStore.reviewed()
    // In a session of its own the program has no controlling terminal, and nobody tells it.
    let command = "trap '' HUP; setsid \(try Program.pingshen()) open '\(store.path)' --as qianer"
    let session = try TerminalSession(["-c", command], program: "/bin/bash", rows: 36)
    try session.waitFor(text: "口令")
    session.hangUp()
    try session.waitForExit()
  }

  @Test("while one writes, Shift with ← → moves the caret and with ↑ ↓ the material beside it")
  func shiftArrows() throws {
    let store = try DemoStore.reviewed()
    let desk = try typing(store, "甲乙丙丁")
    try desk.see("段 1/20")
    try desk.session.press(.shiftDown, .shiftDown)
    try desk.see("段 3/20")
    try desk.session.press(.shiftUp)
    try desk.see("段 2/20")
    try desk.session.press(.shiftLeft, .shiftLeft, .shiftRight)
    try desk.session.type("一")
    try desk.see("甲乙丙一丁")
  }

  @Test("over ssh an arrow whose bytes arrive 80 ms apart is an arrow, not Esc and letters")
  func splitArrow() throws {
    let store = try DemoStore.reviewed()
    let desk = try store.reviewing(
      as: "qianer", env: ["SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"])
    try desk.see("▸ ✓ 4.1.2")
    try desk.session.press(.down)
    try desk.see("▸ ✓ 4.1.3")
    try desk.session.send([0x1b])
    Thread.sleep(forTimeInterval: 0.08)
    try desk.session.send(Array("[A".utf8))
    try desk.see("▸ ✓ 4.1.2")
  }

  @Test("a glyph whose UTF-8 bytes arrive in two pieces is one glyph")
  func splitGlyph() throws {
    let desk = try typing(try .reviewed(), "评审")
    let glyph = Array("台".utf8)
    try desk.session.send(Array(glyph.prefix(1)))
    Thread.sleep(forTimeInterval: 0.02)
    try desk.session.send(Array(glyph.dropFirst()))
    try desk.see("评审台")
  }

  @Test("text pasted without the terminal's marks is text: nothing vanishes, nothing is done")
  func unmarkedPaste() throws {
    let store = try DemoStore.reviewed()
    let lines = (1...40).map { "第\($0)行，粘贴自邮件\tdjk?:/u" }
    let burst = Array(lines.joined(separator: "\r").utf8)
    let desk = try store.reviewing(as: "qianer")
    try desk.see("▸ ✓ 4.1.2")
    try desk.session.send(burst)
    try desk.see(["什么也没有办理", "▸ ✓ 4.1.2"])
    try desk.session.press(.down)
    try desk.see("▸ ✓ 4.1.3")
    try desk.session.press(.up)
    try desk.see("▸ ✓ 4.1.2")
    try desk.beginStrength()
    try desk.session.send(burst)
    try desk.seeSaved("第40行，粘贴自邮件")
    try desk.session.kill9()
    let next = try store.reviewing(as: "qianer")
    try next.see("第1行，粘贴自邮件")
  }

  @Test("pasted newlines, escapes and control characters are text and never reach the terminal raw")
  func hostilePaste() throws {
    let store = try DemoStore.reviewed()
    let desk = try typing(store, "粘贴：")
    let mark = try desk.session.mark()
    try desk.session.paste("甲行\n乙行\u{1b}]0;OWNED\u{7}丙\u{1b}[31mREDPART\u{9b}5n\u{8}\u{202e}丁")
    try desk.session.waitFor("the end of the paste, saved") { screen in
      screen.rows.contains { $0.contains("REDPART") && $0.contains("丁") }
        && screen.rows[0].contains("✓ 已保存")
    }
    let raw = try desk.session.output(since: mark)
    let written = String(decoding: raw, as: UTF8.self)
    #expect(!written.contains("\u{1b}]0;OWNED") && !written.contains("\u{1b}[31mREDPART"))
    #expect(!written.unicodeScalars.contains { (0x80...0x9f).contains($0.value) })
    #expect(!written.unicodeScalars.contains("\u{202e}") && !raw.contains(0x07))
    #expect(try desk.session.screen.contains("甲行") && desk.session.screen.contains("乙行"))
    try desk.session.kill9()
    let next = try store.reviewing(as: "qianer")
    try next.see(["甲行", "OWNED", "REDPART"])
  }
}
