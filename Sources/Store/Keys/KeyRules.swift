import Foundation
import GRDB
import Procedure
import Vault

/// Whether an author was entitled to a key entry: the vault's half of the procedure's `isEntitled`.
///
/// Without it a program changed by somebody could put a key of their own under a group, a room or
/// a person, and everything wrapped for those later would be theirs to read. An entry that fails is
/// kept and named by `check`, and has no effect. A key that stands is never replaced.
struct KeyRules {
  /// With the projections as they stood before the entry.
  let db: Database
  let cycle: CycleState
  /// The case whose stream the entry belongs to, once it is registered.
  let file: CaseState?

  /// Whether an entry takes effect.
  func allow(_ event: KeyEvent, by author: PersonID) throws -> Bool {
    switch event {
    case .storeFounded: return try Seals(db: db).publicKey(of: .recovery) == nil
    case .invitationMade(let person, _):
      return cycle.acts(author, as: .secretariat) && cycle.standing[person] == .invited
    case .personKeyed(let person, let keys, _, let signature):
      return try person == author && vouched(keys, of: person, by: signature)
    case .groupFounded(let group, _):
      let role: Role = group == .supervision ? .supervisor : .secretariat
      return try cycle.acts(author, as: role) && Seals(db: db).groupKey(group) == nil
    case .keysGranted(let name, _):
      guard let scope = Scope(name: name) else { return false }
      return try mayGrant(scope, author)
    case .halvesMade(let reviewer, _, _, _):
      return reviewer == author && file?.designated.contains(author) == true
    case .halvesReleased: return cycle.acts(author, as: .secretariat)
    case .sheetsShared: return leads(author)
    }
  }

  /// Whether a person may wrap a scope's key for others: they may hold it themselves, or make it.
  func mayGrant(_ scope: Scope, _ author: PersonID) throws -> Bool {
    switch scope {
    case .group(let group): return belongs(author, to: group)
    case .room(.draft(let id, let person)), .room(.sheet(let id, let person, _)):
      return person == author && file?.id == id
    case .room(let room):
      guard try Owings(db: db).exists(scope) else { return mayMake(room, author) }
      guard let file else { return false }
      return readers(of: room, cycle: cycle, file: file).contains { holder in
        switch holder {
        case .person(let person): person == author
        case .group(let group): belongs(author, to: group)
        case .recovery: false
        }
      }
    }
  }

  private func mayMake(_ room: RoomID, _ author: PersonID) -> Bool {
    switch room {
    case .material:
      cycle.acts(author, as: .secretariat) || cycle.acts(author, as: .districtOfficer)
    case .consensus: leads(author)
    case .onSite: cycle.acts(author, as: .secretariat)
    case .office: cycle.acts(author, as: .secretariat) || cycle.acts(author, as: .supervisor)
    case .draft, .sheet, .result, .supervision: false
    }
  }

  private func leads(_ author: PersonID) -> Bool {
    guard let file, let panel = file.panel.flatMap({ cycle.panels[$0] }) else { return false }
    return file.actingLeader(of: panel) == author
  }

  private func belongs(_ person: PersonID, to group: GroupID) -> Bool {
    Owings.members(of: group, cycle: cycle).contains { member in
      switch member {
      case .person(let id): id == person
      case .group(let inner): belongs(person, to: inner)
      case .recovery: false
      }
    }
  }

  /// First keys only, signed with the invitation; the founder alone has none.
  private func vouched(
    _ keys: PublicKeys, of person: PersonID, by signature: Data?
  ) throws -> Bool {
    let row = try Row.fetchOne(
      db, sql: "SELECT signing, invitation FROM person WHERE id = ?",
      arguments: [person.rawValue])
    guard let row else {
      return try !(Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM person)") ?? false)
    }
    guard try row.value("signing", as: Data?.self) == nil, let signature,
      let invitation = try row.value("invitation", as: Data?.self)
    else { return false }
    return Invitation.verify(
      signature: signature, publicKey: invitation, keys: keys, person: person.rawValue)
  }
}
