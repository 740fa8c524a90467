import Criteria
import Foundation

/// Something unusual that supervision may want to look at (V1, V5); never a verdict.
public enum Oddity: Sendable, Hashable {
  /// A percentage settled outside the range of the independent reviews (R6).
  case settledOutside(ItemID, Percentage, low: Percentage, high: Percentage)
  /// A review finished in so few minutes.
  case hurriedReview(PersonID, minutes: Int)
  /// A review handed in after its last day.
  case lateReview(PersonID, due: Day)
  case withdrawnReview(PersonID, count: Int)
  case recusal(PersonID, InterestGround)
  /// An objection, by its running number, answered after its term, or still open after it (P3).
  case lateAnswer(objection: Int, due: Day)
  /// A change reported after its term (M8).
  case lateChangeReport(occurred: Day, due: Day)
  /// A document entered after the closing day, by its title; when it was received, and by whom (M7).
  case lateMaterial(String, received: Day, by: String)
  /// A consensus finished in so few minutes (R6).
  case hurriedConsensus(minutes: Int)
  case reopened(revision: Int)
  /// A slip that was corrected in a paper that had gone out (V5).
  case corrected(CorrectionRecord)
  /// An act whose time lies so many seconds before the one before it on the same copy (V5).
  case clockBack(PersonID, at: Moment, seconds: Int)
  /// Acts that came more than a day after the one before them on the same copy: how many, and the
  /// longest time in seconds (V5).
  case clockAhead(count: Int, longest: Int)
  /// Two acts on one record, neither of which knew of the other, and nobody has settled it (V5).
  case met(Matter)
  /// So many acts are held: done apart from one that took the right to them or closed what they change.
  case held(Int)
  /// An act that was signed in time and came to the secretariat after its day (V5).
  case arrivedLate(PersonID, EventKind, signed: Moment, arrived: Moment)
  /// An act whose time lies before that of one that its author had seen (V5).
  case refuted(PersonID, at: Moment, seen: Moment)
  /// The time of an earlier act was noted as wrong (V5).
  case clockCorrected(PersonID, at: Moment, reason: String)

  /// The rule it touches.
  public var rule: Rule {
    switch self {
    case .settledOutside, .hurriedConsensus, .reopened: .R6
    case .hurriedReview: .R3
    case .lateReview: .R2
    case .withdrawnReview: .R4
    case .recusal: .R5
    case .lateAnswer: .P3
    case .lateChangeReport: .M8
    case .lateMaterial: .M7
    case .corrected, .met, .held, .arrivedLate, .refuted, .clockBack, .clockAhead, .clockCorrected:
      .V5
    }
  }
}

extension CaseState {
  /// A review of a whole application takes hours; below this it is shown.
  public static let hurriedReviewMinutes = 30
  /// A consensus over all items takes hours; below this it is shown.
  public static let hurriedConsensusMinutes = 30

  /// What looks unusual here, as far as the one who replayed it may read it.
  public func oddities(cycle: CycleState, now: Moment) -> [Oddity] {
    apartOddities + materialOddities + reviewOddities + sessionOddities
      + termOddities(cycle: cycle, now: now)
      + publicity.corrections.map(Oddity.corrected)
  }

  private var apartOddities: [Oddity] {
    (clashes + sealedClashes).map { .met($0.record) } + (held.isEmpty ? [] : [.held(held.count)])
  }

  private var materialOddities: [Oddity] {
    documents.compactMap { document in
      material.receipts[document.id].map {
        .lateMaterial(document.title, received: $0.receivedOn, by: $0.receivedBy)
      }
    }
  }

  private var reviewOddities: [Oddity] {
    var found: [Oddity] = []
    for person in sheets.keys.sorted() {
      guard let record = sheets[person] else { continue }
      if let end = record.handedInAt {
        let minutes = (end.seconds - record.startedAt.seconds) / 60
        if minutes < Self.hurriedReviewMinutes {
          found.append(.hurriedReview(person, minutes: minutes))
        }
        if let reviewDue, end > reviewDue.end {
          found.append(.lateReview(person, due: reviewDue))
        }
      }
      if !record.withdrawals.isEmpty {
        found.append(.withdrawnReview(person, count: record.withdrawals.count))
      }
    }
    return found
      + recusals.sorted { $0.key < $1.key }.map { .recusal($0.key, $0.value.ground) }
  }

  private var sessionOddities: [Oddity] {
    var found: [Oddity] = []
    guard let session = consensus else { return found }
    for (item, settled) in session.percentages.sorted(by: { $0.key < $1.key }) {
      let marks = session.sheets.values.compactMap { $0.percentages[item] }
      if let low = marks.min(), let high = marks.max(), settled < low || settled > high {
        found.append(.settledOutside(item, settled, low: low, high: high))
      }
    }
    if let openedAt, let finishedAt {
      let minutes = (finishedAt.seconds - openedAt.seconds) / 60
      if minutes < Self.hurriedConsensusMinutes {
        found.append(.hurriedConsensus(minutes: minutes))
      }
    }
    if session.revision > 1 { found.append(.reopened(revision: session.revision)) }
    return found
  }

  private func termOddities(cycle: CycleState, now: Moment) -> [Oddity] {
    let parameters = cycle.parameters(of: year)
    var found: [Oddity] = publicity.listedObjections.compactMap { _, record in
      let due = record.term(cycle.calendar, parameters).last
      return (record.answered ?? now.day) > due
        ? .lateAnswer(objection: record.ordinal, due: due) : nil
    }
    for report in admission.changes {
      let due = cycle.calendar.term(
        days: parameters.changeReportDays, after: report.occurred,
        countFirst: parameters.firstDayCounts
      ).last
      if report.reported > due {
        found.append(.lateChangeReport(occurred: report.occurred, due: due))
      }
    }
    return found
  }
}

extension CycleState {
  /// What was done apart in the cycle and is not settled.
  public var oddities: [Oddity] {
    clashes.map { .met($0.record) } + (held.isEmpty ? [] : [.held(held.count)])
  }
}
