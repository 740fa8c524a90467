import Foundation
import Testing

@testable import Vault

@Suite("Key ring")
struct KeyRingTests {
  private let keys = PersonKeys.generate()
  private let group = GroupKeys.generate()
  private let room = RoomKey.generate()

  private func membership() throws -> Wrap {
    try group.wrapPrivate(
      for: Recipient.person("p3"), publicKey: keys.publicKeys.agreement, context: "secretariat")
  }

  private func roomWrap() throws -> Wrap {
    try Wrap.make(
      room.data, to: Recipient.group("secretariat"), publicKey: group.publicKey,
      context: "case/12/material")
  }

  @Test("A member opens a room through the group")
  func throughGroup() throws {
    var ring = KeyRing(person: "p3", keys: keys)
    try ring.learn(group: "secretariat", from: membership())
    #expect(try ring.open(roomWrap(), context: "case/12/material") == room.data)
    #expect(ring.group("secretariat").map(\.publicKey) == [group.publicKey])
    #expect(ring.groupIDs == ["secretariat"])
  }

  @Test("Without the group's key the room stays shut, and nothing is kept")
  func withoutGroup() throws {
    let ring = KeyRing(person: "p3", keys: keys)
    let wrap = try roomWrap()
    #expect(throws: VaultFault.notForThisKey) {
      try ring.open(wrap, context: "case/12/material")
    }
  }

  @Test("A wrap for another person or put into another room is refused")
  func foreign() throws {
    var ring = KeyRing(person: "p4", keys: keys)
    let membership = try membership()
    #expect(throws: VaultFault.notForThisKey) {
      try ring.learn(group: "secretariat", from: membership)
    }
    ring.learn(group: "secretariat", keys: group)
    let wrap = try roomWrap()
    #expect(throws: VaultFault.notForThisKey) {
      try ring.open(wrap, context: "case/13/material")
    }
  }

  @Test("Keys that replaced others open what was wrapped for those, through two replacements")
  func former() throws {
    let (second, third) = (PersonKeys.generate(), PersonKeys.generate())
    let wraps = try [
      second.handOver(to: third.publicKeys, person: "p3"),
      keys.handOver(to: second.publicKeys, person: "p3"),
    ]
    var ring = KeyRing(person: "p3", keys: third)
    let membership = try membership()
    #expect(throws: VaultFault.notForThisKey) {
      try ring.learn(group: "secretariat", from: membership)
    }
    for wrap in wraps { try ring.learnFormer(from: wrap) }
    try ring.learn(group: "secretariat", from: membership)
    #expect(try ring.open(roomWrap(), context: "case/12/material") == room.data)

    var stranger = KeyRing(person: "p3", keys: PersonKeys.generate())
    #expect(throws: VaultFault.notForThisKey) { try stranger.learnFormer(from: wraps[0]) }
  }

  @Test("A half wrapped for a person opens, and a key learnt directly is found")
  func direct() throws {
    var ring = KeyRing(person: "p3", keys: keys)
    let half = room.split().0
    let wrap = try Wrap.make(
      half.data, to: Recipient.person("p3"), publicKey: keys.publicKeys.agreement,
      context: "sheet/9/half")
    #expect(try ring.open(wrap, context: "sheet/9/half") == half.data)
    ring.learn("k9", key: room)
    #expect(ring.key("k9") == room)
  }

  @Test("What was wrapped for a group opens with whichever of its keys it was wrapped for")
  func severalKeys() throws {
    var ring = KeyRing(person: "p3", keys: keys)
    let other = GroupKeys.generate()
    ring.learn(group: "secretariat", keys: other)
    try ring.learn(group: "secretariat", from: membership())
    #expect(ring.group("secretariat").count == 2)
    #expect(try ring.open(roomWrap(), context: "case/12/material") == room.data)
  }
}
