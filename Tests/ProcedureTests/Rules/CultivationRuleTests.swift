import Criteria
import Procedure
import Testing

/// Grant, duties, reports, loss of the place (C1–C4).
@Suite("C1–C4: cultivation")
struct CultivationRuleTests {
  private static func pay(_ amount: Amount, after days: Int = 0) -> Command {
    let day = listed.now.day.adding(days: days)
    return .dossier(World.first, .payGrant(Payment(amount: amount, day: day)))
  }
  private static func refund(_ amount: Amount, after days: Int = 0) -> Command {
    let day = listed.now.day.adding(days: days)
    return .dossier(World.first, .recordRefund(Payment(amount: amount, day: day)))
  }
  /// The world at the list, for its day.
  private static let listed = (try? World.at(.listed)) ?? World.founded
  private static var today: Day { listed.now.day }

  private static let granted: @Sendable (inout World) throws -> Void = {
    try $0.perform(pay(500_000), as: Cast.office)
  }
  private static let revoked: @Sendable (inout World) throws -> Void = {
    try granted(&$0)
    try $0.on(.revoke(reason: "重大安全事故"), as: Cast.office)
  }
  private static func activity(_ text: String = "开放日", after days: Int = 0) -> CaseCommand {
    .recordActivity(Activity(kind: .sharing, day: today.adding(days: days), text: text))
  }

