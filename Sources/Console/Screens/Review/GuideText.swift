import Criteria
import Foundation
import Procedure

/// What the criteria say to an item, as blocks beside the material.
enum GuideText {
  /// The sub-points of an item.
  static func asks(of item: Item, _ context: Context) -> [MaterialBlock] {
    [MaterialBlock(kind: .heading, text: context.say(item.name))]
      + item.asks.enumerated().map { index, ask in
        MaterialBlock(kind: .entry(sign: "\(index + 1)"), text: context.say(ask))
      }
  }

  /// The scoring guide for an item's kind, band by band, with the item's own bands marked.
  static func blocks(
    for item: Item, review: ItemReview, _ context: Context
  ) -> [MaterialBlock] {
    let own = review.mark?.percentage?.band
    return Band.allCases.reversed().flatMap { band in
      var title = "\(band.label) %"
      if band == own, let mark = review.mark?.percentage {
        title += "  " + context.say(Phrase.Review.ownBand(mark))
      }
      let cells = context.edition.guide.cells(item.kind, band).map { cell in
        let name = context.say(Phrase.dimension(cell.dimension))
        let isChosen = review.bands[cell.dimension] == band
        return MaterialBlock(
          kind: .entry(sign: isChosen ? "✓ \(name)" : "  \(name)"), text: context.say(cell.text))
      }
      return [MaterialBlock(kind: .heading, text: title)] + cells
    }
  }

  /// The place of a band's heading among the blocks of the guide.
  static func place(of band: Band) -> Int {
    (Band.allCases.count - 1 - band.rawValue) * 5
  }
}
