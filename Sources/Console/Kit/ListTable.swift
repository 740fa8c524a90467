import Criteria
import Foundation
import Office
import Procedure
import Store

/// What stands in a cell of a list that leaves the program.
enum ListValue: Sendable, Hashable {
  case empty
  /// Words, which no program takes for a formula.
  case text(String)
  case whole(Int)
  case points(Points)
  case day(Day)
}

/// A list as it leaves the program: a head, and typed cells under it.
struct ListTable: Sendable, Hashable {
  /// The kinds of file that a list leaves as.
  enum Kind: String, CaseIterable {
    case xlsx, csv
  }

  let title: String
  let head: [String]
  let rows: [[ListValue]]

  /// The rows in the columns that their screen declares, those first that it shows.
  init<Row>(
    _ title: Phrase, _ columns: [ListColumn<Row>], of rows: [Row], _ context: Context
  ) {
    let columns = columns.compactMap { column in column.value.map { (column.title, $0) } }
    self.title = context.say(title)
    head = columns.map { context.say($0.0) }
    self.rows = rows.map { row in columns.map { $0.1(row) } }
  }

  /// The file.
  ///
  /// - Throws: `WritingFault`.
  func bytes(as kind: Kind, at now: Moment) throws -> Data {
    switch kind {
    case .xlsx:
      try Spreadsheet(title: title, sheets: [sheet])
        .xlsx(created: Date(timeIntervalSince1970: Double(now.seconds)))
    case .csv: TableExport.csv(rows: sheet.plainRows)
    }
  }

  /// The sheet of the workbook, whose words are those of CSV as well.
  private var sheet: Spreadsheet.Sheet {
    Spreadsheet.Sheet(
      name: title, columns: head.map { _ in .fitted },
      rows: [head.map { .head($0) }] + rows.map { $0.map(Self.cell) }, isLandscape: true)
  }

  private static func cell(_ value: ListValue) -> Spreadsheet.Cell {
    switch value {
    case .empty: Spreadsheet.Cell(.empty)
    case .text(let text): text.isEmpty ? Spreadsheet.Cell(.empty) : .text(text)
    case .whole(let number): .number(Double(number), .whole)
    case .points(let points): .number(Double(points.hundredths) / 100, .points)
    case .day(let day):
      Spreadsheet.Cell(.date(year: day.year, month: day.month, day: day.day))
    }
  }
}

/// Where a list is written, and as what: the ending says it, a workbook where there is none.
struct ListFile {
  let name: String
  let kind: ListTable.Kind

  /// A name as a person typed it.
  init(typed: String) {
    let lower = typed.lowercased()
    if let kind = ListTable.Kind.allCases.first(where: { lower.hasSuffix(".\($0.rawValue)") }) {
      (name, self.kind) = (typed, kind)
    } else {
      (name, kind) = ("\(typed).\(ListTable.Kind.xlsx.rawValue)", .xlsx)
    }
  }
}
