import Foundation
import Procedure
import Reports
import Store
import Terminal

/// The notices (公示): what can be published, what runs, what was published, each with its cases
/// (Q3, P2, P4).
struct NoticesPage: Page {
  private(set) var batches = ListWithCases<NoticeBatch>()
  /// The terms of all notices that run.
  private var running: [TermRow] = []
  private var stages: [Stage: [QueueRow]] = [:]
  private var listed: [QueueRow] = []
  /// The cases of the notice that is to be corrected, read when it is asked for.
  private var corrected: [CaseState] = []
  private var isCorrecting = false

  private static let kinds = Set(NoticeKind.allCases.map(\.term))

  // MARK: Actions

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    let here: [ScreenAction<Self>] = batches.actions(\.batches)
    guard context.acts(as: .secretariat) else { return here }
    let toggle = ScreenAction<Self>(
      "toggle", .Terms.toggle, keys: [.character(" "), .character("\u{3000}")], shown: .space,
      help: .Terms.toggleHelp,
      availability: isChoosable(context) ? .available : .disabled(.Terms.cannotToggle),
      importance: 7
    ) { page, context in page.batches.toggle(context) }
    return here + [
      ScreenAction(
        "publish", .Terms.publish, keys: [.function(5)], shown: .plain("F5"),
        help: .Terms.publishHelp, availability: canPublish, importance: 9
      ) { page, context in
        page.batches.list.selected.map {
          page.open("publish", about: $0.rule.rawValue, context)
        } ?? []
      },
      ScreenAction(
        "close", .Terms.close, keys: [.function(6)], shown: .plain("F6"), help: .Terms.closeHelp,
        availability: canClose(context), importance: 9
      ) { page, context in page.askToClose(context) },
      ScreenAction(
        "correct", .Act.correctNotice, keys: [.function(4)], shown: .plain("F4"),
        help: .Act.correctNoticeHelp,
        availability: batches.list.selected?.isReady == false
          ? .available : .disabled(.Terms.choosePublished), importance: 5
      ) { page, _ in page.askToCorrect() },
    ] + (batches.isOnCases ? [toggle] : [])
  }

  private mutating func askToCorrect() -> [Effect] {
    isCorrecting = true
    let cases = batches.list.selected?.members.map(\.dossier) ?? []
    return [.load(.dossiers(cases))]
  }

  /// The name of the form that corrects a notice.
  private static let correction = MarkedCases.form + CaseActName.correctPaper.rawValue

  /// The correction of a notice in all its cases.
  private func correction(_ context: Context) -> CaseBatch {
    CaseBatch(.correctPaper, in: corrected, context)
  }

  /// Its form, at the notice of the selected row first.
  private func correctionForm(_ context: Context) -> ScreenForm<Self>? {
    let batch = correction(context)
    guard var sheet = batch.sheet(context) else { return nil }
    if let paper = batches.list.selected?.corrected,
      let place = sheet.form["paper"]?.values.firstIndex(of: paper),
      case .choice(let options, _)? = sheet.form["paper"]?.kind
    {
      sheet.form["paper"]?.kind = .choice(options: options, selected: place)
    }
    return ScreenForm(sheet) { _, form, context in batch.filled(form, context) }
  }

  /// Whether the cases of the selected row are published or closed next, so that one chooses.
  private func isChoosable(_ context: Context) -> Bool {
    guard context.acts(as: .secretariat), let batch = batches.list.selected else { return false }
    return batch.isReady || batch.isOver(on: context.now.day)
  }

  private var canPublish: Availability {
    guard let batch = batches.list.selected, batch.isReady else {
      return .disabled(.Terms.chooseReady)
    }
    return taken(batch).isEmpty ? .disabled(.Terms.nothingReady) : .available
  }

  private func canClose(_ context: Context) -> Availability {
    guard closing(context).isEmpty else { return .available }
    let ends = batches.list.rows.compactMap(\.until)
    return .disabled(ends.min().map { .Terms.firstOver($0) } ?? .Terms.nothingOver)
  }

  /// The cases of a batch that were not left out.
  private func taken(_ batch: NoticeBatch) -> [NoticeBatch.Member] {
    batch.members.filter { !batches.leftOut.contains($0.dossier) }
  }

  /// The notices that are over, with the cases that are to be closed.
  private func closing(
    _ context: Context
  ) -> [(batch: NoticeBatch, cases: [NoticeBatch.Member])] {
    batches.list.rows.filter { $0.isOver(on: context.now.day) }.map { ($0, taken($0)) }
      .filter { !$0.1.isEmpty }
  }

  /// Asks whether every notice that is over is to be closed.
  private func askToClose(_ context: Context) -> [Effect] {
    let closing = closing(context)
    let commands = closing.flatMap { batch, cases in
      cases.compactMap { member in
        batch.notice.map { Command.dossier(member.dossier, .closeNotice($0)) }
      }
    }
    let lines = closing.flatMap { batch, cases in [batch.title, NoticeBatch.names(of: cases)] }
    return [
      .confirm(
        "close", Phrase.Terms.close.bare, lines + [.Terms.allOrNone],
        then: CaseBatch.together(commands, .Terms.close, in: commands.count, ticket: "close"))
    ]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    if name == Self.correction { return correctionForm(context) }
    guard name == "publish",
      let batch = batches.list.rows.first(where: { $0.isReady && $0.rule.rawValue == about })
    else { return nil }
    let cases = taken(batch)
    var lines = [batch.title, NoticeBatch.names(of: cases)]
    if let notice = batch.notice {
      lines[0] = .notice(notice) + Phrase("：", ": ") + context.term(of: notice)
    }
    let label: Phrase = batch.notice == nil ? .Act.listNumber : .Act.noticeNumber
    let asks = Asks(
      .paperNumber(label, refused: .never), .known(cases.map(\.dossier)),
      lines: lines + [.Terms.allOrNone]
    ) { number, _ in number }
    return ScreenForm(name, .Terms.publish, about: about, isKept: false, asks, context) {
      [lines] _, number, _ in
      let commands = cases.compactMap { batch.publication(of: $0.dossier, number: number) }
      return .effects([
        .confirm(
          name, Phrase.Terms.publish.bare, [.plain(number)] + lines + [.Act.cannotBeUndone],
          then: CaseBatch.together(commands, .Terms.publish, in: commands.count, ticket: name))
      ])
    }
  }

  /// The papers that can be printed of what is selected: the notice, the answers of a case.
  var papers: [PaperOrder] {
    var orders: [PaperOrder] = []
    if let batch = batches.list.selected {
      let dossiers = batch.members.map(\.dossier)
      let chosen = taken(batch).map(\.dossier)
      switch batch.kind {
      case .running(let notice, let number):
        orders.append(PaperOrder(Paper(notice), of: dossiers, number: number))
      case .listed(let number):
        orders.append(PaperOrder(.noticeFinal, of: dossiers, number: number))
      case .ready(let notice) where !chosen.isEmpty:
        orders.append(PaperOrder(Paper(notice), of: chosen, isAhead: true, isDraft: true))
      case .readyList where !chosen.isEmpty:
        orders.append(PaperOrder(.noticeFinal, of: chosen, isAhead: true, isDraft: true))
      case .ready, .readyList: break
      }
    }
    return orders + (batches.side.dossier(batches.selected).map(PaperOrder.answers) ?? [])
  }

  // MARK: Updates

  mutating func appear(_ context: Context) -> [Effect] {
    batches.appear()
    return update(.opened, context)
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged: return read()
    case .done:
      batches.takeAllIn()
      return read()
    case .loaded(.dossiers(let dossiers)):
      corrected = dossiers
      defer { isCorrecting = false }
      guard isCorrecting else { return [] }
      let batch = correction(context)
      return batch.able.isEmpty ? batch.begin(context) : open(Self.correction, context)
    case .loaded(.terms(Self.kinds, _, let rows, _)):
      running = rows
      // Asked for last: nothing of the list is still to come.
      return list(isWhole: true, context)
    case .loaded(.queue(let query, _, let rows, _)):
      switch query.scope {
      case .stage(let stage): stages[stage] = rows
      case .listed: listed = rows
      default: return []
      }
      return list(isWhole: false, context)
    default: return batches.update(message, context) { batch, _ in batch.members }
    }
  }

  private func read() -> [Effect] {
    (NoticeBatch.stages.map { .load(.cases(.stage($0))) })
      + [
        .load(.cases(.listed)), .load(.terms(Self.kinds, offset: 0, limit: Request.mostCases)),
      ] + batches.side.read()
  }

  /// Lists what can be published, what is on notice, what is published; readers see what is public.
  private mutating func list(isWhole: Bool, _ context: Context) -> [Effect] {
    let rows =
      (context.acts(as: .secretariat) ? NoticeBatch.ready(stages) : [])
      + NoticeBatch.running(running) + NoticeBatch.listed(listed, year: context.cycle.year)
    return batches.hold(rows, isWhole: isWhole, context) { batch, _ in batch.members }
  }

  // MARK: Painting

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    batches.followers(in: rect, context)
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = batches.layout(in: rect, context)
    NoticeTable(batches: batches.list, isFocused: !batches.isOnCases, context: context)
      .paint(on: &canvas, in: layout.list)
    batches.paintCases(
      .Terms.members, choosing: batches.inOrOut(isChoosable(context)), on: &canvas,
      in: layout.cases, context)
    batches.paintSide(
      on: &canvas, in: layout.detail, context, title: \.title,
      facts: { NoticeTable.lines(of: $0, width: $1, context) })
  }
}
