import Procedure
import Store

/// What kinds of oddity there are, for choosing among them.
enum OddityKind: Int, Sendable, Hashable, CaseIterable {
  case settledOutside
  case hurriedReview
  case lateReview
  case withdrawnReview
  case recusal
  case lateAnswer
  case lateChangeReport
  case hurriedConsensus
  case reopened

  /// The kind of an oddity.
  init(_ oddity: Oddity) {
    switch oddity {
    case .settledOutside: self = .settledOutside
    case .hurriedReview: self = .hurriedReview
    case .lateReview: self = .lateReview
    case .withdrawnReview: self = .withdrawnReview
    case .recusal: self = .recusal
    case .lateAnswer: self = .lateAnswer
    case .lateChangeReport: self = .lateChangeReport
    case .hurriedConsensus: self = .hurriedConsensus
    case .reopened: self = .reopened
    }
  }
}

/// One line of the watch list: a case with one thing in it.
struct WatchLine: Sendable, Hashable {
  let file: CaseID
  let name: String
  let oddity: Oddity

  /// The lines of rows, of one kind where one is chosen.
  static func lines(of rows: [WatchRow], kind: OddityKind?) -> [WatchLine] {
    rows.flatMap { row in
      row.oddities.filter { kind == nil || OddityKind($0) == kind }
        .map { WatchLine(file: row.file, name: row.name, oddity: $0) }
    }
  }
}
