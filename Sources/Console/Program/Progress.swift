import Foundation
import Store

/// How far the verification in the background has come, and what it found.
public struct Progress: Sendable, Hashable {
  /// Per cent of what this person sees; nil once all of it is verified.
  public var percent: Int?
  /// Entries without effect that nobody has noted, and cases that lists leave out.
  public var faults = 0

  /// Nothing under way, nothing found.
  public init() {}

  /// How far a verification has come, and what was found in all.
  public init(_ results: Verification.Results, faults: Int) {
    self.faults = faults
    if !results.isFinished {
      percent = results.total == 0 ? 0 : min(99, results.done * 100 / results.total)
    }
  }
}
