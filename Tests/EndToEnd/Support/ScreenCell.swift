import CVterm

/// One cell of the screen as the emulator shows it.
struct ScreenCell: Equatable, Sendable {
  /// A colour as the program asked for it.
  enum Color: Equatable, Sendable {
    case standard
    /// An index into the 256 colours.
    case index(UInt8)
    case rgb(UInt8, UInt8, UInt8)

    fileprivate init(_ color: cvterm_color) {
      switch Int(color.kind) {
      case Int(CVTERM_COLOR_INDEX.rawValue): self = .index(color.index)
      case Int(CVTERM_COLOR_RGB.rawValue): self = .rgb(color.red, color.green, color.blue)
      default: self = .standard
      }
    }
  }

  /// The glyph with its combining marks; a space where nothing is; empty for the right half of a
  /// wide glyph.
  var text: String
  /// 1 or 2; 0 for the right half of a wide glyph.
  var width: Int
  var bold: Bool
  var underline: Bool
  var reverse: Bool
  var foreground: Color
  var background: Color

  /// The cell as the door gave it.
  init(_ cell: cvterm_cell) {
    width = Int(cell.width)
    bold = cell.bold
    underline = cell.underline
    reverse = cell.reverse
    foreground = Color(cell.foreground)
    background = Color(cell.background)
    let scalars = withUnsafeBytes(of: cell.scalars) { bytes in
      bytes.bindMemory(to: UInt32.self).prefix(Int(cell.count)).compactMap(Unicode.Scalar.init)
    }
    var glyph = String.UnicodeScalarView()
    glyph.append(contentsOf: scalars)
    text = width == 0 ? "" : glyph.isEmpty ? " " : String(glyph)
  }
}
