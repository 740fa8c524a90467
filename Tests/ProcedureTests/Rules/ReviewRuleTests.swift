import Criteria
import Procedure
import Testing

/// Designation and independent review (R2, R3, R4).
@Suite("R2–R4: independent review")
struct ReviewRuleTests {
  private static let three = [Cast.leader, Cast.deputy, Cast.third]

  static let designations: [Attempt] = [
    Attempt(
      "assigned by the leader", at: .inReview, .assignPanel("m1"), by: Cast.leader,
      Refusal(.R1, .needsRole(.secretariat))),
    Attempt(
      "an unknown panel", at: .inReview, .assignPanel("m7"), by: Cast.office,
      Refusal(.R1, .unknownPanel)),
    Attempt(
      "an on-site panel", at: .inReview, .assignPanel("s1"), by: Cast.office,
      Refusal(.R1, .wrongPanelStage)),
    Attempt(
      "another panel after work began", at: .started, .assignPanel("m2"), by: Cast.office,
      Refusal(.R1, .workBegun(Cast.leader))),
    Attempt(
      "another panel in consensus", at: .opened, .assignPanel("m2"), by: Cast.office,
      Refusal(.R1, .wrongStage(.consensus))),
    Attempt(
      "no panel", at: .inReview, .designate(reviewers: three, due: nil), by: Cast.leader,
      Refusal(.R2, .noPanel)),
    Attempt(
      "by a member", at: .declared, .designate(reviewers: three, due: nil), by: Cast.third,
      Refusal(.R2, .needsLeader(Cast.leader))),
    Attempt(
      "assigned before review", at: .registered, .assignPanel("m1"), by: Cast.office,
      Refusal(.R1, .wrongStage(.registered))),
    Attempt(
      "assigned while the notice runs", at: .noticed, .assignPanel("m1"), by: Cast.office,
      Refusal(.R1, .wrongStage(.qualificationNotice))),
    Attempt(
      "after review", at: .opened, .designate(reviewers: three, due: nil), by: Cast.leader,
      Refusal(.R2, .wrongStage(.consensus))),
    Attempt(
      "twice the same", at: .declared,
      .designate(reviewers: three + [Cast.third], due: nil), by: Cast.leader,
      Refusal(.R2, .repeatedMember(Cast.third))),
    Attempt(
      "from outside", at: .declared,
      .designate(reviewers: three + [Cast.spare], due: nil), by: Cast.leader,
      Refusal(.R2, .unknownPerson(Cast.spare))),
    Attempt(
      "retired since", at: .declared, .designate(reviewers: three, due: nil), by: Cast.leader,
      Refusal(.R5, .inactive(Cast.third))
    ) { world in
      var person = try #require(world.cycle.people[Cast.third])
      person.active = false
      try world.run(.change(person))
    },
    Attempt(
      "two", at: .declared, .designate(reviewers: [Cast.leader, Cast.third], due: nil),
      by: Cast.leader, Refusal(.R2, .tooFewReviewers(2, minimum: 3), ours: true)),
    Attempt(
      "taking begun work away", at: .started, .designate(reviewers: three, due: nil),
      by: Cast.leader, Refusal(.R2, .workBegun(Cast.fourth), ours: true)),
    Attempt(
      "due yesterday", at: .declared,
      .designate(reviewers: three, due: Day("2026-03-01")), by: Cast.leader,
      Refusal(.R2, .badDates(.before(Day("2026-03-10")!, .today)))),
  ]

  private static func incomplete(_ change: (inout Sheet) -> Void) -> CaseCommand {
    var sheet = PanelFive.sheet(2)
    change(&sheet)
    return .handIn(sheet)
  }

  static let sheets: [Attempt] = [
    Attempt(
      "started undesignated", at: .declared, .startReview, by: Cast.fifth,
      Refusal(.R2, .notDesignated)
    ) { try $0.on(.designate(reviewers: three, due: nil), as: Cast.leader) },
    Attempt(
      "started undeclared", at: .assigned, .startReview, by: Cast.third,
      Refusal(.R5, .notDeclared)
    ) {
      try $0.on(.declare(nil), as: Cast.leader)
      try $0.on(.designate(reviewers: three, due: nil), as: Cast.leader)
    },
    Attempt(
      "started twice", at: .started, .startReview, by: Cast.third, Refusal(.R3, .alreadyStarted)),
    Attempt(
      "started after handing in", at: .handedIn, .startReview, by: Cast.third,
      Refusal(.R4, .alreadyHandedIn)),
    Attempt(
      "handed in unstarted", at: .designated, .handIn(PanelFive.sheet(2)), by: Cast.third,
      Refusal(.R3, .notStarted)),
    Attempt(
      "an item that is not in the edition", at: .started,
      incomplete { $0.items["4.9.9"] = ItemReview() }, by: Cast.third,
      Refusal(.R3, .unknownItem)),
    Attempt(
      "marks and findings missing", at: .started,
      incomplete {
        $0.items["4.1.2"]?.mark = nil
        $0.items["4.7.7"]?.mark = .abstained(reason: " ")
        $0.head.findings[.practice] = nil
      }, by: Cast.third,
      Refusal(
        .R3,
        .incomplete([.mark("4.1.2"), .abstentionReason("4.7.7"), .finding(.practice)]), ours: true)),
    Attempt(
      "changed after handing in", at: .handedIn, .handIn(PanelFive.sheet(0)), by: Cast.third,
      Refusal(.R4, .alreadyHandedIn)),
    Attempt(
      "withdrawn without reason", at: .handedIn, .withdraw(reason: "　"), by: Cast.third,
      Refusal(.R4, .blank(.reason))),
    Attempt(
      "withdrawn before handing in", at: .started, .withdraw(reason: "改"), by: Cast.third,
      Refusal(.R4, .notHandedIn)),
    Attempt(
      "withdrawn after opening", at: .opened, .withdraw(reason: "改"), by: Cast.third,
      Refusal(.R4, .alreadyOpened)),
  ]

