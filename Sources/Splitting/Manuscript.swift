/// A document as it was read: its lines in order, before anybody knows what they belong to.
public struct Manuscript: Codable, Hashable, Sendable {
  /// The lines in the order of the document.
  public var lines: [Line]
  /// What it was written in: the encoding of a text («UTF-8», «GB18030»), else the format («docx»).
  public var encoding: String
  /// Whether pages were printed with headers and footers between the lines, as in a PDF's text.
  public var isPrinted: Bool

  /// A document of lines.
  public init(lines: [Line], encoding: String, isPrinted: Bool = false) {
    (self.lines, self.encoding, self.isPrinted) = (lines, encoding, isPrinted)
  }

  /// A text, its line ends alike; form feeds begin pages (S1, S2).
  public init(text: String, encoding: String) {
    var lines: [Line] = []
    var page = 1
    var current = String.UnicodeScalarView()
    var hasPages = false
    var pending = false
    func close() { lines.append(Line(String(current), page: page)) }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{0B}", "\u{85}", "\u{2028}", "\u{2029}":
        close()
        current = String.UnicodeScalarView()
        pending = false
      case "\u{0C}":
        if pending { close() }
        current = String.UnicodeScalarView()
        (page, hasPages, pending) = (page + 1, true, false)
      case "\u{FEFF}" where previous == nil: break
      default:
        current.append(scalar)
        pending = true
      }
      previous = scalar
    }
    if pending { close() }
    if !hasPages { for index in lines.indices { lines[index].page = nil } }
    self.init(lines: lines, encoding: encoding, isPrinted: hasPages)
  }

  /// The characters of all lines that are the applicant's, without white space.
  public var characters: Int { lines.reduce(0) { $0 + $1.characters } }
}

/// A line of a document: a paragraph of a word processor's, a line of a text.
public struct Line: Codable, Hashable, Sendable {
  /// What it says.
  public var text: String
  /// The page on which it begins, where pages are known.
  public var page: Int?
  /// The rank of a heading, 1 the highest, where the document marks one.
  public var level: Int?
  /// Whether all of it is bold.
  public var isBold: Bool
  /// What it is.
  public var kind: Kind
  /// The cells of a row of a table, one by one.
  public var cells: [String]?

  /// What a line is.
  public enum Kind: String, Codable, Hashable, Sendable {
    /// Running text, headings too.
    case text
    /// A row of a table, its cells aligned by blanks.
    case table
    /// The place of a picture; the words are the program's.
    case picture
    /// A footnote.
    case note
    /// An entry of a table of contents, as the document itself says.
    case contents
  }

  /// A line.
  public init(
    _ text: String, page: Int? = nil, level: Int? = nil, isBold: Bool = false, kind: Kind = .text,
    cells: [String]? = nil
  ) {
    (self.text, self.page, self.level) = (text, page, level)
    (self.isBold, self.kind, self.cells) = (isBold, kind, cells)
  }

  /// Its characters without white space; the place of a picture has none of the applicant's.
  public var characters: Int {
    kind == .picture ? 0 : text.unicodeScalars.reduce(0) { $0 + (Folding.isBlank($1) ? 0 : 1) }
  }
}
