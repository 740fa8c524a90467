import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Signals that end a program, for those who have something to do before it ends.
///
/// Each has one source, which is made once and stays: where one was cancelled and another made at once,
/// a signal was lost, and Ctrl-C did nothing.
public final class EndingSignals: @unchecked Sendable {
  private static let shared = EndingSignals()

  // Only under the lock.
  private var sources: [Int32: any DispatchSourceSignal] = [:]
  private var watches: [(id: Int, number: Int32, answer: @Sendable () -> Bool)] = []
  private var made = 0
  private let lock = NSLock()

  private init() {}

  /// Does a work during which signals are answered before they end the program.
  ///
  /// Signals that a parent had ignored, and those that somebody else answers, as the console does, are
  /// left as they are.
  ///
  /// - Parameter answer: Says whether the program goes on; otherwise those are asked whose work is
  ///   around this one, and then it ends by the signal.
  public static func answering<T>(
    _ numbers: [Int32], _ answer: @escaping @Sendable () -> Bool, during body: () throws -> T
  ) rethrows -> T {
    let ids = shared.add(numbers, answer)
    defer { shared.remove(ids) }
    return try body()
  }

  private func add(_ numbers: [Int32], _ answer: @escaping @Sendable () -> Bool) -> Set<Int> {
    lock.withLock {
      var ids: Set<Int> = []
      for number in numbers where sources[number] != nil || Self.endsTheProgram(number) {
        if sources[number] == nil {
          let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
          source.setEventHandler { [self] in arrived(number) }
          source.resume()
          sources[number] = source
        }
        made += 1
        ids.insert(made)
        watches.append((made, number, answer))
      }
      return ids
    }
  }

  private func remove(_ ids: Set<Int>) {
    lock.withLock { watches.removeAll { ids.contains($0.id) } }
  }

  private func arrived(_ number: Int32) {
    let answers = lock.withLock { watches.filter { $0.number == number }.map(\.answer) }
    for answer in answers.reversed() where answer() { return }
    signal(number, SIG_DFL)
    // In this thread: wherever else it arrived it may be blocked by now.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
  }

  /// Whether a signal does what it does by default.
  private static func endsTheProgram(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    // The default is no function.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 0
  }
}
