import Foundation
import Procedure
import Testing

@Suite("Days and moments")
struct DayTests {
  @Test("Dates and weekdays agree with the Gregorian calendar on every day from 1890 to 2110")
  func everyDay() throws {
    var calendar = Foundation.Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var day = try #require(Day("1890-01-01"))
    let last = try #require(Day("2110-12-31"))
    while day <= last {
      let date = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let isSame =
        parts.year == day.year && parts.month == day.month && parts.day == day.day
        && ((parts.weekday ?? 0) + 5) % 7 + 1 == day.weekday.rawValue
        && Day(year: day.year, month: day.month, day: day.day) == day
      try #require(isSame, "\(day)")
      day = day.adding(days: 1)
    }
  }

  @Test(
    "A text that is no date is not read",
    arguments: [
      "", "2026", "2026-2-1", "2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
      "2026-04-31", "0000-01-01", "2026/02/01", " 2026-02-01", "+026-02-01", "２０２６-02-01",
      "2026-02-01T00",
    ])
  func refuses(_ text: String) { #expect(Day(text) == nil) }

  @Test("A date is written as it is read", arguments: ["0001-01-01", "2024-02-29", "9999-12-31"])
  func writing(_ text: String) throws {
    let day = try #require(Day(text))
    #expect(day.description == text)
    let data = try JSONEncoder().encode([day])
    #expect(String(decoding: data, as: UTF8.self) == "[\"\(text)\"]")
    #expect(try JSONDecoder().decode([Day].self, from: data) == [day])
  }

  @Test("Days outside the years 1 to 9999 stay at the edge")
  func edges() throws {
    let last = try #require(Day("9999-12-31"))
    #expect(last.adding(days: 1) == last)
    #expect(last.adding(days: .max) == last)
    #expect(Day(daysSinceEpoch: .min).description == "0001-01-01")
    #expect(try #require(Day("2026-03-01")).adding(days: -1).description == "2026-02-28")
    #expect(try #require(Day("2026-03-01")).days(until: last) > 0)
  }

  @Test("A file with a date that does not exist is refused")
  func codingFault() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8))
    }
  }

  @Test("A moment shows the civil time of China, wherever the machine stands")
  func shanghai() throws {
    let moment = Moment(
      day: try #require(Day("2026-09-18")), hour: 22, minute: 41, second: 7)
    #expect(moment.seconds == 1_789_742_467)
    #expect(moment.description == "2026-09-18 22:41:07")
    #expect(moment.clock == "22:41:07")
    #expect((moment.hour, moment.minute, moment.second) == (22, 41, 7))
    #expect(Moment(seconds: 0).description == "1970-01-01 08:00:00")
    #expect(Moment(seconds: -28_801).description == "1969-12-31 23:59:59")
    #expect(Moment(seconds: .max).description == "9999-12-31 23:59:59")
    #expect(Moment(seconds: .min).description == "0001-01-01 00:00:00")
  }

  @Test("A day ends with the second before the next one begins")
  func ends() throws {
    let day = try #require(Day("2026-12-31"))
    #expect(day.end.description == "2026-12-31 23:59:59")
    #expect(day.end.adding(seconds: 1) == day.adding(days: 1).start)
    #expect(day.end.day == day)
    #expect(day.start < day.end)
  }
}
