import Criteria
import Foundation
import Procedure
import Vault

/// A case as one person's keys show it, without where its entries stand.
struct CaseView: Sendable {
  /// The state; nil before the registration was seen.
  var state: CaseState?
  /// The state by what is clear for everybody, where it is another than `state`.
  var split: CaseState?
  /// The keys of the case's rooms.
  var rooms = RoomRegister()
  /// The proposals on site that this person can read and that were not shared with the panel, and
  /// the item of each.
  var proposed: [EntryName: ItemID] = [:]
  /// All proposals on site whose keys were not shared with the panel, whoever can read them.
  var unshared: Set<EntryName> = []

  /// The state by what is clear for everybody: what lists, keys and other copies go by.
  var clear: CaseState? { split ?? state }
}

/// What an entry of a case says, once it was judged: by what its author had, once and for all.
enum CaseContent: Sendable {
  /// Keys in the clear, with the keys that their author knew.
  case key(KeyEvent, StoredEntry, KeyRegister)
  /// Keys that are shared with all who read a room, where this person can open them.
  case shared([EntryName: Data])
  case begins(CaseState)
  case clear(Event, StoredEntry, isDoubted: Bool)
  case sealed(EventKind, RoomID, DirectLetter?, StoredEntry, KeyRegister, Body)

  /// What became of a sealed body.
  enum Body: Sendable {
    /// This person holds no key to it.
    case closed
    /// It was opened, and says nothing that stands.
    case void
    case event(Event)
  }

  /// What it says, where this reader knows it.
  var event: Event? {
    switch self {
    case .clear(let event, _, _), .sealed(_, _, _, _, _, .event(let event)): event
    case .key, .shared, .begins, .sealed: nil
    }
  }
}

extension CaseView {
  /// Takes up an entry that takes effect.
  ///
  /// - Returns: Whether it gives this person a key that may open earlier entries.
  mutating func apply(_ content: CaseContent, for session: Session?) -> Bool {
    switch content {
    case .begins(let state):
      if self.state == nil { self.state = state }
    case .key(let event, let stored, let register):
      rooms.take(event, stored, by: register)
      return learn(event, session)
    case .shared(let keys): return share(keys, session)
    case .clear(let event, let stored, let isDoubted): apply(event, stored, isDoubted: isDoubted)
    case .sealed(let kind, let room, let letter, let stored, let register, let body):
      if let letter { rooms.take(letter, stored, in: room, by: register) }
      if kind == .siteMarkProposed { unshared.insert(stored.name) }
      apply(kind, stored, body)
    }
    return false
  }

  private mutating func apply(_ event: Event, _ stored: StoredEntry, isDoubted: Bool) {
    let (author, time, name) = (stored.entry.author, stored.entry.time, stored.name)
    if isDoubted {
      split = clear
      state?.pass(event.kind, by: author, at: time, named: name, isRead: true)
    } else {
      state?.apply(event, by: author, at: time, named: name)
    }
    split?.apply(event, by: author, at: time, named: name)
  }

  private mutating func apply(_ kind: EventKind, _ stored: StoredEntry, _ body: CaseContent.Body) {
    let (author, time, name) = (stored.entry.author, stored.entry.time, stored.name)
    split?.pass(kind, by: author, at: time, named: name, isRead: false)
    switch body {
    case .closed: state?.pass(kind, by: author, at: time, named: name, isRead: false)
    case .void: state?.pass(kind, by: author, at: time, named: name, isRead: true)
    case .event(let event):
      if case .siteMarkProposed(let item, _, _) = event { proposed[name] = item }
      state?.apply(event, by: author, at: time, named: name)
    }
  }

  private func learn(_ event: KeyEvent, _ session: Session?) -> Bool {
    guard case .keysGranted(let name, let wraps) = event, let session,
      session.ring.key(name.rawValue) == nil,
      wraps.contains(where: { session.readers.contains($0.to) }), let key = rooms.keys[name]
    else { return false }
    return session.open(key) != nil
  }

  private mutating func share(_ keys: [EntryName: Data], _ session: Session?) -> Bool {
    guard let session else { return false }
    var isNew = false
    for (name, data) in keys {
      proposed[name] = nil
      unshared.remove(name)
      if session.ring.key(name.rawValue) == nil, let made = rooms.keys[name],
        let key = try? RoomKey(data: data), session.learn(key, as: made)
      {
        isNew = true
      }
    }
    return isNew
  }

  /// Notes what meets and what is held.
  mutating func settle(
    _ outcome: Weave<CaseView, CaseContent>.Outcome, held: [EntryName]
  ) {
    let (open, sealed) = (outcome.open.map(\.clash), outcome.sealed.map(\.clash))
    state?.note(clashes: open, sealed: sealed, held: held)
    split?.note(clashes: open, sealed: [], held: held)
  }
}

extension RoomID {
  /// Whether keys of the room are shared with all who read another.
  func isShared(in room: RoomID) -> Bool {
    switch (self, room) {
    case (.sheet, .consensus), (.proposal, .onSite): true
    default: false
    }
  }
}
