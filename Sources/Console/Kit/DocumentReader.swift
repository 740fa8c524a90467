import Foundation
import Procedure
import Store
import Terminal

/// A document of the material that is being read, part by part.
struct DocumentReader: Sendable {
  let document: Document
  private(set) var text: MaterialText?
  /// Why it cannot be read.
  var refusal: Phrase?
  private(set) var part = 0
  private var scroll = ScrollState()

  /// A document whose text has been asked for.
  init(_ document: Document) { self.document = document }

  /// The parts of the text, one for each heading.
  var parts: [MaterialText.Part] { text?.parts ?? [] }

  /// The part that is shown.
  var shown: MaterialText.Part? { parts.indices.contains(part) ? parts[part] : nil }

  mutating func take(_ text: MaterialText) {
    self.text = text
    refusal = nil
    part = min(part, max(0, text.parts.count - 1))
  }

  /// Goes to a part, from its beginning.
  mutating func turn(to place: Int) {
    let next = min(max(0, place), max(0, parts.count - 1))
    guard next != part else { return }
    (part, scroll) = (next, ScrollState())
  }

  /// Takes a key that moves in the text of the part.
  mutating func handle(_ key: Key, in size: Size) {
    _ = scroll.handle(key, total: lines(width: size.width).count, rows: size.height)
  }

  /// The part's text in lines, tables aligned.
  func lines(width: Int) -> [Line] {
    guard let shown else { return [] }
    return MaterialLayout(MaterialBlock.blocks(of: shown.body, place: ""), width: width).lines
  }

  /// The first line in sight.
  func first(total: Int, rows: Int) -> Int { scroll.first(total: total, rows: rows) }
}
