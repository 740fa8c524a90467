import Criteria
import Foundation
import Procedure
import Store
import Terminal

extension BoardScreen {
  func actions(_ context: Context) -> [Action] {
    let panes: Availability =
      pane.page.panes.count > 1 ? .available : .disabled(.Board.onePane)
    return [
      Action(
        "nextPage", .Board.turnPage, keys: [.right], shown: .sideArrows,
        help: .Board.turnPageHelp, importance: 8
      ) { screen, _ in screen.turn(1) },
      Action("previousPage", .Board.turnPage, keys: [.left], help: .Board.turnPageHelp) {
        screen, _ in screen.turn(-1)
      },
      Action(
        "nextPane", .Board.panes, keys: [.tab], shown: .plain("Tab"), help: .Board.panesHelp,
        availability: panes, importance: 7
      ) { screen, _ in screen.step(1) },
      Action(
        "previousPane", .Board.panes, keys: [.backTab], help: .Board.panesHelp,
        availability: panes
      ) { screen, _ in screen.step(-1) },
      Action(
        "move", pane.page == .scores ? .Case.scroll : .choose, shown: .arrows,
        help: .Board.moveHelp, importance: 6),
    ] + paneActions(context) + [print, scoreTable(context)]
  }

  private func paneActions(_ context: Context) -> [Action] {
    switch pane {
    case .stages:
      let fits = districts(context).count == matrix(context).districts.count
      return [
        Action(
          "districts", .Board.otherDistricts, keys: [.function(4)],
          shown: .plain(fits ? "" : "F4"), help: .Board.otherDistrictsHelp,
          availability: fits ? .disabled(.Board.allFit) : .available, importance: 7
        ) { screen, context in
          screen.turnDistricts(context)
          return []
        }
      ]
    case .late: return [open]
    case .list: return [open]
    case .panels, .material, .onSite: return []
    }
  }

  private var print: Action {
    .print(
      help: .Printing.listHelp,
      availability: isEmpty ? .disabled(.Printing.emptyList) : .available, importance: 7
    ) { screen, context in screen.open(Printing.listForm, context) }
  }

  private var open: Action {
    Action(
      "open", .openDossier, keys: [.enter], shown: .plain("Enter"), help: .Board.openHelp,
      availability: selected == nil ? .disabled(.Board.nothingChosen) : .available, importance: 9,
      does: selected.map { [.go(.dossier, $0)] } ?? [])
  }

  // MARK: Printing

  /// The scores of the year as a workbook that computes, and for signature.
  private func scoreTable(_ context: Context) -> Action {
    Action(
      "scoreTable", .Papers.scoreTable, help: .Papers.scoreTableHelp,
      availability: papers(context).isEmpty ? .disabled(.Papers.noScores) : .available
    ) { screen, context in screen.open("scoreTable", context) }
  }

  private func papers(_ context: Context) -> [PaperOrder] {
    let scored = (scores ?? []).filter { $0.material != nil }.map(\.dossier)
    return scored.isEmpty ? [] : [.scores(of: scored)]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    name == "scoreTable"
      ? Printing.form(papers(context), as: name, context)
      : Printing.form(name, printed, context)
  }

  /// The list of the page in front.
  private var printed: ListOrder {
    switch pane.page {
    case .overview: .overview
    case .scores: .scores
    case .list: .tiers
    }
  }

  private var isEmpty: Bool {
    switch pane.page {
    case .overview: stages.total == 0
    case .scores: (scores ?? []).allSatisfy { $0.material == nil && $0.onSite == nil }
    case .list: tiers.rows.isEmpty
    }
  }
}
