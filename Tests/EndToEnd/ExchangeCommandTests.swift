import Foundation
import Store
import Testing

/// Copies and how they meet, with the real binary.
@Suite("pingshen exchange, pingshen copy")
struct ExchangeCommandTests {
  private let folder: TemporaryDirectory
  private let store: DemoStore

  init() throws {
    (folder, store) = (try TemporaryDirectory(), try DemoStore.reviewed())
    for name in ["post", "stick"] { try makeFolder(name) }
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(name), withIntermediateDirectories: true)
  }

  private func exchange(
    _ path: String, _ post: String, _ more: String..., as person: String = "chenmi"
  ) throws -> CommandRun {
    try runCommand(
      ["exchange", path, post, "--as", person] + more, env: ["PINGSHEN_PASSPHRASE": "demo"])
  }

  /// A number of what an exchange printed as JSON.
  private func number(_ name: String, _ run: CommandRun) throws -> Int? {
    let object = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
    return ((object as? [String: Any])?[name] as? NSNumber)?.intValue
  }

  private func head(_ path: String) throws -> Substring? {
    try runCommand(["check", path]).stdout.firstMatch(of: #/头摘要 ([0-9a-f]{64})/#)?.1
  }

  @Test("a copy with the program and a page; what one writes the other takes; both check, one head")
  func copyAndExchange() throws {
    let taken = folder.path("taken")
    let made = try runCommand(["copy", store.path, taken, "--for", "zhaoyi", "--for", "qianer"])
    #expect(made.status == .code(0) && made.stdout.contains("已另建一份"), "\(made)")
    let again = try runCommand(["copy", store.path, taken])
    #expect(again.status == .code(1) && again.stderr.contains("不为空"), "\(again)")
    let page = try String(contentsOfFile: taken + "/开始.txt", encoding: .utf8)
    #expect(page.contains("赵一") && page.contains("钱二"))
    let lines = page.split(separator: "\n")
    #expect(lines.prefix(5).contains { $0.contains("Windows") && $0.contains("不能直接运行") })
    // The program beside it is the one that runs.
    let beside = try runCommand(["--version"], program: taken + "/pingshen")
    #expect(beside.status == .code(0) && beside.stdout.hasPrefix("pingshen "), "\(beside)")

    let post = folder.path("post")
    let given = try exchange(store.path, post, "--json")
    #expect(given.status == .code(0), "\(given)")
    #expect(try number("given", given).map { $0 > 100 } == true && number("receipt", given) == 1)
    let second = try exchange(store.path, post)
    #expect(second.status == .code(0) && second.stdout.contains("取入 0 条，写出 0 条"), "\(second)")
    #expect(second.stdout.contains("头摘要") && second.stdout.contains("回执"), "\(second)")
    let there = try exchange(taken + "/store", post, "--json")
    #expect(there.status == .code(0), "\(there)")
    #expect(try number("taken", there) == 0 && number("given", there) == 0)
    #expect(try head(store.path) != nil && head(store.path) == head(taken + "/store"))
  }

  @Test("a trial says what would be taken; what was altered is refused with its reason and 1")
  func refusals() throws {
    let (taken, post) = (folder.path("taken"), folder.path("post"))
    #expect(try runCommand(["copy", store.path, taken]).status == .code(0))
    let people = folder.path("people.json")
    let text = #"{"people":[{"id":"newcomer","name":"新人","roles":["expert"]}]}"#
    try Data(text.utf8).write(to: URL(fileURLWithPath: people))
    #expect(
      try runCommand(
        ["import", store.path, people, "--as", "chenmi"], env: ["PINGSHEN_PASSPHRASE": "demo"]
      ).status == .code(0))
    #expect(try exchange(store.path, post).status == .code(0))
    let trial = try exchange(taken + "/store", post, "--dry-run", "--json")
    let due = try #require(try number("taken", trial))
    #expect(due > 0 && trial.status == .code(0), "\(trial)")
    #expect(try number("receipt", trial) == nil)
    let files = URL(fileURLWithPath: post)
    let packs = try FileManager.default.subpathsOfDirectory(atPath: post)
      .filter { $0.hasSuffix(".pack") }.sorted()
    let pack = files.appendingPathComponent(try #require(packs.last))
    let data = try Data(contentsOf: pack)
    try data.dropLast(100).write(to: pack)
    let cut = try exchange(taken + "/store", post)
    #expect(cut.status == .code(1) && cut.stderr.contains("不完整"), "\(cut)")
    try data.write(to: pack)
    let whole = try exchange(taken + "/store", post, "--json")
    #expect(whole.status == .code(0), "\(whole)")
    #expect(try number("taken", whole) == due)
    // What came when is signed on the secretariat's copy, and goes back.
    #expect(try exchange(store.path, post).status == .code(0))
    #expect(try head(store.path) == head(taken + "/store"))
  }

  @Test("wrong addresses, missing directories, nobody named: a sentence each, nothing done")
  func wrong() throws {
    let missing = try exchange(store.path, folder.path("nowhere"))
    #expect(missing.status == .code(1) && missing.stderr.contains("没有目录"), "\(missing)")
    let option = try runCommand(
      ["exchange", store.path, "--as", "chenmi", "--", "-oProxyCommand=touch x@host:y"],
      env: ["PINGSHEN_PASSPHRASE": "demo"])
    #expect(option.status == .code(1) && option.stderr.contains("不是交换目录的地址"), "\(option)")
    let nobody = try runCommand(["exchange", store.path, folder.path("post")])
    #expect(nobody.status == .code(2) && nobody.stderr.contains("--as"), "\(nobody)")
    let none = try runCommand(
      ["exchange", store.path, "me@host:x", "--as", "chenmi"],
      env: ["PINGSHEN_PASSPHRASE": "demo", "PATH": "/nowhere"])
    #expect(none.status == .code(1) && none.stderr.contains("没有安装 rsync"), "\(none)")
    let unknown = try runCommand(["copy", store.path, folder.path("x"), "--for", "nobody"])
    #expect(unknown.status == .code(1) && unknown.stderr.contains("没有此人"), "\(unknown)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("post")) == [])
    #expect(!FileManager.default.fileExists(atPath: folder.path("x")))
  }
}
