import Foundation
import Procedure
import Store
import Terminal

/// The panels (评审组) of the year, and the proposal which application goes to which (R1, R5).
struct PanelsPage: Page {
  private(set) var panels = Window<Panel>()
  /// Applications without a panel, and how many the panels have already.
  private var waiting: [Application] = []
  private var load: [PanelID: Int] = [:]

  /// Applications in material review; those without a panel are proposed for.
  private static let query: QueueQuery = {
    var query = QueueQuery(scope: .stage(.independentReview), order: .number)
    query.withoutPanel = true
    return query
  }()
  /// As many as one form can hold; the next ones come after these are assigned.
  private static let withoutPanel = Request.queue(query, offset: 0, limit: 200)

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    [
      ScreenAction(
        "enter", .Setup.changePanel, keys: [.enter], shown: .plain("Enter"),
        help: .Setup.changePanelHelp,
        availability: panels.selected == nil ? .disabled(.Setup.noPanels) : .available,
        importance: 8
      ) { page, context in
        page.panels.selected.map { page.open("panel", about: $0.id.rawValue, context) } ?? []
      },
      ScreenAction(
        "add", .Setup.formPanel, keys: [.function(4)], shown: .plain("F4"),
        help: .Setup.formPanelHelp, importance: 9
      ) { page, context in page.open("panel", context) },
      ScreenAction(
        "propose", .Setup.propose, keys: [.function(6)], shown: .plain("F6"),
        help: .Setup.proposeHelp,
        availability: context.cycle.currentPanels.contains { $0.stage == .material }
          ? .available : .disabled(.Setup.noPanels), importance: 7,
        does: [.load(.board), .load(Self.withoutPanel)]),
    ]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case "panel":
      let panel = context.cycle.panels[PanelID(about)]
      return about.isEmpty || panel != nil ? PanelForm.form(of: panel, context) : nil
    case "proposal" where !waiting.isEmpty:
      return proposal(context)
    default: return nil
    }
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let shown = PageLayout(context).listRows
    switch message {
    case .opened, .storeChanged, .done:
      panels.hold(
        context.cycle.currentPanels.sorted {
          $0.stage == $1.stage ? $0.id < $1.id : $0.stage == .material
        }, shown: shown)
    case .loaded(.board(let board)):
      load = Dictionary(
        board.loads.map { ($0.panel, $0.cases) }, uniquingKeysWith: { first, _ in first })
    case .loaded(.queue(let query, _, let rows, _)) where query == Self.query:
      waiting = rows.map(\.application)
      return waiting.isEmpty
        ? [.say(Notice(.info, .Setup.nothingToPropose))] : open("proposal", context)
    case .key(let key): panels.handle(key, shown: shown)
    case .click(let target, let isDouble) where target.name == "panels":
      panels.select(target.index, shown: shown)
      return isDouble ? [.begin("enter")] : []
    default: break
    }
    return []
  }

  mutating func select(_ panel: PanelID, _ context: Context) {
    _ = panels.choose(panel, shown: PageLayout(context).listRows)
  }

  // MARK: The proposal

  /// The proposal as a form with a choice for each application; it is assigned all or nothing.
  private func proposal(_ context: Context) -> ScreenForm<Self> {
    let panels = context.panels(.material)
    let lines = PanelProposal(
      for: waiting, panels: panels, people: context.cycle.people, parameters: context.parameters,
      load: load
    ).lines
    let names = Dictionary(uniqueKeysWithValues: waiting.map { ($0.id, $0.name) })
    let parts = lines.map { line in
      ActField<PanelID?>.one(
        of: panels.map(\.id), orNone: .Setup.notAssigned, line.dossier.rawValue,
        .plain("\(line.dossier) \(names[line.dossier] ?? "")（\(line.experts)，\(line.conflicts)）"),
        selected: line.panel, help: .plain("")
      ) { id in .plain(panels.first { $0.id == id }?.name ?? "") }
      .map { panel in panel.map { Command.dossier(line.dossier, .assignPanel($0)) } }
    }
    let asks = Asks(.all(parts), lines: [.Setup.proposalMeans]) { $0.compactMap { $0 } }
    return ScreenForm("proposal", .Setup.propose, asks, context) { _, commands, _ in
      .effects(
        commands.isEmpty
          ? [.endForm]
          : CaseBatch.together(commands, .Setup.propose, in: commands.count, ticket: "panels"))
    }
  }

  // MARK: Painting

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    [PageLayout(in: rect, wide: context.isWide).detail]
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = PageLayout(in: rect, wide: context.isWide)
    let room = TitleBand(
      context.line(.Setup.part(.panels)), note: Line("\(panels.total)", .dim), isFocused: true
    ).paint(on: &canvas, in: layout.list)
    panels.paint(
      [
        .init(.number, .fixed(8), 6) { Line("\($0.id)", .dim) },
        .init(.Setup.name, .flexible(minimum: 14, weight: 1), 10) { Line($0.name) },
        .init(.stageHeader, .fixed(10), 7) { context.line(.Case.stage($0.stage), .dim) },
        .init(.Case.leader, .fixed(10), 8) { Line(context.name($0.leader)) },
        .init(.Setup.memberCount, .fixed(6), 5, align: .right) { Line("\($0.members.count)") },
      ], name: "panels", placeholder: .Setup.noPanels, marked: 2, on: &canvas, in: room, context)
    let selected = panels.selected
    canvas.putDetail(Line(selected?.name ?? ""), in: layout.detail) { _ in
      selected.map { Self.lines(of: $0, context) } ?? []
    }
  }

  private static func lines(of panel: Panel, _ context: Context) -> [Line] {
    panel.members.map { member in
      let role: Phrase =
        member == panel.leader
        ? .Case.leader : member == panel.deputy ? .Case.deputy : .plain("")
      let employer = context.cycle.people[member]?.employer ?? ""
      return FactLines.cell(Line(context.name(member)), 10)
        + FactLines.cell(context.line(role, .info), 9) + Line(employer, .dim)
    }
  }
}
