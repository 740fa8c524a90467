import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// Random acts on three copies that meet over two sticks (exchange.md, trial 12): at the end all show
/// the same, and so does a program that knows nothing yet.
@Suite("Random acts on copies")
struct CopyRandomTests {
  private static let second = Person(id: "p90", name: "何秘", roles: [.secretariat])
  private static let cases: [CaseID] = ["HZ26-0031", "HZ26-0032"]
  /// Acts for each seed; `PINGSHEN_COPY_ACTS` asks for more.
  private static let acts =
    ProcessInfo.processInfo.environment["PINGSHEN_COPY_ACTS"].flatMap(Int.init) ?? 100

  /// A copy and who works on it.
  private struct Desk {
    let store: Store
    let session: (PersonID) -> Session
    let exchange: (URL) throws -> ExchangeReport
  }

  @Test(
    "12: whatever is done apart, copies that have met show one state", arguments: [121, 123])
  func random(_ seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let copies = try CopyWorld()
    let world = copies.world
    try world.join(Self.second)
    for id in Self.cases {
      try world.register(id)
      try world.toReview(id)
    }
    try world.settleAll()
    let desks = try desks(copies)
    let sticks = [try copies.folder(), try copies.folder()]
    for _ in 0..<Self.acts {
      world.time.advance(seconds: 60)
      let desk = chance.pick(desks)
      // What is refused changes nothing.
      try? act(on: desk, &chance)
      if chance.chance(12) { _ = try chance.pick(desks).exchange(chance.pick(sticks)) }
    }
    for _ in 0..<3 {
      for desk in desks { for stick in sticks { _ = try desk.exchange(stick) } }
    }
    try compare(desks, world)
  }

  private func desks(_ copies: CopyWorld) throws -> [Desk] {
    let world = copies.world
    let others = [try copies.copy(), try copies.copy()]
    return [Desk(store: world.store, session: { world[$0] }, exchange: { try copies.exchange($0) })]
      + others.map { other in
        Desk(store: other.store, session: { other[$0] }, exchange: { try other.exchange($0) })
      }
  }

  private func compare(_ desks: [Desk], _ world: StoreWorld) throws {
    let first = desks[0].store
    for desk in desks {
      #expect(try desk.store.head() == first.head())
      #expect(try desk.store.cycle() == first.cycle())
      #expect(
        try [StoreWorld.office, Self.second.id].contains {
          try desk.store.cycle().acts($0, as: .secretariat)
        })
      let fresh = try Store(opening: desk.store.directory, clock: world.time.clock)
      for id in Self.cases {
        for person in [StoreWorld.office, "p11", "p13"] as [PersonID] {
          let state = try desk.store.dossier(id, by: desk.session(person))
          #expect(try first.dossier(id, by: desks[0].session(person)) == state, "\(id) \(person)")
          let session = Session(person: person, keys: world[person].ring.keys)
          #expect(try fresh.dossier(id, by: session) == state, "\(id) \(person) anew")
        }
      }
      let findings = try desk.store.check().findings
      #expect(findings.others == [], "\(findings.others)")
    }
  }

  // MARK: Acts

  private func act(on desk: Desk, _ chance: inout Chance) throws {
    let id = chance.pick(Self.cases)
    if chance.chance(8) { return try changePeople(on: desk, &chance) }
    let expert = chance.pick(StoreWorld.panel)
    func perform(_ command: CaseCommand, _ person: PersonID) throws {
      try desk.store.perform(command, in: id, by: desk.session(person))
    }
    let item = chance.pick(Array(Edition.shipped.items.prefix(3))).id
    switch Int.random(in: 0..<15, using: &chance) {
    case 0, 1: try perform(.declare(nil), expert)
    case 2:
      let reviewers = Array(StoreWorld.panel.shuffled(using: &chance).prefix(3))
      try perform(.designate(reviewers: reviewers, due: nil), StoreWorld.panel[0])
    case 3, 4, 5:
      let session = desk.session(expert)
      _ = try? desk.store.startReview(of: id, by: session)
      let sheet = StoreWorld.sheet()
      try desk.store.save(
        Set(sheet.items.keys.map(DraftSlot.item) + [.head]), of: sheet, in: id, by: session)
      try desk.store.handIn(id, by: session)
    case 6: try perform(.withdraw(reason: "漏写"), expert)
    case 7: try perform(.askOpening, StoreWorld.panel[0])
    case 8: try perform(.releaseOpening, StoreWorld.office)
    case 9: try perform(.openConsensus, StoreWorld.panel[0])
    case 10, 11:
      let value = chance.pick([50, 60, 70])
      try perform(.settle(item, Percentage(value)!, reason: "合议"), StoreWorld.panel[0])
    case 12: try perform(.dissent(item, person: expert, text: "保留意见"), expert)
    case 13:
      if chance.chance(20) {
        try perform(.recuse(Interest(ground: .kinship, note: "亲属")), expert)
      }
    default:
      let state = try desk.store.dossier(id, by: desk.session(StoreWorld.office))
      if let held = state.held.randomElement(using: &chance) {
        try perform(.accept([held], reason: "已核实"), StoreWorld.office)
      }
      for person in [StoreWorld.office] + StoreWorld.panel {
        _ = try? desk.store.settleKeys(by: desk.session(person))
      }
    }
  }

  private func changePeople(on desk: Desk, _ chance: inout Chance) throws {
    let by = desk.session(chance.pick([StoreWorld.office, Self.second.id]))
    let cycle = try desk.store.cycle()
    if chance.chance(50) {
      var panel = try #require(cycle.panels["m1"])
      panel.members = Array(StoreWorld.panel.shuffled(using: &chance).prefix(4))
      (panel.leader, panel.deputy) = (panel.members[0], panel.members[1])
      return try desk.store.perform([.cycle(.changePanel(panel))], by: by)
    }
    let id = chance.pick([StoreWorld.office, Self.second.id, "p14", "p15"])
    var person = try #require(cycle.people[id])
    person.active = chance.chance(60)
    try desk.store.perform([.cycle(.change(person))], by: by)
  }
}

extension Chance {
  fileprivate mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// Whether something that happens so many times in a hundred happens now.
  fileprivate mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}
