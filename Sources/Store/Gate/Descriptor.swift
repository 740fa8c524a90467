import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Reading and writing by descriptor, whole.
public enum Descriptor {
  /// Writes all of some bytes.
  public static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) throws(GateFault) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Reads what is there next; 0 at the end.
  public static func read(
    from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(GateFault) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      return count
    }
  }
}
