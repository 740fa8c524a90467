import Foundation
import Procedure
import Store
import Terminal

/// Who is at work: a list of people, a passphrase; at the first login an invitation.
struct LoginScreen: Screen {
  /// What has the focus.
  private enum Focus: Sendable, Hashable {
    case people
    case passphrase
    case joining
  }

  let id = ScreenID.login
  private let wanted: PersonID?
  private var accounts: [Account] = []
  private var store: StoreTitle?
  private var list = ListState()
  private var focus = Focus.people
  private var passphrase = TextField(isSecret: true)
  private var joining = Form([])

  /// The login screen; somebody may have been named on the command line.
  init(wanted: PersonID?) { self.wanted = wanted }

  var isTyping: Bool { focus != .people }

  var focusName: String {
    switch focus {
    case .people: "people"
    case .passphrase: "passphrase"
    case .joining: "joining"
    }
  }

  func title(_ context: Context) -> Line { Line(store?.name ?? "") }

  func actions(_ context: Context) -> [Action] {
    switch focus {
    case .people:
      [
        Action(
          "choose", .choosePerson, keys: [], shown: .arrows, help: .choosePersonHelp,
          importance: 7),
        Action(
          "enter", .goOn, keys: [.enter], shown: .plain("Enter"), help: .goOnHelp,
          importance: 8),
      ]
    case .passphrase:
      [
        Action(
          "enter", .signIn, keys: [.enter], shown: .plain("Enter"), help: .signInHelp,
          importance: 8)
      ] + others(context)
    case .joining:
      [
        Action(
          "enter", .join, keys: [.function(5)], shown: .plain("F5"), help: .joinHelp,
          importance: 8)
      ] + others(context)
    }
  }

  /// The way back to the list; the gate has none.
  private func others(_ context: Context) -> [Action] {
    if context.surroundings.isGate { return [] }
    return [
      Action(
        "people", .otherPerson, keys: [.escape], shown: .plain("Esc"), help: .otherPersonHelp,
        importance: 7)
    ]
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened: return [.load(.accounts)]
    case .loaded(.accounts(let accounts, let store)):
      self.accounts = accounts.filter(\.person.active)
      // The gate is each person's own: nobody else is named, let alone chosen.
      if context.surroundings.isGate { self.accounts.removeAll { $0.person.id != wanted } }
      self.store = store
      if let place = self.accounts.firstIndex(where: { $0.person.id == wanted }) {
        list.select(place, count: self.accounts.count, rows: Self.rows(context))
        goOn(context)
      }
      return []
    case .action("enter"): return enter(context)
    case .action("people"):
      focus = .people
      return []
    case .key(let key): return take(key, context)
    case .paste(let text):
      switch focus {
      case .people: break
      case .passphrase: passphrase.insert(text)
      case .joining: _ = joining.paste(text)
      }
      return []
    case .click(let target, let isDouble) where target.name == "people":
      list.select(target.index, count: accounts.count, rows: Self.rows(context))
      if isDouble { goOn(context) }
      return []
    case .failed:
      passphrase = TextField(isSecret: true)
      return []
    default: return []
    }
  }

  private var chosen: Account? {
    accounts.indices.contains(list.selection) ? accounts[list.selection] : nil
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch focus {
    case .people:
      _ = list.handle(key, count: accounts.count, rows: Self.rows(context))
      return []
    case .passphrase:
      // The list stays reachable: arrows choose another person.
      if key == .up || key == .down, !context.surroundings.isGate {
        focus = .people
        return take(key, context)
      }
      _ = passphrase.handle(key)
      return []
    case .joining:
      return joining.handle(key) == .submitted ? enter(context) : []
    }
  }

  /// From the person to their passphrase, or to the first login.
  private mutating func goOn(_ context: Context) {
    guard let chosen else { return }
    passphrase = TextField(isSecret: true)
    if chosen.standing == .invited {
      joining = Form([
        FormField(
          id: "invitation", label: context.say(.invitationCode), kind: .text(TextField()),
          isRequired: true, help: context.say(.invitationHelp)),
        FormField(
          id: "passphrase", label: context.say(.newPassphrase),
          kind: .text(TextField(isSecret: true)), isRequired: true,
          help: context.say(.newPassphraseHelp)),
        FormField(
          id: "again", label: context.say(.again), kind: .text(TextField(isSecret: true)),
          isRequired: true),
      ])
      focus = .joining
    } else {
      focus = .passphrase
    }
  }

  private mutating func enter(_ context: Context) -> [Effect] {
    guard let chosen else { return [] }
    switch focus {
    case .people:
      goOn(context)
      return []
    case .passphrase:
      let typed = passphrase.text
      passphrase = TextField(isSecret: true)
      return [.signIn(chosen.person.id, passphrase: typed)]
    case .joining:
      guard joining.text("passphrase") == joining.text("again") else {
        joining.errors = ["again": context.say(.passphrasesDiffer)]
        return []
      }
      joining.errors = [:]
      return [
        .join(
          chosen.person.id, invitation: joining.text("invitation"),
          passphrase: joining.text("passphrase"))
      ]
    }
  }

  // MARK: Painting

  private static func rows(_ context: Context) -> Int { max(1, context.size.height - 12) }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let panel = rect.inset(columns: max(0, (rect.width - 64) / 2), rows: 1)
    let (head, below) = panel.splitTop(2)
    canvas.put(
      context.line(context.surroundings.isGate ? .signIn : .whoIsAtWork, .title), in: head.row(0))
    let (people, entry) = below.splitTop(
      min(accounts.count, max(1, below.height - 8)), gap: 1)
    ListView(count: accounts.count, name: "people", isFocused: focus == .people) { index in
      let account = accounts[index]
      let roles = account.person.roles.map { context.say(.role($0)) }.joined(separator: "、")
      let style: Style = account.standing == .confirmed ? .dim : .warning
      let note =
        account.standing == .confirmed
        ? Line(roles, .dim) : Line(context.say(.standing(account.standing)), style)
      return (Line(account.person.name, .text) + Line("  \(account.person.id)", .dim), note)
    }.paint(on: &canvas, in: people, state: list)
    paintEntry(on: &canvas, in: entry, context)
  }

  private func paintEntry(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    switch focus {
    case .people: break
    case .passphrase:
      canvas.put(context.line(.passphrase, .dim), in: rect.row(0))
      passphrase.paint(on: &canvas, in: rect.row(1), isFocused: true)
    case .joining:
      canvas.put(context.line(.firstLogin, .info), in: rect.row(0))
      joining.paint(on: &canvas, in: rect.splitTop(1).rest, isFocused: true)
    }
    if store?.isDemo == true, focus != .joining {
      canvas.put(context.line(.demoPassphrase, .info), in: rect.row(rect.height - 1))
    }
  }
}
