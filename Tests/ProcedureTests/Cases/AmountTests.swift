import Foundation
import Procedure
import Testing

@Suite("Amounts are exact to the hundredth")
struct AmountTests {
  private func read(_ json: String) -> Amount? {
    try? JSONSource(Data("{\"year\": 2025, \"revenue\": \(json)}".utf8))
      .decode(YearFigures.self).revenue
  }

  @Test(
    "a file says them as numbers or as texts, with two decimals at most",
    arguments: [
      ("3010", 301_000), ("3010.5", 301_050), ("3010.50", 301_050), ("\"3010.5\"", 301_050),
      ("\"200000.50\"", 20_000_050), ("0.1", 10), ("-0.05", -5), ("7.1", 710), ("0", 0),
      ("123456789012.34", 12_345_678_901_234),
    ])
  func read(_ json: String, _ hundredths: Int) {
    #expect(read(json) == Amount(hundredths: hundredths))
  }

  @Test(
    "what cannot be held exactly is refused, never rounded",
    arguments: [
      "0.123", "\"1,5\"", "\"many\"", "1e30", "90071992547409.93",
      "1234567890123456.78", "9223372036854775807", "true", "[]",
    ])
  func refused(_ json: String) { #expect(read(json) == nil) }

  @Test("a whole one is written as the number that it was, any other as a text")
  func written() throws {
    func text(_ amount: Amount) throws -> String {
      String(decoding: try JSONEncoder().encode([amount]), as: UTF8.self)
    }
    #expect(try text(500_000) == "[500000]")
    #expect(try text(Amount(hundredths: 20_000_050)) == "[\"200000.50\"]")
    #expect(try text(Amount(hundredths: -5)) == "[\"-0.05\"]")
  }

  @Test("it is shown with its thousands, and with two decimals where it has any")
  func shown() {
    #expect(Amount(whole: 1_234_567).grouped == "1,234,567")
    #expect(Amount(hundredths: 20_000_050).grouped == "200,000.50")
    #expect(Amount(hundredths: -123_456_05).grouped == "-123,456.05")
    #expect(Amount(hundredths: -5).grouped == "-0.05")
    #expect(Amount.zero.grouped == "0" && "\(Amount(hundredths: 150))" == "1.50")
  }
}
