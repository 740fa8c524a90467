import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Reads a regular file from its beginning in full pieces; only the last may be shorter.
struct PieceReader {
  private let handle: FileHandle
  /// Where it lies.
  let path: String
  /// Bytes of the file when it was opened.
  let bytes: Int

  /// - Parameter follows: Whether a link may be followed: a person's own file may be one, none of the
  ///   store's is.
  /// - Throws: `StoreFault.noAccess` where this account may not read it, `.noFile` where it is
  ///   not there or no regular file.
  init(_ url: URL, follows: Bool) throws {
    let descriptor = open(
      url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (follows ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else {
      throw errno == EACCES ? StoreFault.noAccess(url.path) : .noFile(url.path)
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    path = url.path
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StoreFault.noFile(url.path)
    }
    bytes = Int(status.st_size)
  }

  /// Passes over bytes without reading them.
  func pass(_ count: Int) throws {
    try handle.seek(toOffset: handle.offset() + UInt64(count))
  }

  /// The next bytes, as many as asked for unless the file ends before.
  func next(_ count: Int) throws -> Data {
    var piece = Data(count: count)
    var filled = 0
    while filled < count {
      let got = piece.withUnsafeMutableBytes { buffer in
        read(handle.fileDescriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw StoreFault.database(String(cString: strerror(errno)))
      }
      if got == 0 { break }
      filled += got
    }
    return filled == count ? piece : piece.prefix(filled)
  }
}
