import Foundation
import Procedure
import Store
import Terminal

/// What comes to the program from outside.
public enum Message: Sendable {
  case input(Input)
  case screen(ScreenMessage)
  /// What became of a draft that was to be written, or is to become now: it comes to the review,
  /// whichever screen is in front.
  case draft(ScreenMessage)
  /// An effect of this program's was carried out; says what the top line shows.
  case signedIn(PersonID, CycleState)
  case cycleChanged(CycleState)
  /// How far the verification in the background has come.
  case verified(Progress)
  /// The screen's lock was opened; the cycle as it is now.
  case unlocked(CycleState)
  case notice(Notice)
  case saved(Moment)
  /// What was asked for is durable: the ticket that came with it, the events, the cycle as it is
  /// now, and when.
  case performed(String, [Event], CycleState, Moment)
  /// What was asked for was written, beside the store.
  case written(String)
  /// What was asked for failed or was refused, and why; parts where much is wrong with a file, the
  /// refusal where it is one by a rule, the field that it is about where that is known.
  case refused(String?, Phrase, parts: [Phrase], refusal: Refusal?, field: String? = nil)
  /// The machine's clock is far ahead of the last entry: somebody says whether it is right first.
  case clockAhead(Moment, Moment, ticket: String?)
  /// The files that can be chosen at the gate.
  case offered([String])
  /// The form that is open was written to the store, to be written over next time.
  case formKept(UnfinishedForm)
  /// It was not; whether to try again by itself, and what is said of it.
  case formNotKept(Phrase, triesAgain: Bool)
  /// What is put into the form that is open has rested.
  case keepForm
  /// What this person left unfinished, the latest first.
  case leftUnfinished([UnfinishedForm])
  /// How the store's backups stand.
  case backups(BackupState)
  /// No key for as long as the parameter says.
  case idle
}

extension Console {
  /// Takes a message and says what is to be done.
  public mutating func update(_ message: Message, at now: Moment) -> [Effect] {
    context.now = now
    // What the frame offered holds for this message, and not for what it leads to.
    defer { settledOffers = nil }
    return resolved(answer(to: message))
  }

  private mutating func answer(to message: Message) -> [Effect] {
    switch message {
    case .input(let input): return take(input)
    case .screen(.leaving): return send(.leaving) + keepForm(waiting: Self.lastPatience)
    case .screen(let message): return send(message)
    case .draft(let message):
      if case .done = message { context.hasUnsentDrafts = true }
      return sendToReview(message)
    case .signedIn(let person, let cycle): return enter(person, cycle)
    case .cycleChanged(let cycle):
      context.cycle = cycle
      return send(.storeChanged)
    case .verified(let progress):
      context.verification = progress
      return send(.verified)
    case .unlocked(let cycle):
      context.cycle = cycle
      overlay = covered.map(Overlay.form)
      covered = nil
      layoutForm()
      let effects = send(.storeChanged)
      offerLeft()
      return effects + keepForm(waiting: Self.patience)
    case .notice(let notice):
      self.notice = notice
      return []
    case .saved(let moment):
      saving = .saved(moment)
      return []
    case .performed(let ticket, let events, let cycle, let moment):
      saving = .saved(moment)
      let effects = formDone()
      context.cycle = cycle
      if let words = promised.removeValue(forKey: ticket) { notice = Notice(.good, words) }
      return effects + send(.done(ticket, events))
    case .written(let ticket): return formDone() + send(.done(ticket, []))
    case .refused(let ticket, let why, let parts, let refusal, let field):
      var effects: [Effect] = []
      if let ticket { promised[ticket] = nil }
      refuse(why, refusal, at: field)
      formIsPending = formIsPending && !parts.isEmpty
      // What is wrong with a file may be much: the screen lists it, in the form's place.
      if !parts.isEmpty { effects = formDone() + send(.loaded(.fileFaults(parts))) }
      notice = Notice(.refusal, why)
      return effects + (ticket.map { send(.failed($0)) } ?? [])
    case .clockAhead(let now, let last, let ticket):
      ask(.clock(now, last))
      return ticket.map { send(.failed($0)) } ?? []
    case .offered(let dossiers):
      offer(dossiers)
      return []
    case .formKept(let form):
      take(kept: form)
      return []
    case .formNotKept(let why, let triesAgain): return takeNotKept(why, triesAgain: triesAgain)
    case .keepForm: return keepForm(waiting: Self.patience)
    case .leftUnfinished(let forms):
      left = forms
      offerLeft()
      return []
    case .backups(let state):
      context.backups = state
      return []
    case .idle: return lock()
    }
  }

  /// Carries out what never leaves the model; what is left is for the store.
  mutating func resolved(_ effects: [Effect]) -> [Effect] {
    var outward: [Effect] = []
    for effect in effects {
      switch effect {
      case .go(let screen, let dossier): outward += resolved(goTo(screen, dossier, from: current))
      case .goBack: outward += resolved(goBack())
      case .begin(let name): outward += resolved(press(name))
      case .ask(let question): ask(question)
      case .open(let sheet), .revise(let sheet):
        formIsPending = false
        open(sheet)
        if takesFile || wantsStick { outward.append(.offerFiles) }
      case .endForm: outward += endForm()
      case .closeForm: outward += closeForm()
      case .say(let notice): self.notice = notice
      case .sayWhenDone(let words, let ticket): promised[ticket] = words
      case .markUnsaved: saving = .unsaved
      default: outward.append(effect)
      }
    }
    return outward
  }

