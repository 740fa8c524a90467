import Foundation
import Procedure
import Reports
import Store
import Terminal

/// Terms and notices (期限): what runs until when, notices by batches, meetings, letters.
struct TermsScreen: PagedScreen {
  /// The pages, in their order.
  enum Part: Int, Sendable, Hashable, CaseIterable {
    case terms
    case notices
    case meetings
    case letters
    case papers
  }

  let id = ScreenID.terms
  var part = Part.terms
  var terms = TermsPage()
  var notices = NoticesPage()
  var meetings = MeetingsPage()
  var letters = LettersPage()
  var papers = PapersPage()

  let isTyping = false

  var focusName: String {
    let isOnCases =
      switch part {
      case .notices: notices.batches.isOnCases
      case .meetings: meetings.meetings.isOnCases
      case .terms, .letters, .papers: false
      }
    return isOnCases ? "\(part)/cases" : "\(part)"
  }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  static func name(of part: Part) -> Phrase { .Terms.part(part) }

  static func page(_ part: Part) -> Mount<Self> {
    switch part {
    case .terms: Mount(\.terms)
    case .notices: Mount(\.notices)
    case .meetings: Mount(\.meetings)
    case .letters: Mount(\.letters)
    case .papers: Mount(\.papers)
    }
  }

  func actions(_ context: Context) -> [Action] {
    var actions =
      Self.paging(.Terms.parts, .Terms.partsHelp, moving: .Terms.moveHelp)
      + Self.page(part).actions(self, context)
    if [.notices, .letters, .meetings].contains(part), context.acts(as: .secretariat) {
      // What chooses among cases stands last.
      let place = actions.firstIndex { $0.id == "toggle" } ?? actions.endIndex
      actions.insert(Printing.action(orders), at: place)
    }
    return actions
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    tell(message, context)
  }

  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    switch place.form {
    case "meeting": return turn(to: .meetings, context) + begin("hold", context)
    case "minutes":
      return turn(to: .meetings, context) + open("minutes", about: place.about, context)
    default: return reopenByName(place, context)
    }
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    name == Printing.name && part != .papers
      ? Printing.form(orders, context) : Self.page(part).form(self, name, about, context)
  }

  // MARK: Papers

  /// The papers that can be printed of what is selected.
  var orders: [PaperOrder] {
    switch part {
    case .notices: notices.papers
    case .letters: letters.papers
    case .meetings: meetings.meetings.list.selected?.meeting.map { [.minutes(of: $0)] } ?? []
    case .terms, .papers: []
    }
  }
}
