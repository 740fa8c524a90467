import Foundation
import GRDB
import Procedure

/// What the secretariat should know of the store's backups; it stays until it is no longer so.
public enum BackupWarning: Sendable, Hashable {
  /// There is none.
  case none
  /// The last one was made then, and the log has gone on since.
  case old(Moment)
  /// The last attempt came to nothing, or what was copied is not whole.
  case failed(BackupFailure)
  /// So many bytes are free where the backups lie.
  case littleSpace(Int)
  /// The second place is not there: a stick that was taken out, a disk that is not mounted.
  case secondGone(String)
  /// The last one in the second place was made then; nil where there is none.
  case secondOld(Moment?)
}

/// The store's backups at a glance.
public struct BackupState: Sendable, Hashable {
  /// What lies in the store's own place, the newest first.
  public var own: [Backup] = []
  /// Bytes free there.
  public var free: Int?
  /// The directory of the second place, where one is set, with what lies there.
  public var secondPath: String?
  public var second: [Backup] = []
  public var secondFree: Int?
  public var warnings: [BackupWarning] = []

  /// Nothing known yet.
  public init() {}
}

extension Store {
  /// Days after which a backup is too old where the log has gone on.
  private static let oldDays = 3
  private static let secondOldDays = 14
  /// Bytes below which a disk has too little room, beside twice the log.
  private static let little = 64 << 20

  /// How the store's backups stand; reads names of files and no entry.
  public func backupState(now: Moment) throws -> BackupState {
    var state = BackupState()
    let own = ownBackups
    (state.own, state.free) = (own.backups(), own.freeSpace())
    let last = try read(LogTable.last)
    func isOld(_ newest: Backup, days: Int) -> Bool {
      last > newest.position && now.seconds - newest.made.seconds > days * 86_400
    }
    if let newest = own.newest(by: now) {
      if isOld(newest, days: Self.oldDays) { state.warnings.append(.old(newest.made)) }
    } else if last > Self.backupEntries {
      // Made by itself after the first login: for a while there is none.
      state.warnings.append(.none)
    }
    if let failure = BackupStatus.read(own).failure { state.warnings.append(.failed(failure)) }
    let log = try FileManager.default.attributesOfItem(
      atPath: Self.databasePath(in: directory))[.size]
    if let free = state.free, free < Self.little + 2 * ((log as? Int) ?? 0) {
      state.warnings.append(.littleSpace(free))
    }
    guard let path = secondPlace else { return state }
    state.secondPath = path
    guard Self.isFolder(path) else {
      state.warnings.append(.secondGone(path))
      return state
    }
    let second = try backups(in: URL(fileURLWithPath: path))
    (state.second, state.secondFree) = (second.backups(), second.freeSpace())
    let newest = second.newest(by: now)
    if newest.map({ isOld($0, days: Self.secondOldDays) }) ?? true {
      state.warnings.append(.secondOld(newest?.made))
    }
    if let failure = BackupStatus.read(second).failure { state.warnings.append(.failed(failure)) }
    return state
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  // MARK: The second place

  private var secondFile: URL { ownBackups.directory.appendingPathComponent("second-place") }

  /// The directory on another disk or a stick where backups go too; nil where none is set.
  public var secondPlace: String? {
    guard let text = try? String(contentsOf: secondFile, encoding: .utf8) else { return nil }
    let path = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return path.hasPrefix("/") ? path : nil
  }

  /// Sets the second place, or sets none.
  ///
  /// - Throws: `StoreFault.noFolder` where there is no such directory.
  public func setSecondPlace(_ path: String?) throws {
    guard let path else {
      try? FileManager.default.removeItem(at: secondFile)
      return
    }
    guard path.hasPrefix("/"), Self.isFolder(path) else { throw StoreFault.noFolder(path) }
    do {
      try Durable.write(Data(path.utf8), to: secondFile)
    } catch {
      throw StoreFault.naming(error)
    }
  }

  // MARK: By itself

  /// Makes the backups that are due: in the store's own place, and in the second where it is there.
  ///
  /// What fails is remembered in its place, and named from then on.
  public func backUpWhereDue(now: Moment) throws {
    for place in try places() where try isBackupDue(in: place, now: now) {
      _ = try? backUp(to: place, now: now)
    }
  }

  /// Whether a backup is due in one of the places that are there.
  public func isBackupDue(now: Moment) throws -> Bool {
    try places().contains { try isBackupDue(in: $0, now: now) }
  }

  /// The store's own place, and the second where it is there.
  private func places() throws -> [BackupPlace] {
    guard let path = secondPlace, Self.isFolder(path) else { return [ownBackups] }
    return [ownBackups, try backups(in: URL(fileURLWithPath: path))]
  }
}
