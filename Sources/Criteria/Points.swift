import Foundation

/// Points of the 1000, exact to the hundredth.
///
/// Every item's points are a multiple of 5 and every mark is one, so every score is a multiple of
/// 0.25: hundredths hold it exactly, and no gate ever meets a rounded number.
public struct Points: Hashable, Sendable {
  /// The amount in hundredths of a point.
  public let hundredths: Int

  /// No points.
  public static let zero = Points(hundredths: 0)

  /// An amount in hundredths of a point.
  public init(hundredths: Int) { self.hundredths = hundredths }

  /// An amount in whole points.
  public init(whole: Int) { hundredths = whole * 100 }

  /// Always two decimals, such as "550.00": for columns and files.
  public var fixed: String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(hundredths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Reads an amount with at most two decimals; nil where the text is anything else.
  ///
  /// Full-width digits and space at either end are understood.
  public static func parse(_ text: String) -> Points? {
    var body = Substring(halfWidth(text)).trimmed
    let isNegative = body.first == "-"
    if isNegative { body = body.dropFirst() }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard decimals.count <= 2, let whole = Int(parts[0]), let rest = Int(decimals) else {
      return nil
    }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: 100)
    let (sum, carry) = scaled.addingReportingOverflow(decimals.count == 1 ? rest * 10 : rest)
    guard !overflow, !carry else { return nil }
    return Points(hundredths: isNegative ? -sum : sum)
  }
}

extension Points: CustomStringConvertible {
  /// No more decimals than needed: "20", "12.5", "552.75", "-3.5".
  public var description: String {
    var text = Substring(fixed)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }
}

extension Points: Comparable, AdditiveArithmetic {
  public static func < (a: Points, b: Points) -> Bool { a.hundredths < b.hundredths }
  public static func + (a: Points, b: Points) -> Points {
    Points(hundredths: a.hundredths + b.hundredths)
  }
  public static func - (a: Points, b: Points) -> Points {
    Points(hundredths: a.hundredths - b.hundredths)
  }
}

extension Points: Codable {
  /// Reads the string form; throws `DecodingError.dataCorrupted` where it is no amount.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let points = Points.parse(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an amount of points: \(text)")
    }
    self = points
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fixed)
  }
}
