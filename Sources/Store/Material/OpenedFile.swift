import Foundation
import Procedure
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// A file that lies sealed in pieces, as its entry names it.
protocol PiecedFile {
  /// SHA-256 of the sealed file, lower-case hex: its name in `files`.
  var file: String { get }
  /// Bytes in the clear, their SHA-256, and those of a piece.
  var bytes: Int { get }
  var hash: String { get }
  var piece: Int { get }
  /// What the pieces are bound to beside their room.
  var binding: String { get }
}

extension Original: PiecedFile {}
extension KeptFile: PiecedFile {}

extension Files {
  /// Opens a file that was sealed in pieces; each is given out once all of it proved right.
  ///
  /// - Parameters:
  ///   - key: The file's own.
  ///   - room: The room it was sealed to.
  ///   - progress: Told the bytes done and in all; false stops.
  ///   - take: What is done with a piece. The whole is good only if nothing is thrown.
  /// - Throws: `StoreFault.damaged(.attachment)` where it is missing, or not as it was sealed.
  func open(
    _ original: some PiecedFile, key: FileKey, room: RoomID, progress: (Int, Int) -> Bool,
    _ take: (Data) throws -> Void
  ) throws {
    // What an entry says of pieces is its author's word.
    guard Pieces.sizes.contains(original.piece), let binding = Hex.decode(original.binding),
      let source = try? PieceReader(url(original.file), follows: false),
      source.bytes == Pieces.sealedSize(of: original.bytes, size: original.piece)
    else {
      throw isClosed(original.file)
        ? StoreFault.noAccess(url(original.file).path) : .damaged(.attachment)
    }
    var opener = Pieces.Opener(
      key, context: Data(room.rawValue.utf8), binding, size: original.piece)
    var hash = Digest.Running()
    var (left, done) = (source.bytes, 0)
    while left > 0 {
      guard progress(done, original.bytes) else { throw StoreFault.stopped }
      let sealed = try source.next(min(left, original.piece + Pieces.overhead))
      left -= sealed.count
      guard !sealed.isEmpty, let piece = try? opener.open(sealed, isLast: left == 0) else {
        throw StoreFault.damaged(.attachment)
      }
      hash.add(piece)
      done += piece.count
      try take(piece)
    }
    guard Hex.encode(hash.finish()) == original.hash else {
      throw StoreFault.damaged(.attachment)
    }
  }
}

/// A case's sealed files as one person's keys open them.
struct Material {
  let files: Files
  let room: RoomID
  /// The keys of the room, the latest last.
  let made: [RoomRegister.Key]
  let session: Session

  init(_ id: CaseID, _ rooms: RoomRegister, in directory: URL, by session: Session) {
    (files, room, self.session) = (Files(directory: directory), .material(id), session)
    made = rooms.keys(of: room)
  }

  /// The text of a document.
  func text(of document: Document) throws -> String {
    guard let file = document.file else { throw StoreFault.noText(document.title) }
    try requireKey()
    let sealed = try files.get(file)
    let plain = try opened { try $0.open(sealed, context: Data(room.rawValue.utf8)) }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Gives out a file as it came in, piece by piece.
  func open(
    _ document: Document, progress: (Int, Int) -> Bool, _ take: (Data) throws -> Void
  ) throws {
    guard let original = document.original else { throw StoreFault.noOriginal(document.title) }
    try requireKey()
    let context = Original.keyContext(room, original.binding)
    let data = try opened { try $0.open(original.sealedKey, context: context) }
    try files.open(
      original, key: try FileKey(data: data), room: room, progress: progress, take)
  }

  private func requireKey() throws {
    if !made.contains(where: { session.open($0) != nil }) {
      throw StoreFault.keyMissing(room.rawValue)
    }
  }

  /// What the room's keys open, the latest first.
  private func opened(_ open: (RoomKey) throws -> Data) throws -> Data {
    let keys = made.compactMap(session.open)
    for key in keys.reversed() {
      if let plain = try? open(key) { return plain }
    }
    throw keys.count < made.count
      ? StoreFault.keyMissing(room.rawValue) : .damaged(.attachment)
  }
}

extension Store {
  func material(of id: CaseID, by session: Session) throws -> Material {
    Material(id, try replayed(id, by: session).rooms, in: directory, by: session)
  }

  /// Gives out a file as it came in, piece by piece, to those to whom the material is open.
  ///
  /// - Parameters:
  ///   - progress: Told the bytes done and in all; false stops.
  ///   - take: What is done with a piece. The whole is good only if nothing is thrown.
  /// - Throws: `StoreFault.keyMissing`, `.damaged(.attachment)`, `.stopped`; `.noOriginal` for a text
  ///   that was typed.
  public func open(
    _ document: Document, in id: CaseID, by session: Session,
    progress: (Int, Int) -> Bool = { _, _ in true }, _ take: (Data) throws -> Void
  ) throws {
    try material(of: id, by: session).open(document, progress: progress, take)
  }

  /// Writes a file as it came in to a new file, which is there whole or not at all.
  ///
  /// - Throws: As `open`; `StoreFault.fileExists` where something lies there.
  public func extract(
    _ document: Document, in id: CaseID, to url: URL, by session: Session,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws {
    guard !Durable.isThere(url) else { throw StoreFault.fileExists(url.path) }
    let part = url.appendingPathExtension("part")
    do {
      let handle = try Durable.make(part, mode: 0o600)
      try open(document, in: id, by: session, progress: progress) {
        try handle.write(contentsOf: $0)
      }
      try handle.synchronize()
      try handle.close()
      try Durable.move(part, to: url)
      try Durable.folder(url.deletingLastPathComponent())
    } catch {
      unlink(part.path)
      throw StoreFault.naming(error)
    }
  }
}
