import Foundation

/// How far the demo's cycle has come; each stage contains the earlier ones.
public enum DemoStage: String, CaseIterable, Sendable, Comparable {
  /// The call open: applications come in, some with their district, one returned.
  case application
  /// Districts have recommended; inquiries under way, some qualified.
  case qualification
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
  /// A proposal on notice with an objection to it; others in settlement, opinions, approval.
  case proposed
  /// The list published, grants paid, one place revoked, one application ended for fraud.
  case listed

  public static func < (a: DemoStage, b: DemoStage) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
