import Foundation
import Store

#if canImport(Glibc)
  import Glibc
#endif

/// A folder that nobody else looks into, and that is gone with the work it was made for.
///
/// Whatever ends the program: a hang-up and SIGTERM take it away, Ctrl-C where nothing else hears it,
/// and what a killed program left goes when the next one makes its own.
enum PrivateFolder {
  private static let prefix = "pingshen-take-"

  /// Does a work with a new folder.
  ///
  /// - Throws: `StoreFault.noAccess` where none can be made; what the work throws.
  static func within<T>(_ body: (URL) throws -> T) throws -> T {
    let parent = FileManager.default.temporaryDirectory
    removeForgotten(in: parent)
    let place = parent.appendingPathComponent("\(prefix)XXXXXX")
    var template = Array(place.path.utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreFault.noAccess(place.path) }
    let folder = URL(
      fileURLWithPath: String(
        decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    defer { try? FileManager.default.removeItem(at: folder) }
    let lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw StoreFault.noAccess(folder.path)
    }
    let work = folder.appendingPathComponent("files")
    try FileManager.default.createDirectory(
      at: work, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return try leaving(folder, on: [SIGHUP, SIGTERM]) { try body(work) }
  }

  /// Asks something while a folder of ours is there: Ctrl-C takes it away, too.
  static func asking<T>(beside work: URL, _ body: () throws -> T) rethrows -> T {
    try leaving(work.deletingLastPathComponent(), on: [SIGINT], body)
  }

  private static func leaving<T>(
    _ folder: URL, on signals: [Int32], _ body: () throws -> T
  ) rethrows -> T {
    let sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        try? FileManager.default.removeItem(at: folder)
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      return source
    }
    defer {
      for (source, number) in zip(sources, signals) {
        source.cancel()
        signal(number, SIG_DFL)
      }
    }
    return try body()
  }

  /// Removes folders of one's own whose program is gone.
  private static func removeForgotten(in parent: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let folder = parent.appendingPathComponent(name)
      let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? FileManager.default.removeItem(at: folder)
    }
  }
}
