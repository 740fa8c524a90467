import Foundation
import Procedure
import Store
import Terminal

/// The terms that run (期限), the earliest end first, of all kinds or of some.
struct TermsPage: Page {
  private(set) var terms = Window<TermRow>()
  private(set) var marked = MarkedCases()
  /// The kinds of term shown; all where nil.
  private(set) var kinds: Set<TermKind>?

  private var asking: Window<TermRow>.Asking {
    { [kinds] in .terms(kinds, offset: $0, limit: $1) }
  }

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    [
      .openDossier(terms.selected?.dossier, .Terms.noTerms),
      ScreenAction(
        "filter", .Terms.filter, keys: [.function(4)], shown: .plain("F4"),
        help: .Terms.filterHelp, importance: 8
      ) { page, context in page.open("filter", context) },
      .print(
        help: .Printing.listHelp,
        availability: terms.total == 0 ? .disabled(.Printing.emptyList) : .available
      ) { page, context in page.open(Printing.listForm, context) },
    ]
      + marked.actions(
        \.marked, on: terms.selected?.dossier, of: terms.total,
        all: .load(asking(0, terms.total)), context
      ) { page, context in page.move(.down, context) } + marked.dropping(\.marked)
  }

  private mutating func move(_ key: Key, _ context: Context) -> [Effect] {
    terms.handle(key, shown: Layout(in: context.room).listRows)
    return terms.readAround(asking)
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard name == "filter" else {
      return marked.form(name, context) ?? Printing.form(name, .terms(kinds), context)
    }
    let all = TermKind.allCases
    let asks = Asks(
      ActField<[TermKind]>.several(
        of: all, "kinds", .Terms.kinds, taken: all.filter { kinds?.contains($0) ?? true },
        isRequired: true
      ) { Phrase.term($0) }
    ) { $0 }
    return ScreenForm(name, .Terms.filter, isKept: false, asks, context) { page, chosen, _ in
      page.kinds = chosen.count == all.count ? nil : Set(chosen)
      return .effects([.endForm] + page.terms.restart(page.asking))
    }
  }

  mutating func appear(_ context: Context) -> [Effect] { update(.opened, context) }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    marked.hear(message, context) + take(message, context)
  }

  private mutating func take(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let shown = Layout(in: context.room).listRows
    switch message {
    case .opened, .storeChanged, .done: return terms.read(asking)
    case .loaded(.terms(let kinds, let offset, let rows, let total)) where kinds == self.kinds:
      marked.take(rows.map(\.dossier), of: total)
      terms.take(rows, at: offset, of: total, shown: shown)
    case .key(let key): return move(key, context)
    case .click(let target, let isDouble) where target.name == "list":
      terms.select(target.index, shown: shown)
      if isDouble { return terms.readAround(asking) + [.begin("enter")] }
    default: return []
    }
    return terms.readAround(asking)
  }

  // MARK: Painting

  private struct Layout {
    /// The line over the terms that shows the call for applications.
    let call: Rect
    let list: Rect
    let detail: Rect

    init(in rect: Rect) {
      let (call, body) = rect.splitTop(1).rest.splitTop(1)
      self.call = call
      (list, detail) = body.splitBottom(min(7, body.height / 3), gap: 1)
    }

    var listRows: Int { max(1, list.height - 2) }
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] { [Layout(in: rect).detail] }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = Layout(in: rect)
    canvas.put(Self.callLine(context), in: layout.call.inset(columns: 1))
    let room = TitleBand(
      context.line(.Terms.part(.terms)), note: note(context), isFocused: true
    ).paint(on: &canvas, in: layout.list)
    let signs: [ListColumn<TermRow>] = marked.marks.columns(\.dossier)
    terms.paint(
      signs + Self.columns(context), name: "list", placeholder: .Terms.noTerms,
      marked: signs.count + 3, on: &canvas, in: room, context)
    let selected = terms.selected
    canvas.putDetail(Line(selected.map { "\($0.dossier)  \($0.name)" } ?? ""), in: layout.detail) {
      width in selected.map { Self.lines(of: $0, width: width, context) } ?? []
    }
  }

  /// The columns of the list.
  static func columns(_ context: Context) -> [ListColumn<TermRow>] {
    [
      .init(.Terms.what, .fixed(10), 10) { context.line(.term($0.term.kind)) },
      .init(.number, .fixed(10), 7) { Line($0.dossier.rawValue, .dim) },
      .init(.organisation, .flexible(minimum: 14, weight: 2), 8) { Line($0.name) },
      .init(.Terms.since, .fixed(10), 5) {
        Line("\($0.term.since)", .dim)
      }.holding { .day($0.term.since) },
      .init(.Terms.until, .fixed(35), 9) {
        until($0.term, context)
      }.holding { .day($0.term.until) },
      .init(.Terms.afterwards, .flexible(minimum: 18, weight: 1), 4) {
        context.line(.afterwards($0.term.kind), .dim)
      },
      .init(.Printing.daysLeft) { row in
        let (until, kind) = (row.term.until, row.term.kind)
        return context.lapse(of: until, canBeMissed: kind.canBeMissed) == nil
          ? .whole(context.calendar.workingDays(from: context.now.day, to: until))
          : .text(Self.until(row.term, context).text)
      },
      .init(.district) { .text(context.say(.districtOf($0.district, context.parameters))) },
      .init(.stageHeader) { .text(context.say(.stage($0.stage))) },
    ]
  }

  /// The days within which applications come in (M7).
  private static func callLine(_ context: Context) -> Line {
    guard let call = context.cycle.call else { return context.line(.Terms.noCall, .dim) }
    return context.line(.Terms.call, .dim) + Line("\(call.from) – ")
      + context.line(
        context.due(call.until, canBeMissed: false),
        call.until < context.now.day ? .dim : .accent)
  }

  /// How many terms there are, how many of them are late, and which kinds alone are shown.
  private func note(_ context: Context) -> Line {
    var note = marked.marks.note(context) + Line("\(terms.total)", .dim)
    let past = terms.rows.filter { $0.term.until < context.now.day }
    let late = past.count { $0.term.kind.canBeMissed }
    if late > 0, terms.isAtStart {
      let isMore = past.count == terms.rows.count && past.count < terms.total
      note = context.line(.Terms.lateCount(late, isMore: isMore), .bad) + Line("  ") + note
    }
    guard let kinds else { return note }
    let names = TermKind.allCases.filter(kinds.contains).map { Phrase.term($0) }
    let words = Phrase(
      names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", "))
    return context.line(.Terms.only(words), .accent) + Line("  ") + note
  }

  private static func until(_ term: RunningTerm, _ context: Context) -> Line {
    TermFacts.until(
      term.until, isProvisional: term.provisional, canBeMissed: term.kind.canBeMissed, context)
  }

  private static func lines(of row: TermRow, width: Int, _ context: Context) -> [Line] {
    let term = row.term
    let lines = FactLines.lines(
      [
        (.Terms.what, context.line(.term(term.kind), .title)),
        (.Terms.until, Line("\(term.since) – ") + until(term, context)),
        (.Terms.afterwards, context.line(.afterwards(term.kind))),
        TermFacts.basis(term.rule, context),
        (.stageHeader, context.line(.stage(row.stage), .dim)),
      ], width: width, context)
    guard term.provisional else { return lines }
    let means: Phrase = term.isFixed ? .Terms.leftIsProvisional : .Terms.provisionalMeans
    return lines + context.line(means, .warning).wrapped(to: width)
  }
}
