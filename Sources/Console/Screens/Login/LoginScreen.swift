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
  private var people = Window<Account>()
  private var finder = PeopleFinder()
  /// What was typed of a name.
  private var finding = FindField(label: "")
  private var store: StoreTitle?
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
          "choose", .choosePerson, shown: .arrows, help: .choosePersonHelp, importance: 7)
      ] + (context.surroundings.isGate ? [] : findingActions) + [
        Action(
          "enter", .goOn, keys: [.enter], shown: .plain("Enter"), help: .goOnHelp, importance: 8
        ) { screen, context in screen.goOn(context) }
      ]
    case .passphrase:
      [
        Action(
          "enter", .signIn, keys: [.enter], shown: .plain("Enter"), help: .signInHelp,
          importance: 8
        ) { screen, _ in screen.signIn() }
      ] + others(context)
    case .joining:
      [
        Action(
          "enter", .join, keys: [.function(5)], shown: .plain("F5"), help: .joinHelp,
          importance: 8
        ) { screen, context in screen.join(context) }
      ] + others(context)
    }
  }

  /// Typing begins to look for somebody; Esc shows everybody again.
  private var findingActions: [Action] {
    [
      Action("find", .findPerson, shown: .letters, help: .findPersonHelp, importance: 7),
      Action(
        "dropFind", .dropFind, keys: [.escape],
        shown: finding.text.isEmpty ? .plain("") : .plain("Esc"), help: .dropFindHelp,
        availability: finding.text.isEmpty ? .disabled(.nothingLookedFor) : .available
      ) { screen, context in
        screen.finding = FindField(label: context.say(.find))
        screen.showFound(context)
        return []
      },
    ]
  }

  /// Shows those whom the typed text means, the first of them selected.
  private mutating func showFound(_ context: Context) {
    people.hold(finder.found(finding.text), shown: Self.rows(context))
    people.select(0, shown: Self.rows(context))
  }

  /// The way back to the list; the gate has none.
  private func others(_ context: Context) -> [Action] {
    if context.surroundings.isGate { return [] }
    return [
      Action(
        "people", .otherPerson, keys: [.escape], shown: .plain("Esc"), help: .otherPersonHelp,
        importance: 7
      ) { screen, _ in
        screen.focus = .people
        return []
      }
    ]
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened: return [.load(.accounts)]
    case .loaded(.accounts(let accounts, let store)):
      // The gate is each person's own: nobody else is named, let alone chosen.
      let isGate = context.surroundings.isGate
      finder = PeopleFinder(accounts.filter { $0.person.active && (!isGate || $0.id == wanted) })
      people.hold(finder.found(finding.text), shown: Self.rows(context))
      self.store = store
      if let wanted, people.choose(wanted, shown: Self.rows(context)) { return goOn(context) }
      return []
    case .key(let key): return take(key, context)
    case .paste(let text):
      switch focus {
      case .people:
        if context.surroundings.isGate { return [] }
        finding.label = context.say(.find)
        finding.paste(text)
        showFound(context)
      case .passphrase: passphrase.insert(text)
      case .joining: _ = joining.paste(text)
      }
      return []
    case .click(let target, let isDouble) where target.name == "people":
      people.select(target.index, shown: Self.rows(context))
      return isDouble ? goOn(context) : []
    case .failed:
      passphrase = TextField(isSecret: true)
      return []
    default: return []
    }
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch focus {
    case .people:
      switch key {
      case .character, .backspace, .control("u"):
        if context.surroundings.isGate || finding.handle(key) != .changed { return [] }
        finding.label = context.say(.find)
        showFound(context)
      default: people.handle(key, shown: Self.rows(context))
      }
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
      return joining.handle(key) == .submitted ? join(context) : []
    }
  }

  /// From the person to their passphrase, or to the first login.
  private mutating func goOn(_ context: Context) -> [Effect] {
    guard let chosen = people.selected else { return [] }
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
    return []
  }

  private mutating func signIn() -> [Effect] {
    let typed = passphrase.text
    passphrase = TextField(isSecret: true)
    return people.selected.map { [.signIn($0.id, passphrase: typed)] } ?? []
  }

  private mutating func join(_ context: Context) -> [Effect] {
    guard let chosen = people.selected else { return [] }
    guard joining.text("passphrase") == joining.text("again") else {
      joining.errors = ["again": context.say(.passphrasesDiffer)]
      return []
    }
    joining.errors = [:]
    return [
      .join(
        chosen.id, invitation: Form.plain(joining.text("invitation")),
        passphrase: joining.text("passphrase"))
    ]
  }

  // MARK: Painting

  private static func rows(_ context: Context) -> Int { max(1, context.size.height - 12) }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let panel = rect.inset(columns: max(0, (rect.width - 64) / 2), rows: 1)
    let (head, below) = panel.splitTop(2)
    canvas.put(
      context.line(context.surroundings.isGate ? .signIn : .whoIsAtWork, .title), in: head.row(0))
    if focus == .people, !finding.text.isEmpty {
      FindField.painted(finding, total: people.total, context, on: &canvas, in: head.row(1))
    }
    let (list, entry) = below.splitTop(
      min(max(1, people.total), max(1, below.height - 8)), gap: 1)
    ListView(
      count: people.total, name: "people", isFocused: focus == .people,
      placeholder: finding.text.isEmpty ? "" : context.say(.nobodyFound)
    ) { index in
      let account = people.rows[index]
      return (
        Line(account.person.name, .text) + Line("  \(account.person.id)", .dim),
        Self.position(of: account, context)
      )
    }.paint(on: &canvas, in: list, state: people.state)
    paintEntry(on: &canvas, in: entry, context)
  }

  /// What somebody is, where, and how far they have come.
  private static func position(of account: Account, _ context: Context) -> Line {
    let roles = account.person.roles.map { context.say(.role($0)) }.joined(separator: "、")
    let district = account.person.district.flatMap { context.parameters.district($0) }
    let place = district.map { "  " + context.say(Phrase($0.name)) } ?? ""
    let position = Line(roles + place, .dim)
    if account.standing == .confirmed { return position }
    return position + Line("  ") + context.line(.standing(account.standing), .warning)
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
    if store?.hasDemoPassphrase == true, focus != .joining {
      canvas.put(context.line(.demoPassphrase, .info), in: rect.row(rect.height - 1))
    }
  }
}
