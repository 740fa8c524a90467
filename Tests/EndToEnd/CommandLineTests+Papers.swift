import Foundation
import Testing

/// Papers on the command line: listed and written as on the screens, for those who may read them.
extension AtTheTerminal.CommandLineTests {
  @Test("R4: a paper is written once, and of another's sealed sheet there is none")
  func papers() throws {
    let store = try DemoStore.reviewed()
    let folder = try TemporaryDirectory()
    let out = folder.path("评审表")
    let env = ["PINGSHEN_PASSPHRASE": "demo"]
    let about = ["HZ26-0031", "--as", "zhaoyi"]
    let listed = try runCommand(["papers", store.path] + about, env: env)
    #expect(listed.status == .code(0))
    #expect(listed.stdout.contains("blankSheet\t独立评审表（空白）"))
    #expect(!listed.stdout.contains("reviewSheet"))
    func write(_ paper: String) throws -> CommandRun {
      try runCommand(
        ["paper", store.path, paper] + about + ["--out", out, "--format", "txt"], env: env)
    }
    #expect(try write("blankSheet").status == .code(0))
    let text = try String(contentsOfFile: "\(out).txt", encoding: .utf8)
    #expect(text.contains("4.7.7") && !text.contains("☑"))
    let again = try write("blankSheet")
    #expect(again.status == .code(1) && again.stderr.contains("评审表.txt"))
    let refused = try write("reviewSheet-qianer")
    #expect(refused.status == .code(1) && refused.stderr.contains("reviewSheet-qianer"))
    #expect(refused.stdout.isEmpty)
  }

  @Test("K: what goes out under a number is not kept without one; printed again it has the same")
  func numbers() throws {
    let store = try DemoStore.scored()
    let folder = try TemporaryDirectory()
    func write(_ name: String, _ more: String...) throws -> CommandRun {
      try runCommand(
        ["paper", store.path, "feedbackReport", "HZ26-0013", "--as", "chenmi", "--format", "txt"]
          + ["--out", folder.path(name)] + more, env: ["PINGSHEN_PASSPHRASE": "demo"])
    }
    let without = try write("a")
    #expect(without.status == .code(1) && without.stderr.contains("--number"), "\(without)")
    #expect(try write("b", "--draft").status == .code(0))
    let first = try write("c", "--number", "示市监质〔2026〕9号")
    #expect(first.status == .code(0) && first.stdout.contains("编号 示市监质〔2026〕9号"), "\(first)")
    let again = try write("d")
    #expect(again.stdout.contains("存档原件") && again.stdout.contains("〔2026〕9号"), "\(again)")
    let kept = try runCommand(
      ["papers", store.path, "--kept", "--as", "chenmi"], env: ["PINGSHEN_PASSPHRASE": "demo"])
    #expect(kept.stdout.contains("反馈报告\t示市监质〔2026〕9号\tHZ26-0013"), "\(kept)")
  }
}
