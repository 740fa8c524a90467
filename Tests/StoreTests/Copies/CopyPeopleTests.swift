import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// People, panels and years on copies that meet (exchange.md 7–9): somebody is always left.
@Suite("People on copies that meet")
struct CopyPeopleTests {
  private static let second = Person(id: "p90", name: "何秘", roles: [.secretariat])

  private func two(_ prepare: (StoreWorld) throws -> Void = { _ in }) throws -> TwoCopies {
    try TwoCopies { world in
      try world.join(Self.second)
      try world.settleAll()
      try prepare(world)
    }
  }

  private func change(
    _ store: Store, _ id: PersonID, by session: Session, _ body: (inout Person) -> Void
  ) throws {
    var person = try #require(try store.cycle().people[id])
    body(&person)
    try store.perform(.cycle(.change(person)), by: session)
  }

  @Test("7: of two who remove each other, who was confirmed earlier prevails")
  func mutualRemoval() throws {
    for isFirst in [true, false] {
      let two = try two()
      let (one, other) =
        isFirst ? (two.here.store, two.other.store) : (two.other.store, two.here.store)
      let (founder, second) =
        isFirst
        ? (two.here.office, two.other[Self.second.id])
        : (two.other.office, two.here[Self.second.id])
      try change(one, Self.second.id, by: founder) { $0.active = false }
      try change(other, StoreWorld.office, by: second) { $0.active = false }
      try two.meet()
      for store in [one, other] {
        let cycle = try store.cycle()
        #expect(cycle.acts(StoreWorld.office, as: .secretariat))
        #expect(!cycle.acts(Self.second.id, as: .secretariat))
      }
      #expect(try two.overruled() == ["personChanged"])
      try two.check()
    }
  }

  @Test("7: who was removed brings nobody in apart from it")
  func removalAgainstGrant() throws {
    let two = try two()
    try change(two.here.store, Self.second.id, by: two.here.office) { $0.active = false }
    try change(two.other.store, "p23", by: two.other[Self.second.id]) {
      $0.roles = [.secretariat, .expert]
    }
    try two.meet()
    for store in [two.here.store, two.other.store] {
      #expect(try !store.cycle().acts("p23", as: .secretariat))
    }
    let held = try two.here.store.cycle().held
    #expect(held.count == 1)
    try two.other.store.perform(
      .cycle(.accept(held, reason: "已核实")), by: two.other.office)
    try two.meet()
    for store in [two.here.store, two.other.store] {
      #expect(try store.cycle().acts("p23", as: .secretariat))
    }
    try two.check()
  }

  @Test(
    "9: a panel that two changed has the members that both named, and a leader where they agree")
  func panelTwice() throws {
    let two = try two()
    var panel = try #require(try two.here.store.cycle().panels["m1"])
    panel.members.removeAll { $0 == "p15" }
    try two.here.store.perform(.cycle(.changePanel(panel)), by: two.here.office)
    panel = try #require(try two.other.store.cycle().panels["m1"])
    panel.members.removeAll { $0 == "p14" }
    (panel.leader, panel.deputy) = ("p12", "p13")
    try two.other.store.perform(.cycle(.changePanel(panel)), by: two.other[Self.second.id])
    try two.meet()
    for store in [two.here.store, two.other.store] {
      let cycle = try store.cycle()
      #expect(cycle.panels["m1"]?.members == ["p11", "p12", "p13"])
      #expect(cycle.panels["m1"]?.leader != "p11" && cycle.panels["m1"]?.leader != "p12")
      #expect(cycle.clashes.map(\.record) == [.panel("m1")])
    }
    try two.here.store.perform(.cycle(.changePanel(panel)), by: two.here.office)
    try two.meet()
    #expect(try two.other.store.cycle().panels["m1"] == panel)
    #expect(try two.other.store.cycle().clashes == [])
    try two.check()
  }

  @Test("4: one number registered twice stands for neither until it is registered once more")
  func numberTwice() throws {
    let two = try two()
    let id: CaseID = "HZ26-0099"
    func application(_ name: String) -> Application {
      Application(id: id, name: name, district: StoreWorld.district, industry: "纺织")
    }
    try two.here.store.perform(.register(application("甲厂")), in: id, by: two.here.office)
    try two.other.store.perform(
      .register(application("乙厂")), in: id, by: two.other[Self.second.id])
    try two.meet()
    #expect(throws: StoreFault.unknownCase(id.rawValue)) {
      try two.here.store.dossier(id, by: two.here.office)
    }
    try two.other.store.perform(.register(application("甲厂")), in: id, by: two.other.office)
    try two.meet()
    for state in [
      try two.here.store.dossier(id, by: two.here.office),
      try two.other.store.dossier(id, by: two.other.office),
    ] {
      #expect(state.application.name == "甲厂")
    }
    try two.check()
  }

  @Test("8: a year that was closed holds what was registered apart from it")
  func closedYear() throws {
    let two = try two()
    try two.other.store.perform(
      .register(
        Application(
          id: "HZ26-0098", name: "丙厂", district: StoreWorld.district, industry: "纺织")),
      in: "HZ26-0098", by: two.other.office)
    try two.here.store.perform(.cycle(.closeCycle), by: two.here.office)
    try two.meet()
    #expect(try two.here.store.cycle().isClosed && two.other.store.cycle().isClosed)
    #expect(try two.held() == ["caseRegistered"])
    try two.check()
  }

  @Test("7: what keys signed that were replaced meanwhile is held")
  func replacedKeys() throws {
    let two = try TwoCopies.handedIn()
    let reviewer = SharedStore.reviewers[1]
    _ = two.other[reviewer]
    try two.here.store.changePassphrase(
      from: "demo", to: "demo", replacesKeys: true, by: two.here[reviewer])
    try two.there(.withdraw(reason: "漏写"), by: reviewer)
    try two.meet()
    #expect(try two.held() == ["sheetWithdrawn"])
    try two.check()
  }
}
