import Foundation
import Testing

@testable import Vault

@Suite("Wraps and groups")
struct WrapTests {
  private let secret = Data("一次性密钥 thirty-two bytes long".utf8)
  private let person = PersonKeys.generate()

  private func wrap() throws -> Wrap {
    try Wrap.make(
      secret, to: "person/p3", publicKey: person.publicKeys.agreement, context: "case/12")
  }

  @Test("A person opens what was wrapped for them, through JSON")
  func roundTrip() throws {
    let json = try JSONEncoder().encode(wrap())
    let read = try JSONDecoder().decode(Wrap.self, from: json)
    #expect(try read.open(with: person, context: "case/12") == secret)
  }

  @Test("A group opens what was wrapped for it, and so do its members")
  func group() throws {
    let group = GroupKeys.generate()
    let room = try Wrap.make(
      secret, to: "group/secretariat", publicKey: group.publicKey, context: "case/12")
    let membership = try group.wrapPrivate(
      for: "person/p3", publicKey: person.publicKeys.agreement, context: "secretariat")
    let opened = try GroupKeys(unwrapping: membership, with: person, context: "secretariat")
    #expect(opened.publicKey == group.publicKey)
    #expect(try room.open(with: opened, context: "case/12") == secret)
  }

  @Test("Another key, another context or another name opens nothing")
  func swapped() throws {
    let wrap = try wrap()
    let renamed = Wrap(to: "person/p4", enc: wrap.enc, box: wrap.box)
    let other = try self.wrap()
    let mixed = Wrap(to: wrap.to, enc: other.enc, box: wrap.box)
    #expect(throws: VaultFault.notForThisKey) {
      try wrap.open(with: PersonKeys.generate(), context: "case/12")
    }
    #expect(throws: VaultFault.notForThisKey) { try wrap.open(with: person, context: "case/13") }
    #expect(throws: VaultFault.notForThisKey) { try wrap.open(with: person, context: "") }
    #expect(throws: VaultFault.notForThisKey) {
      try renamed.open(with: person, context: "case/12")
    }
    #expect(throws: VaultFault.notForThisKey) { try mixed.open(with: person, context: "case/12") }
  }

  @Test("Context and name cannot be cut up in another way")
  func boundary() throws {
    let wrap = try Wrap.make(
      secret, to: "bc", publicKey: person.publicKeys.agreement, context: "a")
    let shifted = Wrap(to: "c", enc: wrap.enc, box: wrap.box)
    #expect(throws: VaultFault.notForThisKey) { try shifted.open(with: person, context: "ab") }
  }

  @Test("The wrap of a group's key is never taken for a room's key, nor the reverse")
  func kinds() throws {
    let key = person.publicKeys.agreement
    let group = try GroupKeys.generate().wrapPrivate(
      for: "person/p3", publicKey: key, context: "supervision")
    let room = try Wrap.make(
      RoomKey.generate().data, to: "person/p3", publicKey: key, context: "supervision")
    #expect(throws: VaultFault.notForThisKey) {
      try group.open(with: person, context: "supervision")
    }
    #expect(throws: VaultFault.notForThisKey) {
      try GroupKeys(unwrapping: room, with: person, context: "supervision")
    }
  }

  @Test("A flipped bit or a cut anywhere is refused")
  func damage() throws {
    let wrap = try wrap()
    for enc in Tampering.flips(of: wrap.enc) {
      #expect(throws: VaultFault.notForThisKey) {
        try Wrap(to: wrap.to, enc: enc, box: wrap.box).open(with: person, context: "case/12")
      }
    }
    for box in Tampering.flips(of: wrap.box) {
      #expect(throws: VaultFault.notForThisKey) {
        try Wrap(to: wrap.to, enc: wrap.enc, box: box).open(with: person, context: "case/12")
      }
    }
    for enc in Tampering.cuts(of: wrap.enc) {
      #expect(throws: VaultFault.damaged) {
        try Wrap(to: wrap.to, enc: enc, box: wrap.box).open(with: person, context: "case/12")
      }
    }
    for box in Tampering.cuts(of: wrap.box) {
      #expect(throws: box.count < 16 ? VaultFault.damaged : .notForThisKey) {
        try Wrap(to: wrap.to, enc: wrap.enc, box: box).open(with: person, context: "case/12")
      }
    }
  }

  @Test("Nothing is wrapped for a key that everybody could open, nor for one of a wrong length")
  func badKeys() {
    var one = Data(count: 32)
    one[0] = 1
    for key in [Data(count: 32), one, Data(), Data(count: 31), Data(count: 33)] {
      #expect(throws: VaultFault.badPublicKey) {
        try Wrap.make(secret, to: "person/p3", publicKey: key, context: "case/12")
      }
    }
  }

  @Test("A wrap whose encapsulated key is of small order is refused")
  func smallOrder() throws {
    let wrap = try Wrap(to: wrap().to, enc: Data(count: 32), box: wrap().box)
    #expect(throws: VaultFault.notForThisKey) { try wrap.open(with: person, context: "case/12") }
  }

  @Test("Two wraps of one secret for one person differ")
  func fresh() throws {
    let one = try wrap()
    let other = try wrap()
    #expect(one.enc != other.enc && one.box != other.box)
    #expect(one.box.count == secret.count + 16)
  }
}
