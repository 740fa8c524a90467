import Foundation
import Store
import Testing

/// What takes long says how far it is and can be stopped.
extension AtTheTerminal.LongWorkTests {
  /// Ctrl-C, as the terminal sends it.
  private static let interrupt: [UInt8] = [3]

  @Test("P1: an import that is stopped with Ctrl-C leaves the store as it was")
  func stoppedImport() throws {
    let demo = try DemoStore.application()
    let directory = URL(fileURLWithPath: demo.path)
    let before = try Store(opening: directory).head()
    let list = demo.path + ".csv"
    let lines = (0..<5_000).map { "HZ26-\(20_000 + $0),杭州试验\($0)有限公司,330108,制造业" }
    try Data((["id,name,district,industry"] + lines).joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: list))
    defer { try? FileManager.default.removeItem(atPath: list) }
    let session = try TerminalSession(
      ["import", demo.path, list, "--as", "chenmi"], env: ["PINGSHEN_PASSPHRASE": "demo"])
    try session.waitFor("a bar with count and remaining time") {
      $0.contains("导入 [") && $0.contains("/5000，还需约")
    }
    try session.send(Self.interrupt)
    #expect(try session.waitForExit() == .code(1))
    let screen = try session.screen
    #expect(screen.contains("已停止"))
    let store = try Store(opening: directory)
    #expect(try store.head() == before)
    #expect(try store.check().isSound)
  }

  @Test("P1: a check that is stopped with Ctrl-C says so and finds nothing")
  func stoppedCheck() throws {
    let demo = try DemoStore.reviewed()
    let session = try TerminalSession(["check", demo.path])
    try session.waitFor(text: "核对 [")
    try session.send(Self.interrupt)
    #expect(try session.waitForExit() == .code(1))
    let screen = try session.screen
    #expect(screen.contains("已停止"))
  }

  @Test("P1: of a demo that is stopped with Ctrl-C nothing is left")
  func stoppedDemo() throws {
    let folder = try TemporaryDirectory()
    let session = try TerminalSession(["demo", "--no-open", "--path", folder.path("store")])
    try session.waitFor(text: "正在建立演示库 [")
    try session.send(Self.interrupt)
    #expect(try session.waitForExit() == .code(1))
    #expect(!FileManager.default.fileExists(atPath: folder.path("store")))
  }

  @Test("where stderr is no terminal nothing is written of it")
  func silent() throws {
    let demo = try DemoStore.application()
    let run = try runCommand(["check", demo.path])
    #expect(run.status == .code(0) && run.stderr.isEmpty)
  }
}
