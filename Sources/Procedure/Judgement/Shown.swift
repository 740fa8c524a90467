import Foundation

/// What an entry shows to everybody: its whole event, or no more than its kind and its room.
public enum Shown: Sendable, Hashable {
  case clear(Event)
  case sealed(EventKind, in: RoomID)

  /// The kind, which stands in the clear either way.
  public var kind: EventKind {
    switch self {
    case .clear(let event): event.kind
    case .sealed(let kind, _): kind
    }
  }

  /// What everybody sees of an event where it is sealed as it should be.
  ///
  /// - Parameters:
  ///   - dossier: The case whose stream it stands in; none for the cycle's and supervision's.
  ///   - year: The year in which the case was registered.
  ///   - author: Who wrote it.
  public init(_ event: Event, in dossier: CaseID?, year: Int, by author: PersonID) {
    if let room = event.room(in: dossier, year: year, by: author) {
      self = .sealed(event.kind, in: room)
    } else {
      self = .clear(event)
    }
  }

  /// What everybody sees of an event of a case, or of the cycle and supervision without one.
  public init(_ event: Event, in dossier: CaseState?, by author: PersonID) {
    self.init(event, in: dossier?.id, year: dossier?.year ?? 0, by: author)
  }

  /// The room it is sealed to, none in the clear.
  public var room: RoomID? {
    switch self {
    case .clear: nil
    case .sealed(_, let room): room
    }
  }
}
