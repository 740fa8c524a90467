import Criteria
import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

@Suite("The projections follow from the log")
struct RebuildTests {
  @Test("Rebuilding gives the same tables after a whole case, drafts and progress untouched")
  func rebuild() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toHandedIn(id, sheets: SharedStore.reviewers.map { ($0, StoreWorld.sheet()) })
    try world.open(id)
    try world.finish(id, at: [:])
    try world.register("HZ26-0002")
    try world.toReview("HZ26-0002")
    try world.designate("HZ26-0002", SharedStore.reviewers)
    try world.write(StoreWorld.sheet(), in: "HZ26-0002", by: "p12")
    let raw = try RawStore(world.directory)
    let before = try raw.dump(RawStore.all)
    try raw.queue.write { db in
      try db.execute(
        sql: "DELETE FROM duty; UPDATE dossier SET stage = 'cultivation'; DELETE FROM owed")
      try db.execute(sql: "UPDATE person SET name = '冒名' WHERE id = 'p12'")
    }
    let found = try world.store.check().findings
    #expect(found.contains(.projectionDiffers(table: "dossier", key: "HZ26-0001")))
    #expect(found.contains(.projectionDiffers(table: "person", key: "p12")))
    #expect(found.contains { if case .projectionDiffers("duty", _) = $0 { true } else { false } })
    var heard: [Int] = []
    try world.store.rebuild { done, _ in
      heard.append(done)
      return true
    }
    let last = try world.store.read(LogTable.last)
    #expect(heard.first == 0 && heard.last == last)
    #expect(try raw.dump(RawStore.all) == before)
    #expect(try world.store.check().isSound)
  }

  @Test("A rebuild or a check that is stopped leaves everything as it was")
  func stopped() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory)
    let before = try RawStore(directory).dump(RawStore.all)
    #expect(throws: StoreFault.stopped) { try store.rebuild { _, _ in false } }
    #expect(throws: StoreFault.stopped) { try store.check { _, _ in false } }
    #expect(try RawStore(directory).dump(RawStore.all) == before)
  }

  /// The next act of the office or the district, which may be too early.
  private func goOn(_ world: StoreWorld, _ id: CaseID) throws {
    switch try world.state(id).stage {
    case .registered:
      try world.complete(id)
      try world.store.perform(.submit, in: id, by: world.office)
    case .districtCheck:
      let day = world.time.clock.now().day
      try world.store.perform(
        .recommend(opinion: "同意", sealedOn: day), in: id, by: world.officer(of: id))
    case .qualification:
      guard try world.state(id).admission.isQualified == true else { return try world.qualify(id) }
      try world.publish(.qualification, id)
    case .qualificationNotice:
      world.time.advance(seconds: 86_400 * 3)
      try world.store.perform(.closeNotice(.qualification), in: id, by: world.office)
    default: try world.publish(.onSite, id)
    }
  }

  /// A command that somebody might give, sensible or not.
  private func act(_ world: StoreWorld, _ id: CaseID, _ chance: inout Chance) throws {
    let anyone = world[world.sessions.keys.sorted().randomElement(using: &chance)!]
    let member = world[StoreWorld.panel.randomElement(using: &chance)!]
    let store = world.store
    let isEarly = try world.state(id).stage < .independentReview
    switch isEarly && Bool.random(using: &chance) ? 0 : Int.random(in: 2..<20, using: &chance) {
    case 0, 1, 2: try goOn(world, id)
    case 3: try store.perform(.assignPanel("m1"), in: id, by: world.office)
    case 4, 5, 6: try store.perform(.declare(nil), in: id, by: member)
    case 7, 8:
      try store.perform(
        .designate(reviewers: ["p11", "p12", "p13", "p14"], due: nil), in: id, by: world.leader)
    case 9, 10, 11:
      try store.startReview(of: id, by: member)
      let slots: Set<DraftSlot> = [.head, .item("4.1.2")]
      try store.save(slots, of: StoreWorld.sheet(), in: id, by: member)
    case 12, 13:
      let sheet = StoreWorld.sheet()
      let slots = Set(sheet.items.keys.map(DraftSlot.item) + [.head])
      try store.save(slots, of: sheet, in: id, by: member)
      try store.handIn(id, by: member)
    case 14: try store.perform(.withdraw(reason: "改一处"), in: id, by: member)
    case 15: try store.perform(.askOpening, in: id, by: world.leader)
    case 16: try store.perform(.releaseOpening, in: id, by: world.office)
    case 17: try store.perform(.openConsensus, in: id, by: world.leader)
    case 18:
      guard Int.random(in: 0..<4, using: &chance) == 0 else { break }
      var person = try store.cycle().people["p15"]!
      person.active.toggle()
      try store.perform(.cycle(.change(person)), by: world.office)
    default: try store.settleKeys(by: anyone)
    }
  }

  @Test("A3: after any sequence of commands the check passes and a rebuild changes nothing")
  func randomCommands() throws {
    let world = try StoreWorld()
    var chance = Chance(seed: 7)
    let cases: [CaseID] = ["HZ26-0001", "HZ26-0002"]
    for id in cases { try world.register(id) }
    var (accepted, refused) = (0, 0)
    for _ in 0..<300 {
      let last = try world.store.read(LogTable.last)
      do {
        try act(world, cases.randomElement(using: &chance)!, &chance)
        accepted += 1
      } catch let error where error is Refusal || error is StoreFault {
        refused += 1
        #expect(try world.store.read(LogTable.last) == last, "\(error)")
      }
    }
    #expect(accepted > 72 && refused > 24, "\(accepted) accepted, \(refused) refused")
    #expect(try cases.contains { try world.state($0).stage > .qualificationNotice })
    let before = try RawStore(world.directory).dump(RawStore.all)
    #expect(try world.store.check().findings == [])
    for person in ["p1", "p2", "p11", "p13"] as [PersonID] {
      let found = try world.store.check(by: world[person]).findings
      #expect(found == [], "\(person)")
    }
    try world.store.rebuild()
    #expect(try RawStore(world.directory).dump(RawStore.all) == before)
  }
}
