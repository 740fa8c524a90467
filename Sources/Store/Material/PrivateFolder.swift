import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A folder that nobody else looks into, and that is gone with the work it was made for.
///
/// Whatever ends the program: what a killed program left goes when the next one makes its own.
public final class PrivateFolder {
  private static let prefix = "pingshen-take-"

  /// Where the work's files lie.
  public let files: URL
  private let folder: URL
  private let lock: Int32
  private var isGone = false
  private var made = 0

  /// Makes a folder.
  ///
  /// - Throws: `StoreFault.noAccess` where none can be made.
  public init() throws {
    let parent = FileManager.default.temporaryDirectory
    Self.removeForgotten(in: parent)
    // Until it is locked, another program that tidies up may take a new one for one that was forgotten.
    var found: (URL, Int32)?
    for _ in 0..<Self.tries where found == nil { found = try Self.make(in: parent) }
    guard let found else { throw StoreFault.noAccess(parent.path) }
    (folder, lock) = found
    files = folder.appendingPathComponent("files")
  }

  private static let tries = 20

  /// A new folder that is locked; nil where somebody was faster.
  private static func make(in parent: URL) throws -> (URL, Int32)? {
    let place = parent.appendingPathComponent("\(prefix)XXXXXX")
    var template = Array(place.path.utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreFault.noAccess(place.path) }
    let folder = URL(
      fileURLWithPath: String(
        decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    let lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0,
      (try? FileManager.default.createDirectory(
        at: folder.appendingPathComponent("files"), withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])) != nil
    else {
      if lock >= 0 { close(lock) }
      return nil
    }
    return (folder, lock)
  }

  deinit {
    remove()
    close(lock)
  }

  /// A place for a file beside the work's; each lies in a folder of its own, so that every name is free.
  public func place(named name: String) throws -> URL {
    made += 1
    let own = folder.appendingPathComponent("\(made)")
    try FileManager.default.createDirectory(
      at: own, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return own.appendingPathComponent(name)
  }

  /// Takes the folder away with everything in it.
  public func remove() {
    guard !isGone else { return }
    isGone = true
    try? FileManager.default.removeItem(at: folder)
  }

  /// Does a work with a new folder; a hang-up and SIGTERM take it away, too.
  ///
  /// - Throws: `StoreFault.noAccess` where none can be made; what the work throws.
  public static func within<T>(_ body: (PrivateFolder) throws -> T) throws -> T {
    let own = try PrivateFolder()
    defer { own.remove() }
    return try own.leaving(on: [SIGHUP, SIGTERM]) { try body(own) }
  }

  /// Asks something while the folder is there: Ctrl-C takes it away, too.
  public func asking<T>(_ body: () throws -> T) rethrows -> T { try leaving(on: [SIGINT], body) }

  private func leaving<T>(on signals: [Int32], _ body: () throws -> T) rethrows -> T {
    let sources = signals.map { [folder] number in
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
