import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A folder that nobody else looks into, and that is gone with the work it was made for.
///
/// What is unpacked or handed to another program lies unsealed there and nowhere else. Whatever ends
/// the program: what a killed one left goes at the next start, or when another folder is made.
public final class PrivateFolder {
  private static let prefix = "pingshen-private-"

  /// Where the work's files lie.
  public let files: URL
  private let folder: URL
  private let lock: Int32
  private var isGone = false
  private var made = 0

  /// Makes a folder.
  ///
  /// - Throws: `ReadingFault.noPlace` where none can be made.
  public init() throws(ReadingFault) {
    Self.removeForgotten()
    // Until it is locked, another program that tidies up may take a new one for one that was forgotten.
    var found: (URL, Int32)?
    for _ in 0..<Self.tries where found == nil { found = try Self.make() }
    guard let found else { throw .noPlace(Self.parent.path) }
    (folder, lock) = found
    files = folder.appendingPathComponent("files")
    Self.living.add(folder)
  }

  private static let tries = 20

  private static var parent: URL { FileManager.default.temporaryDirectory }

  /// A new folder that is locked; nil where somebody was faster.
  private static func make() throws(ReadingFault) -> (URL, Int32)? {
    let place = parent.appendingPathComponent("\(prefix)XXXXXX")
    var template = Array(place.path.utf8CString)
    guard mkdtemp(&template) != nil else { throw .noPlace(parent.path) }
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
    Self.living.remove(folder)
  }

  /// Does a work with a new folder, which signals that end the program take away, too.
  ///
  /// - Throws: `ReadingFault.noPlace` where none can be made; what the work throws.
  public static func within<T>(_ body: (PrivateFolder) throws -> T) throws -> T {
    let own = try PrivateFolder()
    defer { own.remove() }
    return try EndingSignals.answering([SIGINT, SIGHUP, SIGTERM]) {
      living.removeAll()
      return false
    } during: {
      try body(own)
    }
  }

  /// The folders of this program that are there.
  private final class Living: @unchecked Sendable {
    // Only under the lock.
    private var folders: Set<URL> = []
    private let lock = NSLock()

    func add(_ folder: URL) { _ = lock.withLock { folders.insert(folder) } }
    func remove(_ folder: URL) { _ = lock.withLock { folders.remove(folder) } }

    func removeAll() {
      for folder in lock.withLock({ folders }) {
        // A child that is about to end may have written while the first was under way.
        for _ in 0..<2 { try? FileManager.default.removeItem(at: folder) }
      }
    }
  }

  private static let living = Living()

  /// Removes folders of one's own whose program is gone: killed, or the machine went out.
  public static func removeForgotten() {
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
