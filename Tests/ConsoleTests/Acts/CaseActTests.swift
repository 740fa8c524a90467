import Criteria
import Foundation
import Terminal
import Testing

@testable import Console
@testable import Procedure

@Suite("Acts of a case: what they show and what they ask")
struct CaseActTests {
  /// The words of the question that follows from a filled-in form.
  private func question(_ effects: [Effect]) throws -> String {
    guard case .ask(let question)? = effects.first else {
      Issue.record("nothing is asked: \(effects)")
      return ""
    }
    return question.lines.map(\.zh).joined(separator: "\n")
  }

  @Test("a decision is asked for again with its meeting, its words and its reason (R7)")
  func decisionIsRepeated() throws {
    var world = DossierWorld(as: DossierWorld.office, at: .leadersMeeting)
    world.context.cycle.apply(
      .meetingHeld(
        meeting: Meeting(id: "Z1", kind: .leaders, day: DossierWorld.now.day, present: ["p2"])))
    world.happens(.meetingReportGiven)
    world.happens(.meetingReported(text: "评审情况"))
    let opened = world.act(.entry)
    let asked = try question(
      world.fill(opened) {
        $0.choose(1, of: "decision")
        $0.write("行业代表性不足", into: "reason")
      })
    #expect(asked.contains("会议：组长会议 Z1  2026-09-10"))
    #expect(asked.contains("决定：不进入现场评审"))
    #expect(asked.contains("理由：行业代表性不足"))
    #expect(asked.contains("不能撤销"))
  }

  @Test("a notice is asked for again with its number and its last day (Q3)")
  func noticeIsRepeated() throws {
    var world = DossierWorld(as: DossierWorld.office, at: .qualification)
    world.happens(.qualificationDecided(isQualified: true), by: DossierWorld.office)
    let opened = world.act(.publishNotice)
    let asked = try question(world.fill(opened) { $0.type("杭市监公示〔2026〕7号", into: "number") })
    #expect(asked.contains("资格公示：5 个工作日，自今日起至 2026-09-17"))
    #expect(asked.contains("公示（公告）编号：杭市监公示〔2026〕7号"))
  }

