import Procedure
import Testing

/// What waits for whom, stage by stage.
@Suite("Duties")
struct DutyTests {
  private static let due = Day("2026-03-23")
  private static let office = Reader.group(.secretariat)

  private func duties(_ world: World) -> [Duty] {
    Procedure.duties(in: world.file, cycle: world.cycle)
  }

  private func each(_ people: [PersonID], _ kind: DutyKind, due: Day? = nil) -> [Duty] {
    people.map { Duty(holder: .person($0), kind: kind, due: due) }
  }

  private func one(_ holder: Reader, _ kind: DutyKind, due: Day? = nil) -> [Duty] {
    [Duty(holder: holder, kind: kind, due: due)]
  }

  @Test("R1–R4: independent review, from the panel to the opening")
  func review() throws {
    #expect(try duties(World.at(.registered)) == one(Self.office, .pass))
    #expect(try duties(World.at(.inReview)) == one(Self.office, .assignPanel))
    #expect(try duties(World.at(.assigned)) == each([Cast.leader], .declare))
    #expect(try duties(World.at(.declared)) == each([Cast.leader], .designate))
    #expect(
      try duties(World.at(.designated)) == each(Cast.reviewers, .review, due: Self.due))
    #expect(try duties(World.at(.started)) == each(Cast.reviewers, .review, due: Self.due))
    #expect(
      try duties(World.at(.handedIn)) == each([Cast.leader], .askOpening, due: Self.due))
    #expect(try duties(World.at(.asked)) == one(Self.office, .release, due: Self.due))
    #expect(
      try duties(World.at(.released)) == each([Cast.leader], .openConsensus, due: Self.due))
  }

  @Test("R6–S5: consensus, visit and what the secretariat passes on")
  func later() throws {
    #expect(try duties(World.at(.opened)) == each([Cast.leader], .consensus))
    #expect(try duties(World.at(.finished)) == one(Self.office, .pass))
    #expect(try duties(World.at(.entered)) == one(Self.office, .arrangeVisit))
    let visiting = try World.at(.visiting)
    #expect(
      duties(visiting) == each(Cast.examiners, .visit, due: visiting.file.due))
    #expect(try duties(World.at(.submitted)) == one(Self.office, .pass))
  }

  @Test("R5: who is designated but has not declared is asked to")
  func declarations() throws {
    var world = try World.at(.assigned)
    try world.on(.declare(nil), as: Cast.leader)
    let three = [Cast.leader, Cast.third, Cast.fourth]
    try world.on(.designate(reviewers: three, due: nil), as: Cast.leader)
    #expect(
      duties(world)
        == each([Cast.third, Cast.fourth], .declare, due: Self.due)
        + each([Cast.leader], .review, due: Self.due))
  }

  @Test("R5: when the leader recuses the deputy's duties begin with a declaration")
  func deputy() throws {
    var world = try World.at(.assigned)
    try world.on(.declare(Interest(ground: .competitor)), as: Cast.leader)
    #expect(duties(world) == each([Cast.deputy], .declare))
  }

  @Test("R5: in consensus and on site, when nobody is left to lead, the secretariat is told")
  func nobodyLeads() throws {
    var world = try World.at(.opened)
    for person in [Cast.leader, Cast.deputy] {
      try world.on(.recuse(Interest(ground: .trading)), as: person)
    }
    #expect(duties(world) == one(Self.office, .assignPanel))
    var visit = try World.at(.visiting)
    for person in [Cast.siteLeader, Cast.siteDeputy] {
      try visit.on(.recuse(Interest(ground: .trading)), as: person)
    }
    #expect(duties(visit).first == one(Self.office, .assignPanel).first)
  }

  @Test("nothing waits where nothing follows")
  func ends() throws {
    for stage in Stage.allCases where stage.isEnd {
      var file = try World.at(.registered).file
      file.apply(.stagePassed(to: stage, note: ""), by: Cast.office, at: file.registeredAt)
      #expect(Procedure.duties(in: file, cycle: World.founded.cycle).isEmpty)
    }
  }

  @Test("every stage but the ends, cultivation and the three of their own has a plain successor")
  func successors() {
    let without = Stage.allCases.filter { $0.plainSuccessors.isEmpty && !$0.isEnd }
    #expect(without == [.independentReview, .consensus, .onSiteReview, .cultivation])
    for stage in Stage.allCases {
      #expect(stage.plainSuccessors.allSatisfy { $0 > stage })
    }
  }
}
