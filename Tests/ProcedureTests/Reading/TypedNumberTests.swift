import Foundation
import Testing

@testable import Procedure

@Suite("Numbers as people write them")
struct TypedNumberTests {
  private typealias Unit = TypedNumber.Unit

  private func read(_ text: String, _ unit: Unit) -> Amount? {
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
      ("3010.5万元", .tenThousandYuan, "3010.50"), ("3,010.5 万元", .tenThousandYuan, "3010.50"),
      ("3万元", .tenThousandYuan, "3.00"), ("30105000元", .tenThousandYuan, "3010.50"),
      ("7.1%", .percent, "7.10"), ("７．１％", .percent, "7.10"), ("7", .percent, "7.00"),
      ("百分之七", .percent, "7.00"), ("7.1 percent", .percent, "7.10"),
    ] as [(String, TypedNumber.Unit, String)])
  func understood(_ text: String, _ unit: TypedNumber.Unit, _ number: String) {
    #expect(read(text, unit)?.fixed == number)
  }

  @Test(
    "a number stands with its unit behind it as people write it",
    arguments: [
      ("412人", .people, 412), ("４１２　人", .people, 412), ("1.2万人", .people, 12_000),
      ("-5人", .people, -5), ("三百二十人", .people, 320), ("412 Employees", .people, 412),
      ("2009年", .year, 2009), ("２００９ 年", .year, 2009), ("二〇〇九年", .year, 2009),
      ("2026年度", .year, 2026), ("8小时", .hours, 8), ("8 个小时", .hours, 8), ("8 h", .hours, 8),
      ("2.0小时", .hours, 2), ("第3名", .rank, 3), ("第三位", .rank, 3), ("No. 3", .rank, 3),
      ("第12号", .ordinal, 12), ("2份", .copies, 2), ("７％", .percent, 7),
    ] as [(String, TypedNumber.Unit, Int)])
  func withUnit(_ text: String, _ unit: TypedNumber.Unit, _ number: Int) {
    #expect((try? TypedNumber.whole(text, in: unit)) == number)
  }

  @Test("every word of a unit is taken in both widths and after a blank", arguments: Unit.allCases)
  func words(_ unit: TypedNumber.Unit) throws {
    for word in unit.behind {
      let wide = word.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? word
      for text in ["12\(word)", "12 \(word)", "１２\(wide)"] {
        #expect(try TypedNumber.whole(text, in: unit) == 12, "\(text)")
      }
    }
  }

  @Test(
    "what cannot be read exactly is refused, and nothing of it is dropped",
    arguments: [
      ("8.5.1", .one), ("1,00", .one), ("12,34", .yuan), ("abc", .one), ("8小时", .one),
      ("3万", .tenThousandYuan), ("三万", .tenThousandYuan), ("1.234", .percent), ("5%", .one),
      ("99999999999999999999", .one), ("9999999999亿亿", .yuan), (".", .one), ("-", .one),
      ("一二十", .one), ("8小时", .people), ("412人", .year), ("2009年3月", .year), ("人", .people),
      ("约412人", .people), ("412人人", .people), ("5%", .people), ("2小时30分", .hours),
    ] as [(String, TypedNumber.Unit)])
  func refused(_ text: String, _ unit: TypedNumber.Unit) { #expect(read(text, unit) == nil) }

  @Test("a whole number is wanted: one with decimals is refused, nothing is none")
  func whole() throws {
    #expect(try TypedNumber.whole("８．００", in: .one) == 8)
    #expect(try TypedNumber.whole("  ", in: .people) == nil)
    #expect(throws: TypedNumber.Fault.notWhole) { try TypedNumber.whole("2.5小时", in: .hours) }
  }
}
