/// What one cell, or two side by side, can show: a spacing scalar with at most four marks on it.
public struct Glyph: Hashable, Sendable {
  /// The scalar that takes the columns.
  public let scalar: Unicode.Scalar
  /// The scalars of no width that stand on it.
  public let marks: CombiningMarks
  /// The columns it takes: 1 or 2.
  public let width: Int
  /// Whether it stands for something that is never shown, as a control character.
  public let isReplacement: Bool

  init(
    _ scalar: Unicode.Scalar, marks: CombiningMarks = CombiningMarks(), width: Int,
    isReplacement: Bool = false
  ) {
    self.scalar = scalar
    self.marks = marks
    self.width = width
    self.isReplacement = isReplacement
  }
}
