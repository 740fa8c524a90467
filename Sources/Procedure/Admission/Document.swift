import Criteria
import Foundation

/// A document of the material: a text, a file as it came in, or both; they lie sealed in the store's
/// `files`.
public struct Document: Codable, Sendable, Hashable {
  /// Unique in the case; a later document with the same id replaces the earlier.
  public var id: DocumentID
  /// Which part of the material it is.
  public var kind: DocumentKind
  /// The title on screen.
  public var title: String
  /// Its text: SHA-256 of the sealed file, lower-case hex, its name in `files`; none where nothing
  /// can be read of it.
  public var file: String?
  /// Characters counted as word processors count (rule M, last paragraph).
  public var characters: Int
  /// Items of the criteria, or headings of annex B, under which it has text (M2, M3).
  public var sections: [String]?
  /// Controlled organisations that it names (M3).
  public var mentions: [String]?
  /// Its number among the files of its kind, in the index of evidence too (M5).
  public var ordinal: Int?
  /// Its pages, where they are known.
  public var pages: Int?
  /// The items of the criteria that it proves (M5).
  public var items: [ItemID]?
  /// The file as it came in; none for a text that was typed or imported.
  public var original: Original?

  /// A document that has been sealed already.
  public init(
    id: DocumentID, kind: DocumentKind, title: String, file: String?, characters: Int,
    sections: [String]? = nil, mentions: [String]? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.file = file
    self.characters = characters
    self.sections = sections
    self.mentions = mentions
  }

  /// The file of a number among those of its kind.
  public init(
    kind: DocumentKind, ordinal: Int, title: String, pages: Int? = nil, items: [ItemID] = [],
    original: Original
  ) {
    self.init(
      id: DocumentID(kind, ordinal), kind: kind, title: title, file: nil, characters: 0)
    (self.ordinal, self.pages, self.original) = (ordinal, pages, original)
    self.items = items.isEmpty ? nil : items
  }

  /// The names of its sealed files, in the order in which its entry names them.
  public var files: [String] { [file, original?.file].compactMap { $0 } }

  /// Whether there is a text of it to be read.
  public var hasText: Bool { file != nil }
}

extension DocumentID {
  /// The document of a number among the files of a kind.
  public init(_ kind: DocumentKind, _ ordinal: Int) { self.init("\(kind.rawValue)-\(ordinal)") }

  /// The kind, and the number where it has one; nil where it is called otherwise.
  public var parts: (kind: DocumentKind, ordinal: Int?)? {
    let words = rawValue.split(separator: "-", omittingEmptySubsequences: false)
    guard let kind = DocumentKind(rawValue: String(words[0])) else { return nil }
    if words.count == 1 { return (kind, nil) }
    guard words.count == 2, let ordinal = Int(words[1]) else { return nil }
    return (kind, ordinal)
  }
}

/// A file as it came in, sealed in pieces under a key of its own.
public struct Original: Codable, Sendable, Hashable {
  /// What it was called when it came, without its folders.
  public var name: String
  /// Its bytes, and their SHA-256 in lower-case hex.
  public var bytes: Int
  public var hash: String
  /// SHA-256 of the sealed file, lower-case hex: its name in `files`.
  public var file: String
  /// What the pieces are bound to beside their room: chance, 32 digits in hex.
  public var binding: String
  /// Bytes of a piece in the clear.
  public var piece: Int
  /// The file's key, sealed to the room.
  public var sealedKey: Data

  /// A file that has been sealed already.
  public init(
    name: String, bytes: Int, hash: String, file: String, binding: String, piece: Int,
    sealedKey: Data
  ) {
    (self.name, self.bytes, self.hash) = (name, bytes, hash)
    (self.file, self.binding) = (file, binding)
    (self.piece, self.sealedKey) = (piece, sealedKey)
  }
}

/// When the district received what was entered after the closing day, and who took it (M7).
public struct LateReceipt: Codable, Sendable, Hashable {
  public var receivedOn: Day
  public var receivedBy: String

  /// A receipt.
  public init(on day: Day, by name: String) { (receivedOn, receivedBy) = (day, name) }
}

/// A document that was replaced or removed before the closing day: kept as it was (M7).
public struct FormerDocument: Sendable, Hashable {
  public var document: Document
  /// Who replaced or removed it, and when.
  public var by: PersonID
  public var at: Moment
  /// Whether another stands in its place.
  public var isReplaced: Bool
}

/// What people corrected in a document's splitting: all of it, as it was said last.
public struct SplittingRecord: Sendable, Hashable {
  public var corrections: [Correction]
  public var by: PersonID
  public var at: Moment
}

/// What became of the documents of a case.
public struct MaterialRecord: Sendable, Hashable {
  /// Those that were replaced or removed, the latest last.
  public internal(set) var former: [FormerDocument] = []
  /// Those that were entered after the closing day.
  public internal(set) var receipts: [DocumentID: LateReceipt] = [:]
  /// The corrections of how documents fall into parts.
  public internal(set) var splittings: [DocumentID: SplittingRecord] = [:]
}
