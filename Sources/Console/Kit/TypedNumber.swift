import Foundation
import Procedure

/// A number as people write it: in both widths, with separators, with decimals, with 元, 万, 亿 or %,
/// in Chinese numerals. The one reader of numbers for every field.
///
/// Nothing is dropped or rounded: what cannot be read exactly is named and left to the person.
struct TypedNumber: Sendable, Hashable {
  /// In what the number is counted.
  enum Unit: Sendable, Hashable {
    case one
    /// Yuan: 万 and 亿 count.
    case yuan
    /// Ten thousand yuan: 亿 and what ends in 元 is converted, a bare 万 is not understood.
    case tenThousandYuan
    case percent
  }

  /// The number without its decimal point.
  private let unscaled: Int
  /// How many of its digits are decimals.
  private let decimals: Int

  /// The whole number; nil where it has decimals.
  var whole: Int? { decimals == 0 ? unscaled : nil }

  /// The amount; nil where it has more than two decimals.
  var amount: Amount? {
    guard decimals <= 2 else { return nil }
    let (value, over) = unscaled.multipliedReportingOverflow(by: [100, 10, 1][decimals])
    return over ? nil : Amount(hundredths: value)
  }

  /// Reads a number; nil for nothing.
  static func read(_ text: String, in unit: Unit = .one) throws(Wrong) -> TypedNumber? {
    // The input method's full stop between digits is a decimal point.
    var plain = text.precomposedStringWithCompatibilityMapping
      .replacingOccurrences(of: "。", with: ".").replacingOccurrences(of: "−", with: "-")
      .filter { !$0.isWhitespace }
    if plain.isEmpty { return nil }
    let isNegative = plain.hasPrefix("-") || plain.hasPrefix("负")
    if isNegative || plain.hasPrefix("+") { plain.removeFirst() }
    let power = try powerOfTen(&plain, unit, text)
    guard let amount = figures(plain) ?? numerals(plain) else { throw Wrong(why: .noNumber(text)) }
    guard let number = TypedNumber(amount, times: power, isNegative: isNegative) else {
      throw Wrong(why: .numberTooLarge)
    }
    return number
  }

  private init?(_ amount: (unscaled: Int, decimals: Int), times power: Int, isNegative: Bool) {
    var (value, decimals) = (amount.unscaled, amount.decimals - power)
    while decimals < 0 {
      let (next, over) = value.multipliedReportingOverflow(by: 10)
      if over { return nil }
      (value, decimals) = (next, decimals + 1)
    }
    while decimals > 0, value.isMultiple(of: 10) { (value, decimals) = (value / 10, decimals - 1) }
    (unscaled, self.decimals) = (isNegative ? -value : value, decimals)
  }

  /// Takes the words of the unit off the end; answers by which power of ten they multiply.
  private static func powerOfTen(
    _ plain: inout String, _ unit: Unit, _ text: String
  ) throws(Wrong) -> Int {
    func take(_ ending: String) -> Bool {
      guard plain.hasSuffix(ending) else { return false }
      plain.removeLast(ending.count)
      return true
    }
    switch unit {
    case .percent:
      _ = take("%")
      return 0
    case .one, .yuan, .tenThousandYuan: break
    }
    var isMoney = unit != .one && plain.hasPrefix("¥")
    if isMoney { plain.removeFirst() }
    if unit != .one, take("元") || take("圆") { isMoney = true }
    if unit == .tenThousandYuan, !isMoney, plain.contains("万"), !plain.hasSuffix("万亿") {
      throw Wrong(why: .whichTenThousand(text))
    }
    let base = unit == .tenThousandYuan ? 4 : 0
    // Chinese numerals read their own 万 and 亿.
    guard plain.first?.isNumber == true, plain.first?.isASCII == true else {
      return isMoney ? -base : 0
    }
    let powers = [("万亿", 12), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("千", 3), ("百", 2)]
    for (word, power) in powers where take(word) { return power - base }
    return isMoney ? -base : 0
  }

  /// ASCII figures, with separators between groups of three and a decimal point.
  private static func figures(_ plain: String) -> (unscaled: Int, decimals: Int)? {
    let halves = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), halves.allSatisfy({ !$0.isEmpty }) else { return nil }
    let groups = halves[0].split(omittingEmptySubsequences: false) { ",'’".contains($0) }
    guard let first = groups.first, groups.count == 1 || (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let decimals = halves.count == 2 ? halves[1] : ""
    let digits = groups.joined() + decimals
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(digits) else {
      return nil
    }
    return (value, decimals.count)
  }

  /// Chinese numerals: 八, 十二, 三百二十, 三万五千, 一亿, 二〇二六.
  private static func numerals(_ plain: String) -> (unscaled: Int, decimals: Int)? {
    let digits: [Character: Int] = [
      "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
      "八": 8, "九": 9,
    ]
    let small: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    let large: [Character: Int] = ["万": 10_000, "亿": 100_000_000]
    guard !plain.isEmpty, plain.count <= 24 else { return nil }
    if plain.count > 1, plain.allSatisfy({ digits[$0] != nil }) {
      return Int(plain.compactMap { digits[$0].map(String.init) }.joined()).map { ($0, 0) }
    }
    var (total, section, digit) = (0, 0, Int?.none)
    for character in plain {
      if let value = digits[character] {
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else if let unit = small[character] {
        section += (digit ?? (section == 0 ? 1 : 0)) * unit
        digit = nil
      } else if let unit = large[character] {
        let (value, over) = (section + (digit ?? 0)).multipliedReportingOverflow(by: unit)
        if over || value == 0 { return nil }
        (total, section, digit) = (total + value, 0, nil)
      } else {
        return nil
      }
    }
    return (total + section + (digit ?? 0), 0)
  }
}

extension TypedNumber {
  /// A whole number; nil for nothing.
  static func whole(_ text: String) throws(Wrong) -> Int? {
    guard let number = try read(text) else { return nil }
    guard let whole = number.whole else { throw Wrong(why: .wholeWanted(text)) }
    return whole
  }

  /// An amount, of two decimals at most; nil for nothing.
  static func amount(_ text: String, in unit: Unit) throws(Wrong) -> Amount? {
    guard let number = try read(text, in: unit) else { return nil }
    guard let amount = number.amount else { throw Wrong(why: .Act.twoDecimals) }
    return amount
  }
}

extension Int {
  /// «200,000».
  var grouped: String { Amount(whole: self).grouped }
}

extension Phrase {
  static func noNumber(_ text: String) -> Phrase {
    Phrase(
      "「\(text)」读不成一个数；可写 200,000、3万、八", "«\(text)» is no number; write 200,000 or 12")
  }
  static let numberTooLarge = Phrase("数太大", "too large a number")
  static func wholeWanted(_ text: String) -> Phrase {
    Phrase("须为整数，不能是 \(text)", "a whole number, not \(text)")
  }
  static func whichTenThousand(_ text: String) -> Phrase {
    Phrase(
      "单位已是万元：请写 \(text)元，或只写数字", "counted in 10,000 yuan: write \(text)元, or the figure alone")
  }
}
