import Foundation
import Testing

/// The documents of the house: short where one begins, and their links lead somewhere.
struct DocumentTests {
  private let root = SourceTree().root

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test("the README is read in one sitting: 120 lines, none a paragraph in disguise")
  func readmeIsShort() throws {
    let lines = try text("README.md").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 121)
    #expect(lines.filter { $0.count > 210 } == [])
  }

  @Test("a link from one document to another leads to a file")
  func linksLead() throws {
    let documents =
      ["README.md", "fixtures/README.md", ".github/CONTRIBUTING.md"]
      + (try ["Console", "Procedure", "Store"].flatMap { target in
        try FileManager.default.contentsOfDirectory(
          atPath: root.appendingPathComponent("Sources/\(target)/\(target).docc").path
        ).filter { $0.hasSuffix(".md") }.map { "Sources/\(target)/\(target).docc/\($0)" }
      })
    for document in documents {
      let folder = root.appendingPathComponent(document).deletingLastPathComponent()
      let text = try text(document)
      for match in text.matches(of: #/\]\(([^)#]+)\)/#) where !match.1.contains("://") {
        let path = folder.appendingPathComponent(String(match.1)).standardized.path
        #expect(FileManager.default.fileExists(atPath: path), "\(document): \(match.1)")
      }
      for match in text.matches(of: #/<doc:([^>#]+)>/#) {
        let page = folder.appendingPathComponent("\(match.1).md").path
        #expect(FileManager.default.fileExists(atPath: page), "\(document): \(match.1)")
      }
    }
  }

  @Test("what the contributing notes name as touched exists")
  func recipesNameFiles() throws {
    for match in try text(".github/CONTRIBUTING.md").matches(of: #/`((Sources|Tests)\/[^`*]+)`/#) {
      let path = root.appendingPathComponent(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
    }
  }
}
