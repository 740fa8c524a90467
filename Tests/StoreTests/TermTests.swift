import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

@Suite("The list of running terms (W)")
struct TermTests {
  /// One entered, one on notice in another district, one on notice that began later.
  private func world() throws -> StoreWorld {
    let world = try StoreWorld()
    try world.register("HZ26-0001")
    try world.register("HZ26-0002", district: "330106")
    try world.register("HZ26-0003")
    for id in ["HZ26-0002", "HZ26-0003"] as [CaseID] {
      try world.toQualification(id)
      try world.qualify(id)
      try world.publish(.qualification, id)
      world.time.advance(seconds: 86_400)
    }
    return world
  }

  private func ids(
    _ world: StoreWorld, _ person: PersonID, _ kinds: Set<TermKind>? = nil, offset: Int = 0,
    limit: Int = 99
  ) throws -> [CaseID] {
    try world.store.terms(kinds, offset: offset, limit: limit, by: world[person]).rows.map(
      \.dossier)
  }

  @Test("The earliest end first, by windows, narrowed by kind, with how many there are")
  func windows() throws {
    let world = try world()
    let all: [CaseID] = ["HZ26-0002", "HZ26-0003", "HZ26-0001"]
    #expect(try ids(world, "p1") == all)
    #expect(try (0..<4).flatMap { try ids(world, "p1", offset: $0, limit: 1) } == all)
    let (rows, total) = try world.store.terms(limit: 1, by: world.office)
    #expect(total == 3 && rows.first?.term.until == Day("2026-09-08"))
    #expect(rows.first?.stage == .qualificationNotice && rows.first?.district == "330106")
    #expect(try ids(world, "p1", [.application]) == ["HZ26-0001"])
    #expect(try ids(world, "p1", [.application, .qualificationNotice]) == all)
    #expect(try world.store.terms([.refund], limit: 9, by: world.office).total == 0)
    #expect(try ids(world, "p1", []) == [])
  }

  @Test("An officer sees the terms of their own district, an expert those of their own cases")
  func visibility() throws {
    let world = try world()
    #expect(try ids(world, "p3") == ["HZ26-0003", "HZ26-0001"])
    #expect(try ids(world, "p4") == ["HZ26-0002"])
    #expect(try world.store.terms(limit: 0, by: world["p3"]).total == 2)
    #expect(try ids(world, "p5") == [])
    #expect(try ids(world, "p13") == [])
    #expect(try ids(world, "p2").count == 3)
    try world.close(.qualification, "HZ26-0002")
    try world.store.perform(.assignPanel("m1"), in: "HZ26-0002", by: world.office)
    try world.designate("HZ26-0002", SharedStore.reviewers)
    #expect(try ids(world, "p13", [.independentReview]) == ["HZ26-0002"])
  }

  @Test("M7: a call that is made longer moves the terms of what has been entered")
  func callMoves() throws {
    let world = try world()
    let later = Day("2026-12-15")!
    try world.store.perform(
      .cycle(.call(from: StoreWorld.start.day, until: later)), by: world.office)
    let rows = try world.store.terms([.application], limit: 9, by: world.office).rows
    #expect(rows.map(\.term.until) == [later])
    #expect(try world.store.check().findings == [])
  }

  @Test("W: a calendar loaded later moves provisional terms, and what is shown of them")
  func calendar() throws {
    let world = try StoreWorld()
    let (store, office) = (world.store, world.office)
    let id = try world.register("HZ26-0001")
    try world.toQualification(id)
    try world.qualify(id)
    world.time.advance(to: Moment(day: Day("2026-12-28")!, hour: 9))
    try world.publish(.qualification, id)
    let objection = Objection(objector: "甲", facts: "乙", reasons: "丙", evidence: "丁")
    try store.perform(.receiveObjection(objection), in: id, by: office)
    func shown() throws -> [String] {
      let terms = try store.terms(limit: 9, by: office).rows
      let row = try store.queueRow(id, by: office)
      let duties = try store.read { db in
        try String.fetchAll(db, sql: "SELECT kind || ' ' || due FROM duty ORDER BY kind")
      }
      return terms.map {
        "\($0.term.kind) \($0.term.until) \($0.term.provisional ? "provisional" : "known")"
      } + ["queue \(row.due?.description ?? "")"] + duties
    }
    #expect(
      try shown() == [
        "objection 2027-01-04 provisional", "qualificationNotice 2027-01-04 provisional",
        "queue 2027-01-04", "answerObjection 2027-01-04",
      ])
    let text = StoreWorld.calendar(2027, ["2027-01-01,holiday,元旦", "2027-01-04,holiday,调休"])
    try store.perform(.cycle(.loadCalendar(text)), by: office)
    #expect(
      try shown() == [
        "objection 2027-01-06 known", "qualificationNotice 2027-01-06 known",
        "queue 2027-01-06", "answerObjection 2027-01-06",
      ])
    #expect(try store.check().findings == [])
    world.time.advance(to: Moment(day: Day("2027-01-06")!, hour: 9))
    try store.perform(
      .answerObjection(world.objection(in: id), isUpheld: false, answer: "不成立"), in: id,
      by: office)
    let oddities = try world.state(id).oddities(
      cycle: store.cycle(), now: world.time.clock.now())
    #expect(oddities == [], "an answer within the term as it stands is not late")
    #expect(throws: Refusal(.Q3, .termRunning(Term(last: Day("2027-01-06")!, provisional: false))))
    { try store.perform(.closeNotice(.qualification), in: id, by: office) }
  }
}
