import Foundation
import Store
import Testing

/// The command line's contract: exit status, sentences, passphrases, languages, doctor.
extension AtTheTerminal.CommandLineTests {
  /// A call that goes wrong, with its status and what its sentence holds.
  struct Wrong: Sendable {
    let arguments: [String]
    let passphrase: String?
    let status: Int32
    let says: String
  }

  private static let wrong = [
    Wrong(
      arguments: ["queue", "STORE", "--as", "zhaoyi"], passphrase: "wrong", status: 1, says: "口令不对"),
    Wrong(
      arguments: ["queue", "STORE", "--as", "nobody"], passphrase: "demo", status: 1, says: "nobody"
    ),
    Wrong(
      arguments: ["show", "STORE", "HZ26-9999", "--as", "zhaoyi"], passphrase: "demo", status: 1,
      says: "HZ26-9999"),
    Wrong(
      arguments: ["queue", "/", "--as", "zhaoyi"], passphrase: "demo", status: 1, says: "不是评审库"),
    Wrong(arguments: ["queue", "STORE"], passphrase: "demo", status: 2, says: "--as"),
    Wrong(arguments: ["show", "STORE"], passphrase: "demo", status: 2, says: "缺少 <编号>"),
    Wrong(arguments: ["nonsense"], passphrase: nil, status: 2, says: "nonsense"),
    Wrong(arguments: ["queue", "STORE", "--as", "zhaoyi"], passphrase: nil, status: 2, says: "口令"),
    Wrong(
      arguments: ["open", "STORE", "--as", "nobody"], passphrase: nil, status: 1, says: "nobody"),
    Wrong(arguments: ["open", "STORE"], passphrase: nil, status: 1, says: "终端"),
    Wrong(arguments: ["init", "STORE"], passphrase: nil, status: 1, says: "不为空"),
  ]

  @Test(
    "a sentence that cannot be told ends in a status, not in a crash",
    arguments: ["2>&-", "2>/dev/full"])
  func nobodyThere(_ redirection: String) throws {
    let run = try runCommand(
      ["-c", "\"$0\" people /nonexistent \(redirection)", try Program.pingshen()],
      program: "/bin/sh")
    #expect(run.status == .code(1), "\(run)")
  }

  @Test("wrong calls end with 1 or 2 and a sentence on stderr, nothing on stdout", arguments: wrong)
  func wrongCall(_ call: Wrong) throws {
    let store = try DemoStore.reviewed()
    let run = try runCommand(
      call.arguments.map { $0 == "STORE" ? store.path : $0 },
      env: call.passphrase.map { ["PINGSHEN_PASSPHRASE": $0] } ?? [:])
    #expect(run.status == .code(call.status))
    #expect(run.stderr.hasPrefix("pingshen: ") && run.stderr.contains(call.says))
    #expect(run.stdout.isEmpty)
  }

  @Test("the passphrase comes from a file's first line as well")
  func passphraseFile() throws {
    let store = try DemoStore.reviewed()
    let folder = try TemporaryDirectory()
    try Data("demo\nanother line\n".utf8).write(to: URL(fileURLWithPath: folder.path("pass")))
    let run = try runCommand(
      ["queue", store.path, "--as", "zhaoyi", "--passphrase-file", folder.path("pass"), "--json"])
    #expect(run.status == .code(0) && run.stdout.contains(DemoStore.number))
    // What is asked for on the command line goes before what lies in the environment.
    let both = try runCommand(
      ["queue", store.path, "--as", "zhaoyi", "--passphrase-file", folder.path("pass")],
      env: ["PINGSHEN_PASSPHRASE": "wrong"])
    #expect(both.status == .code(0), "\(both.stderr)")
    let missing = try runCommand(
      ["queue", store.path, "--as", "zhaoyi", "--passphrase-file", folder.path("none")])
    #expect(missing.status == .code(1) && missing.stderr.contains("none"))
  }

  @Test("the prompt takes the passphrase without echo")
  func prompt() throws {
    let store = try DemoStore.reviewed()
    let session = try TerminalSession(["queue", store.path, "--as", "zhaoyi"])
    try session.waitFor(text: "zhaoyi 的口令")
    try session.type("demo\r")
    let screen = try session.waitFor(text: DemoStore.number)
    #expect(!screen.contains("demo"))
    #expect(try session.waitForExit() == .code(0))
  }

  @Test("what is typed while the demo is made stands nowhere on the terminal")
  func typedAhead() throws {
    let folder = try TemporaryDirectory()
    let session = try TerminalSession([
      "demo", "--path", folder.path("demo"), "--at", "application",
    ])
    try session.waitFor(text: "正在建立演示库")
    try session.type("qwertz")
    try session.waitFor(text: "陈秘")
    #expect(!String(decoding: try session.output(), as: UTF8.self).contains("qwertz"))
  }

  @Test("a terminal that cannot show screens gets a sentence and status 1")
  func dumbTerminal() throws {
    let store = try DemoStore.reviewed()
    let session = try TerminalSession(["open", store.path], env: ["TERM": "dumb"])
    #expect(try session.waitForExit() == .code(1))
    #expect(try session.screen.contains("pingshen: "))
  }

