import Foundation
import GRDB
import Procedure
import Vault

/// A person as the login screen lists them.
public struct Account: Sendable, Hashable {
  public var person: Person
  public var standing: Standing
  /// Of the public keys, once there are any and they were verified.
  public var fingerprint: String?

  /// By role, then by name in the log.
  static func isBefore(_ a: Account, _ b: Account) -> Bool {
    (a.person.roles.first ?? .expert, a.person.id) < (b.person.roles.first ?? .expert, b.person.id)
  }
}

/// What the login screen says of the store.
public struct StoreTitle: Sendable, Hashable {
  public var name: String
  public var isDemo: Bool
  /// Whether everybody's passphrase is the demo's: a rehearsal's people choose their own.
  public var hasDemoPassphrase: Bool
}

extension Store {
  /// The store's name and whether it is a demo or a rehearsal.
  public func title() throws -> StoreTitle {
    let founding = try founding()
    return StoreTitle(
      name: founding.name, isDemo: founding.isDemo,
      hasDemoPassphrase: founding.isDemo && founding.cost.isWeaker(than: .rehearsal))
  }

  /// What the store was founded with, from its verified first entries.
  ///
  /// - Throws: `StoreFault.newerProgram` where a later form of the log founded it.
  private func founding() throws -> KeyRegister.Founding {
    if let known = cycleCache.keys.founding { return known }
    var replay = CycleReplay()
    for row in try read({ try LogTable.rows($0, in: .cycle, after: 0, limit: 2) }) {
      replay.take(row, Archive { try self.read($0) })
    }
    if let founding = replay.keys.founding {
      // The cycle goes on from here; nothing is verified twice.
      if cycleCache.position == 0 { cycleCache = replay }
      return founding
    }
    if replay.faults.values.contains(where: { $0.fault == .newerKind }) {
      throw StoreFault.newerProgram
    }
    throw StoreFault.notAStore(directory.path)
  }

