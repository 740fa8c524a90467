import Foundation
import Procedure
import Store
import Testing

@Suite("A way back by the command line, from what init printed")
struct RecoveryCommandTests {
  private let folder: TemporaryDirectory
  private var store: String { folder.path("2026") }

  init() throws { folder = try TemporaryDirectory() }

  /// Founds a store as an administrator does and writes both halves down.
  private func found() throws {
    try write("old", "正月里来\n")
    try write("new", "二月里来\n")
    let run = try runCommand([
      "init", store, "--name", "库", "--person", "chenmi", "--person-name", "陈秘",
      "--passphrase-file", folder.path("old"), "--rehearsal",
    ])
    #expect(run.status == .code(0), "\(run)")
    let codes = run.stdout.split(separator: "\n").filter { line in
      line.filter { $0 == "-" }.count == 14
    }
    #expect(codes.count == 2)
    try write("first", "甲半（秘书处）\n\n\(codes[0])\n")
    try write("second", "\(codes[1].lowercased())")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
  }

  private func recover(_ more: [String], halves: [String] = ["first", "second"]) throws
    -> CommandRun
  {
    try runCommand(
      ["recover", store, "--new-passphrase-file", folder.path("new")]
        + halves.flatMap { ["--half", folder.path($0)] } + more)
  }

  private func check(as person: String, _ passphrase: String) throws -> CommandRun {
    try runCommand([
      "check", store, "--as", person, "--passphrase-file", folder.path(passphrase),
    ])
  }

  @Test("a lost passphrase: the new one works, the old one says what became of it")
  func lost() throws {
    try found()
    let run = try recover(["--as", "chenmi"])
    #expect(run.status == .code(0), "\(run)")
    #expect(try check(as: "chenmi", "new").status == .code(0))
    let old = try check(as: "chenmi", "old")
    #expect(old.status == .code(1))
    #expect(old.stderr.contains("恢复码") || old.stderr.contains("recovery"), "\(old)")
  }

  @Test("one wrong letter in a half is named with its group; one half alone does nothing")
  func wrong() throws {
    try found()
    let text = try String(contentsOfFile: folder.path("second"), encoding: .utf8)
    var code = Array(text)
    let place = try #require(code.indices.filter { code[$0] == "-" }.dropFirst(6).first) + 2
    code[place] = code[place] == "w" ? "x" : "w"
    try write("wrong", String(code))
    let before = try Data(contentsOf: URL(fileURLWithPath: store + "/log.sqlite"))
    let wrong = try recover(["--as", "chenmi"], halves: ["first", "wrong"])
    #expect(wrong.status == .code(1))
    #expect(wrong.stderr.contains("wrong: ") && wrong.stderr.contains(" 8 "), "\(wrong)")
    for halves in [["first"], ["second"], ["first", "first"], ["second", "second"]] {
      #expect(try recover(["--as", "chenmi"], halves: halves).status != .code(0))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: store + "/log.sqlite")) == before)
    #expect(try check(as: "chenmi", "old").status == .code(0))
  }

  @Test(
    "a half is read from a file that has more in it; two in one file are told apart and refused")
  func files() throws {
    try found()
    let (one, two) = (
      try String(contentsOfFile: folder.path("first"), encoding: .utf8),
      try String(contentsOfFile: folder.path("second"), encoding: .utf8)
    )
    try write("both", one + "\n" + two)
    let refused = try recover(["--as", "chenmi"], halves: ["both", "second"])
    #expect(refused.status == .code(1))
    // The folder's name is by chance and may have any number.
    let said = try #require(refused.stderr.range(of: "both: "))
    #expect(!refused.stderr[said.upperBound...].contains("15"), "\(refused)")
    try write("noted", "交接记录：二〇二六年三月一日，保险柜二号，钥匙在办公室主任处\r\n" + two + "\r\n")
    #expect(try recover(["--as", "chenmi"], halves: ["first", "noted"]).status == .code(0))
  }

  @Test("without a place for the new passphrase the option for it is named")
  func noPassphrase() throws {
    try found()
    let run = try runCommand([
      "recover", store, "--as", "chenmi", "--half", folder.path("first"), "--half",
      folder.path("second"),
    ])
    #expect(run.status == .code(2))
    #expect(run.stderr.contains("--new-passphrase-file"), "\(run)")
  }

  @Test("a founder who is gone: the successor takes over, and the founder's access ends")
  func successor() throws {
    try found()
    let run = try recover(["--as", "xinmi", "--successor-of", "chenmi", "--name", "新秘"])
    #expect(run.status == .code(0), "\(run)")
    #expect(try check(as: "xinmi", "new").status == .code(0))
    let opened = try Store(opening: URL(fileURLWithPath: store))
    #expect(try opened.cycle().acts("xinmi", as: .secretariat))
    #expect(try opened.cycle().isReady("chenmi") == false)
  }

  @Test("a passphrase is changed by command, and the keys with it where asked")
  func changed() throws {
    try found()
    for keys in [[], ["--new-keys"]] {
      let (old, new) = keys.isEmpty ? ("old", "new") : ("new", "old")
      let run = try runCommand(
        [
          "passphrase", store, "--as", "chenmi", "--passphrase-file", folder.path(old),
          "--new-passphrase-file", folder.path(new),
        ] + keys)
      #expect(run.status == .code(0), "\(run)")
      #expect(run.stdout.contains("--new-keys") == keys.isEmpty)
      #expect(try check(as: "chenmi", new).status == .code(0))
      #expect(try check(as: "chenmi", old).status == .code(1))
    }
  }
}
