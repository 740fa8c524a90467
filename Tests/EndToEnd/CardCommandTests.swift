import Foundation
import Testing

/// Quick cards by the command line, with the real binary.
extension AtTheTerminal.CommandLineTests {
  @Test("card prints what a role does, or writes it as what its name ends in")
  func card() throws {
    let folder = try TemporaryDirectory()
    let shown = try runCommand(["card", "reviewer"])
    #expect(shown.status == .code(0) && shown.stdout.contains("评审员速查卡"), "\(shown)")
    let written = try runCommand(["card", "leader", "--out", folder.path("卡.docx")])
    #expect(written.status == .code(0) && written.stdout.contains("卡.docx"), "\(written)")
    #expect(try runCommand(["card", "leader", "--out", folder.path("卡.docx")]).status == .code(1))
    #expect(try runCommand(["card", "leader", "--out", folder.path("卡.pdf")]).status == .code(2))
    #expect(try runCommand(["card", "nobody"]).status == .code(2))
  }
}
