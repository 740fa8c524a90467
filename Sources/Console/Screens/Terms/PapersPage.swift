import Foundation
import Procedure
import Store
import Terminal

/// The papers that went out and were kept (文书): each can be printed again as it was (V5).
struct PapersPage: Page {
  private(set) var papers = Window<KeptPaperRow>()
  private static let most = 500

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    [
      .openDossier(papers.selected?.dossier, .Papers.noneKept),
      .print(
        .Papers.printAgain, help: .Papers.keptHelp, availability: canPrint, importance: 8
      ) { page, context in
        page.papers.selected.map { page.open(Printing.name, about: $0.id.rawValue, context) } ?? []
      },
    ]
  }

  private var canPrint: Availability {
    guard let row = papers.selected else { return .disabled(.Papers.noneKept) }
    return row.paper == nil ? .disabled(.Papers.sealed) : .available
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard name == Printing.name, let row = papers.rows.first(where: { $0.id.rawValue == about }),
      let paper = row.paper
    else { return nil }
    let asks = Asks(
      .target(.Papers.path, .plain(Self.fileName(paper)), help: .Papers.pathHelp), .known(row),
      lines: [.plain([paper.title, paper.number ?? ""].joined(separator: " "))]
    ) { path, row in (path, row) }
    return ScreenForm(name, .Papers.printAgain, about: about, isKept: false, asks, context) {
      _, said, _ in
      .effects([.writeKept(said.1, path: said.0, replaces: false, ticket: "paper")])
    }
  }

  private static func fileName(_ paper: KeptPaper) -> String {
    [paper.title, paper.number ?? "\(paper.day)"].joined(separator: "-")
      .replacing("/", with: "-")
  }

  // MARK: Updates

  mutating func appear(_ context: Context) -> [Effect] { update(.opened, context) }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let shown = PageLayout(context).listRows
    switch message {
    case .opened, .storeChanged, .done: return [.load(.papers(limit: Self.most))]
    case .loaded(.papers(let rows)): papers.hold(rows, shown: shown)
    case .key(let key): papers.handle(key, shown: shown)
    case .click(let target, let isDouble) where target.name == "list":
      papers.select(target.index, shown: shown)
      return isDouble ? [.begin("enter")] : []
    default: break
    }
    return []
  }

  // MARK: Painting

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    [PageLayout(in: rect, wide: context.isWide).detail]
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = PageLayout(in: rect, wide: context.isWide)
    let room = TitleBand(
      context.line(.Papers.kept), note: Line("\(papers.total)", .dim), isFocused: true
    ).paint(on: &canvas, in: layout.list)
    papers.paint(
      [
        .init(.Papers.day, .fixed(10), 8) { Line("\($0.paper?.day ?? $0.at.day)", .dim) },
        .init(.Papers.title, .flexible(minimum: 12, weight: 3), 10) { row in
          row.paper.map { Line($0.title) } ?? context.line(.Papers.sealed, .dim)
        },
        .init(.Papers.code, .flexible(minimum: 8, weight: 2), 9) {
          Line($0.paper?.number ?? "")
        },
        .init(.number, .fixed(9), 7) { Line($0.dossier?.rawValue ?? "", .dim) },
      ], name: "list", placeholder: .Papers.noneKept, marked: 1, on: &canvas, in: room, context)
    canvas.putDetail(Line(papers.selected?.paper?.title ?? ""), in: layout.detail) { width in
      papers.selected.map { facts(of: $0, width: width, context) } ?? []
    }
  }

  private func facts(of row: KeptPaperRow, width: Int, _ context: Context) -> [Line] {
    let files = row.paper?.files ?? []
    return FactLines.lines(
      [
        (.Papers.keptAt, Line("\(row.at)")),
        (.Papers.keeper, Line(context.cycle.people[row.by]?.name ?? row.by.rawValue)),
      ]
        + files.flatMap { file -> [(Phrase, Line)] in
          [
            (.Papers.forms, Line("\(file.name)  \(file.bytes) B")),
            (.Papers.digest, Line("SHA-256 \(file.hash.prefix(16))…", .dim)),
          ]
        }, width: width, context)
  }
}

extension KeptPaperRow: Identifiable {}
