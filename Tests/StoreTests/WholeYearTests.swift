import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("A whole year in one store, and the next")
struct WholeYearTests {
  static let listed: CaseID = "HZ26-0001"
  static let fraud: CaseID = "HZ26-0002"
  static let revoked: CaseID = "HZ26-0003"

  /// A year with a listed, a revoked and a fraudulent applicant, and supervision at work.
  func year() throws -> StoreWorld {
    let world = try StoreWorld()
    let (store, office) = (world.store, world.office)
    let supervisor = world[StoreWorld.supervisor]
    for id in [Self.listed, Self.revoked] {
      try world.toFinished(id)
      try world.toVisit(id)
      try world.submit(id, at: 65)
    }
    try object(world)
    let grades = Dictionary(uniqueKeysWithValues: SupervisionTopic.allCases.map { ($0, 4) })
    try store.perform(
      .assess(.ofApplicant, Assessment(grades: grades, text: "配合")), in: Self.listed,
      by: world["p21"])
    try store.perform(
      .assess(.ofPanel, Assessment(grades: grades, text: "公正")), in: Self.listed, by: supervisor)
    try world.register(Self.fraud, name: "杭州假数据有限公司", district: "330106")
    try world.toReview(Self.fraud)
    try investigate(world)
    let day = world.time.clock.now().day
    for id in [Self.listed, Self.revoked] {
      try store.perform(.payGrant(Payment(amount: 500_000, day: day)), in: id, by: office)
    }
    try store.perform(
      .recordActivity(Activity(kind: .sharing, day: day, text: "开放日")), in: Self.listed,
      by: office)
    try revoke(world)
    try store.perform(
      .cycle(.loadCalendar(StoreWorld.calendar(2027))), by: office)
    return world
  }

  /// Both proposed, one objection each way, answered, approved and listed.
  private func object(_ world: StoreWorld) throws {
    for id in [Self.listed, Self.revoked] { try world.toProposal(id) }
    let objection = Objection(objector: "甲某", facts: "排污", reasons: "邻厂", evidence: "照片")
    for (id, isUpheld) in [(Self.listed, false), (Self.revoked, true)] {
      try world.store.perform(.receiveObjection(objection), in: id, by: world.office)
      try world.store.perform(
        .answerObjection(world.objection(in: id), isUpheld: isUpheld, answer: "已核查"), in: id,
        by: world.office)
    }
    try world.toCultivation(Self.listed)
    try world.toCultivation(Self.revoked, reason: "已整改")
  }

  /// Two complaints: one about an applicant, one about an expert.
  private func investigate(_ world: StoreWorld) throws {
    let supervisor = world[StoreWorld.supervisor]
    try world.store.perform(
      .supervision(
        .lodge(
          Complaint(
            id: "c1", topic: .fairness, source: .expert, dossier: Self.fraud, text: "数据造假"))),
      by: world["p13"])
    try world.store.perform(
      .supervision(
        .lodge(
          Complaint(id: "c2", topic: .discipline, source: .staff, person: "p15", text: "泄露"))),
      by: world.office)
    try world.store.perform(
      [
        .supervision(.note("c1", text: "调阅台账")),
        .supervision(.close("c1", .substantiated, .fraud, finding: "造假属实")),
        .supervision(.close("c2", .partly, .proposed, finding: "部分属实")),
        .cycle(.sanction("p15", .disqualification, "c2")),
        .dossier(Self.fraud, .end(.fraud, complaint: "c1", reason: "造假，终止")),
      ], by: supervisor)
  }

  private func revoke(_ world: StoreWorld) throws {
    try world.store.perform(.revoke(reason: "重大事故"), in: Self.revoked, by: world.office)
    let day = world.time.clock.now().day
    try world.store.perform(
      [
        .dossier(Self.revoked, .sendLetter(.revoked, number: "函 3")),
        .dossier(Self.revoked, .announceLoss(number: "公告 4")),
        .dossier(Self.revoked, .recordRefund(Payment(amount: 500_000, day: day))),
      ], by: world.office)
  }

  /// Everything checks, for everybody, and follows from the log.
  private func verify(_ world: StoreWorld) throws {
    #expect(try world.store.check().findings == [])
    for person in world.sessions.keys.sorted() {
      let found = try world.store.check(by: world[person]).findings
      #expect(found == [], "\(person)")
    }
    let before = try RawStore(world.directory).dump(RawStore.all)
    try world.store.rebuild()
    #expect(try RawStore(world.directory).dump(RawStore.all) == before)
  }

