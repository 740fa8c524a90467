import Foundation
import Store

/// How what lists show is verified.
public enum Verifying: Sendable {
  /// Not at all: rows stay dim.
  case never
  /// At once, before anything else goes on.
  case atOnce
  /// On a thread of its own, which calls when it has news.
  case aside(@Sendable () -> Void)
}

extension Backstage {
  /// Verifies what this person's lists show, as far as it is not verified yet.
  func verify(_ session: Session) throws {
    guard verification == nil else {
      isStale = true
      return
    }
    isStale = false
    switch verifying {
    case .never: break
    case .atOnce:
      verification = try store.verification(by: session)
      verification?.run()
      takeNews()
    case .aside(let wake):
      verification = try store.verification(by: session)
      verification?.start(wake)
    }
  }

  /// Takes over what was verified since the last time.
  public func takeNews() {
    guard let session, let verification else { return }
    let found = verification.found
    store.take(found, by: session)
    if found.isFinished {
      verification.stop()
      self.verification = nil
    }
    let faults = (try? store.oddities(by: session)) ?? 0
    take(.verified(Progress(found, faults: faults)))
    if found.isFinished, isStale { attempt(ticket: nil) { try verify(session) } }
  }
}
