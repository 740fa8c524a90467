import Criteria
import Foundation
import Procedure
import Terminal

/// The three lists of an item's review.
enum EntrySection: Sendable, Hashable, CaseIterable {
  case strengths
  case opportunities
  case points
}

/// A row in the list of comments and points of an item.
enum EntryRow: Sendable, Hashable {
  /// The head of a list; Enter on it writes a new entry.
  case heading(EntrySection)
  /// A comment by its place among the item's comments.
  case comment(Int)
  /// A point for the visit by its place.
  case point(Int)
  /// The entry that is being written.
  case writing

  /// The rows of a review, list by list; an entry being written stands in its place.
  static func rows(of review: ItemReview, writing editor: EntryEditor? = nil) -> [EntryRow] {
    var rows: [EntryRow] = []
    for section in EntrySection.allCases {
      rows.append(.heading(section))
      switch section {
      case .strengths, .opportunities:
        let kind: CommentKind = section == .strengths ? .strength : .opportunity
        for (index, comment) in review.comments.enumerated() where comment.kind == kind {
          let isOpen = editor.map { $0.isComment && $0.isStored && $0.place == index } ?? false
          rows.append(isOpen ? .writing : .comment(index))
        }
      case .points:
        for index in review.sitePoints.indices {
          let isOpen = editor.map { !$0.isComment && $0.isStored && $0.place == index } ?? false
          rows.append(isOpen ? .writing : .point(index))
        }
      }
      if let editor, !editor.isStored, editor.section == section { rows.append(.writing) }
    }
    return rows
  }
}

/// A comment or point while it is being written, with its text area.
struct EntryEditor: Sendable, Hashable {
  /// What is written: the entry apart from its words.
  enum Content: Sendable, Hashable {
    case comment(Procedure.Comment)
    case point(PointKind)
  }

  let item: ItemID
  private(set) var content: Content
  /// Its place among the item's comments or points.
  let place: Int
  /// Whether it is on the sheet: as soon as, and as long as, it has words.
  private(set) var isStored: Bool
  var area: TextArea
  /// The most characters of an entry.
  static let maxLength = 2_000

  /// Opens a row of a review, or a new entry under a heading; nil for a row that has none.
  init?(_ row: EntryRow, of review: ItemReview, item: ItemID) {
    self.item = item
    var text = ""
    switch row {
    case .heading(.strengths), .heading(.opportunities):
      let kind: CommentKind = row == .heading(.strengths) ? .strength : .opportunity
      content = .comment(Comment(kind, ""))
      (place, isStored) = (review.comments.count, false)
    case .heading(.points):
      content = .point(.verify)
      (place, isStored) = (review.sitePoints.count, false)
    case .comment(let index) where review.comments.indices.contains(index):
      content = .comment(review.comments[index])
      text = review.comments[index].text
      (place, isStored) = (index, true)
    case .point(let index) where review.sitePoints.indices.contains(index):
      content = .point(review.sitePoints[index].kind)
      text = review.sitePoints[index].text
      (place, isStored) = (index, true)
    case .comment, .point, .writing: return nil
    }
    area = TextArea(text, maxLength: Self.maxLength)
  }

  /// Whether it is a comment, not a point for the visit.
  var isComment: Bool { if case .comment = content { true } else { false } }

  /// The list it belongs to.
  var section: EntrySection {
    switch content {
    case .comment(let comment): comment.kind == .strength ? .strengths : .opportunities
    case .point: .points
    }
  }

  /// The comment with its present words; nil for a point.
  var comment: Procedure.Comment? {
    guard case .comment(var comment) = content else { return nil }
    comment.text = area.text.trimmingCharacters(in: .whitespacesAndNewlines)
    return comment
  }

  /// Makes a strength an opportunity and back, a point to verify one to clarify.
  mutating func turn() {
    switch content {
    case .comment(var comment):
      comment.kind = comment.kind == .strength ? .opportunity : .strength
      content = .comment(comment)
    case .point(let kind): content = .point(kind == .verify ? .clarify : .verify)
    }
  }

  /// Doubles or undoubles a comment.
  mutating func toggleDoubled() {
    guard case .comment(var comment) = content else { return }
    comment.doubled.toggle()
    content = .comment(comment)
  }

  /// Tags a comment with the next dimension of its item's kind; after the last with none.
  mutating func tagNext(of kind: ItemKind) {
    guard case .comment(var comment) = content else { return }
    comment.dimension = comment.dimension.next(of: kind, by: 1)
    content = .comment(comment)
  }

  /// Adds a place in the material, or takes it back; a point bears it in its words.
  mutating func quote(_ evidence: String) {
    switch content {
    case .comment(var comment):
      if let index = comment.evidence.firstIndex(of: evidence) {
        comment.evidence.remove(at: index)
      } else {
        comment.evidence.append(evidence)
      }
      content = .comment(comment)
    case .point: area.insert("（\(evidence)）")
    }
  }

  /// Writes the entry into its review; without words it is not there.
  mutating func store(in review: inout ItemReview) {
    let text = area.text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch content {
    case .comment(var comment):
      comment.text = text
      put(text.isEmpty ? nil : comment, in: &review.comments)
    case .point(let kind):
      put(text.isEmpty ? nil : SitePoint(kind, text), in: &review.sitePoints)
    }
    isStored = !text.isEmpty
  }

  private func put<Entry>(_ entry: Entry?, in entries: inout [Entry]) {
    let isThere = isStored && entries.indices.contains(place)
    switch entry {
    case let entry? where isThere: entries[place] = entry
    case let entry?: entries.insert(entry, at: min(place, entries.count))
    case nil: if isThere { entries.remove(at: place) }
    }
  }
}

extension Optional where Wrapped == Criteria.Dimension {
  /// The next tag of a kind of item in turn, none being one of them.
  func next(of kind: ItemKind, by step: Int) -> Criteria.Dimension? {
    let tags: [Criteria.Dimension?] = [nil] + kind.dimensions
    let place = tags.firstIndex(of: self) ?? 0
    return tags[(place + step + tags.count) % tags.count]
  }
}
