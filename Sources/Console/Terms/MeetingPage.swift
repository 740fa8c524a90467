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
