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
}
