import Procedure
import Terminal
import Testing

@testable import Console

@Suite("W: due days in the queue")
struct DueDayTests {
  @Test("beyond the calendar the day is said to be provisional, not how many days are left")
  func provisional() {
    let day = Day("2027-01-15")!
    #expect(Phrase.shortDue(day, left: 30, isPast: false, isProvisional: true).zh == "01-15 暂定")
    #expect(Phrase.shortDue(day, left: 30, isPast: false).zh == "01-15 30日")
    #expect(Phrase.shortDue(day, left: 0, isPast: true, isProvisional: true).zh == "01-15 过期")
  }

  @Test("the short due day fits its column in both languages")
  func fits() {
    let phrase = Phrase.shortDue(
      Day("2027-01-15")!, left: 30, isPast: false, isProvisional: true)
    for words in [phrase.zh, phrase.en] { #expect(CellWidth.of(words) <= 12) }
  }
}
