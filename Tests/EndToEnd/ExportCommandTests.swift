import Foundation
import Testing

/// Lists by the command line, with the real binary.
extension AtTheTerminal.CommandLineTests {
  @Test("export writes a list once, as what its name ends in, and says where")
  func export() throws {
    let store = try DemoStore.reviewed()
    let folder = try TemporaryDirectory()
    func export(_ list: String, _ file: String, _ more: [String] = [], as person: String = "chenmi")
      throws -> CommandRun
    {
      try runCommand(
        ["export", store.path, list, "--as", person, "--out", folder.path(file)] + more,
        env: ["PINGSHEN_PASSPHRASE": "demo"])
    }
    let run = try export("queue", "队列.csv")
    #expect(run.status == .code(0) && run.stdout.contains("行：\(folder.path("队列.csv"))"), "\(run)")
    let csv = try String(contentsOfFile: folder.path("队列.csv"), encoding: .utf8)
    #expect(csv.hasPrefix("编号,组织,") && csv.contains(DemoStore.number))
    let again = try export("queue", "队列.csv")
    #expect(again.status == .code(1) && again.stderr.contains("已有文件"), "\(again)")
    #expect(try export("terms", "期限").stdout.contains("期限.xlsx"))
    let book = try Data(contentsOf: URL(fileURLWithPath: folder.path("期限.xlsx")))
    #expect(book.starts(with: Data("PK".utf8)))
    let closed = try export("people", "人员.csv", as: "zhaoyi")
    #expect(closed.status == .code(1) && closed.stderr.contains("尚未对你开放"), "\(closed)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("人员.csv")))
    #expect(try export("evidence", "目录.csv").status == .code(2))
    #expect(try export("evidence", "目录.csv", ["--case", DemoStore.number]).status == .code(0))
    #expect(try export("nothing", "x.csv").status == .code(2))
  }
}
