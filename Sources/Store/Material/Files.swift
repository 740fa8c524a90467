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

  private func url(_ name: String) -> URL {
    directory.appendingPathComponent("files").appendingPathComponent(name)
  }

  /// Writes a sealed file so that it is there whole or not at all.
  ///
  /// - Returns: Its name.
  func put(_ sealed: Data) throws -> String {
    let name = Hex.encode(Digest.sha256(sealed))
    let target = url(name)
    guard !FileManager.default.fileExists(atPath: target.path) else { return name }
    let part = url(name + ".part")
    try Durable.make(part)
    let handle = try FileHandle(forWritingTo: part)
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
  private func synchronizeFolder() throws {
    let url = directory.appendingPathComponent("files")
    let folder = try FileHandle(forReadingFrom: url)
    try synchronize(folder, url)
    try folder.close()
  }

  /// Removes a file that nothing refers to; one that cannot be removed stays as noise.
  func remove(_ name: String) { try? FileManager.default.removeItem(at: url(name)) }

  /// A sealed file whose contents are what its name says.
  ///
  /// - Throws: `StoreFault.damaged` where they are not, or where it is missing; `.noAccess` where
  ///   this account may not read it.
  func get(_ name: String) throws -> Data {
    guard let data = try? Data(contentsOf: url(name)), Hex.encode(Digest.sha256(data)) == name
    else { throw isClosed(name) ? StoreFault.noAccess(url(name).path) : .damaged(.attachment) }
    return data
  }

  /// Whether a file is there and this account may not read it.
  func isClosed(_ name: String) -> Bool {
    access(url(name).path, F_OK) == 0 && access(url(name).path, R_OK) != 0
  }

  /// Removes what a program that was killed left unfinished; the young may be another's, being
  /// written.
  func clear() {
    for name in (try? names()) ?? [] where name.hasSuffix(".part") {
      if let age = try? age(of: name), age > Self.partAge { remove(name) }
    }
  }

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
    try FileManager.default.contentsOfDirectory(
      atPath: directory.appendingPathComponent("files").path
    ).sorted()
  }
}

extension Store {
  /// Removes what programs that were killed left unfinished among the sealed files.
  public func clearUnfinished() { Files(directory: directory).clear() }

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
  /// - Throws: `StoreFault.keyMissing`, `.damaged(.attachment)`.
  public func text(of document: Document, in id: CaseID, by session: Session) throws -> String {
    let room = RoomID.material(id)
    let made = try replayed(id, by: session).rooms.keys(of: room)
    let keys = made.compactMap(session.open)
    if keys.isEmpty { throw StoreFault.keyMissing(room.rawValue) }
    let sealed = try Files(directory: directory).get(document.file)
    for key in keys.reversed() {
      if let plain = try? key.open(sealed, context: Data(room.rawValue.utf8)) {
        return String(decoding: plain, as: UTF8.self)
      }
    }
    throw keys.count < made.count
      ? StoreFault.keyMissing(room.rawValue) : .damaged(.attachment)
  }
}