  @Test("V5: after a year with objection, revocation, fraud and sanction everything checks")
  func whole() throws {
    let world = try year()
    #expect(try world.state(Self.listed).stage == .cultivation)
    #expect(try world.state(Self.fraud).stage == .terminated)
    let revoked = try world.state(Self.revoked)
    #expect(revoked.stage == .revoked && revoked.cultivation?.refund?.amount == 500_000)
    #expect(try !world.store.cycle().isReady("p15"))
    #expect(try world.state(Self.listed, StoreWorld.supervisor).assessments.count == 2)
    try verify(world)
    // What lies in the clear is what the one table of kinds lets lie there.
    for stored in try world.store.read({ try LogTable.entries($0, after: 0) }) {
      let kind = stored.entry.kind
      let isClear =
        EventKind(rawValue: kind).map { $0.placement == .clear }
        ?? KeyEventKind(rawValue: kind)?.isClear
      #expect((stored.entry.room == nil) == isClear, "\(kind)")
    }
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    for person in ["p1", "p2", "p3", "p11", "p21"] as [PersonID] {
      let session = try anew.signIn(person, passphrase: "demo")
      for id in [Self.listed, Self.revoked, Self.fraud] {
        #expect(try anew.dossier(id, by: session) == world.state(id, person), "\(person) \(id)")
      }
    }
  }

  @Test("K, C3: the next year opens in the same store; who was listed goes on under its own terms")
  func nextYear() throws {
    let world = try year()
    let (store, office) = (world.store, world.office)
    try world.register("HZ26-0004")
    #expect(throws: Refusal(.K, .casesOpen(["HZ26-0004"], total: 1))) {
      try store.perform(.cycle(.closeCycle), by: office)
    }
    try store.perform(
      .end(.withdrawn, complaint: nil, reason: "撤回"), in: "HZ26-0004", by: office)
    try store.perform(.cycle(.closeCycle), by: office)
    var parameters = Parameters.hangzhou
    (parameters.annualReportDue, parameters.cultivationYears) = ("03-31", 1)
    parameters.minimumReviews = 5
    world.time.advance(to: Moment(day: Day("2027-03-01")!, hour: 9))
    try store.perform(
      .cycle(.openCycle(year: 2027, title: "二〇二七", parameters: parameters, edition: nil)),
      by: office)
    try store.perform(
      .cycle(.call(from: Day("2027-03-01")!, until: Day("2027-04-30")!)), by: office)
    let listed = try store.queueRow(Self.listed, by: office)
    #expect(listed.year == 2026 && listed.stage == .cultivation && listed.tier == 1)
    let report = try store.terms([.yearlyReport], limit: 9, by: office).rows
    #expect(report.map(\.term.until) == [Day("2027-05-31")])
    #expect(try store.cycle().people.count == StoreWorld.people.count + 1)
    #expect(try store.board(by: office).cells == [])
    try store.perform(
      .receiveReport(year: 2026, on: Day("2027-03-01")!), in: Self.listed, by: office)
    try world.form("m7", .material, ["p12", "p13", "p14"], deputy: nil)
    try world.register("HZ27-0001")
    try world.toReview("HZ27-0001", panel: "m7")
    #expect(try world.state("HZ27-0001").year == 2027)
    #expect(
      try store.board(by: office).cells == [
        Board.Cell(stage: .independentReview, district: "330108", count: 1)
      ])
    #expect(try store.queue(QueueQuery(scope: .all), limit: 99, by: office).count == 5)
    try verify(world)
  }

  @Test("R7: the leaders of a year are given that year's totals, not an earlier year's")
  func leadersOfTheirYear() throws {
    let world = try year()
    let (store, office) = (world.store, world.office)
    try store.perform(.cycle(.closeCycle), by: office)
    world.time.advance(to: Moment(day: Day("2027-03-01")!, hour: 9))
    try store.perform(
      .cycle(.openCycle(year: 2027, title: "二〇二七", parameters: .hangzhou, edition: nil)),
      by: office)
    try world.form("m7", .material, ["p12", "p13", "p14"], deputy: nil)
    try world.meeting(.leaders)
    try world.settleAll()
    func reads(_ person: PersonID, _ year: Int) throws -> Bool {
      _ = try store.cycle()
      world[person].learnGroups(store.cycleCache.keys)
      return !world[person].ring.group(GroupID.results(year: year).rawValue).isEmpty
    }
    #expect(try reads("p12", 2027))
    #expect(try !reads("p12", 2026))
    #expect(try reads("p11", 2026))
    #expect(try !reads("p11", 2027))
    try verify(world)
  }

  @Test("M7: what the district returned cannot be taken up again under the next year's call")
  func returnedStaysReturned() throws {
    let world = try StoreWorld()
    let (store, office) = (world.store, world.office)
    let id = try world.register("HZ26-0001")
    try world.complete(id)
    try store.perform(.submit, in: id, by: office)
    try store.perform(.returnApplication(reason: "缺证"), in: id, by: world["p3"])
    try store.perform(.cycle(.closeCycle), by: office)
    try store.perform(
      .cycle(.openCycle(year: 2027, title: "二〇二七", parameters: .hangzhou, edition: nil)),
      by: office)
    try store.perform(
      .cycle(.call(from: StoreWorld.start.day, until: StoreWorld.callEnd)), by: office)
    #expect(throws: Refusal(.M7, .noCall)) { try store.perform(.resume, in: id, by: office) }
  }
}
