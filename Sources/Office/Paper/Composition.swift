import Foundation

/// A paper as its blocks, to be written as .docx, as a page of HTML or as plain text.
///
/// All three say the same in the same order. The layout is that of official papers (GB/T 9704): A4,
/// 22 lines of 28 characters, the title in 小标宋, the text in 仿宋. The same blocks give the same
/// bytes.
public struct Composition: Hashable, Sendable {
  /// What the document is called in its properties.
  public var title: String
  /// The page.
  public var layout: PageLayout
  /// What stands small at the top of every page; nothing where it is empty.
  public var header: String
  /// Whether every page says 草稿.
  public var isDraft: Bool
  /// What it says, from the top.
  public var blocks: [Block]

  /// A paper.
  public init(
    title: String, layout: PageLayout = .official, header: String = "", isDraft: Bool = false,
    blocks: [Block]
  ) {
    (self.title, self.layout, self.header) = (title, layout, header)
    (self.isDraft, self.blocks) = (isDraft, blocks)
  }

  /// A part of a paper.
  public enum Block: Hashable, Sendable {
    /// The red head: the authority (发文机关标志), the number under it, a red rule.
    case letterhead(issuer: String, number: String)
    /// The number of a paper without a red head, in the middle.
    case number(String)
    /// The title; it breaks where its text does.
    case title(String)
    /// Whom the paper is for (主送机关), with a colon.
    case recipient(String)
    /// A heading of rank 1 (一、) to 4 (（1）); its number stands in the text.
    case heading(Int, String)
    /// A paragraph of the text.
    case paragraph(Words, Setting = .indented)
    /// A table.
    case table(Table)
    /// Bars that stand for figures.
    case bars([Bar])
    /// A picture in the middle.
    case picture(Picture)
    /// Boxes to tick, on one line.
    case ticks([Tick])
    /// The papers that go with this one (附件说明).
    case attachments([String])
    /// Who signs (发文机关署名), in the middle over the day (成文日期).
    case signature(signer: String, date: String)
    /// Lines for people to sign on, each with a place for the day.
    case signatureLines([String])
    /// At the end of the last page: who gets a copy (抄送), who printed it and when (版记).
    case imprint(copies: String, office: String, date: String)
    /// Small print.
    case fine(String)
    /// Empty lines.
    case space(Int)
    /// What follows begins on a new page.
    case pageBreak
  }

  /// Where the lines of a paragraph begin.
  public enum Setting: Hashable, Sendable {
    /// The first two characters further in, as in every text.
    case indented
    /// All at the left edge.
    case flush
    /// In the middle.
    case centred
    /// At the right edge.
    case right
  }

  /// A box to tick and what it stands for.
  public struct Tick: Hashable, Sendable {
    /// Whether it is ticked.
    public var isTicked: Bool
    /// What it says.
    public var text: String

    /// A box, empty unless it is said otherwise.
    public init(_ text: String, isTicked: Bool = false) {
      (self.text, self.isTicked) = (text, isTicked)
    }

    var written: String { (isTicked ? "☑" : "□") + text }
  }

  /// Paragraphs of what somebody typed, one a line, without empty ones.
  public static func paragraphs(_ text: String, _ setting: Setting = .indented) -> [Block] {
    Markup.lines(text).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      .map { .paragraph(Words($0), setting) }
  }
}

/// The page of a paper.
public enum PageLayout: Hashable, Sendable {
  /// Upright, with the margins and the grid of official papers.
  case official
  /// On its side, for broad tables.
  case landscape

  /// Twentieths of a point.
  var size: (width: Int, height: Int) {
    self == .official ? (11_906, 16_838) : (16_838, 11_906)
  }

  /// Millimetres. On its side the page is turned to the left, as a bound one is.
  var margins: (top: Int, right: Int, bottom: Int, left: Int) {
    self == .official ? (37, 26, 35, 28) : (28, 35, 26, 37)
  }

  /// The width of the text in twentieths of a point.
  var textWidth: Int { size.width - Self.twips(margins.left) - Self.twips(margins.right) }

  static func twips(_ millimetres: Int) -> Int { (millimetres * 14_400 + 127) / 254 }

  /// The height of a line: 225 mm hold 22.
  static let line = 579
  /// How much closer characters of 16 points stand, so that 156 mm hold 28.
  static let closeness = -6
  /// The same in the measure of a page's grid.
  static let characterSpace = -849

  /// So many characters in twentieths of a point.
  static func characters(_ count: Double) -> Int {
    Int((count * Double(16 * 20 + closeness)).rounded())
  }
}
