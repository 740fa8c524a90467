import Foundation
import GRDB
import Procedure
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// Sealed attachments: files named by the SHA-256 of what they hold.
struct Files {
  let directory: URL
  /// Makes what was written to a file or folder durable.
  var synchronize: (FileHandle, URL) throws -> Void = { handle, _ in try handle.synchronize() }

  /// Where they lie.
  var folder: URL { directory.appendingPathComponent("files") }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// Writes a sealed file so that it is there whole or not at all.
  ///
  /// - Returns: Its name.
  func put(_ sealed: Data) throws -> String {
    let name = Hex.encode(Digest.sha256(sealed))
    let target = url(name)
    guard !FileManager.default.fileExists(atPath: target.path) else { return name }
    let part = url(name + ".part")
    let handle = try Durable.make(part)
    do {
      try handle.write(contentsOf: sealed)
      try synchronize(handle, part)
      try handle.close()
      try FileManager.default.moveItem(at: part, to: target)
      try synchronizeFolder()
    } catch {
      // Nothing refers to the part; what cannot be removed now is named by `check`.
      try? FileManager.default.removeItem(at: part)
      throw error
    }
    return name
  }

  /// Makes the new name as durable as the contents.
  func synchronizeFolder() throws {
    let handle = try FileHandle(forReadingFrom: folder)
    try synchronize(handle, folder)
    try handle.close()
  }

  /// Removes a file that nothing refers to; one that cannot be removed stays as noise.
  func remove(_ name: String) { unlink(url(name).path) }

  /// A sealed file whose contents are what its name says.
  ///
  /// - Throws: `StoreFault.damaged` where they are not, or where it is missing; `.noAccess` where
  ///   this account may not read it.
  func get(_ name: String) throws -> Data {
    guard let source = try? PieceReader(url(name), follows: false),
      source.bytes <= Self.largestInMemory, let data = try? source.next(source.bytes),
      Hex.encode(Digest.sha256(data)) == name
    else { throw isClosed(name) ? StoreFault.noAccess(url(name).path) : .damaged(.attachment) }
    return data
  }

  /// Bytes of a sealed text at most: it is read whole.
  private static let largestInMemory = 512 << 20

  /// Whether a file is there and this account may not read it.
  func isClosed(_ name: String) -> Bool {
    access(url(name).path, F_OK) == 0 && access(url(name).path, R_OK) != 0
  }

  /// Whether this account may read a sealed file and it is what its name says; read in pieces.
  ///
  /// - Parameter progress: Told the bytes of each piece; false stops.
  /// - Throws: `StoreFault.stopped`.
  func holds(_ name: String, size: Int, progress: (Int) -> Bool) throws -> Bool {
    guard let source = try? PieceReader(url(name), follows: false), source.bytes == size else {
      return false
    }
    var digest = Digest.Running()
    while let piece = try? source.next(Self.readAtOnce), !piece.isEmpty {
      guard progress(piece.count) else { throw StoreFault.stopped }
      digest.add(piece)
    }
    return Hex.encode(digest.finish()) == name
  }

  private static let readAtOnce = 1 << 20

  /// Seconds after which an unfinished file is nobody's.
  static let partAge: TimeInterval = 600

  /// Seconds since a file was last written to.
  func age(of name: String) throws -> TimeInterval {
    let written = try FileManager.default.attributesOfItem(atPath: url(name).path)[
      .modificationDate]
    return -((written as? Date)?.timeIntervalSinceNow ?? 0)
  }

  /// The names of all files.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

extension Store {
  /// Seals a text into the store and attaches it to a case (M1–M5).
  ///
  /// - Throws: `Refusal` M7 once review has begun; `StoreFault.keyMissing` where the material is
  ///   not open to this person.
  public func attach(
    _ text: String, as kind: DocumentKind, titled title: String, to id: CaseID,
    by session: Session
  ) throws {
    try write(by: session) { try $0.attach(text, as: kind, titled: title, to: id) }
  }

  /// The text of a document, for those to whom the material is open.
  ///
  /// - Throws: `StoreFault.keyMissing`, `.damaged(.attachment)`; `.noText` where nothing can be read of
  ///   it.
  public func text(of document: Document, in id: CaseID, by session: Session) throws -> String {
    try material(of: id, by: session).text(of: document)
  }
}
