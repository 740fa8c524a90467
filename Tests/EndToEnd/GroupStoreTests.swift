import Foundation
import Procedure
import Testing

@testable import Store

#if canImport(Glibc)
  import Glibc
#endif

/// System accounts that need not be entered anywhere.
private enum OtherAccounts {
  /// Whether this process may be others, and those may run the program: it and its libraries may lie
  /// in somebody's home.
  static let mayRun: Bool = {
    guard geteuid() == 0, let program = try? Program.pingshen() else { return false }
    let run = try? runCommand(
      ["--reuid=61001", "--regid=61001", "--clear-groups", program, "--help"],
      program: "/usr/bin/setpriv", cwd: "/")
    return run?.status == .code(0)
  }()
}

extension AtTheTerminal {
  /// A store that two system accounts of one group share; as root, who can be both.
  @Suite(
    "init --shared: two accounts of a group",
    .enabled(if: OtherAccounts.mayRun, "as root, the program open to every account"))
  struct GroupStoreTests {
    private let folder: TemporaryDirectory
    private let group = 61_000
    private var store: String { folder.path("shared/2026") }

    init() throws {
      folder = try TemporaryDirectory()
      chmod(folder.path, 0o755)
      let shared = folder.path("shared")
      try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: true)
      chown(shared, 61_001, gid_t(group))
      chmod(shared, 0o2770)
    }

    /// Runs a command as one of the accounts, in a home of their own.
    private func run(
      as account: Int, _ arguments: [String], mask: String = "022"
    ) throws -> CommandRun {
      let home = folder.path("home-\(account)")
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      chown(home, uid_t(account), gid_t(group))
      return try runCommand(
        [
          "--reuid=\(account)", "--regid=\(account)", "--groups=\(group)", "/bin/sh", "-c",
          "umask \(mask); exec \"$@\"", "sh", try Program.pingshen(),
        ] + arguments,
        program: "/usr/bin/setpriv", env: ["PINGSHEN_PASSPHRASE": "demo", "HOME": home], cwd: "/")
    }

    private func found() throws {
      let made = try run(
        as: 61_001,
        [
          "init", "--rehearsal", "--shared", "--name", "库", "--person", "chenmi", "--person-name",
          "陈秘", store,
        ])
      #expect(made.status == .code(0), "\(made)")
    }

    private func receive(_ number: Int, as account: Int) throws -> CommandRun {
      let list = folder.path("list-\(account)-\(number).csv")
      try Data("编号,组织名称,区县,行业\nHZ-\(account)-\(number),甲,滨江区,仪表\n".utf8).write(
        to: URL(fileURLWithPath: list))
      chmod(list, 0o644)
      return try run(as: account, ["import", store, list, "--as", "chenmi"])
    }

    @Test("directories hand their group down, files are the group's, whatever the account's mask")
    func rights() throws {
      try found()
      func mode(_ name: String) -> mode_t {
        var status = stat()
        lstat(name.isEmpty ? store : store + "/" + name, &status)
        return status.st_mode & 0o7777
      }
      #expect([mode(""), mode("files"), mode("backups")] == [0o2770, 0o2770, 0o2770])
      #expect(mode("log.sqlite") == 0o660)
      let second = try run(as: 61_002, ["backup", store], mask: "077")
      #expect(second.status == .code(0), "\(second)")
      for account in [61_001, 61_002] {
        let doctor = try run(as: account, ["doctor", store])
        #expect(doctor.status == .code(0) && doctor.stdout.contains("同组共用"), "\(doctor)")
        #expect(!doctor.stdout.contains("!："), "\(doctor)")
      }
      chmod(store + "/log.sqlite", 0o640)
      let doctor = try run(as: 61_001, ["doctor", store])
      #expect(doctor.stdout.contains("log.sqlite 须为 0660"), "\(doctor)")
    }

    @Test("P2: a store that one may only read says so; once it can be written to, one goes on")
    func readOnly() throws {
      try found()
      for name in ["", "files", "backups", "log.sqlite", "log.sqlite-journal"] {
        chmod(name.isEmpty ? store : store + "/" + name, name.hasPrefix("log") ? 0o644 : 0o755)
      }
      chmod(folder.path("shared"), 0o755)
      let home = folder.path("home-61003")
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      chown(home, 61_003, 61_003)
      let session = try TerminalSession(
        [
          "--reuid=61003", "--regid=61003", "--clear-groups", try Program.pingshen(), "open", store,
          "--as", "chenmi",
        ], program: "/usr/bin/setpriv", cols: 120, rows: 36, env: ["HOME": home], cwd: "/")
      let desk = Desk(session, as: "chenmi")
      try desk.logIn()
      try desk.see("! 只读")
      try desk.go(to: "设置")
      try desk.session.press(.enter)
      try desk.see("采用杭州市的参数")
      try desk.session.press(.f(5))
      try desk.see("此库只能读，没有保存")
      // What was typed is still there, and is saved once it can be.
      try desk.see("采用杭州市的参数")
      for name in ["", "files", "backups", "log.sqlite", "log.sqlite-journal"] {
        chmod(name.isEmpty ? store : store + "/" + name, name.hasPrefix("log") ? 0o666 : 0o777)
      }
      try desk.session.press(.f(5))
      try desk.see("尚未发布申报通知")
      try desk.seeNoMore("! 只读")
      try desk.quit()
    }

    @Test("two accounts that work at once lose nothing")
    func together() throws {
      try found()
      let (office, session) = try OpenYear.begin(store)
      let count = ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full" ? 100 : 3
      let runs = Runs()
      DispatchQueue.concurrentPerform(iterations: 2) { place in
        for number in 0..<count { runs.add { try receive(number, as: 61_001 + place) } }
      }
      #expect(runs.refused == [])
      #expect(try office.counts(by: session).all == 2 * count)
      #expect(try office.check(by: session).findings == [])
    }

    /// What went wrong in two accounts' commands.
    private final class Runs: @unchecked Sendable {
      private let lock = NSLock()
      private var found: [String] = []
      var refused: [String] { lock.withLock { found } }

      func add(_ body: () throws -> CommandRun) {
        let run = Result { try body() }
        if case .success(let run) = run, run.status == .code(0) { return }
        lock.withLock { found.append("\(run)") }
      }
    }
  }
}
