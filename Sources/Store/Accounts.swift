import Foundation
import GRDB
import Procedure
import Vault

/// A person as the login screen lists them.
public struct Account: Sendable, Hashable {
  public var person: Person
  public var standing: Standing
  /// Of the public keys, once there are any.
  public var fingerprint: String?
}

/// What the login screen says of the store.
public struct StoreTitle: Sendable, Hashable {
  public var name: String
  public var isDemo: Bool
}

extension Store {
  /// The store's name and whether it is a demo.
  public func title() throws -> StoreTitle {
    let founding = try founding()
    return StoreTitle(name: founding.name, isDemo: founding.demo)
  }

  private func founding() throws -> (name: String, demo: Bool, cost: ScryptCost) {
    try read { db in
      let body = try Data.fetchOne(
        db, sql: "SELECT body FROM entry WHERE kind = 'storeFounded' ORDER BY position LIMIT 1")
      guard let body,
        case .key(.storeFounded(let name, let demo, _, let cost)) = try Act.decode(
          body, kind: KeyEventKind.storeFounded.rawValue)
      else { throw StoreFault.notAStore(directory.path) }
      return (name, demo, cost)
    }
  }

  /// Everybody who was entered: by role, then by name in the log.
  public func accounts() throws -> [Account] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM person").compactMap { row in
        guard let standing = Standing(rawValue: try row.value("standing")) else { return nil }
        let person = try JSONDecoder().decode(
          Person.self, from: Data(try row.value("profile", as: String.self).utf8))
        var fingerprint: String?
        if let signing = try row.value("signing", as: Data?.self),
          let agreement = try row.value("agreement", as: Data?.self)
        {
          fingerprint = PublicKeys(signing: signing, agreement: agreement).fingerprint
        }
        return Account(person: person, standing: standing, fingerprint: fingerprint)
      }.sorted { a, b in
        (a.person.roles.first ?? .expert, a.person.id) < (
          b.person.roles.first ?? .expert, b.person.id
        )
      }
    }
  }

  /// Unlocks a person's keys.
  ///
  /// - Throws: `VaultFault.wrongPassphrase`, `StoreFault.unknownPerson`, `.notJoined`.
  public func signIn(_ person: PersonID, passphrase: String) throws -> Session {
    let locked = try lockedKeys(of: person)
    let keys = try locked.unlock(Passphrase(unlocking: passphrase))
    return Session(person: person, keys: keys)
  }

  /// Whether a passphrase is this person's: for unlocking the screen.
  public func recognises(_ passphrase: String, of person: PersonID) throws -> Bool {
    do {
      _ = try lockedKeys(of: person).unlock(Passphrase(unlocking: passphrase))
      return true
    } catch VaultFault.wrongPassphrase {
      return false
    }
  }

  private func lockedKeys(of person: PersonID) throws -> LockedKeys {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT locked FROM person WHERE id = ?", arguments: [person.rawValue])
      guard let row else { throw StoreFault.unknownPerson(person.rawValue) }
      guard let text = try row.value("locked", as: String?.self) else { throw StoreFault.notJoined }
      return try JSONDecoder().decode(LockedKeys.self, from: Data(text.utf8))
    }
  }

  /// Enters a person and makes their one-time invitation.
  ///
  /// - Returns: The invitation, whose code is shown once.
  public func invite(_ person: Person, by session: Session) throws -> Invitation {
    let invitation = Invitation.generate()
    try write(by: session) { transaction in
      try transaction.perform(.cycle(.invite(person)))
      try transaction.append(
        .key(.invitationMade(person: person.id, publicKey: invitation.publicKey)), to: .cycle)
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
      try transaction.append(
        .key(.invitationMade(person: id, publicKey: invitation.publicKey)), to: .cycle)
    }
    return invitation
  }

  /// A first login: makes the person's keys with their invitation and a passphrase of their own.
  ///
  /// - Throws: `VaultFault.badInvitation`, `.weakPassphrase`; `StoreFault.alreadyJoined`.
  public func join(_ person: PersonID, invitation code: String, passphrase: String) throws
    -> Session
  {
    let founding = try founding()
    let invitation = try Invitation(parsing: code)
    let secret = try Passphrase(
      creating: passphrase, minimum: founding.demo ? 4 : Passphrase.minimum)
    let row = try read { db in
      try Row.fetchOne(
        db, sql: "SELECT locked, invitation FROM person WHERE id = ?",
        arguments: [person.rawValue])
    }
    guard let row else { throw StoreFault.unknownPerson(person.rawValue) }
    guard try row.value("locked", as: String?.self) == nil else { throw StoreFault.alreadyJoined }
    guard try row.value("invitation", as: Data?.self) == invitation.publicKey else {
      throw VaultFault.badInvitation
    }
    let keys = PersonKeys.generate()
    let locked = try keys.lock(with: secret, cost: founding.cost)
    let session = Session(person: person, keys: keys)
    try write(by: session) { transaction in
      try transaction.append(
        .key(
          .personKeyed(
            person: person, keys: keys.publicKeys, locked: locked,
            invitation: invitation.sign(keys.publicKeys, person: person.rawValue))),
        to: .cycle)
      try transaction.perform(.cycle(.join(fingerprint: keys.publicKeys.fingerprint)))
    }
    return session
  }
}
