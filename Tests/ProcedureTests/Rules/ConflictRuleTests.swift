import Criteria
import Procedure
import Testing

/// Interests, declarations and recusals (R5).
@Suite("R5: interests")
struct ConflictRuleTests {
  private static let kinship = Interest(ground: .kinship, note: "配偶在该公司任职")

  static let refused: [Attempt] = [
    Attempt(
      "assigned to a panel whose leader works there", at: .inReview, .assignPanel("m1"),
      by: Cast.office, Refusal(.R5, .conflict(Cast.leader, .sameEmployer("钱塘精工股份有限公司")))
    ) { try $0.employ(Cast.leader, by: "钱塘精工股份有限公司") },
    Attempt(
      "designated although employed", at: .declared,
      .designate(reviewers: Cast.reviewers, due: nil), by: Cast.leader,
      Refusal(.R5, .conflict(Cast.third, .sameEmployer("钱塘精工股份有限公司")))
    ) { try $0.employ(Cast.third, by: "钱塘精工股份有限公司") },
    Attempt(
      "designated although declared", at: .assigned,
      .designate(reviewers: Cast.reviewers, due: nil), by: Cast.leader,
      Refusal(.R5, .conflict(Cast.fifth, .declared(.kinship)))
    ) {
      try $0.on(.declare(nil), as: Cast.leader)
      try $0.on(.declare(kinship), as: Cast.fifth)
    },
    Attempt(
      "declared free although employed", at: .assigned, .declare(nil), by: Cast.third,
      Refusal(.R5, .conflict(Cast.third, .sameEmployer("钱塘精工股份有限公司")))
    ) { try $0.employ(Cast.third, by: "钱塘精工股份有限公司") },
    Attempt(
      "declared by somebody outside", at: .assigned, .declare(nil), by: Cast.spare,
      Refusal(.R5, .needsMembership)),
    Attempt(
      "declared before keys are confirmed", at: .assigned, .declare(nil), by: Cast.invited,
      Refusal(.K, .notReady(Cast.invited))),
    Attempt(
      "declared twice", at: .declared, .declare(nil), by: Cast.third,
      Refusal(.R5, .alreadyDeclared)),
    Attempt(
      "recused from outside", at: .assigned, .recuse(kinship), by: Cast.examiner,
      Refusal(.R5, .needsMembership)),
    Attempt(
      "recused twice", at: .designated, .recuse(kinship), by: Cast.third,
      Refusal(.R5, .alreadyRecused)
    ) { try $0.on(.recuse(kinship), as: Cast.third) },
    Attempt(
      "led without a declaration", at: .assigned,
      .designate(reviewers: Cast.reviewers, due: nil), by: Cast.leader,
      Refusal(.R5, .notDeclared)),
    Attempt(
      "an on-site panel with a conflict", at: .entered,
      .arrangeVisit("s1", from: Day("2026-04-01")!, until: Day("2026-04-02")!),
      by: Cast.office,
      Refusal(.R5, .conflict(Cast.examiner, .sameEmployer("钱塘精工股份有限公司")))
    ) { try $0.employ(Cast.examiner, by: "钱塘精工股份有限公司") },
  ]

