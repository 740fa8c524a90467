import COffice
import Foundation

extension Spreadsheet {
  /// The workbook as a file (.xlsx); the same sheets and date give the same bytes.
  ///
  /// - Throws: `WritingFault`.
  public func xlsx(created: Date) throws(WritingFault) -> Data {
    try checkNames()
    var opened: OpaquePointer?
    let seconds = Int64(created.timeIntervalSince1970)
    let answer = coffice_book_open(Markup.line(title), seconds, &opened)
    guard let book = opened else {
      throw answer == COFFICE_MISSING.rawValue ? .missing(.libxlsxwriter) : .failed
    }
    var fault: WritingFault?
    var writer = SheetWriter(book: book)
    do throws(WritingFault) {
      for sheet in sheets { try writer.write(sheet) }
    } catch {
      fault = error
    }
    var bytes: UnsafeMutablePointer<CChar>?
    var size = 0
    let closed = coffice_book_close(book, &bytes, &size)
    defer { free(bytes) }
    if let fault { throw fault }
    guard closed == 0, let bytes else { throw .failed }
    return Data(bytes: bytes, count: size)
  }

  private func checkNames() throws(WritingFault) {
    var names: Set<String> = []
    for sheet in sheets {
      let name = sheet.name
      let isTaken =
        !name.isEmpty && name.utf16.count <= 31 && !name.contains { "[]:*?/\\".contains($0) }
        && name.first != "'" && name.last != "'" && Markup.line(name) == name
      guard isTaken, names.insert(name.lowercased()).inserted else { throw .sheetName(name) }
    }
  }
}

/// Writes sheets into a workbook.
struct SheetWriter {
  let book: OpaquePointer
  /// The formats made so far; a workbook has each once.
  private var formats: [FormatKey: UnsafeMutableRawPointer] = [:]
  /// What a cell holds at most.
  private static let longest = 32_767
  /// What no row is higher than.
  private static let highest = 409.0

  private struct FormatKey: Hashable {
    var style: Spreadsheet.Style
    var number: String?
  }

  init(book: OpaquePointer) { self.book = book }

