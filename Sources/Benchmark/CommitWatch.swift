import Foundation

/// Sees from outside when a SQLite file in TRUNCATE mode commits: the commit is the moment when its
/// journal is cut to nothing.
final class CommitWatch {
  private let descriptor: Int32
  private let journal: String
  /// When the last commit was seen.
  private(set) var committed: ContinuousClock.Instant?

  /// - Throws: `TimedTerminal.Failure` where inotify does not work.
  init(database: String) throws {
    journal = database + "-journal"
    // Where nothing was written yet there is no journal; an empty one means the same to SQLite.
    let file = open(journal, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0, inotify_add_watch(descriptor, journal, UInt32(IN_MODIFY)) >= 0 else {
      throw TimedTerminal.Failure(description: "no watch on \(journal)")
    }
  }

  deinit { close(descriptor) }

  /// Forgets the commits so far.
  func reset() {
    take()
    committed = nil
  }

  /// What to wait for beside the terminal.
  var alongside: (descriptor: Int32, take: () -> Void) { (descriptor, { self.take() }) }

  private func take() {
    let now = ContinuousClock.now
    var room = [UInt8](repeating: 0, count: 8192)
    var changed = false
    while read(descriptor, &room, room.count) > 0 { changed = true }
    var status = stat()
    if changed, stat(journal, &status) == 0, status.st_size == 0 { committed = now }
  }
}
