import Foundation
import Testing

/// The harness itself, tried on the system's own small programs.
extension AtTheTerminal.SupportTests {
  /// A shell in the emulated terminal that runs `script`.
  private func shell(_ script: String, cols: Int = 40, rows: Int = 6) throws -> TerminalSession {
    try TerminalSession(["-c", script], program: "/bin/sh", cols: cols, rows: rows)
  }

  @Test("a program sees the size it was given and is told of another")
  func size() throws {
    let session = try shell("trap 'stty size' WINCH; stty size; while :; do read line; done")
    try session.waitFor(text: "6 40")
    try session.resize(cols: 100, rows: 30)
    let screen = try session.waitFor(text: "30 100")
    #expect(screen.cols == 100)
    #expect(screen.cells.count == 30)
    // One column and one row, and back: the emulator must live through it.
    try session.resize(cols: 1, rows: 1)
    try session.resize(cols: 44, rows: 11)
    try session.waitFor(text: "11 44")
  }

  @Test("Han text echoes once per glyph, two cells wide, and the cursor stands after it")
  func wideEcho() throws {
    let session = try shell("stty -icanon iutf8; printf '> '; exec cat")
    try session.waitFor(text: ">")
    try session.type("评审台a")
    let screen = try session.waitFor("the echo") { $0.rows[0].hasPrefix("> 评审台a") }
    #expect(screen.rows[0].filter { $0 == "评" }.count >= 1)
    #expect(screen.cells[0][2].width == 2)
    #expect(screen.cells[0][3].text.isEmpty)
    #expect(screen.position(of: "审") == .init(row: 0, col: 4))
    #expect(screen.position(of: "a") == .init(row: 0, col: 8))
  }

  @Test("colours and attributes are read from cells")
  func styles() throws {
    let session = try shell(
      #"printf '\033[1;38;5;9m红\033[0m \033[7m反\033[0m \033[4;48;2;1;2;3m线\033[0m'; exec cat"#)
    let screen = try session.waitFor(text: "线")
    let red = try #require(screen.cell(at: "红"))
    #expect(red.bold && red.foreground == .index(9) && red.background == .standard)
    #expect(try #require(screen.cell(at: "反")).reverse)
    let line = try #require(screen.cell(at: "线"))
    #expect(line.underline && line.background == .rgb(1, 2, 3))
  }

  @Test("a wait that fails says what it waited for and shows the present screen")
  func timeout() throws {
    let session = try shell("echo 到此为止; exec cat")
    try session.waitFor(text: "到此为止")
    let failure = #expect(throws: TerminalSession.Timeout.self) {
      try session.waitFor("the moon", timeout: .milliseconds(20)) { $0.contains("月") }
    }
    let report = failure?.description ?? ""
    #expect(report.contains("the moon") && report.contains("到此为止"))
  }

  @Test("what has left the screen is not found by a wait")
  func presentScreenOnly() throws {
    let session = try shell(#"echo 旧; read line; printf '\033[2J\033[H新'; exec cat"#)
    try session.waitFor(text: "旧")
    try session.press(.enter)
    let screen = try session.waitFor(text: "新")
    #expect(!screen.contains("旧"))
    #expect(String(decoding: try session.output(), as: UTF8.self).contains("旧"))
  }

  @Test("the alternate screen comes, the first one comes back")
  func alternateScreen() throws {
    let session = try shell(
      #"echo 前; read a; printf '\033[?1049h\033[?25l里面'; read b; printf '\033[?1049l\033[?25h后'; cat"#
    )
    try session.waitFor(text: "前")
    try session.press(.enter)
    let inside = try session.waitFor(text: "里面")
    #expect(inside.alternate && !inside.cursorVisible && !inside.contains("前"))
    try session.resize(cols: 1, rows: 1)
    try session.resize(cols: 30, rows: 4)
    try session.press(.enter)
    let outside = try session.waitFor(text: "后")
    #expect(!outside.alternate && outside.cursorVisible)
  }

  @Test("output since a mark holds only what came after it")
  func marks() throws {
    let session = try shell("stty -echo; echo eins; read a; echo zwei; exec cat")
    try session.waitFor(text: "eins")
    let mark = try session.mark()
    try session.press(.enter)
    try session.waitFor(text: "zwei")
    #expect(try session.output(since: mark).elementsEqual("zwei\r\n".utf8))
  }

  @Test("a status, a signal, a kill and a dropped line each end a program as they should")
  func endings() throws {
    #expect(try shell("exit 7").waitForExit() == .code(7))
    let quiet = try shell("echo 在; exec cat")
    try quiet.waitFor(text: "在")
    try quiet.signal(SIGTERM)
    #expect(try quiet.waitForExit() == .signal(SIGTERM))
    let killed = try shell("echo 在; exec cat")
    try killed.waitFor(text: "在")
    try killed.kill9()
    #expect(try killed.waitForExit() == .signal(SIGKILL))
    let dropped = try shell("echo 在; exec cat")
    try dropped.waitFor(text: "在")
    dropped.hangUp()
    #expect(try dropped.waitForExit() == .signal(SIGHUP))
  }

  @Test("a program that is not there is said at once")
  func missingProgram() {
    #expect(throws: TerminalSession.Failure.self) {
      try TerminalSession([], program: "/nowhere/pingshen")
    }
  }

  @Test("a paste larger than the line holds arrives whole")
  func largePaste() throws {
    let session = try shell("stty raw -echo; echo go; head -c 200012 | wc -c; exec cat")
    try session.waitFor(text: "go")
    try session.paste(String(repeating: "评", count: 66_666) + "ab")
    try session.waitFor(text: "200012")
  }

  @Test("the pinned environment has no colour, ssh or screen size of the machine's own")
  func pinnedEnvironment() throws {
    let run = try runCommand(["-c", "env"], program: "/bin/sh", env: ["PINGSHEN_X": "甲"])
    let lines = Set(run.stdout.split(separator: "\n").map(String.init))
    #expect(
      lines.isSuperset(of: ["TZ=UTC", "LANG=C.UTF-8", "TERM=xterm-256color", "PINGSHEN_X=甲"]))
    let names = Set(lines.compactMap { $0.split(separator: "=").first.map(String.init) })
    #expect(names.isDisjoint(with: ["NO_COLOR", "SSH_TTY", "SSH_CONNECTION", "LINES", "COLUMNS"]))
  }

  @Test("a command's status, output, errors and input are kept apart")
  func command() throws {
    let run = try runCommand(
      ["-c", "cat; echo 错 >&2; exit 3"], program: "/bin/sh", stdin: "由此进\n")
    #expect(run.status == .code(3))
    #expect(run.stdout == "由此进\n")
    #expect(run.stderr == "错\n")
    #expect(throws: CommandTimeout.self) {
      try runCommand(["30"], program: "/bin/sleep", timeout: .milliseconds(50))
    }
  }

  @Test("a temporary directory goes when nobody holds it")
  func temporaryDirectory() throws {
    var directory: TemporaryDirectory? = try TemporaryDirectory()
    let path = try #require(directory?.path)
    try Data("甲".utf8).write(to: URL(fileURLWithPath: path + "/a"))
    directory = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("the built program is found beside the tests")
  func builtProgram() throws {
    let path = try Program.pingshen()
    #expect(FileManager.default.isExecutableFile(atPath: path))
    #expect(throws: Program.NotBuilt.self) { try Program.built("no-such-program") }
  }
}
