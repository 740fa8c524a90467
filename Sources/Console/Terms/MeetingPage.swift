import Foundation
import Procedure
import Store

/// The page of meetings: every kind with the meetings held of it, the latest first.
enum MeetingPage {
  /// A kind of meeting, or one that was held.
  struct Row: Sendable, Hashable {
    let kind: Meeting.Kind
    let meeting: Meeting?
  }

  static func rows(_ cycle: CycleState) -> [Row] {
    Meeting.Kind.allCases.flatMap { kind in
      [Row(kind: kind, meeting: nil)]
        + cycle.meetings(kind).map { Row(kind: kind, meeting: $0) }
    }
  }
}

extension Meeting.Kind {
  /// Where the cases stand in which it decides.
  var stage: Stage {
    switch self {
    case .leaders: .leadersMeeting
    case .settlement: .settlement
    case .directors: .approval
    }
  }

  /// What waits for the secretariat there.
  var duty: DutyKind {
    switch self {
    case .leaders: .decideEntry
    case .settlement: .decideProposal
    case .directors: .approve
    }
  }
}

/// The page of letters: the cases whose applicants are told in writing (Q3, R9, C4).
enum LetterPage {
  /// Where a letter is due, with the letter.
  private static let sources: [(stage: Stage, letter: LetterKind)] = [
    (.notQualified, .notQualified), (.notEntered, .notEntered), (.revoked, .revoked),
  ]

  static let stages = sources.map(\.stage)

  /// The letter that a case in a stage is about.
  static func letter(in stage: Stage) -> LetterKind? {
    sources.first { $0.stage == stage }?.letter
  }

  /// Whether the secretariat has yet to send it.
  static func isDue(_ row: QueueRow) -> Bool { row.duties.contains(.sendLetter) }

  static func rows(_ stages: [Stage: [QueueRow]]) -> [QueueRow] {
    let rows = self.stages.flatMap { stages[$0] ?? [] }
    return rows.filter(isDue) + rows.filter { !isDue($0) }
  }
}
