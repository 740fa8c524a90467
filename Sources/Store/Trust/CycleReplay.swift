import Foundation
import Procedure
import Vault

/// The cycle as its verified and allowed entries tell it, and what of it had no effect.
struct CycleReplay: StreamReplay, Sendable {
  private(set) var value = CycleState()
  /// The public keys, from the same entries.
  private(set) var keys = KeyRegister()
  /// The corrections of clocks, as supervision's list shows them (V5).
  private(set) var corrections: [Oddity] = []
  var position = 0
  var tip: Data?
  var faults: [Int: VoidEntry] = [:]
  private var history = CycleHistory()

  /// The cycle as it stood when the entry at a position arrived.
  func state(before position: Int) -> CycleState {
    history.ends(before: position) ? value : history.state(before: position)
  }

  /// The id of the cycle's last effective entry that arrived before a position.
  func tip(before position: Int) -> Data? { history.tip(before: position) }

  /// Takes up the next row of the cycle's stream, or notes why it has no effect.
  ///
  /// - Parameters:
  ///   - isTrusted: Whether the signature is known to be good.
  ///   - isVerified: Whether it lies before an end that was verified: then what proves its keys is
  ///     known to be good, too.
  mutating func take(
    _ row: Result<StoredEntry, RowFault>, isTrusted: Bool = false, isVerified: Bool = false
  ) {
    take(row) { stored, replay throws(EntryFault) in
      try replay.accept(stored, isTrusted: isTrusted || isVerified, isVerified: isVerified)
    }
  }

  private mutating func accept(
    _ stored: StoredEntry, isTrusted: Bool, isVerified: Bool
  ) throws(EntryFault) {
    let entry = stored.entry
    let check = EntryCheck(parents: tip.map { [$0] } ?? [], keys: keys, isTrusted: isTrusted)
    if let fault = check.fault(of: stored) { throw fault }
    guard try entry.knownKind().files.contains(entry.files.count) else { throw .filesWrong }
    if entry.room != nil { return try acceptSealed(stored) }
    switch try entry.clearAct() {
    case .key(let event):
      var rules = KeyRules(
        register: keys, cycle: value, dossier: nil, rooms: RoomRegister(), position: stored.position
      )
      rules.isProven = isVerified
      if let fault = rules.fault(of: event, by: entry.author, in: .cycle) { throw fault }
      // What both halves signed counts where they signed it, and not again.
      if case .recoveryUsed(_, let after, _) = event, after.rawValue != tip.map(Hex.encode) {
        throw .keysNotVouched
      }
      keys.take(event, stored)
      history.append(stored, nil, state: value)
    case .event(let event):
      guard event.kind.stream == .cycle else { throw .keyWrong }
      do {
        try admit(
          .clear(event),
          on: Desk(cycle: value, dossier: nil, actor: entry.author, now: entry.time))
      } catch {
        throw .refused(error)
      }
      if case .personJoined(let person, let fingerprint) = event,
        keys.holders[person]?.keys.fingerprint != fingerprint
      {
        throw .keysNotVouched
      }
      value.apply(event)
      if case .clockCorrected(_, let reason) = event {
        corrections.append(.clockCorrected(entry.author, at: entry.time, reason: reason))
      }
      history.append(stored, event, state: value)
    }
  }

  /// What the bureau keeps for itself: it counts by its frame, and is read where it is asked for.
  private mutating func acceptSealed(_ stored: StoredEntry) throws(EntryFault) {
    let entry = stored.entry
    guard case .event(let kind) = try entry.knownKind(), entry.room == RoomID.bureau.rawValue,
      let name = entry.key.map({ EntryName(Hex.encode($0)) }),
      keys.group(named: name, before: stored.position) == .bureau
    else { throw .keyWrong }
    do {
      try admit(
        .sealed(kind, in: .bureau),
        on: Desk(cycle: value, dossier: nil, actor: entry.author, now: entry.time))
    } catch {
      throw .refused(error)
    }
    history.append(stored, nil, state: value)
  }
}
