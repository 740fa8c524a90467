import Foundation
import Procedure

#if canImport(Glibc)
  import Glibc
#endif

/// A store that the members of one system group share: whoever is in it can write the file.
///
/// Directories hand their group down (setgid), files are open to it; SQLite gives its journal the
/// rights of the database. Programs run with a mask of 007.
public enum Sharing {
  static let folderMode: mode_t = 0o2770
  static let fileMode: mode_t = 0o660

  /// What about a store's rights keeps somebody out.
  public enum Fault: Sendable, Hashable {
    /// A folder does not hand its group down, or the group may not write there.
    case folder(String)
    /// A file that the group cannot read and write.
    case file(String)
    /// Of another group than the store's directory, by its name.
    case group(String)
    /// This process cannot read it, whoever may.
    case unreadable(String)
  }

  /// Lets a new store's folders hand their group down to what is made there.
  ///
  /// - Throws: `StoreFault.database` where the rights cannot be changed.
  static func openFolders(of directory: URL) throws {
    for name in ["", "files", "backups"] {
      try change(directory.appendingPathComponent(name), folderMode)
    }
  }

  /// Makes a folder where there is none, with the rights of the one that it lies in: shared, or this
  /// account's and its group's.
  ///
  /// - Throws: `StoreFault.database` where that is refused.
  static func makeFolder(_ url: URL) throws {
    guard !FileManager.default.fileExists(atPath: url.path) else { return }
    let parent = url.deletingLastPathComponent()
    if !FileManager.default.fileExists(atPath: parent.path) { try makeFolder(parent) }
    guard mkdir(url.path, 0o770) == 0 || errno == EEXIST else {
      throw StoreFault.database(String(cString: strerror(errno)))
    }
    if isShared(parent) { try change(url, folderMode) }
    // A folder over it may be closed to reading; then its names are written when the system likes.
    try? Durable.folder(parent)
  }

  /// Opens the database to the group; its journal follows it.
  ///
  /// - Throws: `StoreFault.database` where the rights cannot be changed.
  static func openFiles(of directory: URL) throws {
    for name in ["log.sqlite", "log.sqlite-journal"] {
      let url = directory.appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: url.path) { try change(url, fileMode) }
    }
  }

  private static func change(_ url: URL, _ mode: mode_t) throws {
    guard chmod(url.path, mode) == 0 else {
      throw StoreFault.database(String(cString: strerror(errno)))
    }
  }

  /// Whether a directory is shared: its group may write in it, and what is made there is of it.
  public static func isShared(_ directory: URL) -> Bool {
    guard let status = status(directory) else { return false }
    return status.st_mode & S_ISGID != 0 && status.st_mode & S_IWGRP != 0
  }

  /// What of a store's rights is not as its members need it; of a private store what this process
  /// cannot read. Stops at twenty.
  public static func faults(of directory: URL) -> [Fault] {
    let isShared = isShared(directory)
    let group = status(directory)?.st_gid
    var faults: [Fault] = []
    for folder in ["", "files", "backups", "backups/files"] {
      let url = folder.isEmpty ? directory : directory.appendingPathComponent(folder)
      guard let own = status(url) else { continue }
      if isShared, own.st_mode & 0o2070 != 0o2070 { faults.append(.folder(folder)) }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      for name in names.sorted() where faults.count < 20 {
        let (path, file) = (
          url.appendingPathComponent(name), folder.isEmpty ? name : "\(folder)/\(name)"
        )
        // Each account's own words to nobody.
        guard name != "pingshen.log", let found = status(path),
          found.st_mode & S_IFMT == S_IFREG
        else { continue }
        if access(path.path, R_OK) != 0 {
          faults.append(.unreadable(file))
        } else if isShared, found.st_gid != group {
          faults.append(.group(file))
        } else if isShared, found.st_mode & 0o060 != 0o060 {
          faults.append(.file(file))
        }
      }
    }
    return faults
  }

  private static func status(_ url: URL) -> stat? {
    var status = stat()
    return lstat(url.path, &status) == 0 ? status : nil
  }
}
