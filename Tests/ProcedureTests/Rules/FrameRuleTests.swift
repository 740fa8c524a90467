import Criteria
import Procedure
import Testing

/// Registration, material and the secretariat's plain step (M7, Q1, Q3, R7, S6).
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
      .file("../x", .register(Cast.application("../x"))), by: Cast.office,
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
      "material after review began", at: .inReview, .attach(document), by: Cast.office,
      Refusal(.M7, .frozen)),
    Attempt(
      "material by another district", at: .registered, .attach(document), by: Cast.farOfficer,
      Refusal(.M7, .unknownDistrict)),
    Attempt(
      "a step that does not follow", at: .registered,
      .pass(to: .consensus, note: ""), by: Cast.office,
      Refusal(.K, .cannotPass(from: .registered, to: .consensus))),
    Attempt(
      "a step by the district", at: .registered, .pass(to: .districtCheck, note: ""),
      by: Cast.officer, Refusal(.Q3, .needsRole(.secretariat))),
    Attempt(
      "returned without reason", at: .registered, .pass(to: .returned, note: " "),
      by: Cast.office, Refusal(.Q1, .blank(.reason), ours: true)),
    Attempt(
      "not qualified without reason", at: .registered, .pass(to: .notQualified, note: ""),
      by: Cast.office, Refusal(.Q3, .blank(.reason))
    ) {
      try $0.on(.pass(to: .districtCheck, note: ""), as: Cast.office)
      try $0.on(.pass(to: .qualification, note: ""), as: Cast.office)
    },
  ]

  @Test("M1, M7, Q1, Q3: what must not go on is refused", arguments: registrations)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("M7: the district of registration enters an application and its material until review")
  func registers() throws {
    var world = World.founded
    try world.on(.register(Cast.application()), as: Cast.officer)
    try world.on(.attach(Self.document), as: Cast.officer)
    var later = Self.document
    later.title = "自我评价报告（修订）"
    try world.on(.attach(later), as: Cast.office)
    #expect(world.file.documents == [later])
    #expect(world.file.registeredAt < world.now)
  }

  @Test("R7: 549.75 does not enter on-site review and 550 does")
  func materialLine() throws {
    let below = try concluded(Points(hundredths: 54_975))
    #expect(
      below.refusal(.pass(to: .onSiteNotice, note: "城市战略"), as: Cast.office)
        == Refusal(
          .R7, .belowLine(Points(hundredths: 54_975), line: Points(whole: 550))))
    #expect(below.refusal(.pass(to: .notEntered, note: ""), as: Cast.office) == nil)
    var reached = try concluded(Points(whole: 550))
    #expect(
      reached.refusal(.pass(to: .notEntered, note: ""), as: Cast.office)
        == Refusal(.R7, .blank(.reason), ours: true))
    #expect(reached.refusal(.pass(to: .notEntered, note: "行业名额"), as: Cast.office) == nil)
    try reached.on(.pass(to: .onSiteNotice, note: ""), as: Cast.office)
    #expect(reached.file.stage == .onSiteNotice)
  }

  @Test("S6: 599.75 is not proposed and 600 is")
  func proposalLine() throws {
    let below = try visited(Points(hundredths: 59_975))
    #expect(
      below.refusal(.pass(to: .opinions, note: ""), as: Cast.office)
        == Refusal(
          .S6, .belowLine(Points(hundredths: 59_975), line: Points(whole: 600))))
    #expect(below.refusal(.pass(to: .notProposed, note: ""), as: Cast.office) == nil)
    var reached = try visited(Points(whole: 600))
    #expect(
      reached.refusal(.pass(to: .notProposed, note: ""), as: Cast.office)
        == Refusal(.S6, .blank(.reason), ours: true))
    try reached.on(.pass(to: .opinions, note: ""), as: Cast.office)
    #expect(reached.file.stage == .opinions)
  }

  @Test("R7, S6: nothing goes on, and nothing is held back unexplained, on a total not known")
  func unknownTotal() throws {
    var world = try concluded(Points(whole: 620))
    world.see(world.replay(reads: { $0.kind.placement == .clear }))
    #expect(world.file.stage == .leadersMeeting)
    #expect(
      world.refusal(.pass(to: .onSiteNotice, note: ""), as: Cast.office)
        == Refusal(.R7, .totalUnknown))
    #expect(
      world.refusal(.pass(to: .notEntered, note: ""), as: Cast.office)
        == Refusal(.R7, .blank(.reason), ours: true))
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
    let world = try World.at(.finished, marks: PanelFive.percentages(totalling: total))
    #expect(world.file.materialTotal == total)
    return world
  }

  /// A case whose visit came to a total.
  private func visited(_ total: Points) throws -> World {
    var world = World.founded
    try world.bring(
      World.first, to: .submitted, siteMarks: PanelFive.percentages(totalling: total))
    #expect(world.file.siteTotal == total)
    return world
  }
}
