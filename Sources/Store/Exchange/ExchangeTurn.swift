import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// One exchange of a store at a time: a lock that ends with the process.
struct ExchangeTurn {
  private let descriptor: Int32

  /// - Throws: `StoreFault.busy` where another program is exchanging.
  init(of store: Store) throws {
    try store.requireWritable()
    try Sharing.makeFolder(store.postsFolder)
    let path = store.postsFolder.appendingPathComponent("lock").path
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o660)
    guard descriptor >= 0 else { throw StoreFault.database(String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw StoreFault.busy
    }
  }

  func end() {
    // Not by closing alone: a child that is just being started may hold it for a moment, too.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
