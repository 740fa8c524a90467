import Testing

/// The lock at the terminal: it comes by itself, and goes by the passphrase alone.
extension AtTheTerminal.LockTests {
  @Test("without a key the screen locks by itself, what was typed is saved and there afterwards")
  func idle() throws {
    let store = try DemoStore.reviewed()
    let desk = try store.reviewing(as: "qianer", env: ["PINGSHEN_IDLE": "4"])
    try desk.beginStrength()
    try desk.session.type("锁前所写")
    try desk.see("锁前所写")
    let locked = try desk.see("屏幕已锁定")
    #expect(!locked.contains("锁前所写") && locked.rows[0].contains("✓ 已保存"))
    try desk.session.type("demo\r")
    try desk.see("锁前所写")
    try desk.session.type("，锁后续写")
    try desk.seeSaved("锁前所写，锁后续写")
  }
}
