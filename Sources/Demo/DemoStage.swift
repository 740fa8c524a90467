import Foundation

/// How far the demo's cycle has come; each stage contains the earlier ones.
public enum DemoStage: String, CaseIterable, Sendable, Comparable {
  /// Everything set up, reviewers designated, no review begun.
  case fresh
  /// Independent reviews handed in or under way, none opened.
  case reviewed
  /// Two consensus sessions open.
  case consensus
  /// Consensus finished elsewhere, a visit under way.
  case onsite
  /// Visits submitted, cases on their way to cultivation.
  case scored

  public static func < (a: DemoStage, b: DemoStage) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
