import Foundation
import Testing

/// Documents on the command line, with the real binary: what is read runs in a child.
@Suite("pingshen split")
struct SplitCommandTests {
  private struct Answer: Decodable {
    let parts: [Part]
    let encoding: String

    struct Part: Decodable {
      let items: [String]
      let category: String?
      let doubt: String?
      let how: String?
      let characters: Int
    }
  }

  private static func kept(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("SplittingTests/Cases/\(name)").path
  }

  private func answer(_ path: String) throws -> Answer {
    let run = try runCommand(["split", path, "--json"])
    #expect(run.status == .code(0), "\(run)")
    return try JSONDecoder().decode(Answer.self, from: Data(run.stdout.utf8))
  }

  @Test("texts and documents of words give their parts as JSON")
  func json() throws {
    let lies = try answer(Self.kept("04-number-lies.txt"))
    #expect(lies.encoding == "UTF-8")
    #expect(
      lies.parts.filter { $0.doubt != nil }.map(\.items) == [["4.1.3"], ["4.1.4"], ["4.2.3"]])
    let words = try answer(Self.kept("b_auto.docx"))
    #expect(words.parts.map(\.items) == [[], [], ["4.1.2"], ["4.1.3"]])
    #expect(words.parts.map(\.category) == [nil, "4.1", nil, nil])
    #expect(try answer(Self.kept("14-gbk.txt")).encoding == "GB18030")
  }

  @Test("for people it is a table, in both languages")
  func table() throws {
    let path = Self.kept("07-merged.txt")
    let run = try runCommand(["split", path])
    #expect(run.stdout.contains("4.7.2、4.7.3（合写）") && run.stdout.contains("标题和编号"), "\(run)")
    let english = try runCommand(["split", path], env: ["LANG": "en_GB.UTF-8", "LC_ALL": ""])
    #expect(english.stdout.contains("(merged)"), "\(english)")
  }

  @Test("what cannot be read is a sentence and status 1; a wrong call is 2")
  func faults() throws {
    let folder = try TemporaryDirectory()
    #expect(try runCommand(["split", folder.path("none")]).status == .code(1))
    #expect(try runCommand(["split"]).status == .code(2))
    let broken = folder.path("broken.docx")
    try Data("PK\u{3}\u{4}no archive".utf8).write(to: URL(fileURLWithPath: broken))
    let run = try runCommand(["split", broken])
    #expect(run.status == .code(1) && run.stderr.contains("损坏"), "\(run)")
  }

  @Test("doctor names what reads documents, and the package of what is missing")
  func doctor() throws {
    let run = try runCommand(["doctor"])
    for helper in [
      "libarchive", "libxml2", "libxlsxwriter", "pdftotext", "soffice", "chafa", "bwrap",
    ] {
      #expect(run.stdout.contains("\(helper)："), "\(run)")
    }
  }
}
