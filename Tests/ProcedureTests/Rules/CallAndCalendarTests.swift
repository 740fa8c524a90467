import Criteria
import Foundation
import Procedure
import Testing

/// The call's days and the calendar that is loaded (M7, W).
@Suite("M7, W: call and calendar")
struct CallAndCalendarTests {
  private static func call(_ from: String, _ until: String) -> Command {
    .cycle(.call(from: Day(from)!, until: Day(until)!))
  }
  private static func load(_ lines: String...) -> Command {
    .cycle(.loadCalendar((["date,kind,name"] + lines).joined(separator: "\n")))
  }
  /// The same, with the rest of what a whole 2027 has.
  private static func loadYear(_ lines: String...) -> Command {
    .cycle(.loadCalendar(Papers.calendar(2027, lines)))
  }

  static let refused: [Attempt] = [
    Attempt(
      "called by the district", at: .founded, call("2026-03-02", "2026-04-30"),
      by: Cast.officer, Refusal(.M7, .needsRole(.secretariat))),
    Attempt(
      "ending before it begins", at: .founded, call("2026-05-02", "2026-04-30"),
      by: Cast.office, Refusal(.M7, .badDates(.reversed))),
    Attempt(
      "over before it is announced", at: .founded, call("2026-02-01", "2026-03-01"),
      by: Cast.office, Refusal(.M7, .badDates(.before(Day("2026-03-02")!, .today)))),
    Attempt(
      "cut short", at: .founded, call("2026-03-02", "2026-03-30"), by: Cast.office,
      Refusal(.M7, .callShortened(World.call.until), ours: true)),
    Attempt(
      "opened again after it was over", at: .founded, call("2026-03-02", "2026-04-30"),
      by: Cast.office, Refusal(.M7, .callOver(World.call.until))
    ) { $0.wait(until: World.call.until.end.adding(seconds: 1)) },
    Attempt(
      "a calendar by supervision", at: .founded, load("2027-01-01,holiday,元旦"),
      by: Cast.supervisor, Refusal(.W, .needsRole(.secretariat))),
    Attempt(
      "a year that is known", at: .founded,
      load("2027-01-01,holiday,元旦", "2026-12-31,holiday,元旦"), by: Cast.office,
      Refusal(.W, .calendarYearKnown(2026))),
    Attempt(
      "a year that was loaded before", at: .founded, load("2027-05-03,holiday,劳动节"),
      by: Cast.office, Refusal(.W, .calendarYearKnown(2027))
    ) { try $0.perform(loadYear(), as: Cast.office) },
    Attempt(
      "part of a year", at: .founded, load("2027-01-01,holiday,元旦"), by: Cast.office,
      Refusal(
        .W,
        .calendarIncomplete(
          CalendarGap(
            year: 2027, holidays: 1, missing: [Day("2027-05-01")!, Day("2027-10-01")!])),
        ours: true)),
    Attempt(
      "nothing but the head", at: .founded, load(), by: Cast.office, Refusal(.W, .calendarEmpty)),
    Attempt(
      "no head", at: .founded, .cycle(.loadCalendar("2027-01-01,holiday,元旦")),
      by: Cast.office, Refusal(.W, .badCalendar(CalendarFault([.init(line: 1, problem: .header)])))),
    Attempt(
      "a date that is none, in line 3", at: .founded,
      load("2027-01-01,holiday,元旦", "2027-02-30,holiday,春节"), by: Cast.office,
      Refusal(
        .W,
        .badCalendar(
          CalendarFault([.init(line: 3, column: "date", problem: .notADate("2027-02-30"))])))),
    Attempt(
      "a make-up day on a Friday", at: .founded, load("", "2027-01-01,workday,调休"),
      by: Cast.office,
      Refusal(
        .W,
        .badCalendar(
          CalendarFault([
            .init(line: 3, column: "date", problem: .needlessWorkday(Day("2027-01-01")!))
          ]))
      )),
  ]

  @Test("M7, W: calls and calendars that do not hold are refused", arguments: refused)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("M7: an open call is made longer, to its last second; each day of it counts")
  func longer() throws {
    var world = try World.at(.complete)
    world.wait(until: World.call.until.end.adding(seconds: -60))
    let until = Day("2026-04-10")!
    try world.run(.call(from: World.call.from, until: until))
    #expect(world.cycle.call?.until == until)
    world.wait(until: until.end)
    try world.on(.submit, as: Cast.officer)
  }

  @Test("M7: the application's term is shown until it is handed in")
  func term() throws {
    let term = RunningTerm(
      kind: .application, since: World.call.from, until: World.call.until)
    let open = try World.at(.complete)
    #expect(runningTerms(in: open.dossier, cycle: open.cycle) == [term])
    let sent = try World.at(.checking)
    #expect(runningTerms(in: sent.dossier, cycle: sent.cycle) == [])
  }

  /// A case about to go on notice late in 2026.
  private func late(_ day: String = "2026-12-28") throws -> World {
    var world = try World.at(.consulted)
    world.wait(until: Day(day)!)
    try world.on(.publishNotice(.proposal, number: "公示 3"), as: Cast.office)
    return world
  }

