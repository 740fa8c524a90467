import Foundation
import Procedure

#if canImport(Glibc)
  import Glibc
#endif

/// A backup of a store: the log as it was at a moment, under a name that says which.
public struct Backup: Sendable, Hashable, Comparable {
  /// The database file.
  public let url: URL
  /// When it was made, by the machine's clock.
  public let made: Moment
  /// The position of the last entry in it.
  public let position: Int

  /// `20261126-173300-1374.sqlite`: the day and time in China, the last position.
  static func name(made: Moment, position: Int) -> String {
    let digits = made.description.filter(\.isNumber)
    return "\(digits.prefix(8))-\(digits.dropFirst(8))-\(position).sqlite"
  }

  /// A backup as its file's name tells it; nil for any other file.
  init?(_ url: URL) {
    // By hand: every console reads these names at login, and a pattern would cost it more memory
    // than all the rest of it.
    let name = url.lastPathComponent
    guard name.hasSuffix(".sqlite") else { return nil }
    let parts = name.dropLast(7).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 8, parts[1].count == 6, parts[2].count <= 18,
      let date = Self.number(parts[0]), let time = Self.number(parts[1]),
      let position = Self.number(parts[2]),
      let day = Day(year: date / 10_000, month: date / 100 % 100, day: date % 100),
      time / 10_000 < 24, time / 100 % 100 < 60, time % 100 < 60
    else { return nil }
    self.url = url
    made = Moment(
      day: day, hour: time / 10_000, minute: time / 100 % 100, second: time % 100)
    self.position = position
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }

  /// By the time at which they were made.
  public static func < (a: Backup, b: Backup) -> Bool {
    (a.made, a.position) < (b.made, b.position)
  }
}

/// A place that holds backups of one store: their files, and the sealed files once.
public struct BackupPlace: Sendable, Hashable {
  /// Where the backups lie.
  public let directory: URL

  /// A place that is known to hold backups of one store alone.
  public init(_ directory: URL) { self.directory = directory }

  /// The folder that every store brings.
  static func own(of store: URL) -> BackupPlace {
    BackupPlace(store.appendingPathComponent("backups"))
  }

  /// A store's own folder on another disk or a stick, where other stores may have theirs.
  static func elsewhere(_ directory: URL, store id: String) -> BackupPlace {
    BackupPlace(directory.appendingPathComponent("\(prefix)\(id.prefix(16))"))
  }

  /// The folders of all stores on a disk or a stick, by name.
  static func all(on directory: URL) -> [BackupPlace] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return names.filter { $0.hasPrefix(prefix) }.sorted().map {
      BackupPlace(directory.appendingPathComponent($0))
    }
  }

  private static let prefix = "pingshen-"

  var files: URL { directory.appendingPathComponent("files") }
  var status: URL { directory.appendingPathComponent("status.json") }

  /// What lies here, the newest first; nothing where the place does not exist.
  public func backups() -> [Backup] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return names.compactMap { Backup(directory.appendingPathComponent($0)) }.sorted(by: >)
  }

  /// The newest that is not from the future: those were made by a wrong clock and say nothing of the
  /// time since.
  func newest(by now: Moment) -> Backup? { backups().first { $0.made <= now } }

  /// Bytes that may still be written here; nil where it cannot be told.
  public func freeSpace() -> Int? {
    var status = statvfs()
    // The folder may not be made yet: its parent lies on the same disk.
    for url in [directory, directory.deletingLastPathComponent()] {
      if statvfs(url.path, &status) == 0 {
        return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
      }
    }
    return nil
  }
}

/// Why a backup came to nothing, or is not what it should be.
public enum BackupFailure: String, Codable, Sendable {
  /// The disk has too little room.
  case noSpace
  /// The place is not there or cannot be written to.
  case notWritable
  /// What was copied is not as it was written, since the store is not either: `check` names it.
  case unsound
  /// Sealed files are missing from the store.
  case filesMissing
}

/// What is known of a place beside its files.
struct BackupStatus: Codable {
  /// What was wrong at the last attempt; nil where nothing was.
  var failure: BackupFailure?
  /// Seconds since 1970 at which all signatures of a backup were verified last.
  var verified: Int?

  static func read(_ place: BackupPlace) -> BackupStatus {
    guard let data = try? Data(contentsOf: place.status),
      let status = try? JSONDecoder().decode(BackupStatus.self, from: data)
    else { return BackupStatus() }
    return status
  }

  /// Writes it where that works: a place that cannot be written to is named otherwise.
  func write(_ place: BackupPlace) {
    guard let data = try? JSONEncoder().encode(self) else { return }
    try? Durable.write(data, to: place.status)
  }
}
