import Foundation
import GRDB
import Testing

/// What comes from the surroundings: locales, interrupted questions, paths, names that are no names.
extension AtTheTerminal.InputTests {
  /// A parent that outlives the question, in a shell of its own.
  ///
  /// - Parameter jobs: Whether it can stop what it starts, and bring it to the front again.
  private static func asking(_ store: DemoStore, jobs: Bool) throws -> TerminalSession {
    let question =
      "\(try Program.pingshen()) queue \(store.path) --as zhaoyi; echo ended; read line"
    return jobs
      ? try TerminalSession(
        ["--norc", "--noprofile", "-c", "set -m; \(question); fg; echo over; read line"],
        program: "/bin/bash")
      : try TerminalSession(["-c", "trap : INT; \(question)"], program: "/bin/sh")
  }

  @Test(
    "a question for a passphrase that is ended gives the echo back",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func ended(by number: Int32) throws {
    let store = try DemoStore.reviewed()
    defer { withExtendedLifetime(store) {} }
    let session = try Self.asking(store, jobs: false)
    try session.waitFor(text: "zhaoyi 的口令")
    #expect(!session.isEchoing)
    if number == SIGINT {
      try session.send([3])
    } else {
      try runCommand(["-\(number)", try Self.child(of: session.pid)], program: "/bin/kill")
    }
    try session.waitFor(text: "ended")
    #expect(session.isEchoing, "\(number)")
  }

  @Test("a question that is stopped gives the echo back, and asks anew in the foreground")
  func stopped() throws {
    let store = try DemoStore.reviewed()
    defer { withExtendedLifetime(store) {} }
    let session = try Self.asking(store, jobs: true)
    try session.waitFor(text: "zhaoyi 的口令")
    try session.type("half")
    try session.send([26])
    try session.waitFor(text: "ended")
    #expect(session.isEchoing)
    let mark = try session.mark()
    try session.type("\r")
    try session.waitFor("the question anew") { _ in
      let output = (try? session.output(since: mark)) ?? []
      return String(decoding: output, as: UTF8.self).contains("的口令") && !session.isEchoing
    }
    try session.type("demo\r")
    try session.waitFor(text: DemoStore.number)
    try session.waitFor(text: "over")
    #expect(session.isEchoing)
  }

  /// The process that a shell started.
  private static func child(of pid: pid_t) throws -> String {
    let run = try runCommand(["-P", "\(pid)"], program: "/usr/bin/pgrep")
    return try #require(run.stdout.split(whereSeparator: \.isNewline).first.map(String.init))
  }

  @Test(
    "a locale that is not UTF-8 is said before the screen starts; Enter opens it all the same",
    arguments: ["C", "POSIX", "", "zh_CN.GBK", "en_US.ISO-8859-1"])
  func locale(_ language: String) throws {
    let store = try DemoStore.reviewed()
    let session = try TerminalSession(
      ["open", store.path, "--as", "zhaoyi"], env: ["LANG": language])
    let screen = try session.waitFor(text: "Enter opens it all the same")
    #expect(screen.contains("is not UTF-8") || screen.contains("no locale is set"))
    #expect(screen.contains("C.UTF-8") && !screen.alternate)
    try session.press(.enter)
    try session.waitFor("the screen") { $0.alternate }
    let run = try runCommand(["doctor"], env: ["LANG": language])
    #expect(run.stdout.contains("C.UTF-8"))
    let people = try runCommand(["people", store.path], env: ["LANG": language])
    #expect(people.stdout.contains("赵一"))
  }

  @Test("~ is the person's home wherever a path is given, behind --option= too")
  func home() throws {
    let store = try DemoStore.reviewed()
    let home = try TemporaryDirectory()
    try FileManager.default.copyItem(atPath: store.path, toPath: home.path("store"))
    for end in ["\n", "\r\n", "\r"] {
      try Data("\u{FEFF}demo\(end)another".utf8).write(to: URL(fileURLWithPath: home.path("pass")))
      let run = try runCommand(
        ["queue", "~/store", "--as", "zhaoyi", "--passphrase-file=~/pass"],
        env: ["HOME": home.path])
      #expect(run.status == .code(0) && run.stdout.contains(DemoStore.number), "\(run)")
    }
    let demo = try runCommand(
      ["backup", "~/store", "--to=~/nowhere"], env: ["HOME": home.path])
    #expect(demo.stderr.contains(home.path("nowhere")), "\(demo)")
  }

  @Test("nothing in a store sends the terminal a control character, and no line passes for another")
  func escapes() throws {
    let store = try DemoStore.reviewed()
    let name = "甲\u{1B}[31m\n乙\t丙\u{9B}\u{202E}丁\u{7F}"
    let database = try DatabaseQueue(path: store.path + "/log.sqlite")
    try database.write { db in
      try db.execute(
        sql: "UPDATE dossier SET name = ?, application = json_set(application, '$.name', ?)",
        arguments: [name, name])
    }
    let runs = [
      try store.run("queue", as: "zhaoyi"), try store.run("queue", "--json", as: "zhaoyi"),
      try store.run("show", "HZ\u{1B}[2J", as: "zhaoyi"),
      try runCommand(["queue", store.path, "--\u{1B}[31mnonsense"]),
      try runCommand(["open", store.path, "--as", "a\u{202E}b"]),
    ]
    let allowed: Set<Unicode.Scalar> = ["\n", "\t"]
    for run in runs {
      for scalar in (run.stdout + run.stderr).unicodeScalars where !allowed.contains(scalar) {
        #expect(
          scalar.properties.generalCategory != .control
            && scalar.properties.generalCategory != .format, "\(run)")
      }
    }
    #expect(runs[0].stdout.contains(#"甲\u{1B}[31m\u{A}乙\u{9}丙\u{9B}\u{202E}丁\u{7F}"#), "\(runs[0])")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(runs[1].stdout.utf8)) as? [[String: Any]])
    #expect(rows.contains { $0["name"] as? String == name })
  }
}
