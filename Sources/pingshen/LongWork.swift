import Console
import Foundation
import Office

#if canImport(Glibc)
  import Glibc
#endif

/// A work that takes long: its bar where stderr is a terminal, and Ctrl-C, which ends it between two
/// steps, so that nothing of it is half done.
final class LongWork {
  private let name: Phrase
  private let started = ContinuousClock.now
  private var told: ContinuousClock.Instant?
  private let interrupt = Interrupt()
  private let isShown = isatty(STDERR_FILENO) == 1
  /// How often the bar is drawn anew.
  private static let pace = Duration.milliseconds(100)

  private init(_ name: Phrase) { self.name = name }

  /// Does a work that tells how far it is, and asks whether to go on.
  static func run<T>(
    _ name: Phrase, _ body: (_ progress: @escaping (Int, Int) -> Bool) throws -> T
  ) rethrows -> T {
    let work = LongWork(name)
    defer { work.end() }
    return try EndingSignals.answering([SIGINT], work.interrupt.ask) { try body(work.goOn) }
  }

  private func goOn(_ done: Int, _ total: Int) -> Bool {
    show(done, total)
    return !interrupt.isAsked
  }

  private func show(_ done: Int, _ total: Int) {
    let now = ContinuousClock.now
    guard isShown, told.map({ $0.duration(to: now) >= Self.pace }) ?? true else { return }
    told = now
    let spent = started.duration(to: now)
    Output.progress(say(.working(name, done, of: total, after: spent)))
  }

  private func end() {
    if told != nil { Output.progress("") }
  }
}

/// Ctrl-C, asked for between two steps.
private final class Interrupt: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false

  var isAsked: Bool { lock.withLock { value } }

  /// Notes that it was pressed; false where it was before: who presses it again does not want to wait
  /// for the step to end.
  func ask() -> Bool {
    lock.withLock {
      defer { value = true }
      return !value
    }
  }
}
