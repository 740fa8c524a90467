import Criteria
import Procedure
import Testing

/// The way in: material until the closing date, the district, the city (M6–M8, Q1–Q3, E).
@Suite("M6–M8, Q1–Q3: coming in and qualification")
struct AdmissionRuleTests {
  static let material: [Attempt] = [
    Attempt(
      "before the call opens", at: .founded, .register(Cast.application()), by: Cast.office,
      Refusal(.M7, .callNotOpen(Day("2026-03-10")!))
    ) {
      try $0.run(.call(from: Day("2026-03-10")!, until: World.call.until))
    },
    Attempt(
      "the form by a reviewer", at: .registered, .fillForm(Papers.form), by: Cast.third,
      Refusal(.M7, .needsRole(.districtOfficer))),
    Attempt(
      "the form by another district", at: .registered, .fillForm(Papers.form),
      by: Cast.farOfficer, Refusal(.M7, .unknownDistrict)),
    Attempt(
      "a document without title", at: .registered,
      .attach(Document(id: "d", kind: .evidence, title: "", file: "a", characters: 0)),
      by: Cast.officer, Refusal(.M1, .blank(.title))),
    Attempt(
      "amended under another number", at: .registered, .amend(Cast.application("HZ26-0009")),
      by: Cast.office, Refusal(.K, .blank(.number))),
    Attempt(
      "moved into a district that is none", at: .checking,
      .amend(Cast.application().with { $0.district = "999999" }), by: Cast.office,
      Refusal(.M7, .unknownDistrict)),
    Attempt(
      "taken by the district that wants it", at: .checking,
      .amend(Cast.application().with { $0.district = "330108" }), by: Cast.farOfficer,
      Refusal(.M7, .unknownDistrict)),
    Attempt(
      "handed in by a public body", at: .complete, .submit, by: Cast.officer,
      Refusal(.E5, .mayNotApply)
    ) { try $0.on(.fillForm(Papers.form { $0.kind = .publicBody }), as: Cast.officer) },
    Attempt(
      "handed in without a form", at: .registered, .submit, by: Cast.officer,
      Refusal(.M1, .material(.formIncomplete(ApplicationForm().missing)))),
    Attempt(
      "handed in twice", at: .checking, .submit, by: Cast.officer, Refusal(.M7, .frozen)),
    Attempt(
      "copies below nothing", at: .complete,
      .countCopies([.profile: CopyCount(electronic: 1, paper: -1)]), by: Cast.officer,
      Refusal(.M6, .badAmount)),
    Attempt(
      "copies by another district", at: .complete, .countCopies(Papers.copies),
      by: Cast.farOfficer, Refusal(.M6, .unknownDistrict)),
    Attempt(
      "copies after the district checked", at: .recommended, .countCopies(Papers.copies),
      by: Cast.officer, Refusal(.M6, .wrongStage(.qualification))),
    Attempt(
      "a change before it was handed in", at: .complete, .reportChange(change()),
      by: Cast.officer, Refusal(.M8, .wrongStage(.registered))),
    Attempt(
      "a change once listed", at: .listed, .reportChange(change()), by: Cast.officer,
      Refusal(.M8, .wrongStage(.cultivation))),
    Attempt(
      "a change reported before it happened", at: .visiting,
      .reportChange(change(occurred: "2026-03-03", reported: "2026-03-02")), by: Cast.office,
      Refusal(.M8, .badDates(.before(Day("2026-03-03")!, .occurrence)))),
    Attempt(
      "a change reported tomorrow", at: .checking, .reportChange(change(reported: "2026-03-03")),
      by: Cast.office, Refusal(.M8, .badDates(.inFuture))),
    Attempt(
      "a change without words", at: .checking, .reportChange(change(text: "")), by: Cast.office,
      Refusal(.M8, .blank(.text))),
    Attempt(
      "a change by another district", at: .checking, .reportChange(change()),
      by: Cast.farOfficer, Refusal(.M8, .unknownDistrict)),
  ]

