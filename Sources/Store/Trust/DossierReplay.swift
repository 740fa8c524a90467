import Criteria
import Foundation
import Procedure
import Vault

/// A case as one person's keys show it, from verified and allowed entries alone.
///
/// What is clear for everybody decides whether an entry counts, so that all copies agree on it;
/// what rests on sealed facts is computed again by those who can open them, and has no effect on
/// what they see where it does not stand.
public struct DossierReplay: StreamReplay, Sendable {
  /// The state; nil before the registration was seen.
  public internal(set) var state: CaseState?
  /// The state by what is clear for everybody, where it is another than `state`.
  var split: CaseState?
  /// The keys of the case's rooms.
  var rooms = RoomRegister()
  var position = 0
  /// The entries that were looked at.
  private(set) var length = 0
  var tip: Data?
  /// Positions of entries that this person cannot read.
  var sealed: Set<Int> = []
  var faults: [Int: VoidEntry] = [:]
  /// The proposals on site that this person can read and that were not shared with the panel, and
  /// the item of each.
  var proposed: [EntryName: ItemID] = [:]
  /// All proposals on site whose keys were not shared with the panel, whoever can read them.
  fileprivate(set) var unshared: Set<EntryName> = []
  /// Entries whose sealed part does not stand, as those see who can open it.
  var doubts: [Int: VoidEntry] = [:]

  /// The state by what is clear for everybody: what lists, keys and other copies go by.
  var clear: CaseState? { split ?? state }

  /// The rows that were looked at, in one digest: what is changed later is not what was verified.
  private(set) var seal = Data()

  fileprivate mutating func count(_ row: Result<StoredEntry, RowFault>) {
    length += 1
    switch row {
    case .success(let stored): seal = Self.sealed(seal, stored.position, stored.id)
    case .failure(let fault): seal = Self.sealed(seal, fault.position, Data())
    }
  }

  /// A digest of rows, with one more.
  static func sealed(_ seal: Data, _ position: Int, _ id: Data) -> Data {
    Digest.sha256(seal + withUnsafeBytes(of: Int64(position).bigEndian) { Data($0) } + id)
  }

  /// Why an entry has no effect here; nil where it has.
  public func fault(at position: Int) -> EntryFault? {
    (faults[position] ?? doubts[position])?.fault
  }
}

/// Replays a case's rows one by one.
struct DossierReplayer {
  let id: CaseID
  let cycle: CycleReplay
  /// Whose keys open what is sealed to them; nil for what is clear alone.
  let session: Session?

  /// What supervision knows, where this person reads it: fraud rests on it (V4).
  private var supervision: SupervisionState? {
    guard let session, session.supervision.position > 0,
      cycle.value.acts(session.person, as: .supervisor)
    else { return nil }
    return session.supervision.state
  }

  /// Takes up the next row of the case's stream, or notes why it has no effect.
  ///
  /// - Parameter isTrusted: Whether the signature is known to be good.
  /// - Returns: Whether a key was learnt that opens earlier entries: the case is replayed anew then.
  func take(
    _ row: Result<StoredEntry, RowFault>, into replay: inout DossierReplay, isTrusted: Bool = false
  ) -> Bool {
    replay.count(row)
    return replay.take(row) { stored, replay throws(EntryFault) in
      try accept(stored, &replay, isTrusted: isTrusted)
    } ?? false
  }

