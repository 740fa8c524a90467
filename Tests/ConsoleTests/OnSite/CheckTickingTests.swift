import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("On site: ticking checks (S3)")
struct CheckTickingTests {
  private func finding(
    _ outcome: CheckOutcome, _ evidence: String, method: CheckMethod = .documents,
    place: String = "档案室", asked: String = "质量部长"
  ) -> CheckFinding {
    CheckFinding(
      outcome: outcome, method: method, evidence: evidence, place: place, asked: asked)
  }

  @Test("S3: space, the evidence, F5: place and person asked stay from the last finding")
  func commonCase() throws {
    var world = ScreenWorld.visit()
    world.apply(.checkTicked(check: "v.1", finding: finding(.met, "签到齐全")), by: TheVisit.leader)
    world.show()
    #expect(world.screen.checks.selected?.id == "v.2")
    var sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.character(" "))))
    #expect(sheet.form.fields[sheet.form.focus].id == "evidence")
    #expect(sheet.form.text("place") == "档案室")
    #expect(sheet.form.text("asked") == "质量部长")
    sheet.form.fill("evidence", "审计报告 2 份")
    #expect(
      world.fill(sheet) == [
        .perform(
          [.dossier(TheVisit.id, .tick("v.2", finding(.met, "审计报告 2 份")))], ticket: "tick")
      ])
  }

  @Test("S3: who is not of the panel reads; its acts are not offered to them")
  func readersOnlyRead() {
    for reader in [TheVisit.secretary, "hejian"] {
      var world = ScreenWorld.visit()
      world.context.person = reader
      world.show()
      for part in OnSiteScreen.Part.allCases {
        world.screen.part = part
        let ids = Set(world.screen.offers(world.context).map(\.id))
        let acts: Set = [
          "mark", "outcomes", "record", "addCheck", "held", "editLine", "addLine", "removeLine",
          "percentage", "keep", "rest", "submit", "act/recuse",
        ]
        #expect(ids.isDisjoint(with: acts), "\(part)")
        #expect(ids.isSuperset(of: ["move", "marks", "nextPart"]))
        #expect(ScreenWorld<OnSiteScreen>.form(world.press(.character("1"))) == nil)
      }
    }
  }

  @Test("S3: what others found does not fill in one's own form")
  func othersFindingsStayTheirs() throws {
    var world = ScreenWorld.visit()
    world.apply(.checkTicked(check: "v.1", finding: finding(.met, "签到")), by: TheVisit.examiner)
    world.show()
    let sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.character(" "))))
    #expect(sheet.form.text("place") == "")
  }

  @Test("S3: the method stays the one last used for checks of the same kind")
  func methodIsRemembered() throws {
    var world = ScreenWorld.visit()
    world.apply(
      .checkTicked(check: "v.1", finding: finding(.met, "看板", method: .viewing)),
      by: TheVisit.leader)
    let visit = try #require(world.dossier.visit)
    let documents = LastFinding(for: visit.checks[1], in: visit, by: TheVisit.leader)
    #expect(documents.method == .viewing)
    let inquiry = LastFinding(for: visit.checks[2], in: visit, by: TheVisit.leader)
    #expect(inquiry.method == .inquiry)
  }

  @Test(
    "S3: space goes on from the outcome that is there",
    arguments: [
      (CheckOutcome?.none, CheckOutcome.met), (.met, .partly), (.partly, .unmet),
      (.unmet, .notApplicable), (.notApplicable, .met),
    ])
  func spaceCycles(there: CheckOutcome?, next: CheckOutcome) throws {
    var world = ScreenWorld.visit()
    if let there {
      for check: CheckID in ["v.1", "v.2", "v.3"] {
        world.apply(
          .checkTicked(check: check, finding: finding(there, "…")), by: TheVisit.leader)
      }
    }
    world.show()
    let sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.character("\u{3000}"))))
    #expect(sheet.form.choice("outcome") == CheckOutcome.allCases.firstIndex(of: next))
  }

  @Test("S3: an outcome without evidence waits, is shown as waiting, and goes with its row")
  func pendingOutcome() {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.character(" "))
    world.send(.dismissed("tick"))
    world.press(.character(" "))
    #expect(world.screen.checks.pending == .init(check: "v.1", outcome: .partly))
    #expect(world.text.contains("◐?"))
    world.press(.down)
    #expect(world.screen.checks.pending == nil)
  }

  @Test("Input method: a digit of either width chooses the outcome at once")
  func digitsChoose() throws {
    var world = ScreenWorld.visit()
    world.show()
    let sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.character("３"))))
    #expect(sheet.form.choice("outcome") == CheckOutcome.allCases.firstIndex(of: .unmet))
    #expect(world.press(.character("5")).isEmpty)
  }

  @Test("S3: an inquiry without the person asked is named in its field")
  func askedIsNeeded() throws {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.right)
    #expect(world.screen.checks.selected?.id == "v.3")
    var sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.enter)))
    // Nobody said an outcome: none is put in for them, and it is asked for first.
    #expect(sheet.form.value("outcome") == nil)
    #expect(sheet.form.fields[sheet.form.focus].id == "outcome")
    sheet.form.fill("evidence", "能说清三步")
    sheet.form.fill("place", "二号车间")
    let unchosen = try #require(ScreenWorld<OnSiteScreen>.form(world.fill(sheet)))
    #expect(unchosen.form.errors.keys.sorted() == ["outcome"])
    sheet.form.setFocus(0)
    _ = sheet.form.handle(.right)
    let revised = try #require(ScreenWorld<OnSiteScreen>.form(world.fill(sheet)))
    #expect(revised.form.errors.keys.sorted() == ["asked"])
    sheet.form.fill("asked", "班组长")
    #expect(
      world.fill(sheet) == [
        .perform(
          [
            .dossier(
              TheVisit.id,
              .tick(
                "v.3",
                finding(.met, "能说清三步", method: .inquiry, place: "二号车间", asked: "班组长")))
          ], ticket: "tick")
      ])
  }

  @Test("S3: the latest finding counts, earlier ones stay in sight with who and when")
  func history() {
    var world = ScreenWorld.visit()
    for (outcome, text) in [(CheckOutcome.unmet, "没有纪要"), (.met, "纪要已补齐")] {
      world.apply(
        .checkTicked(check: "v.1", finding: finding(outcome, text)), by: TheVisit.leader)
    }
    world.show()
    world.press(.up)
    #expect(world.screen.checks.selected?.id == "v.1")
    #expect(world.screen.checks.checklist.outcomes == [.met: 1])
    #expect(world.text.contains("先前记录"))
    #expect(world.text.contains("没有纪要"))
    #expect(world.text.contains("郑七  10-19 10:40"))
  }

  @Test("F4 shows open checks only, and says so when there are none")
  func filter() {
    var world = ScreenWorld.visit()
    world.apply(.checkTicked(check: "v.1", finding: finding(.met, "…")), by: TheVisit.leader)
    world.show()
    world.press(.function(4))
    let shown = world.screen.checks.checklist.sections.flatMap(\.rows).compactMap { $0.check?.id }
    #expect(shown == ["v.2", "v.3"])
    #expect(world.screen.checks.checklist.done == 1)
    for check: CheckID in ["v.2", "v.3"] {
      world.apply(.checkTicked(check: check, finding: finding(.met, "…")), by: TheVisit.leader)
    }
    world.show()
    #expect(world.screen.checks.checklist.sections.isEmpty)
    #expect(world.text.contains("检查表已全部核查"))
    world.press(.function(4))
    #expect(world.screen.checks.checklist.sections.count == 2)
  }

  @Test("Down at the end of a category begins the next one")
  func downGoesOn() {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.down)
    world.press(.down)
    #expect(world.screen.checks.selected?.id == "v.3")
    world.press(.up)
    #expect(world.screen.checks.selected?.id == "v.2")
  }

  @Test("S3: a check added on site is named by the entry that made it")
  func addedCheck() throws {
    var world = ScreenWorld.visit()
    world.context.person = TheVisit.examiner
    world.show()
    var sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.function(6))))
    sheet.form.fill("text", "夜班交接记录")
    let check = CheckPoint(
      item: "4.1.2", text: "夜班交接记录", method: .viewing, origin: .examiner)
    #expect(
      world.fill(sheet) == [
        .perform([.dossier(TheVisit.id, .addCheck(check))], ticket: "addCheck")
      ])
    world.apply(.checkAdded(check: check), by: TheVisit.examiner)
    world.show()
    #expect(world.screen.dossier?.visit?.checks.last?.id == "x1")
    #expect(world.screen.dossier?.visit?.checks.last?.ordinal == 4)
  }

  @Test("The secretariat reads the checklist but ticks nothing")
  func readersDoNotTick() {
    var world = ScreenWorld.visit()
    world.context.person = TheVisit.secretary
    world.show()
    #expect(world.press(.character(" ")).isEmpty)
    #expect(ScreenWorld<OnSiteScreen>.form(world.press(.character("1"))) == nil)
    #expect(world.screen.checks.pending == nil)
  }
}
