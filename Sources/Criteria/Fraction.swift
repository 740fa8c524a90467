import Foundation

/// An exact fraction, for medians, means and margins, which hundredths cannot hold.
///
/// Always reduced, with a positive denominator. Sizes here (1000 points, some dozens of marks) stay
/// far from overflow; an overflow would trap, never give a wrong number.
public struct Fraction: Hashable, Sendable {
  /// The part above the line, with the sign.
  public let numerator: Int
  /// The part below the line, positive.
  public let denominator: Int

  /// Nothing.
  public static let zero = Fraction(0)

  /// A fraction; the denominator must not be zero.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator != 0, "a fraction needs a denominator")
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int(a) * denominator.signum()
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// An amount of points, exactly.
  public init(_ points: Points) { self.init(points.hundredths, 100) }

  /// Whether nothing is left after the whole number.
  public var isInteger: Bool { denominator == 1 }

  /// The size without the sign.
  public var magnitude: Fraction { numerator < 0 ? -self : self }

  /// The decimal form with so many places (0 to 9), rounded toward minus infinity.
  ///
  /// Rounded down so that what is shown never claims more than there is: 549.999 is not shown as
  /// 550.00.
  public func roundedDown(places: Int) -> String {
    precondition((0...9).contains(places), "0 to 9 places")
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    let scaled = numerator * scale
    let floor = (scaled - (scaled % denominator + denominator) % denominator) / denominator
    let (whole, rest) = floor.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let sign = floor < 0 ? "-" : ""
    guard places > 0 else { return sign + String(whole) }
    let digits = String(rest)
    return sign + "\(whole)." + String(repeating: "0", count: places - digits.count) + digits
  }
}

extension Fraction: CustomStringConvertible {
  /// Numerator and denominator, such as "4499/8", or the whole number alone.
  public var description: String { isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension Fraction: Comparable, AdditiveArithmetic {
  public static func < (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
  public static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  public static func - (a: Fraction, b: Fraction) -> Fraction { a + -b }
  public static prefix func - (a: Fraction) -> Fraction { Fraction(-a.numerator, a.denominator) }
  public static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  /// The quotient; the divisor must not be zero.
  public static func / (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
  }
}
