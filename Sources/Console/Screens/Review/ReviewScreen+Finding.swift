import Criteria
import Foundation
import Procedure
import Terminal

/// Finding in all of the material, and reading evidence.
extension ReviewScreen {
  /// What can be done while one types what is to be found.
  func findActions() -> [Action] {
    [
      Action(
        "findNext", .Review.findNext, keys: [.enter], shown: .plain("Enter"),
        help: .Review.findNextHelp, importance: 8
      ) { $0.findNext($1) },
      Action(
        "findEverywhere", .Review.findEverywhere, keys: [.function(3)], shown: .plain("F3"),
        help: .Review.findEverywhereHelp, importance: 8
      ) { $0.findEverywhere($1) },
      Action(
        "endFind", .back, keys: [.escape, .tab], shown: .plain("Esc"), help: .Review.endFindHelp,
        importance: 7
      ) { screen, _ in
        (screen.material.finding, screen.material.isMarking) = (nil, false)
        return []
      },
    ]
  }

  /// Looks for the words in all items and documents; what has not been read yet is read first.
  mutating func findEverywhere(_ context: Context) -> [Effect] {
    guard let dossier, !material.wanted.isEmpty else {
      return [.say(Notice(.info, .Review.typeFirst))]
    }
    material.finding = nil
    material.hits.begin(material.wanted)
    focus = .hits
    return material.allToLoad().map { .load(.document(dossier.id, $0)) }
  }

  /// Once everything is there: where the words occur.
  mutating func settleHits(_ context: Context) {
    guard focus == .hits, material.hits.isOpen, !material.isWaiting else { return }
    material.hits.take(material.hits(of: material.hits.words, context))
  }

  mutating func takeInHits(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    material.hits.handle(key, rows: max(1, context.room.height - 1))
    return []
  }

  var hitsActions: [Action] {
    [
      Action("move", .choose, shown: .arrows, help: .Review.hitsHelp, importance: 6),
      Action(
        "goToHit", .Review.goToHit, keys: [.enter], shown: .plain("Enter"),
        help: .Review.goToHitHelp,
        availability: material.hits.selected == nil
          ? .disabled(.Review.notFoundAnywhere) : .available, importance: 9
      ) { $0.goToHit($1) },
      Action(
        "closeHits", .back, keys: [.escape], shown: .plain("Esc"), help: .Review.closeHitsHelp,
        importance: 8
      ) { screen, _ in screen.focus(on: .items) },
    ]
  }

  /// Goes to the paragraph, in its item and document.
  private mutating func goToHit(_ context: Context) -> [Effect] {
    guard let hit = material.hits.selected else { return [] }
    show(hit, context)
    material.isMarking = true
    return []
  }

  // MARK: Evidence

  /// Opening the piece of evidence under the cursor of the index, or closing it.
  func evidenceActions(_ context: Context) -> [Action] {
    guard material.tab == .evidence else { return [] }
    if material.opened != nil {
      return [
        Action(
          "closeEvidence", .Review.evidenceIndex, keys: [.escape], shown: .plain("Esc"),
          help: .Review.evidenceIndexHelp, importance: 8
        ) { screen, _ in
          screen.material.open(nil)
          return []
        }
      ]
    }
    let link = linked(context)
    return [
      Action(
        "openEvidence", .Case.read, keys: [.enter], shown: .plain("Enter"),
        help: .Review.openEvidenceHelp,
        availability: link == nil ? .disabled(.Case.notAttached) : .available, importance: 8
      ) { screen, _ in
        screen.material.open(link)
        return []
      }
    ]
  }

  /// The document to which the block under the cursor leads.
  private func linked(_ context: Context) -> DocumentID? {
    guard let item = selected(context) else { return nil }
    let text = textLayout(layout(context), context)
    return material.cursor(in: text, item: item.id).flatMap { text.blocks[$0].block.link }
  }
}