  @Test("the version is one line, with the form of the log, in the language of the locale")
  func version() throws {
    let format = LogFormat.current
    let run = try runCommand(["--version"])
    #expect(run.status == .code(0) && run.stderr.isEmpty)
    #expect(
      run.stdout.wholeMatch(
        of: #/pingshen \d+\.\d+（日志格式 (\d+)，密码套件 (\d+)）\n/#
      )
      .map { [$0.1, $0.2].compactMap { Int($0) } }
        == [format.version, format.suite], "\(run.stdout)")
    let english = try runCommand(["--version"], env: ["LANG": "en_GB.UTF-8"])
    #expect(english.stdout.contains("(log format \(format.version), suite \(format.suite)"))
    #expect(try runCommand(["doctor"]).stdout.contains(run.stdout))
  }

  @Test("doctor names locale, terminal, SQLite, the watch, a ruler and the store's health")
  func doctor() throws {
    let store = try DemoStore.reviewed()
    let run = try runCommand(["doctor", store.path])
    #expect(run.status == .code(0))
    for words in ["UTF-8 可用", "TERM=xterm-256color", "SQLite：3", "inotify", "未发现问题", "评审台卓越"] {
      #expect(run.stdout.contains(words), "\(words)")
    }
  }

  @Test("what could not be written is no answer: a full disk behind a pipe is status 1")
  func fullOutput() throws {
    let store = try DemoStore.reviewed()
    for command in ["people", "check", "log"] {
      let run = try runCommand(
        ["-c", "\"$0\" \"$1\" \"$2\" > /dev/full", try Program.pingshen(), command, store.path],
        program: "/bin/sh")
      #expect(run.status == .code(1), "\(command) \(run)")
      #expect(!run.stderr.isEmpty)
    }
  }

  @Test("A3: an import with several faults names them all, each in a line of its own")
  func severalFaults() throws {
    let folder = try TemporaryDirectory()
    let passphrase = ["PINGSHEN_PASSPHRASE": "demo"]
    let made = try runCommand(
      [
        "init", "--rehearsal", "--name", "库", "--person", "chenmi", "--person-name", "陈秘",
        folder.path("store"),
      ], env: passphrase)
    #expect(made.status == .code(0), "\(made.stderr)")
    let list = "编号,组织名称,区县,行业\nHZ-1,甲,火星区,仪表\nHZ_2,乙,滨江区,仪表\nHZ-3,丙,滨江区,\n"
    try Data(list.utf8).write(to: URL(fileURLWithPath: folder.path("list.csv")))
    let run = try runCommand(
      ["import", folder.path("store"), folder.path("list.csv"), "--as", "chenmi"], env: passphrase)
    #expect(run.status == .code(1) && run.stdout.isEmpty)
    for words in ["第 2 行 区县 不认识「火星区」", "第 3 行", "第 4 行 行业 未填写", "3 处有误"] {
      #expect(run.stderr.contains(words), "\(run.stderr)")
    }
  }

  @Test("another city's procedure founds a store; a faulty one is named by its place, nothing made")
  func procedure() throws {
    let folder = try TemporaryDirectory()
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../fixtures/procedure/yunmeng.json")
    let arguments = [
      "init", "--rehearsal", "--name", "云梦", "--person", "chenmi", "--person-name", "陈秘",
      "--procedure",
    ]
    let passphrase = ["PINGSHEN_PASSPHRASE": "demo"]
    let good = try runCommand(
      arguments + [file.path, folder.path("good")], env: passphrase)
    #expect(good.status == .code(0), "\(good.stderr)")
    let desk = try Desk.loggedIn(folder.path("good"), as: "chenmi")
    try desk.go(to: "设置")
    try desk.see(["云梦省（虚构）", "600 / 560", "500"])
    try desk.quit()

    let text = try String(contentsOf: file, encoding: .utf8)
    let broken = try #require(text.range(of: "\"bandGap\": 2"))
    let line = text[..<broken.lowerBound].count(where: \.isNewline) + 1
    let faults = [
      ("\"from\": \"560.00\"", "\"from\": \"660.00\"", "tiers[1].from"),
      ("\"proposalNoticeDays\": 5", "\"proposalNoticeDays\": \"五\"", "proposalNoticeDays"),
      ("{{heading}}\\n", "{{headline}}\\n", "letters.letterNotEntered"),
      ("\"refundMonths\"", "\"refundMonth\"", "refundMonths 缺少"),
      ("\"reviewDays\": 10", "\"reviewDays\": 10,\n \"reviewDay\": 9", "reviewDay 不认识这个字段"),
      ("\"copies\": 2", "\"copies\": 0", "copies 须在 1 到 100 之间"),
      ("\"bandGap\": 2", "\"bandGap\" 2", "第 \(line) 行第 12 列"),
    ]
    for (number, fault) in faults.enumerated() {
      let wrong = folder.path("wrong\(number).json")
      let broken = text.replacing(fault.0, with: fault.1)
      #expect(broken != text)
      try Data(broken.utf8).write(to: URL(fileURLWithPath: wrong))
      let run = try runCommand(arguments + [wrong, folder.path("none")], env: passphrase)
      #expect(run.status == .code(1) && run.stderr.contains(fault.2), "\(run.stderr)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
    }
  }
}