  /// What a form waited for is done.
  private mutating func formDone() -> [Effect] {
    if formIsPending { uncoverAll() }
    if formIsPending, case .form = overlay { overlay = nil }
    formIsPending = false
    return forgetForm()
  }

  /// Puts what was refused at the field that it is about: the one that is named, that of the rule, the
  /// one that names the file; others stand under the form.
  private mutating func refuse(_ why: Phrase, _ refusal: Refusal?, at field: String?) {
    guard formIsPending, case .form(var sheet) = overlay else { return }
    if let field, sheet.form[field] != nil {
      sheet.form.errors = [field: context.say(why)]
    } else if let refusal {
      sheet.form.errors = screen.faults(of: refusal, in: sheet, context)
    } else if sheet.form[FormField.fileID] != nil {
      sheet.form.errors = [FormField.fileID: context.say(why)]
    }
    guard !sheet.form.errors.isEmpty else { return }
    sheet.form.focusFirstError()
    overlay = .form(sheet)
  }

  // MARK: Input

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return take(key)
    case .paste(let text): return paste(text)
    case .pasteCut(let bytes):
      notice = Notice(.warning, .pasteCut(bytes))
      return []
    case .mouse(let event): return take(event)
    case .resize(let size):
      context.size = size
      layoutForm()
      return []
    case .signal(.terminate), .signal(.hangup), .signal(.interrupt):
      isFinished = true
      return send(.leaving) + keepForm(waiting: Self.longPatience)
    case .signal(.resumed), .signal(.suspend), .wake, .timeout: return []
    }
  }

  private mutating func take(_ key: Key) -> [Effect] {
    notice = nil
    if overlay != nil { return takeInOverlay(key) }
    if let effects = takeEverywhere(key) { return effects }
    return takeOnScreen(key) ?? send(.key(key))
  }

  /// Does what a key means on the screen in front; letters are text while one types.
  private mutating func takeOnScreen(_ key: Key) -> [Effect]? {
    if screen.isTyping, case .character = key { return nil }
    if let settledOffers, !settledOffers.contains(where: { $0.keys.contains(key) }) { return nil }
    return screen.begin(context) { $0.keys.contains(key) }
  }

  /// Asks whether to quit; what is unsaved is saved, and a form that is open is kept.
  mutating func askToQuit() -> [Effect] {
    if isHeld(before: [.begin("quit")]) { return [] }
    let effects = send(.leaving) + keepForm(waiting: Self.patience)
    // What waits to be exchanged is looked up when it is asked.
    let looking: [Effect] = context.person == nil ? [] : [.load(.copies)]
    return effects + show(.question(.quit, dialog(.quit))) + looking
  }

  mutating func step(_ by: Int) -> [Effect] {
    guard let place = tabs.firstIndex(of: current) else { return [] }
    return goTo(tabs[(place + by + tabs.count) % tabs.count], context.dossier)
  }

  private mutating func paste(_ text: String) -> [Effect] {
    switch overlay {
    case .form(var sheet):
      guard sheet.form.paste(text) == .changed else { return notTaken(text) }
      sheet.form.wanted = screen.wanted(in: sheet, context)
      sheet.form.nameExcess(context)
      overlay = .form(sheet)
      return keepSoon()
    case .palette(var palette):
      palette.paste(text)
      overlay = .palette(palette)
      return []
    case .locked(var field):
      field.insert(text)
      overlay = .locked(field)
      return []
    case .help, .question: return notTaken(text)
    case nil: return screen.isTyping ? send(.paste(text)) : notTaken(text)
    }
  }

  /// Says that pasted text came where there is no text: nothing is done with it.
  private mutating func notTaken(_ text: String) -> [Effect] {
    notice = Notice(.warning, .pasteNotTaken(text.count))
    return []
  }

  private mutating func take(_ event: MouseEvent) -> [Effect] {
    let target = frame().hit(at: event.point)
    switch event.kind {
    case .wheelUp: return overlay == nil ? send(.wheel(-1, target)) : []
    case .wheelDown: return overlay == nil ? send(.wheel(1, target)) : []
    case .press, .doublePress: break
    }
    guard let target else { return [] }
    if overlay != nil { return clickInOverlay(target) }
    switch target.name {
    case "tab":
      guard tabs.indices.contains(target.index) else { return [] }
      return goTo(tabs[target.index], context.dossier)
    case "hint":
      let shown = hintedOffers()
      guard shown.indices.contains(target.index) else { return [] }
      return press(shown[target.index].id)
    default:
      return send(.click(target, isDouble: event.kind == .doublePress))
    }
  }

  // MARK: The draft

  /// Tells the review what became of its draft; one that another window changed brings it to the
  /// front, for the question comes before anything else is done.
  private mutating func sendToReview(_ message: ScreenMessage) -> [Effect] {
    guard var review = screens[.review] as? ReviewScreen else { return [] }
    guard case .loaded(.draftConflict(let id, _)) = message else {
      if current == .review { return send(message) }
      let effects = review.takeBehind(message, context)
      screens[.review] = review
      return effects
    }
    if isLocked {
      // Nothing is asked over the lock: the next save asks.
      let effects = review.postpone()
      screens[.review] = review
      return effects
    }
    let way = current == .review ? [] : show(.review, id)
    return way + send(message)
  }
}
