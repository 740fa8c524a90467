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
    case "cycle": Self.opening(context)
    case "call": Self.call(context)
    case "calendar":
      .file(name, .Setup.loadCalendar, .Setup.calendarMeans, context) { _, path in
        [.readCalendar(path: path, ticket: "calendar")]
      }
    // The time of the last entry made here was wrong: noted with its reason (V5).
    case "clock":
      ScreenForm(
        name, .Setup.correctClock,
        Asks(
          .text("reason", .reason, rows: 3, limit: 500, refused: .never),
          lines: [.clockNow(context.now), .Setup.correctClockMeans]
        ) { $0 }, context
      ) { _, reason, _ in .effects([.correctClock(reason: reason, ticket: name)]) }
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

  private static func opening(_ context: Context) -> ScreenForm<Self> {
    let year = context.now.day.year
    let asks = Asks(
      .number("year", .Setup.year, year, in: .year, refused: .of(.badYear)),
      .text(
        "title", .Setup.cycleTitle, context.say(Phrase.Setup.cycleTitle(year)), refused: .otherwise),
      lines: [.Setup.cycleMeans(context.parameters.city)]
    ) {
      Intent(
        .cycle(.openCycle(year: $0, title: $1, parameters: context.parameters, edition: nil)))
    }
    return ScreenForm("cycle", .Setup.openCycle, asks, context)
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

  // MARK: Call and calendar

  private static func call(_ context: Context) -> ScreenForm<Self> {
    let call = context.cycle.call
    let from = call?.from ?? context.now.day
    let asks = Asks(
      .day("from", .Setup.callFrom, from, refused: .never),
      .day("until", .Setup.callUntil, call?.until ?? from.adding(days: 30), refused: .otherwise),
      lines: [.Setup.callMeans]
    ) { Intent(.cycle(.call(from: $0, until: $1))) }
    return ScreenForm("call", .Setup.announceCall, asks, context)
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
        Phrase.Calendar.preview(of: calendar)
          + Phrase.Calendar.spare(WorkingCalendar.spareColumns(of: text)) + [.Calendar.loadMeans],
        yes: .Calendar.load,
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
