import Foundation
import Procedure
import Testing

@testable import Store

/// What was called done or saved is there after the power was cut at any moment, and nothing of what
/// was not is there by half.
extension AtTheTerminal.PowerCutTests {
  /// Cuts of each kind: few in passing, hundreds where they are asked for.
  private static let cuts =
    ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full" ? 300 : 12

  /// What programs did to a directory, and how far they had come when each act was reported as done.
  private struct Tape {
    let start: Disk
    var calls: [DiskCall] = []
    var marks: [(act: String, at: Int)] = []

    func done(at position: Int) -> Set<String> {
      Set(marks.filter { $0.at <= position }.map(\.act))
    }
  }

  /// Cuts the power at moments drawn by chance, and looks at what is there then.
  ///
  /// A third of the cuts come at the moment at which something was just reported.
  private func cut(
    _ tape: Tape, times: Int, seed: Int,
    _ look: (_ root: String, _ done: Set<String>, _ name: Testing.Comment) throws -> Void
  ) throws {
    for number in 0..<times {
      var dice = Dice(seed: seed + number)
      let position =
        number % 3 == 0
        ? tape.marks.randomElement(using: &dice)?.at ?? tape.calls.count
        : Int.random(in: 0...tape.calls.count, using: &dice)
      let luck = Disk.Luck.allCases.randomElement(using: &dice) ?? .some
      var disk = tape.start
      for call in tape.calls.prefix(position) { disk.take(call) }
      let folder = try TemporaryDirectory()
      try disk.cut(luck, using: &dice, into: folder.path)
      try look(
        folder.path, tape.done(at: position),
        "seed \(seed + number), after \(position) of \(tape.calls.count) calls, \(luck)")
    }
  }

  // MARK: Commands

  private static let passphrase = ["PINGSHEN_PASSPHRASE": "demo"]
  private static let whole = "HZ26-0102"

  private func found(_ store: String, _ env: [String: String] = [:]) throws {
    let made = try runCommand(
      ["init", "--rehearsal", "--name", "库", "--person", "chenmi", "--person-name", "陈秘", store],
      env: Self.passphrase.merging(env) { $1 })
    #expect(made.status == .code(0), "\(made)")
  }

  /// The numbers of a list that is imported as one.
  private func numbers(_ list: Int) -> [String] { (0..<4).map { "L\(list)-\($0)" } }

  /// Imports, a backup and its restoring, one after the other, by the program.
  private func commands(ignoringSyncs: Bool = false) throws -> Tape {
    let folder = try TemporaryDirectory()
    let tap = try Tap(in: folder)
    let store = tap.root + "/store"
    try found(store)
    _ = try OpenYear.begin(store)
    var tape = Tape(start: try Disk(tap.root, ignoresSyncs: ignoringSyncs))
    func run(_ act: String, _ arguments: [String]) throws {
      let run = try runCommand(
        arguments, env: Self.passphrase.merging(tap.environment) { $1 })
      #expect(run.status == .code(0), "\(run)")
      tape.calls = try tap.calls()
      tape.marks.append((act, tape.calls.count))
    }
    func importList(_ number: Int) throws {
      let rows = numbers(number).map { "\($0),组织\($0),滨江区,仪表\n" }.joined()
      let file = folder.path("list-\(number).csv")
      try Data(("编号,组织名称,区县,行业\n" + rows).utf8).write(to: URL(fileURLWithPath: file))
      try run("list \(number)", ["import", store, file, "--as", "chenmi"])
    }
    let application = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../fixtures/import/application.json").path
    try importList(1)
    try run("application", ["import", store, application, "--as", "chenmi"])
    try run("backup", ["backup", store])
    try importList(2)
    try run("restore", ["restore", store, tap.root + "/back"])
    var disk = tape.start
    for call in tape.calls { disk.take(call) }
    let missed = try disk.differences(from: tap.root)
    #expect(missed == [], "calls that were not tapped")
    return tape
  }

  /// What is wrong after a cut: what was done is not there, or something is there by half.
  private func faults(_ root: String, _ done: Set<String>) throws -> [String] {
    var faults: [String] = []
    func expect(_ arguments: [String], _ what: String) throws -> CommandRun {
      let run = try runCommand(arguments, env: Self.passphrase)
      if run.status != .code(0) { faults.append("\(what): \(run)") }
      return run
    }
    let store = root + "/store"
    _ = try expect(["check", store, "--as", "chenmi"], "check")
    let listed = try expect(["queue", store, "--as", "chenmi", "--json"], "queue").stdout
    for number in [1, 2] {
      let count = numbers(number).filter { listed.contains("\"\($0)\"") }.count
      if count != (done.contains("list \(number)") ? 4 : count == 0 ? 0 : 4) {
        faults.append("\(count) of list \(number)")
      }
    }
    if done.contains("application"), !listed.contains(Self.whole) { faults.append(Self.whole) }
    if done.contains("backup") { _ = try expect(["restore", store, root + "/again"], "restore") }
    if done.contains("restore") { _ = try expect(["check", root + "/back"], "restored") }
    return faults
  }

