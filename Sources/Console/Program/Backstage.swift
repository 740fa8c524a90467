import Foundation
import Office
import Procedure
import Store
import Terminal
import Vault

/// Carries out effects against a store: the only part of the console that touches one.
public final class Backstage {
  /// The store that is open.
  public let store: Store
  /// Who is at work; nobody before login and while the screen is locked.
  public internal(set) var session: Session?
  /// The model that effects answer to.
  public internal(set) var console: Console
  /// Timers under way, by name: when each is over, in milliseconds of `uptime`.
  public internal(set) var timers: [String: Int] = [:]
  /// Where the files are that people name.
  let folders: Folders
  /// Milliseconds of a clock that never jumps.
  let uptime: () -> Int
  /// What verifies in the background, while it does.
  var verification: Verification?
  /// The effect that is being carried out.
  private var current: Effect?
  /// What waits until somebody says that the machine's clock is right; nil for what came by itself.
  private var held: Effect?
  /// Called where a backup is due; nil where nobody makes them.
  public var onBackupDue: (() -> Void)?
  /// Told how far a long work is, and for how long it has gone on; false ends it.
  public var onWork: (Phrase, _ done: Int, _ total: Int, _ spent: Duration) -> Bool = {
    _, _, _, _ in
    true
  }
  /// Shows a file with the person's own program; false where there is none. Nil where nothing of the
  /// host is anybody's, as at the gate.
  public var onView: ((URL) -> Bool)?
  /// What is put beside a copy that is made to take along.
  public var program = CopyToTake.program
  /// Where the files lie that are looked at.
  var viewed: PrivateFolder?
  /// The stick that was looked into, until it is taken or put away.
  var stick: OpenStick?
  /// When the backups were looked at last, and when one was begun, in milliseconds of `uptime`.
  var backupsLookedAt: Int?
  var backupBegun: Int?
  /// Whether the store changed since the verification under way began.
  var isStale = false
  /// How what lists show is verified.
  public var verifying = Verifying.never

  /// A console on a store.
  ///
  /// - Parameters:
  ///   - folders: Where the files are that people name.
  ///   - uptime: Milliseconds of a clock that never jumps.
  public init(
    store: Store, console: Console, folders: Folders, uptime: @escaping () -> Int
  ) {
    self.store = store
    self.console = console
    self.folders = folders
    self.uptime = uptime
  }

  /// What the first screen shows.
  public func start() { carryOut(console.start()) }

  /// The frame of this moment; the key that comes next is measured by what it offers.
  ///
  /// - Parameter isMoving: Whether a selection moves and the panes that follow it are left blank.
  public func frame(isMoving: Bool = false) -> Canvas {
    console.settleOffers()
    return console.frame(isMoving: isMoving)
  }

  /// Takes a message and carries out everything that follows from it.
  public func take(_ message: Message) {
    if case .input = message, console.takesFile { offerFiles() }
    carryOut(console.update(message, at: store.clock.now()))
  }

  /// Sends the timers that are over; returns the milliseconds until the next, nil without one.
  ///
  /// While the screen is locked they wait: what they lead to wants the keys.
  public func runTimers() -> Int? {
    guard session != nil else { return nil }
    let now = uptime()
    for (name, end) in timers.sorted(by: { $0.value < $1.value }) where end <= now {
      timers[name] = nil
      switch name {
      case Self.keysTimer:
        storeChanged()
        store.clearUnfinished()
      case Self.backupsTimer: showBackups()
      // Whichever screen is in front by now.
      case ReviewScreen.saveTimer: take(.draft(.timer(name)))
      case Console.keepTimer: take(.keepForm)
      default: take(.screen(.timer(name)))
      }
    }
    return timers.values.min().map { max(0, $0 - uptime()) }
  }

  /// Others changed the store: the cycle is read anew and the screen told.
  public func storeChanged() {
    guard let session else { return }
    store.lookForRights()
    // Whatever keeps keys from being given, what others did is shown and verified.
    attempt(ticket: nil) { try store.settleKeys(by: session) }
    attempt(ticket: nil) {
      countNumbers()
      take(.cycleChanged(try store.cycle()))
      try verify(session)
    }
    lookAtForm(session)
    lookAtBackups()
  }

  /// Drops every key: of the session, and of what verifies with a copy of it.
  func dropKeys() {
    verification?.stop()
    verification = nil
    session = nil
    held = nil
    (stick, viewed) = (nil, nil)
  }

  /// Goes to a screen, on a case where the screen shows one.
  public func go(_ screen: ScreenID, _ dossier: CaseID?) { carryOut([.go(screen, dossier)]) }

  /// Carries out what does not stay within the model.
  func carryOut(_ effects: [Effect]) {
    for effect in console.resolved(effects) {
      let outer = current
      current = effect
      defer { current = outer }
      carryOut(effect)
    }
  }

  /// Does once more what waited until somebody said that the clock is right.
  func goOnWithHeld() {
    let again = held
    held = nil
    if let again { carryOut([again]) } else { storeChanged() }
  }

  // MARK: What comes of it

  /// Writes as the person at work, and tells the model once it is durable.
  func change(_ ticket: String, _ body: (Session) throws -> [Event]) {
    guard let session else { return }
    attempt(ticket: ticket) {
      let events = try body(session)
      countNumbers()
      take(.performed(ticket, events, try store.cycle(), store.clock.now()))
      warnOfBothHalves(events.flatMap { console.context.cycle.bothHalves(after: $0) })
    }
  }

  /// R4: who was just made secretariat and leader in one is named.
  func warnOfBothHalves(_ people: [PersonID]) {
    guard !people.isEmpty else { return }
    take(.notice(Notice(.warning, .bothHalvesHeld(people.map(console.context.name)))))
  }

  /// Runs something that may fail; an error becomes a sentence and nothing is lost.
  ///
  /// - Parameter ticket: Of what was asked for; nil where nobody waits for it.
  func attempt(ticket: String?, _ body: () throws -> Void) {
    defer { console.context.isReadOnly = store.isReadOnly }
    do {
      try body()
    } catch StoreFault.clockAhead(let now, let last) {
      held = current
      take(.clockAhead(now, last, ticket: ticket))
    } catch let fault as FieldFault {
      take(
        .refused(
          ticket, Notices.sentence(fault.error, console.context), parts: [], refusal: nil,
          field: fault.field))
    } catch {
      take(
        .refused(
          ticket, Notices.sentence(error, console.context),
          parts: Notices.parts(of: error, console.context), refusal: error as? Refusal))
    }
  }
}
