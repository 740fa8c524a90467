import Foundation
import Procedure
import Testing

/// The table of stage, role and command, tried cell by cell.
@Suite("Who may what")
struct WhoMayWhatTests {
  @Test("the kept table is what the rules give; RECORD_SNAPSHOTS=1 writes it and then fails")
  func kept() throws { try WhoMayWhat.tried().compare(with: WhoMayWhat.file) }

  @Test("the table has every stage and every command, and reads back as it was tried")
  func whole() throws {
    let table = try WhoMayWhat.kept()
    #expect(
      table.blocks.map(\.title)
        == [WhoMayWhat.beside, WhoMayWhat.before] + Stage.allCases.map(\.rawValue))
    #expect(try table == WhoMayWhat.tried())
    let samples = Samples.all(in: .founded)
    #expect(Set(samples.map { Samples.kind(of: $0.command) }).count == Samples.kinds)
    for block in table.blocks.dropFirst() {
      #expect(block.rows.map(\.name) == samples.map(\.name))
      #expect(block.rows.allSatisfy { $0.cells.count == WhoMayWhat.Actor.allCases.count })
    }
  }

  @Test("each situation stands at its stage")
  func situations() throws {
    for stage in Stage.allCases {
      let worlds = try Situations.worlds(at: stage)
      #expect(!worlds.isEmpty, "\(stage)")
      for world in worlds { #expect(world.dossier.stage == stage) }
    }
  }
}

extension WhoMayWhat {
  /// Compares with the table that is kept, or writes it where snapshots are recorded.
  func compare(with file: URL) throws {
    let kept = try? String(contentsOf: file, encoding: .utf8)
    if kept == text { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let old = (kept ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let different = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(file.lastPathComponent) \(kept == nil ? "is missing" : "differs"), \(old.count) and \
      \(new.count) lines; line \((different?.offset ?? -1) + 1)
      - \(different?.element.0 ?? "")
      + \(different?.element.1 ?? "")
      """)
  }
}
