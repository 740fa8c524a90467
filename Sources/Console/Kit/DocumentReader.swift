import Foundation
import Procedure
import Store
import Terminal

/// What of the material is being read: a document part by part, or the form, which has no text.
struct DocumentReader: Sendable {
  /// What is read.
  enum Subject: Sendable, Hashable {
    case document(Document)
    case form
  }

  let subject: Subject
  private(set) var text: MaterialText?
  /// Why it cannot be read.
  var refusal: Phrase?
  private(set) var part = 0
  private var scroll = ScrollState()
  private var sideways = Sideways()

  /// A document whose text has been asked for.
  init(_ document: Document) { subject = .document(document) }

  /// The application form, as it is filled in.
  static let form = DocumentReader(subject: .form)

  private init(subject: Subject) { self.subject = subject }

  /// The document; nil where the form is read.
  var document: Document? { if case .document(let document) = subject { document } else { nil } }

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
    (part, scroll, sideways) = (next, ScrollState(), Sideways())
  }

  /// Takes a key that moves in so many lines of a width.
  mutating func handle(_ key: Key, total: Int, rows: Int, width: Int) {
    guard scroll.handle(key, total: total, rows: rows) == .ignored else { return }
    _ = sideways.handle(key, most: layout(width: width).mostShift)
  }

  /// Whether a table of what is read is wider than the room.
  func isWide(in width: Int) -> Bool { layout(width: width).mostShift > 0 }

  /// The part's text in lines, tables aligned.
  func lines(width: Int) -> [Line] {
    let layout = layout(width: width)
    return layout.lines.indices.map { layout.line($0, shiftedBy: sideways.shift) }
  }

  private func layout(width: Int) -> MaterialLayout {
    guard let shown else { return MaterialLayout() }
    return MaterialLayout(
      MaterialBlock.blocks(of: shown, cited: Citation(document: "")), width: width)
  }

  /// The first line in sight.
  func first(total: Int, rows: Int) -> Int { scroll.first(total: total, rows: rows) }
}
