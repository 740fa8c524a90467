import Foundation
import Procedure
import Store
import Terminal

/// The set-up (设置) of the secretariat: cycle, people, panels, applications, import, parameters, exchange, backups.
struct SetupScreen: PagedScreen {
  /// The parts of the set-up, in their order.
  enum Part: Int, Sendable, Hashable, CaseIterable {
    case cycle
    case people
    case panels
    case cases
    case letterhead
    case importing
    case parameters
    case exchange
    case backups
  }

  let id = ScreenID.setup
  var part = Part.cycle
  var cycle = CyclePage()
  var people = PeoplePage()
  var panels = PanelsPage()
  var cases = CasesPage()
  var importing = ImportPage()
  var parameters = ParametersPage()
  var letterhead = LetterheadPage()
  var exchange = ExchangePage()
  var backups = BackupsPage()

  let isTyping = false

  var focusName: String { "\(part)" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  static func name(of part: Part) -> Phrase { .Setup.part(part) }

  static func page(_ part: Part) -> Mount<Self> {
    switch part {
    case .cycle: Mount(\.cycle)
    case .people: Mount(\.people)
    case .panels: Mount(\.panels)
    case .cases: Mount(\.cases)
    case .importing: Mount(\.importing)
    case .parameters: Mount(\.parameters)
    case .letterhead: Mount(\.letterhead)
    case .exchange: Mount(\.exchange)
    case .backups: Mount(\.backups)
    }
  }

  func actions(_ context: Context) -> [Action] {
    Self.paging(.Setup.parts, .Setup.partsHelp, moving: .Case.moveHelp)
      + Self.page(part).actions(self, context) + leading(context)
  }

  /// What leads to a page where something waits.
  private func leading(_ context: Context) -> [Action] {
    let waits = context.peopleToCompare
    return [
      Action(
        "toPeople", .Setup.toPeople, help: .Setup.toPeopleHelp,
        availability: waits.isEmpty ? .disabled(.Setup.nobodyWaits) : .available
      ) { screen, context in
        defer { waits.first.map { screen.people.select($0.id, context) } }
        return screen.turn(to: .people, context)
      }
    ]
      + (importing.codes.isEmpty
        ? []
        : [
          Action("toCodes", .Setup.toCodes, help: .Setup.toCodesHelp) { screen, context in
            screen.turn(to: .importing, context)
          }
        ])
  }

  func parting(then effects: [Effect]) -> Question? { importing.parting(then: effects) }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    // What is wrong with a file stands where it was brought.
    case .loaded(.fileFaults): return tell(message, context)
    case .opened, .storeChanged, .done, .loaded, .leaving: return tellAll(message, context)
    default: return tell(message, context)
    }
  }

  /// Opens a form anew that was left unfinished, on what it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    let about = place.about
    switch place.form {
    case "cycle", "call", "clock": turn(to: .cycle, context)
    case "letterhead": turn(to: .letterhead, context)
    case "person":
      turn(to: .people, context)
      people.select(PersonID(about), context)
    case "panel", "proposal":
      turn(to: .panels, context)
      panels.select(PanelID(about), context)
    case "register", "attach":
      turn(to: .cases, context)
      if !about.isEmpty, !cases.select(CaseID(about), context) { return [] }
    default: return []
    }
    // Those whose forms are asked for by an action may not be opened any more.
    switch place.form {
    case "cycle": return begin("enter", context)
    case "call", "clock": return begin(place.form, context)
    case "proposal": return begin("propose", context)
    case "register": return begin("add", context)
    default: return open(place.form, about: about, context)
    }
  }
}
