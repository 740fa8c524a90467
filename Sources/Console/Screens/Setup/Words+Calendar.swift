import Foundation
import Procedure

/// Words of the calendar that is loaded (W).
extension Phrase {
  enum Calendar {
    static let preview = Phrase("核对工作日历", "Check the calendar")
    static let faulty = Phrase("工作日历有误，未载入", "The calendar is wrong; nothing was loaded")
    static let load = Phrase("载入", "Load")
    static let loadMeans = Phrase(
      "载入后不能更改，暂定的期限按此重新计算。",
      "It cannot be changed afterwards; provisional terms are counted anew.")

    /// How many faults are named one by one.
    static let named = 20

    static func sentence(_ fault: CalendarFault) -> Phrase {
      let lines = lines(fault)
      return Phrase("工作日历有 \(fault.slips.count) 行有误：", "lines of the calendar at fault: ")
        + Phrase(
          lines.map(\.zh).joined(separator: "；"), lines.map(\.en).joined(separator: "; "))
    }

    /// A line for every fault, up to 20, and how many more there are.
    static func lines(_ fault: CalendarFault) -> [Phrase] {
      let more = fault.slips.count - named
      return fault.slips.prefix(named).map {
        Phrase(
          "第 \($0.line) 行\($0.column.map { " \($0)" } ?? "")：",
          "line \($0.line)\($0.column.map { ", \($0)" } ?? ""): ") + problem($0.problem)
      } + (more > 0 ? [Phrase("另有 \(more) 行有误", "and \(more) more lines")] : [])
    }

    private static func problem(_ problem: CalendarFault.Problem) -> Phrase {
      switch problem {
      case .header:
        Phrase(
          "首行须有三列：date（日期）、kind（类型）、name（名称），各一次",
          "the first line must name the columns date, kind and name, each once")
      case .fieldCount(let count, let wanted):
        Phrase("应有 \(wanted) 栏，现有 \(count) 栏", "\(wanted) fields are due, there are \(count)")
      case .quotes: Phrase("引号不成对", "has quotes that do not match")
      case .notADate(let text):
        Phrase("“\(text)”不是日期（须如 2027-01-01）", "“\(text)” is no date (such as 2027-01-01)")
      case .unknownKind(let text):
        Phrase(
          "“\(text)”须为 holiday（放假）或 workday（调休上班）",
          "“\(text)” must be holiday or workday")
      case .repeatedDate(let day): Phrase("\(day) 重复", "\(day) stands twice")
      case .needlessWorkday(let day):
        Phrase(
          "\(day) 不是周末，本来就上班，请核对日期", "\(day) is no weekend day: check the date")
      }
    }

    /// Columns under which nothing was read; none where there are none.
    static func spare(_ titles: [String]) -> [Phrase] {
      titles.isEmpty ? [] : [.spareColumns(titles)]
    }

    static func sentence(_ gap: CalendarGap) -> Phrase {
      let days = gap.missing.map(\.description)
      let lacks =
        days.isEmpty
        ? Phrase("", "")
        : Phrase(
          "，缺 \(days.joined(separator: "、"))", ", without \(days.joined(separator: ", "))")
      return Phrase(
        "\(gap.year) 年不完整：放假 \(gap.holidays) 天（至少 \(CalendarGap.fewest) 天）",
        "\(gap.year) is not whole: \(gap.holidays) holidays (at least \(CalendarGap.fewest))")
        + lacks + Phrase("，请按国务院办公厅的放假通知列全", "; list the whole notice")
    }

    /// What a calendar brings: for every year its holidays by name, and its make-up days.
    static func preview(of calendar: WorkingCalendar) -> [Phrase] {
      calendar.yearsCovered.sorted().flatMap { year -> [Phrase] in
        var (names, first, count) = ([String](), [String: Day](), [String: Int]())
        var made: [String] = []
        for (day, exception) in calendar.exceptions(in: year) {
          switch exception {
          case .holiday(let name):
            if first[name] == nil { names.append(name) }
            first[name] = first[name] ?? day
            count[name, default: 0] += 1
          case .workday: made.append(short(day))
          }
        }
        let off = count.values.reduce(0, +)
        return [
          Phrase(
            "\(year) 年：放假 \(off) 天，调休上班 \(made.count) 天",
            "\(year): \(off) days off, \(made.count) make-up days")
        ]
          + names.map { name in
            let (from, days) = (first[name].map(short) ?? "", count[name] ?? 0)
            return Phrase("  \(name)：\(from) 起 \(days) 天", "  \(name): \(days) from \(from)")
          }
          + (made.isEmpty
            ? []
            : [
              Phrase(
                "  调休上班：\(made.joined(separator: "、"))",
                "  make-up days: \(made.joined(separator: ", "))")
            ])
      }
    }

    private static func short(_ day: Day) -> String { String(day.description.dropFirst(5)) }
  }
}
