import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("Independent review in the store")
struct ReviewTests {
  private static let reviewers = SharedStore.reviewers
  private static let all = Set(Edition.shipped.items.map { DraftSlot.item($0.id) } + [.head])

  private func reviewed() throws -> (StoreWorld, CaseID) {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toReview(id)
    try world.designate(id, Self.reviewers)
    return (world, id)
  }

  @Test("R3: a draft is there again for its author, on any program, and for nobody else")
  func draft() throws {
    let (world, id) = try reviewed()
    var sheet = StoreWorld.sheet(comment: "战略目标与 2025 年实绩相符")
    sheet.head.keyFactors = ["出口占六成"]
    try world.write(sheet, in: id, by: "p12")
    let anew = try Store(opening: world.directory)
    #expect(try anew.draft(of: id, by: anew.signIn("p12", passphrase: "demo")).sheet == sheet)
    #expect(throws: StoreFault.notReadable) { try world.store.draft(of: id, by: world["p13"]) }
    #expect(throws: StoreFault.notReadable) { try world.store.draft(of: id, by: world.leader) }
  }

  @Test("P4: the progress figure counts what stands in all slots, whoever of two programs saved")
  func progress() throws {
    let (world, id) = try reviewed()
    try world.store.startReview(of: id, by: world["p12"])
    #expect(try world.store.progress(of: id) == ["p12": 0])
    for (item, expected) in [("4.1.2", 1), ("4.2.2", 2), ("4.1.2", 2)] as [(ItemID, Int)] {
      var own = Sheet()
      own.items[item] = ItemReview(mark: .percentage(Percentage(55)!))
      try world.store.save([.item(item), .head], of: own, in: id, by: world["p12"])
      #expect(try world.store.progress(of: id) == ["p12": expected])
    }
    try world.store.save([.item("4.1.2")], of: Sheet(), in: id, by: world["p12"])
    #expect(try world.store.progress(of: id) == ["p12": 1])
    #expect(throws: StoreFault.notReadable) {
      try world.store.save([.item("9.9")], of: Sheet(), in: id, by: world["p12"])
    }
    #expect(try world.store.check(by: world["p12"]).findings == [])
  }

  @Test("R4: what is handed in cannot be saved over; its changes and how far was read are left")
  func handedIn() throws {
    let (world, id) = try reviewed()
    try world.handIn(StoreWorld.sheet(), in: id, by: "p12")
    #expect(throws: StoreFault.notReadable) {
      try world.store.save([.head], of: Sheet(), in: id, by: world["p12"])
    }
    #expect(throws: StoreFault.notReadable) { try world.store.handIn(id, by: world["p12"]) }
    let raw = try RawStore(world.directory)
    #expect(try raw.dump(["progress"]) == ["progress": []])
    let slots = try raw.queue.read { try String.fetchAll($0, sql: "SELECT slot FROM draft") }
    #expect(slots == ["index", "reading"])
  }

  @Test("R3: an incomplete sheet is refused, and stays a draft")
  func incomplete() throws {
    let (world, id) = try reviewed()
    var sheet = StoreWorld.sheet()
    sheet.items["4.7.7"] = nil
    try world.write(sheet, in: id, by: "p12")
    let last = try world.store.read(LogTable.last)
    let refusal = #expect(throws: Refusal.self) { try world.store.handIn(id, by: world["p12"]) }
    #expect(refusal?.rule == .R3 && refusal?.reason == .incomplete([.mark("4.7.7")]))
    #expect(try world.store.read(LogTable.last) == last)
    #expect(try world.store.draft(of: id, by: world["p12"]).sheet == sheet)
  }

  @Test("R4: a withdrawn sheet is a draft again as it was; both versions stay")
  func withdrawal() throws {
    let (world, id) = try reviewed()
    let first = StoreWorld.sheet(comment: "初稿")
    try world.handIn(first, in: id, by: "p12")
    try world.store.perform(.withdraw(reason: "漏看附表"), in: id, by: world["p12"])
    try world.store.startReview(of: id, by: world["p12"])
    #expect(try world.store.draft(of: id, by: world["p12"]).sheet == first)
    #expect(try world.store.progress(of: id) == ["p12": 23])
    let second = StoreWorld.sheet(["4.1.2": 70], comment: "二稿")
    try world.store.save(Self.all, of: second, in: id, by: world["p12"])
    try world.store.handIn(id, by: world["p12"])
    let state = try world.state(id, "p12")
    #expect(state.contents["p12"] == [1: first, 2: second])
    #expect(state.sheets["p12"]?.withdrawals == [1: "漏看附表"])
    try world.handIn(StoreWorld.sheet(), in: id, by: "p11")
    try world.handIn(StoreWorld.sheet(), in: id, by: "p13")
    try world.open(id)
    #expect(try world.state(id, "p11").consensus?.sheets["p12"] == second)
    #expect(try world.state(id, "p11").contents["p12"]?[1] == nil)
  }

  @Test("R5: the material opens with the declaration, by the secretariat's next visit")
  func lateDeclaration() throws {
    let (world, id) = try reviewed()
    #expect(try world.state(id, "p14").documents.isEmpty)
    try world.store.perform(.declare(nil), in: id, by: world["p14"])
    #expect(try world.state(id, "p14").documents.isEmpty)
    #expect(try world.store.settleKeys(by: world.office))
    #expect(try !world.store.settleKeys(by: world.office))
    let document = try world.state(id, "p14").documents.first
    #expect(
      try world.store.text(of: document!, in: id, by: world["p14"]) == StoreWorld.selfEvaluation)
    #expect(throws: StoreFault.keyMissing(RoomID.material(id).rawValue)) {
      try world.store.text(of: document!, in: id, by: world["p15"])
    }
  }

  @Test("R5: a recused reviewer's sheet stays sealed and is not counted")
  func recusal() throws {
    let (world, id) = try reviewed()
    try world.store.perform(.declare(nil), in: id, by: world["p14"])
    try world.store.settleKeys(by: world.office)
    try world.store.perform(
      .designate(reviewers: Self.reviewers + ["p14"], due: nil), in: id, by: world.leader)
    for reviewer in Self.reviewers + ["p14"] {
      try world.handIn(StoreWorld.sheet(), in: id, by: reviewer)
    }
    try world.store.perform(
      .recuse(Interest(ground: .consultancy)), in: id, by: world["p14"])
    try world.open(id)
    let state = try world.state(id, "p11")
    #expect(Set(state.consensus?.sheets.keys.map { $0 } ?? []) == Set(Self.reviewers))
    #expect(state.contents["p14"] == nil)
    #expect(try world.state(id, "p14").consensus?.sheets.isEmpty == true)
    #expect(try world.store.check(by: world["p14"]).findings == [])
  }

  @Test("V4, R2: the work of a reviewer who was disqualified goes on with others")
  func disqualified() throws {
    let (world, id) = try reviewed()
    for reviewer in Self.reviewers { try world.handIn(StoreWorld.sheet(), in: id, by: reviewer) }
    try world.store.perform(
      .supervision(
        .lodge(
          Complaint(id: "c1", topic: .discipline, source: .staff, person: "p13", text: "受礼"))),
      by: world.office)
    try world.store.perform(
      [
        .supervision(.close("c1", .substantiated, .corrected, finding: "属实")),
        .cycle(.sanction("p13", .disqualification, "c1")),
      ], by: world[StoreWorld.supervisor])
    try world.store.perform(.declare(nil), in: id, by: world["p14"])
    try world.store.settleKeys(by: world.office)
    try world.store.perform(
      .designate(reviewers: ["p11", "p12", "p14"], due: nil), in: id, by: world.leader)
    try world.handIn(StoreWorld.sheet(), in: id, by: "p14")
    try world.open(id)
    #expect(try Set(world.state(id).consensus!.sheets.keys) == ["p11", "p12", "p14"])
    #expect(try world.store.check(by: world.office).findings == [])
  }

  @Test("A case that was handed in with no key for somebody is replayed when their key comes late")
  func keyWithoutEntries() throws {
    let world = try StoreWorld()
    let id: CaseID = "HZ26-0001"
    let application = Application(
      id: id, name: "无附件公司", district: StoreWorld.district, industry: "化工")
    try world.store.perform(.register(application), in: id, by: world.office)
    try world.toReview(id)
    try world.designate(id, Self.reviewers)
    try world.handIn(StoreWorld.sheet(), in: id, by: "p12")
    #expect(try world.state(id, "p15").sheets["p12"]?.state == .handedIn)
    try world.store.perform(.declare(nil), in: id, by: world["p15"])
    try world.store.settleKeys(by: world.office)
    #expect(try world.state(id, "p15").isCleared("p15"))
  }

  @Test("R5: where a deputy took over, the release names the reviewers whose halves are awaited")
  func deputy() throws {
    let (world, id) = try reviewed()
    for reviewer in Self.reviewers { try world.handIn(StoreWorld.sheet(), in: id, by: reviewer) }
    try world.store.perform(.declare(nil), in: id, by: world["p14"])
    try world.store.settleKeys(by: world.office)
    try world.store.perform(
      .designate(reviewers: Self.reviewers + ["p14"], due: nil), in: id, by: world.leader)
    try world.handIn(StoreWorld.sheet(), in: id, by: "p14")
    try world.store.perform(.recuse(Interest(ground: .kinship)), in: id, by: world.leader)
    try world.store.perform(.askOpening, in: id, by: world["p12"])
    #expect(throws: StoreFault.halvesAwaited(["p13", "p14"])) {
      try world.store.perform(.releaseOpening, in: id, by: world.office)
    }
    #expect(try world.state(id).opening == .asked)
    #expect(try world.store.check(by: world["p12"]).findings == [])
  }
}
