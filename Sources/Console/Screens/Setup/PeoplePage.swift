import Foundation
import Procedure
import Store
import Terminal

/// The people (人员): inviting, comparing fingerprints, changing; who waits stands first (habit 4).
struct PeoplePage: Page {
  /// Everybody, those who wait for the secretariat first.
  private(set) var people = Window<Account>()
  /// Who waits and was marked, to be confirmed together.
  private(set) var marks = Marks<PersonID>()

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    let account = people.selected
    func only(_ standing: Standing) -> Availability {
      guard let account else { return .disabled(.Setup.nobody) }
      return account.standing == standing
        ? .available : .disabled(.Setup.standsElsewhere(account.standing))
    }
    let hasPerson: Availability = account == nil ? .disabled(.Setup.nobody) : .available
    let next: Phrase =
      switch account?.standing {
      case .invited: .Setup.inviteAgain
      case .joined: .Setup.compare
      case .confirmed, nil: .Setup.changePerson
      }
    return [
      ScreenAction(
        "enter", next, keys: [.enter], shown: .plain("Enter"), help: .Setup.personNextHelp,
        availability: hasPerson, importance: 9
      ) { page, context in
        switch page.people.selected?.standing {
        case .invited: page.askToInviteAgain()
        case .joined: page.askToCompare()
        case .confirmed, nil: page.change(context)
        }
      },
      ScreenAction(
        "add", .Setup.invite, keys: [.function(4)], shown: .plain("F4"), help: .Setup.inviteHelp,
        importance: 9
      ) { page, context in page.open("person", context) },
      ScreenAction(
        "change", .Setup.changePerson, keys: [.function(6)],
        shown: .plain(account?.standing == .confirmed ? "" : "F6"),
        help: .Setup.changePersonHelp, availability: hasPerson, importance: 2
      ) { page, context in page.change(context) },
      ScreenAction(
        "toggle", account?.person.active == false ? .Setup.activate : .Setup.deactivate,
        keys: [.function(7)], shown: .plain("F7"), help: .Setup.deactivateHelp,
        availability: hasPerson, importance: 2
      ) { page, context in page.people.selected.map { Self.toggle($0.person, context) } ?? [] },
      ScreenAction(
        "compare", .Setup.compare, help: .Setup.compareHelp, availability: only(.joined)
      ) { page, _ in page.askToCompare() },
      ScreenAction(
        "inviteAgain", .Setup.inviteAgain, help: .Setup.inviteAgainHelp,
        availability: only(.invited)
      ) { page, _ in page.askToInviteAgain() },
      ScreenAction(
        "mark", .Several.mark, keys: [.character(" "), .character("\u{3000}")],
        help: .Setup.markPersonHelp, availability: only(.joined)
      ) { page, context in
        page.people.selected.map { page.marks.toggle($0.id) }
        page.people.handle(.down, shown: PageLayout(context).listRows)
        return []
      },
      ScreenAction(
        "confirmSeveral", .Setup.compareSeveral, keys: [.function(5)],
        shown: .plain(marks.isEmpty ? "" : "F5"), help: .Setup.compareSeveralHelp,
        availability: marked.isEmpty ? .disabled(.Setup.nobodyMarked) : .available, importance: 9
      ) { page, _ in page.askToCompareMarked() },
      // F7 is taken.
      .print(
        keys: [], help: .Printing.listHelp,
        availability: people.total == 0 ? .disabled(.Setup.nobody) : .available
      ) { page, context in page.open(Printing.listForm, context) },
    ]
  }

  /// The marked people who wait still.
  private var marked: [Account] {
    people.rows.filter { marks.contains($0.id) && $0.standing == .joined }
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard name == "person" else { return Printing.form(name, .people, context) }
    let person = context.cycle.people[PersonID(about)]
    return about.isEmpty || person != nil ? PersonForm.form(of: person, context) : nil
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let shown = PageLayout(context).listRows
    switch message {
    case .done("confirm", _):
      marks.clear()
      return [.load(.accounts)]
    case .opened, .storeChanged, .done: return [.load(.accounts)]
    case .loaded(.accounts(let accounts, _)): people.hold(Self.sorted(accounts), shown: shown)
    case .loaded(.invitation(let person, let code)):
      return [.ask(Self.invitation(of: person, code, context))]
    case .key(let key): people.handle(key, shown: shown)
    case .click(let target, let isDouble) where target.name == "people":
      people.select(target.index, shown: shown)
      return isDouble ? [.begin("enter")] : []
    default: break
    }
    return []
  }

  mutating func select(_ person: PersonID, _ context: Context) {
    _ = people.choose(person, shown: PageLayout(context).listRows)
  }

  static func sorted(_ accounts: [Account]) -> [Account] {
    func rank(_ account: Account) -> Int {
      guard account.person.active else { return 3 }
      switch account.standing {
      case .joined: return 0
      case .invited: return 1
      case .confirmed: return 2
      }
    }
    return accounts.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }

  private func change(_ context: Context) -> [Effect] {
    people.selected.map { open("person", about: $0.id.rawValue, context) } ?? []
  }

  // MARK: Questions

  /// The code is shown once: letters apart, so that they can be read aloud.
  private static func invitation(
    of person: PersonID, _ code: String, _ context: Context
  ) -> Question {
    let spaced = code.split(separator: "-").map { $0.map(String.init).joined(separator: " ") }
    return Question(
      id: "invitation", title: .Setup.invitation(context.name(person)),
      lines: [
        .plain(""), .plain("    " + spaced.joined(separator: "   -   ")), .plain(""),
        .Setup.invitationOnce,
      ],
      choices: [.init("noted", .Setup.noted, key: .enter, keyName: "Enter")])
  }

  private func askToCompare() -> [Effect] {
    Self.askToCompare(people.selected.map { [$0] } ?? [], .Setup.compare)
  }

  private func askToCompareMarked() -> [Effect] {
    Self.askToCompare(marked, .Setup.compareSeveral)
  }

  /// The eight groups of each, to be compared with what the person reads out.
  private static func askToCompare(_ accounts: [Account], _ title: Phrase) -> [Effect] {
    let compared = accounts.compactMap { account in
      account.fingerprint.map { (person: account.person, fingerprint: $0) }
    }
    guard !compared.isEmpty else { return [] }
    let lines = compared.flatMap { person, fingerprint -> [Phrase] in
      let groups = fingerprint.split(separator: " ").map(String.init)
      return [
        .plain("\(person.name)  \(person.id)"), .plain(""),
        .plain("    " + groups.prefix(4).joined(separator: "   ")),
        .plain("    " + groups.dropFirst(4).joined(separator: "   ")), .plain(""),
      ]
    }
    return [
      .confirm(
        "compare", title.bare, lines + [.Setup.compareMeans], yes: .Setup.groupsAgree,
        then: [
          .perform(
            compared.map { .cycle(.confirm($0.person.id, fingerprint: $0.fingerprint)) },
            ticket: "confirm"),
          .sayWhenDone(.Setup.peopleConfirmed(compared.map(\.person.name)), ticket: "confirm"),
        ])
    ]
  }

  private func askToInviteAgain() -> [Effect] {
    guard let account = people.selected else { return [] }
    return [
      .confirm(
        "inviteAgain", Phrase.Setup.inviteAgain.bare,
        [.plain("\(account.person.name)  \(account.id)"), .Setup.earlierEnds],
        then: [.inviteAgain(account.id, ticket: "invite")])
    ]
  }

  /// Who is deactivated is changed in nothing else; the panels they sit in are named.
  private static func toggle(_ person: Person, _ context: Context) -> [Effect] {
    var changed = person
    changed.active.toggle()
    let command = Command.cycle(.change(changed))
    if let refusal = context.refusal(of: command) {
      return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
    return [
      .confirm(
        "toggle", (person.active ? Phrase.Setup.deactivate : .Setup.activate).bare,
        [
          .plain("\(person.name)  \(person.id)"),
          person.active ? .Setup.deactivateMeans : .Setup.activateMeans,
        ] + (person.active ? panels(of: person.id, context) : []),
        then: [.perform([command], ticket: "change")])
    ]
  }

  /// The panels of the year in which a person sits, which are to be changed beside it.
  private static func panels(of person: PersonID, _ context: Context) -> [Phrase] {
    let sits = context.cycle.currentPanels.filter { $0.members.contains(person) }
    let lines = sits.map {
      $0.leader == person ? Phrase.Setup.leads($0.name) : .Setup.sits(in: $0.name)
    }
    return lines.isEmpty ? [] : [.plain("")] + lines + [.Setup.changePanelsToo]
  }

  // MARK: Painting

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    [PageLayout(in: rect, wide: context.isWide).detail]
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = PageLayout(in: rect, wide: context.isWide)
    let waiting = people.rows.count { $0.standing == .joined && $0.person.active }
    let note =
      waiting == 0 ? Line("") : context.line(.Setup.toCompare(waiting), .warning) + Line("  ")
    let room = TitleBand(
      context.line(.Setup.part(.people)),
      note: marks.note(context) + note + Line("\(people.total)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: layout.list)
    let signs: [ListColumn<Account>] = marks.columns(\.id)
    people.paint(
      signs + Self.columns(context), name: "people", placeholder: .Setup.nobody,
      marked: signs.count + 2, on: &canvas, in: room, context)
    let selected = people.selected
    canvas.putDetail(Line(selected?.person.name ?? ""), in: layout.detail) { width in
      selected.map { Self.lines(of: $0, width: width, context) } ?? []
    }
  }

  private static func lines(of account: Account, width: Int, _ context: Context) -> [Line] {
    let person = account.person
    let roles = person.roles.map { context.say(.role($0)) }.joined(separator: "、")
    var facts: [(Phrase, Line)] = [
      (.Setup.standing, standing(of: account, context)), (.Setup.roles, Line(roles)),
    ]
    if let fingerprint = account.fingerprint {
      let groups = fingerprint.split(separator: " ")
      facts.append((.Setup.fingerprint, Line(groups.prefix(4).joined(separator: " "), .accent)))
      facts.append((.plain(""), Line(groups.dropFirst(4).joined(separator: " "), .accent)))
    }
    if let code = person.district {
      facts.append((.district, context.line(.districtOf(code, context.parameters))))
    }
    if !person.employer.isEmpty { facts.append((.Setup.employer, Line(person.employer))) }
    if !person.consultancies.isEmpty {
      facts.append(
        (.Setup.consultancies, Line(person.consultancies.joined(separator: "、"), .warning)))
    }
    if !person.expertise.isEmpty {
      facts.append((.Setup.expertise, Line(person.expertise.joined(separator: "、"))))
    }
    return FactLines.lines(facts, width: width, context)
  }
}
