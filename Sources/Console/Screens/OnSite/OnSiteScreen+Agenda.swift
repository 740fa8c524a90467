import Criteria
import Foundation
import Procedure
import Terminal

/// The agenda by day and time (S2).
extension OnSiteScreen {
  /// A row of the agenda's pane.
  enum AgendaRow: Sendable, Hashable {
    /// A day, with its number in the visit.
    case day(Day, Int)
    /// A line, by its place in the agenda.
    case line(Int)

    /// The line's place, where the row is one.
    var line: Int? {
      if case .line(let place) = self { place } else { nil }
    }
  }

  /// Days as headings with their lines under them.
  var agendaRows: [AgendaRow] {
    guard let visit else { return [] }
    var rows: [AgendaRow] = []
    var day: Day?
    for (place, line) in visit.agenda.enumerated() {
      if line.day != day {
        day = line.day
        rows.append(.day(line.day, visit.from.days(until: line.day) + 1))
      }
      rows.append(.line(place))
    }
    return rows
  }

  /// The first line that has not been held.
  var currentLine: Int? { visit?.agenda.firstIndex { !$0.done } }

  /// The place of the selected line in the agenda.
  var selectedLine: Int? {
    let rows = agendaRows
    return rows.indices.contains(agendaList.selection) ? rows[agendaList.selection].line : nil
  }

  /// Selects a line by its place in the agenda.
  mutating func selectLine(_ place: Int, _ context: Context) {
    let rows = agendaRows
    agendaList.select(
      rows.firstIndex(of: .line(place)) ?? 1, count: rows.count, rows: layout(context).agendaRows
    ) { rows[$0].line != nil }
  }

  func toggleHeld() -> [Effect] {
    guard let place = selectedLine else { return [] }
    return change { $0[place].done.toggle() }
  }

  /// Keeps which line a form or a question is about.
  mutating func takeLineInHand() {
    guard let visit, let place = selectedLine else { return }
    lineInHand = Self.name(of: visit.agenda[place])
  }

  /// Where the line that a form or a question is about stands now; nil where it is gone.
  private var placeInHand: Int? { visit?.agenda.firstIndex { Self.name(of: $0) == lineInHand } }

  mutating func askToRemove() -> [Effect] {
    guard let visit, let place = selectedLine else { return [] }
    takeLineInHand()
    let line = visit.agenda[place]
    return [
      .ask(
        .confirm(
          id: "removeLine", title: .OnSite.removeLineQuestion,
          lines: [
            .plain("\(Phrase.OnSite.short(line.day)) \(line.time)  ") + .agenda(line.kind)
              + .plain("  \(line.title)")
          ], yes: .OnSite.removeYes))
    ]
  }

  func removeLine() -> [Effect] {
    guard let place = placeInHand else { return [.say(Notice(.warning, .OnSite.lineGone))] }
    return change { $0.remove(at: place) }
  }

  /// Writes the agenda with a change.
  func change(_ body: (inout [AgendaLine]) -> Void) -> [Effect] {
    guard let dossier, var agenda = visit?.agenda else { return [] }
    body(&agenda)
    return [.perform([.dossier(dossier.id, .changeAgenda(agenda))], ticket: "agenda")]
  }

  // MARK: The form of a line

  /// The form of a line; of a new one where there is none.
  func lineSheet(_ line: AgendaLine?, _ context: Context) -> FormSheet? {
    guard let visit else { return nil }
    let days = days(of: visit)
    let kind = line.flatMap { AgendaKind.allCases.firstIndex(of: $0.kind) } ?? 2
    return FormSheet(
      id: line == nil ? "addLine" : "editLine",
      title: line == nil ? .OnSite.addLine : .OnSite.editLine,
      about: line.map(Self.name) ?? "",
      form: Form([
        FormField(
          id: "kind", label: context.say(Phrase.OnSite.kind),
          kind: .choice(
            options: AgendaKind.allCases.map { context.say(.agenda($0)) }, selected: kind)),
        .choice(
          "day", .OnSite.day,
          of: days.map { FormField.Option(.plain($0.description), $0.description) },
          selected: (line?.day ?? context.now.day).description, help: .plain(""), context),
        FormField(
          id: "time", label: context.say(Phrase.OnSite.time),
          kind: .text(TextField(line?.time ?? "", maxLength: 8)), isRequired: true,
          help: context.say(Phrase.OnSite.timeHelp)),
        FormField(
          id: "title", label: context.say(Phrase.OnSite.lineTitle),
          kind: .text(TextField(line?.title ?? "", maxLength: 100))),
        FormField(
          id: "done", label: context.say(Phrase.OnSite.isHeld), kind: .toggle(line?.done ?? false)),
      ]))
  }

  /// By which a line is found again: its day, its time, its kind and its title.
  static func name(of line: AgendaLine) -> String {
    "\(line.day) \(line.time) \(line.kind) \(line.title)"
  }

  private func days(of visit: Visit) -> [Day] {
    (0...max(0, visit.from.days(until: visit.until))).map { visit.from.adding(days: $0) }
  }

  /// Takes a line over; a time that is none is named in its field.
  func takeLine(_ id: String, _ form: Form, _ context: Context) -> [Effect] {
    guard let visit else { return [.closeForm] }
    let place = id == "editLine" ? placeInHand : nil
    func revise(_ field: String, _ why: Phrase) -> [Effect] {
      guard var sheet = lineSheet(place.map { visit.agenda[$0] }, context) else {
        return [.closeForm]
      }
      sheet.form = form
      sheet.form.errors = [field: context.say(why)]
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    // Somebody changed or removed it meanwhile: the next F5 adds a line.
    if id == "editLine", place == nil { return revise("title", .OnSite.lineGoneAdd) }
    guard let time = Self.time(form.text("time")) else { return revise("time", .OnSite.wrongTime) }
    guard let day = form.value("day").flatMap({ Day($0) }) else { return [.closeForm] }
    let line = AgendaLine(
      kind: AgendaKind.allCases[form.choice("kind") ?? 0], day: day,
      time: time, title: form.text("title"), done: form.isOn("done"))
    return change { agenda in
      if let place {
        agenda[place] = line
      } else {
        agenda.append(line)
      }
    }
  }

  /// A time of day as «HH:MM» from what people type: "9:30", "0930", "９：３０".
  static func time(_ text: String) -> String? {
    let plain = text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":") }) else { return nil }
    var parts = plain.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, (3...4).contains(plain.count) {
      parts = [String(plain.dropLast(2)), String(plain.suffix(2))]
    } else if parts.count == 1 {
      parts.append("00")
    }
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