  mutating func write(_ sheet: Spreadsheet.Sheet) throws(WritingFault) {
    var setup = coffice_sheet()
    setup.is_landscape = sheet.isLandscape
    setup.is_protected = sheet.isProtected
    setup.frozen_rows = UInt32(max(0, sheet.headRows))
    setup.frozen_columns = UInt16(max(0, min(sheet.frozenColumns, 100)))
    setup.repeated_from = 0
    setup.repeated_to = Int32(sheet.headRows) - 1
    guard coffice_book_add_sheet(book, sheet.name, &setup) else { throw .sheetName(sheet.name) }
    for (index, column) in sheet.columns.enumerated() {
      let width = Double(Self.width(column, at: index, of: sheet))
      guard coffice_book_column(book, UInt16(index), width, column == .hidden) else {
        throw Self.fault(sheet, 0, index)
      }
    }
    for row in sheet.rows.indices {
      let least = sheet.heights[row] ?? 0
      let height = min(max(least, Self.height(row, of: sheet)), Self.highest)
      guard height > 0 else { continue }
      guard coffice_book_row(book, UInt32(row), height) else { throw Self.fault(sheet, row, 0) }
    }
    var covered: Set<CellPlace> = []
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let place = CellPlace(row: row, column: column)
        if covered.contains(place) {
          guard cell.content == .empty else { throw Self.fault(sheet, row, column) }
          continue
        }
        for below in row..<row + cell.rows {
          for beside in column..<column + cell.columns {
            covered.insert(CellPlace(row: below, column: beside))
          }
        }
        guard write(cell, place) else { throw Self.fault(sheet, row, column) }
      }
    }
    for check in sheet.checks {
      guard write(check) else {
        throw Self.fault(sheet, check.rows.lowerBound, check.columns.lowerBound)
      }
    }
  }

  private static func fault(_ sheet: Spreadsheet.Sheet, _ row: Int, _ column: Int) -> WritingFault {
    .cell(sheet: sheet.name, place: CellPlace(row: row, column: column).description)
  }

  private mutating func write(_ cell: Spreadsheet.Cell, _ place: CellPlace) -> Bool {
    guard let format = format(cell) else { return false }
    let (row, column) = (UInt32(place.row), UInt16(place.column))
    if cell.rows > 1 || cell.columns > 1 {
      let last = (row + UInt32(cell.rows) - 1, column + UInt16(cell.columns) - 1)
      guard coffice_book_merge(book, row, column, last.0, last.1, format) else { return false }
    }
    switch cell.content {
    case .empty: return coffice_book_blank(book, row, column, format)
    case .text(let text):
      let text = Markup.cleaned(text)
      return text.utf16.count <= Self.longest && coffice_book_text(book, row, column, text, format)
    case .number(let number, _):
      return number.isFinite && coffice_book_number(book, row, column, number, format)
    case .date(let year, let month, let day):
      guard let serial = Self.serial(year, month, day) else { return false }
      return coffice_book_number(book, row, column, Double(serial), format)
    case .formula(let formula, let value, _):
      return value.isFinite && coffice_book_formula(book, row, column, "=" + formula, value, format)
    }
  }

  private mutating func format(_ cell: Spreadsheet.Cell) -> UnsafeMutableRawPointer? {
    let number: String? =
      switch cell.content {
      case .empty: cell.style.isUnlocked ? nil : "General"
      // As text it stays text when somebody goes into the cell and out again.
      case .text: "@"
      case .number(_, let format), .formula(_, _, let format): format.rawValue
      case .date: "yyyy\"年\"m\"月\"d\"日\""
      }
    let key = FormatKey(style: cell.style, number: number)
    if let known = formats[key] { return known }
    let made = "宋体".withCString { font in
      func make(_ number: UnsafePointer<CChar>?) -> UnsafeMutableRawPointer? {
        var wanted = coffice_format()
        (wanted.number, wanted.font, wanted.size) = (number, font, cell.style.size)
        wanted.fill = cell.style.fill.map(Int32.init) ?? -1
        wanted.alignment = cell.style.alignment.rawValue
        wanted.is_bold = cell.style.isBold
        wanted.is_wrapped = true
        wanted.has_border = cell.style.hasBorder
        wanted.is_unlocked = cell.style.isUnlocked
        return coffice_book_format(book, &wanted)
      }
      return number.map { $0.withCString { make($0) } } ?? make(nil)
    }
    formats[key] = made
    return made
  }

  private func write(_ check: Spreadsheet.Check) -> Bool {
    var wanted = coffice_check()
    var list: [UnsafeMutablePointer<CChar>?] = []
    switch check.allowed {
    case .list(let words): list = words.map { strdup($0) } + [nil]
    case .number(let range): (wanted.least, wanted.most) = (range.lowerBound, range.upperBound)
    case .length(let most): (wanted.is_length, wanted.least, wanted.most) = (true, 0, Double(most))
    }
    defer { for word in list { free(word) } }
    return check.refusal.withCString { message in
      list.withUnsafeMutableBufferPointer { words in
        wanted.message = message
        wanted.title = nil
        let pointer = words.baseAddress.map { UnsafeRawPointer($0) }
        if !words.isEmpty {
          wanted.list = pointer?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
        }
        return coffice_book_check(
          book, UInt32(check.rows.lowerBound), UInt16(check.columns.lowerBound),
          UInt32(check.rows.upperBound), UInt16(check.columns.upperBound), &wanted)
      }
    }
  }

  /// Points that a row of more than one line takes; not every program measures such rows anew.
  private static func height(_ row: Int, of sheet: Spreadsheet.Sheet) -> Double {
    let heights = sheet.rows[row].enumerated().map { column, cell in
      let covered = sheet.columns.indices.clamped(to: column..<column + cell.columns)
      // A column that nobody described is as broad as a program makes it.
      let room = covered.reduce(0) { $0 + width(sheet.columns[$1], at: $1, of: sheet) }
      let across = max(1, Double(room > 0 ? room - 1 : 8) * 11 / cell.style.size)
      let lines = Markup.lines(cell.shown).reduce(0) { sum, line in
        sum + max(1, Int((Double(TableLayout.width(line)) / across).rounded(.up)))
      }
      return cell.rows > 1 || lines < 2 ? 0 : Double(lines) * cell.style.size * 1.4 + 2
    }
    return heights.max() ?? 0
  }

  /// Half-width characters.
  private static func width(
    _ column: Spreadsheet.Column, at index: Int, of sheet: Spreadsheet.Sheet
  ) -> Int {
    switch column {
    case .characters(let count): return min(max(1, count), 250)
    case .hidden: return 8
    case .fitted:
      let widest =
        sheet.rows.lazy.flatMap { row -> [String] in
          guard row.indices.contains(index), row[index].columns == 1,
            row[index].style.size <= 12
          else { return [] }
          return Markup.lines(row[index].shown)
        }.map(TableLayout.width).max() ?? 0
      return min(max(6, widest + 2), 60)
    }
  }

  /// Days as workbooks count them; nil where there is no such day or none after February 1900.
  private static func serial(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    var calendar = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(identifier: "GMT") else { return nil }
    calendar.timeZone = zone
    let parts = DateComponents(year: year, month: month, day: day)
    guard parts.isValidDate(in: calendar), let date = calendar.date(from: parts) else { return nil }
    let serial = Int((date.timeIntervalSince1970 / 86_400).rounded()) + 25_569
    return serial > 60 && year < 10_000 ? serial : nil
  }
}
