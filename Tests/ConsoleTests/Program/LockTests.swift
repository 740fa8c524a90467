import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// The lock drops the keys; the passphrase brings them and everything on the screen back.
@Suite("The lock")
struct LockTests {
  /// A reviewer who is writing a strength.
  private func writing() throws -> Rig {
    let rig = try Rig(.reviewed)
    try rig.signIn("qianer")
    rig.go(.review, "HZ26-0031")
    rig.press(.enter, .enter)
    rig.type("每年八月启动")
    return rig
  }

  private func unlock(_ rig: Rig) {
    rig.type(Demo.passphrase)
    rig.press(.enter)
  }

  @Test("what is unsaved is saved, then nothing holds the keys; no timer runs without them")
  func dropsKeys() throws {
    let rig = try writing()
    #expect(rig.backstage.runTimers() != nil)
    weak let session = rig.backstage.session
    #expect(session != nil)
    rig.press(.function(12))
    #expect(rig.text.contains("✓ 已保存") && !rig.text.contains("每年八月启动"))
    #expect(session == nil)
    #expect(rig.backstage.runTimers() == nil)
    rig.backstage.storeChanged()
    #expect(rig.backstage.console.focusName == "locked")
  }

  @Test("unlocking leads back to the place, the text and the caret; one types on and it is saved")
  func goesOn() throws {
    let rig = try writing()
    let (focus, before) = (rig.backstage.console.focusName, rig.canvas)
    rig.press(.function(12))
    rig.type("wrong")
    rig.press(.enter)
    #expect(rig.text.contains("口令不对") && rig.backstage.session == nil)
    unlock(rig)
    #expect(rig.backstage.console.focusName == focus)
    #expect(rig.canvas.caret == before.caret)
    #expect(rig.canvas.rows.dropFirst() == before.rows.dropFirst())
    rig.type("，七个组")
    rig.press(.function(12))
    unlock(rig)
    let session = try #require(rig.backstage.session)
    let sheet = try rig.backstage.store.draft(of: "HZ26-0031", by: session).sheet
    #expect("\(sheet.items)".contains("每年八月启动，七个组"))
  }

  @Test("digits of a percentage that was not entered yet are there after the lock")
  func keepsDigits() throws {
    let rig = try Rig(.consensus)
    try rig.signIn("zhaoyi")
    rig.go(.consensus, "HZ26-0007")
    rig.press(.end)
    rig.type("6")
    let before = rig.canvas.rows
    #expect(rig.backstage.console.focusName == "consensus/settle")
    rig.press(.function(12))
    unlock(rig)
    #expect(rig.canvas.rows == before)
  }

  @Test("the procedure says when the screen locks by itself; one may ask for sooner, not for later")
  func idleLimit() {
    let asked = [nil: 600, "5": 5, "600": 600, "601": 600, "0": 1, "-3": 1, "soon": 600]
    for (text, seconds) in asked {
      let environment = text.map { ["PINGSHEN_IDLE": $0] } ?? [:]
      #expect(Runner.idleLimit(minutes: 10, environment: environment) == seconds * 1000)
    }
  }

  @Test("what others did meanwhile is on the screen after the lock")
  func seesOthers() throws {
    let rig = try Rig(.qualification)
    try rig.signIn("chenmi")
    let id = try #require(rig.aCase(at: .qualification))
    rig.go(.dossier, id)
    #expect(!rig.canvas.rows[3].contains("终止"))
    rig.press(.function(12))
    let store = rig.backstage.store
    try store.perform(
      .dossier(id, .end(.withdrawn, complaint: nil, reason: "来函退出")),
      by: store.signIn("chenmi", passphrase: Demo.passphrase))
    unlock(rig)
    #expect(rig.backstage.console.current == .dossier && rig.canvas.rows[3].contains("终止"))
  }

  @Test("no screen keeps the keys that an opening shared")
  func historyWithoutKeys() throws {
    let rig = try Rig(.consensus)
    try rig.signIn("zhaoyi")
    rig.go(.history, "HZ26-0007")
    rig.backstage.carryOut([.begin("keys")])
    let screen = try #require(rig.backstage.console.screens[.history] as? HistoryScreen)
    let shared = screen.entries.rows.compactMap { row -> [EntryName: Data]? in
      guard case .key(.keysShared(let keys)) = row.act else { return nil }
      return keys
    }
    #expect(!shared.isEmpty && shared.allSatisfy { !$0.isEmpty && $0.values.allSatisfy(\.isEmpty) })
  }
}
