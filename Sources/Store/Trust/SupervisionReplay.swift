import Foundation
import Procedure
import Vault

/// Supervision's stream as one person's keys show it (V3), from verified and allowed entries alone.
struct SupervisionReplay: StreamReplay, Sendable {
  private(set) var state = SupervisionState()
  /// The keys of letters from before the group had one.
  private(set) var rooms = RoomRegister()
  var position = 0
  var tip: Data?
  var faults: [Int: VoidEntry] = [:]
  /// Entries whose content does not stand, as supervision sees it.
  private(set) var doubts: [Int: VoidEntry] = [:]
  /// Entries that this person cannot read.
  private(set) var unread = 0

  /// Takes up the next row of the stream, or notes why it has no effect.
  ///
  /// - Returns: Whether a key was learnt that opens earlier entries: the stream is replayed anew then.
  mutating func take(
    _ row: Result<StoredEntry, RowFault>, cycle: CycleReplay, session: Session?,
    isTrusted: Bool = false
  ) -> Bool {
    take(row) { stored, replay throws(EntryFault) in
      try replay.accept(stored, cycle, session, isTrusted: isTrusted)
    } ?? false
  }

  private mutating func accept(
    _ stored: StoredEntry, _ cycle: CycleReplay, _ session: Session?, isTrusted: Bool
  ) throws(EntryFault) -> Bool {
    let entry = stored.entry
    let tips = [tip, cycle.tip(before: stored.position)].compactMap { $0 }
    let check = EntryCheck(parents: tips, keys: cycle.keys, isTrusted: isTrusted)
    if let fault = check.fault(of: stored) { throw fault }
    guard try entry.knownKind().files.contains(entry.files.count) else { throw .filesWrong }
    let past = cycle.state(before: stored.position)
    let rules = KeyRules(
      register: cycle.keys, cycle: past, dossier: nil, rooms: rooms, position: stored.position)
    if entry.room == nil {
      guard case .key(let event) = try entry.clearAct() else { throw .keyWrong }
      if let fault = rules.fault(of: event, by: entry.author, in: .supervision) { throw fault }
      return learn(event, stored, session)
    }
    guard case .event(let kind) = try entry.knownKind(),
      [.supervision, .every].contains(kind.stream),
      entry.room == RoomID.supervision.rawValue
    else { throw .keyWrong }
    let letter =
      entry.bringsKey(cycle.keys) ? entry.directLetter(to: .supervision, by: rules) : nil
    guard letter != nil || isKey(entry, at: stored.position, cycle.keys) else { throw .keyWrong }
    let desk = Desk(
      cycle: past, dossier: nil, actor: entry.author, now: entry.time, supervision: state)
    do {
      try admit(.sealed(kind, in: .supervision), on: desk)
    } catch {
      throw .refused(error)
    }
    if let letter { rooms.take(letter, stored, in: .supervision) }
    take(stored, kind, desk, session?.unseal(entry, in: .supervision, rooms, cycle.keys) ?? .sealed)
    return false
  }

  /// Whether an entry names a key of the group.
  private func isKey(_ entry: Entry, at position: Int, _ keys: KeyRegister) -> Bool {
    entry.key.map { keys.group(named: EntryName(Hex.encode($0)), before: position) }
      == .supervision
  }

  /// Takes up what an entry says, as far as it opens and stands.
  private mutating func take(
    _ stored: StoredEntry, _ kind: EventKind, _ desk: Desk, _ unsealed: Unsealed
  ) {
    switch unsealed {
    case .sealed: unread += 1
    case .damaged: doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
    case .opened(let body):
      guard case .event(let event)? = try? Act.decode(body, as: .event(kind)) else {
        doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
        return
      }
      do {
        try examine(event, on: desk)
        state.apply(event, by: desk.actor, at: desk.now)
      } catch {
        doubts[stored.position] = VoidEntry(fault: .refused(error), name: stored.name)
      }
    }
  }

  /// Takes up a letter's key as it is given to the group.
  ///
  /// - Returns: Whether it gives this person a key that opens earlier entries.
  private mutating func learn(
    _ event: KeyEvent, _ stored: StoredEntry, _ session: Session?
  ) -> Bool {
    rooms.take(event, stored)
    guard case .keysGranted(let name, _) = event, let session,
      session.ring.key(name.rawValue) == nil, let key = rooms.keys[name]
    else { return false }
    return session.open(key) != nil && unread > 0
  }
}
