import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Notices that another process changed a store: a descriptor to sleep on, and the store's word.
public final class StoreWatch {
  /// To be polled for reading; nil where the file system cannot be watched.
  public let descriptor: Int32?
  private var version: Int?

  /// Watches a store's directory.
  public init(directory: URL) {
    let opened = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard opened >= 0 else {
      descriptor = nil
      return
    }
    let mask = UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE)
    let path = directory.appendingPathComponent("log.sqlite").path
    if inotify_add_watch(opened, path, mask) >= 0 {
      descriptor = opened
    } else {
      close(opened)
      descriptor = nil
    }
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Reads away what the descriptor reports.
  public func drain() {
    guard let descriptor else { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }

  /// Whether another connection committed since the last question.
  public func storeChanged(_ store: Store) -> Bool {
    guard let now = try? store.dataVersion() else { return false }
    defer { version = now }
    return version != nil && version != now
  }
}