  @Test(
    "after a cut everything that a command had done is there, and nothing by half",
    .enabled(if: Tap.isAvailable, "no C compiler to make the library that taps the calls"))
  func commandsAreDurable() throws {
    let tape = try commands()
    #expect(tape.calls.count > 100 && tape.marks.count == 5)
    try cut(tape, times: Self.cuts, seed: 1) { root, done, name in
      let faults = try faults(root, done)
      #expect(faults == [], name)
    }
  }

  @Test(
    "on a disk that ignores fsync the same cuts lose what was done: these tests can fail",
    .enabled(if: Tap.isAvailable, "no C compiler to make the library that taps the calls"))
  func control() throws {
    let tape = try commands(ignoringSyncs: true)
    var lost = 0
    try cut(tape, times: 12, seed: 1) { root, done, _ in
      if try !faults(root, done).isEmpty { lost += 1 }
    }
    #expect(lost > 3)
  }

  @Test(
    "a store that was founded is there after a cut",
    .enabled(if: Tap.isAvailable, "no C compiler to make the library that taps the calls"))
  func foundingIsDurable() throws {
    let folder = try TemporaryDirectory()
    let tap = try Tap(in: folder)
    var tape = Tape(start: try Disk(tap.root))
    try found(tap.root + "/store", tap.environment)
    tape.calls = try tap.calls()
    tape.marks = [("init", tape.calls.count)]
    try cut(tape, times: Self.cuts, seed: 1_000) { root, done, name in
      guard done.contains("init") else { return }
      let check = try runCommand(["check", root + "/store"])
      #expect(check.status == .code(0), "\(name) \(check)")
    }
  }

  // MARK: The console

  private static let written = "断电前写下的优势"
  private static let evidence = "断电前写下的证据"

  @Test(
    "what a console called saved, kept or done is there after a cut",
    .enabled(if: Tap.isAvailable, "no C compiler to make the library that taps the calls"))
  func savedIsDurable() throws {
    let folder = try TemporaryDirectory()
    let tap = try Tap(in: folder)
    let store = tap.root + "/store"
    let demo = try DemoStore.scored()
    try FileManager.default.copyItem(atPath: demo.path, toPath: store)
    var tape = Tape(start: try Disk(tap.root))
    func mark(_ act: String) throws {
      tape.calls = try tap.calls()
      tape.marks.append((act, tape.calls.count))
    }
    let reviewer = try Desk.loggedIn(store, as: "qianer", env: tap.environment)
    try reviewer.choose(DemoStore.number)
    try reviewer.go(to: "独立评审")
    try reviewer.see("我的评审")
    try reviewer.beginStrength()
    try reviewer.session.type(Self.written)
    try reviewer.seeSaved(Self.written)
    try mark("draft")
    try reviewer.session.kill9()
    let desk = try Desk.loggedIn(store, as: "zhengqi", env: tap.environment)
    try desk.choose("HZ26-0013")
    try desk.go(to: "现场")
    try desk.see(["议程", "材料 6"])
    try desk.session.type("2")
    try desk.see("评审员 郑七")
    try desk.session.type(Self.evidence)
    try desk.see([Self.evidence, "已留存"])
    try mark("kept")
    try desk.session.press(.f(5))
    try desk.seeNoMore("核查记录")
    try mark("finding")
    try desk.quit()
    var disk = tape.start
    for call in try tap.calls() { disk.take(call) }
    let missed = try disk.differences(from: tap.root)
    #expect(missed == [], "calls that were not tapped")
    try cut(tape, times: Self.cuts / 2, seed: 2_000) { root, done, name in
      let check = try runCommand(["check", root + "/store"])
      #expect(check.status == .code(0), "\(name) \(check)")
      let store = try Store(opening: URL(fileURLWithPath: root + "/store"))
      let session = try store.signIn("zhengqi", passphrase: "demo")
      let kept = try store.unfinished(by: session).flatMap(\.fields).map(\.text)
      let visit = try store.dossier("HZ26-0013", by: session).visit
      let findings = (visit?.checks ?? []).compactMap { visit?.tick($0.id)?.finding.evidence }
      if done.contains("draft") {
        let reviewer = try store.signIn("qianer", passphrase: "demo")
        let draft = try store.draft(of: CaseID(DemoStore.number), by: reviewer)
        #expect("\(draft.sheet.items)".contains(Self.written) && !draft.isTurnedBack, name)
      }
      if done.contains("kept") {
        #expect(kept.contains(Self.evidence) || findings.contains(Self.evidence), name)
      }
      if done.contains("finding") { #expect(findings.contains(Self.evidence), name) }
    }
  }
}
