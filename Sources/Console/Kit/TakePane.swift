import Foundation
import Procedure
import Store
import Terminal

/// A stick that is looked into before anything of it is taken, and what became of it.
struct TakePane: Sendable {
  private var report: TakeReport?
  private var outcomes: [TakeOutcome] = []

  /// The name of its form, and the ticket of what follows from it.
  static let look = "look"
  private static let ticket = "take"

  /// Whether there is something to be read.
  var isShown: Bool { report != nil || !outcomes.isEmpty }

  // MARK: What can be done

  /// Looking into a stick: by a form of the screen.
  static func looking<Actor>(
    _ availability: Availability = .available, key: Int = 7,
    open: @escaping @Sendable (Actor, Context) -> [Effect]
  ) -> ScreenAction<Actor> {
    ScreenAction(
      look, .Take.look, keys: [.function(key)], shown: .plain("F\(key)"), help: .Take.lookHelp,
      availability: availability, importance: 7
    ) { screen, context in open(screen, context) }
  }

  /// Taking what is in it, once it was seen.
  func taking<Actor>() -> ScreenAction<Actor> {
    let mayTake: Availability =
      report == nil
      ? .disabled(.Take.lookFirst)
      : report?.new.isEmpty == true ? .disabled(.takeNothing) : .available
    return ScreenAction(
      Self.ticket, .Take.take, keys: [.function(8)], shown: .plain("F8"), help: .Take.takeHelp,
      availability: mayTake, importance: 8, does: confirm())
  }

  /// The form that asks what is to be looked into.
  static func form<Actor>(for only: CaseID?, _ context: Context) -> ScreenForm<Actor> {
    ScreenForm(
      look, .Take.look, isKept: false,
      Asks(
        .file(help: .Take.pathHelp), .receipt(context),
        lines: [context.surroundings.isGate ? .Take.gateMeans : .Take.means]
      ) { ($0, $1) }, context
    ) { _, said, _ in
      .effects([.lookInto(path: said.0, for: only, said.1, ticket: look)])
    }
  }

  private func confirm() -> [Effect] {
    guard let report else { return [] }
    let count = report.new.values.reduce(0, +)
    return [
      .confirm(
        Self.ticket, Phrase.Take.take.bare,
        [.Take.takes(applications: report.new.count, documents: count), .Take.whole],
        then: [.takeStick(ticket: Self.ticket)])
    ]
  }

  /// Takes what comes to the screen.
  mutating func take(_ message: ScreenMessage) -> [Effect] {
    switch message {
    case .loaded(.stick(let report)): (self.report, outcomes) = (report, [])
    case .loaded(.taken(let outcomes)): (report, self.outcomes) = (nil, outcomes)
    // What was read of it goes with the keys, and the files that were unpacked with the page.
    case .leaving: return putAway()
    default: break
    }
    return []
  }

  /// Forgets the stick.
  mutating func putAway() -> [Effect] {
    guard isShown else { return [] }
    let wasOpen = report != nil
    self = TakePane()
    return wasOpen ? [.putStickAway] : []
  }

  // MARK: What is shown

  func lines(width: Int, _ context: Context) -> [Line] {
    var lines: [Line] = []
    for outcome in outcomes {
      let style: Style = outcome.refusal == nil ? .good : .warning
      let words =
        outcome.refusal.map { .plain("! \(outcome.dossier)  ") + $0 }
        ?? .takeTaken(outcome.dossier, outcome.count ?? 0)
      lines += context.line(words, style).wrapped(to: width)
    }
    for row in report?.rows ?? [] {
      if row.kind == .heading, !lines.isEmpty { lines.append(Line("")) }
      let indent = String(repeating: " ", count: row.depth * 2)
      let sign = row.kind == .doubt ? "! " : ""
      let room = max(1, width - indent.count - sign.count)
      lines += Line(context.say(row.words), row.style).wrapped(to: room).enumerated().map {
        let lead = $0.offset == 0 ? sign : String(repeating: " ", count: sign.count)
        return Line(indent + lead, row.style) + $0.element
      }
    }
    return lines
  }
}

extension TakeReport.Row {
  fileprivate var style: Style {
    switch kind {
    case .heading: .title
    case .doubt: .warning
    case .plain: .text
    case .left: .dim
    }
  }
}

extension ActField where Value == LateReceipt? {
  /// When the district received what comes in late, and who received it (M7); nothing is asked while
  /// the call runs.
  static func receipt(_ context: Context) -> ActField {
    guard context.isLate else { return .known(nil) }
    let day = ActField<Day>.day("receivedOn", .Take.receivedOn, context.now.day)
    let name = ActField<String>.text(
      "receivedBy", .Take.receivedBy, help: .Take.receivedByHelp, limit: 60, refused: .otherwise)
    return ActField(
      fields: { day.fields($0) + name.fields($0) },
      read: { form, box in
        guard let day = day.read(form, box), let name = name.read(form, box) else { return nil }
        return LateReceipt(on: day, by: name)
      },
      probes: [LateReceipt(on: context.now.day, by: "-")], refused: day.refused + name.refused)
  }
}

extension Context {
  /// Whether the call is over, so that what comes in now comes with a receipt (M7): that of the case
  /// in front, or of the year in force.
  var isLate: Bool { call.map { now > $0.until.end } ?? false }

  /// The call of the case in front, or of the year in force.
  var call: Call? { cycle.call(of: year ?? cycle.year) }
}
