import Procedure
import Testing

/// Everything anyone did can be shown, in order, with who and when (V5).
@Suite("V5: history")
struct HistoryTests {
  @Test("V5: replaying the entries from the first gives the same cycle and case")
  func replay() throws {
    var world = try World.at(.listed)
    try world.establish(person: Cast.third)
    try world.run(.sanction(Cast.third, .disqualification, "k1"), as: Cast.supervisor)
    #expect(world.replayCycle() == world.cycle)
    #expect(world.replay() == world.dossier)
    #expect(world.replaySupervision() == world.supervision)
    #expect(world.wallFaults.isEmpty)
  }

  @Test("V5: an entry of somebody not entitled is without effect in replay")
  func intruder() throws {
    let world = try World.at(.handedIn)
    let forged: [(PersonID, Event)] = [
      (Cast.third, .openingAsked), (Cast.leader, .openingReleased),
      (Cast.farOfficer, .caseRegistered(application: Cast.application("HZ26-0003"), year: 2026)),
      (Cast.third, .sheetHandedIn(reviewer: Cast.fourth, revision: 2)),
      (Cast.third, .declarationSigned(person: Cast.fourth, interest: nil)),
      (Cast.supervisor, .approvalDecided(meeting: "b1", isApproved: true)),
      (Cast.officer, .qualificationDecided(isQualified: true)),
      (Cast.farOfficer, .applicationRecommended(sealedOn: world.now.day)),
      (Cast.office, .applicationRecommended(sealedOn: world.now.day)),
      (Cast.office, .caseEnded(by: .fraud, on: world.now.day)),
      (Cast.supervisor, .caseEnded(by: .withdrawn, on: world.now.day)),
      (Cast.office, .personSanctioned(person: Cast.third, sanction: .criticism)),
      (Cast.office, .investigationNoted(complaint: "k1", text: "x")),
      (Cast.invited, .complaintLodged(complaint: Papers.complaint())),
      (Cast.third, .meetingReported(text: "x")),
      (Cast.leader, .assessmentGiven(direction: .ofApplicant)),
      (Cast.office, .assessmentGiven(direction: .ofPanel)),
      (Cast.invited, .panelAssigned(panel: "m2")),
      (Cast.spare, .dissentRecorded(item: "4.1.2", person: Cast.spare, text: "x")),
    ]
    for (author, event) in forged {
      #expect(world.writing(event, as: author) != nil, "\(event)")
    }
  }

  @Test("Q3: what was decided against sealed facts is without effect for who can read them")
  func divided() throws {
    var world = try World.at(.recommended)
    try world.inquire(.qualification)
    for rule in Rule.decided {
      try world.on(
        .decideCondition(rule, isMet: rule != .E2, reason: "核实"), as: Cast.office)
    }
    let sound = world.dossier
    // A changed program qualifies all the same, and publishes.
    world.take(.qualificationDecided(isQualified: true), in: World.first, by: Cast.office)
    world.see(world.replay(reads: { $0.kind.placement == .clear }))
    try world.on(.publishNotice(.qualification, number: "公示 1"), as: Cast.office)
    let blind = try #require(world.replay(reads: { $0.kind.placement == .clear }))
    let reader = try #require(world.replay())
    #expect(blind.stage == .qualificationNotice && blind.admission.isQualified == true)
    #expect(reader.stage == .qualification && reader.admission.isQualified == nil)
    #expect(reader.admission == sound.admission && reader.trace == blind.trace)
    // Who asks is judged by what is clear for everybody, and by what they know.
    for (command, refusal) in [
      (CaseCommand.qualify(true, reason: ""), Refusal(.Q3, .wrongStage(.qualificationNotice))),
      (.closeNotice(.qualification), Refusal(.Q3, .noNotice)),
    ] {
      var later = world
      later.outlastNotice()
      let desk = Desk(
        cycle: later.cycle, dossier: reader, clear: blind, actor: Cast.office, now: later.now)
      #expect(throws: refusal) { try decide(.dossier(World.first, command), on: desk) }
    }
  }

  @Test("V5: a panel changed or a person moved later takes nothing from what was done before")
  func laterChanges() throws {
    var world = try World.at(.listed)
    let before = world.dossier
    var panel = Cast.material
    (panel.leader, panel.deputy) = (Cast.spare, nil)
    panel.members = [Cast.spare, Cast.fourth, Cast.fifth]
    try world.run(.changePanel(panel))
    var site = Cast.onSite
    (site.leader, site.deputy) = (Cast.examiner, nil)
    site.members = [Cast.examiner, Cast.third, Cast.siteDeputy]
    try world.run(.changePanel(site))
    var office = Cast.people[0]
    office.roles = [.expert]
    try world.run(.change(office), as: Cast.both)
    var leader = Cast.people[1]
    (leader.roles, leader.active) = ([.supervisor], false)
    try world.run(.change(leader), as: Cast.both)
    #expect(world.replay() == before)
    #expect(world.replayCycle() == world.cycle)
    #expect(
      world.refusal(.reopenConsensus(reason: "x"), as: Cast.leader)?.reason
        == .notReady(Cast.leader))
  }

  @Test("V5: events of another kind or a second registration change nothing")
  func indifferent() throws {
    let world = try World.at(.registered)
    var (dossier, cycle) = (world.dossier, world.cycle)
    let other = Cast.application("HZ26-0007")
    dossier.apply(
      .caseRegistered(application: other, year: 2026), by: "p1", at: world.now, named: "x")
    dossier.apply(.personInvited(person: Cast.people[0]), by: "p1", at: world.now, named: "x")
    cycle.apply(.openingAsked)
    #expect(dossier == world.dossier && cycle == world.cycle)
    #expect(CaseState(.openingAsked, at: world.now, named: "x") == nil)
  }
}
