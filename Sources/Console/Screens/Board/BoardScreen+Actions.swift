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
    ] + paneActions(context) + [export]
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

  private var export: Action {
    let isHere = pane.page == .list
    var availability = Availability.available
    if !isHere {
      availability = .disabled(.Board.exportOnList)
    } else if tiers.rows.isEmpty {
      availability = .disabled(.Board.nothingToExport)
    }
    return Action(
      "export", .Board.export, keys: [.function(7)], shown: .plain("F7"), help: .Board.exportHelp,
      availability: availability, importance: isHere ? 7 : 3
    ) { screen, context in screen.open("export", context) }
  }

  private var open: Action {
    Action(
      "open", .openDossier, keys: [.enter], shown: .plain("Enter"), help: .Board.openHelp,
      availability: selected == nil ? .disabled(.Board.nothingChosen) : .available, importance: 9,
      does: selected.map { [.go(.dossier, $0)] } ?? [])
  }

  // MARK: Export

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard name == "export" else { return nil }
    let file = Phrase.Board.fileName(context.cycle.year ?? context.now.day.year)
    let asks = Asks(
      .target(.Board.path, file, help: .Board.pathHelp), lines: [.Board.exportMeans]
    ) { $0 }
    return ScreenForm(name, .Board.export, isKept: false, asks, context) { screen, path, context in
      .effects(screen.write(to: path, replaces: false, context))
    }
  }

  func write(to path: String, replaces: Bool, _ context: Context) -> [Effect] {
    [.writeTable(path: path, rows: table(context), replaces: replaces, ticket: "export")]
  }

  /// The list as it is exported: a head, then an organisation a row.
  func table(_ context: Context) -> [[String]] {
    let head: [Phrase] = [
      .Board.tierHeader, .number, .organisation, .district, .industry, .Board.materialHeader,
      .Board.siteHeader, .stageHeader,
    ]
    return [head.map(context.say)]
      + tiers.rows.map { row, group in
        [
          context.say(Phrase.Board.group(group)), row.dossier.rawValue, row.name,
          context.say(.districtOf(row.district, context.parameters)), row.industry,
          row.material?.fixed ?? "", row.onSite?.fixed ?? "", context.say(.stage(row.stage)),
        ]
      }
  }
}
