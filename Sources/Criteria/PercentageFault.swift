import Foundation

/// Why a typed text is not a legal percentage.
public enum PercentageFault: Error, Hashable, Sendable {
  /// Nothing but space, or a percent sign alone.
  case empty
  /// Something other than decimal digits, half or full width, and one percent sign.
  case notANumber
  /// Below 0.
  case negative
  /// Above 100, however large.
  case above100
  /// Between two legal steps; `below` and `above` are the neighbours.
  case betweenSteps(below: Percentage, above: Percentage)
}
