import Foundation
import Procedure
import Store

/// What the page of meetings lists in one row: a kind of meeting, or one that was held.
struct MeetingRow: Identifiable, Sendable {
  let kind: Meeting.Kind
  let meeting: Meeting?

  var id: [String] { ["\(kind)", meeting?.id.rawValue ?? ""] }

  /// Every kind with the meetings held of it, the latest first.
  static func rows(_ cycle: CycleState) -> [MeetingRow] {
    Meeting.Kind.allCases.flatMap { kind in
      [MeetingRow(kind: kind, meeting: nil)]
        + cycle.meetings(kind).map { MeetingRow(kind: kind, meeting: $0) }
    }
  }

  /// The next free number of a kind: the one after the latest of the year, in its pattern.
  static func nextID(of kind: Meeting.Kind, _ cycle: CycleState) -> MeetingID {
    let latest = cycle.meetings(kind).first?.id.rawValue ?? "\(kind.letter)0"
    // What ends in no number, or in one too long to count on, gets one of its own.
    var id = NextNumber.after(latest) ?? latest + "-1"
    while cycle.meetings[MeetingID(id)] != nil { id = NextNumber.after(id) ?? id + "-1" }
    return MeetingID(id)
  }
}

extension Meeting.Kind {
  /// The letter with which the numbers of a kind begin where no other pattern was used.
  var letter: String {
    switch self {
    case .leaders: "Z"
    case .settlement: "H"
    case .directors: "J"
    }
  }

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
