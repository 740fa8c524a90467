import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("Who reads what the bureau and supervision write")
struct SecretsTests {
  private static let id: CaseID = "HZ26-0001"
  private static let readers: Set<PersonID> = [StoreWorld.office, StoreWorld.supervisor]

  /// Office, supervision, officers of the district and another, leader, reviewer, a member of the
  /// panel who has not declared, leader and member of other panels.
  private static let everyKind: [PersonID] = [
    "p1", "p2", "p3", "p4", "p11", "p13", "p15", "p21", "p23",
  ]

  /// Everything that a person is told through any door, as one text.
  private func told(_ person: PersonID, _ store: Store, _ session: Session) throws -> String {
    var parts: [Any] = []
    // The case itself, whether lists show it or not.
    parts.append(try store.dossier(Self.id, by: session))
    parts.append(try store.history(HistoryQuery(), before: nil, limit: 999, by: session))
    parts.append(try store.queue(QueueQuery(scope: .all), limit: 99, by: session))
    parts.append(try store.terms(limit: 99, by: session))
    parts.append(try store.board(by: session))
    parts.append(try store.scores(by: session))
    parts.append(try store.watch(after: nil, limit: 99, by: session))
    parts.append(try store.supervision(by: session))
    parts.append(try store.accounts())
    parts.append(try store.cycle())
    return parts.map { "\($0)" }.joined(separator: "\n")
  }

  /// Who is told each canary, in this program and after a new login; in files it is nowhere.
  private func verify(
    _ canaries: [(canary: Canary, what: String)], _ world: StoreWorld, readBy readers: Set<PersonID>
  ) throws {
    try world.settleAll()
    for (path, data) in try world.bytes() {
      for (canary, what) in canaries { #expect(canary.forms(in: data) == [], "\(what): \(path)") }
    }
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    for person in Self.everyKind {
      let here = try told(person, world.store, world[person])
      let there = try told(person, anew, anew.signIn(person, passphrase: "demo"))
      for (canary, what) in canaries {
        let isReader = readers.contains(person)
        #expect(here.contains(canary.text) == isReader, "\(what) \(person)")
        #expect(there.contains(canary.text) == isReader, "\(what) \(person) after a new login")
      }
    }
  }

  @Test("B2, Q2, P3: inquiry, condition, reasons and objection: secretariat and supervision alone")
  func office() throws {
    let world = try StoreWorld()
    let (store, office) = (world.store, world.office)
    let names = ["question", "answer", "condition", "qualified", "facts", "evidence", "reply"]
    let canaries = names.map { (canary: $0.count % 2 == 0 ? Canary.han() : .ascii(), what: $0) }
    let texts = canaries.map(\.canary.text)
    try world.register(Self.id)
    try world.toQualification(Self.id)
    try store.perform(
      .inquire(.qualification, department: "市信用中心", question: texts[0]), in: Self.id, by: office)
    let inquiry = try world.inquiry(in: Self.id)
    var commands: [Command] = [
      .dossier(Self.id, .answerInquiry(inquiry, answer: texts[1], isAdverse: true))
    ]
    commands += Rule.decided.map { rule in
      .dossier(Self.id, .decideCondition(rule, isMet: true, reason: rule == .E2 ? texts[2] : ""))
    }
    commands.append(.dossier(Self.id, .qualify(true, reason: texts[3])))
    try store.perform(commands, by: office)
    try world.publish(.qualification, Self.id)
    let objection = Objection(
      objector: "乙某", facts: texts[4], reasons: "与事实不符", evidence: texts[5])
    try store.perform(.receiveObjection(objection), in: Self.id, by: office)
    try store.perform(
      .answerObjection(world.objection(in: Self.id), isUpheld: false, answer: texts[6]),
      in: Self.id, by: office)
    try world.close(.qualification, Self.id)
    try store.perform(.assignPanel("m1"), in: Self.id, by: office)
    try world.designate(Self.id, SharedStore.reviewers)
    try verify(canaries, world, readBy: Self.readers)
  }

  @Test("B2, R7, P4: reasons of meetings, approval, activities and revocation likewise")
  func decisions() throws {
    let world = try StoreWorld()
    let (store, office) = (world.store, world.office)
    let canaries = ["entry", "proposal", "approval", "activity", "revocation"].map {
      (canary: Canary.ascii(), what: $0)
    }
    let texts = canaries.map(\.canary.text)
    try world.toFinished(Self.id)
    try store.perform(.reportToMeeting("如实"), in: Self.id, by: world.leader)
    try store.perform(
      .decideEntry(world.meeting(.leaders), enters: true, reason: texts[0]), in: Self.id,
      by: office)
    try world.publish(.onSite, Self.id)
    try world.close(.onSite, Self.id)
    try world.arrange(Self.id)
    try world.submit(Self.id, at: 65)
    try store.perform(
      .decideProposal(world.meeting(.settlement), isProposed: true, reason: texts[1]),
      in: Self.id, by: office)
    try world.hear(Self.id)
    try world.publish(.proposal, Self.id)
    try world.toCultivation(Self.id, reason: texts[2])
    let day = world.time.clock.now().day
    try store.perform(
      .recordActivity(Activity(kind: .welfare, day: day, text: texts[3])), in: Self.id, by: office)
    try store.perform(.revoke(reason: texts[4]), in: Self.id, by: office)
    try verify(canaries, world, readBy: Self.readers)
  }

  @Test(
    "V3: a complaint and an assessment are read by supervision alone, not even by their authors")
  func supervision() throws {
    let world = try StoreWorld()
    let store = world.store
    let supervisor = world[StoreWorld.supervisor]
    let canaries = ["complaint", "office's", "step", "finding", "assessment", "other side"].map {
      (canary: Canary.han(), what: $0)
    }
    let texts = canaries.map(\.canary.text)
    try world.toFinished(Self.id)
    try world.toVisit(Self.id)
    try world.submit(Self.id, at: 65)
    func lodge(_ id: ComplaintID, _ text: String, _ person: PersonID) throws {
      try store.perform(
        .supervision(
          .lodge(
            Complaint(id: id, topic: .influence, source: .expert, dossier: Self.id, text: text))),
        by: world[person])
    }
    try lodge("c1", texts[0], "p13")
    try lodge("c2", texts[1], StoreWorld.office)
    try store.perform(.supervision(.note("c1", text: texts[2])), by: supervisor)
    try store.perform(
      .supervision(.close("c1", .unfounded, .none, finding: texts[3])), by: supervisor)
    let grades = Dictionary(uniqueKeysWithValues: SupervisionTopic.allCases.map { ($0, 3) })
    try store.perform(
      .assess(.ofApplicant, Assessment(grades: grades, text: texts[4])), in: Self.id,
      by: world["p21"])
    try store.perform(
      .assess(.ofPanel, Assessment(grades: grades, text: texts[5])), in: Self.id, by: supervisor)
    try verify(canaries, world, readBy: [StoreWorld.supervisor])
    #expect(try store.supervision(by: supervisor).listed.map(\.complaint.id) == ["c2", "c1"])
    #expect(try store.supervision(by: world.office).listed.isEmpty)
    #expect(try store.supervision(by: world["p13"]).listed.isEmpty)
  }

  @Test("V3: a number that two people chose keeps both complaints; supervision tells them apart")
  func sameNumber() throws {
    let world = try StoreWorld()
    for (person, text) in [("p13", "一"), ("p14", "二"), ("p15", "三")] as [(PersonID, String)] {
      try world.store.perform(
        .supervision(.lodge(Complaint(id: "c1", topic: .fairness, source: .expert, text: text))),
        by: world[person])
    }
    let supervisor = world[StoreWorld.supervisor]
    let listed = try world.store.supervision(by: supervisor).listed
    #expect(Set(listed.map(\.complaint.text)) == ["一", "二", "三"])
    #expect(listed.map(\.complaint.id) == ["c1", "c1-2", "c1-3"])
    #expect(throws: Refusal(.K, .numberTaken)) {
      try world.store.perform(
        .supervision(.lodge(Complaint(id: "c1-2", topic: .fairness, source: .staff, text: "四"))),
        by: supervisor)
    }
    try world.store.perform(
      .supervision(.close("c1-2", .unfounded, .none, finding: "不实")), by: supervisor)
    #expect(try world.store.supervision(by: supervisor).investigations["c1"]?.outcome == nil)
  }

