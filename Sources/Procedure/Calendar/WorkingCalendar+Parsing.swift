import Foundation

/// The columns of a calendar of working days.
private enum CalendarColumn: String, TableColumn {
  case date, kind, name

  var titles: [String] {
    switch self {
    case .date: [rawValue, "日期"]
    case .kind: [rawValue, "类型", "安排"]
    case .name: [rawValue, "名称", "节日", "说明"]
    }
  }

  var isRequired: Bool { true }
}

extension WorkingCalendar {
  /// Reads a table of date, kind and name, kind being holiday or workday; in Chinese as well.
  ///
  /// As a spreadsheet writes it (`TextTable`): further columns are passed over.
  /// - Throws: a `CalendarFault` with every line at fault; where the head is wrong, with that alone.
  public static func parse(_ text: String) throws(CalendarFault) -> WorkingCalendar {
    let table = TextTable(text)
    guard let first = table.records.first else {
      throw CalendarFault([.init(line: 1, problem: .header)])
    }
    let head = TableHead<CalendarColumn>(first)
    if first.isBroken { throw CalendarFault([.init(line: first.line, problem: .quotes)]) }
    guard head.missing.isEmpty, head.repeated.isEmpty else {
      throw CalendarFault([.init(line: first.line, problem: .header)])
    }
    var exceptions: [Day: Exception] = [:]
    var slips: [CalendarFault.Slip] = []
    for record in table.records.dropFirst() {
      do throws(CalendarFault.Problem) {
        let (day, exception) = try read(record, under: head)
        if exceptions[day] != nil { throw .repeatedDate(day) }
        exceptions[day] = exception
      } catch {
        let column = error.column.map { head.title(of: $0) }
        slips.append(.init(line: record.line, column: column, problem: error))
      }
    }
    if !slips.isEmpty { throw CalendarFault(slips) }
    return WorkingCalendar(exceptions: exceptions)
  }

  /// The headings of such a table under which nothing was read.
  public static func spareColumns(of text: String) -> [String] {
    TextTable(text, limit: 1).records.first.map { TableHead<CalendarColumn>($0).spare } ?? []
  }

  /// One line.
  private static func read(
    _ record: TextTable.Record, under head: TableHead<CalendarColumn>
  ) throws(CalendarFault.Problem) -> (day: Day, exception: Exception) {
    if record.isBroken { throw .quotes }
    guard head.fits(record) else {
      throw .fieldCount(record.cells.count, wanted: head.width)
    }
    let (date, kind) = (head.cell(.date, of: record), head.cell(.kind, of: record))
    guard let day = Day(date) ?? Day(typed: date) else { throw .notADate(date) }
    let name = head.cell(.name, of: record).onOneLine
    switch kind.lowercased() {
    case "holiday", "放假", "节假日": return (day, .holiday(name))
    case "workday", "调休上班", "上班", "补班":
      if !day.weekday.isWeekend { throw .needlessWorkday(day) }
      return (day, .workday(name))
    default: throw .unknownKind(kind)
    }
  }
}

extension CalendarFault.Problem {
  /// The column that it is about, where it is about one.
  fileprivate var column: CalendarColumn? {
    switch self {
    case .header, .fieldCount, .quotes: nil
    case .notADate, .repeatedDate, .needlessWorkday: .date
    case .unknownKind: .kind
    }
  }
}
