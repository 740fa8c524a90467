import Foundation
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// Brings a sealed file from one folder to another, whole or not at all; what was interrupted goes on.
///
/// What is brought is what its name says, whatever lies at either end. Memory holds one piece.
struct SealedTransfer {
  /// Bytes that a sealed file may have.
  static let sizes = 0...(4 << 30)
  private static let piece = 1 << 20

  /// What became of a file.
  enum Outcome: Sendable, Hashable {
    case brought
    /// It was there already.
    case present
    /// It is not where it was to come from.
    case absent
    /// What lies there is something else.
    case refused
    /// Another program is bringing it.
    case underWay
  }

  let from: URL
  let to: URL
  /// Where an unfinished file lies meanwhile, on the same disk as `to`.
  let part: (FileReference) -> URL

  /// Brings a file that is not there yet.
  ///
  /// - Throws: `StoreFault.database` where the disk refuses; what was written stays to go on with.
  func bring(_ file: FileReference) throws -> Outcome {
    let target = to.appendingPathComponent(file.name)
    if Self.isThere(target, file.size) { return .present }
    var found = stat()
    if lstat(target.path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR { return .refused }
    let source = open(
      from.appendingPathComponent(file.name).path,
      O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard source >= 0 else { return errno == ENOENT ? .absent : .refused }
    defer { close(source) }
    guard let status = Self.status(source), status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == file.size
    else { return .refused }
    let part = part(file)
    let descriptor = try Self.reopen(part)
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      return .underWay
    }
    // Not by closing alone: a child that is just being started may hold it for a moment, too.
    defer { flock(descriptor, LOCK_UN) }
    // What an interrupted one left may be anything: where it does not fit it is begun anew.
    var isBrought = try Self.copy(source, to: descriptor, file, goesOn: true)
    if !isBrought { isBrought = try Self.copy(source, to: descriptor, file, goesOn: false) }
    guard isBrought else {
      unlink(part.path)
      return .refused
    }
    guard fsync(descriptor) == 0 else { throw Self.refusal() }
    try Durable.move(part, to: target)
    return .brought
  }

  /// Whether a regular file of a size is there; whether it is what its name says, `check` asks.
  static func isThere(_ url: URL, _ size: Int) -> Bool {
    var status = stat()
    return lstat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && Int(status.st_size) == size
  }

  private static func status(_ descriptor: Int32) -> stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  /// Opens what an interrupted one left, or an empty file in the place of anything else.
  private static func reopen(_ part: URL) throws -> Int32 {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let found = open(part.path, flags, 0o660)
    if found >= 0, let status = status(found), status.st_mode & S_IFMT == S_IFREG,
      status.st_nlink == 1
    {
      return found
    }
    if found >= 0 { close(found) }
    unlink(part.path)
    let made = open(part.path, flags | O_EXCL, 0o660)
    guard made >= 0 else { throw refusal() }
    return made
  }

  /// Copies what is missing behind what is there, and says whether it is all what its name says.
  private static func copy(
    _ source: Int32, to target: Int32, _ file: FileReference, goesOn: Bool
  ) throws -> Bool {
    var hash = Digest.Running()
    var place = goesOn ? Int(status(target)?.st_size ?? 0) : 0
    if place > file.size { place = 0 }
    guard ftruncate(target, off_t(place)) == 0 else { throw refusal() }
    lseek(target, 0, SEEK_SET)
    var buffer = Data(count: piece)
    var read = 0
    while read < place {
      let got = try next(target, &buffer, place - read)
      guard got > 0 else { return false }
      hash.add(buffer.prefix(got))
      read += got
    }
    lseek(source, off_t(place), SEEK_SET)
    while place < file.size {
      // A stick that cannot be read in the middle is as one that holds something else.
      guard let got = try? next(source, &buffer, file.size - place), got > 0 else { return false }
      hash.add(buffer.prefix(got))
      do {
        try buffer.prefix(got).withUnsafeBytes { try Descriptor.write($0, to: target) }
      } catch {
        throw refusal()
      }
      place += got
    }
    return hash.finish() == file.digest
  }

  private static func next(_ descriptor: Int32, _ buffer: inout Data, _ most: Int) throws -> Int {
    do {
      return try buffer.withUnsafeMutableBytes { bytes in
        let room = UnsafeMutableRawBufferPointer(rebasing: bytes.prefix(most))
        return try Descriptor.read(from: descriptor, into: room)
      }
    } catch {
      throw refusal()
    }
  }

  private static func refusal() -> StoreFault { .database(String(cString: strerror(errno))) }
}
