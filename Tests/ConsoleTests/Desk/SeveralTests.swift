import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// The desk of the secretariat on a store: acts in several cases with one form and one question.
@Suite("Acts in several cases at once")
struct SeveralTests {
  private func desk() throws -> Rig {
    let rig = try Rig(.qualification)
    try rig.signIn("chenmi")
    rig.press(.right)
    return rig
  }

  private func queue(_ rig: Rig) -> QueueScreen? {
    rig.backstage.console.screen as? QueueScreen
  }

  /// Marks cases of the list of all.
  private func mark(_ rig: Rig, _ ids: CaseID...) {
    rig.press(.home)
    for _ in 0..<100 where queue(rig)?.marked.marks.count != ids.count {
      let isWanted = queue(rig)?.selected.map { ids.contains($0.id) } == true
      rig.press(isWanted ? .character(" ") : .down)
    }
  }

  /// Chooses an act for the marked cases.
  private func begin(_ rig: Rig, _ act: CaseActName) throws {
    rig.press(.function(5))
    guard case .question(let question, _) = rig.backstage.console.overlay else {
      Issue.record("nothing is asked")
      return
    }
    rig.press(try #require(question.choices.first { $0.id == act.rawValue }).key)
  }

  private func dossier(_ rig: Rig, _ id: CaseID) throws -> CaseState {
    try rig.backstage.store.dossier(id, by: #require(rig.backstage.session))
  }

  @Test("Q2: several departments are asked about several cases with one form and one question")
  func inquiries() throws {
    let rig = try desk()
    mark(rig, "HZ26-0002", "HZ26-0004")
    let before = try dossier(rig, "HZ26-0004").admission.inquiries.count
    try begin(rig, .inquire)
    let form = try #require(rig.backstage.console.openForm)
    // Those that were asked before are left out at first.
    #expect(form.form.values("departments").count == 4)
    rig.press(.function(5))
    for words in ["2 件", "HZ26-0002", "HZ26-0004", "市公安局"] { #expect(rig.text.contains(words)) }
    rig.press(.function(8))
    for id in ["HZ26-0002", "HZ26-0004"] as [CaseID] {
      #expect(try dossier(rig, id).admission.inquiries.count == before + 4)
    }
  }

  @Test("Q2: a department answers in one letter for all the cases it was asked about")
  func answers() throws {
    let rig = try desk()
    mark(rig, "HZ26-0004", "HZ26-0006")
    try begin(rig, .answerInquiry)
    rig.press(.function(5), .function(8))
    for id in ["HZ26-0004", "HZ26-0006"] as [CaseID] {
      let inquiries = try dossier(rig, id).admission.inquiries.values
      #expect(inquiries.allSatisfy { $0.answered != nil })
      #expect(inquiries.contains { $0.content?.answer == "无不利情况" })
    }
  }

  @Test("Q3: every open condition is decided as the program finds, what it leaves open is named")
  func asFound() throws {
    let rig = try desk()
    mark(rig, "HZ26-0002", "HZ26-0004")
    try begin(rig, .asFound)
    #expect(rig.text.contains("全部按初判"))
    rig.press(.function(8))
    for id in ["HZ26-0002", "HZ26-0004"] as [CaseID] {
      #expect(Set(try dossier(rig, id).admission.conditions.keys) == Set(Rule.decided))
    }
  }

  @Test("the cases in which an act cannot be done are named with their reasons and left alone")
  func namesTheUnable() throws {
    let rig = try desk()
    mark(rig, "HZ26-0002", "HZ26-0004")
    try begin(rig, .asFound)
    rig.press(.function(8))
    // The fourth waits for an answer still.
    try begin(rig, .qualify)
    rig.press(.function(5))
    for words in ["1 件：HZ26-0002", "另有 1 件暂不可办", "HZ26-0004 大关数字科技有限公司：Q2"] {
      #expect(rig.text.contains(words))
    }
    rig.press(.function(8))
    #expect(try dossier(rig, "HZ26-0002").admission.isQualified == true)
    #expect(try dossier(rig, "HZ26-0004").admission.isQualified == nil)
    #expect(queue(rig)?.marked.marks.count == 2)
    // What was done is said, and what was not with its reason.
    let said = try #require(rig.backstage.console.notice)
    #expect(said.kind == .good && said.text.zh.hasPrefix("已为 1 件办理「"))
    #expect(said.text.zh.contains("；1 件未办：HZ26-0004：Q2"))
  }

  @Test("what was asked for several cases is said once it is durable, and not where it is refused")
  func saidOnceDone() throws {
    let rig = try desk()
    mark(rig, "HZ26-0002", "HZ26-0004")
    try begin(rig, .asFound)
    rig.press(.function(8))
    #expect(rig.backstage.console.notice?.text.zh == "已为 2 件办理「全部按初判」")
    #expect(rig.text.contains("已为 2 件办理「全部按初判」"))
    rig.press(.down)
    #expect(rig.backstage.console.notice == nil)
  }

  @Test("where it can be done in none, the reason of each is said")
  func noneIsAble() throws {
    let rig = try desk()
    mark(rig, "HZ26-0004", "HZ26-0006")
    try begin(rig, .publishNotice)
    guard case .question(let question, _) = rig.backstage.console.overlay else {
      Issue.record("nothing is said")
      return
    }
    for id in ["HZ26-0004", "HZ26-0006"] {
      #expect(question.lines.contains { $0.zh.hasPrefix("\(id) ") && $0.zh.contains("：Q3") })
    }
    #expect(question.choices.map(\.key) == [.escape])
    rig.press(.escape)
    // A decision that none of them allows stands in the form with its reason.
    try begin(rig, .qualify)
    rig.press(.function(5))
    let form = try #require(rig.backstage.console.openForm)
    #expect(form.form.errors["decision"]?.contains("HZ26-0004") == true)
  }

  @Test("all or nothing: what another did meanwhile refuses the whole, and names where")
  func allOrNothing() throws {
    let rig = try desk()
    mark(rig, "HZ26-0002", "HZ26-0004")
    try begin(rig, .asFound)
    let colleague = try rig.backstage.store.signIn("linban", passphrase: Demo.passphrase)
    try rig.backstage.store.perform(
      .end(.withdrawn, complaint: nil, reason: "自愿退出"), in: "HZ26-0004", by: colleague)
    rig.press(.function(8))
    let notice = try #require(rig.backstage.console.notice)
    #expect(notice.kind == .refusal && notice.text.zh.hasPrefix("HZ26-0004 "))
    #expect(rig.backstage.console.promised.isEmpty)
    #expect(try dossier(rig, "HZ26-0002").admission.conditions.isEmpty)
  }
}
