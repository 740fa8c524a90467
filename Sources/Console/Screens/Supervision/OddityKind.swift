import Procedure
import Store

/// What kinds of oddity there are, for choosing among them.
public enum OddityKind: Int, Sendable, Hashable, CaseIterable {
  case settledOutside
  case hurriedReview
  case lateReview
  case withdrawnReview
  case recusal
  case lateAnswer
  case lateChangeReport
  case lateMaterial
  case hurriedConsensus
  case reopened
  case corrected
  case met
  case held
  case arrivedLate
  case refuted
  case clockBack
  case clockAhead
  case clockCorrected

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
    case .lateMaterial: self = .lateMaterial
    case .hurriedConsensus: self = .hurriedConsensus
    case .reopened: self = .reopened
    case .corrected: self = .corrected
    case .met: self = .met
    case .held: self = .held
    case .arrivedLate: self = .arrivedLate
    case .refuted: self = .refuted
    case .clockBack: self = .clockBack
    case .clockAhead: self = .clockAhead
    case .clockCorrected: self = .clockCorrected
    }
  }
}

/// One line of the watch list: a case with one thing in it, or a thing that lies in no case.
struct WatchLine: Sendable, Hashable, Identifiable {
  let dossier: CaseID?
  let name: String
  let oddity: Oddity

  var id: Self { self }

  /// The lines of rows, of one kind where one is chosen.
  ///
  /// After every weekend a clock is ahead of its last entry: unless they are asked for, these are one
  /// line at the end.
  static func lines(of rows: [WatchRow], kind: OddityKind?) -> [WatchLine] {
    let all = rows.flatMap { row in
      row.oddities.map { WatchLine(dossier: row.dossier, name: row.name, oddity: $0) }
    }
    if let kind { return all.filter { OddityKind($0.oddity) == kind } }
    var lines: [WatchLine] = []
    var (count, longest) = (0, 0)
    for line in all {
      if case .clockAhead(let more, let most) = line.oddity {
        (count, longest) = (count + more, max(longest, most))
      } else {
        lines.append(line)
      }
    }
    guard count > 0 else { return lines }
    return lines
      + [WatchLine(dossier: nil, name: "", oddity: .clockAhead(count: count, longest: longest))]
  }
}
