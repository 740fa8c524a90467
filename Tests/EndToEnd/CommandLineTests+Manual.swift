import Foundation
import Testing

/// Manual and notes for administrators name the command line as it is.
extension AtTheTerminal.CommandLineTests {
  @Test(
    "every command and option of the program is in the documents, and none besides",
    arguments: ["手册.md", "Administration.md"])
  func documented(_ name: String) throws {
    let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Console/Console.docc/\(name)").standardized
    let text = try String(contentsOf: document, encoding: .utf8)
    let usage = text.components(separatedBy: "```").filter { $0.contains("\npingshen demo ") }
    let lines = try #require(usage.first).split(separator: "\n").filter {
      $0.hasPrefix("pingshen ")
    }
    let help = try runCommand(["--help"]).stdout
    let commands =
      help.components(separatedBy: "子命令：").last?
      .matches(of: #/\n  (\w+)  /#).map { String($0.1) } ?? []
    #expect(lines.map { String($0.split(separator: " ")[1]) } == commands)
    for (line, command) in zip(lines, commands) {
      func options(_ text: String) -> Set<String> {
        Set(text.matches(of: #/(?:^|[\s\[,])(--[a-z-]+)/#).map { String($0.1) })
      }
      let known = options(try runCommand([command, "--help"]).stdout)
      let common: Set<String> = ["--help", "--version", "--passphrase-file", "--clock-is-right"]
      #expect(options(String(line)) == known.subtracting(common), "\(command)")
    }
  }
}
