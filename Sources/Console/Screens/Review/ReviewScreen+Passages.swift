import Criteria
import Foundation
import Procedure
import Terminal

/// From a comment to the passage it rests on, and from a passage to the comment.
extension ReviewScreen {
  private static let passageKey = Terminal.Key.control("g")
  private static let passageKeyName = Phrase.plain("Ctrl-G")

  /// Going to the passage from what is selected or being written.
  func toPassage(_ context: Context) -> Action {
    let isCited = !citations(context).isEmpty
    return Action(
      "toPassage", .Review.toPassage, keys: [Self.passageKey], shown: Self.passageKeyName,
      help: .Review.toPassageHelp,
      availability: isCited ? .available : .disabled(.Review.restsOnNothing),
      importance: isCited ? 8 : 3
    ) { $0.goToPassage($1) }
  }

  /// Going to the comment that rests on the passage under the cursor.
  func toComment(_ context: Context) -> Action {
    Action(
      "toComment", .Review.toComment, keys: [Self.passageKey], shown: Self.passageKeyName,
      help: .Review.toCommentHelp,
      availability: row(citing: evidence(context), context) == nil
        ? .disabled(.Review.restedOnByNothing) : .available, importance: 4
    ) { $0.goToComment($1) }
  }

  /// What the entry under the cursor, or being written, rests on.
  private func citations(_ context: Context) -> [String] {
    if let entry {
      switch entry.content {
      case .comment(let comment): return comment.evidence
      case .point: return Citation.inText(entry.area.text)
      }
    }
    return citations(of: entryRow(context), context)
  }

  private func citations(of row: EntryRow, _ context: Context) -> [String] {
    let review = review(context)
    switch row {
    case .comment(let place): return review.comments[place].evidence
    case .point(let place): return Citation.inText(review.sitePoints[place].text)
    case .heading, .writing: return []
    }
  }

  /// The row of the entry that rests on a passage.
  private func row(citing evidence: String?, _ context: Context) -> Int? {
    guard let evidence, entry == nil else { return nil }
    return entryRows(context).firstIndex { citations(of: $0, context).contains(evidence) }
  }

  /// Shows the passage; of several the next one each time.
  private mutating func goToPassage(_ context: Context) -> [Effect] {
    guard let dossier else { return [] }
    let citations = citations(context)
    guard !citations.isEmpty else { return [] }
    let isSame = material.gone.citations == citations
    let next = isSame ? (material.gone.last + 1) % citations.count : 0
    material.gone = (citations, next)
    material.sought = citations[next]
    comesFromComment = true
    // What was read may hold it already; else all of it is read first.
    if found(context)?.fit == .exact { return [] }
    return material.allToLoad().map { .load(.document(dossier.id, $0)) }
  }

  private func found(_ context: Context) -> (hit: MaterialHits.Hit, fit: Citation.Fit)? {
    material.sought.flatMap { material.passage($0, near: selected(context)?.id, context) }
  }

  /// Once everything is there: the passage that was sought.
  mutating func settlePassage(_ context: Context) -> [Effect] {
    guard let sought = material.sought else { return [] }
    let found = found(context)
    guard found?.fit == .exact || !material.isWaiting else { return [] }
    material.sought = nil
    guard let found else { return [.say(Notice(.info, .Review.passageNotFound(sought)))] }
    // One stays at the item that is judged where the passage stands under it, too.
    show(found.hit, context)
    return []
  }

  private mutating func goToComment(_ context: Context) -> [Effect] {
    guard let row = row(citing: evidence(context), context) else { return [] }
    (focus, rowCursor) = (.comments, row)
    return []
  }

  /// Shows a place of the material, in its item and document.
  mutating func show(_ hit: MaterialHits.Hit, _ context: Context) {
    if let place = hit.item.flatMap(context.edition.index(of:)), hit.item != selected(context)?.id {
      select(place, context)
    }
    material.tab = hit.tab
    material.open(hit.document)
    focus = .text
    guard let item = selected(context) else { return }
    let layout = layout(context)
    let text = textLayout(layout, context)
    if let block = text.blocks.firstIndex(where: { $0.block.text == hit.text }) {
      material.moveTo(block, in: text, item: item.id, rows: layout.textRows)
    }
  }
}
