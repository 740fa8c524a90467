import Foundation
import Terminal

/// Hint line, help and palette, all drawn from one declaration of the actions.
extension Console {
  /// The importance of what never leaves the bottom line before anything of a screen's.
  private static let always = 10

  /// What can be done on every screen and in every window.
  private var inEveryWindow: [ScreenAction<Console>] {
    typealias Action = ScreenAction<Console>
    var actions = [
      Action(
        "palette", .actions, keys: [.function(2)], shown: .plain("F2"), help: .paletteHelp,
        importance: Self.always
      ) { console, _ in console.show(.palette(console.palette())) },
      Action(
        "help", .help, keys: [.function(1)], shown: .plain("F1"), help: .helpHelp,
        importance: Self.always
      ) { console, _ in console.show(.help(ScrollState())) },
      Action(
        "quit", .quit, keys: [.function(10)], shown: .plain("F10"), help: .quitHelp,
        importance: Self.always
      ) { console, _ in console.askToQuit() },
    ]
    if context.person != nil {
      actions.append(
        Action("lock", .lock, keys: [.function(12)], help: .lockHelp) { console, _ in
          console.lock()
        })
    }
    return actions
  }

  /// What can be done on every screen, no window lying over it.
  private var everywhere: [ScreenAction<Console>] {
    typealias Action = ScreenAction<Console>
    var actions = inEveryWindow
    if context.person != nil {
      actions += [
        Action(PassphraseForm.name, .Keys.change, help: .Keys.changeHelp) { console, context in
          console.open(PassphraseForm.sheet(context))
          return []
        },
        Action(
          CardForm.name, .Card.write, help: .Card.help,
          availability: QuickCard.Role.own(context).isEmpty
            ? .disabled(.nothingToChoose) : .available
        ) { console, context in
          console.open(CardForm.sheet(context))
          return []
        },
      ]
    }
    if context.person != nil {
      actions.append(
        Action("toExchange", .Exchange.open, help: .Exchange.openHelp) { console, context in
          console.goTo(.exchange, context.dossier, from: console.current)
        })
      actions.append(
        Action(
          Printing.name, Phrase.Printing.print, keys: [Printing.key], help: .Printing.everywhere
        ) { console, context in
          console.screen.begin(context) { $0.id == Printing.name }
            ?? [.say(Notice(.refusal, .Printing.nothing))]
        })
    }
    // Both are done by the loop, before the model hears of them.
    actions.append(Action("repaint", .repaint, keys: [.control("l")], help: .repaintHelp))
    // At the gate there is no shell to go back to.
    if !context.surroundings.isGate {
      actions.append(Action("suspend", .suspend, keys: [.control("z")], help: .suspendHelp))
    }
    actions.append(
      Action("mouse", .mouse, help: .mouseHelp) { console, _ in
        console.context.isMouseOn.toggle()
        console.notice = Notice(
          .info, console.context.isMouseOn ? .mouseIsOn : .mouseIsOff)
        return []
      })
    return actions
      + tabs.enumerated().map { place, id in
        Action(
          "tab/\(id.rawValue)", id.title, keys: Self.tabDigit(place).map { [.alt($0)] } ?? [],
          help: .tabHelp(place + 1)
        ) { console, context in console.goTo(id, context.dossier) }
      }
  }

  /// What can be done in the window that lies over the screen; nil where there is none.
  private var inWindow: [ScreenAction<Console>]? {
    for layer in (covering + [overlay].compactMap { $0 }).reversed() {
      switch layer {
      case .form: return formActions
      case .question(let question, _): return answers(to: question)
      case .help, .palette, .locked: continue
      }
    }
    return nil
  }

  /// What can be done here, and what can be done wherever one is.
  private var offered: (here: [Offer], everywhere: [Offer]) {
    if let inWindow { return (inWindow.map(\.offer), inEveryWindow.map(\.offer)) }
    return (settledOffers ?? screen.offers(context), everywhere.map(\.offer))
  }

  /// Everything that can be done here and now.
  func allOffers() -> [Offer] { offered.here + offered.everywhere }

  /// Finds out what the screen offers, for the frame and for the key that comes after it.
  ///
  /// Whether an act can be done is asked of the rules, a dozen times a screen: once a frame is enough.
  mutating func settleOffers() {
    if overlay == nil { settledOffers = settledOffers ?? screen.offers(context) }
  }

