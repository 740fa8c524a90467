import Foundation

/// Who can read the body of a kind of event.
public enum Placement: Sendable, Hashable {
  /// Everyone with the store: such bodies are the projections' source.
  case clear
  case material
  case sheet
  case consensus
  case onSite
  /// An examiner's proposals: the author and the leader alone, until they are settled.
  case proposal
  case result
  /// The bureau's own room of a case: inquiries, objections, reasons.
  case office
  /// Supervision's letter box: anybody drops into it, supervision alone reads.
  case supervision
  /// The bureau's own room beside the cases.
  case bureau
  /// The room that the body itself names, one of those at its place.
  case own
}

/// Whose line of entries an event belongs to.
public enum EventStream: Sendable, Hashable {
  /// The cycle's: people, panels, parameters, meetings.
  case cycle
  /// A case's own.
  case dossier
  /// Supervision's letter box (V3).
  case supervision
  /// Any of them.
  case every
}

/// The part of the method that a kind of event belongs to.
public enum Chapter: Sendable, Hashable {
  /// People, panels, and what a year is reviewed by.
  case people
  case admission
  case publicity
  case review
  case consensus
  case onSite
  case cultivation
  case supervision
}

/// Who may write a kind of event, where that is a matter of a role alone.
enum Authority: Sendable, Hashable {
  case secretariat(Rule)
  case supervisor(Rule)
  case districtOfficer(Rule)
  /// It depends on person, panel or content: `Desk.requireFrame` says.
  case judged
}

/// What may be otherwise after an event of the cycle, for those who keep lists of it.
struct Concern: OptionSet, Sendable {
  let rawValue: Int
  /// Who belongs to a group of readers.
  static let groups = Concern(rawValue: 1)
  /// Whom cases wait for, until when, and who reads in them.
  static let dossiers = Concern(rawValue: 2)
}
