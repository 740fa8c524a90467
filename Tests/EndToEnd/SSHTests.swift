import Foundation
import Testing

extension AtTheTerminal {
  /// The gate behind a real sshd.
  @Suite("The gate by ssh", .enabled(if: SSHServer.isHere, "where an sshd can be started"))
  struct SSHTests {
    private let folder: TemporaryDirectory
    private let store: GateStore
    private let server: SSHServer

    init() throws {
      folder = try TemporaryDirectory()
      store = try GateStore(forConsole: true)
      server = try SSHServer(folder, store, as: "qianer")
    }

    /// A file of every byte there is.
    private func file(_ name: String, count: Int) throws -> String {
      let data = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
      try data.write(to: URL(fileURLWithPath: folder.path(name)))
      return folder.path(name)
    }

    @Test("a file comes and goes byte for byte, under a name with blanks and Chinese")
    func files() throws {
      let path = try file("sent", count: 300_001)
      let put = try server.run("put 自评 定稿.docx", "ssh \"$@\" <\(path)")
      #expect(put.status == .code(0) && put.stdout.contains("300001"), "\(put)")
      #expect(try server.run("ls").stdout == "in\t300001\t自评 定稿.docx\n")
      let back = folder.path("back")
      #expect(try server.run("get 自评 定稿.docx", "ssh \"$@\" >\(back)").status == .code(0))
      #expect(FileManager.default.contentsEqual(atPath: path, andPath: back))
      #expect(try server.run("rm 自评 定稿.docx").status == .code(0))
      #expect(store.names("in") == [])
    }

    @Test("no shell, no copying past the boxes, no forwarding")
    func nothingElse() throws {
      let path = try file("sent", count: 10)
      for command in ["sh", "cat /etc/passwd", "ls; id", "env", "$(id)"] {
        let run = try server.run(command)
        #expect(run.status == .code(2) && run.stdout.isEmpty, "\(run)")
      }
      for mode in ["-O", "-s"] {
        let copied = try runCommand(
          [mode] + server.options + [path, "root@gate:x"], program: "/usr/bin/scp")
        #expect(copied.status != .code(0), "\(copied)")
      }
      let forwarded = try runCommand(
        server.arguments(["-W", "127.0.0.1:22"]), program: "/usr/bin/ssh")
      #expect(forwarded.status != .code(0), "\(forwarded)")
      #expect(store.names("in") == [])
    }

    @Test("a connection that is cut in the middle of a file leaves nothing of it")
    func cut() throws {
      let pipe = Pipe()
      let client = Process()
      client.executableURL = URL(fileURLWithPath: "/usr/bin/ssh")
      client.arguments = server.arguments([], "put big")
      client.standardInput = pipe
      client.standardError = FileHandle.nullDevice
      client.standardOutput = FileHandle.nullDevice
      try client.run()
      try pipe.fileHandleForWriting.write(contentsOf: Data(count: 200_000))
      let end = ContinuousClock.now + .seconds(60)
      func wait(_ isThere: Bool) {
        while store.names("in").isEmpty == isThere, ContinuousClock.now < end { usleep(10_000) }
      }
      wait(true)
      #expect(store.names("in").allSatisfy { $0.hasPrefix(".part-") })
      kill(client.processIdentifier, SIGKILL)
      client.waitUntilExit()
      wait(false)
      #expect(store.names("in") == [])
    }

    /// The console in a terminal, with variables that the client sends along.
    private func desk() throws -> Desk {
      let hostile = [
        "PINGSHEN_NOW=never", "TERMINFO=/nonexistent", "XDG_STATE_HOME=\(folder.path("state"))",
        "LC_ALL=../../evil", "EDITOR=/bin/sh", "LANG=C.UTF-8",
      ]
      return Desk(
        try TerminalSession(
          server.arguments(hostile.flatMap { ["-o", "SetEnv=\($0)"] }), program: "/usr/bin/ssh",
          cols: 120, rows: 36), as: "qianer")
    }

    @Test("the console works through it, whatever variables come along")
    func console() throws {
      let desk = try desk()
      try desk.logIn()
      try desk.choose(DemoStore.number)
      try desk.session.resize(cols: 90, rows: 30)
      try desk.session.waitFor("the new size") {
        $0.rows.count == 30 && $0.rows[29].hasSuffix("F10 退出")
      }
      try desk.session.press(.f(10))
      try desk.see("退出评审台？")
      try desk.session.press(.enter)
      #expect(try desk.session.waitForExit() == .code(0))
      #expect(!FileManager.default.fileExists(atPath: folder.path("state")))
    }

    @Test("several sessions at once go on side by side")
    func together() throws {
      let desks = try (0..<6).map { _ in try desk() }
      for desk in desks { try desk.logIn() }
      for desk in desks { try desk.choose(DemoStore.number) }
      for desk in desks { try desk.quit() }
      #expect(try runCommand(["check", store.path]).status == .code(0))
    }
  }
}
