import CNcurses
import Foundation

/// Wakes the thread that waits for input, from any other thread.
public struct Waker: Sendable {
  /// Makes the wait return `.wake(channel:)`; channels are 0 to 127, larger ones count as 127.
  public func wake(_ channel: UInt8) { cn_wake(min(channel, 127)) }

  /// Reads a pipe of wakes empty and then acts on each byte that was in it, once.
  ///
  /// Nothing is acted on before the pipe is empty: what happens meanwhile leaves a byte of its own for
  /// the next turn, and a window that gets its last size just then is not forgotten.
  static func take(from descriptor: Int32, _ act: (UInt8) -> Void) {
    var waiting: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 512)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for byte in bytes[..<count] where !waiting.contains(byte) { waiting.append(byte) }
    }
    waiting.forEach(act)
  }
}
