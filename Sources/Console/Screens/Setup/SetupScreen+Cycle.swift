import Foundation
import Procedure
import Store
import Terminal

/// The year: its opening, call, calendar and close; and the proposal of panels (M7, W, R1).
extension SetupScreen {
  /// Applications in material review; those without a panel are proposed for.
  static let waiting: QueueQuery = {
    var query = QueueQuery(scope: .stage(.independentReview), order: .number)
    query.withoutPanel = true
    return query
  }()
  /// As many as one form can hold; the next ones come after these are assigned.
  static let waitingForPanels = Request.queue(waiting, offset: 0, limit: 200)

  func cycleActions(_ context: Context) -> [Action] {
    let isOpen = context.cycle.year != nil && !context.cycle.isClosed
    let whenOpen: Availability =
      isOpen ? .available : .disabled(.reason(.noCycle, context))
    return [
      Action(
        "enter", .Setup.openCycle, keys: [.enter], shown: .plain("Enter"),
        help: .Setup.openCycleHelp,
        availability: isOpen ? .disabled(.reason(.cycleOpen, context)) : .available,
        importance: isOpen ? 0 : 9),
      Action(
        "call", .Setup.announceCall, keys: [.function(4)], shown: .plain("F4"),
        help: .Setup.announceCallHelp, availability: whenOpen, importance: 9),
      Action(
        "calendar", .Setup.loadCalendar, keys: [.function(6)], shown: .plain("F6"),
        help: .Setup.loadCalendarHelp, importance: 2),
      Action(
        "close", .Setup.closeCycle, keys: [.function(7)], shown: .plain("F7"),
        help: .Setup.closeCycleHelp, availability: whenOpen, importance: 1),
      Action(
        "clock", .Setup.correctClock, keys: [.function(9)], shown: .plain("F9"),
        help: .Setup.correctClockHelp, importance: 0),
    ]
  }

  mutating func runCycle(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "enter": return [.open(cycleSheet(context))]
    case "call": return [.open(callSheet(context))]
    case "calendar":
      return [.open(fileSheet("calendar", .Setup.loadCalendar, .Setup.calendarMeans, context))]
    case "close": return [.load(.underWay)]
    case "clock": return [.open(clockSheet(context))]
    default: return []
    }
  }

  /// Closing is refused before it is asked about, where applications are under way.
  mutating func close(with underWay: [CaseID], _ context: Context) -> [Effect] {
    if let refusal = Refusal(casesOpen: underWay) {
      return [
        .ask(
          Question(
            id: "underWay", title: Phrase.Setup.closeCycle.bare,
            lines: [Notices.sentence(refusal, context)],
            choices: [.init("back", .back, key: .escape, keyName: "Esc")]))
      ]
    }
    pending = .closeCycle
    return [
      .ask(
        .confirm(
          id: "pending", title: Phrase.Setup.closeCycle.bare, lines: [.Setup.closeMeans],
          yes: Phrase.Setup.closeCycle.bare))
    ]
  }

  /// The time of the last entry made here was wrong: noted with its reason (V5).
  private func clockSheet(_ context: Context) -> FormSheet {
    FormSheet(
      id: "clock", title: Phrase.Setup.correctClock.bare,
      lines: [.clockNow(context.now), .Setup.correctClockMeans],
      form: Form([
        FormField(
          id: "reason", label: context.say(.reason),
          kind: .area(TextArea(maxLength: 500), rows: 3), isRequired: true)
      ]))
  }

  private func callSheet(_ context: Context) -> FormSheet {
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

  func announceCall(_ form: Form, _ context: Context) -> [Effect] {
    var errors: [String: Phrase] = [:]
    for field in ["from", "until"] where Day(typed: form.text(field)) == nil {
      errors[field] = .Case.noDay
    }
    guard let from = Day(typed: form.text("from")), let until = Day(typed: form.text("until"))
    else { return revise(callSheet(context), form, errors, context) }
    let command = Command.cycle(.call(from: from, until: until))
    if let refusal = context.refusal(of: command) {
      return revise(
        callSheet(context), form, "until", Notices.sentence(refusal, context), context)
    }
    return [.perform([command], ticket: "call")]
  }

  /// W: what a calendar would bring, to be looked at before it counts; or every fault of it.
  mutating func askAbout(calendar text: String, _ context: Context) -> [Effect] {
    let refusal = context.refusal(of: .cycle(.loadCalendar(text)))
    guard refusal == nil, let calendar = try? WorkingCalendar.parse(text) else {
      let lines: [Phrase] =
        switch refusal?.reason {
        case .badCalendar(let fault): Phrase.Calendar.lines(fault)
        default: refusal.map { [Notices.sentence($0, context)] } ?? []
        }
      return [
        .ask(
          Question(
            id: "faulty", title: .Calendar.faulty, lines: lines,
            choices: [.init("back", .back, key: .escape, keyName: "Esc")]))
      ]
    }
    pending = .loadCalendar(text: text)
    return [
      .ask(
        .confirm(
          id: "pending", title: .Calendar.preview,
          lines: Phrase.Calendar.preview(of: calendar) + [.Calendar.loadMeans],
          yes: .Calendar.load))
    ]
  }

  /// A form that asks for a file.
  func fileSheet(
    _ id: String, _ title: Phrase, _ means: Phrase, _ context: Context
  ) -> FormSheet {
    FormSheet(
      id: id, title: title.bare, lines: [means], isKept: false,
      form: Form([.file(isRequired: true, context)]))
  }

  // MARK: Panels (R1, R5)

  /// The proposal as a form with a choice for each application.
  func proposal(for rows: [QueueRow], _ context: Context) -> [Effect] {
    let panels = CaseActName.panels(.material, context)
    let waiting = rows.map(\.application)
    guard !waiting.isEmpty else { return [.say(Notice(.info, .Setup.nothingToPropose))] }
    let proposal = PanelProposal(
      for: waiting, panels: panels, people: context.cycle.people,
      parameters: context.parameters, load: load)
    let names = Dictionary(uniqueKeysWithValues: waiting.map { ($0.id, $0.name) })
    let options =
      [FormField.Option(.Setup.notAssigned)]
      + panels.map { FormField.Option(.plain($0.name), $0.id.rawValue) }
    return [
      .open(
        FormSheet(
          id: "proposal", title: Phrase.Setup.propose.bare, lines: [.Setup.proposalMeans],
          form: Form(
            proposal.lines.map { line in
              .choice(
                line.dossier.rawValue,
                .plain(
                  "\(line.dossier) \(names[line.dossier] ?? "")（\(line.experts)，\(line.conflicts)）"),
                of: options, selected: line.panel?.rawValue, help: .plain(""), context)
            })))
    ]
  }

  /// Assigns what the form says, all or nothing.
  func assign(_ form: Form, _ context: Context) -> [Effect] {
    let commands = form.fields.compactMap { field in
      form.value(field.id).map { Command.dossier(CaseID(field.id), .assignPanel(PanelID($0))) }
    }
    return commands.isEmpty ? [.endForm] : [.perform(commands, ticket: "panels")]
  }
}
