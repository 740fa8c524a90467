import Foundation
import Procedure
import Vault

/// Another passphrase and other keys, by the person whose they are.
extension Store {
  /// Changes a person's passphrase.
  ///
  /// Whoever knows the earlier one and has any copy of the store still opens the keys with it;
  /// `replacesKeys` makes new ones, for which everything is wrapped from now on.
  /// - Parameters:
  ///   - present: The passphrase in force, asked for once more.
  ///   - new: The new one.
  ///   - replacesKeys: Whether the keys are replaced, too: what the old ones sign from now on has
  ///     no effect.
  /// - Throws: `VaultFault.wrongPassphrase`, `.weakPassphrase`; `StoreFault.notConfirmed`.
  public func changePassphrase(
    from present: String, to new: String, replacesKeys: Bool, by session: Session
  ) throws {
    let holder = try holder(of: session.person)
    _ = try holder.locked.unlock(Passphrase(unlocking: present))
    let (secret, cost) = try newPassphrase(new)
    guard replacesKeys else {
      let locked = try session.ring.keys.lock(with: secret, cost: cost)
      try write(by: session) { transaction in
        _ = try transaction.appendKey(
          .passphraseChanged(person: session.person, locked: locked), to: .cycle)
      }
      return
    }
    guard try cycle().standing[session.person] == .confirmed else { throw StoreFault.notConfirmed }
    let keys = PersonKeys.generate()
    let locked = try keys.lock(with: secret, cost: cost)
    let former = try session.ring.keys.handOver(
      to: keys.publicKeys, person: session.person.rawValue)
    try write(by: session) { transaction in
      try transaction.appendKey(
        .keysReplaced(
          person: session.person, keys: keys.publicKeys, locked: locked, former: former),
        to: .cycle)
      try transaction.carryUnfinished { session.ring.replace(with: keys) }
      try transaction.renewGroups()
    }
    keepState(of: session)
  }
}
