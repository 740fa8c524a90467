import Foundation
import Procedure
import Vault

/// The public keys, groups and invitations of a store, from verified entries of the cycle alone.
struct KeyRegister: Sendable {
  /// A key pair of a group, with its private key as it was wrapped for members.
  struct Group: Sendable {
    /// The entry that made it.
    var name: EntryName
    var publicKey: Data
    /// Who made it, and where.
    var maker: PersonID
    var position: Int
    var wraps = Wraps()
  }

  /// What the store was founded with.
  struct Founding: Sendable {
    /// The entry.
    var entry: EntryName
    var name: String
    var isDemo: Bool
    var recovery: PublicKeys
    var cost: ScryptCost
    var format: LogFormat
  }

  private(set) var founding: Founding?
  private(set) var holders: [PersonID: KeyHolder] = [:]
  /// Every public key that is or was a person's.
  private var used: Set<Data> = []
  /// Public keys of one-time invitations, the latest of each person.
  private(set) var invitations: [PersonID: Data] = [:]
  /// The keys of each group, the latest last.
  private(set) var groups: [GroupID: [Group]] = [:]

  /// Whether a public key is or was a person's.
  func knows(_ key: Data) -> Bool { used.contains(key) }

  /// The key of a group that secrets are wrapped with now.
  func group(_ id: GroupID) -> Group? { groups[id]?.last }

  /// The group that a key belongs to.
  func group(named name: EntryName) -> GroupID? {
    groups.first { $0.value.contains { $0.name == name } }?.key
  }

  /// The public key of a group's key that is named by the entry that made it.
  func publicKey(ofGroupKey name: EntryName) -> Data? {
    groups.values.lazy.flatMap { $0 }.first { $0.name == name }?.publicKey
  }

  /// The public key of a reader, once they have one.
  func publicKey(of reader: Reader) -> Data? {
    switch reader {
    case .person(let person): holders[person]?.keys.agreement
    case .group(let id): group(id)?.publicKey
    case .recovery: founding?.recovery.agreement
    }
  }

  /// Whether a person's keys were replaced since this session began.
  func isOutdated(_ session: Session) -> Bool {
    holders[session.person].map { $0.keys != session.ring.keys.publicKeys } == true
  }

  /// Whether a reader has keys.
  func hasKey(_ reader: Reader) -> Bool {
    switch reader {
    case .person(let person): holders[person] != nil
    case .group(let id): groups[id] != nil
    case .recovery: founding != nil
    }
  }

  /// How often a reader's keys were recovered: nothing that was wrapped before opens any more.
  func recoveries(of reader: Reader) -> Int {
    guard case .person(let person) = reader else { return 0 }
    return holders[person]?.recoveries ?? 0
  }

  /// How often a reader's keys were others; of a group how many it had.
  func changes(of reader: Reader) -> Int {
    switch reader {
    case .person(let person): holders[person]?.changes ?? 0
    case .group(let id): groups[id]?.count ?? 0
    case .recovery: 0
    }
  }

  /// Whether a group's key is held by somebody who belongs into it no more, or may be.
  func isExposed(_ id: GroupID, in cycle: CycleState) -> Bool {
    guard let key = group(id) else { return false }
    return !id.contains(key.maker, in: cycle)
      || key.wraps.isExposed(beyond: id.members(in: cycle), by: self)
  }

  /// Takes up a key entry of the cycle that was verified and allowed.
  mutating func take(_ event: KeyEvent, _ stored: StoredEntry) {
    let (position, time) = (stored.position, stored.entry.time)
    func era(_ keys: PublicKeys, _ locked: LockedKeys, _ origin: KeyHolder.Origin) -> KeyHolder.Era
    {
      used.formUnion([keys.signing, keys.agreement])
      return KeyHolder.Era(
        position: position, time: time, keys: keys, locked: locked, origin: origin)
    }
    switch event {
    case .storeFounded(let title, let demo, let recovery, let cost, let format):
      founding = Founding(
        entry: stored.name, name: title, isDemo: demo, recovery: recovery, cost: cost,
        format: format)
    case .invitationMade(let person, let publicKey): invitations[person] = publicKey
    case .personKeyed(let person, let keys, let locked, _):
      holders[person] = KeyHolder(era(keys, locked, .joined))
    case .passphraseChanged(let person, let locked):
      guard let keys = holders[person]?.keys else { return }
      holders[person]?.add(era(keys, locked, .passphrase))
    case .keysReplaced(let person, let keys, let locked, let former):
      holders[person]?.add(era(keys, locked, .replaced(former: former)))
    case .keysRecovered(let recovered):
      holders[recovered.person]?.add(era(recovered.keys, recovered.locked, .recovered))
    case .groupFounded(let group, let publicKey):
      groups[group, default: []].append(
        Group(
          name: stored.name, publicKey: publicKey, maker: stored.entry.author, position: position))
    case .keysGranted(let key, let wraps):
      guard let id = group(named: key),
        let place = groups[id]?.firstIndex(where: { $0.name == key })
      else { return }
      let known = self
      groups[id]?[place].wraps.add(wraps, by: known)
    // Of no consequence here, or of a case's stream.
    case .recoveryUsed, .roomMade, .halvesMade, .halvesReleased, .keysShared, .entriesTaken: break
    }
  }
}
