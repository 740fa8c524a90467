import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// What a new store is founded with.
public struct Founding: Sendable {
  /// The name on the login screen.
  public var name: String
  /// The first secretariat member.
  public var founder: Person
  /// Whether this is a demo store: weak passphrases, said on the login screen.
  public var isDemo: Bool
  /// Whether the members of the directory's group share it (``Sharing``).
  public var isShared = false
  /// What scrypt costs at least.
  public let cost: ScryptCost

  /// A founding by a secretariat member.
  ///
  /// - Parameter cost: What scrypt costs, in a demo store alone less than in a rehearsal; no program
  ///   believes a store that costs less than a real one and does not say that it is none.
  public init(
    name: String, founder: Person, isDemo: Bool = false, isShared: Bool = false,
    cost: ScryptCost? = nil
  ) {
    self.name = name
    self.founder = founder
    self.isDemo = isDemo
    self.isShared = isShared
    self.cost = cost ?? (isDemo ? .rehearsal : .standard)
  }
}

/// A store just founded: open, its founder at work, the recovery halves to be shown once.
public struct Founded {
  public let store: Store
  public let session: Session
  /// For the secretariat and for supervision to keep, apart.
  public let halves: (RecoveryHalf, RecoveryHalf)
}

extension Store {
  /// Founds a store in an empty or new directory.
  ///
  /// - Throws: `StoreFault.notEmpty`, `VaultFault.weakPassphrase`, `Refusal` of its name.
  public static func found(
    _ founding: Founding, passphrase: String, at directory: URL, clock: Clock = .system
  ) throws -> Founded {
    if let refusal = Refusal(of: founding.name, as: .name) { throw refusal }
    let secret = try Passphrase(
      creating: passphrase, minimum: founding.isDemo ? 4 : Passphrase.minimum)
    return try make(at: directory) {
      if founding.isShared { try Sharing.openFolders(of: directory) }
      let founded = try found(founding, secret, at: directory, clock: clock)
      if founding.isShared { try Sharing.openFiles(of: directory) }
      return founded
    }
  }

  /// Makes a store in an empty or new directory: whole, or nothing is left of it.
  ///
  /// - Throws: `StoreFault.notEmpty`; what `body` throws, by the store's own names.
  static func make<Made>(at directory: URL, _ body: () throws -> Made) throws -> Made {
    let files = FileManager.default
    if let found = try? files.contentsOfDirectory(atPath: directory.path), !found.isEmpty {
      throw StoreFault.notEmpty(directory.path)
    }
    let existed = files.fileExists(atPath: directory.path)
    do {
      for folder in ["files", "backups"] {
        try Sharing.makeFolder(directory.appendingPathComponent(folder))
      }
      return try body()
    } catch {
      // Half a store would keep the next attempt away; the directory was empty.
      for name in existed ? ((try? files.contentsOfDirectory(atPath: directory.path)) ?? []) : [""]
      {
        try? files.removeItem(at: directory.appendingPathComponent(name))
      }
      throw StoreFault.naming(error)
    }
  }

  private static func found(
    _ founding: Founding, _ secret: Passphrase, at directory: URL, clock: Clock
  ) throws -> Founded {
    let store = try Store(at: directory, clock: clock, isNew: true)
    if !founding.isDemo { store.clockRule = ClockRule() }
    let keys = PersonKeys.generate()
    let locked = try keys.lock(with: secret, cost: founding.cost)
    let session = Session(person: founding.founder.id, keys: keys)
    let (recovery, halves) = RecoveryKeys.generate()
    try store.queue.writeWithoutTransaction { db in
      try Meta.set(db, .store, Hex.encode(Bytes.random(16)))
      try Meta.set(db, .device, Hex.encode(Bytes.random(8)))
    }
    try store.write(by: session) { transaction in
      try transaction.appendKey(
        .personKeyed(
          person: session.person, keys: keys.publicKeys, locked: locked, invitation: nil),
        to: .cycle)
      try transaction.appendKey(
        .storeFounded(
          name: founding.name, demo: founding.isDemo, recovery: recovery, cost: founding.cost,
          format: .current),
        to: .cycle)
      let fingerprint = keys.publicKeys.fingerprint
      try transaction.perform(.cycle(.invite(founding.founder)))
      try transaction.perform(.cycle(.join(fingerprint: fingerprint)))
      try transaction.perform(.cycle(.confirm(session.person, fingerprint: fingerprint)))
      try transaction.found(.secretariat)
      try transaction.makeUnfinished()
    }
    return Founded(store: store, session: session, halves: halves)
  }
}
