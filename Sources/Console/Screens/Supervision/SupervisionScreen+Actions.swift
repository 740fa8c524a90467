import Foundation
import Procedure
import Terminal

extension SupervisionScreen {
  func actions(_ context: Context) -> [Action] {
    actionsHere(context).map { action in
      action.with { run in
        { screen, context in screen.goOnLooking(context) + run(&screen, context) }
      }
    }
  }

  private func actionsHere(_ context: Context) -> [Action] {
    let here: [Action] =
      switch page {
      case .complaints: complaintActions(context)
      case .watch: caseActions(isEmpty: watch.selected == nil) + [filter, print]
      case .assessments: caseActions(isEmpty: assessed.selected == nil)
      }
    if isReading { return Self.readingActions + here }
    let canRead: Availability = isEmpty ? .disabled(.Supervision.nothing(page)) : .available
    let around = [
      Action(
        "nextPage", .Supervision.pages, keys: [.tab, .right], shown: .plain("Tab ←→"),
        help: .Supervision.pagesHelp, importance: 7
      ) { screen, context in screen.show(screen.page.stepped(1), context) },
      Action(
        "previousPage", .Supervision.pages, keys: [.backTab, .left], help: .Supervision.pagesHelp
      ) { screen, context in screen.show(screen.page.stepped(-1), context) },
      Action("move", .choose, shown: .arrows, help: .Supervision.moveHelp, importance: 6),
    ]
    let read = Action(
      "read", .Supervision.read, keys: [.character(" ")], shown: .space,
      help: .Supervision.readHelp, availability: canRead, importance: 5
    ) { screen, _ in
      screen.read(true)
      return []
    }
    let printing: [Action] =
      page == .watch ? [] : [Printing.action(papers, hasOwnKey: false)]
    return around + here + [read] + printing + (page == .complaints ? [] : passActions)
  }

  private static let readingActions = [
    Action("scroll", .Case.scroll, shown: .arrows, help: .Case.scrollHelp, importance: 6),
    Action(
      "next", .Supervision.neighbour, keys: [.right, .tab], shown: .sideArrows,
      help: .Supervision.neighbourHelp, importance: 7
    ) { screen, context in screen.move(.down, context) },
    Action(
      "previous", .Supervision.neighbour, keys: [.left, .backTab],
      help: .Supervision.neighbourHelp
    ) { screen, context in screen.move(.up, context) },
    Action(
      "closeReading", .History.toList, keys: [.escape, .character(" ")], shown: .plain("Esc"),
      help: .History.toListHelp, importance: 9
    ) { screen, _ in
      screen.read(false)
      return []
    },
  ]

  /// The papers of the selected row: of a complaint, or what was said after a visit.
  var papers: [PaperOrder] {
    switch page {
    case .complaints: selected.map(PaperOrder.papers) ?? []
    case .watch: []
    case .assessments: assessed.selected.map(PaperOrder.assessments) ?? []
    }
  }

  // MARK: Complaints

  private func complaintActions(_ context: Context) -> [Action] {
    func can(_ command: (ComplaintID) -> Command) -> Availability {
      guard let id = selected?.id else { return .disabled(.Supervision.nothing(.complaints)) }
      return availability(of: command(id), context)
    }
    // What can be done now stays on the bottom line the longest.
    func action(
      _ id: String, _ title: Phrase, _ help: Phrase, _ key: Key, _ keyName: String,
      _ availability: Availability, run: Action.Deed? = nil
    ) -> Action {
      let most = ["note": 9, "dossier": 6][id] ?? 8
      return Action(
        id, title, keys: [key], shown: .plain(keyName), help: help, availability: availability,
        importance: availability == .available ? most : 3,
        run: run ?? { screen, context in
          screen.selected.map { screen.open(id, about: $0.id.rawValue, context) } ?? []
        })
    }
    return [
      action(
        "note", .Supervision.note, .Supervision.noteHelp, .enter, "Enter",
        can { .supervision(.note($0, text: "-")) }),
      action(
        "lodge", .Supervision.lodge, .Supervision.lodgeHelp, .function(4), "F4", .available
      ) { screen, context in screen.open("lodge", context) },
      action(
        "conclude", .Supervision.conclude, .Supervision.concludeHelp, .function(5), "F5",
        can { .supervision(.close($0, .unfounded, .none, finding: "-")) }),
      action(
        "sanction", .Supervision.sanction, .Supervision.sanctionHelp, .function(6), "F6",
        canSanction(context)),
      action(
        "dossier", .openDossier, .Supervision.dossierHelp, .function(7), "F7", canOpenDossier
      ) { screen, _ in screen.selectedDossier.map { [.go(.dossier, $0)] } ?? [] },
      action(
        "fraud", .Supervision.fraud, .Supervision.fraudHelp, .function(8), "F8", canEnd(context)),
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
    var dossier: CaseState?
    if case .dossier(let id, _) = command { dossier = dossiers[id] }
    return context.refusal(of: command, in: dossier, supervision: state)
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
        availability: hasCase, importance: 9,
        does: selectedDossier.map { [.go(.dossier, $0)] } ?? []),
      Action(
        "history", ScreenID.history.title, keys: [.function(6)], shown: .plain("F6"),
        help: .Case.historyHelp, availability: hasCase, importance: 6,
        does: selectedDossier.map { [.go(.history, $0)] } ?? []),
    ]
  }

  private var filter: Action {
    Action(
      "filter", .Supervision.filter, keys: [.function(3)], shown: .plain("F3"),
      help: .Supervision.filterHelp, importance: 7
    ) { screen, context in screen.open("filter", context) }
  }

  private var print: Action {
    .print(
      help: .Supervision.printHelp,
      availability: watch.total == 0 ? .disabled(.Printing.emptyList) : .available
    ) { screen, context in screen.open(Printing.listForm, context) }
  }

  private var passActions: [Action] {
    [
      Action(
        "again", .Supervision.again, keys: [.function(4)], shown: .plain("F4"),
        help: .Supervision.againHelp, importance: 5
      ) { screen, context in screen.lookAgain(context) },
      Action(
        "stop", .Supervision.stop, keys: [.escape],
        shown: .plain(pass.isRunning ? "Esc" : ""), help: .Supervision.stopHelp,
        availability: pass.isRunning ? .available : .disabled(.Supervision.notLooking),
        importance: 8
      ) { screen, context in screen.pass.stop(at: context.now) },
    ]
  }
}
