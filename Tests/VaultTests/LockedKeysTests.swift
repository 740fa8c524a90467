import Foundation
import Testing

@testable import Vault

@Suite("Locked keys")
struct LockedKeysTests {
  private let passphrase = Passphrase(unlocking: "春眠不觉晓处处闻啼鸟")

  @Test("Keys come back from JSON and a passphrase as they were")
  func roundTrip() throws {
    let keys = PersonKeys.generate()
    let json = try JSONEncoder().encode(keys.lock(with: passphrase, cost: Tampering.cost))
    let unlocked = try JSONDecoder().decode(LockedKeys.self, from: json).unlock(passphrase)
    #expect(unlocked.publicKeys == keys.publicKeys)
    #expect(unlocked.data == keys.data)
    let signature = try unlocked.sign(Data("评审".utf8))
    #expect(keys.publicKeys.verify(signature, Data("评审".utf8)))
  }

  @Test("The standard cost locks and unlocks, and a near miss does not")
  func standardCost() throws {
    let locked = try PersonKeys.generate().lock(with: passphrase, cost: .standard)
    #expect(locked.cost == ScryptCost(n: 131_072, r: 8, p: 1))
    #expect(throws: Never.self) { try locked.unlock(passphrase) }
    #expect(throws: VaultFault.wrongPassphrase) {
      try locked.unlock(Passphrase(unlocking: "春眠不觉晓处处闻啼"))
    }
  }

  @Test("A wrong passphrase is called wrong", arguments: ["", " ", "a", "春眠不觉晓处处闻啼鸟。"])
  func wrong(text: String) throws {
    let locked = try PersonKeys.generate().lock(with: passphrase, cost: Tampering.cost)
    #expect(throws: VaultFault.wrongPassphrase) { try locked.unlock(Passphrase(unlocking: text)) }
  }

  @Test("A flipped bit or a cut is called damage, even with the right passphrase")
  func damage() throws {
    let locked = try PersonKeys.generate().lock(with: passphrase, cost: Tampering.cost)
    #expect(locked.sealed.count == 12 + 64 + 16 + 8)
    for sealed in Tampering.flips(of: locked.sealed) + Tampering.cuts(of: locked.sealed) {
      let altered = try Tampering.rewrite(locked) { $0["sealed"] = sealed.base64EncodedString() }
      #expect(throws: VaultFault.damaged) { try altered.unlock(passphrase) }
    }
    for salt in Tampering.flips(of: locked.salt) + Tampering.cuts(of: locked.salt) {
      let altered = try Tampering.rewrite(locked) { $0["salt"] = salt.base64EncodedString() }
      #expect(throws: VaultFault.damaged) { try altered.unlock(passphrase) }
    }
  }

  @Test(
    "Costs that would trap or take the machine's memory are refused",
    arguments: [
      (0, 1, 1), (-2, 8, 1), (3, 8, 1), (1, 1, 1), (4, 1, 1), (Int.max, 8, 1), (Int.min, 8, 1),
      (1 << 21, 1, 1), (1 << 20, 8, 1), (1 << 17, 0, 1), (2, 17, 1), (2, 1, 0), (2, 1, -1),
      (2, 1, 17), (1 << 16, 1, 1), (1 << 17, Int.max, Int.max),
    ])
  func cost(n: Int, r: Int, p: Int) throws {
    let locked = try PersonKeys.generate().lock(with: passphrase, cost: Tampering.cost)
    let altered = try Tampering.rewrite(locked) { $0["cost"] = ["n": n, "r": r, "p": p] }
    #expect(throws: VaultFault.damaged) { try altered.unlock(passphrase) }
  }

  @Test(
    "scrypt gives the values of RFC 7914, section 12",
    arguments: [
      (
        "password", "NaCl", ScryptCost(n: 1024, r: 8, p: 16),
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
          + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
      ),
      (
        "pleaseletmein", "SodiumChloride", ScryptCost(n: 16384, r: 8, p: 1),
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
          + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
      ),
    ])
  func vectors(passphrase: String, salt: String, cost: ScryptCost, hex: String) throws {
    let key = try cost.derive(
      passphrase: Data(passphrase.utf8), salt: Data(salt.utf8), count: 64)
    #expect(key.withUnsafeBytes { Hex.encode(Data($0)) } == hex)
  }

  @Test("Every cost within bounds can be used: the smallest memory margin too")
  func bounds() throws {
    for cost in [
      ScryptCost(n: 2, r: 16, p: 1), ScryptCost(n: 2, r: 1, p: 16), ScryptCost(n: 2, r: 16, p: 2),
      ScryptCost(n: 1 << 15, r: 1, p: 1), .demo,
    ] {
      let locked = try PersonKeys.generate().lock(with: passphrase, cost: cost)
      #expect(throws: Never.self) { try locked.unlock(passphrase) }
    }
  }

  @Test("Two locks of the same keys under the same passphrase share no bytes to compare")
  func salted() throws {
    let keys = PersonKeys.generate()
    let one = try keys.lock(with: passphrase, cost: Tampering.cost)
    let other = try keys.lock(with: passphrase, cost: Tampering.cost)
    #expect(one.salt != other.salt && one.sealed.suffix(8) != other.sealed.suffix(8))
    #expect(one.salt.count == 32)
  }

  @Test("Keys are not locked under nothing")
  func empty() {
    #expect(throws: VaultFault.weakPassphrase(minimum: 1)) {
      try PersonKeys.generate().lock(with: Passphrase(unlocking: " "), cost: Tampering.cost)
    }
  }
}
