import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// What becomes of acts that knew nothing of each other (exchange.md 5–11): the oracle's scenarios,
/// with one outcome each.
@Suite("Acts on copies that meet")
struct CopyEffectTests {
  private static let (leader, office) = (StoreWorld.panel[0], StoreWorld.office)
  private let rounds = 0..<2

  @Test("9: one item settled on two laptops is settled by neither, until somebody who had both")
  func settles() throws {
    for _ in rounds {
      let two = try TwoCopies.opened()
      let item = TwoCopies.item
      try two.here(.discuss(item, text: "甲"), by: Self.leader)
      try two.here(.settle(item, Percentage(60)!, reason: "合议"), by: Self.leader)
      try two.there(.settle(item, Percentage(70)!, reason: "合议"), by: Self.leader)
      try two.meet()
      var state = try two.state(by: Self.leader)
      #expect(state.consensus?.settled(item) == nil)
      #expect(state.sealedClashes.map(\.record) == [.item(item)])
      #expect(try two.state(by: Self.office).sealedClashes.count <= 1)
      #expect(try two.held() == [])
      try two.there(.settle(item, Percentage(65)!, reason: "当面定"), by: Self.leader)
      try two.meet()
      state = try two.state(by: Self.leader)
      #expect(state.consensus?.settled(item)?.percentage.value == 65)
      #expect(state.sealedClashes == [])
      try two.check()
    }
  }

  @Test(
    "10: a finished consensus stays finished; what was settled apart from it is held and accepted")
  func finishAgainstSettle() throws {
    let two = try TwoCopies.opened()
    try two.here.finish(TwoCopies.id, at: [:])
    try two.there(.settle(TwoCopies.item, Percentage(80)!, reason: "改"), by: Self.leader)
    try two.meet()
    var state = try two.state(by: Self.leader)
    #expect(state.consensusFinished && state.stage == .leadersMeeting)
    #expect(state.consensus?.settled(TwoCopies.item)?.percentage.value == 60)
    #expect(try two.held() == ["itemSettled"])
    let held = try #require(state.held.first)
    try two.here(.accept([held], reason: "组长当面说明"), by: Self.office)
    try two.meet()
    state = try two.state(by: Self.leader)
    #expect(try two.held() == [])
    #expect(state.held == [])
    try two.check()
  }

  @Test("10: a withdrawal that meets a release shuts the way to the opening; the leader asks again")
  func withdrawalAgainstRelease() throws {
    for isHere in [true, false] {
      let two = try TwoCopies.handedIn()
      try two.here(.askOpening, by: Self.leader)
      try two.meet()
      let reviewer = SharedStore.reviewers[1]
      if isHere {
        try two.here(.releaseOpening, by: Self.office)
        try two.there(.withdraw(reason: "漏写"), by: reviewer)
      } else {
        try two.there(.releaseOpening, by: Self.office)
        try two.here(.withdraw(reason: "漏写"), by: reviewer)
      }
      try two.meet()
      let state = try two.state(by: Self.leader)
      #expect(state.opening == .closed)
      #expect(state.sheets[reviewer]?.state == .withdrawn)
      #expect(try two.held() == [])
      #expect(throws: Refusal.self) { try two.here(.openConsensus, by: Self.leader) }
      try two.check()
    }
  }

  @Test("10: an opening is not undone by a withdrawal that it had not seen")
  func withdrawalAgainstOpening() throws {
    let two = try TwoCopies.handedIn()
    try two.here(.askOpening, by: Self.leader)
    try two.here(.releaseOpening, by: Self.office)
    try two.meet()
    try two.here(.openConsensus, by: Self.leader)
    try two.there(.withdraw(reason: "漏写"), by: SharedStore.reviewers[1])
    try two.meet()
    let state = try two.state(by: Self.leader)
    #expect(state.opening == .opened && state.stage == .consensus)
    #expect(state.sheets[SharedStore.reviewers[1]]?.state == .handedIn)
    #expect(try two.held() == ["sheetWithdrawn"])
    try two.check()
  }

  @Test("7: who recuses on one laptop works on no other in that case")
  func recusedLeader() throws {
    let two = try TwoCopies.opened()
    try two.here(.recuse(Interest(ground: .kinship, note: "亲属")), by: Self.leader)
    try two.there(.discuss(TwoCopies.item, text: "甲"), by: Self.leader)
    try two.there(.settle(TwoCopies.item, Percentage(60)!, reason: "合议"), by: Self.leader)
    try two.meet()
    let state = try two.state(by: SharedStore.reviewers[1])
    #expect(state.consensus?.settled(TwoCopies.item) == nil)
    #expect(try two.held() == ["itemDiscussed", "itemSettled"])
    try two.check()
  }

  @Test("8: a new leader takes nothing from what was seen of the old one, and holds what was not")
  func panelAgainstLeader() throws {
    let two = try TwoCopies.opened()
    let (first, second) = (Edition.shipped.items[0].id, Edition.shipped.items[1].id)
    try two.there(.settle(first, Percentage(60)!, reason: "合议"), by: Self.leader)
    try two.meet()
    var panel = try #require(try two.here.store.cycle().panels["m1"])
    (panel.leader, panel.deputy) = (StoreWorld.panel[1], StoreWorld.panel[2])
    try two.here.store.perform(.cycle(.changePanel(panel)), by: two.here.office)
    try two.there(.settle(second, Percentage(60)!, reason: "合议"), by: Self.leader)
    try two.meet()
    let state = try two.state(by: StoreWorld.panel[2])
    #expect(state.consensus?.settled(first)?.percentage.value == 60)
    #expect(state.consensus?.settled(second) == nil)
    #expect(try two.held() == ["itemSettled"])
    // Who leads now settles it.
    try two.here.store.settleKeys(by: two.here[StoreWorld.panel[1]])
    try two.check()
  }

  @Test("9: a case qualified on one copy and turned down on another is neither")
  func qualifiedTwice() throws {
    let two = try TwoCopies { world in
      try world.register(TwoCopies.id)
      try world.toQualification(TwoCopies.id)
      try world.decide(TwoCopies.id)
    }
    try two.here(.qualify(true, reason: ""), by: Self.office)
    try two.there(.qualify(false, reason: "不符合"), by: Self.office)
    try two.meet()
    var state = try two.state(by: Self.office)
    #expect(state.stage == .qualification && state.admission.isQualified == nil)
    #expect(state.clashes.map(\.record) == [.qualification])
    try two.there(.qualify(true, reason: ""), by: Self.office)
    try two.meet()
    state = try two.state(by: Self.office)
    #expect(state.admission.isQualified == true && state.clashes == [])
    try two.check()
  }
}
