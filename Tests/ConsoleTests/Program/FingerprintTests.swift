import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// The fingerprint is shown to both who compare it (`Rooms`).
@Suite("Comparing fingerprints")
struct FingerprintTests {
  @Test("who waits to be compared is a duty of the secretariat, and F9 leads to them")
  func waits() throws {
    let rig = try Rig(.fresh)
    let store = rig.backstage.store
    let office = try store.signIn("chenmi", passphrase: Demo.passphrase)
    let code = try store.invite(Person(id: "weishi", name: "卫十一", roles: [.expert]), by: office)
      .code
    let person = try store.join("weishi", invitation: code, passphrase: Demo.passphrase)
    try rig.signIn("chenmi")
    rig.press(.left, .left)
    #expect(rig.text.contains("1 人待核对指纹（F9）：卫十一"))
    rig.press(.function(9), .enter)
    #expect(rig.backstage.console.focusName == "question/compare")
    #expect(rig.text.contains("卫十一"))
    rig.press(.function(8))
    #expect(rig.text.contains("已启用 1 人：卫十一"))
    rig.go(.queue, nil)
    #expect(!rig.text.contains("待核对指纹"))
    // Nobody else has it.
    let other = try Rig(beside: rig)
    other.backstage.enter(person)
    #expect(!other.text.contains("待核对指纹"))
  }

  @Test("a person who joined sees their fingerprint until they are confirmed")
  func bothSeeIt() throws {
    let rig = try Rig(.fresh)
    let store = rig.backstage.store
    let office = try store.signIn("chenmi", passphrase: Demo.passphrase)
    let person = Person(id: "weishi", name: "卫十一", roles: [.expert])
    let code = try store.invite(person, by: office).code
    let session = try store.join("weishi", invitation: code, passphrase: Demo.passphrase)
    rig.backstage.enter(session)
    let fingerprint = try #require(try store.cycle().fingerprints["weishi"])
    #expect(rig.text.contains(fingerprint))
    // And the secretariat compares it before it confirms.
    let desk = try Rig(beside: rig)
    try desk.signIn("chenmi")
    desk.go(.setup, nil)
    desk.press(.right, .home, .enter)
    #expect(desk.backstage.console.focusName == "question/compare")
    for group in fingerprint.split(separator: " ") { #expect(desk.text.contains(group)) }
    try store.perform(.cycle(.confirm("weishi", fingerprint: fingerprint)), by: office)
    rig.backstage.storeChanged()
    #expect(!rig.text.contains(fingerprint))
  }
}
