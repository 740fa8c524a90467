import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// How much a box takes.
public struct BoxLimits: Sendable, Hashable {
  /// Bytes of a file, bytes of a box, files in a box.
  public var file = 512 << 20
  public var box = 4 << 30
  public var files = 1000
  /// Bytes of the disk that are left to the store.
  public var spare = 256 << 20

  /// The limits of every gate.
  public init() {}
}

/// Something that lies in a box.
public struct BoxEntry: Sendable, Hashable {
  /// The name under which it can be reached; nil where it is no plain file, or its name no plain one.
  public let name: BoxName?
  /// The name as it may be shown.
  public let shown: String
  /// Bytes.
  public let size: Int
  /// Nanoseconds since 1970 at which it was written last.
  let modified: Int
}

/// A folder of files that is held open: everything in it is reached from there by one plain name, and
/// no link in it is followed.
public final class Box {
  let descriptor: Int32
  let limits: BoxLimits

  /// A folder that is open; the box closes it.
  init(_ descriptor: Int32, limits: BoxLimits) {
    (self.descriptor, self.limits) = (descriptor, limits)
  }

  deinit { close(descriptor) }

  // MARK: Looking

  /// What lies here, by name, without what is just being brought.
  public func entries() throws(GateFault) -> [BoxEntry] {
    try names().compactMap(entry).sorted { $0.shown < $1.shown }
  }

  /// Every name here.
  func names() throws(GateFault) -> [[UInt8]] {
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw .system(errno) }
    guard let folder = fdopendir(own) else {
      close(own)
      throw .system(errno)
    }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let found = readdir(folder) {
      let name = withUnsafeBytes(of: &found.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names
  }

  /// What has a name; nil where it is gone again, or is a part that is being written.
  private func entry(_ bytes: [UInt8]) -> BoxEntry? {
    var found = stat()
    let isThere = (bytes + [0]).map(CChar.init(bitPattern:)).withUnsafeBufferPointer { name in
      name.baseAddress.map { fstatat(descriptor, $0, &found, AT_SYMLINK_NOFOLLOW) == 0 } ?? false
    }
    guard isThere, !(Self.isPlain(found) && bytes.starts(with: BoxPart.prefix.utf8)) else {
      return nil
    }
    var name: BoxName?
    if Self.isPlain(found), let text = String(validating: bytes, as: UTF8.self) {
      name = (try? BoxName(text)).flatMap { Array($0.text.utf8) == bytes ? $0 : nil }
    }
    return BoxEntry(
      name: name, shown: BoxName.shown(bytes), size: Int(found.st_size),
      modified: found.st_mtim.tv_sec * 1_000_000_000 + found.st_mtim.tv_nsec)
  }

  /// Whether a file of that name is there.
  ///
  /// - Throws: `GateFault.notPlain` where something else has the name.
  public func holds(_ name: BoxName) throws(GateFault) -> Bool {
    var found = stat()
    guard fstatat(descriptor, name.text, &found, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return false }
      throw .system(errno)
    }
    guard Self.isPlain(found) else { throw .notPlain(name.text) }
    return true
  }

  /// Whether it is a file that lies here and nowhere else.
  static func isPlain(_ status: stat) -> Bool {
    status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
  }

  // MARK: Reading

  /// Opens a file; the caller closes the descriptor.
  private func open(_ name: BoxName) throws(GateFault) -> Int32 {
    // Looked at before it is opened: to open a device can do something already.
    guard try holds(name) else { throw .absent(name.text) }
    let file = openat(descriptor, name.text, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      switch errno {
      case ENOENT: throw .absent(name.text)
      case ELOOP: throw .notPlain(name.text)
      default: throw .system(errno)
      }
    }
    var status = stat()
    guard fstat(file, &status) == 0, Self.isPlain(status) else {
      close(file)
      throw .notPlain(name.text)
    }
    return file
  }

  /// Reads a file to its end, a piece at a time.
  ///
  /// - Parameter take: Takes a piece; what it throws ends the reading.
  public func read(
    _ name: BoxName, _ take: (UnsafeRawBufferPointer) throws(GateFault) -> Void
  ) throws(GateFault) {
    let file = try open(name)
    defer { close(file) }
    // As long as it is now: what another program goes on writing is not followed.
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(errno) }
    var left = Int(status.st_size)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)])
      let count = piece.isEmpty ? 0 : try Descriptor.read(from: file, into: piece)
      if count == 0 { return }
      left -= count
      try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// All of a file.
  ///
  /// - Throws: `GateFault.tooLarge` where it has more bytes than the limit.
  public func contents(_ name: BoxName, limit: Int) throws(GateFault) -> Data {
    var data = Data()
    try read(name) { (bytes) throws(GateFault) in
      guard data.count + bytes.count <= limit else { throw .tooLarge(limit: limit) }
      data.append(contentsOf: bytes)
    }
    return data
  }

  /// Removes a file.
  ///
  /// - Returns: Whether one was there.
  public func remove(_ name: BoxName) throws(GateFault) -> Bool {
    guard try holds(name) else { return false }
    guard unlinkat(descriptor, name.text, 0) == 0 else {
      if errno == ENOENT { return false }
      throw .system(errno)
    }
    fsync(descriptor)
    return true
  }
}
