/// One place of the canvas: the first or only half of a glyph, or the second half of a wide one.
public struct Cell: Hashable, Sendable {
  /// The spacing scalar; a blank in the second half of a wide glyph.
  public internal(set) var scalar: Unicode.Scalar
  /// The scalars of no width on it.
  public internal(set) var marks: CombiningMarks
  /// The columns of the glyph that starts here: 1 or 2, and 0 for the second half of a wide one.
  public internal(set) var width: UInt8
  /// How it looks.
  public internal(set) var style: Style

  init(
    _ scalar: Unicode.Scalar = " ", marks: CombiningMarks = CombiningMarks(), width: UInt8 = 1,
    style: Style
  ) {
    self.scalar = scalar
    self.marks = marks
    self.width = width
    self.style = style
  }

  /// What the cell shows as text; empty for the second half of a wide glyph.
  public var text: String {
    guard width > 0 else { return "" }
    var view = String.UnicodeScalarView()
    view.append(scalar)
    view.append(contentsOf: marks)
    return String(view)
  }
}
