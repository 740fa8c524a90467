import Criteria
import Foundation
import Procedure
import Terminal

/// Where words occur in all of the material, as a list to go through.
struct MaterialHits: Sendable {
  /// A paragraph in which they occur.
  struct Hit: Sendable, Hashable {
    let tab: MaterialPane.Tab
    let item: ItemID?
    let document: DocumentID?
    /// Where it stands, as people say it.
    let place: String
    let text: String
  }

  /// What was looked for.
  private(set) var words = ""
  /// The paragraphs; nil while documents are still being read.
  private(set) var rows: [Hit]?
  private var list = ListState()

  /// Begins to look for words; the same ones again stay where one was.
  mutating func begin(_ words: String) {
    guard words != self.words else { return }
    self = MaterialHits()
    self.words = words
  }

  /// Whether they are still to be looked for.
  var isOpen: Bool { rows == nil && !words.isEmpty }

  mutating func take(_ rows: [Hit]) { self.rows = rows }

  /// What has changed is looked through anew.
  mutating func forget() { rows = nil }

  var selected: Hit? {
    rows.flatMap { $0.indices.contains(list.selection) ? $0[list.selection] : nil }
  }

  mutating func handle(_ key: Key, rows count: Int) {
    _ = list.handle(key, count: rows?.count ?? 0, rows: count)
  }

  mutating func select(_ place: Int) {
    list.select(place, count: rows?.count ?? 0, rows: rows?.count ?? 1)
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let room = TitleBand(
      context.line(.Review.hits(words)), note: Line(rows.map { "\($0.count)" } ?? "…", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    let placeWidth = min(34, max(16, room.width / 3))
    ListView(
      count: rows?.count ?? 0, name: "hits",
      placeholder: context.say(rows == nil ? Phrase.Review.reading : .Review.notFoundAnywhere)
    ) { index in
      guard let hit = rows?[index] else { return (Line(""), Line("")) }
      return (
        FactLines.cell(Line(hit.place, .dim), placeWidth)
          + snippet(of: hit, width: room.width - placeWidth - 4), Line("")
      )
    }.paint(on: &canvas, in: room.splitRight(1).rest, state: list)
  }

  /// The words with what stands around them.
  private func snippet(of hit: Hit, width: Int) -> Line {
    let text = hit.text.lines.joined(separator: " ")
    guard
      let found = text.range(of: words, options: [.caseInsensitive, .widthInsensitive])
    else { return Line(text) }
    let before = text[..<found.lowerBound]
    // A third of the room for what stands before, at two columns a character.
    let lead = String(before.suffix(max(4, width / 6)))
    return Line((lead.count < before.count ? "…" : "") + lead)
      + Line(String(text[found]), Style(.warning, bold: true, underline: true))
      + Line(String(text[found.upperBound...].prefix(200)))
  }
}
