import Foundation

/// The columns that a kind of table has, by the names that people give them.
public protocol TableColumn: CaseIterable, Hashable, Sendable {
  /// What a heading may say: the name of the field first, then its Chinese names.
  var titles: [String] { get }
  /// Whether a table must have it.
  var isRequired: Bool { get }
}

/// The first row of a table: which column stands where.
public struct TableHead<Column: TableColumn>: Sendable {
  /// Where the columns stand, counted from 0.
  public private(set) var places: [Column: Int] = [:]
  /// What the row calls the columns that it has.
  public private(set) var titles: [Column: String] = [:]
  /// Headings that are no column of the table; nothing under them is read.
  public private(set) var spare: [String] = []
  /// Headings of columns that stand there already.
  public private(set) var repeated: [String] = []
  /// How many cells the row has.
  public let width: Int

  /// Reads a first row.
  public init(_ record: TextTable.Record) {
    width = record.cells.count
    for (index, cell) in record.cells.enumerated() {
      let title = cell.trimmingCharacters(in: .whitespacesAndNewlines)
      // Spreadsheets leave empty columns behind.
      if title.isEmpty { continue }
      guard let column = Self.column(title) else {
        spare.append(String(title.prefix(40)))
        continue
      }
      if places[column] != nil { repeated.append(title) }
      places[column] = index
      titles[column] = title
    }
  }

  /// Columns that must be there and are not.
  public var missing: [Column] {
    Column.allCases.filter { $0.isRequired && places[$0] == nil }
  }

  /// What a column is called: as the row has it, else in the language of the others.
  public func title(of column: Column) -> String {
    if let title = titles[column] { return title }
    let isChinese = titles.values.contains { !$0.allSatisfy(\.isASCII) }
    return (isChinese ? column.titles.dropFirst().first : nil) ?? column.titles.first ?? ""
  }

  /// The cell of a row under a column, without the blanks around it; empty where there is none.
  public func cell(_ column: Column, of record: TextTable.Record) -> String {
    guard let place = places[column], place < record.cells.count else { return "" }
    return record.cells[place].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Whether a row has a cell for each heading, and nothing behind the last.
  public func fits(_ record: TextTable.Record) -> Bool {
    record.cells.count >= width && record.cells.dropFirst(width).allSatisfy(\.isBlank)
  }

  /// The column that a heading names, whatever its width, case, blanks and remarks in brackets.
  public static func column(_ title: String) -> Column? {
    let plain = title.precomposedStringWithCompatibilityMapping.lowercased()
      .prefix { $0 != "(" }.filter { !$0.isWhitespace && $0 != "*" }
    return Column.allCases.first { $0.titles.contains { $0.lowercased() == plain } }
  }
}
