import Procedure
import Store

/// Logging in and coming back from the lock.
extension Backstage {
  func signIn(_ person: PersonID, _ passphrase: String) {
    attempt(ticket: "") {
      let session = try store.signIn(person, passphrase: passphrase)
      guard console.isLocked else { return enter(session) }
      try goOn(session)
    }
  }

  /// Goes on where the lock covered the screen.
  private func goOn(_ session: Session) throws {
    self.session = session
    take(.unlocked(try store.cycle()))
    timers[Self.keysTimer] = uptime() + 50
  }

  /// Goes on as a person whose keys are unlocked.
  public func enter(_ session: Session) {
    attempt(ticket: "") {
      self.session = session
      take(.signedIn(session.person, try store.cycle()))
      take(.leftUnfinished(try store.unfinished(by: session)))
      // After the first screen is made: keys that others wait for.
      timers[Self.keysTimer] = uptime() + 50
    }
  }

  /// The name of the timer after which keys that others wait for are given.
  static let keysTimer = "keys"
}
