import Foundation

/// Sheets of cells, to be written as a workbook (.xlsx).
public struct Spreadsheet: Hashable, Sendable {
  /// What the workbook is called in its properties.
  public var title: String
  /// The sheets in their order.
  public var sheets: [Sheet]

  /// A workbook.
  public init(title: String, sheets: [Sheet]) { (self.title, self.sheets) = (title, sheets) }

  /// A sheet.
  public struct Sheet: Hashable, Sendable {
    /// Its name: at most 31 characters, none of `[]:*?/\`.
    public var name: String
    /// The columns.
    public var columns: [Column]
    /// The rows, each cell in its column.
    public var rows: [[Cell]]
    /// The rows of the head: they stay when the sheet is scrolled, and every page repeats them.
    public var headRows: Int
    /// The columns that stay.
    public var frozenColumns: Int
    /// Whether it prints on a page on its side.
    public var isLandscape: Bool
    /// Whether only unlocked cells can be filled.
    public var isProtected: Bool
    /// What may be typed where.
    public var checks: [Check]
    /// How high rows are at least, in points; what stands in them makes them higher.
    public var heights: [Int: Double]

    /// A sheet.
    public init(
      name: String, columns: [Column], rows: [[Cell]], headRows: Int = 1, frozenColumns: Int = 0,
      isLandscape: Bool = false, isProtected: Bool = false, checks: [Check] = [],
      heights: [Int: Double] = [:]
    ) {
      (self.name, self.columns, self.rows) = (name, columns, rows)
      (self.headRows, self.frozenColumns) = (headRows, frozenColumns)
      (self.isLandscape, self.isProtected) = (isLandscape, isProtected)
      (self.checks, self.heights) = (checks, heights)
    }

    /// The rows as text, for a table that has no more than that (CSV).
    public var plainRows: [[String]] { rows.map { $0.map(\.plain) } }
  }

  /// How broad a column is.
  public enum Column: Hashable, Sendable {
    /// As its broadest cell, a Han character counting two.
    case fitted
    /// So many half-width characters.
    case characters(Int)
    /// Not shown.
    case hidden
  }

  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// What stands in it.
    public var content: Content
    /// How many columns and rows it takes; those it covers hold `Cell.covered`.
    public var columns: Int
    public var rows: Int
    /// How it looks.
    public var style: Style

    /// A cell.
    public init(_ content: Content, columns: Int = 1, rows: Int = 1, style: Style = Style()) {
      (self.content, self.style) = (content, style)
      (self.columns, self.rows) = (max(1, columns), max(1, rows))
    }

    /// Text, whatever it looks like.
    public static func text(_ text: String, style: Style = Style()) -> Cell {
      Cell(.text(text), style: style)
    }

    /// A number.
    public static func number(
      _ number: Double, _ format: NumberFormat = .plain, style: Style = Style()
    ) -> Cell {
      Cell(.number(number, format), style: style)
    }

    /// A formula of ours and the value that it has as things stand.
    public static func formula(
      _ formula: String, value: Double, _ format: NumberFormat = .plain, style: Style = Style()
    ) -> Cell {
      Cell(.formula(formula, value: value, format), style: style)
    }

    /// A cell of the head.
    public static func head(_ text: String, columns: Int = 1, rows: Int = 1) -> Cell {
      Cell(.text(text), columns: columns, rows: rows, style: .head)
    }

    /// Room that another cell takes.
    public static let covered = Cell(.empty)
  }

  /// What stands in a cell.
  public enum Content: Hashable, Sendable {
    case empty
    /// Text: never a formula, with whatever sign it begins.
    case text(String)
    case number(Double, NumberFormat)
    case date(year: Int, month: Int, day: Int)
    /// A formula without its `=`.
    case formula(String, value: Double, NumberFormat)
  }

  /// How a number is shown.
  public enum NumberFormat: String, Hashable, Sendable {
    /// In as many digits as it has.
    case plain = "General"
    /// Whole.
    case whole = "0"
    /// Two decimals, as marks have.
    case points = "0.00"
    /// A share.
    case percent = "0%"
  }

  /// How a cell looks.
  public struct Style: Hashable, Sendable {
    public var isBold: Bool
    public var alignment: Alignment
    /// A colour such as 0xFFF8E1.
    public var fill: Int?
    public var hasBorder: Bool
    /// Whether it can be filled on a protected sheet.
    public var isUnlocked: Bool
    /// Points.
    public var size: Double

    /// Where text stands between the sides of its cell.
    public enum Alignment: UInt8, Hashable, Sendable {
      /// Numbers right, text left.
      case natural = 0
      case left, centre, right
    }

    /// A cell with lines around it unless it is said otherwise.
    public init(
      isBold: Bool = false, alignment: Alignment = .natural, fill: Int? = nil,
      hasBorder: Bool = true, isUnlocked: Bool = false, size: Double = 11
    ) {
      (self.isBold, self.alignment, self.fill) = (isBold, alignment, fill)
      (self.hasBorder, self.isUnlocked, self.size) = (hasBorder, isUnlocked, size)
    }

    /// A cell of the head.
    public static let head = Style(isBold: true, alignment: .centre, fill: 0xE7E6E6)
    /// A heading over the table.
    public static let title = Style(
      isBold: true, alignment: .centre, hasBorder: false, size: 16)
    /// Words beside the table.
    public static let bare = Style(hasBorder: false)
    /// A cell to fill.
    public static let open = Style(fill: 0xFFF8E1, isUnlocked: true)
  }

  /// What may be typed into some cells.
  public struct Check: Hashable, Sendable {
    /// What is taken.
    public enum Allowed: Hashable, Sendable {
      /// One of these, offered as a list.
      case list([String])
      /// A number within.
      case number(ClosedRange<Double>)
      /// Text of at most so many characters.
      case length(Int)
    }

    /// The rows and columns, counted from 0.
    public var rows: ClosedRange<Int>
    public var columns: ClosedRange<Int>
    public var allowed: Allowed
    /// What is said of anything else.
    public var refusal: String

    /// A check.
    public init(
      rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ allowed: Allowed, refusal: String
    ) {
      (self.rows, self.columns) = (rows, columns)
      (self.allowed, self.refusal) = (allowed, refusal)
    }
  }
}

extension Spreadsheet.Cell: ExpressibleByStringInterpolation {
  /// Text, whatever it looks like.
  public init(stringLiteral value: String) { self.init(.text(value)) }
}

extension Spreadsheet.Cell {
  /// What stands in it, as text.
  var plain: String {
    switch content {
    case .empty: ""
    case .text(let text): text
    case .number(let number, let format), .formula(_, let number, let format):
      switch format {
      case .plain: Self.digits(number)
      case .whole: String(format: "%.0f", number)
      case .points: String(format: "%.2f", number)
      case .percent: String(format: "%.0f%%", number * 100)
      }
    case .date(let year, let month, let day): String(format: "%04d-%02d-%02d", year, month, day)
    }
  }

  /// What is seen of it, for the room that it takes.
  var shown: String {
    if case .date(let year, let month, let day) = content { return "\(year)年\(month)月\(day)日" }
    return plain
  }

  private static func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15
      ? String(format: "%.0f", number) : String(format: "%.15g", number)
  }
}
