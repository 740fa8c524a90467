import Foundation

extension WorkingCalendar {
  /// Reads `date,kind,name` lines, kind being holiday or workday.
  ///
  /// A byte-order mark, blank lines, space around fields and either line end are tolerated, because
  /// such files are kept with spreadsheets. Quotation marks are not used by this format.
  /// - Throws: a `CalendarFault` with the first line at fault.
  public static func parse(_ text: String) throws(CalendarFault) -> WorkingCalendar {
    var exceptions: [Day: Exception] = [:]
    var hasHeader = false
    let body =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    let lines = String(body).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      func fault(_ problem: CalendarFault.Problem) -> CalendarFault {
        CalendarFault(line: index + 1, problem: problem)
      }
      guard hasHeader else {
        if fields != ["date", "kind", "name"] { throw fault(.header) }
        hasHeader = true
        continue
      }
      if fields.count != 3 { throw fault(.fieldCount(fields.count)) }
      guard let day = Day(fields[0]) else { throw fault(.notADate(fields[0])) }
      if exceptions[day] != nil { throw fault(.repeatedDate(day)) }
      switch fields[1] {
      case "holiday": exceptions[day] = .holiday(fields[2])
      case "workday" where !day.weekday.isWeekend: throw fault(.needlessWorkday(day))
      case "workday": exceptions[day] = .workday(fields[2])
      default: throw fault(.unknownKind(fields[1]))
      }
    }
    if !hasHeader { throw CalendarFault(line: 1, problem: .header) }
    return WorkingCalendar(exceptions: exceptions)
  }
}
