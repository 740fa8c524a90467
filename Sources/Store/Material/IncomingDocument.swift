import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// A file that is to be attached, with what its index says.
public struct IncomingDocument: Sendable {
  public var url: URL
  /// Whether it may be a link: one that a person names may be, none on a stick is.
  public var mayBeLink = true
  /// SHA-256 of what was looked at, in hexadecimal; nil for whatever is there.
  public var hash: String?
  /// What it was called where it came from; the name it has by now where nil.
  public var called: String?
  public var kind: DocumentKind
  /// Its number among the files of its kind; the next that is free where nil.
  public var ordinal: Int?
  public var title: String
  public var pages: Int?
  /// The items of the criteria that it proves.
  public var items: [ItemID] = []
  /// What can be read of it.
  public var text: IncomingText?
  /// When the district received it, where the call is over (M7).
  public var receipt: LateReceipt?

  /// A file with a title.
  public init(_ url: URL, as kind: DocumentKind, titled title: String) {
    (self.url, self.kind, self.title) = (url, kind, title)
  }
}

/// What can be read of a file: kept beside it as a second sealed file.
public struct IncomingText: Sendable {
  /// The text in the form in which whoever reads it knows it.
  public var text: String
  /// Its characters, as word processors count.
  public var characters: Int
  /// The items under which it has text.
  public var sections: [String]

  /// A text.
  public init(_ text: String, characters: Int, sections: [String]) {
    (self.text, self.characters, self.sections) = (text, characters, sections)
  }
}

extension Store {
  /// Bytes of a file at most.
  public static let largestFile = 2 << 30

  /// Seals a file into the store and attaches it to a case (M1–M5); after the closing day with its
  /// receipt (M7).
  ///
  /// The file is sealed before anything is locked, with the memory of a few pieces; only then its
  /// entry is written. Whatever ends it before leaves nothing that an entry speaks of.
  /// - Parameter progress: Told the bytes done and in all; false stops.
  /// - Returns: The document as it was entered.
  /// - Throws: `Refusal` M7, before the file is read; `StoreFault.keyMissing` where the material is
  ///   not open to this person, `.noFile`, `.fileTooLarge`, `.noSpace`, `.stopped`.
  @discardableResult
  public func attach(
    _ incoming: IncomingDocument, to id: CaseID, by session: Session,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> Document {
    try attach([incoming], to: id, by: session, progress: progress)[0]
  }

  /// Seals files into the store and attaches them to a case: all of them, or none.
  ///
  /// - Parameter progress: Told the bytes done and in all; false stops.
  /// - Returns: The documents in the order of the files.
  /// - Throws: as with one.
  @discardableResult
  public func attach(
    _ all: [IncomingDocument], to id: CaseID, by session: Session,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> [Document] {
    try requireWritable()
    // Each is opened again when its turn comes: hundreds at once would be too many.
    let total = try all.reduce(0) { sum, incoming in
      let bytes = try PieceReader(incoming.url, follows: incoming.mayBeLink).bytes
      if bytes > Self.largestFile {
        throw StoreFault.fileTooLarge(incoming.url.path, limit: Self.largestFile)
      }
      return sum + bytes
    }
    for incoming in all { try requireAttachable(incoming, to: id, by: session) }
    var files = Files(directory: directory)
    if !waitsForDisk { files.synchronize = { _, _ in } }
    let batch = try IncomingBatch(in: files)
    do {
      var sealed: [(file: IncomingFile, reference: FileReference)] = []
      var done = 0
      for incoming in all {
        let source = try PieceReader(incoming.url, follows: incoming.mayBeLink)
        let next = try batch.seal(source, to: .material(id)) { own, _ in
          progress(done + own, max(total, done + own))
        }
        sealed.append(next)
        if let hash = incoming.hash, hash != Hex.encode(next.file.hash) {
          throw StoreFault.fileChanged(incoming.url.path)
        }
        done += next.file.bytes
      }
      // Its lock is held until the entries are written.
      return try withExtendedLifetime(batch) {
        try write(by: session) { transaction in
          try zip(all, sealed).map { incoming, sealed in
            try transaction.attach(incoming, sealed.file, sealed.reference, to: id)
          }
        }
      }
    } catch {
      batch.discard()
      throw StoreFault.naming(error)
    }
  }

  /// SHA-256 of a file that is no link, in hexadecimal.
  ///
  /// - Throws: `StoreFault.noFile`, `.noAccess`.
  public static func hash(of url: URL) throws -> String {
    let source = try PieceReader(url, follows: false)
    var digest = Digest.Running()
    while case let piece = try source.next(Pieces.size), !piece.isEmpty { digest.add(piece) }
    return Hex.encode(digest.finish())
  }

  /// Asks before a large file is sealed what will be asked when its entry is written.
  private func requireAttachable(
    _ incoming: IncomingDocument, to id: CaseID, by session: Session
  ) throws {
    let replay = try replayed(id, by: session)
    guard let state = replay.state else { throw StoreFault.unknownCase(id.rawValue) }
    let sample = Original(
      name: incoming.name, bytes: 0, hash: "-", file: "-", binding: "-",
      piece: Pieces.size, sealedKey: Data())
    let desk = Desk(
      cycle: try cycle(), dossier: state, clear: replay.split, actor: session.person,
      now: clock.now())
    _ = try decide(
      .dossier(id, incoming.command(incoming.document(in: state, original: sample))), on: desk)
    guard session.key(of: .material(id), in: replay.rooms) != nil else {
      throw StoreFault.keyMissing(RoomID.material(id).rawValue)
    }
  }
}

extension IncomingDocument {
  /// What the file is called, without signs that nobody sees or that turn others around.
  fileprivate var name: String {
    let seen = (called ?? url.lastPathComponent).unicodeScalars.filter { !$0.isUnseen }
    return String(String.UnicodeScalarView(seen))
  }

  /// The document that it will be in a case.
  fileprivate func document(in state: CaseState?, original: Original) -> Document {
    let taken = (state?.documents ?? []).filter { $0.kind == kind }.compactMap(\.ordinal)
    var document = Document(
      kind: kind, ordinal: ordinal ?? (taken.max() ?? 0) + 1, title: title, pages: pages,
      items: items, original: original)
    if let text {
      (document.characters, document.sections) = (text.characters, text.sections)
      document.mentions = (state?.application.controlled ?? []).filter { text.text.contains($0) }
    }
    return document
  }

  fileprivate func command(_ document: Document) -> CaseCommand {
    receipt.map { .enterLate(document, $0) } ?? .attach(document)
  }
}

extension Transaction {
  fileprivate mutating func attach(
    _ incoming: IncomingDocument, _ file: IncomingFile, _ reference: FileReference, to id: CaseID
  ) throws -> Document {
    attachments.take(reference)
    let room = RoomID.material(id)
    let (_, key) = try sealingKey(of: room, in: id)
    let original = try file.original(
      named: incoming.name, reference, in: room, key)
    var document = incoming.document(in: try dossier(id).state, original: original)
    document.file = try incoming.text.map { try sealText($0.text, to: room, key) }
    try perform(.dossier(id, incoming.command(document)))
    return document
  }

  /// Seals a text into a file of its own.
  ///
  /// - Returns: The file's name.
  func sealText(_ text: String, to room: RoomID, _ key: RoomKey) throws -> String {
    try attachments.put(
      key.seal(Data(text.utf8), context: Data(room.rawValue.utf8), padding: .file))
  }
}
