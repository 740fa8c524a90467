import Procedure
import Terminal

/// Coming and going: login, tabs, the way back, the lock.
extension Console {
  mutating func enter(_ person: PersonID, _ cycle: CycleState) -> [Effect] {
    context.person = person
    context.hasUnsentDrafts = false
    context.cycle = cycle
    screens = [:]
    for id in ScreenID.allCases { screens[id] = id.screen(context) }
    (current, origins, context.cameFrom) = (.queue, [:], nil)
    (overlay, covering) = (nil, [])
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
    _ id: ScreenID, _ dossier: CaseID?, from origin: ScreenID? = nil
  ) -> [Effect] {
    guard screens[id] != nil else { return [] }
    if id.isOfCase, dossier == nil {
      notice = Notice(.info, .chooseCaseFirst)
      return []
    }
    if id != current, isHeld(before: [.go(id, dossier)]) { return [] }
    if let origin, origins[origin]?.screen == id {
      // The way back by another key: where one came from before stays known.
      origins[origin] = nil
    } else if origin != id {
      origins[id] = origin.map { Origin(screen: $0, dossier: context.dossier) }
    }
    return show(id, dossier)
  }

  /// Goes back to where one came from, else to the queue.
  mutating func goBack() -> [Effect] {
    if isHeld(before: [.goBack]) { return [] }
    guard let origin = origins.removeValue(forKey: current) else {
      return show(.queue, context.dossier)
    }
    // What shows cases by its own choice leaves the last one to the tabs of a case.
    let isOfCase = origin.screen.isOfCase || origin.screen == .history
    return show(origin.screen, isOfCase ? origin.dossier : context.dossier)
  }

  /// Asks before one leaves what is shown nowhere else; false where one may go.
  mutating func isHeld(before effects: [Effect]) -> Bool {
    guard let question = screen.parting(then: effects) else { return false }
    ask(question)
    return true
  }

  mutating func show(_ id: ScreenID, _ dossier: CaseID?) -> [Effect] {
    let effects = send(.leaving)
    (context.dossier, context.year) = (dossier, nil)
    (current, context.cameFrom) = (id, origins[id]?.screen)
    return effects + send(.opened)
  }

  /// Whether the screen is covered and the keys are dropped.
  public var isLocked: Bool { if case .locked = overlay { true } else { false } }

  /// Covers the screen until the passphrase is typed; what is unsaved is saved while there are keys.
  mutating func lock() -> [Effect] {
    guard context.person != nil, !isLocked else { return [] }
    uncoverAll()
    var effects: [Effect] = []
    switch overlay {
    // A form that is open is kept under the lock and comes back with it; passphrases are not.
    case .form(let sheet): covered = sheet.isSecret ? nil : sheet
    case .question(let question, _):
      if asking == nil, question.id != Question.quit.id { effects = send(.dismissed(question.id)) }
      (covered, asking) = (asking?.isSecret == true ? nil : asking, nil)
    case .help, .palette, .locked, nil: break
    }
    effects += send(.leaving)
    // While there are keys, what stands in a form under the lock too.
    effects += keepForm(waiting: Self.longPatience)
    overlay = .locked(TextField(isSecret: true))
    // Without keys nothing is verified.
    context.verification.percent = nil
    return effects + [.dropKeys]
  }
}
