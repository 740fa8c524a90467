import Foundation
import Procedure
import Testing

@Suite("W: terms run on working days")
struct WorkingCalendarTests {
  let calendar = WorkingCalendar.shipped

  /// The days off and the make-up days of the State Council's notices, written as in the notices.
  static let published: [(year: Int, off: [(String, String)], made: [String])] = [
    (
      2025,
      [
        ("01-01", "01-01"), ("01-28", "02-04"), ("04-04", "04-06"), ("05-01", "05-05"),
        ("05-31", "06-02"), ("10-01", "10-08"),
      ], ["01-26", "02-08", "04-27", "09-28", "10-11"]
    ),
    (
      2026,
      [
        ("01-01", "01-03"), ("02-15", "02-23"), ("04-04", "04-06"), ("05-01", "05-05"),
        ("06-19", "06-21"), ("09-25", "09-27"), ("10-01", "10-07"),
      ], ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
    ),
  ]

  @Test("Every day of the published years is what the notices say, 248 of each working days")
  func everyDay() throws {
    for (year, off, made) in Self.published {
      var working = 0
      var day = try #require(Day("\(year)-01-01"))
      while day.year == year {
        let date = String(day.description.dropFirst(5))
        let isOff = off.contains { $0.0 <= date && date <= $0.1 }
        let expected = made.contains(date) || (!isOff && !day.weekday.isWeekend)
        #expect(calendar.isWorkingDay(day) == expected, "\(day)")
        #expect(!calendar.isProvisional(day))
        if calendar.isWorkingDay(day) { working += 1 }
        day = day.adding(days: 1)
      }
      #expect(working == 248)
    }
    #expect(calendar.yearsCovered == [2025, 2026])
  }

  @Test(
    "W: a notice of N working days ends with the Nth working day after publication",
    arguments: [
      ("2026-02-11", 5, "2026-02-25"), ("2026-02-11", 7, "2026-02-27"),
      ("2026-04-29", 5, "2026-05-09"), ("2026-09-17", 7, "2026-09-28"),
      ("2025-12-25", 5, "2026-01-04"), ("2026-11-23", 7, "2026-12-02"),
    ])
  func terms(_ start: String, _ days: Int, _ last: String) throws {
    let start = try #require(Day(start))
    let end = try #require(Day(last))
    let term = calendar.term(days: days, after: start, countFirst: false)
    #expect(term == Term(last: end, provisional: false))
    #expect(calendar.workingDays(from: start, to: end) == days)
    #expect(calendar.workingDays(from: end, to: end) == 0)
    #expect(calendar.workingDays(from: end, to: start) == 0)
  }

