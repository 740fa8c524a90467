import Foundation

/// A figure that the data may or may not define.
///
/// Where it is not defined it carries why, so that nobody reads a zero that was never measured.
public enum Statistic: Hashable, Sendable {
  /// The figure.
  case defined(Double)
  /// There is no such figure.
  case undefined(Reason)

  /// Why a figure is not defined.
  public enum Reason: Hashable, Sendable {
    /// Fewer than two raters have marks.
    case tooFewRaters
    /// Fewer units, or fewer complete ones, than the figure needs.
    case tooFewUnits
    /// The rater has fewer marks than an effect is shown for.
    case tooFewMarks
    /// The raters fall into groups without a common unit.
    case notConnected
    /// Nothing varies that the figure could relate to.
    case noVariation
    /// As many effects as marks: nothing is left to estimate an error from.
    case noFreedom
  }

  /// The figure, or nil where it is not defined.
  public var value: Double? {
    if case .defined(let value) = self { value } else { nil }
  }
}
