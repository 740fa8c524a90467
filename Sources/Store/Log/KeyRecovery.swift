import Foundation
import Procedure
import Vault

/// New keys of a person whose old ones are lost, by both recovery halves together.
public struct KeyRecovery: Codable, Sendable, Hashable {
  /// Whose keys they are.
  public var person: PersonID
  public var keys: PublicKeys
  public var locked: LockedKeys
  /// The fingerprint of the keys that these replace: the signature counts for no others.
  public var former: String
  /// Who takes the person's place, where they are gone.
  public var successor: PersonID?
  /// The signature of both halves together over all of the above but the locked keys.
  public var proof: Data

  /// Signs with both halves.
  init(
    of person: PersonID, keys: PublicKeys, locked: LockedKeys, former: String,
    successor: PersonID?, by recovery: RecoveryKeys
  ) {
    (self.person, self.keys, self.locked) = (person, keys, locked)
    (self.former, self.successor, proof) = (former, successor, Data())
    proof = recovery.sign(signed)
  }

  /// Whether both halves signed it.
  func isProven(by recovery: PublicKeys) -> Bool {
    RecoveryKeys.verify(proof, signed, with: recovery)
  }

  private var signed: [Data] {
    [
      Data("keys".utf8), Data(person.rawValue.utf8), keys.signing, keys.agreement,
      Data(former.utf8), Data((successor?.rawValue ?? "").utf8),
    ]
  }
}

/// What both recovery halves sign where they give somebody keys.
enum UseProof {
  static func parts(_ person: PersonID, after entry: EntryName) -> [Data] {
    [Data("use".utf8), Data(person.rawValue.utf8), Data(entry.rawValue.utf8)]
  }
}

/// What both recovery halves sign where they make a sheet's halves anew.
enum HalvesProof {
  static func parts(
    _ key: EntryName, leader: Wrap, secretariat: Wrap, for keys: PublicKeys?
  ) -> [Data] {
    [
      Data("halves".utf8), Data(key.rawValue.utf8), Data(leader.to.utf8),
      Data((keys?.fingerprint ?? "").utf8), leader.enc, leader.box, secretariat.enc,
      secretariat.box,
    ]
  }
}
