import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

@Suite("Lists and histories")
struct QueueTests {
  /// Six cases: the first two with the first panel, the third with the other, three just entered.
  private func world() throws -> StoreWorld { try Self.kept.get().copy() }

  private static let kept = Result {
    try KeptWorld { world in
      let names = ["杭州江海仪表", "杭州西湖茶业", "临平精密", "滨江软件", "上城医药", "余杭食品"]
      let districts = ["330108", "330106", "330108", "330102", "330108", "330106"]
      for (index, name) in names.enumerated() {
        try world.register(
          CaseID("HZ26-000\(index + 1)"), name: name, district: DistrictCode(districts[index]),
          industry: index == 1 ? "茶叶加工" : "制造")
      }
      try world.toReview("HZ26-0001")
      try world.toReview("HZ26-0002")
      try world.toReview("HZ26-0003", panel: "m2")
    }
  }

  private func ids(_ query: QueueQuery, _ person: PersonID, _ world: StoreWorld) throws -> [String]
  {
    try world.store.queue(query, limit: 50, by: world[person]).map(\.application.id.rawValue)
  }

  @Test("V5: a reviewer sees their own cases, an officer their district's, the office everything")
  func visibility() throws {
    let world = try world()
    let all = QueueQuery(scope: .all, order: .number)
    #expect(try ids(all, "p13", world) == ["HZ26-0001", "HZ26-0002"])
    #expect(try ids(all, "p23", world) == ["HZ26-0003"])
    #expect(try ids(all, "p3", world) == ["HZ26-0001", "HZ26-0003", "HZ26-0005"])
    #expect(try ids(all, "p1", world).count == 6)
    #expect(try ids(all, "p2", world).count == 6)
    #expect(throws: StoreFault.unknownCase("HZ26-0003")) {
      try world.store.queueRow("HZ26-0003", by: world["p13"])
    }
    for person in world.sessions.keys {
      let cycle = try world.store.cycle()
      let seen = try ids(all, person, world)
      for id in try ids(all, "p1", world) {
        let state = try world.state(CaseID(id))
        #expect(sees(person, state, cycle: cycle) == seen.contains(id))
      }
    }
  }

  @Test("My open work lists what can be done today, as the duties themselves have it")
  func possibleToday() throws {
    let world = try StoreWorld()
    try world.register("HZ26-0001")
    let raw = try RawStore(world.directory)
    let today = world.time.clock.now().day
    let days = [-400, -1, 0, 1, 400].map { today.adding(days: $0) }
    for kind in DutyKind.allCases {
      for due in [nil] + days.map(Optional.some) {
        let duty = Duty(holder: .group(.secretariat), kind: kind, due: due)
        try raw.queue.write { db in
          let span = DutySpan(duty)
          try db.execute(sql: "DELETE FROM duty; DELETE FROM waiting")
          try db.execute(
            sql: "INSERT INTO duty VALUES ('HZ26-0001', ?, ?, ?, ?, ?)",
            arguments: [
              duty.holder.rawValue, kind.rawValue, due?.description, span.opens, span.closes,
            ])
          try db.execute(
            sql: "INSERT INTO waiting VALUES (?, 'HZ26-0001', '~', 0, '', ?, ?)",
            arguments: [duty.holder.rawValue, span.opens, span.closes])
        }
        let mine = try world.store.queue(QueueQuery(), limit: 5, by: world.office)
        let row = try world.store.queueRow("HZ26-0001", by: world.office)
        #expect(mine.isEmpty != duty.isPossible(on: today), "\(duty)")
        #expect(row.duties == (duty.isPossible(on: today) ? [kind] : []), "\(duty)")
        #expect(try world.store.counts(by: world.office).mine == mine.count)
      }
    }
  }

  @Test("A window shows the same wherever it begins: from either end, in every list and order")
  func eitherEnd() throws {
    let world = try world()
    for person in ["p1", "p2", "p3", "p11", "p13"] as [PersonID] {
      let session = world[person]
      for scope in [QueueQuery.Scope.mine, .all, .stage(.registered), .listed] {
        for order in QueueQuery.Order.allCases {
          let query = QueueQuery(scope: scope, order: order)
          let whole = try ids(query, person, world)
          #expect(Set(whole).count == whole.count)
          #expect(try world.store.count(query, by: session) == whole.count)
          for offset in 0...whole.count + 1 {
            for limit in 1...whole.count + 1 {
              let rows = try world.store.queue(query, offset: offset, limit: limit, by: session)
              #expect(
                rows.map(\.application.id.rawValue)
                  == Array(whole.dropFirst(offset).prefix(limit)),
                "\(person) \(query) from \(offset), \(limit)")
            }
          }
        }
      }
      for kinds in [nil, [.application], [.application, .independentReview]] as [Set<TermKind>?] {
        let (whole, total) = try world.store.terms(kinds, limit: 50, by: session)
        #expect(whole.count == total)
        #expect(whole.map(\.term.until) == whole.map(\.term.until).sorted())
        for offset in 0...total {
          let rows = try world.store.terms(kinds, offset: offset, limit: 2, by: session).rows
          #expect(rows == Array(whole.dropFirst(offset).prefix(2)))
        }
      }
    }
  }

  @Test("P3: an open objection is counted in its row until it is answered")
  func objections() throws {
    let world = try StoreWorld()
    let id: CaseID = "HZ26-0001"
    try world.register(id)
    try world.toQualification(id)
    try world.qualify(id)
    try world.publish(.qualification, id)
    #expect(try world.store.queueRow(id, by: world.office).objections == 0)
    try world.store.perform(
      .receiveObjection(
        Objection(objector: "某同行", facts: "口径有误", reasons: "与数据不符", evidence: "年报")),
      in: id, by: world.office)
    #expect(try world.store.queueRow(id, by: world.office).objections == 1)
    let objection = try world.objection(in: id)
    try world.store.perform(
      .answerObjection(objection, isUpheld: false, answer: "不属实"), in: id, by: world.office)
    #expect(try world.store.queueRow(id, by: world.office).objections == 0)
  }

  @Test("One character finds every name that has it, the last one too")
  func oneCharacter() throws {
    let world = try world()
    func found(_ text: String) throws -> [String] {
      try ids(QueueQuery(scope: .all, order: .number, text: text), "p1", world)
    }
    #expect(try found("杭") == ["HZ26-0001", "HZ26-0002", "HZ26-0006"])
    #expect(try found("件") == ["HZ26-0004"])
    #expect(try found("茶") == ["HZ26-0002"])
    #expect(try found("无") == [])
    try world.store.perform(
      .amend(
        Application(
          id: "HZ26-0004", name: "滨江硬盘", district: "330102", industry: "制造")),
      in: "HZ26-0004", by: world.office)
    #expect(try found("件") == [])
    #expect(try found("盘") == ["HZ26-0004"])
    #expect(try found("造").count == 5)
    #expect(try world.store.check().isSound)
  }

  @Test("A number finds its own case alone, not another with the same pairs of digits")
  func number() throws {
    let world = try StoreWorld()
    for id in ["HZ26-0002", "HZ26-0020", "HZ26-0200"] as [CaseID] { try world.register(id) }
    for text in ["HZ26-0020", "ｈｚ２６-0020", "6-0020"] {
      let query = QueueQuery(scope: .all, order: .number, text: text)
      #expect(try ids(query, "p1", world) == ["HZ26-0020"], "\(text)")
    }
  }

  @Test("What waits for a person is theirs alone, with its duty")
  func mine() throws {
    let world = try world()
    let rows = try world.store.queue(QueueQuery(), limit: 10, by: world.leader)
    #expect(rows.map(\.application.id) == ["HZ26-0001", "HZ26-0002"])
    #expect(rows.map(\.duties) == [[.declare], [.declare]])
    #expect(try ids(QueueQuery(), "p13", world) == [])
    try world.designate("HZ26-0002", ["p11", "p12", "p13"])
    try world.store.startReview(of: "HZ26-0002", by: world["p13"])
    let row = try world.store.queueRow("HZ26-0002", by: world["p13"])
    #expect(row.duties == [.review] && row.marked == 0 && row.assigned == 3 && row.handedIn == 0)
    #expect(try world.store.queueRow("HZ26-0002", by: world["p12"]).marked == nil)
    // The office waits for what the districts and the panels do.
    let counts = try world.store.counts(by: world.office)
    #expect(counts.all == 6 && counts.stages == [.registered: 3, .independentReview: 3])
    #expect(counts.mine == 0)
    #expect(try ids(QueueQuery(), "p3", world) == ["HZ26-0005"])
    try world.complete("HZ26-0005")
    try world.store.perform(.submit, in: "HZ26-0005", by: world.office)
    #expect(
      try world.store.queueRow("HZ26-0005", by: world["p3"]).duties == [.recommend])
    try world.store.perform(
      .recommend(opinion: "同意", sealedOn: world.time.clock.now().day), in: "HZ26-0005",
      by: world["p3"])
    #expect(try world.store.counts(by: world["p3"]).mine == 0)
    #expect(try world.store.queueRow("HZ26-0005", by: world.office).duties == [.qualify])
    #expect(try world.store.counts(by: world.office).mine == 1)
  }

  @Test("A case with work for the person stands before one that is due earlier for nobody")
  func order() throws {
    let world = try world()
    try world.designate("HZ26-0002", ["p11", "p12", "p13"])
    #expect(try ids(QueueQuery(scope: .all, order: .due), "p13", world).first == "HZ26-0002")
    #expect(
      try ids(QueueQuery(scope: .all, order: .name), "p13", world) == ["HZ26-0001", "HZ26-0002"])
  }

  @Test(
    "Words of two characters, parts of numbers and full-width letters are found",
    arguments: [
      ("江海", ["HZ26-0001"]), ("茶叶", ["HZ26-0002"]), ("杭州", ["HZ26-0001", "HZ26-0002"]),
      ("茶", ["HZ26-0002"]), ("ｈｚ２６-0004", ["HZ26-0004"]), ("没有", []), ("0005", ["HZ26-0005"]),
    ])
  func search(_ text: String, _ expected: [String]) throws {
    let found = try ids(QueueQuery(scope: .all, order: .number, text: text), "p1", Self.shared)
    #expect(found == expected)
  }
  private static var shared: StoreWorld { get throws { try made.get().world } }
  private static let made = Result { Box(try QueueTests().world()) }
  private struct Box: @unchecked Sendable {
    // Read by one test at a time: its cases run one after the other.
    let world: StoreWorld
    init(_ world: StoreWorld) { self.world = world }
  }

  @Test("A list is read by windows that neither overlap nor leave anything out")
  func windows() throws {
    let world = try world()
    let query = QueueQuery(scope: .all, order: .number)
    var seen: [CaseID] = []
    for offset in stride(from: 0, to: 8, by: 2) {
      let rows = try world.store.queue(query, offset: offset, limit: 2, by: world.office)
      #expect(rows.count <= 2)
      seen += rows.map(\.application.id)
    }
    #expect(seen == (1...6).map { CaseID("HZ26-000\($0)") })
  }

  @Test("V5: a history shows the cycle and the person's own cases, newest first, by windows")
  func history() throws {
    let world = try world()
    let rows = try world.store.history(HistoryQuery(), before: nil, limit: 500, by: world["p13"])
    let streams = Set(rows.map(\.stream))
    #expect(streams == [.cycle, .dossier("HZ26-0001"), .dossier("HZ26-0002")])
    #expect(rows.map(\.position) == rows.map(\.position).sorted(by: >))
    #expect(rows.allSatisfy { !$0.isRejected && $0.entryID.count == 64 })
    var paged: [HistoryRow] = []
    while true {
      let page = try world.store.history(
        HistoryQuery(), before: paged.last?.position, limit: 7, by: world["p13"])
      if page.isEmpty { break }
      paged += page
    }
    #expect(paged == rows)
    #expect(throws: StoreFault.unknownCase("HZ26-0003")) {
      try world.store.history(
        HistoryQuery(dossier: "HZ26-0003"), before: nil, limit: 9, by: world["p13"])
    }
    let everything = try world.store.history(HistoryQuery(), before: nil, limit: 999, by: nil)
    #expect(try everything.count == world.store.read(LogTable.last))
    #expect(everything.allSatisfy { ($0.act == nil) == ($0.room != nil) })
  }

  @Test("A history is narrowed by author, kind and time; a clock that was wrong shows both times")
  func narrowed() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    world.time.advance(seconds: 3600)
    try world.toReview(id)
    try world.store.perform(.declare(nil), in: id, by: world["p13"])
    func kinds(_ query: HistoryQuery) throws -> [String] {
      try world.store.history(query, before: nil, limit: 99, by: world.office).map(\.kind)
    }
    #expect(try kinds(HistoryQuery(dossier: id, person: "p13")) == ["declarationSigned"])
    let notices = HistoryQuery(dossier: id, kinds: ["noticePublished", "noticeClosed"])
    #expect(try kinds(notices).count == 2)
    let later = StoreWorld.start.adding(seconds: 1)
    #expect(try !kinds(HistoryQuery(dossier: id, from: later)).contains("caseRegistered"))
    #expect(try kinds(HistoryQuery(dossier: id, to: StoreWorld.start)).contains("caseRegistered"))
    let row = try world.store.history(HistoryQuery(dossier: id), before: nil, limit: 1, by: nil)[0]
    #expect(row.time == row.arrived && row.time == world.time.clock.now())
  }
}
