import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

/// Copies of a store, on which the oracle's people do the oracle's acts.
final class OracleWorld {
  /// The oracle's people by their ids here: two secretaries, leader, deputy, members, a stranger.
  static let people: [String: PersonID] = [
    "S1": "p1", "S2": "p90", "L": "p11", "D": "p12", "A": "p13", "B": "p14", "M": "p15", "Z": "p23",
  ]
  static let experts = ["L", "D", "A", "B", "M"]
  static let reviewers = ["A", "B", "L"]
  static let cases: [String: CaseID] = ["x": "HZ26-0031", "z": "HZ26-0099"]
  /// How an oracle's act is called in the log.
  private static let kinds: [String: Oracle.Kind] = [
    "personChanged": .person, "panelChanged": .panel, "cycleClosed": .closeCycle,
    "caseRegistered": .register, "qualificationDecided": .qualify, "declarationSigned": .declare,
    "reviewersDesignated": .designate, "personRecused": .recuse, "reviewStarted": .start,
    "sheetHandedIn": .handin, "sheetWithdrawn": .withdraw, "openingAsked": .ask,
    "openingReleased": .release, "consensusOpened": .open, "itemSettled": .settle,
    "consensusFinished": .finish, "dissentRecorded": .dissent, "entriesAccepted": .accept,
  ]

  private let desks: [Desk]
  private let posts: [URL]
  private let time: TestClock
  /// The entries of each act that was played.
  private var played: [Set<String>] = []

  /// A copy, and everybody at work on it.
  private struct Desk {
    let store: Store
    let sessions: [String: Session]

    subscript(_ person: String) -> Session { sessions[person]! }

    /// Keys that somebody owes are given when they sit down, as the program does at login.
    func welcome(_ person: String) -> Session {
      _ = try? store.settleKeys(by: self[person])
      return self[person]
    }
  }

  /// - Parameter count: How many copies there are, three at most.
  init(_ base: Oracle.Base, copies count: Int) throws {
    let bases = try OracleBases.made.get()
    time = TestClock(bases.moment(base))
    let clock = time.clock
    desks = try bases.copies(base).prefix(count).map { directory in
      Desk(
        store: try Store(opening: directory, clock: clock),
        sessions: Self.people.mapValues(bases.session))
    }
    posts = [StoreWorld.emptyDirectory(), StoreWorld.emptyDirectory()]
    for post in posts {
      try FileManager.default.createDirectory(at: post, withIntermediateDirectories: true)
    }
  }

  deinit {
    for url in desks.map(\.store.directory) + posts { try? FileManager.default.removeItem(at: url) }
  }

  // MARK: Acts

  /// Does an act; what is refused throws and changes nothing.
  func play(_ act: Oracle.Act) throws {
    time.advance(seconds: 60)
    let desk = desks[act.copy]
    let session = desk.welcome(act.by)
    let before = try desk.store.entries().count
    try perform(act, desk.store, session)
    played.append(Set(try desk.store.entries().dropFirst(before).map { Hex.encode($0.id) }))
  }

  private func perform(_ act: Oracle.Act, _ store: Store, _ session: Session) throws {
    let id = Self.cases[act.case]!
    func perform(_ command: CaseCommand) throws {
      try store.perform(command, in: id, by: session)
    }
    switch act.kind {
    case .person:
      var person = try #require(try store.cycle().people[Self.people[act.person!]!])
      person.roles = act.roles!.map { Role(rawValue: $0)! }
      person.active = act.isSo!
      try store.perform(.cycle(.change(person)), by: session)
    case .panel:
      var panel = try #require(try store.cycle().panels["m1"])
      panel.members = act.people!.map { Self.people[$0]! }.sorted()
      (panel.leader, panel.deputy) = (Self.people[act.leader!]!, Self.people[act.deputy!]!)
      try store.perform(.cycle(.changePanel(panel)), by: session)
    case .closeCycle: try store.perform(.cycle(.closeCycle), by: session)
    case .register:
      try perform(
        .register(
          Application(
            id: id, name: act.text!, district: StoreWorld.district, industry: "纺织")))
    case .qualify: try perform(.qualify(act.isSo!, reason: "见记录"))
    case .declare: try perform(.declare(nil))
    case .designate:
      try perform(.designate(reviewers: act.people!.map { Self.people[$0]! }, due: nil))
    case .recuse: try perform(.recuse(Interest(ground: .kinship, note: "亲属")))
    case .start: try store.startReview(of: id, by: session)
    case .handin:
      let sheet = StoreWorld.sheet()
      try store.save(
        Set(sheet.items.keys.map(DraftSlot.item) + [.head]), of: sheet, in: id, by: session)
      try store.handIn(id, by: session)
    case .withdraw: try perform(.withdraw(reason: "漏写"))
    case .ask: try perform(.askOpening)
    case .release: try perform(.releaseOpening)
    case .open: try perform(.openConsensus)
    case .settle: try perform(.settle(Self.item(act.item!), Percentage(act.value!)!, reason: "合议"))
    case .finish: try perform(.finishConsensus(conclusion: "进入现场"))
    case .dissent:
      try perform(.dissent(Self.item(1), person: session.person, text: act.text!))
    case .accept:
      let held = try store.dossier(id, by: session).held.filter {
        played[act.of!].contains($0.rawValue)
      }
      try perform(.accept(held, reason: "已核实"))
    }
  }

