import Procedure

/// Where a case stands in lists.
struct ListOrder {
  let stage: Int
  let due: String?
  /// The day of the next yearly report, and the last day of the place (C3).
  let report: String?
  let place: String?
  /// Behind every day.
  private static let never = "~"

  var byDue: String { due ?? Self.never }
  var byReport: String { report ?? Self.never }

  init(_ dossier: CaseState, cycle: CycleState, terms: [RunningTerm]) {
    func first(_ kind: TermKind) -> String? {
      terms.filter { $0.kind == kind }.map(\.until).min()?.description
    }
    stage = Stage.allCases.firstIndex(of: dossier.stage) ?? 0
    due = dossier.due(in: cycle)?.description
    (report, place) = (first(.yearlyReport), first(.cultivation))
  }
}
