/// The scalars of no width that stand on a glyph, at most ``limit`` of them.
///
/// A value without a reference: a canvas has thousands of them, copied and compared with every frame.
public struct CombiningMarks: Hashable, Sendable, RandomAccessCollection {
  /// The most marks that a cell keeps; ncurses holds five scalars in all.
  public static let limit = 4

  private var first: Unicode.Scalar = "\0"
  private var second: Unicode.Scalar = "\0"
  private var third: Unicode.Scalar = "\0"
  private var fourth: Unicode.Scalar = "\0"
  private var used: UInt8 = 0

  /// No marks.
  public init() {}

  public var startIndex: Int { 0 }
  public var endIndex: Int { Int(used) }

  public subscript(position: Int) -> Unicode.Scalar {
    precondition(position >= 0 && position < used, "no such mark")
    return switch position {
    case 0: first
    case 1: second
    case 2: third
    default: fourth
    }
  }

  /// The same marks and one more; the same where there is no room for it.
  func adding(_ mark: Unicode.Scalar) -> CombiningMarks {
    var marks = self
    switch used {
    case 0: marks.first = mark
    case 1: marks.second = mark
    case 2: marks.third = mark
    case 3: marks.fourth = mark
    default: return self
    }
    marks.used += 1
    return marks
  }
}
