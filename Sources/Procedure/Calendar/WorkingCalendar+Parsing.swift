import Foundation

extension WorkingCalendar {
  /// Reads `date,kind,name` lines, kind being holiday or workday.
  ///
  /// A byte-order mark, blank lines, space around fields and either line end are tolerated, because
  /// such files are kept with spreadsheets. Quotation marks are not used by this format.
  /// - Throws: a `CalendarFault` with every line at fault; where the head is wrong, with that alone.
  public static func parse(_ text: String) throws(CalendarFault) -> WorkingCalendar {
    var exceptions: [Day: Exception] = [:]
    var slips: [CalendarFault.Slip] = []
    var hasHeader = false
    let body =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    let lines = String(body).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard hasHeader else {
        if fields != ["date", "kind", "name"] {
          throw CalendarFault([.init(line: index + 1, problem: .header)])
        }
        hasHeader = true
        continue
      }
      do throws(CalendarFault.Problem) {
        let (day, exception) = try read(fields)
        if exceptions[day] != nil { throw .repeatedDate(day) }
        exceptions[day] = exception
      } catch {
        slips.append(.init(line: index + 1, problem: error))
      }
    }
    if !hasHeader { slips.append(.init(line: 1, problem: .header)) }
    if !slips.isEmpty { throw CalendarFault(slips) }
    return WorkingCalendar(exceptions: exceptions)
  }

  /// One line.
  private static func read(
    _ fields: [String]
  ) throws(CalendarFault.Problem) -> (day: Day, exception: Exception) {
    if fields.count != 3 { throw .fieldCount(fields.count) }
    guard let day = Day(fields[0]) else { throw .notADate(fields[0]) }
    switch fields[1] {
    case "holiday": return (day, .holiday(fields[2]))
    case "workday" where !day.weekday.isWeekend: throw .needlessWorkday(day)
    case "workday": return (day, .workday(fields[2]))
    default: throw .unknownKind(fields[1])
    }
  }
}
