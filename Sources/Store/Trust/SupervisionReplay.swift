import Foundation
import Procedure
import Vault

/// Supervision's stream as one person's keys show it (V3), from verified and allowed entries alone.
struct SupervisionReplay: StreamReplay, Sendable {
  private(set) var state = SupervisionState()
  var position = 0
  var tip: Data?
  var faults: [Int: VoidEntry] = [:]
  /// Entries whose content does not stand, as supervision sees it.
  private(set) var doubts: [Int: VoidEntry] = [:]
  /// Entries that this person cannot read.
  private(set) var unread = 0

  /// Takes up the next row of the stream, or notes why it has no effect.
  mutating func take(
    _ row: Result<StoredEntry, RowFault>, cycle: CycleReplay, session: Session?,
    isTrusted: Bool = false
  ) {
    take(row) { stored, replay throws(EntryFault) in
      try replay.accept(stored, cycle, session, isTrusted: isTrusted)
    }
  }

  private mutating func accept(
    _ stored: StoredEntry, _ cycle: CycleReplay, _ session: Session?, isTrusted: Bool
  ) throws(EntryFault) {
    let entry = stored.entry
    let tips = [tip, cycle.tip(before: stored.position)].compactMap { $0 }
    let check = EntryCheck(parents: tips, keys: cycle.keys, isTrusted: isTrusted)
    if let fault = check.fault(of: stored) { throw fault }
    guard entry.files.isEmpty else { throw .filesWrong }
    guard case .event(let kind) = try entry.knownKind(), kind.stream == .supervision,
      entry.room == RoomID.supervision.rawValue, let key = entry.key,
      cycle.keys.group(named: EntryName(Hex.encode(key)), before: stored.position)
        == .supervision
    else { throw .keyWrong }
    let desk = Desk(
      cycle: cycle.state(before: stored.position), dossier: nil, actor: entry.author,
      now: entry.time, supervision: state)
    do {
      try admit(.sealed(kind, in: .supervision), on: desk)
    } catch {
      throw .refused(error)
    }
    switch session?.unseal(entry, in: .supervision, RoomRegister(), cycle.keys) ?? .sealed {
    case .sealed: unread += 1
    case .damaged: doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
    case .opened(let body):
      guard case .event(let event)? = try? Act.decode(body, as: .event(kind)) else {
        doubts[stored.position] = VoidEntry(fault: .unreadable, name: stored.name)
        return
      }
      do {
        try examine(event, on: desk)
        state.apply(event, by: entry.author, at: entry.time)
      } catch {
        doubts[stored.position] = VoidEntry(fault: .refused(error), name: stored.name)
      }
    }
  }
}
