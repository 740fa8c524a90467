import Foundation

/// A unified social credit code (GB 32100-2015) and its check character.
///
/// Some codes in use fail the check: what does not pass is warned of, never refused.
public struct CreditCode: Sendable, Hashable {
  /// The code without blanks, in half-width capitals.
  public let text: String

  /// A code as somebody typed it.
  public init(_ typed: String) {
    text = typed.precomposedStringWithCompatibilityMapping.uppercased()
      .filter { !$0.isWhitespace && !"-‐‑–—−".contains($0) }
  }

  /// Whether a spreadsheet made a number of it, of which most digits are lost: «9.133E+17».
  public var isRounded: Bool { text.wholeMatch(of: /[0-9](\.[0-9]+)?E\+?[0-9]+/) != nil }

  /// What can be wrong with a code; the first of these is named.
  public enum Fault: Sendable, Hashable {
    case length(Int)
    case characters
    case check
  }

  /// What is wrong with length, characters, the digits of the district and the check character.
  public var fault: Fault? {
    if text.count != 18 { return .length(text.count) }
    let values = text.compactMap { Self.alphabet.firstIndex(of: $0) }
    guard values.count == 18, values[2..<8].allSatisfy({ $0 < 10 }) else { return .characters }
    return values[17] == Self.check(values.prefix(17)) ? nil : .check
  }

  /// Without I, O, S, V and Z, which are easily misread.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// The value of the check character: weights are the powers of 3 modulo 31.
  private static func check(_ values: ArraySlice<Int>) -> Int {
    var (sum, weight) = (0, 1)
    for value in values {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return (31 - sum % 31) % 31
  }
}