  @Test("Where the day of publication counts, it does so on a working day alone")
  func countFirst() throws {
    let monday = try #require(Day("2026-11-23"))
    #expect(
      calendar.term(days: 7, after: monday, countFirst: true).last.description == "2026-12-01")
    #expect(calendar.term(days: 1, after: monday, countFirst: true).last == monday)
    let sunday = try #require(Day("2026-11-22"))
    #expect(
      calendar.term(days: 5, after: sunday, countFirst: true)
        == calendar.term(days: 5, after: sunday, countFirst: false))
  }

  @Test("W: what runs into a year without data is computed from weekdays and provisional")
  func provisional() throws {
    let start = try #require(Day("2026-12-29"))
    let inside = calendar.term(days: 2, after: start, countFirst: false)
    #expect(inside == Term(last: try #require(Day("2026-12-31")), provisional: false))
    let beyond = calendar.term(days: 3, after: start, countFirst: false)
    #expect(beyond == Term(last: try #require(Day("2027-01-01")), provisional: true))
    #expect(calendar.isProvisional(try #require(Day("2027-01-01"))))
    #expect(!calendar.isWorkingDay(try #require(Day("2027-01-02"))))
    #expect(calendar.isWorkingDay(try #require(Day("2027-02-05"))))
  }

  @Test("A holiday and a make-up day are known by name")
  func names() throws {
    #expect(calendar.exception(on: try #require(Day("2026-02-17"))) == .holiday("春节"))
    #expect(calendar.exception(on: try #require(Day("2026-05-09"))) == .workday("调休上班"))
    #expect(calendar.exception(on: try #require(Day("2026-05-11"))) == nil)
  }

  @Test("A byte-order mark, blank lines, spaces and either line end are tolerated")
  func tolerant() throws {
    let text =
      "\u{FEFF}date,kind,name\r\n\r\n 2027-01-01 , holiday , 元旦 \r\n\n2027-01-02,workday,\n  \n"
    let calendar = try WorkingCalendar.parse(text)
    #expect(calendar.yearsCovered == [2027])
    #expect(calendar.exception(on: try #require(Day("2027-01-01"))) == .holiday("元旦"))
    #expect(calendar.isWorkingDay(try #require(Day("2027-01-02"))))
  }

  @Test(
    "A damaged file is refused with the line of its fault",
    arguments: [
      ("", 1, CalendarFault.Problem.header),
      ("2026-01-01,holiday,元旦", 1, .header),
      ("date,kind,name\n2026-01-01,holiday", 2, .fieldCount(2, wanted: 3)),
      ("date,kind,name\n2026-01-01,\"holiday\"!,元旦", 2, .quotes),
    ])
  func faults(_ text: String, _ line: Int, _ problem: CalendarFault.Problem) {
    #expect(throws: CalendarFault([.init(line: line, problem: problem)])) {
      try WorkingCalendar.parse(text)
    }
  }

  @Test("A wrong cell is named by the line and by what the first line calls its column")
  func cells() {
    let texts: [(String, CalendarFault.Slip)] = [
      (
        "date,kind,name\n\n2026-02-30,holiday,春节",
        .init(line: 3, column: "date", problem: .notADate("2026-02-30"))
      ),
      (
        "类型;日期;名称\r\n假日;2026-01-01;元旦",
        .init(line: 2, column: "类型", problem: .unknownKind("假日"))
      ),
    ]
    for (text, slip) in texts {
      #expect(throws: CalendarFault([slip])) { try WorkingCalendar.parse(text) }
    }
  }

  @Test("A calendar as spreadsheets write it: Chinese headings and kinds, spare columns, any day")
  func asWritten() throws {
    let text =
      "名称\t日期\t类型\t备注\r\n元旦\t2027/1/1\t放假\t一天\r\n\"春节\r\n假期\"\t2027年2月6日\t放假\t\r\n"
      + "调休\t20270220\t调休上班\t\r\n"
    let calendar = try WorkingCalendar.parse(text)
    #expect(calendar.exception(on: try #require(Day("2027-01-01"))) == .holiday("元旦"))
    #expect(calendar.exception(on: try #require(Day("2027-02-06"))) == .holiday("春节 假期"))
    #expect(calendar.exception(on: try #require(Day("2027-02-20"))) == .workday("调休"))
    #expect(WorkingCalendar.spareColumns(of: text) == ["备注"])
  }

  @Test("A date that stands twice and a make-up day on a weekday are refused")
  func slips() throws {
    let day = try #require(Day("2026-01-01"))
    #expect(throws: CalendarFault([.init(line: 3, column: "date", problem: .repeatedDate(day))])) {
      try WorkingCalendar.parse(
        "date,kind,name\n2026-01-01,holiday,元旦\n2026-01-01,holiday,元旦")
    }
    #expect(throws: CalendarFault([.init(line: 2, column: "date", problem: .needlessWorkday(day))]))
    {
      try WorkingCalendar.parse("date,kind,name\n2026-01-01,workday,调休上班")
    }
  }

  @Test("W: every faulty line is named, not the first alone")
  func everyLine() throws {
    let day = try #require(Day("2027-01-01"))
    let text = """
      date,kind,name
      2027-01-01,holiday,元旦
      2027-13-01,holiday,元旦
      2027-01-01,holiday,元旦
      2027-05-01,休假,劳动节
      2027-10-01
      """
    #expect(
      throws: CalendarFault([
        .init(line: 3, column: "date", problem: .notADate("2027-13-01")),
        .init(line: 4, column: "date", problem: .repeatedDate(day)),
        .init(line: 5, column: "kind", problem: .unknownKind("休假")),
        .init(line: 6, problem: .fieldCount(1, wanted: 3)),
      ])
    ) { try WorkingCalendar.parse(text) }
  }

  @Test("W: a year without its fixed holidays or with too few of any is not whole")
  func whole() throws {
    #expect(calendar.yearsCovered.allSatisfy { calendar.gap(in: $0) == nil })
    let few = try WorkingCalendar.parse(
      "date,kind,name\n2027-01-01,holiday,元旦\n2027-05-01,holiday,劳动节\n")
    #expect(
      few.gap(in: 2027) == CalendarGap(year: 2027, holidays: 2, missing: [Day("2027-10-01")!]))
    let spring = (6...16).map { "2027-02-\($0 < 10 ? "0" : "")\($0),holiday,春节" }
    let partial = try WorkingCalendar.parse(
      (["date,kind,name"] + spring).joined(separator: "\n"))
    #expect(partial.gap(in: 2027)?.holidays == 11 && partial.gap(in: 2027)?.missing.count == 3)
  }
}