  /// Everybody who was entered, as the login screen lists them: by role, then by name in the log.
  ///
  /// From a table, so that the list is there at once: a hint whom to choose, nothing more.
  public func accounts() throws -> [Account] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM person").compactMap { row in
        guard let standing = Standing(rawValue: try row.value("standing")) else { return nil }
        let person = try JSONDecoder().decode(
          Person.self, from: Data(try row.value("profile", as: String.self).utf8))
        return Account(person: person, standing: standing)
      }.sorted(by: Account.isBefore)
    }
  }

  /// Everybody who was entered, from verified entries, with the fingerprints of their keys.
  public func people() throws -> [Account] {
    let cycle = try cycle()
    return cycle.people.values.map { person in
      Account(
        person: person, standing: cycle.standing[person.id] ?? .invited,
        fingerprint: cycleCache.keys.holders[person.id]?.keys.fingerprint)
    }.sorted(by: Account.isBefore)
  }

  /// Unlocks a person's keys and verifies the cycle with them.
  ///
  /// - Throws: `VaultFault.wrongPassphrase`, `StoreFault.unknownPerson`, `.notJoined`.
  public func signIn(_ person: PersonID, passphrase: String) throws -> Session {
    let secret = Passphrase(unlocking: passphrase)
    // What lies there unverified may be tried: only the right passphrase opens it, and what this
    // program remembers from earlier logins saves verifying everything again.
    if let hint = try lockedHint(of: person), let keys = try? hint.unlock(secret) {
      let drafts = recall(person, keys)
      _ = try cycle()
      if let holder = cycleCache.keys.holders[person], holder.locked == hint,
        holder.keys == keys.publicKeys
      {
        return enter(person, keys, drafts)
      }
    }
    let holder = try holder(of: person)
    do {
      let keys = try holder.locked.unlock(secret)
      let drafts = recall(person, keys)
      _ = try cycle()
      return enter(person, keys, drafts)
    } catch VaultFault.wrongPassphrase {
      throw holder.change(after: secret) ?? VaultFault.wrongPassphrase
    }
  }

  private func enter(
    _ person: PersonID, _ keys: PersonKeys, _ drafts: [String: DraftMark]
  ) -> Session {
    let session = Session(person: person, keys: keys)
    session.drafts = drafts
    session.learnFormers(cycleCache.keys)
    session.learnGroups(cycleCache.keys)
    return session
  }

  /// A person's keys from verified entries.
  ///
  /// - Throws: `StoreFault.unknownPerson`, `.notJoined`.
  func holder(of person: PersonID) throws -> KeyHolder {
    guard try cycle().people[person] != nil else { throw StoreFault.unknownPerson(person.rawValue) }
    guard let holder = cycleCache.keys.holders[person] else { throw StoreFault.notJoined }
    return holder
  }

  /// Locked keys under a person's name, from where the list of people says that they lie.
  private func lockedHint(of person: PersonID) throws -> LockedKeys? {
    let row = try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT kind, body FROM entry WHERE position = (SELECT keyed FROM person WHERE id = ?)
          """, arguments: [person.rawValue])
    }
    guard let row, let kind = KeyEventKind(rawValue: try row.value("kind")),
      case .key(let event)? = try? Act.decode(try row.value("body"), as: .key(kind))
    else { return nil }
    switch event {
    case .personKeyed(person, _, let locked, _), .passphraseChanged(person, let locked),
      .keysReplaced(person, _, let locked, _):
      return locked
    case .keysRecovered(let recovered): return recovered.person == person ? recovered.locked : nil
    default: return nil
    }
  }

  /// A new passphrase, in the form and of the strength that this store asks for.
  ///
  /// - Throws: `VaultFault.weakPassphrase`.
  func newPassphrase(_ typed: String) throws -> (secret: Passphrase, cost: ScryptCost) {
    let founding = try founding()
    let secret = try Passphrase(
      creating: typed, minimum: founding.isDemo ? 4 : Passphrase.minimum)
    return (secret, founding.cost)
  }

  // MARK: What programs remember

  private func stateURL(of person: PersonID) -> URL? {
    guard let state, let store = try? read({ try Meta.text($0, .store) }),
      Hex.decode(store) != nil, !person.rawValue.contains("/"), person.rawValue != ".."
    else { return nil }
    return StateFile.url(in: state, store: store, person: person)
  }

  /// Takes up which ends were verified at earlier logins.
  ///
  /// - Returns: How far drafts had come.
  private func recall(_ person: PersonID, _ keys: PersonKeys) -> [String: DraftMark] {
    guard let url = stateURL(of: person) else { return [:] }
    let state = StateFile.read(url, with: keys)
    if trust.recall(state.tips, of: person) { cycleCache = CycleReplay() }
    return state.drafts
  }

  /// Keeps what was verified and how far drafts have come, for the person's next login.
  public func keepState(of session: Session) {
    // Sealed with keys that were replaced it would be nothing to the next login.
    guard let url = stateURL(of: session.person), !cycleCache.keys.isOutdated(session) else {
      return
    }
    StateFile(tips: trust.known, drafts: session.drafts).write(url, with: session.ring.keys)
  }

  // MARK: Coming in

  /// Enters a person and makes their one-time invitation.
  ///
  /// - Returns: The invitation, whose code is shown once.
  public func invite(_ person: Person, by session: Session) throws -> Invitation {
    let invitation = Invitation.generate()
    try write(by: session) { transaction in
      try transaction.perform(.cycle(.invite(person)))
      try transaction.appendKey(
        .invitationMade(person: person.id, publicKey: invitation.publicKey), to: .cycle)
    }
    return invitation
  }

  /// Makes another invitation for somebody who has not joined; the earlier one no longer works.
  public func inviteAgain(_ id: PersonID, by session: Session) throws -> Invitation {
    let cycle = try cycle()
    guard let person = cycle.people[id] else { throw StoreFault.unknownPerson(id.rawValue) }
    guard cycle.standing[id] == .invited else { throw StoreFault.alreadyJoined }
    let invitation = Invitation.generate()
    try write(by: session) { transaction in
      try transaction.perform(.cycle(.change(person)))
      try transaction.appendKey(
        .invitationMade(person: id, publicKey: invitation.publicKey), to: .cycle)
    }
    return invitation
  }

  /// A first login: makes the person's keys with their invitation and a passphrase of their own.
  ///
  /// - Throws: `VaultFault.badInvitation`, `.weakPassphrase`; `StoreFault.alreadyJoined`.
  public func join(_ person: PersonID, invitation code: String, passphrase: String) throws
    -> Session
  {
    let invitation = try Invitation(parsing: code)
    let (secret, cost) = try newPassphrase(passphrase)
    guard try cycle().people[person] != nil else { throw StoreFault.unknownPerson(person.rawValue) }
    guard cycleCache.keys.holders[person] == nil else { throw StoreFault.alreadyJoined }
    guard cycleCache.keys.invitations[person] == invitation.publicKey else {
      throw VaultFault.badInvitation
    }
    let keys = PersonKeys.generate()
    let locked = try keys.lock(with: secret, cost: cost)
    let session = Session(person: person, keys: keys)
    try write(by: session) { try $0.join(with: invitation, locked: locked) }
    return session
  }
}

extension Transaction {
  /// Takes the acting person's first keys up, signed with their invitation.
  mutating func join(with invitation: Invitation, locked: LockedKeys) throws {
    let (person, keys) = (session.person, session.ring.keys.publicKeys)
    try appendKey(
      .personKeyed(
        person: person, keys: keys, locked: locked,
        invitation: invitation.sign(keys, person: person.rawValue)),
      to: .cycle)
    try perform(.cycle(.join(fingerprint: keys.fingerprint)))
    try makeUnfinished()
  }
}
