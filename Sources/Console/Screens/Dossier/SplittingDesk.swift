import Criteria
import Foundation
import Procedure
import Splitting
import Terminal

/// How a document falls into parts, and a person's corrections of it (S13).
///
/// What is said here is the person's alone until it is handed over; the document stays as it is.
struct SplittingDesk: Sendable {
  let document: Document
  /// All corrections: those that stood when it was opened, and what was said since.
  private(set) var corrections: [Correction]
  private(set) var split: Split
  /// Whether the lines have the focus, not the list of parts.
  private(set) var isInText = false
  /// The selected part.
  private(set) var part = 0
  /// The line under the cursor, and the first in sight, in the document.
  private(set) var line = 0
  private(set) var top = 0
  private let manuscript: Manuscript
  private let edition: Edition
  private let standing: [Correction]

  /// A document as it falls into parts now.
  init(
    _ document: Document, _ manuscript: Manuscript, _ corrections: [Correction],
    for edition: Edition
  ) {
    (self.document, self.manuscript, self.edition) = (document, manuscript, edition)
    (self.corrections, standing) = (corrections, corrections)
    split = Splitter(edition).split(manuscript, corrections: corrections)
    select(split.parts.firstIndex { $0.subject == .unassigned || !$0.doubts.isEmpty } ?? 0)
  }

  /// Whether something was said that was not handed over.
  var isChanged: Bool { corrections != standing }

  /// The part at hand.
  var shown: Part? { split.parts.indices.contains(part) ? split.parts[part] : nil }

  /// The lines of the part at hand, by their places in the document.
  var lines: [Int] { shown?.pieces.flatMap { Array($0.start..<$0.end) } ?? [] }

  /// What a line says.
  func text(at line: Int) -> String { manuscript.lines[line].text }

  /// What is handed over.
  var command: CaseCommand {
    .correctSplitting(
      document.id, corrections,
      sections: AttachedText.sections(of: split, for: document.kind, edition))
  }

  // MARK: Corrections

  /// The part at hand belongs to items, to a category, or nowhere.
  mutating func assign(_ subject: Target) {
    guard let line = lines.first else { return }
    switch subject {
    case .items(let items): correct(.assign(line: line, items: items), at: line)
    case .category(let category):
      correct(.assignCategory(line: line, category: category), at: line)
    case .nowhere: correct(.release(line: line), at: line)
    }
  }

  /// Where a part belongs.
  enum Target: Sendable, Hashable {
    case items([ItemID])
    case category(ItemID)
    case nowhere
  }

  /// Whether a part can begin at the cursor.
  var canCut: Bool { isInText && line != lines.first && lines.contains(line) }

  /// A part begins at the cursor.
  mutating func cut() {
    guard canCut else { return }
    correct(.cut(line: line), at: line)
  }

  /// Whether there is a part before the one at hand.
  var canJoin: Bool { part > 0 && !lines.isEmpty }

  /// The part at hand goes on with the one before it.
  mutating func join() {
    guard canJoin, let line = lines.first else { return }
    correct(.join(line: line), at: line)
  }

  /// Whether something can be taken back: what stood before, too.
  var canUndo: Bool { !corrections.isEmpty }

  /// Takes the last correction back.
  mutating func undo() {
    guard let last = corrections.popLast() else { return }
    rebuild(showing: last.line)
  }

  private mutating func correct(_ correction: Correction, at line: Int) {
    corrections.append(correction)
    rebuild(showing: line)
  }

  private mutating func rebuild(showing line: Int) {
    split = Splitter(edition).split(manuscript, corrections: corrections)
    part = split.part(at: line) ?? min(part, max(0, split.parts.count - 1))
    (self.line, top) = (line, line)
  }

  // MARK: Moving

  mutating func select(_ place: Int) {
    part = min(max(0, place), max(0, split.parts.count - 1))
    line = lines.first ?? 0
    top = line
  }

  mutating func switchPane() { isInText.toggle() }

  /// Goes to a line, as by a click.
  mutating func go(to line: Int) {
    guard lines.contains(line) else { return }
    (self.line, isInText) = (line, true)
  }

  mutating func handle(_ key: Key, rows: Int, width: Int) {
    let page = max(1, rows - 1)
    guard isInText else {
      switch key {
      case .up: select(part - 1)
      case .down: select(part + 1)
      case .pageUp: select(part - page)
      case .pageDown: select(part + page)
      case .home: select(0)
      case .end: select(split.parts.count - 1)
      default: break
      }
      return
    }
    let lines = lines
    let place = lines.firstIndex(of: line) ?? 0
    switch key {
    case .up: move(to: place - 1, in: lines)
    case .down: move(to: place + 1, in: lines)
    case .pageUp: move(to: place - page / 2, in: lines)
    case .pageDown: move(to: place + page / 2, in: lines)
    case .home: move(to: 0, in: lines)
    case .end: move(to: lines.count - 1, in: lines)
    default: return
    }
    reveal(lines, rows: rows, width: width)
  }

  private mutating func move(to place: Int, in lines: [Int]) {
    guard !lines.isEmpty else { return }
    line = lines[min(max(0, place), lines.count - 1)]
  }

  private mutating func reveal(_ lines: [Int], rows: Int, width: Int) {
    if line < top { top = line }
    guard let end = lines.firstIndex(of: line), var first = lines.firstIndex(of: top) else {
      top = line
      return
    }
    // From the cursor upwards, as far as there are rows.
    var used = height(of: line, width)
    var begin = end
    while begin > first, used + height(of: lines[begin - 1], width) <= rows {
      begin -= 1
      used += height(of: lines[begin], width)
    }
    first = max(first, begin)
    top = lines[first]
  }

  private func height(of line: Int, _ width: Int) -> Int {
    max(1, Terminal.Line(text(at: line)).wrapped(to: width).count)
  }
}

extension Correction {
  /// The line that it holds on to.
  fileprivate var line: Int {
    switch self {
    case .assign(let line, _), .assignCategory(let line, _), .release(let line), .cut(let line),
      .join(let line):
      line
    }
  }
}
