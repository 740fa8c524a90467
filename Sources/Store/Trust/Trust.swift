import Foundation
import Procedure

/// The ends of streams that this program has verified, so that nothing is verified twice.
///
/// An entry's id covers its parents' ids: a stream whose hashes lead up to a noted end is as it was
/// when its signatures were verified.
final class Trust: @unchecked Sendable {
  private let lock = NSLock()
  private var tips: [String: Data] = [:]

  /// The end of a stream that was verified.
  func tip(of stream: Stream) -> Data? { lock.withLock { tips[stream.rawValue] } }

  /// Notes the end of a stream whose every entry was verified up to there.
  func note(_ tip: Data?, of stream: Stream) {
    guard let tip else { return }
    lock.withLock { tips[stream.rawValue] = tip }
  }

  /// Everything that is known, for keeping.
  var known: [String: Data] { lock.withLock { tips } }

  /// Forgets every end: what another person's file says is nothing to the next.
  func forget() { lock.withLock { tips = [:] } }

  /// Takes up what was kept at an earlier login.
  func recall(_ kept: [String: Data]) {
    lock.withLock { tips.merge(kept) { present, _ in present } }
  }
}
