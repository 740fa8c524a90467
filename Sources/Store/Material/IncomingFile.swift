import Foundation
import Procedure
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// A file on its way into the store: sealed piece by piece under a name that nothing refers to.
///
/// Once whole and on the disk it gets its name, and then an entry may speak of it.
final class IncomingFile {
  /// The key of this file alone.
  let key = FileKey.generate()
  /// By chance: what its pieces are bound to beside the room.
  let binding = Bytes.random(16)
  /// Bytes of the file as it came, and their SHA-256.
  private(set) var bytes = 0
  private(set) var hash = Data()
  private let files: Files
  /// What it is called by now.
  private var name: String

  /// Bytes that stay free beside it.
  private static let margin = 16 << 20

  fileprivate init(in files: Files) {
    self.files = files
    name = Files.partName()
  }

  /// - Throws: `StoreFault.noSpace`.
  private static func requireSpace(_ bytes: Int, in folder: URL) throws {
    var status = statvfs()
    guard statvfs(folder.path, &status) == 0 else { return }
    let free = Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    if free < bytes + margin {
      throw StoreFault.noSpace(folder.path, needed: bytes + margin, free: free)
    }
  }

  /// Seals a file to a room, and makes it durable.
  ///
  /// - Parameter progress: Told the bytes done and in all; false stops, and nothing is left.
  /// - Returns: Its name, with its size.
  /// - Throws: `StoreFault.noSpace`, `.database` where the folder cannot be written to, `.stopped`,
  ///   `.fileChanged`.
  fileprivate func seal(
    _ source: PieceReader, to room: RoomID, progress: (Int, Int) -> Bool
  ) throws -> FileReference {
    try Self.requireSpace(Pieces.sealedSize(of: source.bytes), in: files.folder)
    do {
      let handle = try Durable.make(files.url(name))
      var (plain, sealed) = (Digest.Running(), Digest.Running())
      var size = 0
      var sealer = Pieces.Sealer(key, context: Data(room.rawValue.utf8), binding)
      var piece = try source.next(Pieces.size)
      while true {
        guard progress(bytes, max(bytes, source.bytes)) else { throw StoreFault.stopped }
        let next = piece.count < Pieces.size ? Data() : try source.next(Pieces.size)
        guard bytes + piece.count + next.count <= source.bytes else {
          throw StoreFault.fileChanged(source.path)
        }
        let closed = try sealer.seal(piece, isLast: next.isEmpty)
        plain.add(piece)
        sealed.add(closed)
        try handle.write(contentsOf: closed)
        (bytes, size) = (bytes + piece.count, size + closed.count)
        if next.isEmpty { break }
        piece = next
      }
      guard bytes == source.bytes else { throw StoreFault.fileChanged(source.path) }
      hash = plain.finish()
      let reference = FileReference(digest: sealed.finish(), size: size)
      try files.synchronize(handle, files.url(name))
      try handle.close()
      guard progress(bytes, bytes) else { throw StoreFault.stopped }
      try Durable.move(files.url(name), to: files.url(reference.name))
      name = reference.name
      try files.synchronizeFolder()
      return reference
    } catch {
      discard()
      throw error
    }
  }

  /// Removes it again: no entry speaks of it.
  fileprivate func discard() { files.remove(name) }

  /// What the entry says of it.
  ///
  /// - Parameter roomKey: That of the room it was sealed to, under which its own key is kept.
  func original(
    named name: String, _ reference: FileReference, in room: RoomID, _ roomKey: RoomKey
  ) throws -> Original {
    let mark = Hex.encode(binding)
    return Original(
      name: name, bytes: bytes, hash: Hex.encode(hash), file: reference.name, binding: mark,
      piece: Pieces.size,
      sealedKey: try roomKey.seal(
        key.data, context: Original.keyContext(room, mark), padding: .entry))
  }
}

/// Files on their way into the store together, until their entries are written.
///
/// One lock says that somebody works at them, so that nobody takes them for forgotten; one for each
/// would be as many open files, and a stick has hundreds.
final class IncomingBatch {
  private let files: Files
  private let name = Files.partName()
  private let handle: FileHandle
  private var sealed: [IncomingFile] = []

  /// - Throws: `StoreFault.database` where the folder cannot be written to.
  init(in files: Files) throws {
    self.files = files
    handle = try Durable.make(files.url(name))
    flock(handle.fileDescriptor, LOCK_EX | LOCK_NB)
  }

  deinit { files.remove(name) }

  /// Seals a file to a room, and makes it durable.
  ///
  /// - Parameter progress: Told the bytes done and in all; false stops, and nothing is left of it.
  /// - Returns: What the file became, and its name with its size.
  /// - Throws: `StoreFault.noSpace`, `.database`, `.stopped`, `.fileChanged`.
  func seal(
    _ source: PieceReader, to room: RoomID, progress: (Int, Int) -> Bool
  ) throws -> (file: IncomingFile, reference: FileReference) {
    let file = IncomingFile(in: files)
    let reference = try file.seal(source, to: room, progress: progress)
    sealed.append(file)
    return (file, reference)
  }

  /// Removes what was sealed: no entry speaks of it.
  func discard() {
    for file in sealed { file.discard() }
    sealed = []
  }
}

extension Files {
  /// A name for a file that is being written.
  fileprivate static func partName() -> String { Hex.encode(Bytes.random(16)) + ".part" }
}

extension Original {
  /// What the file's key is bound to where it is sealed: its room and its file.
  static func keyContext(_ room: RoomID, _ binding: String) -> Data {
    Data("\(room.rawValue) \(binding)".utf8)
  }
}