  @Test("who answers an objection sees it, and sees it once more with the answer (P3)")
  func objectionIsShown() throws {
    var world = DossierWorld(as: DossierWorld.office, at: .qualification)
    world.happens(.qualificationDecided(isQualified: true), by: DossierWorld.office)
    let day = DossierWorld.now.day
    world.happens(
      .noticePublished(
        notice: PublicNotice(
          kind: .qualification, number: "1", published: day, last: day.adding(days: 7),
          provisional: false, days: 5)), by: DossierWorld.office)
    world.happens(
      .objectionReceived(
        on: day, due: Term(last: day.adding(days: 7), provisional: false)),
      by: DossierWorld.office)
    world.happens(
      .objectionRecorded(
        objection: "o1",
        content: Objection(
          objector: "某同行", facts: "口径有误", reasons: "与年报不符", evidence: "年报复印件")),
      by: DossierWorld.office)
    let opened = world.act(.answerObjection)
    guard case .open(let sheet)? = opened.first else {
      Issue.record("no form")
      return
    }
    let lines = sheet.lines.map(\.zh).joined(separator: "\n")
    for words in ["异议 1（某同行）", "口径有误", "与年报不符", "年报复印件"] {
      #expect(lines.contains(words))
    }
    #expect(sheet.form["objection"]?.text == "异议 1（某同行）")
    let asked = try question(
      world.fill(opened) {
        $0.choose(1, of: "upheld")
        $0.write("情况属实", into: "answer")
      })
    for words in ["口径有误", "决定：异议成立", "答复：情况属实"] { #expect(asked.contains(words)) }
  }

  @Test("E2: every figure of three years has a field; what is not known stays empty")
  func figures() throws {
    var world = DossierWorld(as: DossierWorld.office, at: .registered)
    let opened = world.act(.figures)
    let effects = world.fill(opened) {
      $0.type("１２，０００．５", into: "2025/revenue")
      $0.type("1.5亿", into: "2024/assets")
      $0.type("45.5", into: "2025/productivity")
      $0.type("第3名", into: "2025/rank")
    }
    guard case .perform(let commands, _)? = effects.first,
      case .dossier(_, .fillForm(let form))? = commands.first
    else {
      Issue.record("not taken: \(effects)")
      return
    }
    #expect(form.years.map(\.year) == [2023, 2024, 2025])
    #expect(form.years[2].revenue == Amount(hundredths: 1_200_050))
    #expect(form.years[1].assets == 15_000)
    #expect(form.years[2].productivity == Amount(hundredths: 4550))
    #expect(form.years[2].rank == 3)
    #expect(form.years[0] == YearFigures(year: 2023))
    let wrong = world.fill(opened) {
      $0.type("许多", into: "2024/tax")
      $0.type("1.234", into: "2025/researchShare")
    }
    guard case .revise(let sheet)? = wrong.first else {
      Issue.record("taken: \(wrong)")
      return
    }
    #expect(Set(sheet.form.errors.keys) == ["2024/tax", "2025/researchShare"])
  }

  @Test("V3: an assessment begins without a grade, and none is given by passing over it")
  func assessmentBeginsOpen() throws {
    let world = DossierWorld(as: DossierWorld.leader)
    let scene = CaseScene(world.dossier, world.context)
    for act in [CaseActName.assess, .assessPanel] {
      guard case .form(let form) = act.act.way, let asks = form(scene) else {
        Issue.record("no form")
        return
      }
      var filled = Form(asks.fields(scene.context))
      for topic in SupervisionTopic.allCases {
        #expect(filled[topic.rawValue]?.isRequired == true)
      }
      guard case .faults(let faults) = asks.read(filled) else {
        Issue.record("graded")
        return
      }
      #expect(Set(faults.keys) == Set(SupervisionTopic.allCases.map(\.rawValue)))
      for topic in SupervisionTopic.allCases { filled.choose(4, of: topic.rawValue) }
      guard case .outcome = asks.read(filled) else {
        Issue.record("not taken")
        return
      }
    }
  }

  @Test("a visit is proposed for working days (S1)")
  func visitOnWorkingDays() {
    var world = DossierWorld(as: DossierWorld.office, at: .onSiteReview)
    world.context.now = Moment(day: Day("2026-09-26")!, hour: 9, minute: 0)
    guard case .open(let sheet)? = world.act(.arrangeVisit).first else {
      Issue.record("no form")
      return
    }
    // After the national holiday, from 1 to 7 October 2026.
    for field in ["from", "until"] {
      let day = Day(typed: sheet.form.text(field))
      #expect(day.map(world.context.calendar.isWorkingDay) == true)
    }
  }

  @Test("a case of an earlier year is shown by that year's parameters")
  func earlierYear() {
    let world = DossierWorld(as: DossierWorld.office)
    var cycle = world.context.cycle
    var parameters = Parameters.hangzhou
    parameters.materialLine = Points(whole: 400)
    cycle.apply(.cycleClosed(year: 2026))
    cycle.apply(.cycleOpened(year: 2027, title: "2027", parameters: parameters, edition: nil))
    var console = Console(context: world.context)
    _ = console.update(.signedIn(DossierWorld.office, cycle), at: DossierWorld.now)
    #expect(console.context.parameters.materialLine == Points(whole: 400))
    _ = console.goTo(.dossier, DossierWorld.id)
    _ = console.update(.screen(.loaded(.dossier(world.dossier))), at: DossierWorld.now)
    #expect(console.context.parameters.materialLine == Points(whole: 550))
    _ = console.goTo(.queue, DossierWorld.id)
    #expect(console.context.parameters.materialLine == Points(whole: 400))
  }

  /// Selects an act and does what follows from it.
  private func does(_ act: CaseActName, _ event: Event, in world: inout DossierWorld) {
    for _ in CaseActName.allCases where world.screen.selectedAct(world.context)?.act != act {
      _ = world.screen.update(.key(.down), world.context)
    }
    #expect(world.screen.selectedAct(world.context)?.act == act)
    world.dossier.apply(event, by: world.context.person!, at: DossierWorld.now)
    _ = world.screen.update(.done("act", [event]), world.context)
    world.show()
  }

  @Test("after an act the selection goes to what waits next: never to what cannot be done")
  func selectionGoesOn() {
    var world = DossierWorld(as: "p3")
    world.dossier.declarations = [:]
    world.show()
    does(.declare, .declarationSigned(person: "p3", interest: nil), in: &world)
    let next = world.screen.selectedAct(world.context)
    #expect(next?.act != .declare && next?.availability == .available)
  }

  @Test("after 退回 and 重新受理 the selection does not stand on 退回 again (Q1)")
  func selectionLeavesTheReturn() {
    var world = DossierWorld(as: "officer", at: .districtCheck)
    world.context.cycle.apply(
      .personInvited(
        person: Person(
          id: "officer", name: "沈滨", roles: [.districtOfficer], district: "330108")))
    world.context.cycle.apply(.personJoined(person: "officer", fingerprint: "f"))
    world.context.cycle.apply(.personConfirmed(person: "officer", fingerprint: "f"))
    world.show()
    does(.sendBack, .applicationReturned, in: &world)
    does(.resume, .applicationResumed, in: &world)
    world.happens(.applicationSubmitted(on: DossierWorld.now.day), by: "officer")
    #expect(world.screen.selectedAct(world.context)?.act != .sendBack)
  }

  @Test("one condition after the other waits until all are decided (Q3)")
  func conditionsWait() {
    var world = DossierWorld(as: DossierWorld.office, at: .qualification)
    for (place, rule) in Rule.decided.enumerated() {
      if place > 0 {
        #expect(world.screen.selectedAct(world.context)?.act == .condition)
        #expect(world.screen.selectedAct(world.context)?.isWaiting == true)
      }
      does(
        .condition, .conditionDecided(rule: rule, isMet: true, reason: "已核实"), in: &world)
    }
    let waiting = world.screen.acts(world.context).filter(\.isWaiting).map(\.act)
    #expect(!waiting.contains(.condition) && waiting.contains(.qualify))
    #expect(world.screen.selectedAct(world.context)?.isWaiting == true)
  }

  @Test("a registration is corrected in every field until the district recommends (M7)")
  func amendEverything() throws {
    for stage in [Stage.registered, .districtCheck] {
      var world = DossierWorld(as: DossierWorld.office, at: stage)
      guard case .open(var sheet)? = world.act(.amend).first else {
        Issue.record("no form in \(stage)")
        continue
      }
      let known = Set(sheet.form.fields.map(\.id))
      let registered = try #require(
        RegisterForm.form(RegisterForm.name, after: "HZ26-0001", world.context)
          as ScreenForm<DossierScreen>?)
      let all = Set(registered.sheet.form.fields.map(\.id)).subtracting(["id"])
      #expect(known == all)
      sheet.form.type("２０１８", into: "modelSince")
      sheet.form.choose(1, of: "sector")
      sheet.form.take([0], of: "encouraged")
      let districts = world.context.parameters.districts.map(\.code)
      let place = try #require(districts.firstIndex { $0 != world.dossier.application.district })
      sheet.form.choose(place, of: "district")
      guard case .perform(let commands, _)? = world.fill(sheet).first,
        case .dossier(_, .amend(let application))? = commands.first
      else {
        Issue.record("not amended in \(stage)")
        continue
      }
      #expect(application.district == districts[place])
      #expect(application.modelSince == 2018)
      #expect(application.exemptSector == .digitalEconomy)
      #expect(application.encouraged == [.strategicEmerging])
    }
  }

  @Test("a doubtful credit code is asked about once, where it was typed; one that was there is not")
  func doubtfulCode() throws {
    var world = DossierWorld(as: DossierWorld.office, at: .registered)
    guard case .open(var sheet)? = world.act(.amend).first else {
      Issue.record("no form")
      return
    }
    sheet.form.type("９１３３０１０８ＭＡ00000158", into: "creditCode")
    let question = try #require(DossierWorld.question(world.fill(sheet)))
    #expect(question.lines.contains { $0.zh == "91330108MA00000158" })
    world.dossier.apply(
      .applicationAmended(
        application: {
          var application = world.dossier.application
          application.creditCode = "91330108MA00000158"
          return application
        }()), by: DossierWorld.office, at: DossierWorld.now)
    world.show()
    guard case .open(let again)? = world.act(.amend).first else {
      Issue.record("no form")
      return
    }
    guard case .perform? = world.fill(again).first else {
      Issue.record("asked about again")
      return
    }
  }
}
