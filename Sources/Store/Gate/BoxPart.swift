import Foundation
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// A file that is being brought into a box: it has no name of its own before all of it is on the disk.
final class BoxPart {
  /// How the names of all of them begin: no file that is whole has such a one.
  static let prefix = ".part-"

  let name = BoxPart.prefix + Hex.encode(Bytes.random(8))
  let descriptor: Int32
  private let box: Box
  private var isNamed = false

  /// Makes an empty part; held by a lock, so that nobody takes it for one that was left behind.
  init(in box: Box) throws(GateFault) {
    self.box = box
    descriptor = openat(
      box.descriptor, name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    if descriptor >= 0 {
      if !isNamed { unlinkat(box.descriptor, name, 0) }
      close(descriptor)
    }
  }

  /// Gives the file its name.
  func take(_ name: BoxName) throws(GateFault) {
    guard renameat(box.descriptor, self.name, box.descriptor, name.text) == 0 else {
      throw .system(errno)
    }
    isNamed = true
  }
}

extension Box {
  /// Writes a file: it is there whole, on the disk, under its name, or not at all.
  ///
  /// A plain file of that name is replaced if told so; nothing else ever is.
  /// - Parameters:
  ///   - isWhole: Asked at the end whether what was read is all there was.
  ///   - next: Fills in the next bytes and says how many; 0 at the end.
  /// - Returns: How many bytes it has.
  /// - Throws: `GateFault.tooLarge`, `.fullOfFiles`, `.fullOfBytes`, `.noRoom`, `.exists`, `.notPlain`,
  ///   `.brokenOff`.
  @discardableResult
  public func put(
    _ name: BoxName, replaces: Bool, isWhole: () -> Bool = { true },
    from next: (UnsafeMutableRawBufferPointer) throws(GateFault) -> Int
  ) throws(GateFault) -> Int {
    let (part, room) = try locked { () throws(GateFault) -> (BoxPart, Int) in
      try sweep()
      let room = try self.room(for: name, replaces: replaces)
      return (try BoxPart(in: self), room)
    }
    let size = try copy(to: part, room: room, next)
    guard fsync(part.descriptor) == 0 else { throw .system(errno) }
    guard isWhole() else { throw .brokenOff }
    try locked { () throws(GateFault) -> Void in
      // Others may have brought something meanwhile.
      let room = try self.room(for: name, replaces: replaces)
      guard size <= room else { throw .fullOfBytes(limits.box) }
      try part.take(name)
    }
    guard fsync(descriptor) == 0 else { throw .system(errno) }
    return size
  }

  /// Writes a file of bytes that are there already.
  public func write(_ data: Data, as name: BoxName, replaces: Bool) throws(GateFault) {
    var rest = data[...]
    try put(name, replaces: replaces) { buffer in
      let piece = rest.prefix(buffer.count)
      buffer.copyBytes(from: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
  }

  private func copy(
    to part: BoxPart, room: Int, _ next: (UnsafeMutableRawBufferPointer) throws(GateFault) -> Int
  ) throws(GateFault) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var size = 0
    while true {
      let count = try next(buffer)
      if count == 0 { return size }
      size += count
      if size > limits.file { throw .tooLarge(limit: limits.file) }
      if size > room { throw .fullOfBytes(limits.box) }
      try requireSpare(of: part)
      try Descriptor.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: part.descriptor)
    }
  }

  /// - Throws: `GateFault.noRoom` where the disk would have too little left for the store.
  private func requireSpare(of part: BoxPart) throws(GateFault) {
    var status = statvfs()
    guard fstatvfs(part.descriptor, &status) == 0 else { throw .system(errno) }
    if UInt64(status.f_bavail) * UInt64(status.f_frsize) < UInt64(limits.spare) { throw .noRoom }
  }

  /// How many bytes a file of that name may have.
  private func room(for name: BoxName, replaces: Bool) throws(GateFault) -> Int {
    let isThere = try holds(name)
    if isThere, !replaces { throw .exists(name.text) }
    let others = try entries().filter { $0.name != name }
    guard others.count < limits.files else { throw .fullOfFiles(limits.files) }
    return limits.box - others.reduce(0) { $0 + $1.size }
  }

  /// Removes what an interrupted program left; what is still being written is locked.
  private func sweep() throws(GateFault) {
    for name in try names() where name.starts(with: BoxPart.prefix.utf8) {
      let text = String(decoding: name, as: UTF8.self)
      let part = openat(descriptor, text, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard part >= 0 else { continue }
      var status = stat()
      if fstat(part, &status) == 0, Self.isPlain(status), flock(part, LOCK_EX | LOCK_NB) == 0 {
        unlinkat(descriptor, text, 0)
      }
      close(part)
    }
  }

  /// Does something while no other program begins or ends a file here.
  private func locked<Result>(
    _ body: () throws(GateFault) -> Result
  ) throws(GateFault) -> Result {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .system(errno) }
    }
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }
}
