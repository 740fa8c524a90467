import Foundation
import Testing

/// Score sheets by the command line, with the real binary.
extension AtTheTerminal.CommandLineTests {
  @Test("sheet writes one's own review and takes it back, cell by cell, or nothing of it")
  func sheet() throws {
    let store = try DemoStore.reviewed()
    let folder = try TemporaryDirectory()
    let file = folder.path("评审表.xlsx")
    func sheet(_ arguments: [String], as person: String = "zhaoyi") throws -> CommandRun {
      try runCommand(
        ["sheet", store.path, DemoStore.number, "--as", person] + arguments,
        env: ["PINGSHEN_PASSPHRASE": "demo"])
    }
    let out = try sheet(["--out", file])
    #expect(out.status == .code(0) && out.stdout.contains("谁拿到文件都能看到"), "\(out)")
    #expect(try sheet(["--out", file]).status == .code(1))
    let dry = try sheet(["--in", file, "--dry-run"])
    #expect(dry.status == .code(0) && dry.stdout.contains("没有写入"), "\(dry)")
    let taken = try sheet(["--in", file])
    #expect(taken.status == .code(0) && taken.stdout.contains("其中 0 格改动了草稿"), "\(taken)")
    let other = try sheet(["--in", file], as: "chenmi")
    #expect(other.status == .code(1) && other.stderr.contains("没有正在进行的评审"), "\(other)")
    try Data("甲".utf8).write(to: URL(fileURLWithPath: folder.path("x.xlsx")))
    let broken = try sheet(["--in", folder.path("x.xlsx")])
    #expect(broken.status == .code(1) && broken.stderr.contains("没有读入"), "\(broken)")
    for wrong in [[], ["--out", file, "--in", file], ["--out", file, "--dry-run"]] {
      #expect(try sheet(wrong).status == .code(2), "\(wrong)")
    }
  }
}
