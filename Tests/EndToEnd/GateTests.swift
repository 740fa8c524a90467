import Foundation
import Procedure
import Testing

@testable import Store

/// What can come from outside beside what may.
private let hostile = [
  "PINGSHEN_NOW": "never", "PINGSHEN_PASSPHRASE": "demo", "PINGSHEN_IDLE": "1",
  "TERMINFO": "/nonexistent", "TERMCAP": "x", "HOME": "/nonexistent", "EDITOR": "/bin/sh",
  "XDG_STATE_HOME": "/nonexistent", "LC_ALL": "../../evil", "PINGSHEN_THEME": "mono",
]

/// The gate by the real program, as sshd starts it.
extension AtTheTerminal.GateTests {
  @Test("what is put is listed, fetched and removed; a second put replaces the first")
  func files() throws {
    let store = try GateStore()
    for text in ["一\n", "自评正文\n"] {
      let put = try store.run("put 自评 定稿.txt", stdin: text, env: hostile)
      #expect(put.status == .code(0) && put.stdout.contains("已收到「自评 定稿.txt」"), "\(put)")
    }
    #expect(try store.run("ls", env: hostile).stdout == "in\t13\t自评 定稿.txt\n")
    #expect(try store.run("ls", as: "zhaoyi").stdout == "")
    for name in ["自评 定稿.txt", "'自评 定稿.txt'"] {
      #expect(try store.run("get \(name)", env: hostile).stdout == "自评正文\n")
    }
    #expect(try store.run("get 自评 定稿.txt", as: "zhaoyi").status == .code(1))
    #expect(try store.run("rm 自评 定稿.txt").status == .code(0))
    let gone = try store.run("get 自评 定稿.txt")
    #expect(gone.status == .code(1) && gone.stderr.contains("没有文件"), "\(gone)")
    #expect(store.names("in") == [])
  }

  @Test(
    "anything else is refused with a sentence and 2, and nothing is done",
    arguments: [
      "sh", "scp -t .", "internal-sftp", "ls -la", "put", "put ../x", "put .x", "get /etc/passwd",
      "put a\u{1B}[2J", "rm -rf",
    ])
  func refused(command: String) throws {
    let store = try GateStore()
    let run = try store.run(command, stdin: "x")
    #expect(run.status == .code(2) && run.stdout.isEmpty, "\(run)")
    #expect(run.stderr.hasPrefix("pingshen: ") && run.stderr.filter { $0 == "\n" }.count == 1)
    #expect(!run.stderr.contains("\u{1B}"))
    #expect(!FileManager.default.fileExists(atPath: store.path + "/gate"))
  }

  @Test("without a person it is no gate; nobody unknown or inactive gets through")
  func persons() throws {
    let store = try GateStore()
    let nobody = try runCommand(
      ["open", "--gate", store.path], env: ["SSH_ORIGINAL_COMMAND": "ls"])
    #expect(nobody.status == .code(2) && nobody.stderr.contains("--as"), "\(nobody)")
    for person in ["nobody", "../qianer", ""] {
      #expect(try store.run("ls", as: person).status == .code(1))
    }
    let office = try Store(opening: URL(fileURLWithPath: store.path))
    let session = try office.signIn("chenmi", passphrase: "demo")
    var gone = try #require(try office.cycle().people["qianer"])
    gone.active = false
    try office.perform(.cycle(.change(gone)), by: session)
    #expect(try store.run("ls").status == .code(1))
    #expect(!FileManager.default.fileExists(atPath: store.path + "/gate"))
  }

  @Test(
    "input or output that is closed, a full disk, a reader that is gone: 1 and a sentence",
    arguments: [
      ("put y", "<&-"), ("get x", ">&-"), ("get x", ">/dev/full"), ("ls", ">/dev/full"),
      ("get x", "| true; exit ${PIPESTATUS[0]}"),
    ])
  func closed(command: String, how: String) throws {
    let store = try GateStore()
    let long = String(repeating: "x", count: 1 << 20)
    #expect(try store.run("put x", stdin: long).status == .code(0))
    let run = try runCommand(
      ["-c", "\"$0\" \"$@\" \(how)", try Program.pingshen()] + store.arguments(),
      program: "/bin/bash", env: ["SSH_ORIGINAL_COMMAND": command])
    #expect(run.status == .code(1) && run.stderr.hasPrefix("pingshen: "), "\(run)")
    #expect(store.names("in") == ["x"])
  }

  @Test("a transfer that breaks off leaves nothing, whatever lay there before stays")
  func breaksOff() throws {
    let store = try GateStore()
    #expect(try store.run("put x", stdin: "old").status == .code(0))
    // The answer's way is gone before the input ends, as where the connection broke.
    let folder = try TemporaryDirectory()
    let run = try runCommand(
      [
        "-c",
        """
        mkfifo "$F"; { echo half; read -r x <"$F"; } | "$0" "$@" | { exec <&-; echo >"$F"; }
        exit ${PIPESTATUS[1]}
        """, try Program.pingshen(),
      ] + store.arguments(), program: "/bin/bash",
      env: ["SSH_ORIGINAL_COMMAND": "put x", "F": folder.path("done")])
    #expect(run.status == .code(1) && run.stderr.contains("传送中断"), "\(run)")
    #expect(try store.run("get x").stdout == "old")
    #expect(store.names("in") == ["x"])
  }

  // MARK: The console

  private func desk(_ store: GateStore, as person: String = "qianer") throws -> Desk {
    Desk(
      try TerminalSession(store.arguments(as: person), cols: 120, rows: 36, env: hostile),
      as: person)
  }

  @Test("the person is there and nobody else; work goes on as ever; F10 ends the session")
  func console() throws {
    let store = try GateStore(forConsole: true)
    let desk = try desk(store)
    let login = try desk.see("口令")
    #expect(login.contains("钱二") && !login.contains("赵一") && !login.contains("换人"))
    try desk.session.press(.esc, .up, .down)
    try desk.logIn()
    try desk.choose(DemoStore.number)
    try desk.quit()
  }

  @Test("neither Ctrl-Z nor a stop signal leads out of it; a connection that drops ends it")
  func stays() throws {
    let store = try GateStore(forConsole: true)
    let desk = try desk(store)
    try desk.see("口令")
    try desk.session.press(.ctrl("z"))
    try desk.session.signal(SIGTSTP)
    try desk.logIn()
    try desk.session.press(.ctrl("z"))
    try desk.session.signal(SIGTSTP)
    try desk.session.press(.f(1))
    let help = try desk.see("锁定")
    #expect(!help.contains("Ctrl-Z") && !help.contains("挂起"))
    desk.session.hangUp()
    try desk.session.waitForExit()
  }

  @Test("the first login by an invitation goes through the gate")
  func joins() throws {
    let store = try GateStore(forConsole: true)
    let office = try Store(opening: URL(fileURLWithPath: store.path))
    let session = try office.signIn("chenmi", passphrase: "demo")
    let invitation = try office.invite(
      Person(id: "xinlai", name: "新来", roles: [.expert]), by: session)
    let desk = try desk(store, as: "xinlai")
    try desk.join(invitation: invitation.code, passphrase: "a new passphrase")
    try desk.quit()
  }

  @Test("a terminal's type that is a path is none")
  func terminalType() throws {
    let store = try GateStore(forConsole: true)
    let session = try TerminalSession(
      store.arguments(), env: ["TERM": "../../../tmp/evil", "LANG": "en_GB.UTF-8"])
    #expect(try session.waitForExit() == .code(1))
    #expect(try session.screen.contains("unknown terminal type"))
  }
}
