import Procedure
import Terminal
import Testing

@testable import Console

@Suite("W: due days in the queue")
struct DueDayTests {
  @Test("beyond the calendar the day is said to be provisional, not how many days are left")
  func provisional() {
    let day = Day("2027-01-15")!
    #expect(Phrase.shortDue(day, left: 30, isProvisional: true).zh == "01-15 暂定")
    #expect(Phrase.shortDue(day, left: 30).zh == "01-15 30日")
    #expect(Phrase.shortDue(day, left: 0, lapse: .missed, isProvisional: true).zh == "01-15 过期")
    #expect(Phrase.shortDue(day, left: 0, lapse: .over).zh == "01-15 期满")
  }

  @Test("the short due day fits its column in both languages")
  func fits() {
    let phrase = Phrase.shortDue(
      Day("2027-01-15")!, left: 30, isProvisional: true)
    for words in [phrase.zh, phrase.en] { #expect(CellWidth.of(words) <= 12) }
  }
}
