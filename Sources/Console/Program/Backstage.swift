import Foundation
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

  /// Takes a message and carries out everything that follows from it.
  public func take(_ message: Message) {
    if case .input = message { offerFiles() }
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
      take(.cycleChanged(try store.cycle()))
      try verify(session)
    }
    lookAtForm(session)
    lookAtBackups()
  }

  /// Drops every key: of the session, and of what verifies with a copy of it.
  private func dropKeys() {
    verification?.stop()
    verification = nil
    session = nil
    held = nil
  }

  /// Goes to a screen, on a case where the screen shows one.
  public func go(_ screen: ScreenID, _ dossier: CaseID?) { carryOut(.go(screen, dossier)) }

  func carryOut(_ effects: [Effect]) {
    for effect in effects { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    let outer = current
    current = effect
    defer { current = outer }
    switch effect {
    case .load(let request): load(request)
    case .signIn(let person, let passphrase): signIn(person, passphrase)
    case .join(let person, let invitation, let passphrase):
      attempt(ticket: "") {
        enter(try store.join(person, invitation: invitation, passphrase: passphrase))
      }
    case .dropKeys: dropKeys()
    case .acceptClock:
      store.acceptClock()
      let again = held
      held = nil
      if let again { carryOut(again) } else { storeChanged() }
    case .go(let screen, let dossier):
      carryOut(console.goTo(screen, dossier, from: console.current))
    case .goBack: carryOut(console.goBack())
    case .begin(let name): carryOut(console.press(name))
    case .ask(let question): console.ask(question)
    case .open(let sheet), .revise(let sheet):
      console.formIsPending = false
      console.open(sheet)
      offerFiles()
    case .endForm: carryOut(console.endForm())
    case .closeForm: carryOut(console.closeForm())
    case .reopen(let form): reopen(form)
    case .say(let notice): take(.notice(notice))
    case .markUnsaved: console.saving = .unsaved
    case .startTimer(let name, let milliseconds): timers[name] = uptime() + milliseconds
    case .stopTimer(let name): timers[name] = nil
    default: write(effect)
    }
  }

  // MARK: Writing

  func write(_ effect: Effect) {
    guard let session else { return }
    switch effect {
    case .perform(let commands, let ticket):
      change(ticket) {
        var events: [Event] = []
        if commands.count == 1 {
          events = try store.perform(commands[0], by: session)
        } else {
          try performTogether(commands, by: session)
        }
        return events
      }
    case .changePassphrase(let present, let new, let replacesKeys):
      change(PassphraseForm.name) {
        try store.changePassphrase(
          from: present, to: new, replacesKeys: replacesKeys, by: session)
        take(
          .notice(
            Notice(
              .good,
              replacesKeys ? .Keys.replaced(session.fingerprint) : .passphraseChanged)))
        return []
      }
    case .correctClock(let reason, let ticket):
      change(ticket) {
        try store.correctClock(reason: reason, by: session)
        return []
      }
    case .startReview(let id, let ticket):
      change(ticket) {
        try store.startReview(of: id, by: session)
        return []
      }
    case .handIn(let id, let sheet, let ticket):
      attemptDraft(id, ticket) {
        try store.handIn(sheet, in: id, by: session)
        take(.saved(store.clock.now()))
        take(.draft(.done(ticket, [])))
      }
    case .saveDraft(let id, let slots, let sheet, let base, let ticket):
      attemptDraft(id, ticket) {
        try store.save(slots, of: sheet, over: base, in: id, by: session)
        take(.saved(store.clock.now()))
        take(.draft(.done(ticket, [])))
      }
    case .invite(let person, let ticket):
      change(ticket) {
        let invitation = try store.invite(person, by: session)
        console.context.cycle = try store.cycle()
        take(.screen(.loaded(.invitation(person.id, code: invitation.code))))
        return []
      }
    case .inviteAgain(let person, let ticket):
      change(ticket) {
        let invitation = try store.inviteAgain(person, by: session)
        take(.screen(.loaded(.invitation(person, code: invitation.code))))
        return []
      }
    case .attach(let id, let kind, let title, let text, let ticket):
      change(ticket) {
        try store.attach(text, as: kind, titled: title, to: id, by: session)
        return []
      }
    case .attachFile(let id, let kind, let title, let path, let ticket):
      change(ticket) {
        let text = try folders.text(path)
        try store.attach(text, as: kind, titled: title, to: id, by: session)
        return []
      }
    case .readCalendar(let path, let ticket):
      attempt(ticket: ticket) {
        take(.screen(.loaded(.calendar(text: try folders.text(path)))))
      }
    case .adoptParameters(let path, let ticket):
      change(ticket) {
        try store.perform(
          .cycle(.adopt(try ProcedureFile.parameters(in: try folders.text(path)))), by: session)
      }
    case .keepForm(let form, let milliseconds): keep(form, waiting: milliseconds, by: session)
    case .forgetForm(let form): forget(form, by: session)
    case .backUp(let ticket): backUp(ticket: ticket)
    case .setSecondPlace(let path, let ticket): setSecondPlace(path, ticket: ticket)
    case .restore(let backup, let path, let ticket):
      restore(backup, path: path, ticket: ticket)
    case .writePaper(let order, let path, let replaces, let ticket):
      writePaper(order, path: path, replaces: replaces, ticket: ticket, by: session)
    case .writeTable(let path, let rows, let replaces, let ticket):
      writeTable(rows, to: path, replaces: replaces, ticket: ticket)
    case .importFile(let path, let isDryRun, let ticket):
      importFile(path, isDryRun: isDryRun, ticket: ticket, by: session)
    default: break
    }
  }

  /// Writes a draft; one that another window changed meanwhile comes to the screen as it stands.
  private func attemptDraft(_ id: CaseID, _ ticket: String, _ body: () throws -> Void) {
    attempt(ticket: nil) {
      do {
        try body()
      } catch let conflict as DraftConflict {
        take(.draft(.loaded(.draftConflict(id, conflict))))
      } catch {
        take(.draft(.failed(ticket)))
        throw error
      }
    }
  }

  /// Writes, and tells the screen once it is durable.
  func change(_ ticket: String, _ body: () throws -> [Event]) {
    attempt(ticket: ticket) {
      let events = try body()
      take(.saved(store.clock.now()))
      take(.formDone)
      console.context.cycle = try store.cycle()
      take(.screen(.done(ticket, events)))
      warnOfBothHalves(events.flatMap { console.context.cycle.bothHalves(after: $0) })
    }
  }

  /// R4: who was just made secretariat and leader in one is named.
  func warnOfBothHalves(_ people: [PersonID]) {
    guard !people.isEmpty else { return }
    take(.notice(Notice(.warning, .bothHalvesHeld(people.map(console.context.name)))))
  }

  /// Runs something that may fail; an error becomes a sentence and nothing is lost.
  func attempt(ticket: String?, _ body: () throws -> Void) {
    defer { console.context.isReadOnly = store.isReadOnly }
    do {
      try body()
    } catch StoreFault.clockAhead(let now, let last) {
      held = current
      console.ask(.clock(now, last))
      if let ticket { take(.screen(.failed(ticket))) }
    } catch {
      let faults = Notices.parts(of: error, console.context)
      // What is wrong with a file may be much: the screen lists it, in the form's place.
      take(faults.isEmpty ? .formRefused : .formDone)
      if !faults.isEmpty { take(.screen(.loaded(.fileFaults(faults)))) }
      take(.notice(Notice(.refusal, Notices.sentence(error, console.context))))
      if let ticket { take(.screen(.failed(ticket))) }
    }
  }
}
