import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Files and folders made durable, in directories that others may write to.
enum Durable {
  /// Makes an empty file of one's own, whatever lay there before: never through somebody's link.
  ///
  /// - Returns: The file itself, to be written to: by its name another could be opened that somebody
  ///   put there since.
  /// - Throws: `StoreFault.database` where the directory refuses.
  static func make(_ url: URL, mode: mode_t = 0o660) throws -> FileHandle {
    unlink(url.path)
    let descriptor = open(url.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw refusal() }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Whether anything has a name, be it a link that leads nowhere.
  static func isThere(_ url: URL) -> Bool {
    var status = stat()
    return lstat(url.path, &status) == 0
  }

  /// Writes a file's contents through to the disk.
  static func file(_ url: URL) throws {
    let handle = try FileHandle(forUpdating: url)
    try handle.synchronize()
    try handle.close()
  }

  /// Writes a small file so that it is there whole or as it was before.
  static func write(_ data: Data, to url: URL) throws {
    let part = url.appendingPathExtension("part")
    let handle = try make(part)
    try handle.write(contentsOf: data)
    try handle.synchronize()
    try handle.close()
    try move(part, to: url)
  }

  /// Gives a file its name, in the place of what had it.
  static func move(_ part: URL, to url: URL) throws {
    guard rename(part.path, url.path) == 0 else { throw refusal() }
  }

  /// Writes a folder's names through to the disk.
  static func folder(_ url: URL) throws {
    let handle = try FileHandle(forReadingFrom: url)
    // Some file systems of sticks know no such thing; there the names are written at once.
    try? handle.synchronize()
    try handle.close()
  }

  /// Writes all files of a folder and what is under it through to the disk, and their names.
  static func everything(in directory: URL) throws {
    let files = FileManager.default
    for name in try files.subpathsOfDirectory(atPath: directory.path) {
      let url = directory.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      _ = files.fileExists(atPath: url.path, isDirectory: &isFolder)
      try isFolder.boolValue ? folder(url) : file(url)
    }
    try folder(directory)
  }

  private static func refusal() -> StoreFault { .database(String(cString: strerror(errno))) }
}
