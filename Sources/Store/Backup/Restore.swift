import Foundation
import GRDB
import Procedure
import Vault

/// What a restored store holds, and from when.
public struct RestoreReport: Sendable, Hashable {
  public var backup: Backup
  /// Entries, and when the last of them was made.
  public var entries: Int
  public var last: Moment?
  /// Sealed files that were brought, and those that the backup does not have.
  public var files: Int
  public var missing: [String]
}

extension Store {
  /// Makes a store from a backup: a copy of its own, with an id of its own, in a new directory.
  ///
  /// - Parameters:
  ///   - source: A backup's file, or a place that holds some of one store: the newest of them then.
  ///   - directory: Empty, or not there yet.
  ///   - progress: Told the sealed files done and in all; false stops between two.
  /// - Throws: `StoreFault.notEmpty`, `.severalStores`, `.stopped`; `.notAStore` where the source holds no
  ///   backup; `.damaged` where it is not as it was written: nothing is left behind then.
  public static func restore(
    _ source: URL, to directory: URL, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> RestoreReport {
    guard let backup = try newest(at: source) else { throw StoreFault.notAStore(source.path) }
    return try make(at: directory) { try restore(backup, into: directory, progress) }
  }

  /// - Throws: `StoreFault.severalStores`.
  private static func newest(at source: URL) throws -> Backup? {
    if let backup = Backup(source) { return backup }
    // A store's own directory is meant as its place.
    for url in [source, source.appendingPathComponent("backups")] {
      if let newest = BackupPlace(url).backups().first { return newest }
    }
    // So is a disk or a stick on which stores have their folders.
    let places = BackupPlace.all(on: source).filter { !$0.backups().isEmpty }
    if places.count > 1 { throw StoreFault.severalStores(places.map(\.directory.path)) }
    return places.first?.backups().first
  }

  private static func restore(
    _ backup: Backup, into directory: URL, _ progress: (Int, Int) -> Bool
  ) throws -> RestoreReport {
    let file = try BackupFile(backup.url)
    let contents = try file.look(verifying: false)
    if contents.fault != nil { throw StoreFault.damaged(.schema) }
    let (_, missing) = try plant(
      file, contents,
      files: backup.url.deletingLastPathComponent().appendingPathComponent("files"), in: directory,
      progress: progress)
    return RestoreReport(
      backup: backup, entries: contents.entries, last: contents.last,
      files: contents.files.count - missing.count, missing: missing)
  }

  /// Puts a log and its sealed files into a directory, as a copy with an id of its own.
  ///
  /// - Parameters:
  ///   - files: Where the sealed files lie.
  ///   - people: Whose attachments alone it has; all, where there are none.
  /// - Returns: The copy's id, and the names of files that are missing.
  static func plant(
    _ file: BackupFile, _ contents: BackupFile.Contents, files: URL, in directory: URL,
    for people: [PersonID] = [], progress: (Int, Int) -> Bool
  ) throws -> (device: String, missing: [String]) {
    var copies = SealedCopies(from: files, to: directory.appendingPathComponent("files"))
    try copies.bring(contents.files, progress: progress)
    // The log comes last: without it the directory is no store.
    let part = directory.appendingPathComponent("log.part")
    try Durable.make(part).close()
    let target = try DatabaseQueue(path: part.path)
    try file.queue.backup(to: target)
    // Two copies that number their entries under one id would contradict each other.
    let device = Hex.encode(Bytes.random(8))
    try target.write { db in
      try Meta.set(db, .device, device)
      try Meta.set(db, .copied, device)
      if !people.isEmpty { try FileInterest.note(Set(people), db) }
    }
    try target.close()
    try Durable.file(part)
    try Durable.move(part, to: URL(fileURLWithPath: databasePath(in: directory)))
    try Durable.folder(directory)
    return (device, copies.missing)
  }
}
