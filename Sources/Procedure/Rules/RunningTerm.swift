import Foundation

/// What kinds of term run (Q3, R3, R8, S2, P2, P3, M7, C3, C4).
public enum TermKind: String, Codable, Sendable, CaseIterable {
  case application
  case qualificationNotice
  case independentReview
  case onSiteNotice
  case visit
  case proposalNotice
  case objection
  case yearlyReport
  case refund
  case cultivation
}

/// A term that runs over a case: what, since when, until when, and what happens then.
public struct RunningTerm: Sendable, Hashable {
  public var kind: TermKind
  public var since: Day
  public var until: Day
  /// Whether it runs into a year whose holidays are not published yet (W).
  public var provisional: Bool
  /// The number of the notice that runs; nil of other terms.
  public var number: String?

  /// A term.
  public init(
    kind: TermKind, since: Day, until: Day, provisional: Bool = false, number: String? = nil
  ) {
    (self.kind, self.since, self.until) = (kind, since, until)
    (self.provisional, self.number) = (provisional, number)
  }

  /// Whether its last day is fixed, and only the working days left until then may still move (W).
  public var isFixed: Bool {
    switch kind {
    case .application, .independentReview, .visit, .yearlyReport, .refund, .cultivation: true
    case .qualificationNotice, .onSiteNotice, .proposalNotice, .objection: false
    }
  }

  /// The rule it comes from.
  public var rule: Rule {
    switch kind {
    case .application: .M7
    case .qualificationNotice: .Q3
    case .independentReview: .R2
    case .onSiteNotice: .R8
    case .visit: .S2
    case .proposalNotice: .P2
    case .objection: .P3
    case .yearlyReport, .cultivation: .C3
    case .refund: .C4
    }
  }
}

/// Every term that runs in a case, from what is clear for all, the earliest end first.
public func runningTerms(in dossier: CaseState, cycle: CycleState) -> [RunningTerm] {
  var terms: [RunningTerm] = []
  let parameters = cycle.parameters(of: dossier.year)
  func fixed(_ kind: TermKind, since: Day, until: Day) {
    terms.append(
      RunningTerm(
        kind: kind, since: since, until: until, provisional: cycle.calendar.isProvisional(until)))
  }
  if dossier.stage == .registered, cycle.year == dossier.year, let call = cycle.call {
    fixed(.application, since: call.from, until: call.until)
  }
  if let notice = dossier.publicity.open, !dossier.stage.isEnd {
    let term = notice.term(cycle.calendar, firstDayCounts: parameters.firstDayCounts)
    terms.append(
      RunningTerm(
        kind: TermKind(notice.kind), since: notice.published, until: term.last,
        provisional: term.provisional, number: notice.number))
  }
  for (_, record) in dossier.publicity.listedObjections where record.answered == nil {
    let term = record.term(cycle.calendar, parameters)
    terms.append(
      RunningTerm(
        kind: .objection, since: record.received, until: term.last,
        provisional: term.provisional))
  }
  if dossier.stage == .independentReview, let due = dossier.due(in: cycle) {
    fixed(.independentReview, since: dossier.designatedOn ?? dossier.registeredAt.day, until: due)
  }
  if dossier.stage == .onSiteReview, let visit = dossier.visit {
    fixed(.visit, since: visit.from, until: visit.until)
  }
  if let place = dossier.cultivation {
    if dossier.stage == .cultivation {
      if let report = place.nextReport(parameters) {
        fixed(.yearlyReport, since: place.since, until: report.due)
      }
      fixed(.cultivation, since: place.since, until: place.until)
    }
    if let due = place.refundDue, place.refund == nil {
      fixed(.refund, since: place.until, until: due)
    }
  }
  return terms.sorted { ($0.until, $0.kind.rawValue) < ($1.until, $1.kind.rawValue) }
}

extension CaseState {
  /// The last day of what is under way, with the calendar as it stands (W).
  ///
  /// Once every sheet is in, nothing of a review can be late.
  public func due(in cycle: CycleState) -> Day? {
    let parameters = cycle.parameters(of: year)
    guard let notice = publicity.open, stage == notice.kind.stage else {
      let isIn = outstanding.isEmpty && assigned.count >= parameters.minimumReviews
      return stage == .independentReview && isIn ? nil : due
    }
    return notice.term(cycle.calendar, firstDayCounts: parameters.firstDayCounts).last
  }
}

extension TermKind {
  /// Whether something is late once its last day is over: a notice, the call and a place then have
  /// had their time.
  public var canBeMissed: Bool {
    switch self {
    case .application, .qualificationNotice, .onSiteNotice, .proposalNotice, .cultivation: false
    case .independentReview, .visit, .objection, .yearlyReport, .refund: true
    }
  }

  init(_ notice: NoticeKind) {
    switch notice {
    case .qualification: self = .qualificationNotice
    case .onSite: self = .onSiteNotice
    case .proposal: self = .proposalNotice
    }
  }
}
