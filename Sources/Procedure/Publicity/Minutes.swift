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