  private static func change(
    occurred: String = "2026-03-02", reported: String = "2026-03-02", text: String = "更名"
  ) -> ChangeReport {
    ChangeReport(kind: .rename, occurred: Day(occurred)!, reported: Day(reported)!, text: text)
  }

  private static func recommend(_ opinion: String = "同意", _ day: String = "2026-03-02")
    -> CaseCommand
  { .recommend(opinion: opinion, sealedOn: Day(day)!) }

  static let district: [Attempt] = [
    Attempt(
      "recommended by the city", at: .checking, recommend(), by: Cast.office,
      Refusal(.Q1, .needsRole(.districtOfficer))),
    Attempt(
      "recommended by another district", at: .checking, recommend(), by: Cast.farOfficer,
      Refusal(.Q1, .unknownDistrict)),
    Attempt(
      "recommended before handing in", at: .complete, recommend(), by: Cast.officer,
      Refusal(.Q1, .wrongStage(.registered))),
    Attempt(
      "recommended without opinion", at: .checking, recommend(" "), by: Cast.officer,
      Refusal(.Q1, .blank(.opinion))),
    Attempt(
      "sealed before handing in", at: .checking, recommend("同意", "2026-03-01"),
      by: Cast.officer, Refusal(.Q1, .badDates(.before(Day("2026-03-02")!, .submission)))),
    Attempt(
      "sealed tomorrow", at: .checking, recommend("同意", "2026-03-03"), by: Cast.officer,
      Refusal(.Q1, .badDates(.inFuture))),
    Attempt(
      "recommended with a copy short", at: .checking, recommend(), by: Cast.officer,
      Refusal(
        .M6,
        .material(.copiesShort(.profile, CopyCount(electronic: 1, paper: 2), paper: 3)))
    ) {
      var copies = Papers.copies
      copies[.profile] = CopyCount(electronic: 1, paper: 2)
      try $0.on(.countCopies(copies), as: Cast.officer)
    },
    Attempt(
      "returned by the city", at: .checking, .returnApplication(reason: "不全"), by: Cast.office,
      Refusal(.Q1, .needsRole(.districtOfficer))),
    Attempt(
      "returned without reason", at: .checking, .returnApplication(reason: "　"),
      by: Cast.officer, Refusal(.Q1, .blank(.reason), ours: true)),
    Attempt(
      "returned after recommending", at: .recommended, .returnApplication(reason: "不全"),
      by: Cast.officer, Refusal(.Q1, .wrongStage(.qualification))),
    Attempt(
      "taken up again though not returned", at: .checking, .resume, by: Cast.officer,
      Refusal(.Q1, .wrongStage(.districtCheck))),
    Attempt(
      "taken up again after the call", at: .checking, .resume, by: Cast.officer,
      Refusal(.M7, .callOver(World.call.until))
    ) {
      try $0.on(.returnApplication(reason: "不全"), as: Cast.officer)
      $0.wait(until: World.call.until.end.adding(seconds: 1))
    },
  ]