  /// What takes a key of every window; nil for other keys.
  mutating func takeInEveryWindow(_ key: Key) -> [Effect]? {
    inEveryWindow.first { $0.offer.keys.contains(key) }?.run?(&self, context)
  }

  /// What the bottom line names.
  func hintedOffers() -> [Offer] {
    allOffers().filter { !context.say($0.keyNames).isEmpty }
  }

  /// Does what an offer says: the screen's own first; why not, where it cannot be done.
  mutating func press(_ id: String) -> [Effect] {
    if let inWindow, let action = (inWindow + inEveryWindow).first(where: { $0.id == id }) {
      return action.run?(&self, context) ?? []
    }
    if let effects = screen.begin(context, where: { $0.id == id }) { return effects }
    return everywhere.first { $0.id == id }?.run?(&self, context) ?? []
  }

  /// What the keys that do the same everywhere lead to; nil for other keys.
  mutating func takeEverywhere(_ key: Key) -> [Effect]? {
    switch key {
    case .character("?") where !isTyping: return show(.help(ScrollState()))
    case .character(":") where !isTyping: return show(.palette(palette()))
    case .controlPageDown: return step(1)
    case .controlPageUp: return step(-1)
    default:
      return everywhere.first { $0.offer.keys.contains(key) }?.run?(&self, context)
    }
  }

  func hints() -> [HintLine.Hint] {
    hintedOffers().map {
      HintLine.Hint(
        context.say($0.keyNames), context.say($0.title), isEnabled: $0.isAvailable,
        importance: $0.importance)
    }
  }

  func palette() -> Palette {
    Palette(
      Self.merged(allOffers(), context).map { action, keys in
        var reason: String?
        if case .disabled(let why) = action.availability { reason = context.say(why) }
        return Palette.Entry(
          id: action.id, title: context.say(action.title), keys: keys,
          terms: [action.title.en, Pinyin.initials(of: action.title.zh)], reason: reason)
      },
      title: context.say(.actions), label: context.say(.find),
      placeholder: context.say(.nothingFound)
    )
  }

  /// Every title once, with all the keys that do what it says: first those of the screen.
  private static func merged(
    _ actions: [Offer], _ context: Context
  ) -> [(action: Offer, keys: String)] {
    var merged: [(action: Offer, keys: String)] = []
    for action in actions {
      let (title, keys) = (context.say(action.title), keyName(of: action, context))
      guard let place = merged.firstIndex(where: { context.say($0.action.title) == title }) else {
        merged.append((action, keys))
        continue
      }
      let known = merged[place].keys
      // «←→» names «←» already.
      let isNamed = known == keys || keys.count == 1 && known.contains(keys)
      if !isNamed { merged[place].keys = (known + " " + keys).trimmingCharacters(in: .whitespaces) }
    }
    return merged
  }

  /// The keys of an action in words: those on the bottom line, else its first key.
  private static func keyName(of action: Offer, _ context: Context) -> String {
    let shown = context.say(action.keyNames)
    if !shown.isEmpty { return shown }
    switch action.keys.first {
    case .function(let number): return "F\(number)"
    case .alt(let character): return "Alt-\(character)"
    case .control(let character): return "Ctrl-\(character.uppercased())"
    case .character(let character): return String(character)
    case .tab: return "Tab"
    case .backTab: return "Shift-Tab"
    case .escape: return "Esc"
    case .enter: return "Enter"
    case .left: return "←"
    case .right: return "→"
    default: return ""
    }
  }

  func helpSections() -> [HelpView.Section] {
    func entries(_ actions: [Offer]) -> [HelpView.Entry] {
      Self.merged(actions, context).map { action, keys in
        HelpView.Entry(keys, context.say(action.title), context.say(action.help))
      }
    }
    return [
      HelpView.Section(
        context.say(inWindow == nil ? .onThisScreen : .inThisWindow), entries(offered.here)),
      HelpView.Section(context.say(.everywhere), entries(offered.everywhere)),
    ]
  }

  func helpLines() -> [Line] {
    HelpView(helpSections()).lines(width: max(1, context.size.width - 8))
  }
}
