import Foundation
import Procedure

/// The ends of streams that this program has verified, so that nothing is verified twice.
///
/// An entry's id covers its parents' ids: a stream whose hashes lead up to a noted end is as it was
/// when its signatures were verified.
final class Trust: @unchecked Sendable {
  private let lock = NSLock()
  private var tips: [String: [Data]] = [:]
  /// Whose file was taken up.
  private var owner: PersonID?

  /// The ends of a stream that were verified: one, or several where people wrote apart.
  func tips(of stream: Stream) -> [Data] { lock.withLock { tips[stream.rawValue] ?? [] } }

  /// Notes the ends of a stream whose every entry was verified up to there.
  func note(_ ends: [Data], of stream: Stream) {
    if ends.isEmpty { return }
    lock.withLock { tips[stream.rawValue] = ends }
  }

  /// Everything that is known, for keeping.
  var known: [String: [Data]] { lock.withLock { tips } }

  /// Takes up what was kept at an earlier login of a person.
  ///
  /// Who sealed the file could name ends that nobody verified: it holds for them alone.
  /// - Returns: Whether ends of another person's were forgotten, with what rests on them.
  func recall(_ kept: [String: [Data]], of person: PersonID) -> Bool {
    lock.withLock {
      let isAnother = owner != nil && owner != person
      if isAnother { tips = [:] }
      owner = person
      tips.merge(kept) { present, _ in present }
      return isAnother
    }
  }
}
