import Criteria

/// What a document is made of: its parts, in the order in which they begin.
public struct Split: Codable, Hashable, Sendable {
  /// The document, unchanged.
  public var manuscript: Manuscript
  /// The parts.
  public var parts: [Part]
  /// The lines of headers, footers and page numbers, in no part (S2).
  public var running: [Int]
  /// The items that the document's table of contents announces (S3).
  public var expected: [ItemID]

  /// The lines of a part, blank lines at its ends left out.
  public func lines(of part: Part) -> [Line] {
    var found = part.pieces.flatMap { manuscript.lines[$0.start..<$0.end] }
    while found.last?.characters == 0, found.last?.kind != .picture { found.removeLast() }
    return found
  }

  /// The characters of the lines that dropped out.
  public var droppedCharacters: Int {
    running.reduce(0) { $0 + manuscript.lines[$1].characters }
  }

  /// How an item is served in this document: of its own, merged with others, or by the text of its
  /// category (S8, S9).
  public func service(of item: ItemID, in category: ItemID?) -> [(part: Part, service: Service)] {
    let own = parts.compactMap { part -> (Part, Service)? in
      guard case .items(let items) = part.subject, items.contains(item) else { return nil }
      return (part, items.count == 1 ? .own : .merged)
    }
    let hasItems = parts.contains { part in
      guard case .items(let items) = part.subject else { return false }
      return items.contains { part.categories[$0] == category }
    }
    let shared = parts.filter { $0.subject == category.map(Part.Subject.category) }
      .map { ($0, hasItems ? Service.category : .unlisted) }
    return own + shared
  }

  /// How a part serves an item.
  public enum Service: String, Codable, Hashable, Sendable {
    /// A part of its own.
    case own
    /// 合写: one part for several items.
    case merged
    /// Text of the category, above its items.
    case category
    /// 未单列: the category has no items of their own.
    case unlisted
  }
}

/// A part of a document (S13).
public struct Part: Codable, Hashable, Sendable {
  /// What it is about.
  public var subject: Subject
  /// The organisation of a group's document to which it belongs.
  public var segment: String?
  /// The heading as written; none where no line began it.
  public var heading: String?
  /// How it was known.
  public var how: Evidence?
  /// Why a person should look at it.
  public var doubts: [Doubt]
  /// The page on which it begins, where pages are known.
  public var page: Int?
  /// Its lines, heading included; several runs where it was joined.
  public var pieces: [Piece]
  /// Places inside: points, captions, pictures (S12).
  public var places: [PlaceInside]
  /// Characters without white space, those of the heading included.
  public var characters: Int
  /// The categories of its items.
  public var categories: [ItemID: ItemID]

  /// What a part is about.
  public enum Subject: Codable, Hashable, Sendable {
    /// Items or topics of the profile; several where they were written together.
    case items([ItemID])
    /// A category's own text.
    case category(ItemID)
    /// A table of contents.
    case contents
    /// 未归入: nobody knows yet.
    case unassigned
  }

  /// How a heading was known.
  public enum Evidence: String, Codable, Hashable, Sendable {
    case title, number, both
    /// A person said so.
    case person
  }

  /// A run of lines.
  public struct Piece: Codable, Hashable, Sendable {
    /// The first line.
    public var start: Int
    /// The line behind the last.
    public var end: Int
  }

  /// The places of its lines in the document.
  var lineNumbers: [Int] { pieces.flatMap { Array($0.start..<$0.end) } }

  /// The items it serves; none for other text.
  public var items: [ItemID] {
    if case .items(let items) = subject { items } else { [] }
  }

  /// The category whose text it is.
  public var category: ItemID? {
    if case .category(let id) = subject { id } else { nil }
  }
}

/// Why a part wants a person's look.
public enum Doubt: Codable, Hashable, Sendable {
  /// The title won, the number is another item's.
  case numberIsOf(ItemID)
  /// The item came again in the same segment; joined (S10).
  case joined(Int)
  /// An item of it has another part, too.
  case alsoIn(ItemID)
  /// A heading without a text.
  case empty
  /// A numbered heading inside that names nothing of the edition, while the numbering is shifted.
  case unread(String)
}

/// A place inside a part that a reader can go to (S12).
public struct PlaceInside: Codable, Hashable, Sendable {
  /// A kind of place.
  public enum Kind: String, Codable, Hashable, Sendable {
    case point, caption, picture
  }
  /// What stands there.
  public var kind: Kind
  /// Its words.
  public var text: String
  /// The line of the document.
  public var line: Int
  /// The page, where pages are known.
  public var page: Int?
}
