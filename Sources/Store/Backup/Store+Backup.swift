import Foundation
import GRDB
import Procedure
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// What a backup that was made holds.
public struct BackupReport: Sendable, Hashable {
  public var backup: Backup
  /// Entries in it.
  public var entries: Int
  /// Sealed files that are beside it, and those that the store itself no longer has.
  public var files: Int
  public var missing: [String]
  /// What in it is not as it was written, since the store is not either; nil where all is.
  public var fault: String?
  /// Whether all signatures were verified, too.
  public var isVerified: Bool
}

extension Store {
  /// Hours after which another backup is due, and entries.
  static let backupHours = 24
  static let backupEntries = 500
  /// Days after which all signatures of a backup are verified again.
  private static let verifyingDays = 7
  /// Bytes that stay free beside a backup.
  private static let margin = 16 << 20

  /// The place of backups that every store brings.
  public var ownBackups: BackupPlace { BackupPlace.own(of: directory) }

  /// The place of this store's backups in some directory.
  public func backups(in other: URL) throws -> BackupPlace {
    BackupPlace.elsewhere(other, store: try read { try Meta.text($0, .store) })
  }

  /// Whether a backup is due in a place: a day or 500 entries after the last one there.
  func isBackupDue(in place: BackupPlace, now: Moment) throws -> Bool {
    let last = try read(LogTable.last)
    guard last > 0 else { return false }
    guard let newest = place.newest(by: now) else { return true }
    let isOld = now.seconds - newest.made.seconds >= Self.backupHours * 3_600
    return (isOld && last > newest.position) || last - newest.position >= Self.backupEntries
  }

  /// Makes a backup: the log as it is now, the sealed files that are not there yet; looks through it
  /// and lets go of those that rotation no longer keeps.
  ///
  /// Others go on working meanwhile. A backup is there whole, under its name, or not at all.
  /// - Parameters:
  ///   - now: The machine's time, also where the store's is played.
  ///   - isThorough: Verifies all signatures, also where that was done within a week.
  /// - Throws: `StoreFault.backupUnderWay`, `.noSpace`, `.database` for a place that cannot be
  ///   written to. The place remembers the failure where it can.
  public func backUp(
    to place: BackupPlace, now: Moment, isThorough: Bool = false
  ) throws -> BackupReport {
    var status = BackupStatus.read(place)
    do {
      let week = Self.verifyingDays * 86_400
      let verifying = isThorough || now.seconds - (status.verified ?? 0) >= week
      let report = try makeBackup(in: place, now: now, verifying: verifying)
      status.failure =
        report.fault != nil ? .unsound : report.missing.isEmpty ? nil : .filesMissing
      if verifying, report.fault == nil { status.verified = now.seconds }
      status.write(place)
      return report
    } catch {
      let fault = StoreFault.naming(error)
      switch fault {
      case StoreFault.backupUnderWay: throw fault
      case StoreFault.noSpace: status.failure = .noSpace
      default: status.failure = .notWritable
      }
      status.write(place)
      throw fault
    }
  }

  private func makeBackup(
    in place: BackupPlace, now: Moment, verifying: Bool
  ) throws -> BackupReport {
    try Sharing.makeFolder(place.files)
    let lock = try PlaceLock(place)
    defer { lock.release() }
    try Self.clear(place)
    let part = place.directory.appendingPathComponent("log.part")
    defer { try? FileManager.default.removeItem(at: part) }
    try requireSpace(in: place)
    try Durable.make(part).close()
    let target = try DatabaseQueue(path: part.path)
    // In one step, under one lock for reading: what is copied is the store at one instant.
    try queue.backup(to: target)
    try target.close()
    try Durable.file(part)
    let contents = try BackupFile(part).look(verifying: verifying)
    var copies = SealedCopies(
      from: directory.appendingPathComponent("files"), to: place.files)
    let needed = copies.needed(of: contents.files)
    if let free = place.freeSpace(), free < needed + Self.margin {
      throw StoreFault.noSpace(place.directory.path, needed: needed + Self.margin, free: free)
    }
    try copies.bring(contents.files)
    let name = Backup.name(made: now, position: contents.position)
    let url = place.directory.appendingPathComponent(name)
    try Durable.move(part, to: url)
    guard let backup = Backup(url) else { throw StoreFault.damaged(.schema) }
    try Durable.folder(place.directory)
    // While something is wrong, the earlier ones are what is left: none of them goes, nor does a
    // sealed file of which a damaged log may have forgotten that it is needed.
    if contents.fault == nil {
      if verifying, !isReadOnly { try sweepFiles() }
      for old in BackupRotation.spare(of: place.backups()) {
        try? FileManager.default.removeItem(at: old.url)
      }
    }
    var missing = copies.missing
    if !missing.isEmpty, let people = try FileInterest(of: self).people {
      // What nobody of this copy may open was never brought here.
      let names = try namesOfFiles(openTo: people)
      missing.removeAll { !names.contains($0) }
    }
    return BackupReport(
      backup: backup, entries: contents.entries,
      files: contents.files.count - copies.missing.count, missing: missing,
      fault: contents.fault, isVerified: verifying)
  }

  /// - Throws: `StoreFault.noSpace` where the log alone has no room.
  private func requireSpace(in place: BackupPlace) throws {
    var status = stat()
    guard stat(Self.databasePath(in: directory), &status) == 0, let free = place.freeSpace()
    else { return }
    let needed = Int(status.st_size) + Self.margin
    if free < needed {
      throw StoreFault.noSpace(place.directory.path, needed: needed, free: free)
    }
  }

  /// Removes what an interrupted backup left.
  private static func clear(_ place: BackupPlace) throws {
    for folder in [place.directory, place.files] {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      for name in names where name.hasSuffix(".part") || name.hasSuffix(".part-journal") {
        try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
      }
    }
  }
}

/// One backup at a time in a place: a lock that ends with the process.
private struct PlaceLock {
  private let descriptor: Int32

  /// - Throws: `StoreFault.backupUnderWay` where another program holds it.
  init(_ place: BackupPlace) throws {
    let path = place.directory.appendingPathComponent("lock").path
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o660)
    guard descriptor >= 0 else { throw StoreFault.database(String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw StoreFault.backupUnderWay
    }
  }

  func release() { close(descriptor) }
}
