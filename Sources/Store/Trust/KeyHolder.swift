import Foundation
import Procedure
import Vault

/// A person's keys, from their first login through every change.
struct KeyHolder: Sendable {
  /// How keys came to be a person's.
  enum Origin: Sendable {
    /// The first ones, made with an invitation.
    case joined
    /// The same keys under another passphrase.
    case passphrase
    /// New keys, signed with the old ones, which were handed over to them.
    case replaced(former: Wrap)
    /// New keys, signed with both recovery halves; what was wrapped for the old ones is lost to them.
    case recovered
  }

  /// The keys from one entry to the next that changed them.
  struct Era: Sendable {
    var position: Int
    var time: Moment
    var keys: PublicKeys
    var locked: LockedKeys
    var origin: Origin
  }

  /// Every change; never empty.
  private(set) var eras: [Era]

  /// A person's first keys.
  init(_ first: Era) { eras = [first] }

  /// The era in force.
  var last: Era { eras[eras.count - 1] }

  /// The public keys in force.
  var keys: PublicKeys { last.keys }

  /// The private keys as the passphrase in force locks them.
  var locked: LockedKeys { last.locked }

  /// How often the keys were recovered: nothing that was wrapped for them before opens any more.
  var recoveries: Int {
    eras.count { era in
      if case .recovered = era.origin { true } else { false }
    }
  }

  /// How often the keys were replaced or recovered; 0 where they are the first.
  var changes: Int {
    eras.count { era in
      switch era.origin {
      case .joined, .passphrase: false
      case .replaced, .recovered: true
      }
    }
  }

  /// What hands the keys before over to those after, the latest first, as far as it goes back.
  var formers: [Wrap] {
    var wraps: [Wrap] = []
    for era in eras.reversed() {
      switch era.origin {
      case .replaced(let former): wraps.append(former)
      case .joined, .passphrase: continue
      case .recovered: return wraps
      }
    }
    return wraps
  }

  /// Takes up a change.
  mutating func add(_ era: Era) { eras.append(era) }

  /// What ended a passphrase that opened the keys once; nil where it never did.
  ///
  /// Of the last three, for each takes as long as a login.
  func change(after secret: Passphrase) -> StoreFault? {
    for (era, next) in zip(eras, eras.dropFirst()).reversed().prefix(3)
    where (try? era.locked.unlock(secret)) != nil {
      let change: StoreFault.KeyChange =
        switch next.origin {
        case .joined, .passphrase: .passphrase
        case .replaced: .replaced
        case .recovered: .recovered
        }
      return .formerPassphrase(until: next.time, change)
    }
    return nil
  }
}