  @Test("M1, M6–M8, E5: what must not come in is refused", arguments: material)
  func refusesMaterial(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("Q1: what the district must not do is refused", arguments: district)
  func refusesDistrict(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("M7: the call's last second in China is in time, the next one is not, for anything")
  func lastSecond() throws {
    let end = World.call.until.end
    #expect(end.description == "2026-03-31 23:59:59" && end.seconds == 1_774_972_799)
    let commands: [CaseCommand] = [.fillForm(Papers.form), .attach(Papers.profile), .submit]
    var world = try World.at(.complete)
    world.wait(until: end)
    for command in commands { #expect(world.refusal(command, as: Cast.officer) == nil) }
    #expect(world.refusal(.amend(Cast.application()), as: Cast.officer) == nil)
    #expect(
      world.refusal(
        .dossier(World.second, .register(Cast.application(World.second))), as: Cast.office) == nil)
    world.wait(until: end.adding(seconds: 1))
    let over = Refusal(.M7, .callOver(World.call.until))
    for actor in [Cast.officer, Cast.office] {
      for command in commands { #expect(world.refusal(command, as: actor) == over) }
    }
    #expect(
      world.refusal(
        .dossier(World.second, .register(Cast.application(World.second))), as: Cast.office) == over)
  }

  @Test("M7: the call's first second is in time")
  func firstSecond() throws {
    var world = World.founded
    let from = Day("2026-03-05")!
    try world.run(.call(from: from, until: World.call.until))
    world.wait(until: from.start.adding(seconds: -1))
    #expect(
      world.refusal(.register(Cast.application()), as: Cast.officer)
        == Refusal(.M7, .callNotOpen(from)))
    world.wait(until: from.start)
    #expect(world.refusal(.register(Cast.application()), as: Cast.officer) == nil)
  }

  @Test("M7: once handed in nothing is added or changed, by anybody, call or no call")
  func frozen() throws {
    for step in [World.Step.checking, .recommended, .noticed, .opened, .listed] {
      let world = try World.at(step)
      for actor in [Cast.officer, Cast.office] {
        for command in [
          CaseCommand.fillForm(Papers.form), .attach(Papers.profile), .submit,
        ] {
          #expect(world.refusal(command, as: actor) == Refusal(.M7, .frozen))
        }
      }
    }
  }

  @Test("M7: what was registered is corrected until the district recommends, and not after it")
  func amended() throws {
    var checking = try World.at(.checking)
    checking.wait(until: World.call.until.adding(days: 1))
    for actor in [Cast.officer, Cast.office] {
      #expect(checking.refusal(.amend(Cast.application()), as: actor) == nil)
      for step in [World.Step.recommended, .noticed, .opened, .listed] {
        let world = try World.at(step)
        #expect(
          world.refusal(.amend(Cast.application()), as: actor) == Refusal(.M7, .frozen))
      }
    }
    #expect(
      checking.refusal(.amend(Cast.application()), as: Cast.farOfficer)
        == Refusal(.M7, .unknownDistrict))
  }

  @Test("Q1, M7: returned with its reason, mended, handed in again and recommended")
  func resumed() throws {
    var world = try World.at(.checking)
    try world.on(.returnApplication(reason: "自评报告缺 4.7.7"), as: Cast.officer)
    #expect(world.dossier.stage == .returned)
    #expect(world.dossier.notes[.returned]?.map(\.text) == ["自评报告缺 4.7.7"])
    #expect(world.refusal(.attach(Papers.profile), as: Cast.officer) == Refusal(.M7, .frozen))
    try world.on(.resume, as: Cast.officer)
    #expect(world.dossier.stage == .registered && world.dossier.admission.submitted == nil)
    try world.on(.attach(Papers.selfEvaluation), as: Cast.officer)
    try world.on(.submit, as: Cast.officer)
    try world.on(
      .recommend(opinion: "补正后同意推荐", sealedOn: world.now.day), as: Cast.officer)
    #expect(
      world.dossier.stage == .qualification && world.dossier.admission.sealedOn == world.now.day)
    #expect(world.dossier.notes[.recommendation]?.last?.text == "补正后同意推荐")
    #expect(world.dossier.notes[.recommendation]?.last?.by == Cast.officer)
  }

  @Test("M8: a change is taken up while under review; a late one is shown, not refused")
  func changes() throws {
    var world = try World.at(.visiting)
    let report = ChangeReport(
      kind: .condition, occurred: world.now.day.adding(days: -30), reported: world.now.day,
      text: "发生安全事故")
    try world.on(.reportChange(report), as: Cast.officer)
    #expect(world.dossier.admission.changes == [report])
    try world.on(.end(.ineligible, complaint: nil, reason: "不再符合二（三）"), as: Cast.office)
    #expect(world.dossier.stage == .terminated && world.dossier.ending == .ineligible)
    #expect(
      world.refusal(.reportChange(report), as: Cast.officer)
        == Refusal(.M8, .wrongStage(.terminated)))
  }
}
