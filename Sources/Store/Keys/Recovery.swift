import Foundation
import Procedure
import Vault

/// What a recovery gave.
public struct Recovered {
  /// Whoever's keys were recovered, at work.
  public let session: Session
  /// Group keys, room keys and sheets' halves that were wrapped anew.
  public var given = 0
  /// What both halves do not open either, by its scope: nobody wrapped it for them.
  public var unopened: [String] = []
}

/// A way back with both recovery halves, where a passphrase is lost or somebody is gone.
extension Store {
  /// Joins both halves and compares them with what the store was founded with.
  ///
  /// - Throws: `VaultFault.halvesDoNotJoin`, `StoreFault.recoveryOfOther`.
  public func recovery(_ one: RecoveryHalf, _ other: RecoveryHalf) throws -> RecoveryKeys {
    let keys = try RecoveryKeys.join(one, other)
    _ = try cycle()
    guard cycleCache.keys.founding?.recovery == keys.publicKeys else {
      throw StoreFault.recoveryOfOther
    }
    return keys
  }

  /// New keys for somebody whose passphrase is lost; all that was wrapped for them is wrapped anew.
  ///
  /// - Throws: `StoreFault.notConfirmed`, `.notJoined`, `.unknownPerson`; `Refusal` where the person
  ///   was deactivated; `VaultFault.weakPassphrase`.
  public func recover(
    _ person: PersonID, passphrase: String, with recovery: RecoveryKeys
  ) throws -> Recovered {
    let (session, event) = try newKeys(
      of: person, passphrase: passphrase, successor: nil, recovery)
    return try recover(session, with: recovery) { transaction in
      try transaction.appendKey(.keysRecovered(recovery: event), to: .cycle)
      // What lies in the rows opened with the lost keys alone.
      try transaction.makeUnfinished()
    }
  }

  /// Gives somebody all keys that are theirs by now and that nobody is there to give.
  public func recoverKeys(of session: Session, with recovery: RecoveryKeys) throws -> Recovered {
    try recover(session, with: recovery) { transaction in
      guard let tip = transaction.cycle.tips.last else { return }
      let after = EntryName(Hex.encode(tip))
      let proof = recovery.sign(UseProof.parts(session.person, after: after))
      try transaction.appendKey(
        .recoveryUsed(person: session.person, after: after, proof: proof), to: .cycle)
    }
  }

  /// Lets somebody new take the place of a member of the secretariat who is gone.
  ///
  /// In the gone member's name, with keys that nobody keeps, the successor is entered and
  /// confirmed; then they end the gone member's access. Everything stands in the log.
  /// - Throws: `StoreFault.notOfOffice` where the gone one is no secretariat member; `Refusal`
  ///   where the successor's id is taken.
  public func recover(
    successor: Person, of gone: PersonID, passphrase: String, with recovery: RecoveryKeys
  ) throws -> Recovered {
    guard try cycle().acts(gone, as: .secretariat), var former = cycleCache.value.people[gone]
    else { throw StoreFault.notOfOffice(gone.rawValue) }
    let unknown = Hex.encode(Bytes.random(32))
    let (past, event) = try newKeys(
      of: gone, passphrase: unknown, successor: successor.id, recovery)
    let (secret, cost) = try newPassphrase(passphrase)
    let keys = PersonKeys.generate()
    let locked = try keys.lock(with: secret, cost: cost)
    let session = Session(person: successor.id, keys: keys)
    let invitation = Invitation.generate()
    let fingerprint = keys.publicKeys.fingerprint
    let entered = try write(by: past) { transaction in
      try transaction.appendKey(.keysRecovered(recovery: event), to: .cycle)
      let given = try transaction.takeBack(with: recovery)
      try transaction.perform(.cycle(.invite(successor)))
      try transaction.appendKey(
        .invitationMade(person: successor.id, publicKey: invitation.publicKey), to: .cycle)
      transaction.hand(to: session)
      try transaction.join(with: invitation, locked: locked)
      transaction.hand(to: past)
      try transaction.perform(.cycle(.confirm(successor.id, fingerprint: fingerprint)))
      try transaction.grantOwedGroups()
      transaction.hand(to: session)
      former.active = false
      try transaction.perform(.cycle(.change(former)))
      return given
    }
    var recovered = try recover(session, with: recovery) { _ in }
    recovered.add(entered)
    return recovered
  }

  /// Keys that replace a person's lost ones, signed with both halves.
  private func newKeys(
    of person: PersonID, passphrase: String, successor: PersonID?, _ recovery: RecoveryKeys
  ) throws -> (Session, KeyRecovery) {
    let holder = try holder(of: person)
    guard try cycle().standing[person] == .confirmed else { throw StoreFault.notConfirmed }
    guard cycleCache.value.isReady(person) else { throw Refusal(.K, .inactive(person)) }
    let (secret, cost) = try newPassphrase(passphrase)
    let keys = PersonKeys.generate()
    let event = KeyRecovery(
      of: person, keys: keys.publicKeys, locked: try keys.lock(with: secret, cost: cost),
      former: holder.keys.fingerprint, successor: successor, by: recovery)
    return (Session(person: person, keys: keys), event)
  }

  /// What `body` does and the groups in one transaction, then each case in one of its own: what was
  /// reached stays if it is interrupted, and the rest can be asked for again.
  private func recover(
    _ session: Session, with recovery: RecoveryKeys,
    _ body: (inout Transaction) throws -> Void
  ) throws -> Recovered {
    var recovered = Recovered(session: session)
    let groups = try write(by: session) { transaction in
      try body(&transaction)
      let taken = try transaction.takeBack(with: recovery)
      try transaction.renewGroups()
      return taken
    }
    recovered.add(groups)
    for id in try read({ try String.fetchAll($0, sql: "SELECT id FROM dossier ORDER BY id") }) {
      let rooms = try write(by: session) { try $0.takeBack(CaseID(id), with: recovery) }
      recovered.add(rooms)
    }
    return recovered
  }
}

extension Recovered {
  fileprivate mutating func add(_ taken: Taken) {
    given += taken.given
    unopened += taken.unopened
  }
}
