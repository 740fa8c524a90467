import Foundation
import Procedure

/// What an entry says, once it could be read.
public enum Act: Sendable, Hashable {
  case event(Event)
  case key(KeyEvent)

  /// The kind, as the entry names it.
  public var kind: String {
    switch self {
    case .event(let event): event.kind.rawValue
    case .key(let event): event.kind.rawValue
    }
  }

  /// The version of the kind's fields, as the entry names it.
  var version: Int {
    switch self {
    case .event(let event): event.kind.version
    case .key(let event): event.kind.version
    }
  }

  /// Whether it is signed with the keys that it brings.
  var bringsKeys: Bool {
    switch self {
    case .key(.personKeyed), .key(.keysRecovered): true
    case .event, .key: false
    }
  }

  /// Whether it may take a right from somebody, and so says what it had seen of other copies.
  var takes: Bool {
    switch self {
    case .event(let event): event.kind.takes
    case .key: false
    }
  }

  /// The body in the clear: JSON with sorted keys.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    switch self {
    case .event(let event): return try encoder.encode(event)
    case .key(let event): return try encoder.encode(event)
    }
  }

  /// Reads a body by the kind that the entry names.
  ///
  /// - Throws: What the decoder throws, also for fields that the kind does not have.
  static func decode(_ body: Data, as kind: ActKind) throws -> Act {
    switch kind {
    case .event(let kind):
      let event = try LogDecoder.decode(Event.self, from: body)
      guard event.kind == kind else { throw StoreFault.damaged(.body) }
      return .event(event)
    case .key(let kind):
      let event = try LogDecoder.decode(KeyEvent.self, from: body)
      guard event.kind == kind else { throw StoreFault.damaged(.body) }
      return .key(event)
    }
  }
}

/// What kind of act an entry names.
enum ActKind: Hashable {
  case event(EventKind)
  case key(KeyEventKind)

  /// The kind of that name and version; nil where a newer program made them.
  init?(_ entry: Entry) {
    if let kind = EventKind(rawValue: entry.kind) {
      guard (1...kind.version).contains(entry.version) else { return nil }
      self = .event(kind)
    } else if let kind = KeyEventKind(rawValue: entry.kind) {
      guard (1...kind.version).contains(entry.version) else { return nil }
      self = .key(kind)
    } else {
      return nil
    }
  }
}