  private static func item(_ number: Int) -> ItemID { Edition.shipped.items[number - 1].id }

  /// Takes and gives.
  func exchange(_ copy: Int, over post: Int) throws {
    time.advance(seconds: 60)
    _ = try desks[copy].store.exchange(with: posts[post], by: desks[copy]["S1"])
  }

  /// The places of acts that are held on a copy, as the secretariat sees them.
  func heldActs(on copy: Int) throws -> [Int] {
    let state = try desks[copy].store.dossier(Self.cases["x"]!, by: desks[copy]["S1"])
    let held = state.held.map(\.rawValue)
    return played.indices.filter { !played[$0].isDisjoint(with: held) }
  }

  /// Whether all copies have the same entries.
  func isMet() throws -> Bool { try Set(desks.map { try $0.store.head() }).count == 1 }

  // MARK: What is shown

  /// What the copies show in the end, which is one: the first and the last are asked.
  func shown(_ name: String) throws -> Oracle.Shown {
    let (first, last) = (
      try shown(name, on: desks[0]), try shown(name, on: desks[desks.count - 1])
    )
    #expect(first == last)
    return first
  }

  private func shown(_ name: String, on desk: Desk) throws -> Oracle.Shown {
    let (store, id) = (desk.store, Self.cases[name]!)
    let names = Dictionary(uniqueKeysWithValues: Self.people.map { ($1, $0) })
    let cycle = try store.cycle()
    let panel = try #require(cycle.panels["m1"])
    let state = try? store.dossier(id, by: desk["S1"])
    let read = Self.experts.lazy
      .compactMap { try? store.dossier(id, by: desk.welcome($0)) }
      .first { $0.opening == .opened && !$0.unread.contains(.consensus) }
    var items: [String: [Int]] = [:]
    for number in 1...3 {
      if let percentage = read?.consensus?.settled(Self.item(number))?.percentage {
        items["\(number)"] = [percentage.value]
      } else if read?.sealedClashes.contains(where: { $0.record == .item(Self.item(number)) })
        == true
      {
        items["\(number)"] = []
      }
    }
    let rows = try store.history(HistoryQuery(), before: nil, limit: .max, by: nil)
    let held = rows.compactMap { row -> String? in
      guard row.fault != nil, let kind = Self.kinds[row.kind],
        row.stream == .cycle || row.stream == .dossier(id)
      else { return nil }
      return "\(kind) \(names[row.author] ?? "?")"
    }
    return Oracle.Shown(
      items: items, isFinished: state?.consensusFinished == true,
      opening: state?.opening.rawValue ?? "closed",
      recused: Self.experts.filter { state?.recusals[Self.people[$0]!] != nil }.sorted(),
      isQualified: state?.admission.isQualified, isRegistered: state != nil,
      designated: (state?.designated ?? []).compactMap { names[$0] }.sorted(),
      sheets: Dictionary(
        uniqueKeysWithValues: (state?.sheets ?? [:]).map {
          (names[$0]!, $1.state == .handedIn ? "in" : $1.state.rawValue)
        }),
      held: held.sorted(),
      roles: Dictionary(
        uniqueKeysWithValues: Self.people.map { name, id in
          let person = cycle.people[id]
          return (name, person?.active == true ? person!.roles.map(\.rawValue).sorted() : [])
        }),
      leader: names[panel.leader], deputy: panel.deputy.flatMap { names[$0] },
      members: panel.members.compactMap { names[$0] }.sorted(), isClosed: cycle.isClosed)
  }

  /// Nothing but what is held is found by `check`, on the last copy.
  func check() throws {
    let findings = try desks[desks.count - 1].store.check().findings
    #expect(findings.others == [], "\(findings)")
  }
}
