import Foundation
import Procedure
import Store
import Terminal

/// The set-up (设置) of the secretariat: cycle, people, panels, applications, import, parameters.
struct SetupScreen: Screen {
  /// The parts of the set-up, in their order.
  enum Part: Int, Sendable, Hashable, CaseIterable {
    case cycle
    case people
    case panels
    case cases
    case importing
    case parameters
    case backups
  }

  /// What was asked for and waits to be confirmed.
  enum Pending: Sendable, Hashable {
    case confirm(PersonID, fingerprint: String)
    case inviteAgain(PersonID)
    case change(Person)
    case importFile(path: String)
    case closeCycle
    case loadCalendar(text: String)
  }

  let id = ScreenID.setup
  private(set) var part = Part.cycle
  private var accounts: [Account] = []
  private(set) var rows: [QueueRow] = []
  private(set) var total = 0
  private var offset = 0
  private var lists: [Part: ListState] = [:]
  private(set) var scroll = ScrollState()
  /// What the last import brought; its codes stay until the screen is left.
  private(set) var report: ImportReport?
  private(set) var isDryRun = false
  /// What is wrong with the file that was brought last, and the part where it is listed.
  private(set) var faults: (part: Part, lines: [Phrase])?
  var path = ""
  var pending: Pending?
  /// The last number of the year's applications.
  private(set) var lastNumber: CaseID?
  /// Applications that the panels have already.
  private(set) var load: [PanelID: Int] = [:]
  private static let window = 100
  private static let query = QueueQuery(scope: .all, order: .number)

  let isTyping = false

  var focusName: String { "\(part)" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened:
      (report, faults) = (nil, nil)
      return reload()
    case .storeChanged: return reload()
    case .loaded(let reply): return take(reply, context)
    case .key(let key): return take(key, context)
    case .action(let name): return run(name, context)
    case .wheel(let step, _): return take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .reopen(let place): return reopen(place, context)
    case .filled(let id, let form): return fill(id, form, context)
    case .answered(let id, let choice): return answer(id, choice, context)
    case .done:
      pending = nil
      return reload()
    case .failed: pending = nil
    default: break
    }
    return []
  }

  private func reload() -> [Effect] {
    [
      .load(.accounts), .load(.counts),
      .load(.queue(Self.query, offset: offset, limit: Self.window)),
    ]
  }

  private mutating func take(_ reply: Reply, _ context: Context) -> [Effect] {
    switch reply {
    case .accounts(let accounts, _):
      self.accounts = accounts
      keep(.people, context)
    case .counts(let counts): lastNumber = counts.lastNumber
    case .queue(let query, let offset, let rows, let total) where query == Self.query:
      (self.rows, self.offset, self.total) = (rows, offset, total)
      keep(.cases, context)
    case .invitation(let person, let code):
      return [.ask(Self.invitation(of: person, code, context))]
    case .queue(let query, _, let rows, _) where query == Self.waiting:
      return proposal(for: rows, context)
    case .board(let board):
      load = Dictionary(
        board.loads.map { ($0.panel, $0.cases) }, uniquingKeysWith: { first, _ in first })
    case .calendar(let text): return askAbout(calendar: text, context)
    case .underWay(let cases): return close(with: cases, context)
    case .fileFaults(let lines):
      (report, scroll, faults) = (nil, ScrollState(), (part, lines))
    case .imported(let report, let isDryRun):
      (self.report, self.isDryRun) = (report, isDryRun)
      show(.importing)
    default: break
    }
    return []
  }

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

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch part {
    case .people, .panels, .cases:
      var list = list(of: part)
      _ = list.handle(key, count: count(of: part, context), rows: listRows(context))
      lists[part] = list
      return part == .cases ? readAround() : []
    case .cycle, .importing, .parameters, .backups:
      let room = textRoom(context)
      _ = scroll.handle(
        key, total: textLines(width: room.width, context).count, rows: room.height)
      return []
    }
  }

  /// Reads another window when the selection nears the end of the one at hand.
  private mutating func readAround() -> [Effect] {
    let place = list(of: .cases).selection
    guard place < offset || place >= offset + rows.count, total > 0 else { return [] }
    offset = max(0, place - Self.window / 2)
    return [.load(.queue(Self.query, offset: offset, limit: Self.window))]
  }

  mutating func show(_ part: Part) { (self.part, scroll, faults) = (part, ScrollState(), nil) }

  mutating func step(_ by: Int) {
    let count = Part.allCases.count
    show(Part.allCases[(part.rawValue + by + count) % count])
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context)
    -> [Effect]
  {
    if target.name == "part" {
      show(Part(rawValue: target.index) ?? part)
      return []
    }
    guard target.name == "\(part)" else { return [] }
    var list = list(of: part)
    list.select(target.index, count: count(of: part, context), rows: listRows(context))
    lists[part] = list
    return isDouble ? run("enter", context) : part == .cases ? readAround() : []
  }

  private mutating func keep(_ part: Part, _ context: Context) {
    var list = list(of: part)
    list.select(
      max(0, list.selection), count: count(of: part, context), rows: listRows(context))
    lists[part] = list
  }

  // MARK: What is shown

  func list(of part: Part) -> ListState { lists[part] ?? ListState() }

  /// Everybody, those who wait for the secretariat first.
  var people: [Account] {
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

  func panels(_ context: Context) -> [Panel] {
    context.cycle.currentPanels.sorted {
      $0.stage == $1.stage ? $0.id < $1.id : $0.stage == .material
    }
  }

  func count(of part: Part, _ context: Context) -> Int {
    switch part {
    case .people: accounts.count
    case .panels: context.cycle.currentPanels.count
    case .cases: total
    case .cycle, .importing, .parameters, .backups: 0
    }
  }

  var selectedAccount: Account? {
    let (people, place) = (people, list(of: .people).selection)
    return people.indices.contains(place) ? people[place] : nil
  }

  func selectedPanel(_ context: Context) -> Panel? {
    let (panels, place) = (panels(context), list(of: .panels).selection)
    return panels.indices.contains(place) ? panels[place] : nil
  }

  var selectedCase: QueueRow? { row(list(of: .cases).selection) }

  func row(_ index: Int) -> QueueRow? {
    rows.indices.contains(index - offset) ? rows[index - offset] : nil
  }
}