  @Test("R5: an interest blocks", arguments: refused)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test(
    "R5: the same employer in another spelling is the same employer",
    arguments: [
      ("西溪电机(集团)有限公司", "西溪电机（集团）有限公司", true),
      ("西溪电机 （ 集团 ）有限公司", "西溪电机（集团）有限公司", true),
      ("ＡＢＣ电子\u{3000}有限公司", "abc电子有限公司", true),
      ("西溪电机有限公司", "西溪电机（集团）有限公司", false),
      ("西溪", "西溪电机（集团）有限公司", false),
      ("", "西溪电机（集团）有限公司", false),
      ("\u{3000}", "西溪电机（集团）有限公司", false),
    ])
  func employer(typed: String, registered: String, blocks: Bool) {
    var application = Cast.application(name: registered)
    // A line left empty on the form names nobody.
    application.controlled = ["", "　"]
    let person = Person(id: "p1", name: "赵一", roles: [.expert], employer: typed)
    #expect(
      person.recordedConflict(with: application) == (blocks ? .sameEmployer(typed) : nil))
  }

  @Test("R5: a controlled organisation's employee and a former consultant are blocked too")
  func groupAndConsultancy() {
    var group = Cast.application(name: "西湖控股集团")
    group.controlled = ["西溪电机(集团)有限公司", "龙井茶业有限公司"]
    #expect(
      Cast.people[2].recordedConflict(with: group) == .sameEmployer("西溪电机（集团）有限公司"))
    #expect(Cast.people[4].recordedConflict(with: group) == .consultancy("龙井茶业 有限公司"))
    #expect(Cast.people[3].recordedConflict(with: group) == nil)
  }

  @Test("R5: a bureau may switch the recorded conflicts off; a declared one always blocks")
  func switchedOff() throws {
    var parameters = Parameters.hangzhou
    parameters.switchedOff = [.recordedConflicts]
    var world = World.founded
    world.pretend(parameters)
    try world.bring(World.first, to: .inReview)
    try world.employ(Cast.third, by: "钱塘精工股份有限公司")
    try world.on(.assignPanel("m1"), as: Cast.office)
    try world.on(.declare(nil), as: Cast.leader)
    try world.on(.declare(Self.kinship), as: Cast.fifth)
    let three = [Cast.leader, Cast.deputy, Cast.third]
    #expect(
      world.refusal(.designate(reviewers: three + [Cast.fifth], due: nil), as: Cast.leader)?.rule
        == .R5)
    try world.on(.designate(reviewers: three, due: nil), as: Cast.leader)
  }

  @Test("R5: who declares an interest after being designated leaves the work to the others")
  func declaredLate() throws {
    var world = try World.at(.assigned)
    for person in Cast.reviewers.dropLast() { try world.on(.declare(nil), as: person) }
    try world.on(.designate(reviewers: Cast.reviewers, due: nil), as: Cast.leader)
    try world.on(.declare(Self.kinship), as: Cast.fifth)
    #expect(world.dossier.assigned == Array(Cast.reviewers.dropLast()))
    #expect(
      world.refusal(.startReview, as: Cast.fifth) == Refusal(.R5, .alreadyRecused))
  }

  @Test("R5: a reviewer recused in the middle is never counted and hands the work on")
  func recusedInTheMiddle() throws {
    var world = try World.at(.released)
    try world.on(.recuse(Self.kinship), as: Cast.fifth)
    #expect(world.dossier.opening == .closed)
    #expect(world.refusal(.openConsensus, as: Cast.leader) == Refusal(.R4, .notAsked))
    #expect(
      world.refusal(.withdraw(reason: "改"), as: Cast.fifth) == Refusal(.R5, .alreadyRecused))
    try world.on(.askOpening, as: Cast.leader)
    try world.on(.releaseOpening, as: Cast.office)
    try world.on(.openConsensus, as: Cast.leader)
    #expect(
      world.dossier.consensus?.sheets.keys.sorted() == Array(Cast.reviewers.dropLast()).sorted())
    #expect(world.dossier.sheets[Cast.fifth]?.state == .handedIn)
  }

  @Test("R5: below the least number of reviews the leader designates anew")
  func tooFewLeft() throws {
    var world = try World.at(.handedIn)
    for person in [Cast.third, Cast.fourth, Cast.fifth] {
      try world.on(.recuse(Self.kinship), as: person)
    }
    #expect(
      world.refusal(.askOpening, as: Cast.leader)
        == Refusal(.R4, .tooFewReviewers(2, minimum: 3)))
    let holder = Duty(holder: .person(Cast.leader), kind: .designate, due: nil)
    #expect(duties(in: world.dossier, cycle: world.cycle) == [holder])
  }

  @Test("R5: when the leader recuses the deputy takes over, before opening and after")
  func deputyTakesOver() throws {
    for step in [World.Step.handedIn, .opened] {
      var world = try World.at(step)
      try world.on(.recuse(Self.kinship), as: Cast.leader)
      let panel = try #require(world.cycle.panels["m1"])
      #expect(world.dossier.actingLeader(of: panel, in: world.cycle) == Cast.deputy)
      let command: CaseCommand =
        step == .handedIn
        ? .askOpening : .recordAttendance(present: [Cast.deputy], absences: [:])
      #expect(
        world.refusal(command, as: Cast.leader)?.reason == .needsLeader(Cast.deputy))
      #expect(world.refusal(.discuss("4.1.2", text: "x"), as: Cast.fifth)?.rule == .R6)
      if step == .handedIn {
        try world.on(.askOpening, as: Cast.deputy)
      } else {
        try world.on(.discuss("4.1.2", text: "副组长接任"), as: Cast.deputy)
      }
    }
  }

  @Test("V4, R4: a leader who may work no more: the deputy leads, and asks for the opening anew")
  func deactivatedLeader() throws {
    var world = try World.at(.released)
    var leader = try #require(world.cycle.people[Cast.leader])
    leader.active = false
    try world.run(.change(leader))
    #expect(world.refusal(.openConsensus, as: Cast.deputy) == Refusal(.R4, .notAsked))
    #expect(world.refusal(.releaseOpening, as: Cast.office) == Refusal(.R4, .notAsked))
    let asks = Duty(holder: .person(Cast.deputy), kind: .askOpening, due: world.dossier.due)
    #expect(duties(in: world.dossier, cycle: world.cycle) == [asks])
    try world.on(.askOpening, as: Cast.deputy)
    try world.on(.releaseOpening, as: Cast.office)
    try world.on(.openConsensus, as: Cast.deputy)
    #expect(world.dossier.opening == .opened)
  }

  @Test("R5: marks of somebody who recuses in consensus no longer count; what was merged stays")
  func recusedInConsensus() throws {
    var world = try World.at(.attended)
    let merge = try #require(world.dossier.consensus?.merge(of: "4.1.2"))
    try world.on(.merge("4.1.2", merge), as: Cast.leader)
    try world.on(.recuse(Self.kinship), as: Cast.fifth)
    let session = try #require(world.dossier.consensus)
    #expect(session.sheets[Cast.fifth] == nil)
    #expect(world.dossier.contents[Cast.fifth]?[1] == PanelFive.sheet(4))
    let item = try #require(Edition.shipped.item("4.7.4"))
    #expect(session.agreement(on: item).range == 15)
    #expect(session.merge(of: "4.1.2") == merge)
    var kept = merge
    kept.comments[4].used = false
    try world.on(.merge("4.1.2", kept), as: Cast.leader)
    try world.on(.settle("4.7.4", Percentage(50)!, reason: ""), as: Cast.leader)
  }

  @Test("R5: with leader and deputy both gone nobody leads until the panel is changed")
  func nobodyLeads() throws {
    var world = try World.at(.handedIn)
    try world.on(.recuse(Self.kinship), as: Cast.leader)
    try world.on(.recuse(Self.kinship), as: Cast.deputy)
    #expect(world.refusal(.askOpening, as: Cast.third) == Refusal(.R4, .needsLeader(nil)))
    var panel = Cast.material
    (panel.leader, panel.deputy) = (Cast.third, nil)
    try world.run(.changePanel(panel))
    try world.on(.askOpening, as: Cast.third)
    #expect(world.dossier.opening == .asked)
  }
}

extension World {
  /// The secretariat notes an employer.
  mutating func employ(_ person: PersonID, by employer: String) throws {
    var entry = try #require(cycle.people[person])
    entry.employer = employer
    try run(.change(entry))
  }
}
