import Foundation
import Terminal

/// Hint line, help and palette, all drawn from one declaration of the actions.
extension Console {
  /// The importance of what never leaves the bottom line before anything of a screen's.
  private static let always = 10

  /// What can be done everywhere.
  private var everywhere: [Action] {
    var actions = [
      Action(
        "palette", .actions, keys: [.function(2)], shown: .plain("F2"), help: .paletteHelp,
        importance: Self.always),
      Action(
        "help", .help, keys: [.function(1)], shown: .plain("F1"), help: .helpHelp,
        importance: Self.always),
      Action(
        "quit", .quit, keys: [.function(10)], shown: .plain("F10"), help: .quitHelp,
        importance: Self.always),
    ]
    if context.person != nil {
      actions.append(Action("lock", .lock, keys: [.function(12)], help: .lockHelp))
      actions.append(Action(PassphraseForm.name, .Keys.change, help: .Keys.changeHelp))
    }
    actions += [
      Action("repaint", .repaint, keys: [.control("l")], help: .repaintHelp)
    ]
    // At the gate there is no shell to go back to.
    if !context.surroundings.isGate {
      actions.append(Action("suspend", .suspend, keys: [.control("z")], help: .suspendHelp))
    }
    actions.append(Action("mouse", .mouse, help: .mouseHelp))
    return actions
      + tabs.enumerated().map { place, id in
        Action(
          "tab/\(id.rawValue)", .tab(id), keys: Self.tabDigit(place).map { [.alt($0)] } ?? [],
          help: .tabHelp(place + 1))
      }
  }

  /// Everything that can be done here and now.
  func allActions() -> [Action] { screen.actions(context) + everywhere }

  /// The actions that the bottom line names.
  func hintedActions() -> [Action] {
    allActions().filter { !context.say($0.keyNames).isEmpty }
  }

  /// Does an action as its key would.
  mutating func press(_ action: Action) -> [Effect] {
    switch action.id {
    case "mouse":
      context.isMouseOn.toggle()
      notice = Notice(.info, context.isMouseOn ? .mouseIsOn : .mouseIsOff)
      return []
    case PassphraseForm.name:
      open(PassphraseForm.sheet(context))
      return []
    case let id where id.hasPrefix("tab/"):
      return ScreenID(rawValue: String(id.dropFirst(4))).map { goTo($0, context.dossier) } ?? []
    case "palette", "help", "quit", "lock", "repaint", "suspend":
      return action.keys.first.map { update(.input(.key($0)), at: context.now) } ?? []
    default: return run(action)
    }
  }

  func hints() -> [HintLine.Hint] {
    hintedActions().map {
      HintLine.Hint(
        context.say($0.keyNames), context.say($0.title), isEnabled: $0.isAvailable,
        importance: $0.importance)
    }
  }

  func palette() -> Palette {
    Palette(
      Self.merged(allActions(), context).map { action, keys in
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
    _ actions: [Action], _ context: Context
  ) -> [(action: Action, keys: String)] {
    var merged: [(action: Action, keys: String)] = []
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
  private static func keyName(of action: Action, _ context: Context) -> String {
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
    func entries(_ actions: [Action]) -> [HelpView.Entry] {
      Self.merged(actions, context).map { action, keys in
        HelpView.Entry(keys, context.say(action.title), context.say(action.help))
      }
    }
    return [
      HelpView.Section(context.say(.onThisScreen), entries(screen.actions(context))),
      HelpView.Section(context.say(.everywhere), entries(everywhere)),
    ]
  }

  func helpLines() -> [Line] {
    HelpView(helpSections()).lines(width: max(1, context.size.width - 8))
  }
}
