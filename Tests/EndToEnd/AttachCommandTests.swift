import Foundation
import Procedure
import Store
import Testing
import Vault

/// Originals on the command line, with the real binary (M5, M7).
@Suite("pingshen attach, attachments, attachment, detach")
struct AttachCommandTests {
  private static let number = "HZ26-0901"
  private static let officer = "shenbin"

  /// A demo store with an application that has come in, and a folder for files.
  struct Place {
    let demo: DemoStore
    let folder: TemporaryDirectory

    init() throws {
      (demo, folder) = (try DemoStore.application(), try TemporaryDirectory())
      let store = try Store(opening: URL(fileURLWithPath: demo.path))
      let session = try store.signIn(PersonID(officer), passphrase: "demo")
      let district = try #require(try store.cycle().people[PersonID(officer)]?.district)
      let id = CaseID(number)
      try store.perform(
        .register(Application(id: id, name: "杭州滨江阀门有限公司", district: district, industry: "阀门")),
        in: id, by: session)
    }

    func file(_ name: String, _ body: Data) throws -> String {
      let path = folder.path(name)
      try body.write(to: URL(fileURLWithPath: path))
      return path
    }

    func attach(_ words: String...) throws -> CommandRun {
      try runCommand(
        ["attach", demo.path, number] + words + ["--as", officer],
        env: ["PINGSHEN_PASSPHRASE": "demo"])
    }

    func run(_ command: String, _ words: String...) throws -> CommandRun {
      try runCommand(
        [command, demo.path, number] + words + ["--as", officer],
        env: ["PINGSHEN_PASSPHRASE": "demo"])
    }

    func listed(_ words: String...) throws -> [Row] {
      let run = try runCommand(
        ["attachments", demo.path, number, "--json"] + words + ["--as", officer],
        env: ["PINGSHEN_PASSPHRASE": "demo"])
      return try JSONDecoder().decode([Row].self, from: Data(run.stdout.utf8))
    }
  }

  struct Row: Decodable {
    let id: String
    let title: String
    let items: [String]
    let name: String?
    let bytes: Int?
    let sha256: String?
    let characters: Int
    let hasText: Bool
    let state: String
  }

  @Test("M5: files go in, are listed and come out again as they were; check counts them")
  func inAndOut() throws {
    let place = try Place()
    let scan = Bytes.random(700_000)
    let paths = [
      try place.file("附件1：营业执照（盖章版）.bin", scan),
      try place.file("说明.txt", Data("质量手册说明，共 12 字。".utf8)),
    ]
    let run = try place.attach(paths[0], paths[1], "--kind", "M5", "--items", "4.1.2, 4.2.2")
    #expect(run.status == .code(0), "\(run)")
    #expect(run.stdout.contains("evidence-1\t附件1：营业执照（盖章版）"), "\(run)")
    #expect(run.stderr.contains("未提取文字"), "\(run)")
    let rows = try place.listed()
    try #require(rows.map(\.id) == ["evidence-1", "evidence-2"])
    #expect(rows.map(\.hasText) == [false, true] && rows[1].characters > 0)
    #expect(rows[0].bytes == scan.count && rows[0].sha256 == Hex.encode(Digest.sha256(scan)))
    #expect(rows[0].items == ["4.1.2", "4.2.2"])
    let out = try place.run("attachment", "evidence-1", "--out", place.folder.path(""))
    // What lies there is never written over.
    #expect(out.status == .code(1) && out.stderr.contains("已存在"), "\(out)")
    let copy = place.folder.path("copy")
    #expect(try place.run("attachment", "evidence-1", "--out", copy).status == .code(0))
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == scan)
    let check = try runCommand(
      ["check", place.demo.path, "--as", Self.officer], env: ["PINGSHEN_PASSPHRASE": "demo"])
    #expect(check.status == .code(0) && check.stdout.contains("附件"), "\(check)")
  }

  @Test(
    "M7: replaced only where that is said, removed by name, the old ones listed where asked for")
  func replaced() throws {
    let place = try Place()
    let (one, other) = (
      try place.file("a.bin", Data([1, 0])), try place.file("b.bin", Data([2, 0]))
    )
    #expect(try place.attach(one, "--kind", "evidence", "--title", "执照").status == .code(0))
    let again = try place.attach(other, "--kind", "evidence", "--number", "1")
    #expect(again.status == .code(2) && again.stderr.contains("--replace"), "\(again)")
    let replaced = try place.attach(other, "--kind", "evidence", "--number", "1", "--replace")
    #expect(replaced.status == .code(0), "\(replaced)")
    #expect(try place.run("detach", "evidence-1").status == .code(0))
    #expect(try place.listed().map(\.id) == [])
    #expect(try place.listed("--former").map(\.state) == ["replaced", "removed"])
    let gone = try place.run("detach", "evidence-1")
    #expect(gone.status == .code(1) && gone.stderr.contains("没有这份材料"), "\(gone)")
  }

  @Test("a wrong call is 2, a refusal by a rule 1 with its sentence")
  func refused() throws {
    let place = try Place()
    let path = try place.file("a.bin", Data([1, 0]))
    for words in [
      ["--kind", "letters"], ["--kind", "M5", "--items", "9.9.9"],
      ["--kind", "M5", "--received", "2026-03-01"],
      ["--kind", "M5", "--received", "morning", "--received-by", "王平"],
    ] {
      let run = try runCommand(
        ["attach", place.demo.path, Self.number, path] + words + ["--as", Self.officer],
        env: ["PINGSHEN_PASSPHRASE": "demo"])
      #expect(run.status == .code(2), "\(run)")
    }
    let early = try place.attach(
      path, "--kind", "M5", "--received", "2026-03-01", "--received-by", "王平")
    #expect(early.status == .code(1) && early.stderr.contains("请按通常方式附上"), "\(early)")
    let expert = try runCommand(
      ["attach", place.demo.path, Self.number, path, "--kind", "M5", "--as", "qianer"],
      env: ["PINGSHEN_PASSPHRASE": "demo"])
    #expect(expert.status == .code(1), "\(expert)")
    #expect(try place.attach(place.folder.path("none"), "--kind", "M5").status == .code(1))
  }

  @Test("P1: Ctrl-C and kill -9 in the middle leave nothing that an entry speaks of")
  func endings() throws {
    let place = try Place()
    let path = place.folder.path("large.bin")
    try Data().write(to: URL(fileURLWithPath: path))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    // Sparse: it is read as long, and takes no room.
    try handle.truncate(atOffset: 900 << 20)
    try handle.close()
    for ending in [SIGINT, SIGKILL] {
      let session = try TerminalSession(
        ["attach", place.demo.path, Self.number, path, "--kind", "M5", "--as", Self.officer],
        env: ["PINGSHEN_PASSPHRASE": "demo"])
      _ = try session.waitFor(text: "附上 large.bin")
      if ending == SIGINT {
        try session.send([3])
        #expect(try session.waitForExit() == .code(1))
        #expect(try session.screen.contains("已停止"))
      } else {
        try session.kill9()
      }
      #expect(try place.listed().isEmpty)
      let check = try runCommand(["check", place.demo.path])
      #expect(check.status == .code(0), "\(check)")
      let left = try FileManager.default.contentsOfDirectory(atPath: place.demo.path + "/files")
        .filter { $0.hasSuffix(".part") }
      // The file and the mark of those that are on their way together.
      #expect(left.count == (ending == SIGINT ? 0 : 2))
    }
  }
}