  private func accept(
    _ stored: StoredEntry, _ replay: inout DossierReplay, isTrusted: Bool
  ) throws(EntryFault) -> Bool {
    let entry = stored.entry
    let tips = [replay.tip, cycle.tip(before: stored.position)].compactMap { $0 }
    let check = EntryCheck(parents: tips, keys: cycle.keys, isTrusted: isTrusted)
    if let fault = check.fault(of: stored) { throw fault }
    let kind = try entry.knownKind()
    guard kind.isClear == (entry.room == nil) else { throw .keyWrong }
    guard kind.files.contains(entry.files.count) else { throw .filesWrong }
    guard let name = entry.room else {
      switch try entry.clearAct() {
      case .key(let event):
        if let fault = rules(stored, replay).fault(of: event, by: entry.author, in: .dossier(id)) {
          throw fault
        }
        return learn(event, stored, &replay)
      case .event(let event):
        try accept(event, stored, &replay)
        return false
      }
    }
    guard let room = RoomID(rawValue: name) else { throw .keyWrong }
    let letter =
      entry.bringsKey(cycle.keys)
      ? entry.directLetter(to: room, by: rules(stored, replay)) : nil
    guard letter != nil || isKey(of: room, entry, at: stored.position, replay) else {
      throw .keyWrong
    }
    switch kind {
    case .key:
      guard rules(stored, replay).mayShare(entry.author, in: room) else { throw .keysNotAllowed }
      return share(stored, in: room, &replay)
    case .event(let kind):
      try accept(kind, in: room, letter, stored, &replay)
      return false
    }
  }

  /// Whether the entry names a key of its room: by what is clear, the same for everybody.
  private func isKey(
    of room: RoomID, _ entry: Entry, at position: Int, _ replay: DossierReplay
  ) -> Bool {
    guard let name = entry.key.map({ EntryName(Hex.encode($0)) }) else { return false }
    if let group = room.letterBox {
      return cycle.keys.group(named: name, before: position) == group
    }
    return replay.rooms.keys[name]?.room == room
  }

  // MARK: Acts

  private func desk(
    _ stored: StoredEntry, _ state: CaseState?, clear: CaseState? = nil
  ) -> Desk {
    Desk(
      cycle: cycle.state(before: stored.position), dossier: state, clear: clear,
      actor: stored.entry.author, now: stored.entry.time, supervision: supervision)
  }

  private func ask(_ shown: Shown, _ stored: StoredEntry, _ state: CaseState?) throws(EntryFault) {
    do {
      try admit(shown, on: desk(stored, state))
    } catch {
      throw .refused(error)
    }
  }

  /// An act in the clear.
  private func accept(
    _ event: Event, _ stored: StoredEntry, _ replay: inout DossierReplay
  ) throws(EntryFault) {
    guard event.kind.stream == .dossier else { throw .keyWrong }
    let (author, time, name) = (stored.entry.author, stored.entry.time, stored.name)
    try ask(.clear(event), stored, replay.clear)
    guard replay.state != nil else {
      // A registration begins the stream of its own number, and nothing else begins one.
      guard case .caseRegistered(let application, _) = event, application.id == id else {
        throw .parentsWrong
      }
      replay.state = CaseState(event, at: time, named: name)
      return
    }
    if let doubt = doubt(event, stored, replay) {
      replay.doubts[stored.position] = VoidEntry(fault: doubt, name: stored.name)
      replay.split = replay.clear
      replay.state?.pass(event.kind, by: author, at: time, named: name, isRead: true)
    } else {
      replay.state?.apply(event, by: author, at: time, named: name)
    }
    replay.split?.apply(event, by: author, at: time, named: name)
  }

