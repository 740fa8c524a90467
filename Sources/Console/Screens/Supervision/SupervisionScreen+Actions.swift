import Foundation
import Procedure
import Terminal

extension SupervisionScreen {
  func actions(_ context: Context) -> [Action] {
    let here: [Action] =
      switch page {
      case .complaints: complaintActions(context)
      case .watch: caseActions(isEmpty: selectedLine == nil) + [filter]
      case .assessments: caseActions(isEmpty: selectedAssessed == nil)
      }
    if isReading { return Self.readingActions + here }
    let canRead: Availability =
      count(of: page) == 0 ? .disabled(.Supervision.nothing(page)) : .available
    let around = [
      Action(
        "nextPage", .Supervision.pages, keys: [.tab, .right], shown: .plain("Tab ←→"),
        help: .Supervision.pagesHelp, importance: 7),
      Action(
        "previousPage", .Supervision.pages, keys: [.backTab, .left], help: .Supervision.pagesHelp),
      Action("move", .choose, shown: .arrows, help: .Supervision.moveHelp, importance: 6),
    ]
    let read = Action(
      "read", .Supervision.read, keys: [.character(" ")], shown: .space,
      help: .Supervision.readHelp, availability: canRead, importance: 5)
    return around + here + [read] + (page == .complaints ? [] : passActions)
  }

  private static let readingActions = [
    Action("scroll", .Case.scroll, shown: .arrows, help: .Case.scrollHelp, importance: 6),
    Action(
      "next", .Supervision.neighbour, keys: [.right, .tab], shown: .sideArrows,
      help: .Supervision.neighbourHelp, importance: 7),
    Action(
      "previous", .Supervision.neighbour, keys: [.left, .backTab],
      help: .Supervision.neighbourHelp),
    Action(
      "closeReading", .History.toList, keys: [.escape, .character(" ")], shown: .plain("Esc"),
      help: .History.toListHelp, importance: 9),
  ]

  // MARK: Complaints

  private func complaintActions(_ context: Context) -> [Action] {
    func open(_ command: (ComplaintID) -> Command) -> Availability {
      guard let id = selected?.complaint.id else {
        return .disabled(.Supervision.nothing(.complaints))
      }
      return availability(of: command(id), context)
    }
    // What can be done now stays on the bottom line the longest.
    func action(
      _ id: String, _ title: Phrase, _ help: Phrase, _ key: Key, _ keyName: String,
      _ availability: Availability, _ importance: Int
    ) -> Action {
      Action(
        id, title, keys: [key], shown: .plain(keyName), help: help, availability: availability,
        importance: availability == .available ? importance : 3)
    }
    return [
      action(
        "note", .Supervision.note, .Supervision.noteHelp, .enter, "Enter",
        open { .supervision(.note($0, text: "-")) }, 9),
      action(
        "lodge", .Supervision.lodge, .Supervision.lodgeHelp, .function(4), "F4", .available, 8),
      action(
        "conclude", .Supervision.conclude, .Supervision.concludeHelp, .function(5), "F5",
        open { .supervision(.close($0, .unfounded, .none, finding: "-")) }, 8),
      action(
        "sanction", .Supervision.sanction, .Supervision.sanctionHelp, .function(6), "F6",
        canSanction(context), 8),
      action("file", .openDossier, .Supervision.fileHelp, .function(7), "F7", canOpenDossier, 6),
      action(
        "fraud", .Supervision.fraud, .Supervision.fraudHelp, .function(8), "F8",
        canEnd(context), 8),
    ]
  }

  private var canOpenDossier: Availability {
    guard let selected else { return .disabled(.Supervision.nothing(.complaints)) }
    guard let dossier = selected.complaint.dossier else { return .disabled(.Supervision.noCase) }
    return missing[dossier].map { .disabled($0) } ?? .available
  }

  private func canSanction(_ context: Context) -> Availability {
    guard let complaint = selected?.complaint else {
      return .disabled(.Supervision.nothing(.complaints))
    }
    guard let person = complaint.person else { return .disabled(.Supervision.aboutNobody) }
    return availability(of: .cycle(.sanction(person, .criticism, complaint.id)), context)
  }

  private func canEnd(_ context: Context) -> Availability {
    guard let complaint = selected?.complaint else {
      return .disabled(.Supervision.nothing(.complaints))
    }
    guard let id = complaint.dossier else { return .disabled(.Supervision.noCase) }
    if let why = missing[id] { return .disabled(why) }
    guard dossiers[id] != nil else { return .disabled(.Case.reading) }
    return availability(
      of: .dossier(id, .end(.fraud, complaint: complaint.id, reason: "-")), context)
  }

  private func availability(of command: Command, _ context: Context) -> Availability {
    refusal(of: command, context).map { .disabled(Notices.sentence($0, context)) } ?? .available
  }

  /// What the rules say to a command now, supervision's own knowledge on the desk.
  func refusal(of command: Command, _ context: Context) -> Refusal? {
    guard let person = context.person else { return Refusal(.K, .needsRole(.supervisor)) }
    var dossier: CaseState?
    if case .dossier(let id, _) = command { dossier = dossiers[id] }
    let desk = Desk(
      cycle: context.cycle, dossier: dossier, actor: person, now: context.now, supervision: state)
    do throws(Refusal) {
      _ = try decide(command, on: desk)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Watch list and assessments

  private func caseActions(isEmpty: Bool) -> [Action] {
    let hasCase: Availability =
      if isEmpty {
        .disabled(.Supervision.nothing(page))
      } else {
        selectedDossier == nil ? .disabled(.Supervision.liesInNoCase) : .available
      }
    return [
      Action(
        "enter", .openDossier, keys: [.enter], shown: .plain("Enter"), help: .openDossierHelp,
        availability: hasCase, importance: 9),
      Action(
        "history", .tab(.history), keys: [.function(6)], shown: .plain("F6"),
        help: .Case.historyHelp, availability: hasCase, importance: 6),
    ]
  }

  private var filter: Action {
    Action(
      "filter", .Supervision.filter, keys: [.function(3)], shown: .plain("F3"),
      help: .Supervision.filterHelp, importance: 7)
  }

  private var passActions: [Action] {
    [
      Action(
        "again", .Supervision.again, keys: [.function(4)], shown: .plain("F4"),
        help: .Supervision.againHelp, importance: 5),
      Action(
        "stop", .Supervision.stop, keys: [.escape],
        shown: .plain(pass.isRunning ? "Esc" : ""), help: .Supervision.stopHelp,
        availability: pass.isRunning ? .available : .disabled(.Supervision.notLooking),
        importance: 8),
    ]
  }

  // MARK: Doing

  mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "nextPage": return step(1, context)
    case "previousPage": return step(-1, context)
    case "read": read(true)
    case "closeReading": read(false)
    case "next": return move(.down, context)
    case "previous": return move(.up, context)
    case "again": return lookAgain(context)
    case "stop": return stopLooking(context)
    case "filter": return [.open(filterSheet(context))]
    case "enter", "file": return selectedDossier.map { [.go(.dossier, $0)] } ?? []
    case "history": return selectedDossier.map { [.go(.history, $0)] } ?? []
    case "lodge": return [.open(lodgeSheet(context))]
    default: return selected.flatMap { sheet(name, $0, context) }.map { [.open($0)] } ?? []
    }
    return []
  }

  private mutating func step(_ by: Int, _ context: Context) -> [Effect] {
    let count = Page.allCases.count
    return show(Page.allCases[(page.rawValue + by + count) % count], context)
  }
}