  @Test("V3, V5: the history shows supervision's stream to supervision alone")
  func history() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.store.perform(
      .supervision(.lodge(Complaint(id: "c1", topic: .fairness, source: .expert, text: "密"))),
      by: world["p13"])
    for person in world.sessions.keys.sorted() {
      for query in [
        HistoryQuery(), HistoryQuery(person: "p13"), HistoryQuery(kinds: ["complaintLodged"]),
      ] {
        let rows = try world.store.history(query, before: nil, limit: 999, by: world[person])
        let shown = rows.filter { $0.stream == .supervision }
        #expect(shown.count == (person == StoreWorld.supervisor ? 1 : 0), "\(person)")
        #expect(rows.allSatisfy { $0.stream == .supervision || $0.room != "supervision" })
      }
    }
    // The administrator of the machine sees that there is one, as in the file, and not what it says.
    let all = try world.store.history(HistoryQuery(), before: nil, limit: 999, by: nil)
    #expect(all.filter { $0.stream == .supervision }.map(\.act) == [nil])
  }

  @Test("V3: investigations by nobody of supervision are without effect, shown and named")
  func forged() throws {
    let world = try StoreWorld()
    let supervisor = world[StoreWorld.supervisor]
    try world.store.perform(
      .supervision(.lodge(Complaint(id: "c1", topic: .fairness, source: .expert, text: "密"))),
      by: world["p13"])
    let closing = Event.investigationClosed(
      complaint: "c1", outcome: .unfounded, measure: .none, finding: "压下")
    try world.store.write(by: world.office) { transaction in
      try transaction.append(.event(closing), to: .supervision, room: .supervision)
      try transaction.append(.event(closing), to: .supervision)
    }
    let last = try world.store.read(LogTable.last)
    #expect(try world.store.supervision(by: supervisor).investigations["c1"]?.outcome == nil)
    // Where it lies shows whose it is: nobody needs a key to see that it has no effect.
    for report in [try world.store.check(), try world.store.check(by: supervisor)] {
      #expect(report.findings.void == [last - 1, last] && report.findings.others == [])
    }
    let rows = try world.store.history(HistoryQuery(), before: nil, limit: 3, by: supervisor)
    #expect(rows.map(\.isRejected) == [true, true, false])
  }
}
