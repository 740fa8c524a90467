/// Who was not at a meeting, and why.
public struct MeetingAbsence: Codable, Sendable, Hashable {
  public var name: String
  public var reason: String

  /// An absence.
  public init(name: String, reason: String) { (self.name, self.reason) = (name, reason) }
}

/// What a meeting decided, and on which grounds.
public struct MeetingDecision: Codable, Sendable, Hashable {
  public var text: String
  public var grounds: String

  /// A decision.
  public init(text: String, grounds: String) { (self.text, self.grounds) = (text, grounds) }
}

extension Event {
  /// What was decided of a case, and at which meeting; nil of what no meeting decides.
  public var decidedAtMeeting: (meeting: MeetingID, isYes: Bool)? {
    if case .entryDecided(let meeting, let enters) = self { return (meeting, enters) }
    if case .proposalDecided(let meeting, let isProposed) = self { return (meeting, isProposed) }
    if case .approvalDecided(let meeting, let isApproved) = self { return (meeting, isApproved) }
    return nil
  }
}

extension Meeting.Kind {
  /// The event by which it decides a case.
  public var decision: EventKind {
    switch self {
    case .leaders: .entryDecided
    case .settlement: .proposalDecided
    case .directors: .approvalDecided
    }
  }

  /// What the reasons of its decisions are noted under.
  public var reasons: NoteKind {
    switch self {
    case .leaders: .entry
    case .settlement: .proposal
    case .directors: .approval
    }
  }
}

/// What the minutes of a meeting say beside the meeting itself (R7, S6, P4).
///
/// Sealed to the bureau's own room: the grounds of decisions are for secretariat and supervision.
public struct Minutes: Codable, Sendable, Hashable {
  public var absences: [MeetingAbsence]
  public var decisions: [MeetingDecision]

  /// Minutes.
  public init(absences: [MeetingAbsence] = [], decisions: [MeetingDecision] = []) {
    (self.absences, self.decisions) = (absences, decisions)
  }

  /// How many absences and decisions there are at most.
  static let most = 200
}
