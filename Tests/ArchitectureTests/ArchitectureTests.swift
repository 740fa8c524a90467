import Testing

/// Keeps the import table and the shape of the source tree.
struct ArchitectureTests {
  private let tree = SourceTree()

  @Test("every target has a row in the import table")
  func everyTargetHasARow() throws {
    let targets = try tree.names(in: "Sources")
    #expect(!targets.isEmpty)
    let unknown = targets.filter { ImportTable.rows[$0] == nil }
    #expect(unknown.isEmpty, "no row: \(unknown)")
  }

  @Test("the table lets nothing import upward, and nothing in a circle")
  func tableHasNoCircle() {
    func reach(_ target: String, _ path: [String]) {
      #expect(!path.contains(target), "a circle: \(path + [target])")
      guard !path.contains(target) else { return }
      for next in ImportTable.rows[target]?.ours ?? [] { reach(next, path + [target]) }
    }
    for target in ImportTable.rows.keys { reach(target, []) }
  }

  @Test(
    "no target imports or says what its row does not allow",
    arguments: ImportTable.rows.keys.sorted())
  func sourcesKeepTheTable(target: String) throws {
    let violations = try tree.files(of: target).flatMap { file in
      SourceCheck(target: target, file: file.path, text: file.text).violations
    }
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test("the top level holds the package, Sources, Tests, README.md, fixtures, and dot files")
  func topLevel() throws {
    let wanted: Set<String> = ["Package.swift", "Sources", "Tests", "README.md", "fixtures"]
    // Written by the tools, not kept in the repository.
    let generated: Set<String> = ["Package.resolved"]
    let present = Set(try tree.names())
    #expect(present.contains("Package.swift"))
    let strangers = present.subtracting(wanted).subtracting(generated)
    #expect(strangers.isEmpty, "without a reason here: \(strangers.sorted())")
  }
}
