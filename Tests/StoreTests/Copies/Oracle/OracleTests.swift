import Foundation
import Procedure
import Testing

@testable import Store

/// The program beside the oracle (exchange.md, Trials): the same acts on the same copies, and what all
/// of them show in the end.
@Suite("Copies that meet, beside the oracle", .enabled(if: Oracle.isThere, Oracle.without))
struct OracleTests {
  private typealias Act = Oracle.Act

  /// Plays on both sides what both allow.
  private final class Pair {
    let oracle: Oracle
    let world: OracleWorld
    private(set) var log: [String] = []
    /// How many acts were played.
    private(set) var played = 0
    private let copies: Int
    private let posts: Range<Int>
    /// Whose turn it is to exchange.
    private var turn = 0

    init(_ oracle: Oracle, _ base: Oracle.Base, copies: Int, posts: Int, nonce: Int) throws {
      (self.oracle, self.copies, self.posts) = (oracle, copies, 0..<posts)
      world = try OracleWorld(base, copies: copies)
      try oracle.begin(base, nonce: nonce)
    }

    /// Plays an act; false where it was refused, and why is in the table.
    @discardableResult
    func play(_ act: Act) throws -> Bool {
      if let reason = try oracle.refusal(of: act) {
        // Nothing is tried here: it would have to be taken back.
        log.append("\(act): the oracle: \(reason)")
        return false
      }
      do {
        try world.play(act)
      } catch {
        let reason = "\(act.kind) \(Self.name(of: error))"
        log.append("\(act): \(reason)")
        #expect(OracleDifferences.refusedHere[reason] != nil, "\(act): \(error)\n\(text)")
        return false
      }
      try oracle.play(act)
      log.append("#\(played) \(act)")
      played += 1
      return true
    }

    private static func name(of error: any Error) -> String {
      let text = (error as? Refusal).map { "\($0.reason)" } ?? "\(error)"
      return String(text.prefix { $0.isLetter })
    }

    func exchange(_ copy: Int, over post: Int) throws {
      try world.exchange(copy, over: post)
      try oracle.exchange(copy, over: post)
      log.append("\(copy) exchanges over \(post)")
    }

    /// All copies have all there is, keys too.
    func meet() throws {
      for _ in 0..<18 {
        for post in posts { try exchange(turn, over: post) }
        turn = (turn + 1) % copies
        if try world.isMet() { return }
      }
      Issue.record("they never met\n\(text)")
    }

    func compare(_ names: [String] = ["x"]) throws {
      try meet()
      for name in names {
        let (here, there) = (try world.shown(name), try oracle.shown(name))
        #expect(
          here == OracleDifferences.expected(there, here),
          "\(name)\nhere   \(here)\noracle \(there)\n\(text)")
      }
    }