  @Test("W: a notice that runs into 2027 is provisional, computed from weekdays")
  func provisional() throws {
    let world = try late()
    let notice = try #require(world.dossier.publicity.notice(.proposal))
    // 29, 30, 31 December, 1, 4, 5, 6 January, holidays of 2027 being unknown.
    #expect(notice.last == Day("2027-01-06") && notice.provisional)
    #expect(world.noticeTerm() == Term(last: Day("2027-01-06")!, provisional: true))
    #expect(
      runningTerms(in: world.dossier, cycle: world.cycle).map(\.provisional) == [true])
    let inside = try late("2026-12-21")
    #expect(inside.noticeTerm() == Term(last: Day("2026-12-30")!, provisional: false))
  }

  @Test("W: holidays loaded for 2027 make a provisional notice longer")
  func loadedLonger() throws {
    var world = try late()
    try world.perform(
      Self.loadYear("2027-01-01,holiday,元旦", "2027-01-04,holiday,元旦"), as: Cast.office)
    let term = Term(last: Day("2027-01-08")!, provisional: false)
    #expect(world.noticeTerm() == term)
    let running = runningTerms(in: world.dossier, cycle: world.cycle)
    #expect(running.map(\.until) == [term.last] && running.map(\.provisional) == [false])
    let closing = duties(in: world.dossier, cycle: world.cycle).first { $0.kind == .closeNotice }
    #expect(closing?.due == term.last)
    world.wait(until: Day("2027-01-08")!.end)
    #expect(
      world.refusal(.closeNotice(.proposal), as: Cast.office)
        == Refusal(.P2, .termRunning(term)))
    #expect(world.refusal(.receiveObjection(Papers.objection), as: Cast.office) == nil)
    world.wait(until: Day("2027-01-09")!.start)
    try world.on(.closeNotice(.proposal), as: Cast.office)
    #expect(world.replay() == world.dossier && world.replayCycle() == world.cycle)
  }

  @Test(
    "W, P3: holidays loaded for 2027 move an objection's provisional term, later and never back")
  func objectionTerm() throws {
    var world = try late()
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    let record = try #require(world.dossier.publicity.objections["o1"])
    #expect(record.due == Term(last: Day("2027-01-04")!, provisional: true))
    var shorter = world
    try shorter.perform(
      Self.loadYear("2027-01-02,workday,调休", "2027-01-03,workday,调休"), as: Cast.office)
    #expect(
      record.term(shorter.cycle.calendar, .hangzhou)
        == Term(last: Day("2027-01-04")!, provisional: false))
    try world.perform(Self.loadYear("2027-01-01,holiday,元旦"), as: Cast.office)
    let due = Day("2027-01-05")!
    #expect(
      runningTerms(in: world.dossier, cycle: world.cycle).map(\.until) == [due, Day("2027-01-07")!])
    #expect(world.dossier.due(in: world.cycle) == Day("2027-01-07"))
    #expect(
      duties(in: world.dossier, cycle: world.cycle).first { $0.kind == .answerObjection }?.due
        == due)
    world.wait(until: due.end)
    #expect(
      world.dossier.oddities(cycle: world.cycle, now: world.now).allSatisfy { $0.rule != .P3 })
    world.wait(until: due.end.adding(seconds: 1))
    #expect(
      world.dossier.oddities(cycle: world.cycle, now: world.now)
        .contains(.lateAnswer(objection: 1, due: due)))
  }

  @Test("W: make-up days loaded for 2027 never make a published notice shorter")
  func loadedShorter() throws {
    var world = try late()
    try world.perform(
      Self.loadYear(
        "2027-01-02,workday,调休", "2027-01-03,workday,调休"), as: Cast.office)
    #expect(
      world.cycle.calendar.term(days: 7, after: Day("2026-12-28")!, countFirst: false).last
        == Day("2027-01-05"))
    #expect(world.noticeTerm()?.last == Day("2027-01-06"))
    world.wait(until: Day("2027-01-06")!.end)
    #expect(world.refusal(.closeNotice(.proposal), as: Cast.office) != nil)
  }

  @Test("W: what was published for good stays, whatever is loaded")
  func unmoved() throws {
    var world = try World.at(.announced)
    let term = world.noticeTerm()
    try world.perform(Self.loadYear("2027-01-01,holiday,元旦"), as: Cast.office)
    #expect(world.noticeTerm() == term && world.cycle.calendar.yearsCovered == [2025, 2026, 2027])
  }

  @Test(
    "W: a notice ends on the check values of practice.md",
    arguments: [
      ("2026-04-29", NoticeKind.qualification, "2026-05-09"),
      ("2026-09-17", .proposal, "2026-09-28"), ("2026-11-23", .proposal, "2026-12-02"),
    ])
  func checkValues(_ published: String, _ kind: NoticeKind, _ last: String) throws {
    var world = try World.at(kind == .qualification ? .qualified : .consulted)
    world.wait(until: Day(published)!)
    try world.on(.publishNotice(kind, number: "公示"), as: Cast.office)
    #expect(world.dossier.publicity.notice(kind)?.last == Day(last))
    world.wait(until: Day(last)!.end)
    #expect(world.refusal(.closeNotice(kind), as: Cast.office) != nil)
    world.wait(until: Day(last)!.end.adding(seconds: 1))
    #expect(world.refusal(.closeNotice(kind), as: Cast.office) == nil)
  }

  @Test("W: every listed day of 2025 and 2026 is in the calendar, and no other")
  func everyListedDay() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Sources/Procedure/Resources/workdays.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    var listed: [Day: String] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      listed[try #require(Day(String(fields[0])))] = String(fields[1])
    }
    #expect(listed.count == 72)
    var day = Day("2025-01-01")!
    while day.year < 2027 {
      let expected = listed[day].map { $0 == "workday" } ?? !day.weekday.isWeekend
      #expect(WorkingCalendar.shipped.isWorkingDay(day) == expected, "\(day)")
      day = day.adding(days: 1)
    }
  }
}