  static let refused: [Attempt] = [
    Attempt(
      "a grant before the list", at: .approved, pay(1), by: Cast.office,
      Refusal(.C1, .wrongStage(.approval))),
    Attempt(
      "a grant by the district", at: .listed, pay(1), by: Cast.officer,
      Refusal(.C1, .needsRole(.secretariat))),
    Attempt("a grant of nothing", at: .listed, pay(0), by: Cast.office, Refusal(.C1, .badAmount)),
    Attempt(
      "a grant before the listing", at: .listed, pay(1, after: -1), by: Cast.office,
      Refusal(.C1, .badDates(.before(today, .listing)))),
    Attempt(
      "a grant tomorrow", at: .listed, pay(1, after: 1), by: Cast.office,
      Refusal(.C1, .badDates(.inFuture))),
    Attempt(
      "a grant twice", at: .listed, pay(1), by: Cast.office, Refusal(.C1, .grantPaid),
      prepare: granted),
    Attempt(
      "an activity without words", at: .listed, activity(" "), by: Cast.office,
      Refusal(.C2, .blank(.text))),
    Attempt(
      "an activity tomorrow", at: .listed, activity(after: 1), by: Cast.office,
      Refusal(.C2, .badDates(.inFuture))),
    Attempt(
      "an activity before the listing", at: .listed, activity(after: -1), by: Cast.office,
      Refusal(.C2, .badDates(.before(today, .listing)))),
    Attempt(
      "an activity by a reviewer", at: .listed, activity(), by: Cast.third,
      Refusal(.C2, .needsRole(.secretariat))),
    Attempt(
      "an activity before the list", at: .approved, activity(), by: Cast.office,
      Refusal(.C2, .wrongStage(.approval))),
    Attempt(
      "a report that is not due", at: .listed, .receiveReport(year: 2025, on: today),
      by: Cast.office, Refusal(.C3, .noReportDue(2025))),
    Attempt(
      "a report of the year after the period", at: .listed,
      .receiveReport(year: 2029, on: today), by: Cast.office, Refusal(.C3, .noReportDue(2029))),
    Attempt(
      "a report twice", at: .listed, .receiveReport(year: 2026, on: Day("2027-03-02")!),
      by: Cast.office, Refusal(.C3, .alreadyAnswered)
    ) {
      $0.wait(until: Day("2027-03-02")!)
      try $0.on(.receiveReport(year: 2026, on: Day("2027-03-01")!), as: Cast.office)
    },
    Attempt(
      "a report from before the listing", at: .listed,
      .receiveReport(year: 2026, on: today.adding(days: -1)), by: Cast.office,
      Refusal(.C3, .badDates(.before(today, .listing)))),
    Attempt(
      "a report that came on 1 June", at: .listed,
      .receiveReport(year: 2026, on: Day("2027-06-01")!), by: Cast.office,
      Refusal(.C3, .reportLate(Day("2027-05-31")!))
    ) { $0.wait(until: Day("2027-06-01")!) },
    Attempt(
      "a report by the district", at: .listed, .receiveReport(year: 2026, on: today),
      by: Cast.officer, Refusal(.C3, .needsRole(.secretariat))),
    Attempt(
      "lost before anything is due", at: .listed, .losePlace(reason: "未报"), by: Cast.office,
      Refusal(.C3, .nothingOverdue(Day("2027-05-31")!))),
    Attempt(
      "lost on the due day", at: .listed, .losePlace(reason: "未报"), by: Cast.office,
      Refusal(.C3, .nothingOverdue(Day("2027-05-31")!))
    ) { $0.wait(until: Day("2027-05-31")!.end) },
    Attempt(
      "lost although it reported", at: .listed, .losePlace(reason: "未报"), by: Cast.office,
      Refusal(.C3, .nothingOverdue(Day("2028-05-31")!))
    ) {
      $0.wait(until: Day("2027-03-01")!)
      try $0.on(.receiveReport(year: 2026, on: Day("2027-03-01")!), as: Cast.office)
      $0.wait(until: Day("2027-06-01")!)
    },
    Attempt(
      "lost without reason", at: .listed, .losePlace(reason: " "), by: Cast.office,
      Refusal(.C3, .blank(.reason))
    ) { $0.wait(until: Day("2027-06-01")!) },
    Attempt(
      "revoked without reason", at: .listed, .revoke(reason: ""), by: Cast.office,
      Refusal(.C4, .blank(.reason))),
    Attempt(
      "revoked by supervision", at: .listed, .revoke(reason: "事故"), by: Cast.supervisor,
      Refusal(.C4, .needsRole(.secretariat))),
    Attempt(
      "revoked before the list", at: .approved, .revoke(reason: "事故"), by: Cast.office,
      Refusal(.C4, .wrongStage(.approval))),
    Attempt(
      "a loss announced that is none", at: .listed, .announceLoss(number: "公告"),
      by: Cast.office, Refusal(.C4, .wrongStage(.cultivation))),
    Attempt(
      "announced without number", at: .listed, .announceLoss(number: ""), by: Cast.office,
      Refusal(.C4, .blank(.number)), prepare: revoked),
    Attempt(
      "announced twice", at: .listed, .announceLoss(number: "公告"), by: Cast.office,
      Refusal(.C4, .alreadyDecided)
    ) {
      try revoked(&$0)
      try $0.on(.announceLoss(number: "公告"), as: Cast.office)
    },
    Attempt(
      "a refund by a reviewer", at: .listed, refund(500_000), by: Cast.third,
      Refusal(.C4, .needsRole(.secretariat)), prepare: revoked),
    Attempt(
      "a refund while in place", at: .listed, refund(500_000), by: Cast.office,
      Refusal(.C4, .wrongStage(.cultivation)), prepare: granted),
    Attempt(
      "a refund of another amount", at: .listed, refund(499_999), by: Cast.office,
      Refusal(.C4, .wrongRefund(500_000), ours: true), prepare: revoked),
    Attempt(
      "a refund tomorrow", at: .listed, refund(500_000, after: 1), by: Cast.office,
      Refusal(.C4, .badDates(.inFuture)), prepare: revoked),
    Attempt(
      "a refund before the grant", at: .listed, refund(500_000, after: -1), by: Cast.office,
      Refusal(.C4, .badDates(.before(today, .grant))), prepare: revoked),
    Attempt(
      "a refund where nothing was paid", at: .listed, refund(500_000), by: Cast.office,
      Refusal(.C4, .noRefundDue)
    ) { try $0.on(.revoke(reason: "事故"), as: Cast.office) },
    Attempt(
      "a refund twice", at: .listed, refund(500_000), by: Cast.office,
      Refusal(.C4, .alreadyAnswered)
    ) {
      try revoked(&$0)
      try $0.perform(refund(500_000), as: Cast.office)
    },
  ]

  @Test("C1–C4: what cultivation must not do is refused", arguments: refused)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("C1, C2: grant and activities are recorded; the activities in the bureau's room")
  func records() throws {
    var world = try World.at(.listed)
    try Self.granted(&world)
    try world.on(Self.activity(), as: Cast.office)
    #expect(world.dossier.cultivation?.grant == Payment(amount: 500_000, day: Self.today))
    #expect(world.dossier.cultivation?.activities.map(\.text) == ["开放日"])
    let clear = try #require(world.replay(reads: { $0.kind.placement == .clear }))
    #expect(clear.cultivation?.activities == [] && clear.cultivation?.grant != nil)
  }

