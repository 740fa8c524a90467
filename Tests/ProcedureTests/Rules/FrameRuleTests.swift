import Criteria
import Procedure
import Testing

/// Registration, and the lines that a total must reach (M7, R7, S6).
@Suite("M7, R7, S6: the frame")
struct FrameRuleTests {
  private static let document = Document(
    id: "d1", kind: .selfEvaluation, title: "自我评价报告", file: "ab12", characters: 48_210)

  private static func register(_ change: (inout Application) -> Void) -> CaseCommand {
    var application = Cast.application()
    change(&application)
    return .register(application)
  }

  static let registrations: [Attempt] = [
    Attempt(
      "by an expert", at: .founded, register { _ in }, by: Cast.third,
      Refusal(.M7, .needsRole(.districtOfficer))),
    Attempt(
      "by another district", at: .founded, register { _ in }, by: Cast.farOfficer,
      Refusal(.M7, .unknownDistrict)),
    Attempt(
      "twice", at: .registered, register { _ in }, by: Cast.office, Refusal(.K, .numberTaken)),
    Attempt(
      "another number", at: .founded, register { $0.id = "HZ26-0009" }, by: Cast.office,
      Refusal(.K, .blank(.number))),
    Attempt(
      "a path as number", at: .founded,
      .dossier("../x", .register(Cast.application("../x"))), by: Cast.office,
      Refusal(.K, .blank(.number))),
    Attempt(
      "no name", at: .founded, register { $0.name = "\u{3000}" }, by: Cast.office,
      Refusal(.M1, .blank(.name))),
    Attempt(
      "no trade", at: .founded, register { $0.industry = "" }, by: Cast.office,
      Refusal(.M1, .blank(.industry))),
    Attempt(
      "nowhere", at: .founded, register { $0.district = "330199" }, by: Cast.office,
      Refusal(.M7, .unknownDistrict)),
    Attempt(
      "no such case", at: .founded, .attach(document), by: Cast.office, Refusal(.K, .unknownCase)),
    Attempt(
      "before the call", at: .founded, register { _ in }, by: Cast.office, Refusal(.M7, .noCall)
    ) { $0.forgetCall() },
    Attempt(
      "after the call", at: .founded, register { _ in }, by: Cast.officer,
      Refusal(.M7, .callOver(World.call.until))
    ) { $0.wait(until: World.call.until.adding(days: 1)) },
    Attempt(
      "material after review began", at: .inReview, .attach(document), by: Cast.office,
      Refusal(.M7, .frozen)),
    Attempt(
      "material by another district", at: .registered, .attach(document), by: Cast.farOfficer,
      Refusal(.M7, .unknownDistrict)),
  ]

  @Test("M1, M7: what must not come in is refused", arguments: registrations)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("M7: the district of registration enters an application and its material until review")
  func registers() throws {
    var world = World.founded
    try world.on(.register(Cast.application()), as: Cast.officer)
    try world.on(.attach(Self.document), as: Cast.officer)
    var later = Self.document
    later.title = "自我评价报告（修订）"
    try world.on(.attach(later), as: Cast.office)
    #expect(world.dossier.documents == [later])
    #expect(world.dossier.registeredAt < world.now)
  }

  @Test("R7: 549.75 does not enter on-site review and 550 does")
  func materialLine() throws {
    var below = try concluded(Points(hundredths: 54_975))
    var meeting = try below.meet(.leaders)
    #expect(
      below.refusal(.decideEntry(meeting, enters: true, reason: "城市战略"), as: Cast.office)
        == Refusal(
          .R7, .belowLine(Points(hundredths: 54_975), line: Points(whole: 550))))
    #expect(
      below.refusal(.decideEntry(meeting, enters: false, reason: ""), as: Cast.office) == nil)
    var reached = try concluded(Points(whole: 550))
    meeting = try reached.meet(.leaders)
    #expect(
      reached.refusal(.decideEntry(meeting, enters: false, reason: ""), as: Cast.office)
        == Refusal(.R7, .blank(.reason), ours: true))
    #expect(
      reached.refusal(.decideEntry(meeting, enters: false, reason: "行业名额"), as: Cast.office)
        == nil)
    try reached.on(.decideEntry(meeting, enters: true, reason: ""), as: Cast.office)
    try reached.on(.publishNotice(.onSite, number: "公示 2"), as: Cast.office)
    #expect(reached.dossier.stage == .onSiteNotice)
  }

  @Test("S6: 599.75 is not proposed and 600 is")
  func proposalLine() throws {
    var below = try visited(Points(hundredths: 59_975))
    var meeting = try below.meet(.settlement)
    #expect(
      below.refusal(.decideProposal(meeting, isProposed: true, reason: ""), as: Cast.office)
        == Refusal(
          .S6, .belowLine(Points(hundredths: 59_975), line: Points(whole: 600))))
    #expect(
      below.refusal(.decideProposal(meeting, isProposed: false, reason: ""), as: Cast.office)
        == nil)
    var reached = try visited(Points(whole: 600))
    meeting = try reached.meet(.settlement)
    #expect(
      reached.refusal(.decideProposal(meeting, isProposed: false, reason: ""), as: Cast.office)
        == Refusal(.S6, .blank(.reason), ours: true))
    try reached.on(.decideProposal(meeting, isProposed: true, reason: ""), as: Cast.office)
    #expect(reached.dossier.stage == .opinions)
  }

  @Test("R7, S6: nothing goes on, and nothing is held back unexplained, on a total not known")
  func unknownTotal() throws {
    var world = try concluded(Points(whole: 620))
    let meeting = try world.meet(.leaders)
    world.see(world.replay(reads: { $0.kind.placement == .clear || $0.kind == .meetingReported }))
    #expect(world.dossier.stage == .leadersMeeting)
    #expect(
      world.refusal(.decideEntry(meeting, enters: true, reason: ""), as: Cast.office)
        == Refusal(.R7, .totalUnknown))
    #expect(
      world.refusal(.decideEntry(meeting, enters: false, reason: ""), as: Cast.office)
        == Refusal(.R7, .blank(.reason), ours: true))
    world = try visited(Points(whole: 620))
    let settlement = try world.meet(.settlement)
    world.see(world.replay(reads: { $0.kind.placement == .clear || $0.kind == .visitPrepared }))
    #expect(
      world.refusal(.decideProposal(settlement, isProposed: true, reason: ""), as: Cast.office)
        == Refusal(.S6, .opinionMissing))
  }

  @Test(
    "S6: a total falls into its tier, exactly",
    arguments: [
      (59_975, nil), (60_000, 3), (60_975, 3), (61_000, 2), (61_975, 2), (62_000, 1),
    ] as [(Int, Int?)])
  func tiers(hundredths: Int, rank: Int?) throws {
    let total = Points(hundredths: hundredths)
    let marks = PanelFive.percentages(totalling: total)
    #expect(Scorecard(marks, edition: .shipped).total == total)
    #expect(Parameters.hangzhou.tier(of: total)?.rank == rank)
    let world = try visited(total)
    #expect(
      world.log.last?.event == .siteResult(total: total, tier: rank, percentages: marks))
  }

  /// A case whose consensus came to a total.
  private func concluded(_ total: Points) throws -> World {
    let world = try World.at(.reported, marks: PanelFive.percentages(totalling: total))
    #expect(world.dossier.materialTotal == total)
    return world
  }

  /// A case whose visit came to a total.
  private func visited(_ total: Points) throws -> World {
    var world = World.founded
    try world.bring(
      World.first, to: .submitted, siteMarks: PanelFive.percentages(totalling: total))
    #expect(world.dossier.siteTotal == total)
    return world
  }
}
