/// A place on a sheet such as D7.
public struct CellPlace: Hashable, Sendable, Comparable {
  /// Counted from 0.
  public var row: Int
  public var column: Int

  /// A place.
  public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  /// The place that a reference such as BC12 names; nil where it is none.
  public init?(_ reference: String) {
    var (row, column) = (0, 0)
    for scalar in reference.unicodeScalars {
      switch scalar {
      case "A"..."Z" where row == 0: column = column * 26 + Int(scalar.value) - 64
      case "0"..."9" where column > 0: row = row * 10 + Int(scalar.value) - 48
      default: return nil
      }
      if column > 100_000 || row > 10_000_000 { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    (self.row, self.column) = (row - 1, column - 1)
  }

  /// The column's letters.
  public static func letters(_ column: Int) -> String {
    var (rest, text) = (column + 1, "")
    while rest > 0 {
      text = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + text
      rest = (rest - 1) / 26
    }
    return text
  }

  /// In the order in which a sheet is read.
  public static func < (a: CellPlace, b: CellPlace) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }
}

extension CellPlace: CustomStringConvertible {
  /// As a formula names it.
  public var description: String { Self.letters(column) + "\(row + 1)" }
}
