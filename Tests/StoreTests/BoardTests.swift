import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("The office's overview, scores and supervision's watch list")
struct BoardTests {
  private static let first: CaseID = "HZ26-0001"
  private static let other: CaseID = "HZ26-0002"
  private static let total = Points(hundredths: 60_000)

  /// One case of each material panel with its consensus finished, a third just entered.
  private func world() throws -> StoreWorld { try Self.kept.get().copy() }

  private static let kept = Result {
    try KeptWorld { world in
      try world.toFinished(first)
      try world.toFinished(other, panel: "m2", reviewers: StoreWorld.otherPanel)
      try world.register("HZ26-0003", district: "330106")
    }
  }

  private func material(_ person: PersonID, _ world: StoreWorld) throws -> [String: Points?] {
    let rows = try world.store.scores(by: world[person])
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0.dossier.rawValue, $0.material) })
  }

  @Test("The board counts cases by stage and district, sheets by panel, and names what is late")
  func board() throws {
    let world = try world()
    let board = try world.store.board(by: world.office)
    #expect(
      board.cells == [
        Board.Cell(stage: .registered, district: "330106", count: 1),
        Board.Cell(stage: .leadersMeeting, district: "330108", count: 2),
      ])
    #expect(
      board.loads == [
        Board.Load(panel: "m1", cases: 1, finished: 1, sheets: 3, handedIn: 3),
        Board.Load(panel: "m2", cases: 1, finished: 1, sheets: 3, handedIn: 3),
        Board.Load(panel: "s1", cases: 0, finished: 0, sheets: 0, handedIn: 0),
      ])
    #expect(board.late.isEmpty)
    // The call has had its time: what did not come in is not late.
    world.time.advance(to: Moment(day: StoreWorld.callEnd.adding(days: 1)))
    #expect(try world.store.board(by: world.office).late.isEmpty)
  }

  @Test("V5: the board of others counts only what their lists show")
  func boardOfOthers() throws {
    let world = try world()
    #expect(try world.store.board(by: world["p4"]).cells.map(\.count) == [1])
    #expect(try world.store.board(by: world["p4"]).loads.allSatisfy { $0.cases == 0 })
    let member = try world.store.board(by: world["p13"])
    #expect(member.cells.map(\.count) == [1])
    #expect(member.loads.map(\.sheets) == [3, 0, 0])
  }

  @Test("R7: totals open to the office and supervision; to leaders from the leaders' meeting on")
  func scores() throws {
    let world = try world()
    let whole: [String: Points?] = [
      "HZ26-0001": Self.total, "HZ26-0002": Self.total, "HZ26-0003": nil,
    ]
    #expect(try material("p1", world) == whole)
    #expect(try material("p2", world) == whole)
    let own: [String: Points?] = ["HZ26-0001": nil]
    for person in ["p11", "p12", "p13"] as [PersonID] {
      #expect(try material(person, world) == own, "\(person)")
    }
    #expect(try material("p4", world) == ["HZ26-0003": nil])
    try world.meeting(.leaders)
    try world.settleAll()
    #expect(try material("p11", world) == whole)
    #expect(try material("p21", world) == whole)
    #expect(try material("p12", world) == own)
    #expect(try material("p13", world) == own)
    #expect(try material("p3", world) == ["HZ26-0001": nil, "HZ26-0002": nil])
    try world.store.perform(.reopenConsensus(reason: "计算有误"), in: Self.first, by: world.leader)
    #expect(try material("p1", world)["HZ26-0001"] == .some(nil))
  }

  @Test(
    "A1: a result forged by a member, a leader of another panel or an outsider is passed over",
    arguments: ["p13", "p21", "p22", "p3"] as [PersonID])
  func forged(_ forger: PersonID) throws {
    let world = try world()
    let percentages = try world.state(Self.first, StoreWorld.supervisor).results
    try world.store.write(by: world[forger]) { transaction in
      _ = try transaction.dossier(Self.first)
      for event in [
        Event.materialResult(
          revision: 1, total: Points(hundredths: 99_900), percentages: percentages),
        .siteResult(total: Points(hundredths: 99_900), tier: 1, percentages: percentages),
      ] {
        try transaction.append(
          .event(event), to: .dossier(Self.first), room: .result(year: 2026))
      }
    }
    let row = try world.store.scores(by: world.office).first { $0.dossier == Self.first }
    #expect(row?.material == Self.total && row?.onSite == nil)
    #expect(try world.state(Self.first).materialTotal == Self.total)
    let last = try world.store.read(LogTable.last)
    let findings = try world.store.check(by: world.office).findings
    #expect(findings.void == [last - 1, last] && findings.others == [])
  }

  @Test("R5: a result that a deputy wrote, having taken over, counts")
  func deputy() throws {
    let world = try StoreWorld()
    try world.register(Self.first)
    try world.toReview(Self.first)
    try world.designate(Self.first, ["p11", "p12", "p13", "p14"])
    try world.store.perform(
      .recuse(Interest(ground: .kinship)), in: Self.first, by: world.leader)
    for person in ["p12", "p13", "p14"] as [PersonID] {
      try world.handIn(StoreWorld.sheet(), in: Self.first, by: person)
    }
    try world.open(Self.first)
    try world.finish(Self.first, at: [:])
    #expect(try world.store.scores(by: world.office).map(\.material) == [Self.total])
  }

  @Test("V1: supervision looks through the cases in steps; what is unusual is named with its rule")
  func watch() throws {
    let world = try world()
    let supervisor = world[StoreWorld.supervisor]
    var (found, last, steps) = ([WatchRow](), CaseID?.none, 0)
    repeat {
      let step = try world.store.watch(after: last, limit: 2, by: supervisor)
      #expect(step.total == 3)
      found += step.rows
      (last, steps) = (step.last, steps + 1)
    } while last != nil
    #expect(steps == 2)
    #expect(found.map(\.dossier) == [Self.first, Self.other])
    let hurried = SharedStore.reviewers.map { Oddity.hurriedReview($0, minutes: 0) }
    #expect(
      found.first?.oddities == hurried + [
        .hurriedConsensus(minutes: 0), .clockAhead(count: 1, longest: 8 * 86_400),
      ])
    #expect(found.first?.name == "杭州江海仪表有限公司")
    // An officer's list shows their district's cases alone.
    #expect(try world.store.watch(after: nil, limit: 9, by: world["p4"]).total == 1)
  }
}
