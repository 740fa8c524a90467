import Crypto
import Foundation
import Testing

@testable import Vault

@Suite("Public keys and signatures")
struct PublicKeysTests {
  @Test("A signature verifies for its author and its text alone")
  func signature() throws {
    let keys = PersonKeys.generate()
    let text = Domain.entrySignature.message(Data("评审".utf8))
    let signature = try keys.sign(text)
    #expect(keys.publicKeys.verify(signature, text))
    #expect(!keys.publicKeys.verify(signature, Domain.receipt.message(Data("评审".utf8))))
    #expect(!PersonKeys.generate().publicKeys.verify(signature, text))
    for altered in Tampering.flips(of: signature) + Tampering.cuts(of: signature) {
      #expect(!keys.publicKeys.verify(altered, text))
    }
  }

  @Test("Keys of a wrong form verify nothing and crash nothing", arguments: [0, 1, 31, 33, 64])
  func malformed(count: Int) throws {
    let signature = try PersonKeys.generate().sign(Data())
    let keys = PublicKeys(signing: Data(count: count), agreement: Data(count: count))
    #expect(!keys.verify(signature, Data()))
    #expect(keys.fingerprint.count == 39)
  }

  @Test("The fingerprint of known keys stays as it is")
  func fingerprint() {
    let keys = PublicKeys(signing: Data(0..<32), agreement: Data(32..<64))
    #expect(keys.fingerprint == "4821 4017 1380 2104 7889 1563 7264 5402")
  }

  @Test("The fingerprint has eight groups of four digits and depends on both keys")
  func fingerprintForm() throws {
    let keys = PersonKeys.generate().publicKeys
    let swapped = PublicKeys(signing: keys.agreement, agreement: keys.signing)
    let other = PublicKeys(
      signing: keys.signing, agreement: PersonKeys.generate().publicKeys.agreement)
    #expect(keys.fingerprint.wholeMatch(of: /\d{4}( \d{4}){7}/) != nil)
    #expect(Set([keys, swapped, other].map(\.fingerprint)).count == 3)
  }

  @Test("Public keys go through JSON as base64")
  func json() throws {
    let keys = PersonKeys.generate().publicKeys
    let json = try JSONEncoder().encode(keys)
    #expect(try JSONDecoder().decode(PublicKeys.self, from: json) == keys)
    let object = try JSONSerialization.jsonObject(with: json) as? [String: String]
    #expect(object?["signing"] == keys.signing.base64EncodedString())
  }

  @Test("Nothing secret shows when it is printed or mirrored")
  func secrets() throws {
    let keys = PersonKeys.generate()
    let invitation = Invitation.generate()
    let half = RecoveryKeys.generate().halves.0
    let values: [any Secret] = [
      keys, keys.agreement, GroupKeys.generate(), RoomKey.generate(), RoomKey.generate().split().0,
      invitation, half, Passphrase(unlocking: "春眠不觉晓"), KeyRing(person: "p1", keys: keys),
    ]
    for value in values {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(reflecting: value), dumped] {
        #expect(text.contains("(secret)") && text.count < 60)
      }
    }
  }

  /// Whether the secret shared with a key is nothing, as it is with one of small order.
  private func sharesNothing(_ key: Data) throws -> Bool {
    let shared = try Curve25519.KeyAgreement.PrivateKey().sharedSecretFromKeyAgreement(
      with: Curve25519.KeyAgreement.PublicKey(rawRepresentation: key))
    return shared.withUnsafeBytes { $0.allSatisfy { $0 == 0 } }
  }

  @Test("a key of small order, or of another length, is no key: by the list as by trying")
  func smallOrder() throws {
    for point in PublicKeys.smallOrder {
      for high: UInt8 in [0, 0x80] {
        let key = Data(point.dropLast() + [point[31] | high])
        #expect(!PublicKeys.isSound(agreement: key))
        #expect(throws: VaultFault.badPublicKey) { try AgreementKey.sound(key) }
        // The library may itself refuse to share with it.
        #expect((try? sharesNothing(key)) != false)
      }
    }
    for count in [0, 31, 33] { #expect(!PublicKeys.isSound(agreement: Data(count: count))) }
    for _ in 0..<20 {
      let key = PersonKeys.generate().publicKeys.agreement
      #expect(PublicKeys.isSound(agreement: key))
      #expect((try? AgreementKey.sound(key)) != nil)
      #expect(try !sharesNothing(key))
    }
  }
}