  static let opening: [Attempt] = [
    Attempt(
      "asked before the leader's own sheet", at: .started, .askOpening, by: Cast.leader,
      Refusal(.R4, .leaderFirst(Cast.leader))
    ) {
      for (index, person) in Cast.reviewers.enumerated().dropFirst() {
        try $0.on(.handIn(PanelFive.sheet(index)), as: person)
      }
    },
    Attempt(
      "asked before all are in", at: .started, .askOpening, by: Cast.leader,
      Refusal(.R4, .outstanding([Cast.fourth, Cast.fifth]))
    ) {
      for (index, person) in Cast.reviewers.enumerated().prefix(3) {
        try $0.on(.handIn(PanelFive.sheet(index)), as: person)
      }
    },
    Attempt(
      "asked by a member", at: .handedIn, .askOpening, by: Cast.deputy,
      Refusal(.R4, .needsLeader(Cast.leader))),
    Attempt(
      "asked twice", at: .asked, .askOpening, by: Cast.leader, Refusal(.R4, .alreadyAsked)),
    Attempt(
      "asked after opening", at: .opened, .askOpening, by: Cast.leader,
      Refusal(.R4, .alreadyOpened)),
    Attempt(
      "released unasked", at: .handedIn, .releaseOpening, by: Cast.office,
      Refusal(.R4, .notAsked)),
    Attempt(
      "released by a reviewer", at: .asked, .releaseOpening, by: Cast.third,
      Refusal(.R4, .needsRole(.secretariat))),
    Attempt(
      "released twice", at: .released, .releaseOpening, by: Cast.office,
      Refusal(.R4, .alreadyAsked)),
    Attempt(
      "released after opening", at: .opened, .releaseOpening, by: Cast.office,
      Refusal(.R4, .alreadyOpened)),
    Attempt(
      "opened unasked", at: .handedIn, .openConsensus, by: Cast.leader, Refusal(.R4, .notAsked)),
    Attempt(
      "opened unreleased", at: .asked, .openConsensus, by: Cast.leader,
      Refusal(.R4, .notReleased)),
    Attempt(
      "opened by the secretariat", at: .released, .openConsensus, by: Cast.office,
      Refusal(.R6, .needsLeader(Cast.leader))),
    Attempt(
      "opened twice", at: .opened, .openConsensus, by: Cast.leader, Refusal(.R4, .alreadyOpened)),
    Attempt(
      "asked after a sheet was withdrawn", at: .released, .openConsensus, by: Cast.leader,
      Refusal(.R4, .notAsked)
    ) { try $0.on(.withdraw(reason: "漏了一条"), as: Cast.fifth) },
  ]

  @Test("R1, R2: designations that do not hold are refused", arguments: designations)
  func refusesDesignation(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("R3, R4: sheets that are not ready, or too late, are refused", arguments: sheets)
  func refusesSheet(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("R4: nothing opens early or by one alone", arguments: opening)
  func refusesOpening(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("R2: the leader designates; without a day the term counts working days")
  func designates() throws {
    var world = try World.at(.declared)
    try world.on(.designate(reviewers: Self.three, due: nil), as: Cast.leader)
    #expect(world.dossier.designated == Self.three)
    #expect(world.dossier.due == Day("2026-03-31"))
    try world.on(
      .designate(reviewers: Cast.reviewers, due: Day("2026-03-10")), as: Cast.leader)
    #expect(world.dossier.due == Day("2026-03-10"))
  }

  @Test("R4: a secretariat member who leads the panel cannot release their own asking")
  func ownRelease() throws {
    var world = try World.at(.inReview)
    try world.on(.assignPanel("m2"), as: Cast.office)
    for person in Cast.second.members { try world.on(.declare(nil), as: person) }
    try world.on(.designate(reviewers: Cast.second.members, due: nil), as: Cast.both)
    for person in Cast.second.members {
      try world.on(.startReview, as: person)
      try world.on(.handIn(PanelFive.sheet(0)), as: person)
    }
    try world.on(.askOpening, as: Cast.both)
    #expect(world.refusal(.releaseOpening, as: Cast.both) == Refusal(.R4, .notYourself))
    #expect(world.writing(.openingReleased, as: Cast.both) == Refusal(.R4, .notYourself))
    try world.on(.releaseOpening, as: Cast.office)
  }
}
