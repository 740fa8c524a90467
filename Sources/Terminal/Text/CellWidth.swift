import CNcurses

/// How many columns a scalar takes: the C library's `wcwidth` in a UTF-8 locale, and nothing else.
///
/// The same table is ncurses' own, so what a test measures is what the screen shows. It needs
/// neither a running terminal nor a suitable locale of the process.
public enum CellWidth {
  /// The columns of `scalar`: 0, 1 or 2, or nil where the C library knows none.
  public static func known(_ scalar: Unicode.Scalar) -> Int? {
    let value = Int(scalar.value)
    if value < table.count {
      let width = table[value]
      return width < 0 ? nil : Int(width)
    }
    let width = cn_wcwidth(scalar.value)
    return width < 0 ? nil : Int(width)
  }

  /// The columns of `text` when painted, by the same filter and substitutions as painting.
  public static func of(_ text: String, policy: AmbiguousPolicy = .current) -> Int {
    var columns = 0
    for character in text { columns += of(character, policy: policy) }
    return columns
  }

  /// The columns of `character` when painted; a joined emoji counts every part.
  public static func of(_ character: Character, policy: AmbiguousPolicy = .current) -> Int {
    if let plain = plainWidth(of: character, policy: policy) { return plain }
    var columns = 0
    Visible.forEachGlyph(of: character, policy: policy) { columns += $0.width }
    return columns
  }

  /// The width of a character that is one printable scalar shown as it is, found without a glyph.
  static func plainWidth(of character: Character, policy: AmbiguousPolicy) -> Int? {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    if first.value >= 0x20 && first.value < 0x7F {
      return scalars.index(after: scalars.startIndex) == scalars.endIndex ? 1 : nil
    }
    guard first.value >= 0x3000, first.value < 0xD7A4,
      scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    let width = Int(table[Int(first.value)])
    return width > 0 ? width : nil
  }

  private static let table: [Int8] = {
    [Int8](unsafeUninitializedCapacity: 0x20000) { buffer, count in
      cn_wcwidth_table(buffer.baseAddress, 0x20000)
      count = 0x20000
    }
  }()
}
