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
  case formDone
  case formRefused
  /// The files that can be chosen at the gate.
  case offered([String])
  /// How the store's backups stand.
  case backups(BackupState)
  /// No key for as long as the parameter says.
  case idle
}

extension Console {
  /// Takes a message and says what is to be done.
  public mutating func update(_ message: Message, at now: Moment) -> [Effect] {
    context.now = now
    switch message {
    case .input(let input): return take(input)
    case .screen(let message): return send(message)
    case .draft(let message): return sendToReview(message)
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
      return send(.storeChanged)
    case .notice(let notice):
      self.notice = notice
      return []
    case .saved(let moment):
      saving = .saved(moment)
      return []
    case .formDone:
      if formIsPending, case .form = overlay { overlay = nil }
      formIsPending = false
      return []
    case .formRefused:
      formIsPending = false
      return []
    case .offered(let files):
      offer(files)
      return []
    case .backups(let state):
      context.backups = state
      return []
    case .idle: return lock()
    }
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
      return send(.leaving)
    case .signal(.resumed), .signal(.suspend), .wake, .timeout: return []
    }
  }

  private mutating func take(_ key: Key) -> [Effect] {
    notice = nil
    if overlay != nil { return takeInOverlay(key) }
    if let effects = takeEverywhere(key) { return effects }
    if let action = action(for: key) { return run(action) }
    return send(.key(key))
  }

  /// The action that a key means on the screen in front; letters are text while one types.
  private func action(for key: Key) -> Action? {
    if screen.isTyping, case .character = key { return nil }
    return screen.actions(context).first { $0.keys.contains(key) }
  }

  mutating func run(_ action: Action) -> [Effect] {
    if case .disabled(let reason) = action.availability {
      notice = Notice(.refusal, reason)
      return []
    }
    return send(.action(action.id))
  }

  /// The keys that do the same everywhere.
  private mutating func takeEverywhere(_ key: Key) -> [Effect]? {
    switch key {
    case .function(1): overlay = .help(ScrollState())
    case .character("?") where !isTyping: overlay = .help(ScrollState())
    case .function(2): overlay = .palette(palette())
    case .character(":") where !isTyping: overlay = .palette(palette())
    case .function(10): return askToQuit()
    case .function(12): return lock()
    case .alt(let digit):
      guard let place = tabs.indices.first(where: { Self.tabDigit($0) == digit }) else {
        return nil
      }
      return goTo(tabs[place], context.file)
    case .controlPageDown: return step(1)
    case .controlPageUp: return step(-1)
    default: return nil
    }
    return []
  }

  private mutating func askToQuit() -> [Effect] {
    let effects = send(.leaving)
    overlay = .question(.quit, dialog(.quit))
    return effects
  }

  private mutating func step(_ by: Int) -> [Effect] {
    guard let place = tabs.firstIndex(of: current) else { return [] }
    return goTo(tabs[(place + by + tabs.count) % tabs.count], context.file)
  }

  private mutating func paste(_ text: String) -> [Effect] {
    switch overlay {
    case .form(var sheet):
      _ = sheet.form.paste(text)
      overlay = .form(sheet)
      return []
    case .palette(var palette):
      palette.paste(text)
      overlay = .palette(palette)
      return []
    case .locked(var field):
      field.insert(text)
      overlay = .locked(field)
      return []
    case .help, .question: return []
    case nil: return send(.paste(text))
    }
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
      return goTo(tabs[target.index], context.file)
    case "hint":
      let shown = hintedActions()
      guard shown.indices.contains(target.index) else { return [] }
      return press(shown[target.index])
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

  // MARK: Coming and going

  private mutating func enter(_ person: PersonID, _ cycle: CycleState) -> [Effect] {
    context.person = person
    context.cycle = cycle
    screens = [.queue: QueueScreen(), .file: FileScreen(), .history: HistoryScreen()]
    let isOffice = context.acts(as: .secretariat)
    let watches = isOffice || context.acts(as: .supervisor)
    let isExpert = context.acts(as: .expert)
    if isExpert { screens[.review] = ReviewScreen() }
    if isExpert || watches {
      screens[.consensus] = ConsensusScreen()
      screens[.onSite] = OnSiteScreen()
    }
    if isOffice { screens[.setup] = SetupScreen() }
    if watches || context.acts(as: .districtOfficer) { screens[.terms] = TermsScreen() }
    if watches { screens[.board] = BoardScreen() }
    if watches || context.acts(as: .districtOfficer) {
      screens[.cultivation] = CultivationScreen()
    }
    if context.acts(as: .supervisor) { screens[.supervision] = SupervisionScreen() }
    (current, origins, context.cameFrom) = (.queue, [:], nil)
    overlay = nil
    if cycle.holdsBothHalves(person) { notice = Notice(.warning, .Keys.bothYours) }
    return send(.opened)
  }

  /// The tabs that this person has.
  var tabs: [ScreenID] { ScreenID.tabs.filter { screens[$0] != nil } }

  /// The digit that leads to a tab together with Alt; 0 for the tenth, none after it.
  static func tabDigit(_ place: Int) -> Character? {
    (0..<10).contains(place) ? Character("\((place + 1) % 10)") : nil
  }

  /// Goes to a screen; screens of a case need one.
  ///
  /// - Parameter origin: The screen that leads there, to which Esc goes back; none for a tab.
  mutating func goTo(
    _ id: ScreenID, _ file: CaseID?, from origin: ScreenID? = nil
  ) -> [Effect] {
    guard screens[id] != nil else { return [] }
    if id.isOfCase, file == nil {
      notice = Notice(.info, .chooseCaseFirst)
      return []
    }
    if let origin, origins[origin]?.screen == id {
      // The way back by another key: where one came from before stays known.
      origins[origin] = nil
    } else if origin != id {
      origins[id] = origin.map { Origin(screen: $0, file: context.file) }
    }
    return show(id, file)
  }

  /// Goes back to where one came from, else to the queue.
  mutating func goBack() -> [Effect] {
    guard let origin = origins.removeValue(forKey: current) else {
      return show(.queue, context.file)
    }
    // What shows cases by its own choice leaves the last one to the tabs of a case.
    let isOfCase = origin.screen.isOfCase || origin.screen == .history
    return show(origin.screen, isOfCase ? origin.file : context.file)
  }

  private mutating func show(_ id: ScreenID, _ file: CaseID?) -> [Effect] {
    let effects = send(.leaving)
    (context.file, context.year) = (file, nil)
    (current, context.cameFrom) = (id, origins[id]?.screen)
    return effects + send(.opened)
  }

  /// Whether the screen is covered and the keys are dropped.
  public var isLocked: Bool { if case .locked = overlay { true } else { false } }

  /// Covers the screen until the passphrase is typed; what is unsaved is saved while there are keys.
  mutating func lock() -> [Effect] {
    guard context.person != nil, !isLocked else { return [] }
    var effects: [Effect] = []
    switch overlay {
    // A form that is open is kept under the lock and comes back with it; passphrases are not.
    case .form(let sheet): covered = sheet.isSecret ? nil : sheet
    case .question(let question, _):
      if asking == nil { effects = send(.dismissed(question.id)) }
      (covered, asking) = (asking, nil)
    case .help, .palette, .locked, nil: break
    }
    effects += send(.leaving)
    overlay = .locked(TextField(isSecret: true))
    // Without keys nothing is verified.
    context.verification.percent = nil
    return effects + [.dropKeys]
  }
}
