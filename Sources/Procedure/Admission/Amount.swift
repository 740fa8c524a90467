import Criteria

/// An amount of money or another figure of an organisation, exact to the hundredth.
///
/// In JSON a whole amount is a number, as people write it; any other is a text of two decimals, so
/// that no reader rounds it. A number with decimals is read, too, as far as it is written out.
public struct Amount: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The amount in hundredths.
  public let hundredths: Int

  /// Nothing.
  public static let zero = Amount(hundredths: 0)

  /// An amount in hundredths.
  public init(hundredths: Int) { self.hundredths = hundredths }

  /// A whole amount.
  public init(whole: Int) { hundredths = whole * 100 }

  public init(integerLiteral value: Int) { self.init(whole: value) }

  /// Reads an amount with at most two decimals; nil where the text is anything else.
  public static func parse(_ text: String) -> Amount? {
    Points.parse(text).map { Amount(hundredths: $0.hundredths) }
  }

  /// Always two decimals, such as "200000.50".
  public var fixed: String { Points(hundredths: hundredths).fixed }

  /// The whole amount; nil where it has decimals.
  public var whole: Int? { hundredths.isMultiple(of: 100) ? hundredths / 100 : nil }

  /// The amount in whole units, where what is begun counts as a whole one, either way.
  var begun: Int {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return whole + rest.signum()
  }

  /// «200,000», «200,000.50»: with its thousands, and with two decimals where it has any.
  public var grouped: String {
    let digits = String((hundredths / 100).magnitude)
    var text = hundredths < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return whole == nil ? text + fixed.suffix(3) : text
  }
}

extension Amount: Comparable {
  public static func < (a: Amount, b: Amount) -> Bool { a.hundredths < b.hundredths }
}

extension Amount: CustomStringConvertible {
  /// «200000», «200000.50».
  public var description: String { whole.map(String.init) ?? fixed }
}

extension Amount: Codable {
  /// Below it a number of two decimals is read as it was written: a file's numbers are binary ones.
  private static let exactlyRead = 10_000_000_000_000.0

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let whole = try? container.decode(Int.self) {
      let (hundredths, isTooLarge) = whole.multipliedReportingOverflow(by: 100)
      if !isTooLarge {
        self.init(hundredths: hundredths)
        return
      }
    } else if let number = try? container.decode(Double.self),
      abs(number) < Self.exactlyRead, let amount = Amount.parse("\(number)")
    {
      self = amount
      return
    } else if let amount = Amount.parse(try container.decode(String.self)) {
      self = amount
      return
    }
    throw DecodingError.dataCorruptedError(
      in: container, debugDescription: "no amount with two decimals at most")
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let whole {
      try container.encode(whole)
    } else {
      try container.encode(fixed)
    }
  }
}
