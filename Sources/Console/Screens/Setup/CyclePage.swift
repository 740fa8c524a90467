import Foundation
import Procedure
import Store
import Terminal

/// The year (年度): its opening, call, calendar and close, and the clock (M7, W, V5).
struct CyclePage: TextPage {
  static let part = SetupScreen.Part.cycle
  var pane = PageText()

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    let isOpen = context.cycle.year != nil && !context.cycle.isClosed
    let whenOpen: Availability =
      isOpen ? .available : .disabled(.reason(.noCycle, context))
    return [
      ScreenAction(
        "enter", .Setup.openCycle, keys: [.enter], shown: .plain("Enter"),
        help: .Setup.openCycleHelp,
        availability: isOpen ? .disabled(.reason(.cycleOpen, context)) : .available,
        importance: isOpen ? 0 : 9
      ) { page, context in page.open("cycle", context) },
      ScreenAction(
        "call", .Setup.announceCall, keys: [.function(4)], shown: .plain("F4"),
        help: .Setup.announceCallHelp, availability: whenOpen, importance: 9
      ) { page, context in page.open("call", context) },
      ScreenAction(
        "calendar", .Setup.loadCalendar, keys: [.function(6)], shown: .plain("F6"),
        help: .Setup.loadCalendarHelp, importance: 2
      ) { page, context in page.open("calendar", context) },
      ScreenAction(
        "close", .Setup.closeCycle, keys: [.function(7)], shown: .plain("F7"),
        help: .Setup.closeCycleHelp, availability: whenOpen, importance: 1,
        does: [.load(.underWay)]),
      ScreenAction(
        "clock", .Setup.correctClock, keys: [.function(9)], shown: .plain("F9"),
        help: .Setup.correctClockHelp, importance: 0
      ) { page, context in page.open("clock", context) },
    ]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case "cycle":
      ScreenForm(Self.cycleSheet(context)) { _, form, context in Self.openCycle(form, context) }
    case "call":
      ScreenForm(Self.callSheet(context)) { _, form, context in Self.announceCall(form, context) }
    case "calendar":
      .file(name, .Setup.loadCalendar, .Setup.calendarMeans, context) { _, path in
        [.readCalendar(path: path, ticket: "calendar")]
      }
    case "clock":
      ScreenForm(Self.clockSheet(context)) { _, form, _ in
        .effects([.correctClock(reason: form.text("reason"), ticket: "clock")])
      }
    default: nil
    }
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    read(message, context)
    return switch message {
    case .loaded(.calendar(let text)): Self.ask(aboutCalendar: text, context)
    case .loaded(.underWay(let cases)): Self.ask(toCloseWith: cases, context)
    default: []
    }
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    ParameterLines.cycle(width: width, context)
  }

  // MARK: Opening and closing

  private static func cycleSheet(_ context: Context) -> FormSheet {
    let year = context.now.day.year
    return FormSheet(
      id: "cycle", title: Phrase.Setup.openCycle.bare,
      lines: [.Setup.cycleMeans(context.parameters.city)],
      form: Form([
        .line("year", .Setup.year, "\(year)", isRequired: true, context),
        .line(
          "title", .Setup.cycleTitle, context.say(Phrase.Setup.cycleTitle(year)),
          isRequired: true, context),
      ]))
  }

  private static func openCycle(_ form: Form, _ context: Context) -> ScreenForm<Self>.Outcome {
    guard let year = Int(Form.plain(form.text("year"))) else {
      return .faults(["year": .Setup.noNumber])
    }
    let command = Command.cycle(
      .openCycle(
        year: year, title: form.trimmed("title"), parameters: context.parameters,
        edition: nil))
    if let refusal = context.refusal(of: command) {
      let field = refusal.reason == .badYear ? "year" : "title"
      return .faults([field: Notices.sentence(refusal, context)])
    }
    return .effects([.perform([command], ticket: "cycle")])
  }

  /// Closing is refused before it is asked about, where applications are under way.
  private static func ask(toCloseWith underWay: [CaseID], _ context: Context) -> [Effect] {
    let title = Phrase.Setup.closeCycle.bare
    if let refusal = Refusal(casesOpen: underWay) {
      return [.ask(.noted("underWay", title, [Notices.sentence(refusal, context)]))]
    }
    return [
      .confirm(
        "close", title, [.Setup.closeMeans],
        then: [.perform([.cycle(.closeCycle)], ticket: "cycle")])
    ]
  }

  /// The time of the last entry made here was wrong: noted with its reason (V5).
  private static func clockSheet(_ context: Context) -> FormSheet {
    FormSheet(
      id: "clock", title: Phrase.Setup.correctClock.bare,
      lines: [.clockNow(context.now), .Setup.correctClockMeans],
      form: Form([
        FormField(
          id: "reason", label: context.say(.reason),
          kind: .area(TextArea(maxLength: 500), rows: 3), isRequired: true)
      ]))
  }

  // MARK: Call and calendar

  private static func callSheet(_ context: Context) -> FormSheet {
    let call = context.cycle.call
    let from = call?.from ?? context.now.day
    return FormSheet(
      id: "call", title: Phrase.Setup.announceCall.bare, lines: [.Setup.callMeans],
      form: Form([
        .line(
          "from", .Setup.callFrom, from.description, isRequired: true, help: .Case.dayHelp, context
        ),
        .line(
          "until", .Setup.callUntil, (call?.until ?? from.adding(days: 30)).description,
          isRequired: true, help: .Case.dayHelp, context),
      ]))
  }

  private static func announceCall(_ form: Form, _ context: Context) -> ScreenForm<Self>.Outcome {
    var faults: [String: Phrase] = [:]
    for field in ["from", "until"] where Day(typed: form.text(field)) == nil {
      faults[field] = .Case.noDay
    }
    guard let from = Day(typed: form.text("from")), let until = Day(typed: form.text("until"))
    else { return .faults(faults) }
    let command = Command.cycle(.call(from: from, until: until))
    if let refusal = context.refusal(of: command) {
      return .faults(["until": Notices.sentence(refusal, context)])
    }
    return .effects([.perform([command], ticket: "call")])
  }

  /// W: what a calendar would bring, to be looked at before it counts; or every fault of it.
  private static func ask(aboutCalendar text: String, _ context: Context) -> [Effect] {
    let command = Command.cycle(.loadCalendar(text))
    let refusal = context.refusal(of: command)
    guard refusal == nil, let calendar = try? WorkingCalendar.parse(text) else {
      let lines: [Phrase] =
        switch refusal?.reason {
        case .badCalendar(let fault): Phrase.Calendar.lines(fault)
        default: refusal.map { [Notices.sentence($0, context)] } ?? []
        }
      return [.ask(.noted("faulty", .Calendar.faulty, lines))]
    }
    return [
      .confirm(
        "calendar", .Calendar.preview,
        Phrase.Calendar.preview(of: calendar) + [.Calendar.loadMeans], yes: .Calendar.load,
        then: [.perform([command], ticket: "calendar")])
    ]
  }
}

extension Question {
  /// Words to be read, with the way back and no other.
  fileprivate static func noted(_ id: String, _ title: Phrase, _ lines: [Phrase]) -> Question {
    Question(
      id: id, title: title, lines: lines,
      choices: [Choice("back", .back, key: .escape, keyName: "Esc")])
  }
}
