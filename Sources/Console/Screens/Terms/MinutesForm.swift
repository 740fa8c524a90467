import Foundation
import Procedure
import Terminal

/// The minutes of a meeting that was held: who was not there and why, what was decided and why.
enum MinutesForm {
  static func form(
    _ meeting: Meeting, _ minutes: Minutes, _ context: Context
  ) -> ScreenForm<MeetingsPage> {
    let id = meeting.id
    let asks = Asks(
      .known(id),
      ActField<[MeetingAbsence]>.line(
        "absences", .Terms.absent,
        minutes.absences.map { "\($0.name) \($0.reason)" }.joined(separator: "\n"), rows: 3,
        help: .Terms.absentHelp, probes: [[]], refused: .about(.name)
      ) { text throws(Wrong) in
        var found: [MeetingAbsence] = []
        for line in lines(text) {
          let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
          guard words.count == 2 else { throw Wrong(why: .Terms.noAbsence(line)) }
          found.append(MeetingAbsence(name: words[0], reason: words[1]))
        }
        return found
      },
      ActField<[MeetingDecision]>.line(
        "decisions", .Terms.decided,
        minutes.decisions.map { "\($0.text) \(mark)\($0.grounds)" }.joined(separator: "\n"),
        rows: 6, help: .Terms.decidedHelp, probes: [[]], refused: .otherwise
      ) { text throws(Wrong) in
        var found: [MeetingDecision] = []
        for line in lines(text.replacing("理由:", with: mark)) {
          let parts = line.split(separator: mark, maxSplits: 1).map {
            $0.trimmingCharacters(in: .whitespaces)
          }
          guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
            throw Wrong(why: .Terms.noDecision(line))
          }
          found.append(MeetingDecision(text: parts[0], grounds: parts[1]))
        }
        return found
      },
      lead: [context.name(of: id)], lines: [.Terms.minutesMean]
    ) { id, absences, decisions in
      Intent(.cycle(.recordMinutes(id, Minutes(absences: absences, decisions: decisions))))
    }
    return ScreenForm("minutes", .Terms.minutes, about: id.rawValue, asks, context)
  }

  /// What stands before the grounds of a decision.
  private static let mark = "理由："

  private static func lines(_ text: String) -> [String] {
    text.lines.map(String.init).filter { !$0.isBlank }
  }
}
