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
    let enums = try Self.enums.get()
    let violations = try tree.files(of: target).flatMap { file in
      SourceCheck(target: target, file: file.path, text: file.text, enums: enums).violations
    }
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  /// Every enum of the sources, read once for all targets.
  private static let enums = Result {
    try EnumTable(
      ImportTable.rows.keys.sorted().flatMap { try SourceTree().files(of: $0) }
        .filter { $0.path.hasSuffix(".swift") }.map(\.text))
  }

  @Test("the enums over which nothing may be left to a default are read from their declarations")
  func watchedEnums() throws {
    let watched = try Self.enums.get().enums.filter(\.isWatched)
    #expect(Set(watched.map(\.name)) == EnumTable.watchedNames)
    #expect(watched.count == EnumTable.watchedNames.count, "two of one name")
    #expect(watched.first { $0.name == "Command" }?.cases == ["cycle", "supervision", "dossier"])
    let counts = watched.filter { $0.name.hasPrefix("Event") }.map(\.cases.count)
    #expect(counts.count == 2 && Set(counts).count == 1 && counts[0] > 80)
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
