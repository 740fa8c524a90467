import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing
import Vault

@testable import Console

@Suite("Another passphrase, at the console")
struct PassphraseTests {
  /// Opens the form by the palette, as its name is found.
  private func opened(_ person: PersonID = "qianer") throws -> Rig {
    let rig = try Rig(.reviewed)
    try rig.signIn(person)
    rig.press(.function(2))
    rig.type("更改口令")
    rig.press(.enter)
    #expect(rig.backstage.console.focusName == "form/passphrase")
    return rig
  }

  private func fill(_ rig: Rig, _ texts: [String], newKeys: Bool = false) {
    for text in texts {
      rig.type(text)
      rig.press(.tab)
    }
    if newKeys { rig.press(.right) }
    rig.press(.function(5))
  }

  @Test("the form says what an old passphrase still opens, and shows none that is typed")
  func says() throws {
    let rig = try opened()
    rig.type("demo")
    #expect(rig.text.contains("知道旧口令又有任何一份副本的人，仍能打开原来的钥匙"))
    #expect(rig.text.contains("••••") && !rig.text.contains(" demo"))
  }

  @Test("the new one opens the lock, with the keys or with new ones", arguments: [false, true])
  func changes(newKeys: Bool) throws {
    let rig = try opened()
    let before = try #require(rig.backstage.session).fingerprint
    fill(rig, ["demo", "新的口令", "新的口令"], newKeys: newKeys)
    #expect(rig.backstage.console.focusName.hasPrefix("queue/"))
    let after = try #require(rig.backstage.session).fingerprint
    #expect((before != after) == newKeys)
    #expect(rig.text.contains(newKeys ? "新指纹 \(after)" : "口令已更改"))
    rig.press(.function(12))
    rig.type("demo")
    rig.press(.enter)
    #expect(rig.text.contains("旧口令") && rig.backstage.session == nil)
    rig.type("新的口令")
    rig.press(.enter)
    #expect(rig.backstage.session?.fingerprint == after)
    rig.go(.review, "HZ26-0031")
    #expect(rig.text.contains("资源"))
  }

  @Test("two that differ, a short one and a wrong present one leave everything and the form")
  func refuses() throws {
    for (texts, word) in [
      (["demo", "新的口令", "新的口"], "两次输入不一致"), (["demo", "新", "新"], "口令至少 4 个字符"),
      (["dema", "新的口令", "新的口令"], "口令不对"),
    ] {
      let rig = try opened()
      fill(rig, texts)
      #expect(rig.text.contains(word))
      #expect(rig.backstage.console.focusName == "form/passphrase")
      _ = try rig.backstage.store.signIn("qianer", passphrase: "demo")
    }
  }

  @Test("the lock keeps no passphrase that was typed into the form")
  func lock() throws {
    let rig = try opened()
    rig.type("demo")
    rig.press(.function(12))
    #expect(rig.backstage.console.covered == nil)
    rig.type("demo")
    rig.press(.enter)
    #expect(rig.backstage.console.focusName.hasPrefix("queue/"))
  }

  @Test("R4: who is made secretariat and leader in one is named at once, and told at each login")
  func bothHalves() throws {
    let rig = try Rig(.reviewed)
    try rig.signIn("chenmi")
    let session = try #require(rig.backstage.session)
    let cycle = try rig.backstage.store.cycle()
    let panel = try #require(cycle.currentPanels.first { $0.stage == .material })
    var leader = try #require(cycle.people[panel.leader])
    leader.roles.append(.secretariat)
    rig.backstage.carryOut([.perform([.cycle(.change(leader))], ticket: "change")])
    #expect(rig.text.contains("\(leader.name) 兼任秘书处与（副）组长"))
    rig.press(.down)
    #expect(!rig.text.contains("兼任秘书处"))
    _ = session
    let other = try Rig(.reviewed)
    try other.backstage.store.perform(.cycle(.change(leader)), by: other.secretary())
    try other.signIn(leader.id)
    #expect(other.text.contains("你兼任秘书处与（副）组长"))
  }
}

extension Rig {
  /// The secretariat at work beside the console.
  fileprivate func secretary() throws -> Session {
    try backstage.store.signIn("chenmi", passphrase: Demo.passphrase)
  }
}

/// Keys that changed, as everybody's history shows them.
@Suite("Changed keys in the history")
struct ChangedKeysTests {
  @Test("new keys and recoveries stand among what concerns people, shown unless one asks for less")
  func shown() throws {
    let rig = try Rig(.reviewed)
    try rig.signIn("qianer")
    let session = try #require(rig.backstage.session)
    try rig.backstage.store.changePassphrase(
      from: Demo.passphrase, to: "新的口令", replacesKeys: true, by: session)
    try rig.signIn("zhaoyi")
    rig.go(.history, nil)
    #expect(rig.text.contains("更换钥匙：钱二"))
    #expect(HistoryGroup.people.kinds.contains(KeyEventKind.keysRecovered.rawValue))
    #expect(HistoryGroup.people.kinds.contains(KeyEventKind.recoveryUsed.rawValue))
    #expect(HistoryGroup.keys.kinds.isDisjoint(with: HistoryGroup.people.kinds))
  }
}
