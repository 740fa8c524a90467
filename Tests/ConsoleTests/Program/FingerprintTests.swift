import Console
import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

/// The fingerprint is shown to both who compare it (`Rooms`).
@Suite("Comparing fingerprints")
struct FingerprintTests {
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
