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
    if let plain = plainWidth(of: text) { return plain }
    var columns = 0
    for character in text { columns += of(character, policy: policy) }
    return columns
  }

  /// The columns of `character` when painted; a joined emoji counts every part.
  public static func of(_ character: Character, policy: AmbiguousPolicy = .current) -> Int {
    if let plain = plainWidth(of: character) { return plain }
    var columns = 0
    Visible.forEachGlyph(of: character, policy: policy) { columns += $0.width }
    return columns
  }

  /// The width of a character that is one printable scalar shown as it is, found without a glyph.
  static func plainWidth(of character: Character) -> Int? {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    guard let width = plainWidth(of: first),
      scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    return width
  }

  /// The columns of a text of which every scalar is shown as it is and by itself; nil for others.
  ///
  /// Most texts are such, and to look for the bounds of their characters takes several times as long.
  static func plainWidth(of text: String) -> Int? {
    var columns = 0
    for scalar in text.unicodeScalars {
      guard let width = plainWidth(of: scalar) else { return nil }
      columns += width
    }
    return columns
  }

  /// The columns of a printable scalar of ASCII or of East Asia, none of which any policy replaces
  /// or joins with its neighbours; nil for others.
  static func plainWidth(of scalar: Unicode.Scalar) -> Int? {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return 1 }
    guard scalar.value >= 0x3000, scalar.value < 0xD7A4 else { return nil }
    let width = Int(table[Int(scalar.value)])
    return width > 0 ? width : nil
  }

  private static let table: [Int8] = {
    [Int8](unsafeUninitializedCapacity: 0x20000) { buffer, count in
      cn_wcwidth_table(buffer.baseAddress, 0x20000)
      count = 0x20000
    }
  }()
}
