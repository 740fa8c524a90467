import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// Somebody else commits while a form is open: it does what was shown, or says what changed.
@Suite("A form and another person's commit")
struct OthersCommitTests {
  /// Opens the form of an act in a case by its name.
  private func open(_ rig: Rig, _ id: CaseID, _ act: String) {
    rig.go(.dossier, id)
    rig.press(.function(2))
    rig.type(act)
    rig.press(.enter)
  }

  /// Another member of the secretariat.
  private func other(_ rig: Rig) throws -> Session {
    try rig.backstage.store.signIn("linban", passphrase: Demo.passphrase)
  }

  @Test("the inquiry that was chosen is answered, whichever another answered meanwhile")
  func inquiry() throws {
    let rig = try Rig(.qualification)
    try rig.signIn("chenmi")
    let store = rig.backstage.store
    let office = try #require(rig.backstage.session)
    let id = try #require(rig.aCase(at: .qualification))
    for department in ["市税务局", "市消防局"] {
      try store.perform(
        .inquire(.qualification, department: department, question: "有无不良记录"), in: id,
        by: office)
    }
    let open = try store.dossier(id, by: office).admission.inquiries
      .filter { $0.value.answered == nil }
    let asked = try #require(open.first { $0.value.content?.department == "市消防局" }?.key)
    self.open(rig, id, "登记答复")
    #expect(rig.backstage.console.focusName == "form/answerInquiry")
    // All departments are taken at first: the others are left out.
    for department in try #require(rig.backstage.console.openForm).form.values("inquiry") {
      if department != "市消防局" { rig.press(.character(" ")) }
      rig.press(.right)
    }
    rig.press(.tab, .tab)
    rig.type("没有")
    let colleague = try other(rig)
    for key in open.keys where key != asked {
      try store.perform(
        .answerInquiry(key, answer: "先答", isAdverse: false), in: id, by: colleague)
    }
    rig.backstage.storeChanged()
    rig.press(.function(5))
    // What cannot be taken back asks first.
    #expect(rig.text.contains("没有"))
    rig.press(.function(8))
    let record = try store.dossier(id, by: office).admission.inquiries[asked]
    #expect(record?.content?.answer == "没有")
  }

  @Test("who was taken for a review is designated, whoever stepped back meanwhile")
  func designation() throws {
    let rig = try Rig(.fresh)
    let store = rig.backstage.store
    let cycle = try store.cycle()
    let panel = try #require(cycle.currentPanels.first { $0.stage == .material })
    try rig.signIn(panel.leader)
    let leader = try #require(rig.backstage.session)
    let id = try #require(
      store.queue(QueueQuery(scope: .all), limit: 99, by: leader).map(\.application.id).first {
        let dossier = try store.dossier($0, by: leader)
        return dossier.panel == panel.id && dossier.stage == .independentReview
          && dossier.opening == .closed
      })
    if try !store.dossier(id, by: leader).isCleared(panel.leader) {
      try store.perform(.declare(nil), in: id, by: leader)
    }
    open(rig, id, "指定评审员")
    try #require(rig.backstage.console.focusName == "form/designate")
    let shown = try #require(rig.backstage.console.openForm).form.values("reviewers").map {
      PersonID($0)
    }
    let gone = try #require(shown.first { $0 != panel.leader })
    let colleague = try store.signIn(gone, passphrase: Demo.passphrase)
    try store.perform(.recuse(Interest(ground: .other, note: "亲属任职")), in: id, by: colleague)
    rig.backstage.storeChanged()
    rig.press(.function(5))
    let designated = try store.dossier(id, by: leader).designated
    // The rules refuse who may not review any more; nobody else is put in their place.
    #expect(designated == shown || rig.backstage.console.focusName == "form/designate")
    #expect(Set(designated).isSubset(of: shown) || designated.isEmpty)
  }

  @Test("S2: the line of the agenda that was opened is changed, wherever it stands by now")
  func agenda() throws {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.backTab)
    var sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.begin("editLine")))
    sheet.form.fill("title", "三号车间")
    var others = world.dossier.visit!.agenda
    others.insert(
      AgendaLine(kind: .investigation, day: Day("2026-10-19")!, time: "09:10", title: "加一行"),
      at: 0)
    world.apply(.agendaChanged(agenda: others), by: TheVisit.examiner)
    world.show()
    var wanted = others
    wanted[2].title += "三号车间"
    #expect(
      world.fill(sheet) == [
        .perform([.dossier(TheVisit.id, .changeAgenda(wanted))], ticket: "agenda")
      ])
  }

  @Test("S2: the selected line stays under the hand, wherever others put it")
  func selectedLine() throws {
    var world = ScreenWorld.visit()
    world.show()
    let name = world.screen.agenda.selected?.name
    var others = world.dossier.visit!.agenda
    others.insert(
      AgendaLine(kind: .investigation, day: Day("2026-10-19")!, time: "08:10", title: "加一行"),
      at: 0)
    world.apply(.agendaChanged(agenda: others), by: TheVisit.examiner)
    world.show()
    #expect(world.screen.agenda.selected?.name == name)
    others.remove(at: 2)
    world.apply(.agendaChanged(agenda: others), by: TheVisit.examiner)
    world.show()
    #expect(world.screen.agenda.selectedPlace == 2)
  }

  @Test("S2: a line that another removed is not taken for the one that stands in its place")
  func removed() throws {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.backTab)
    let sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.begin("editLine")))
    let asked = world.press(.delete)
    #expect(ScreenWorld<OnSiteScreen>.question(asked)?.id == "removeLine")
    var others = world.dossier.visit!.agenda
    others.remove(at: 1)
    world.apply(.agendaChanged(agenda: others), by: TheVisit.examiner)
    world.show()
    for effects in [
      world.follow(asked), world.fill(sheet),
    ] {
      #expect(
        !effects.contains {
          if case .perform = $0 { true } else { false }
        })
    }
    let revised = try #require(ScreenWorld<OnSiteScreen>.form(world.fill(sheet)))
    #expect(revised.form.errors.keys.sorted() == ["title"])
  }
}
