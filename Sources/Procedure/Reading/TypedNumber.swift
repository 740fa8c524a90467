import Foundation

/// A number as people write it: in both widths, with separators, with decimals, with its unit behind,
/// with 万 or 亿, in Chinese numerals. The one reader of numbers for every field and table.
///
/// Nothing is dropped or rounded: what cannot be read exactly is named and left to the person. A unit
/// that another number has is no unit of this one: 5% of a staff is none.
public struct TypedNumber: Sendable, Hashable {
  /// Why a text is no number of its field.
  public enum Fault: Error, Hashable, Sendable {
    case notNumber
    case tooLarge
    /// It has decimals where a whole one is wanted.
    case notWhole
    /// It has more than two decimals.
    case moreThanTwoDecimals
    /// A bare 万 where 万元 is counted: which of the two is meant is not clear.
    case whichTenThousand
  }

  /// The number without its decimal point.
  private let unscaled: Int
  /// How many of its digits are decimals.
  private let decimals: Int

  /// The whole number; nil where it has decimals.
  public var whole: Int? { decimals == 0 ? unscaled : nil }

  /// The amount; nil where it has more than two decimals.
  public var amount: Amount? {
    guard decimals <= 2 else { return nil }
    let (value, over) = unscaled.multipliedReportingOverflow(by: [100, 10, 1][decimals])
    return over ? nil : Amount(hundredths: value)
  }

  /// Reads a number; nil for nothing.
  public static func read(_ text: String, in unit: Unit) throws(Fault) -> TypedNumber? {
    // The input method's full stop between digits is a decimal point.
    var plain = text.precomposedStringWithCompatibilityMapping.lowercased()
      .replacingOccurrences(of: "。", with: ".").replacingOccurrences(of: "−", with: "-")
      .filter { !$0.isWhitespace }
    if plain.isEmpty { return nil }
    unit.takeWords(off: &plain)
    let isNegative = plain.hasPrefix("-") || plain.hasPrefix("负")
    if isNegative || plain.hasPrefix("+") { plain.removeFirst() }
    let power = try powerOfTen(&plain, unit)
    guard let amount = figures(plain) ?? numerals(plain) else { throw .notNumber }
    guard let number = TypedNumber(amount, times: power, isNegative: isNegative) else {
      throw .tooLarge
    }
    return number
  }

  /// Reads a whole number; nil for nothing.
  public static func whole(_ text: String, in unit: Unit) throws(Fault) -> Int? {
    guard let number = try read(text, in: unit) else { return nil }
    guard let whole = number.whole else { throw .notWhole }
    return whole
  }

  /// Reads an amount of two decimals at most; nil for nothing.
  public static func amount(_ text: String, in unit: Unit) throws(Fault) -> Amount? {
    guard let number = try read(text, in: unit) else { return nil }
    guard let amount = number.amount else { throw .moreThanTwoDecimals }
    return amount
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

  /// Takes 元, 万, 亿 and their like off the end; answers by which power of ten they multiply.
  private static func powerOfTen(_ plain: inout String, _ unit: Unit) throws(Fault) -> Int {
    func take(_ ending: String) -> Bool {
      guard plain.hasSuffix(ending) else { return false }
      plain.removeLast(ending.count)
      return true
    }
    var isMoney = unit.isMoney && plain.hasPrefix("¥")
    if isMoney { plain.removeFirst() }
    if unit.isMoney, take("元") || take("圆") || take("yuan") { isMoney = true }
    if unit == .tenThousandYuan, !isMoney, plain.contains("万"), !plain.hasSuffix("万亿") {
      throw .whichTenThousand
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