    var text: String { log.joined(separator: "\n") }
  }

  // MARK: The scenarios of the plan

  private static let everybody = ["L", "D", "A", "B", "M"]

  private static func panel(
    on copy: Int, by person: String, _ leader: String, _ deputy: String, _ people: [String]
  ) -> Act {
    var act = Act(kind: .panel, copy: copy, by: person)
    (act.leader, act.deputy, act.people) = (leader, deputy, people)
    return act
  }

  private static func person(
    on copy: Int, by person: String, _ name: String, _ roles: [String], _ isActive: Bool
  ) -> Act {
    var act = Act(kind: .person, copy: copy, by: person)
    (act.person, act.roles, act.isSo) = (name, roles, isActive)
    return act
  }

  private static func settle(on copy: Int, _ value: Int, item: Int = 1) -> Act {
    var act = Act(kind: .settle, copy: copy, by: "L")
    (act.item, act.value) = (item, value)
    return act
  }

  private static func qualify(on copy: Int, by person: String, _ isSo: Bool) -> Act {
    var act = Act(kind: .qualify, copy: copy, by: person)
    act.isSo = isSo
    return act
  }

  private static func designate(on copy: Int, _ people: [String]) -> Act {
    var act = Act(kind: .designate, copy: copy, by: "L")
    act.people = people
    return act
  }

  /// Accepts an act of before, by its place among those that were played.
  private static func accept(on copy: Int, _ place: Int) -> Act {
    var act = Act(kind: .accept, copy: copy, by: "S1")
    act.of = place
    return act
  }

  private static func register(on copy: Int, by person: String, _ name: String) -> Act {
    var act = Act(kind: .register, copy: copy, by: person)
    (act.text, act.case) = (name, "z")
    return act
  }

  struct Scenario: Sendable, CustomStringConvertible {
    var description: String
    var base: Oracle.Base
    /// What everybody sees before they part.
    var first: [Oracle.Act] = []
    var apart: [Oracle.Act]
    /// Played once all have met, and met again.
    var then: [Oracle.Act] = []
    var names = ["x"]

    var copies: Int { max(2, (first + apart + then).map(\.copy).max()! + 1) }
  }

  static let scenarios: [Scenario] = [
    Scenario(
      description: "1: settles on two laptops", base: .opened,
      apart: [settle(on: 0, 60), settle(on: 1, 70)], then: [settle(on: 1, 65)]),
    Scenario(
      description: "1: settles again on two laptops what was settled: not what it was before",
      base: .opened, apart: [settle(on: 0, 50, item: 2), settle(on: 1, 70, item: 2)]),
    Scenario(
      description: "1: settles the same on two laptops", base: .opened,
      apart: [settle(on: 0, 70, item: 2), settle(on: 1, 70, item: 2)]),
    Scenario(
      description: "1: finishes, and settles elsewhere", base: .opened, first: [settle(on: 0, 60)],
      apart: [Act(kind: .finish, copy: 0, by: "L"), settle(on: 1, 70)]),
    Scenario(
      description: "2: a withdrawal against a release", base: .handedIn,
      first: [Act(kind: .ask, copy: 0, by: "L")],
      apart: [
        Act(kind: .release, copy: 0, by: "S1"), Act(kind: .withdraw, copy: 1, by: "A"),
      ]),
    Scenario(
      description: "2: a withdrawal against an opening", base: .handedIn,
      first: [Act(kind: .ask, copy: 0, by: "L"), Act(kind: .release, copy: 0, by: "S2")],
      apart: [Act(kind: .open, copy: 0, by: "L"), Act(kind: .withdraw, copy: 1, by: "A")]),
    Scenario(
      description: "2: …which the secretariat accepts: what is open stays open", base: .handedIn,
      first: [Act(kind: .ask, copy: 0, by: "L"), Act(kind: .release, copy: 0, by: "S2")],
      apart: [Act(kind: .open, copy: 0, by: "L"), Act(kind: .withdraw, copy: 1, by: "A")],
      then: [accept(on: 0, 3)]),
    Scenario(
      description: "3: a designation against a hand-in", base: .assigned,
      first: everybody.map { Act(kind: .declare, copy: 0, by: $0) }
        + [designate(on: 0, ["A", "B", "L"])],
      apart: [
        designate(on: 0, ["B", "L", "M"]), Act(kind: .start, copy: 1, by: "A"),
        Act(kind: .handin, copy: 1, by: "A"),
      ]),
    Scenario(
      description: "3: a leader who recuses and goes on elsewhere", base: .opened,
      apart: [Act(kind: .recuse, copy: 0, by: "L"), settle(on: 1, 60)]),
    Scenario(
      description: "4: a new leader, with what was seen of the old one", base: .opened,
      first: [settle(on: 1, 55)],
      apart: [panel(on: 0, by: "S1", "D", "B", ["D", "A", "B", "M"]), settle(on: 1, 60)]),
    Scenario(
      description: "5: two secretaries change a panel", base: .assigned,
      apart: [
        panel(on: 0, by: "S1", "D", "L", everybody),
        panel(on: 1, by: "S2", "L", "A", ["L", "A", "B", "M"]),
      ]),
    Scenario(
      description: "5: two secretaries qualify differently", base: .registered,
      apart: [qualify(on: 0, by: "S1", true), qualify(on: 1, by: "S2", false)],
      then: [qualify(on: 1, by: "S2", true)]),
    Scenario(
      description: "6: two who remove each other", base: .assigned,
      apart: [
        person(on: 0, by: "S1", "S2", ["secretariat"], false),
        person(on: 1, by: "S2", "S1", ["secretariat"], false),
      ]),
    Scenario(
      description: "6: a removal against what the removed grants", base: .assigned,
      apart: [
        person(on: 0, by: "S1", "S2", ["secretariat"], false),
        person(on: 1, by: "S2", "Z", ["expert", "secretariat"], true),
      ]),
    Scenario(
      description: "6: a ring of three", base: .assigned,
      first: [person(on: 0, by: "S1", "Z", ["expert", "secretariat"], true)],
      apart: [
        person(on: 0, by: "S1", "S2", ["secretariat"], false),
        person(on: 1, by: "S2", "Z", ["expert"], true),
        person(on: 2, by: "Z", "S1", ["secretariat"], false),
      ]),
    Scenario(
      description: "8: one number registered twice", base: .assigned,
      apart: [register(on: 0, by: "S1", "甲厂"), register(on: 1, by: "S2", "乙厂")],
      names: ["x", "z"]),
    Scenario(
      description: "9: a year closed against a registration", base: .called,
      apart: [
        register(on: 1, by: "S2", "丙厂"), Act(kind: .closeCycle, copy: 0, by: "S1"),
      ], names: ["z"]),
  ]

  @Test("1–9: the scenarios of the plan come out as the oracle says", arguments: scenarios)
  func scenario(_ scenario: Scenario) throws {
    let pair = try Pair(
      Oracle(), scenario.base, copies: scenario.copies, posts: 1, nonce: 1)
    for act in scenario.first { #expect(try pair.play(act), "\(pair.text)") }
    try pair.meet()
    for act in scenario.apart { #expect(try pair.play(act), "\(pair.text)") }
    try pair.compare(scenario.names)
    if !scenario.then.isEmpty {
      for act in scenario.then { #expect(try pair.play(act), "\(pair.text)") }
      try pair.compare(scenario.names)
    }
    try pair.world.check()
  }

  // MARK: By chance

  private static let environment = ProcessInfo.processInfo.environment
  /// `PINGSHEN_ORACLE_SEEDS=120-168` asks for more lists, `PINGSHEN_ORACLE_ACTS` for longer ones.
  private static let seeds: [Int] = {
    let ends = (environment["PINGSHEN_ORACLE_SEEDS"] ?? "").split(separator: "-")
      .compactMap { Int($0) }
    return ends.isEmpty ? [1, 2] : Array(ends[0]...ends[ends.count - 1])
  }()
  private static let acts = environment["PINGSHEN_ORACLE_ACTS"].flatMap(Int.init) ?? 30

  @Test("12: acts by chance come out as the oracle says", arguments: seeds)
  func random(_ seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let bases: [Oracle.Base] = [.opened, .handedIn, .assigned]
    let pair = try Pair(Oracle(), bases[seed % bases.count], copies: 3, posts: 2, nonce: seed)
    for _ in 0..<Self.acts {
      if let act = try Self.act(pair, &chance) { try pair.play(act) }
      if Int.random(in: 0..<100, using: &chance) < 30 {
        try pair.exchange(
          Int.random(in: 0...2, using: &chance), over: Int.random(in: 0...1, using: &chance))
      }
    }
    #expect(pair.played > 0, "\(pair.text)")
    try pair.compare()
    try pair.world.check()
  }

  /// What somebody tries; nil where there is nothing of the kind to do.
  private static func act(_ pair: Pair, _ chance: inout Chance) throws -> Act? {
    let copy = Int.random(in: 0...2, using: &chance)
    func pick<Element>(_ elements: [Element]) -> Element {
      elements[Int.random(in: 0..<elements.count, using: &chance)]
    }
    func some(_ count: Int) -> [String] { Array(everybody.shuffled(using: &chance).prefix(count)) }
    let (expert, secretary) = (pick(OracleWorld.reviewers + everybody), pick(["S1", "S2"]))
    let leader = pick(["L", "L", "L", "D"])
    switch Int.random(in: 0..<30, using: &chance) {
    case 0...2: return Act(kind: .declare, copy: copy, by: expert)
    case 3...4:
      var act = designate(on: copy, some(3))
      act.by = leader
      return act
    case 5...7: return Act(kind: .start, copy: copy, by: expert)
    case 8...10: return Act(kind: .handin, copy: copy, by: expert)
    case 11: return Act(kind: .withdraw, copy: copy, by: expert)
    case 12...13: return Act(kind: .ask, copy: copy, by: leader)
    case 14...15: return Act(kind: .release, copy: copy, by: secretary)
    case 16...17: return Act(kind: .open, copy: copy, by: leader)
    case 18...21:
      var act = settle(
        on: copy, pick([50, 60, 70]), item: Int.random(in: 1...3, using: &chance))
      act.by = leader
      return act
    case 22: return Act(kind: .finish, copy: copy, by: leader)
    case 23:
      return pick([true, false, false]) ? Act(kind: .recuse, copy: copy, by: expert) : nil
    case 24...25:
      var act = Act(kind: .dissent, copy: copy, by: expert)
      act.text = "意见 \(Int.random(in: 0..<1_000_000, using: &chance))"
      return act
    case 26:
      let members = some(pick([3, 4, 5]))
      return panel(on: copy, by: secretary, members[0], members[1], members)
    case 27:
      let name = pick(["S1", "S2"] + everybody)
      return person(
        on: copy, by: secretary, name, [name.hasPrefix("S") ? "secretariat" : "expert"],
        pick([true, true, false]))
    default:
      let held = try pair.world.heldActs(on: copy)
      guard !held.isEmpty else { return nil }
      var act = Act(kind: .accept, copy: copy, by: secretary)
      act.of = pick(held)
      return act
    }
  }
}
