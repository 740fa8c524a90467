import Criteria
import Foundation
import Procedure
import Terminal

extension DossierScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let dossier else {
      let words = refusal ?? (context.dossier == nil ? .chooseCaseFirst : .Case.reading)
      for (row, line) in context.line(words, refusal == nil ? .dim : .warning)
        .wrapped(to: max(1, rect.width - 2)).prefix(rect.height).enumerated()
      {
        canvas.put(line, in: rect.inset(columns: 1).row(row))
      }
      return
    }
    let layout = DossierLayout(in: rect, wide: context.isWide)
    if taking.isShown {
      TitleBand(context.line(Phrase.Take.look.bare), isFocused: true).paint(
        on: &canvas, in: layout.room)
      takingText.paint(
        taking.lines(width: layout.taking.width, context), on: &canvas, in: layout.taking)
      return
    }
    if let desk {
      desk.paint(on: &canvas, in: layout.room, context)
      return
    }
    if reader == nil, let index {
      index.paint(on: &canvas, in: layout.room, context)
      return
    }
    if let reader {
      paint(reader, on: &canvas, layout, context)
      return
    }
    paintHead(dossier, on: &canvas, in: layout.head, context)
    if context.isWide {
      for pane in Pane.allCases { paint(pane, on: &canvas, layout, context) }
    } else {
      TabBar(
        Pane.allCases.map { context.say(.Case.pane($0)) }, selected: pane.rawValue, name: "pane"
      ).paint(on: &canvas, in: layout.tabs)
      paint(pane, on: &canvas, layout, context)
    }
  }

  // MARK: Head

  private func paintHead(
    _ dossier: CaseState, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let application = dossier.application
    let mark = application.encouraged.isEmpty ? Line("") : Line(" ◆", .info)
    let room = TitleBand(
      Line("\(dossier.id)  \(application.name)") + mark,
      note: context.line(.stage(dossier.stage), .accent)
    ).paint(on: &canvas, in: rect).inset(columns: 1)
    var facts: [Line] = [
      context.line(.districtOf(application.district, context.parameters)),
      Line(application.industry),
    ]
    if let panel = dossier.panel.flatMap({ context.cycle.panels[$0] }) {
      facts.append(panelLine(panel, context))
    }
    if let panel = dossier.onSitePanel.flatMap({ context.cycle.panels[$0] }) {
      facts.append(panelLine(panel, context))
    }
    canvas.put(Self.joined(facts), in: room.row(0))
    var figures: [Line] = []
    if let apart = Phrase.apart(in: dossier) { figures.append(context.line(apart, .warning)) }
    if let due = dossier.due(in: context.cycle) {
      let due = context.due(due, canBeMissed: !dossier.stage.isNotice)
      figures.append(context.line(.Case.due, .dim) + context.line(due, .warning))
    }
    if let total = dossier.materialTotal { figures.append(materialLine(total, context)) }
    if let total = dossier.siteTotal { figures.append(siteLine(total, context)) }
    canvas.put(Self.joined(figures), in: room.row(1))
  }

  private func panelLine(_ panel: Panel, _ context: Context) -> Line {
    Line(panel.name) + Line("（\(context.name(panel.leader))）", .dim)
  }

  private func materialLine(_ total: Points, _ context: Context) -> Line {
    let line = context.parameters.materialLine
    let reaches = total >= line
    return context.line(.Case.materialTotal, .dim) + Line(total.description, .accent)
      + Line("  ") + context.line(.Case.line(line, reaches), reaches ? .good : .bad)
  }

  private func siteLine(_ total: Points, _ context: Context) -> Line {
    let tier = context.parameters.tier(of: total)
    return context.line(.Case.siteTotal, .dim) + Line(total.description, .accent) + Line("  ")
      + context.line(
        tier.map { .Case.tier($0.rank) } ?? .Case.belowTiers, tier == nil ? .bad : .good)
  }

  private static func joined(_ lines: [Line]) -> Line {
    lines.enumerated().reduce(Line("")) {
      $1.offset == 0 ? $1.element : $0 + Line("  ·  ", .dim) + $1.element
    }
  }

  // MARK: Panes

  private func paint(
    _ pane: Pane, on canvas: inout Canvas, _ layout: DossierLayout, _ context: Context
  ) {
    guard let rect = layout.panes[pane] else { return }
    let isFocused = pane == self.pane
    let room = TitleBand(
      context.line(.Case.pane(pane)), note: note(of: pane, context), isFocused: isFocused
    ).paint(on: &canvas, in: rect)
    canvas.addHit(rect.row(0), HitTarget("pane", index: pane.rawValue))
    switch pane {
    case .acts: paintActs(on: &canvas, in: room, isFocused, context)
    case .material: paintMaterial(on: &canvas, in: room, isFocused, context)
    case .people:
      paint(peopleLines(width: room.width - 2, context), peopleScroll, on: &canvas, in: room)
    case .facts:
      paint(factLines(width: room.width - 2, context), factsScroll, on: &canvas, in: room)
    }
  }

  private func note(of pane: Pane, _ context: Context) -> Line {
    switch pane {
    case .acts:
      let waiting = acts(context).count { $0.isWaiting && $0.availability == .available }
      return waiting == 0 ? Line("") : context.line(.Case.waitingCount(waiting), .accent)
    case .material: return Line(dossier.map { "\($0.documents.count)" } ?? "", .dim)
    case .people:
      guard let dossier, !dossier.assigned.isEmpty, dossier.stage == .independentReview else {
        return Line("")
      }
      let done = dossier.assigned.count - dossier.outstanding.count
      return context.line(.handedIn(done, of: dossier.assigned.count), .dim)
    case .facts: return Line("")
    }
  }

  private func paint(
    _ lines: [Line], _ scroll: ScrollState, on canvas: inout Canvas, in rect: Rect
  ) {
    let first = scroll.first(total: lines.count, rows: rect.height)
    for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
      canvas.put(line, in: rect.inset(columns: 1).row(row))
    }
  }

  private func paintActs(
    on canvas: inout Canvas, in rect: Rect, _ isFocused: Bool, _ context: Context
  ) {
    let acts = acts(context)
    let (list, below) = rect.splitBottom(min(DossierLayout.reasonRows, rect.height / 2))
    ListView(
      count: acts.count, name: "acts", isFocused: isFocused,
      placeholder: context.say(.Case.nothingToDo)
    ) { index in
      let act = acts[index]
      let title = act.act.act.title
      guard act.availability == .available else {
        return (context.line(title, .dim), context.line(.Case.notNow, .dim))
      }
      let note = act.isWaiting ? context.line(.Case.waits, .warning) : Line("")
      return (context.line(title), note)
    }.paint(on: &canvas, in: list.splitRight(1).rest, state: actList)
    guard let act = selectedAct(context) else { return }
    var words = context.line(act.act.act.help, .dim)
    if case .disabled(let why) = act.availability { words = context.line(why, .warning) }
    let room = below.inset(columns: 2)
    for (row, line) in words.wrapped(to: max(1, room.width)).prefix(room.height).enumerated() {
      canvas.put(line, in: room.row(row))
    }
  }

  private func paintMaterial(
    on canvas: inout Canvas, in rect: Rect, _ isFocused: Bool, _ context: Context
  ) {
    let entries = materials.rows
    guard !entries.isEmpty else {
      let room = rect.inset(columns: 2)
      for (row, line) in context.line(noMaterial(context), .dim).wrapped(to: max(1, room.width))
        .prefix(room.height).enumerated()
      {
        canvas.put(line, in: room.row(row))
      }
      return
    }
    ListView(count: entries.count, name: "material", isFocused: isFocused) { index in
      let entry = entries[index]
      guard let document = entry.document else {
        return Self.withoutText(entry.kind, dossier?.admission.form, context)
      }
      let name = context.say(.document(document.id))
      let title =
        document.title == name ? Line(name) : Line(name) + Line("  " + document.title, .dim)
      return (title, Self.size(of: document, context))
    }.paint(on: &canvas, in: rect.splitRight(1).rest, state: materials.state)
  }

  /// A kind of material without a text; the form is typed in and needs none (M1).
  private static func withoutText(
    _ kind: DocumentKind, _ form: ApplicationForm?, _ context: Context
  ) -> (Line, Line) {
    guard kind == .applicationForm, let form else {
      return (context.line(.document(kind), .dim), context.line(.Case.missing, .dim))
    }
    let gaps = form.missing.count
    return (
      context.line(.document(kind)),
      gaps == 0
        ? context.line(.Case.formFilled, .good) : context.line(.Case.formLacks(gaps), .warning)
    )
  }

  /// Characters against the limit of M2 or M3.
  static func size(of document: Document, _ context: Context) -> Line {
    if let original = document.original, !document.hasText {
      return context.line(.fileSize(original.bytes), .dim)
    }
    let limit: Int?
    switch document.kind {
    case .profile: limit = context.parameters.profileLimit
    case .selfEvaluation: limit = context.parameters.selfEvaluationLimit
    default: limit = nil
    }
    guard let limit else { return context.line(.Case.characters(document.characters), .dim) }
    if document.characters > limit {
      return context.line(.Case.tooLong(document.characters, limit), .warning)
    }
    return context.line(.Case.withinLimit(document.characters, limit), .dim)
  }

  func noMaterial(_ context: Context) -> Phrase {
    guard let dossier, let person = context.person else { return .Case.noMaterial }
    let isMember = [dossier.panel, dossier.onSitePanel].compactMap { $0 }.contains {
      context.cycle.panels[$0]?.members.contains(person) == true
    }
    return isMember && !dossier.isCleared(person) ? .Case.declareToRead : .Case.noMaterial
  }

  // MARK: Reading

  private func paint(
    _ reader: DocumentReader, on canvas: inout Canvas, _ layout: DossierLayout, _ context: Context
  ) {
    let (parts, text, _) = layout.reading(context)
    let kind = reader.document?.kind ?? .applicationForm
    if !parts.isEmpty {
      let room = TitleBand(context.line(.document(kind)))
        .paint(on: &canvas, in: parts)
      ListView(count: reader.parts.count, name: "parts") { index in
        (Line(reader.parts[index].title), Line(""))
      }.paint(on: &canvas, in: room, state: ListState(selection: reader.part))
    }
    let title =
      reader.shown?.title ?? reader.document?.title ?? context.say(.document(kind))
    let place = reader.parts.isEmpty ? "" : "\(reader.part + 1)/\(reader.parts.count)"
    let room = TitleBand(
      Line(title.isEmpty ? reader.document?.title ?? "" : title), note: Line(place, .dim),
      isFocused: true
    ).paint(on: &canvas, in: text).inset(columns: 1)
    guard reader.text != nil || reader.subject == .form else {
      let words = context.line(
        reader.refusal ?? .Case.reading, reader.refusal == nil ? .dim : .warning)
      for (row, line) in words.wrapped(to: max(1, room.width)).prefix(room.height).enumerated() {
        canvas.put(line, in: room.row(row))
      }
      return
    }
    let lines = readingLines(width: room.width, context)
    let first = reader.first(total: lines.count, rows: room.height)
    for (row, line) in lines.dropFirst(first).prefix(room.height).enumerated() {
      canvas.put(line, in: room.row(row))
    }
  }
}
