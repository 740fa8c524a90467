import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("A sheet that is handed in on one laptop while the other writes on")
struct HandInApartTests {
  private let items = Laptops.items
  private let left: Set<String> = [Draft.indexSlot, ReadingRow.slot]

  @Test("what is in it is cleared on the other, what it was changed from, too")
  func cleared() throws {
    let laptops = try Laptops(2)
    try laptops[0].write(items[0], Laptops.review(35))
    try laptops.meet(0, 1)
    try laptops[1].fill()
    try laptops[1].handIn()
    try laptops.meet(1, 0)
    for laptop in laptops.all {
      #expect(try laptop.rows == left)
      #expect(try laptop.store.leftBeside(Laptops.id, by: laptop.session).isEmpty)
      #expect(try laptop.store.progress(of: Laptops.id)[Laptops.person] == nil)
      #expect(throws: StoreFault.notReadable) { try laptop.draft }
      try laptop.check()
    }
  }

  @Test("what was written apart from it stays, is named, and stands beside the next draft")
  func apart() throws {
    let laptops = try Laptops(2)
    try laptops[1].fill()
    try laptops.meet(0, 1)
    try laptops[0].write(items[0], Laptops.review(95, "另写"))
    try laptops[1].handIn()
    let stick = try laptops.copies.folder()
    try laptops[1].exchange(stick)
    let report = try laptops[0].exchange(stick)
    #expect(report.drafts.apart == [Laptops.id] && report.drafts.twice.isEmpty)
    try laptops[1].exchange(stick)
    let beside = try laptops[0].store.leftBeside(Laptops.id, by: laptops[0].session)
    #expect(beside.slots == [.item(items[0])])
    #expect(beside[.item(items[0])]?[0].items[items[0]] == Laptops.review(95, "另写"))
    for laptop in laptops.all { try laptop.check() }
    // It is withdrawn and begun again on the laptop that knows nothing of it.
    try laptops[1].withdraw()
    try laptops[1].start()
    try laptops.meet(0, 1)
    for laptop in laptops.all {
      let draft = try laptop.draft
      #expect(draft.others.slots == [.item(items[0])] && !draft.isTurnedBack)
      #expect(
        try Set(laptop.states(items[0])) == [Laptops.review(60), Laptops.review(95, "另写")])
      #expect(draft.sheet.marked == items.count)
      try laptop.check()
    }
  }

  @Test("begun again here, it stands beside what was withdrawn")
  func begunAgainHere() throws {
    let laptops = try Laptops(2)
    try laptops[1].fill()
    try laptops[0].write(items[0], Laptops.review(95, "另写"))
    try laptops[1].handIn()
    try laptops.meet(1, 0)
    try laptops[0].withdraw()
    try laptops[0].start()
    #expect(
      try laptops[0].states(items[0]) == [Laptops.review(60), Laptops.review(95, "另写")])
    try laptops[0].check()
    try laptops[0].choose(items[0], Laptops.review(95, "另写"))
    try laptops[0].handIn()
    try laptops.meet(0, 1)
    for laptop in laptops.all {
      let state = try laptop.store.dossier(Laptops.id, by: laptop.session)
      #expect(state.contents[Laptops.person]?[2]?.items[items[0]] == Laptops.review(95, "另写"))
      #expect(try laptop.rows == left)
      try laptop.check()
    }
  }

  @Test("rows of an earlier start count as nothing, and come back in no order of meeting")
  func earlierStart() throws {
    let laptops = try Laptops(3)
    try laptops[0].write(items[0], Laptops.review(35))
    try laptops[0].write(items[1], Laptops.review(40))
    try laptops.meet(0, 1)
    try laptops.meet(0, 2)
    try laptops[1].fill()
    try laptops[1].handIn()
    try laptops[1].withdraw()
    try laptops[1].start()
    try laptops[1].write(items[1], Laptops.review(75))
    // The log alone comes here, by somebody else's hand.
    let stick = try laptops.copies.folder()
    let office = Session(
      person: StoreWorld.office, keys: laptops.copies.world.office.ring.keys)
    _ = try laptops[1].store.exchange(with: stick, by: office)
    _ = try laptops[0].store.exchange(
      with: stick, by: laptops.copies.world.office)
    var draft = try laptops[0].draft
    #expect(draft.isElsewhere && !draft.isTurnedBack && draft.sheet == StoreWorld.sheet())
    try laptops[0].check()
    // The third laptop still has the first start, and meets the first before anybody else.
    try laptops.meet(0, 2)
    try laptops.meet(0, 1)
    try laptops.meet(2, 1)
    for laptop in laptops.all {
      draft = try laptop.draft
      #expect(draft.sheet.items[items[0]] == Laptops.review(60))
      #expect(draft.sheet.items[items[1]] == Laptops.review(75))
      #expect(draft.others.isEmpty && !draft.isTurnedBack && !draft.isElsewhere)
      try laptop.check()
    }
  }

  @Test("begun again elsewhere, it can be handed in here as it was withdrawn")
  func handedInUntouched() throws {
    let laptops = try Laptops(2)
    try laptops[1].write(items[0], Laptops.review(35))
    try laptops[0].fill()
    try laptops[0].handIn()
    try laptops[0].withdraw()
    try laptops[0].start()
    let stick = try laptops.copies.folder()
    try laptops.copies.exchange(stick)
    let store = laptops[1].store
    let office = Session(
      person: StoreWorld.office, keys: laptops.copies.world.office.ring.keys)
    _ = try store.exchange(with: stick, by: office)
    // What was written here stands beside it first.
    #expect(try laptops[1].states(items[0]) == [Laptops.review(60), Laptops.review(35)])
    try laptops[1].choose(items[0], Laptops.review(60))
    try laptops[1].handIn()
    #expect(try laptops[1].rows == left)
    try laptops.meet(1, 0)
    for laptop in laptops.all {
      #expect(try laptop.rows == left)
      #expect(try laptop.store.leftBeside(Laptops.id, by: laptop.session).isEmpty)
      try laptop.check()
    }
  }

  @Test("a copy that never had any of it hands in what was withdrawn elsewhere")
  func handedInFromNothing() throws {
    let laptops = try Laptops(1)
    try laptops[0].fill()
    try laptops[0].handIn()
    try laptops[0].withdraw()
    try laptops[0].start()
    let copy = try laptops.copies.copy()
    try copy.store.writeTaken { try $0.execute(sql: "DELETE FROM draft; DELETE FROM progress") }
    let other = Laptop(copy.store, copy[Laptops.person], keeping: copy)
    #expect(try other.draft.isElsewhere)
    try other.handIn()
    #expect(try other.rows == left)
    let stick = try laptops.copies.folder()
    for laptop in [other, laptops[0], other] { try laptop.exchange(stick) }
    for laptop in [other, laptops[0]] {
      #expect(try laptop.rows == left)
      try laptop.check()
    }
  }
}