  @Test("C3: a report is due before June of every year of the period, about the year before")
  func reports() throws {
    var world = try World.at(.listed)
    let place = try #require(world.dossier.cultivation)
    let due = place.dueReports(.hangzhou)
    #expect(due.map(\.year) == [2026, 2027])
    #expect(due.map(\.due.description) == ["2027-05-31", "2028-05-31"])
    #expect(place.until.description == "2029-04-21")
    world.wait(until: Day("2027-05-31")!.end)
    #expect(
      world.refusal(.receiveReport(year: 2026, on: world.now.day), as: Cast.office) == nil)
    #expect(place.overdue(on: Day("2027-05-31")!, .hangzhou) == [])
    #expect(place.overdue(on: Day("2027-06-01")!, .hangzhou) == [2026])
    #expect(place.overdue(on: Day("2028-06-01")!, .hangzhou) == [2026, 2027])
  }

  @Test("C3: a place is lost the day after a report was due; nothing is refunded for it")
  func lost() throws {
    var world = try World.at(.listed)
    try Self.granted(&world)
    world.wait(until: Day("2027-05-31")!.end.adding(seconds: 1))
    try world.on(.losePlace(reason: "未按期上报"), as: Cast.office)
    #expect(world.dossier.stage == .revoked && world.dossier.ending == .reportMissing)
    #expect(world.dossier.cultivation?.refundDue == nil)
    #expect(
      world.refusal(Self.refund(500_000), as: Cast.office) == Refusal(.C4, .noRefundDue))
  }

  @Test("C3: the due day and the period are parameters")
  func otherPeriod() throws {
    var parameters = Parameters.hangzhou
    (parameters.annualReportDue, parameters.cultivationYears) = ("03-31", 1)
    var world = World.founded
    world.pretend(parameters)
    try world.bring(World.first, to: .listed)
    let place = try #require(world.dossier.cultivation)
    #expect(place.until == place.since.adding(months: 12).adding(days: -1))
    #expect(place.dueReports(parameters).map(\.due.description) == ["2027-03-31"])
  }

  @Test(
    "C4: the refund is due three months after the place was revoked; month ends stay month ends")
  func refundDue() throws {
    var world = try World.at(.listed)
    try Self.granted(&world)
    world.wait(until: Day("2026-11-30")!)
    try world.on(.revoke(reason: "重大安全事故"), as: Cast.office)
    #expect(world.dossier.cultivation?.refundDue == Day("2027-02-28"))
    #expect(world.dossier.ending == .breach)
    world.wait(until: Day("2027-04-01")!)
    try world.perform(
      .dossier(World.first, .recordRefund(Payment(amount: 500_000, day: Day("2027-03-15")!))),
      as: Cast.office)
    #expect(world.dossier.cultivation?.refund?.day == Day("2027-03-15"))
    for (day, months, last) in [
      ("2026-01-31", 1, "2026-02-28"), ("2027-11-30", 3, "2028-02-29"),
      ("2026-08-31", 3, "2026-11-30"), ("2026-05-05", 3, "2026-08-05"),
      ("2026-12-15", 36, "2029-12-15"), ("2028-02-29", 12, "2029-02-28"),
    ] {
      #expect(Day(day)!.adding(months: months).description == last)
    }
  }

  @Test("C1, C2, C4: after the period of cultivation there is nothing to pay, record or revoke")
  func afterThePeriod() throws {
    var world = try World.at(.listed)
    let until = try #require(world.dossier.cultivation).until
    world.wait(until: until.end)
    #expect(world.refusal(.revoke(reason: "重大事故"), as: Cast.office) == nil)
    world.wait(until: until.end.adding(seconds: 1))
    for command in [
      CaseCommand.revoke(reason: "重大事故"), .payGrant(Payment(amount: 1, day: until)),
      .recordActivity(Activity(kind: .sharing, day: until, text: "开放日")),
    ] {
      #expect(world.refusal(command, as: Cast.office)?.reason == .periodOver(until))
    }
  }

  @Test("C3: a report about a year comes in after the year, not years ahead")
  func reportAhead() throws {
    var world = try World.at(.listed)
    let (early, first) = (Day("2026-12-31")!, Day("2027-01-01")!)
    world.wait(until: early.end)
    #expect(
      world.refusal(.receiveReport(year: 2026, on: early), as: Cast.office)
        == Refusal(.C3, .badDates(.before(first, .reportYear))))
    world.wait(until: first.start)
    #expect(world.refusal(.receiveReport(year: 2026, on: first), as: Cast.office) == nil)
    #expect(
      world.refusal(.receiveReport(year: 2027, on: first), as: Cast.office)
        == Refusal(.C3, .badDates(.before(Day("2028-01-01")!, .reportYear))))
  }
}
