import Foundation
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// Sealed files brought from one folder to another, each once: linked where both lie on one disk,
/// else copied; what they hold is compared with their name while it is read.
struct SealedCopies {
  let from: URL
  let to: URL
  /// Names of files that are missing or hold something else.
  private(set) var missing: [String] = []

  init(from: URL, to: URL) { (self.from, self.to) = (from, to) }

  /// Bytes that copying would need, of files that are not there yet.
  func needed(of files: [String: Int]) -> Int {
    if isOneDisk { return 0 }
    return files.reduce(0) { $0 + (isThere($1.key, size: $1.value) ? 0 : $1.value) }
  }

  private var isOneDisk: Bool {
    var (one, other) = (stat(), stat())
    return stat(from.path, &one) == 0 && stat(to.path, &other) == 0
      && one.st_dev == other.st_dev
  }

  private func isThere(_ name: String, size: Int) -> Bool {
    var status = stat()
    return lstat(to.appendingPathComponent(name).path, &status) == 0
      && status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) == size
  }

  /// Brings the files that are not there yet.
  ///
  /// - Parameter progress: Told the files done and in all; false stops between two.
  /// - Throws: `StoreFault.stopped`; what writing refuses: a full disk, a folder that is gone.
  mutating func bring(
    _ files: [String: Int], progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws {
    var isChanged = false
    for (done, (name, size)) in files.sorted(by: { $0.key < $1.key }).enumerated() {
      guard progress(done, files.count) else { throw StoreFault.stopped }
      if isThere(name, size: size) { continue }
      let (source, target) = (from.appendingPathComponent(name), to.appendingPathComponent(name))
      guard Self.holds(source, name) else {
        missing.append(name)
        continue
      }
      // What lies there under the name is of another size: half a file, or none of ours.
      try? FileManager.default.removeItem(at: target)
      if link(source.path, target.path) != 0 {
        try Self.copy(source, to: target)
      }
      isChanged = true
    }
    if isChanged { try Durable.folder(to) }
  }

  /// Whether a file's contents are what its name says; read in pieces.
  static func holds(_ url: URL, _ name: String) -> Bool {
    // A link that somebody put there may lead to something else tomorrow.
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var digest = Digest.Running()
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty { digest.add(piece) }
    return Hex.encode(digest.finish()) == name
  }

  private static func copy(_ source: URL, to target: URL) throws {
    let part = target.appendingPathExtension("part")
    try? FileManager.default.removeItem(at: part)
    try FileManager.default.copyItem(at: source, to: part)
    try Durable.file(part)
    try FileManager.default.moveItem(at: part, to: target)
  }
}
