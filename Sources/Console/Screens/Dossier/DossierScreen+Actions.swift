import Foundation
import Procedure
import Terminal

extension DossierScreen {
  func actions(_ context: Context) -> [Action] {
    guard reader == nil else { return Self.readingActions }
    var actions = [
      Action("move", .choose, shown: .arrows, help: .Case.moveHelp, importance: 6), enter(context),
      Action(
        "nextPane", .switchPane, keys: [.tab, .right], shown: .plain("Tab ←→"),
        help: .Case.paneHelp, importance: 7),
      Action("previousPane", .switchPane, keys: [.backTab, .left], help: .Case.paneHelp),
      Action(
        "history", .tab(.history), keys: [.function(4)], shown: .plain("F4"),
        help: .Case.historyHelp, importance: 5),
      .goBack(context),
    ]
    actions += acts(context).map {
      Action(
        "act/\($0.act.rawValue)", .Case.act($0.act), help: .Case.actHelp($0.act),
        availability: $0.availability)
    }
    return actions + ComplaintForm.actions(context)
  }

  private func enter(_ context: Context) -> Action {
    switch pane {
    case .acts:
      let act = selectedAct(context)
      return Action(
        "enter", act.map { .Case.act($0.act) } ?? .Case.doIt, keys: [.enter],
        shown: .plain("Enter"), help: .Case.doItHelp,
        availability: act?.availability ?? .disabled(.Case.nothingToDo), importance: 9)
    case .material:
      return Action(
        "enter", .Case.read, keys: [.enter], shown: .plain("Enter"), help: .Case.readHelp,
        availability: selectedDocument == nil ? .disabled(.Case.notAttached) : .available,
        importance: 9)
    case .people, .facts:
      return Action(
        "toActs", .Case.toActs, keys: [.enter], shown: .plain("Enter"), help: .Case.toActsHelp,
        importance: 8)
    }
  }

  private static let readingActions = [
    Action("scroll", .Case.scroll, shown: .arrows, help: .Case.scrollHelp, importance: 6),
    Action(
      "nextPart", .Case.part, keys: [.right, .tab], shown: .sideArrows, help: .Case.partHelp,
      importance: 7),
    Action("previousPart", .Case.part, keys: [.left, .backTab], help: .Case.partHelp),
    Action(
      "closeReader", .Case.closeReader, keys: [.escape, .enter], shown: .plain("Esc"),
      help: .Case.closeReaderHelp, importance: 8),
  ]

  mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "nextPane": step(1)
    case "previousPane": step(-1)
    case "toActs": show(.acts)
    case "nextPart": turn(1)
    case "previousPart": turn(-1)
    case "closeReader": closeReader()
    case "history": return [.go(.history, context.dossier)]
    case "goBack": return [.goBack]
    case ComplaintForm.action:
      return [.open(ComplaintForm.sheet(about: dossier?.id, dossier?.application.name, context))]
    case "enter" where pane == .material:
      return selectedDocument.map { read($0) } ?? []
    case "enter":
      guard let act = selectedAct(context), act.availability == .available else { return [] }
      return begin(act.act, context)
    default:
      guard name.hasPrefix("act/"), let act = CaseActName(rawValue: String(name.dropFirst(4)))
      else {
        return []
      }
      return begin(act, context)
    }
    return []
  }

  /// Begins an act: with a form, a question, or on its own screen.
  private mutating func begin(_ act: CaseActName, _ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    switch act {
    case .declare: return [.ask(DeclarationForm.question(for: dossier, context))]
    case .recuse: return [.open(DeclarationForm.form("recuse", context))]
    case .askOpening: return ask(act, .askOpening, lines: [.Case.askingMeans], context)
    case .releaseOpening: return ask(act, .releaseOpening, lines: [.Case.releasingMeans], context)
    case .openConsensus: return ask(act, .openConsensus, lines: [.Case.openingMeans], context)
    case .review: return [.go(.review, dossier.id)]
    case .consensus: return [.go(.consensus, dossier.id)]
    case .onSite: return [.go(.onSite, dossier.id)]
    case .submit: return ask(act, .submit, lines: [.Act.submitting], context)
    case .resume: return ask(act, .resume, lines: [.Act.resuming], context)
    case .closeNotice:
      guard let notice = dossier.publicity.open else { return [] }
      return ask(
        act, .closeNotice(notice.kind), lines: [.notice(notice.kind) + .plain(" \(notice.number)")],
        context)
    default: return sheet(act.rawValue, context).map { [.open($0)] } ?? []
    }
  }

  /// Asks before a command that cannot be taken back.
  mutating func ask(
    _ act: CaseActName, _ command: CaseCommand, lines: [Phrase], _ context: Context
  ) -> [Effect] {
    guard let dossier else { return [] }
    pending = command
    return [
      .ask(
        .confirm(
          id: "act", title: Phrase.Case.act(act).bare,
          lines: [.plain("\(dossier.id) \(dossier.application.name)"), .plain("")] + lines,
          yes: Phrase.Case.act(act).bare))
    ]
  }

  mutating func answer(_ id: String, _ choice: String, _ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    switch (id, choice) {
    case ("act", "yes"):
      guard let command = pending else { return [] }
      pending = nil
      return [.perform([.dossier(dossier.id, command)], ticket: "act")]
    case ("declare", "clear"):
      return [.perform([.dossier(dossier.id, .declare(nil))], ticket: "act")]
    case ("declare", "interest"): return [.open(DeclarationForm.form("interest", context))]
    default: return []
    }
  }
}