  /// An act that is sealed to a room.
  private func accept(
    _ kind: EventKind, in room: RoomID, _ letter: DirectLetter?, _ stored: StoredEntry,
    _ replay: inout DossierReplay
  ) throws(EntryFault) {
    let entry = stored.entry
    try ask(.sealed(kind, in: room), stored, replay.clear)
    if let letter { replay.rooms.take(letter, stored, in: room) }
    if kind == .siteMarkProposed { replay.unshared.insert(stored.name) }
    func pass(_ state: inout CaseState?, isRead: Bool) {
      state?.pass(kind, by: entry.author, at: entry.time, named: stored.name, isRead: isRead)
    }
    pass(&replay.split, isRead: false)
    switch session?.unseal(entry, in: room, replay.rooms, cycle.keys) ?? .sealed {
    case .sealed:
      replay.sealed.insert(stored.position)
      pass(&replay.state, isRead: false)
    case .damaged:
      replay.doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
      pass(&replay.state, isRead: true)
    case .opened(let body):
      guard case .event(let event)? = try? Act.decode(body, as: .event(kind)) else {
        replay.doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
        return pass(&replay.state, isRead: true)
      }
      if let doubt = doubt(event, stored, replay) {
        replay.doubts[stored.position] = VoidEntry(fault: doubt, name: stored.name)
        return pass(&replay.state, isRead: true)
      }
      if case .siteMarkProposed(let item, _, _) = event { replay.proposed[stored.name] = item }
      replay.state?.apply(event, by: entry.author, at: entry.time, named: stored.name)
    }
  }

  /// What does not stand of an act, for those who can open what it rests on.
  private func doubt(
    _ event: Event, _ stored: StoredEntry, _ replay: DossierReplay
  ) -> EntryFault? {
    if stored.entry.files.map(\.name) != event.files { return .filesWrong }
    if case .paperKept(let paper) = event, stored.entry.room != paper.room.rawValue {
      return .keyWrong
    }
    do {
      try examine(event, on: desk(stored, replay.state, clear: replay.split))
      return nil
    } catch {
      return .refused(error)
    }
  }

  // MARK: Keys

  private func rules(_ stored: StoredEntry, _ replay: DossierReplay) -> KeyRules {
    KeyRules(
      register: cycle.keys, cycle: cycle.state(before: stored.position), dossier: replay.clear,
      rooms: replay.rooms, position: stored.position)
  }

  /// Takes up a key entry in the clear.
  ///
  /// - Returns: Whether it gives this person a key that may open earlier entries.
  private func learn(
    _ event: KeyEvent, _ stored: StoredEntry, _ replay: inout DossierReplay
  ) -> Bool {
    replay.rooms.take(event, stored)
    guard case .keysGranted(let name, let wraps) = event, let session,
      session.ring.key(name.rawValue) == nil,
      wraps.contains(where: { session.readers.contains($0.to) }),
      let key = replay.rooms.keys[name]
    else { return false }
    return session.open(key) != nil && !replay.sealed.isEmpty
  }

  /// Takes up keys that are shared with all who read a room: those of the sheets, which the opening
  /// joined, and those of proposals that are settled. Where this person can open them.
  ///
  /// - Returns: Whether a key is new, so that it may open earlier entries.
  private func share(
    _ stored: StoredEntry, in room: RoomID, _ replay: inout DossierReplay
  ) -> Bool {
    guard let session else {
      replay.sealed.insert(stored.position)
      return false
    }
    guard
      case .opened(let body) = session.unseal(stored.entry, in: room, replay.rooms, cycle.keys)
    else {
      replay.sealed.insert(stored.position)
      return false
    }
    guard case .key(.keysShared(let keys))? = try? Act.decode(body, as: .key(.keysShared))
    else {
      replay.doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
      return false
    }
    var isNew = false
    for (name, data) in keys {
      // Who holds the key already asks, too, whether the others were given it.
      guard let made = replay.rooms.keys[name], made.room.isShared(in: room),
        let key = try? RoomKey(data: data), key.digest == made.digest
      else {
        replay.doubts[stored.position] = VoidEntry(fault: .keysNotAllowed, name: stored.name)
        continue
      }
      replay.proposed[name] = nil
      replay.unshared.remove(name)
      if session.ring.key(name.rawValue) == nil, session.learn(key, as: made) { isNew = true }
    }
    return isNew && !replay.sealed.isEmpty
  }
}

extension RoomID {
  /// Whether keys of the room are shared with all who read another.
  fileprivate func isShared(in room: RoomID) -> Bool {
    switch (self, room) {
    case (.sheet, .consensus), (.proposal, .onSite): true
    default: false
    }
  }
}
