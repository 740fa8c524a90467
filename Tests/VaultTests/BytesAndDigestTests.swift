import Foundation
import Testing

@testable import Vault

@Suite("Bytes, digests, hexadecimal")
struct BytesAndDigestTests {
  @Test("Random bytes have the length asked for and do not repeat")
  func random() {
    #expect(Bytes.random(0).isEmpty)
    for count in [1, 7, 32, 4096] { #expect(Bytes.random(count).count == count) }
    #expect(Set((0..<200).map { _ in Bytes.random(16) }).count == 200)
  }

  @Test("The plain digest is what sha256sum prints, however the bytes are divided")
  func plainDigest() {
    let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Hex.encode(Digest.sha256(Data("abc".utf8))) == hex)
    #expect(Hex.encode(Digest.sha256(Data("a".utf8), Data("bc".utf8))) == hex)
  }

  @Test("The tagged digest depends on the tag and on where the parts are divided")
  func taggedDigest() {
    let parts = [Data("ab".utf8), Data("c".utf8)]
    let digests = [
      Digest.sha256(.entry, parts),
      Digest.sha256(.head, parts),
      Digest.sha256(.entry, Data("a".utf8), Data("bc".utf8)),
      Digest.sha256(.entry, Data("abc".utf8)),
      Digest.sha256(.entry, Data("abc".utf8), Data()),
      Digest.sha256(Data("abc".utf8)),
    ]
    #expect(Set(digests).count == digests.count)
    #expect(Digest.sha256(.entry, parts[0], parts[1]) == digests[0])
  }

  @Test("The form of a tagged message stays as it is: old signatures must verify for ever")
  func messageForm() {
    #expect(
      Hex.encode(Domain.entry.message(Data("标".utf8)))
        == "0000000000000011" + Hex.encode(Data("pingshen/entry/v1".utf8))
        + "0000000000000003" + "e6a087")
  }

  @Test("No two domains have the same tag, and each names its version")
  func domains() {
    #expect(Set(Domain.allCases.map(\.rawValue)).count == Domain.allCases.count)
    for domain in Domain.allCases {
      #expect(domain.rawValue.hasPrefix("pingshen/") && domain.rawValue.hasSuffix("/v1"))
    }
  }

  @Test("Hexadecimal goes there and back in lower case only")
  func hex() {
    let bytes = Data(0...255)
    #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    #expect(Hex.encode(Data([0, 0x0f, 0xa0, 0xff])) == "000fa0ff")
    #expect(Hex.decode("") == Data())
    #expect(Hex.encode(Data(bytes.dropFirst(250))) == "fafbfcfdfeff")
  }

  @Test(
    "An id has one spelling: anything else is not hexadecimal",
    arguments: ["a", "AB", "0x", "g0", "ａｂ", " 00", "00 ", "+1", "é", "十六"])
  func notHex(text: String) {
    #expect(Hex.decode(text) == nil)
  }
}
