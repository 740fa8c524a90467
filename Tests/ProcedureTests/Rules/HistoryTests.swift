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
    #expect(world.replay() == world.file)
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

  @Test("V5: a panel changed or a person moved later takes nothing from what was done before")
  func laterChanges() throws {
    var world = try World.at(.listed)
    let before = world.file
    var panel = Cast.material
    (panel.leader, panel.deputy) = (Cast.spare, nil)
    panel.members = [Cast.spare, Cast.fourth, Cast.fifth]
    try world.run(.changePanel(panel))
    var site = Cast.onSite
    (site.leader, site.deputy) = (Cast.examiner, nil)
    site.members = [Cast.examiner, Cast.third, Cast.siteDeputy]
    try world.run(.changePanel(site))
    var office = Cast.people[0]
    office.roles = []
    try world.run(.change(office), as: Cast.both)
    var leader = Cast.people[1]
    (leader.roles, leader.active) = ([], false)
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
    var (file, cycle) = (world.file, world.cycle)
    let other = Cast.application("HZ26-0007")
    file.apply(.caseRegistered(application: other, year: 2026), by: "p1", at: world.now, named: "x")
    file.apply(.personInvited(person: Cast.people[0]), by: "p1", at: world.now, named: "x")
    cycle.apply(.openingAsked)
    #expect(file == world.file && cycle == world.cycle)
    #expect(CaseState(.openingAsked, at: world.now, named: "x") == nil)
  }
}
