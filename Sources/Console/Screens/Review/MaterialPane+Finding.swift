import Criteria
import Foundation
import Procedure
import Terminal

/// Finding in all of the material: words, and the passage that a comment rests on.
extension MaterialPane {
  /// What is shown in one place.
  private struct Chapter {
    let tab: Tab
    let item: ItemID?
    let document: DocumentID?
    /// Where it is, as people say it.
    let name: String
    let blocks: [MaterialBlock]

    func hit(_ block: MaterialBlock) -> MaterialHits.Hit {
      MaterialHits.Hit(tab: tab, item: item, document: document, place: name, text: block.text)
    }
  }

  /// All that was read: item by item, then document by document.
  private func chapters(_ context: Context) -> [Chapter] {
    var pane = self
    pane.open(nil)
    var chapters: [Chapter] = []
    for tab in [Tab.selfEvaluation, .profile, .summary, .form, .evidence] {
      pane.tab = tab
      let isOfItem = tab == .selfEvaluation
      for item in isOfItem ? context.edition.items : Array(context.edition.items.prefix(1)) {
        chapters.append(
          Chapter(
            tab: tab, item: isOfItem ? item.id : nil, document: nil,
            name: isOfItem
              ? "\(item.id) \(context.say(item.name))" : context.say(.Review.tab(tab)),
            blocks: pane.blocks(of: item, review: ItemReview(), context)))
      }
    }
    for document in documents where document.kind == .evidence && texts[document.id] != nil {
      chapters.append(
        Chapter(
          tab: .evidence, item: nil, document: document.id,
          name: context.say(.document(document.id)) + " " + document.title,
          blocks: Array(evidence(document.id, context).dropFirst())))
    }
    return chapters
  }

  /// Where words occur.
  func hits(of words: String, _ context: Context) -> [MaterialHits.Hit] {
    guard !words.isEmpty else { return [] }
    var hits: [MaterialHits.Hit] = []
    // The index of the evidence is looked through where it stands, by its titles.
    for chapter in chapters(context) where chapter.tab != .evidence || chapter.document != nil {
      for block in chapter.blocks where block.contains(words) {
        // A part for several items is one hit.
        if hits.contains(where: { $0.tab == chapter.tab && $0.text == block.text }) { continue }
        hits.append(chapter.hit(block))
      }
    }
    return hits
  }

  /// The passage that a citation names best, of an item rather than of others; and how well.
  func passage(
    _ citation: String, near item: ItemID?, _ context: Context
  ) -> (hit: MaterialHits.Hit, fit: Citation.Fit)? {
    var best: (hit: MaterialHits.Hit, fit: Citation.Fit)?
    let chapters = chapters(context)
    let own = chapters.filter { $0.item == item }
    for chapter in own + chapters.filter({ $0.item != item }) {
      for block in chapter.blocks {
        guard let fit = block.citation?.fit(citation), best.map({ fit < $0.fit }) ?? true else {
          continue
        }
        best = (chapter.hit(block), fit)
        if fit == .exact { return best }
      }
    }
    return best
  }
}
