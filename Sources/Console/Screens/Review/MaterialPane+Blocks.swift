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
      each(of: .selfEvaluation) { document, text in
        serving(item, in: text, called: name(of: document), context)
      }
    case .profile: whole(.profile)
    case .summary: whole(.workSummary)
    case .form: formBlocks(context) + whole(.applicationForm)
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
    MaterialBlock(kind: .heading, text: words)
  }

  /// How a document is cited: by its kind, by its title where there are several.
  private func name(of document: Document) -> String {
    documents(of: document.kind).count > 1
      ? Citation.name(document.title) : Phrase.document(document.kind).zh
  }

  /// All parts of the documents of a kind.
  private func whole(_ kind: DocumentKind) -> [MaterialBlock] {
    each(of: kind) { document, text in
      text.parts.flatMap { part in
        let section = part.id?.rawValue ?? String(part.title.prefix { !"、 ".contains($0) })
        return (part.title.isEmpty ? [] : [Self.heading(part.title)])
          + Self.blocks(of: part, called: name(of: document), section)
      }
    }
  }

  private static func blocks(
    of part: MaterialText.Part, called name: String, _ section: String
  ) -> [MaterialBlock] {
    MaterialBlock.blocks(of: part, cited: Citation(document: name, section: section))
  }

  // MARK: The self-evaluation

  /// What serves an item (S8, S9, S11): the text of its category above it, its own or one that was
  /// written for several, and below it what follows there and belongs nowhere.
  private func serving(
    _ item: Item, in text: MaterialText, called name: String, _ context: Context
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
        above += Self.blocks(of: part, called: name, id.rawValue)
        owner = category?.items.first?.id
      } else if let id = part.id, let next = Self.owner(of: id, in: edition) {
        owner = next
        guard id == item.id else { continue }
        if part.isMerged || own.count > 1 { here.append(Self.heading(part.title)) }
        here += Self.blocks(of: part, called: name, id.rawValue)
      } else if owner == item.id, !part.body.isBlank {
        here.append(Self.heading(context.say(.Review.unassigned) + part.title))
        let title = Citation.name(String(part.title.prefix(20)))
        here += Self.blocks(of: part, called: name, title.isEmpty ? "" : "「\(title)」")
      }
    }
    return above + here
  }

  /// The item to which what follows a part is nearest: the part's own, or the first of its category.
  private static func owner(of id: ItemID, in edition: Edition) -> ItemID? {
    edition.item(id)?.id ?? edition.categories.first { $0.id == id }?.items.first?.id
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
      text: words.joined(separator: "  "),
      citation: Citation(document: Phrase.document(document.id).zh),
      link: document.id)
  }

  /// A piece of evidence.
  func evidence(_ id: DocumentID, _ context: Context) -> [MaterialBlock] {
    guard let document = documents.first(where: { $0.id == id }), let text = texts[id] else {
      return []
    }
    let name = context.say(.document(id))
    return [Self.heading("\(name)  \(document.title)")]
      + text.parts.flatMap { part in
        (part.title.isEmpty || part.title == document.title ? [] : [Self.heading(part.title)])
          + Self.blocks(of: part, called: Phrase.document(id).zh, "")
      }
  }
}
