import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// What each tab shows, in blocks.
extension MaterialPane {
  /// What is shown for an item.
  func blocks(of item: Item, review: ItemReview, _ context: Context) -> [MaterialBlock] {
    switch tab {
    case .selfEvaluation:
      each(of: .selfEvaluation) { _, text in serving(item, in: text, context) }
    case .profile: whole(.profile, context)
    case .summary: whole(.workSummary, context)
    case .form: formBlocks(context) + whole(.applicationForm, context)
    case .evidence: opened.map { evidence($0, context) } ?? index(for: item, context)
    case .asks: GuideText.asks(of: item, context)
    case .guide: GuideText.blocks(for: item, review: review, context)
    }
  }

  /// The blocks of every document of a kind; where there are several, each under its title.
  private func each(
    of kind: DocumentKind, _ blocks: (Document, MaterialText) -> [MaterialBlock]
  ) -> [MaterialBlock] {
    let documents = documents(of: kind)
    return documents.flatMap { document -> [MaterialBlock] in
      guard let text = texts[document.id] else { return [] }
      let found = blocks(document, text)
      return documents.count > 1 && !found.isEmpty
        ? [Self.heading(document.title)] + found : found
    }
  }

  private static func heading(_ words: String) -> MaterialBlock {
    MaterialBlock(kind: .heading, text: words, evidence: nil)
  }

  /// All parts of the documents of a kind.
  private func whole(_ kind: DocumentKind, _ context: Context) -> [MaterialBlock] {
    each(of: kind) { _, text in Self.parts(of: text, named: context.say(.document(kind))) }
  }

  private static func parts(of text: MaterialText, named name: String) -> [MaterialBlock] {
    text.parts.flatMap { part in
      let place = part.id?.rawValue ?? String(part.title.prefix { !"、 ".contains($0) })
      return (part.title.isEmpty ? [] : [heading(part.title)])
        + MaterialBlock.blocks(of: part.body, place: "\(name) \(place)")
    }
  }

  // MARK: The self-evaluation

  /// What serves an item (S8, S9, S11): the text of its category above it, its own or one that was
  /// written for several, and below it what follows there and belongs nowhere.
  private func serving(
    _ item: Item, in text: MaterialText, _ context: Context
  ) -> [MaterialBlock] {
    let edition = context.edition
    let category = edition.category(of: item.id)
    let siblings = Set(category?.items.map(\.id) ?? [])
    let hasItems = text.parts.contains { $0.id.map(siblings.contains) ?? false }
    let own = text.parts.filter { $0.id == item.id }
    var above: [MaterialBlock] = []
    var here: [MaterialBlock] = []
    // What stands before everything is read with the first item.
    var owner = edition.items.first?.id
    for part in text.parts {
      if let id = part.id, id == category?.id {
        let mark = hasItems ? Phrase.Review.ofCategory(id) : .Review.unlisted(id)
        above.append(Self.heading(context.say(mark) + part.title))
        above += MaterialBlock.blocks(of: part.body, place: id.rawValue)
        owner = category?.items.first?.id
      } else if let id = part.id, let next = Self.owner(of: id, in: edition) {
        owner = next
        guard id == item.id else { continue }
        if part.isMerged || own.count > 1 { here.append(Self.heading(part.title)) }
        here += MaterialBlock.blocks(of: part.body, place: id.rawValue)
      } else if owner == item.id, !part.body.isBlank {
        here.append(Self.heading(context.say(.Review.unassigned) + part.title))
        here += MaterialBlock.blocks(of: part.body, place: item.id.rawValue)
      }
    }
    return above + here
  }

  /// The item to which what follows a part is nearest: the part's own, or the first of its category.
  private static func owner(of id: ItemID, in edition: Edition) -> ItemID? {
    edition.item(id)?.id ?? edition.categories.first { $0.id == id }?.items.first?.id
  }

  // MARK: The application form

