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
  }

  let id = ScreenID.terms
  var part = Part.terms
  var terms = TermsPage()
  var notices = NoticesPage()
  var meetings = MeetingsPage()
  var letters = LettersPage()
  /// Who signs papers, as it was typed last.
  private var signs: String?

  let isTyping = false

  var focusName: String {
    let isOnCases =
      switch part {
      case .notices: notices.batches.isOnCases
      case .meetings: meetings.meetings.isOnCases
      case .terms, .letters: false
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
    }
  }

  func actions(_ context: Context) -> [Action] {
    var actions =
      Self.paging(.Terms.parts, .Terms.partsHelp, moving: .Terms.moveHelp)
      + Self.page(part).actions(self, context)
    if part == .notices || part == .letters, context.acts(as: .secretariat) {
      // What chooses among cases stands last.
      let place = actions.firstIndex { $0.id == "toggle" } ?? actions.endIndex
      actions.insert(print, at: place)
    }
    return actions
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .loaded(.paperExists(let order, let path)):
      return [
        .confirm(
          "replace", .Terms.replaceTitle, [.plain(path)], yes: .Terms.replace,
          then: [.writePaper(order, path: path, replaces: true, ticket: "paper")])
      ]
    default: return tell(message, context)
    }
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
    name == "print" ? printForm(context) : Self.page(part).form(self, name, about, context)
  }

  // MARK: Papers

  /// The papers that can be printed of what is selected.
  var papers: [PaperOrder] {
    switch part {
    case .notices: notices.papers
    case .letters: letters.papers
    case .terms, .meetings: []
    }
  }

  private var print: Action {
    Action(
      "print", .Terms.print, keys: [.function(7)], shown: .plain("F7"), help: .Terms.printHelp,
      availability: papers.isEmpty ? .disabled(.Terms.nothingToPrint) : .available, importance: 6
    ) { screen, context in screen.open("print", context) }
  }

  private func printForm(_ context: Context) -> ScreenForm<Self>? {
    let papers = papers
    guard let first = papers.first else { return nil }
    let city = Phrase.Terms.bureau(context.parameters.city).zh
    let names = [first.paper.title.zh, first.number.isEmpty ? first.dossiers.first?.rawValue : nil]
    let name = (names.compactMap { $0 } + [first.number]).filter { !$0.isEmpty }
      .joined(separator: "-").replacing("/", with: "-")
    let asks = Asks(
      papers.count == 1
        ? .known(first)
        : .one(of: papers, by: { context.say($0.title) }, "paper", .Terms.paper, title: \.title),
      papers.allSatisfy(\.isOfNotice)
        ? .known("")
        : .text(
          "number", .Terms.paperNumber, isRequired: false, help: .Terms.paperNumberHelp,
          refused: .never),
      .text("signs", .Terms.signs, signs ?? city, isRequired: false, refused: .never),
      .target(.Terms.path, .plain(name), help: .Terms.pathHelp), .known(papers),
      lines: [papers.count == 1 ? first.title + .plain(" \(first.number)") : .Terms.printHelp]
    ) { order, number, signs, path, _ in
      var order = order
      if !order.isOfNotice { order.number = number }
      order.signs = signs
      return (order, path)
    }
    return ScreenForm("print", .Terms.print, isKept: false, asks, context) { screen, said, _ in
      let (order, path) = said
      screen.signs = order.signs
      return .effects([.writePaper(order, path: path, replaces: false, ticket: "paper")])
    }
  }
}
