import Foundation
import Procedure
import Terminal

extension DossierScreen {
  func actions(_ context: Context) -> [Action] {
    if taking.isShown { return takingActions }
    if let desk { return deskActions(desk, context) }
    if reader != nil {
      let width = DossierLayout(context).reading(context).size.width
      return Self.readingActions + [.sideways(reader?.isWide(in: width) == true)]
        + originalActions(context) + [splitAction(context)]
    }
    if index != nil { return indexActions(context) + [printIndex(keys: [])] }
    let acts = acts(context)
    var actions = [
      Action("move", .choose, shown: .arrows, help: .Case.moveHelp, importance: 6),
      enter(selected(of: acts)),
      Action(
        "nextPane", .switchPane, keys: [.tab, .right], shown: .plain("Tab ←→"),
        help: .Case.paneHelp, importance: 7
      ) { screen, _ in screen.step(1) },
      Action("previousPane", .switchPane, keys: [.backTab, .left], help: .Case.paneHelp) {
        screen, _ in screen.step(-1)
      },
      Action(
        "history", ScreenID.history.title, keys: [.function(4)], shown: .plain("F4"),
        help: .Case.historyHelp, importance: 5, does: [.go(.history, context.dossier)]),
      pane == .material
        ? printIndex(keys: [.function(7)])
        : Printing.action(papers(context), importance: 4),
      .goBack(context),
    ]
    actions += materialActions(context)
    actions += acts.map { action($0.act, $0.availability) }
    return actions + ComplaintForm.actions(about: dossier?.application, context)
  }

  private func enter(_ act: OfferedAct?) -> Action {
    switch pane {
    case .acts:
      return Action(
        "enter", act?.act.act.title ?? .Case.doIt, keys: [.enter],
        shown: .plain("Enter"), help: .Case.doItHelp,
        availability: act?.availability ?? .disabled(.Case.nothingToDo), importance: 9
      ) { screen, context in
        act.flatMap { screen.scene(context)?.begin($0.act) } ?? []
      }
    case .material:
      return Action(
        "enter", .Case.read, keys: [.enter], shown: .plain("Enter"), help: .Case.readHelp,
        availability: selectedDocument == nil && !isOnForm
          ? .disabled(.Case.notAttached) : .available,
        importance: 9
      ) { screen, _ in
        if screen.isOnForm { return screen.readForm() }
        return screen.selectedDocument.map { screen.read($0) } ?? []
      }
    case .people, .facts:
      return Action(
        "toActs", .Case.toActs, keys: [.enter], shown: .plain("Enter"), help: .Case.toActsHelp,
        importance: 8
      ) { screen, _ in screen.show(.acts) }
    }
  }

  /// The index of the evidence (M5).
  private func printIndex(keys: [Key]) -> Action {
    .print(
      .Case.printIndex, keys: keys, help: .Case.printIndexHelp,
      availability: dossier.map(Self.evidence)?.isEmpty == false
        ? .available : .disabled(.Case.noEvidence)
    ) { screen, context in screen.open(Printing.listForm, context) }
  }

  private static let readingActions = [
    Action("scroll", .Case.scroll, shown: .arrows, help: .Case.scrollHelp, importance: 6),
    Action(
      "nextPart", .Case.part, keys: [.right, .tab], shown: .sideArrows, help: .Case.partHelp,
      importance: 7
    ) { screen, _ in screen.turn(1) },
    Action("previousPart", .Case.part, keys: [.left, .backTab], help: .Case.partHelp) {
      screen, _ in screen.turn(-1)
    },
    Action(
      "closeReader", .Case.closeReader, keys: [.escape, .enter], shown: .plain("Esc"),
      help: .Case.closeReaderHelp, importance: 8
    ) { screen, _ in screen.closeReader() },
  ]
}
