import CNcurses

/// Wakes the thread that waits for input, from any other thread.
public struct Waker: Sendable {
  /// Makes the wait return `.wake(channel:)`; channels are 0 to 127, larger ones count as 127.
  public func wake(_ channel: UInt8) { cn_wake(min(channel, 127)) }
}