  /// What the form says, and the figures of its years beside one another.
  private func formBlocks(_ context: Context) -> [MaterialBlock] {
    guard let form else { return [] }
    let name = context.say(Phrase.document(.applicationForm))
    var blocks = FrameFacts.facts(of: form, context).filter { !$0.1.isBlank }.map { label, text in
      MaterialBlock(
        kind: .entry(sign: context.say(label)), text: text,
        evidence: "\(name) \(context.say(label))")
    }
    let years = form.years.sorted { $0.year < $1.year }
    let figures = YearFigure.allCases.compactMap { figure -> [String]? in
      let texts = years.map(figure.text(of:))
      guard texts.contains(where: { !$0.isEmpty }) else { return nil }
      let unit = figure.unit == .tenThousandYuan ? Phrase.tenThousandYuan : .plain("")
      let label = context.say(.Act.figure(figure) + unit)
      return [label] + texts.map { $0.isEmpty ? "–" : $0 }
    }
    if !figures.isEmpty {
      let caption = context.say(.Review.figures)
      let rows = [[""] + years.map { "\($0.year)" }] + figures
      blocks.append(
        MaterialBlock(
          kind: .table(rows, caption: caption),
          text: ([caption] + rows.map { $0.joined(separator: " ") }).joined(separator: "\n"),
          evidence: "\(name) \(caption)"))
    }
    blocks += form.controlled.map {
      MaterialBlock(
        kind: .entry(sign: context.say(.Case.controlled)), text: ControlledLine.text($0),
        evidence: nil)
    }
    return blocks
  }

  // MARK: Evidence

  /// The index of the evidence: what proves the item first.
  private func index(for item: Item, _ context: Context) -> [MaterialBlock] {
    let all = documents.filter { $0.kind == .evidence }
    let proving = all.filter { $0.items?.contains(item.id) == true }
    let others = all.filter { !proving.contains($0) }
    return [(Phrase.Review.proving(proving.count), proving), (.Review.otherEvidence, others)]
      .flatMap { title, documents in
        documents.isEmpty
          ? [] : [Self.heading(context.say(title))] + documents.map { entry($0, context) }
      }
  }

  private func entry(_ document: Document, _ context: Context) -> MaterialBlock {
    var words = [document.title]
    words += document.items.map { [$0.map(\.rawValue).joined(separator: " ")] } ?? []
    words += document.pages.map { [context.say(.Review.pages($0))] } ?? []
    words += document.original.map { [context.say(.fileSize($0.bytes))] } ?? []
    if !document.hasText { words.append(context.say(.Review.scanned)) }
    return MaterialBlock(
      kind: .entry(sign: document.ordinal.map { "\($0)" } ?? "–"),
      text: words.joined(separator: "  "), evidence: context.say(.document(document.id)),
      link: document.id)
  }

  private func evidence(_ id: DocumentID, _ context: Context) -> [MaterialBlock] {
    guard let document = documents.first(where: { $0.id == id }), let text = texts[id] else {
      return []
    }
    let name = context.say(.document(id))
    return [Self.heading("\(name)  \(document.title)")]
      + text.parts.flatMap { part in
        (part.title.isEmpty || part.title == document.title ? [] : [Self.heading(part.title)])
          + MaterialBlock.blocks(of: part.body, place: name)
      }
  }

  // MARK: Finding in everything

  /// Where words occur: item by item, then document by document.
  func hits(of words: String, _ context: Context) -> [MaterialHits.Hit] {
    guard !words.isEmpty else { return [] }
    var hits: [MaterialHits.Hit] = []
    func look(
      _ blocks: [MaterialBlock], _ tab: Tab, _ item: ItemID?, _ document: DocumentID?,
      _ place: String
    ) {
      for block in blocks where block.contains(words) {
        // A part for several items is one hit.
        if hits.contains(where: { $0.tab == tab && $0.text == block.text }) { continue }
        hits.append(
          MaterialHits.Hit(tab: tab, item: item, document: document, place: place, text: block.text)
        )
      }
    }
    var pane = self
    for tab in [Tab.selfEvaluation, .profile, .summary, .form] {
      pane.tab = tab
      let items =
        tab == .selfEvaluation ? context.edition.items : Array(context.edition.items.prefix(1))
      for item in items {
        let isOfItem = tab == .selfEvaluation
        look(
          pane.blocks(of: item, review: ItemReview(), context), tab, isOfItem ? item.id : nil, nil,
          isOfItem ? "\(item.id) \(context.say(item.name))" : context.say(.Review.tab(tab)))
      }
    }
    for document in documents where document.kind == .evidence && texts[document.id] != nil {
      look(
        Array(evidence(document.id, context).dropFirst()), .evidence, nil, document.id,
        context.say(.document(document.id)) + " " + document.title)
    }
    return hits
  }
}
