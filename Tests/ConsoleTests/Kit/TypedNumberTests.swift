import Foundation
import Procedure
import Testing

@testable import Console

@Suite("Numbers as people write them")
struct TypedNumberTests {
  private func read(_ text: String, _ unit: TypedNumber.Unit) -> Amount? {
    try? TypedNumber.amount(text, in: unit)
  }

  @Test(
    "every way of writing a number is understood",
    arguments: [
      ("412", .one, "412.00"), ("８", .one, "8.00"), ("八", .one, "8.00"),
      ("十二", .one, "12.00"), ("三百二十", .one, "320.00"), ("二〇二六", .one, "2026.00"),
      ("一万二千", .one, "12000.00"), ("+5", .one, "5.00"), ("−5", .one, "-5.00"),
      ("8.5", .one, "8.50"), ("8。5", .one, "8.50"), ("8.50", .one, "8.50"),
      ("200,000.50", .yuan, "200000.50"), ("２００，０００．５０", .yuan, "200000.50"),
      ("200 000", .yuan, "200000.00"), ("20万", .yuan, "200000.00"),
      ("20 万元", .yuan, "200000.00"), ("￥200,000元", .yuan, "200000.00"),
      ("二十万元", .yuan, "200000.00"), ("1.5亿", .yuan, "150000000.00"),
      ("3千万", .yuan, "30000000.00"), ("0.00005万", .yuan, "0.50"),
      ("3010.5", .tenThousandYuan, "3010.50"), ("1.5亿", .tenThousandYuan, "15000.00"),
      ("3万元", .tenThousandYuan, "3.00"), ("30105000元", .tenThousandYuan, "3010.50"),
      ("7.1%", .percent, "7.10"), ("７．１％", .percent, "7.10"), ("7", .percent, "7.00"),
    ] as [(String, TypedNumber.Unit, String)])
  func understood(_ text: String, _ unit: TypedNumber.Unit, _ number: String) {
    #expect(read(text, unit)?.fixed == number)
  }

  @Test(
    "what cannot be read exactly is refused, and nothing of it is dropped",
    arguments: [
      ("8.5.1", .one), ("1,00", .one), ("12,34", .yuan), ("abc", .one), ("8小时", .one),
      ("3万", .tenThousandYuan), ("三万", .tenThousandYuan), ("1.234", .percent), ("5%", .one),
      ("99999999999999999999", .one), ("9999999999亿亿", .yuan), (".", .one), ("-", .one),
      ("一二十", .one),
    ] as [(String, TypedNumber.Unit)])
  func refused(_ text: String, _ unit: TypedNumber.Unit) { #expect(read(text, unit) == nil) }

  @Test("a whole number is wanted: the refusal says so, with what was typed")
  func whole() throws {
    #expect(try TypedNumber.whole("８．００") == 8)
    #expect(try TypedNumber.whole("  ") == nil)
    #expect(throws: Wrong.self) { try TypedNumber.whole("8.5") }
  }

  @Test("amounts are shown with their thousands and in 万元")
  func shown() {
    #expect(Phrase.yuan(500_000).zh == "500,000 元（50 万元）")
    #expect(Phrase.yuan(1_234_567).zh == "1,234,567 元（约 123.46 万元）")
    #expect(Phrase.yuan(Amount(hundredths: 20_000_050)).zh == "200,000.50 元（约 20 万元）")
    #expect(Phrase.yuan(Amount(hundredths: -5)).zh == "-0.05 元")
    #expect(Phrase.yuan(1_234_500).zh == "1,234,500 元（123.45 万元）")
    #expect(Phrase.yuan(800).zh == "800 元")
    #expect(Amount(hundredths: 301_050).grouped == "3,010.50")
    #expect((-1234).grouped == "-1,234" && 0.grouped == "0")
  }
}
