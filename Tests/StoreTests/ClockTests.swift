import Foundation
import Procedure
import Testing

@testable import Store

/// This machine's clock beside its own last entry (T1, M7).
@Suite("A clock that was set back takes nothing again; a jump is asked about")
struct ClockTests {
  private let id: CaseID = "HZ26-0001"

  private func world() throws -> StoreWorld {
    let world = try StoreWorld()
    world.store.clockRule = ClockRule()
    try world.register(id)
    return world
  }

  /// The store as another program opens it, its clock moved by so many seconds.
  private func store(_ world: StoreWorld, by seconds: Int) throws -> (Store, Session) {
    let now = world.time.clock.now().adding(seconds: seconds)
    let store = try Store(opening: world.directory, clock: Clock { now })
    store.clockRule = ClockRule()
    return (store, try store.signIn("p1", passphrase: "demo"))
  }

  private func act(_ store: Store, _ session: Session) throws {
    try store.perform(
      .countCopies([.evidence: CopyCount(electronic: 1, paper: 1)]), in: id, by: session)
  }

  @Test("M7: more than ten minutes before this copy's last entry is refused with both times")
  func behind() throws {
    let world = try world()
    let last = world.time.clock.now()
    let (near, office) = try store(world, by: -600)
    try act(near, office)
    let (far, again) = try store(world, by: -86_400 * 40)
    #expect(
      throws: StoreFault.clockBehind(
        now: last.adding(seconds: -86_400 * 40), last: last.adding(seconds: -600))
    ) { try act(far, again) }
    #expect(try far.check().isSound)
  }

  @Test("more than a day ahead is asked about first; who confirms is not asked again that day")
  func ahead() throws {
    let world = try world()
    let (near, office) = try store(world, by: 86_400)
    try act(near, office)
    let (far, again) = try store(world, by: 86_400 * 4)
    #expect(throws: StoreFault.self) { try act(far, again) }
    far.acceptClock()
    try act(far, again)
    let remarks = try far.check().remarks
    #expect(remarks.contains { if case .clockAhead = $0 { true } else { false } })
  }

  @Test("V5: where the earlier entry was the wrong one, the secretariat says so and goes on")
  func corrected() throws {
    let world = try world()
    let (wrong, office) = try store(world, by: 86_400 * 400)
    wrong.acceptClock()
    try act(wrong, office)
    let (right, again) = try store(world, by: 60)
    #expect(throws: StoreFault.self) { try act(right, again) }
    let officer = try right.signIn("p3", passphrase: "demo")
    #expect(throws: Refusal.self) { try right.correctClock(reason: "电池没电", by: officer) }
    try right.correctClock(reason: "电池没电", by: again)
    try act(right, again)
    let report = try right.check()
    #expect(report.isSound)
    #expect(report.remarks.contains { if case .clockCorrected = $0 { true } else { false } })
    #expect(throws: StoreFault.clockIsRight) {
      try right.correctClock(reason: "再来一次", by: again)
    }
    let supervisor = try right.signIn(StoreWorld.supervisor, passphrase: "demo")
    let around = try right.watch(after: nil, limit: 9, by: supervisor).rows.first
    #expect(around?.dossier == nil)
    #expect(
      around?.oddities.contains(
        .clockCorrected("p1", at: right.clock.now(), reason: "电池没电")) == true)
    #expect(around?.oddities.contains { if case .clockBack = $0 { true } else { false } } == false)
  }

  @Test("V5: history and watch list name an act whose clock went back or far ahead, in its case")
  func named() throws {
    let world = try world()
    let (far, again) = try store(world, by: 86_400 * 4)
    far.acceptClock()
    try act(far, again)
    // A changed program asks nobody.
    let (early, office) = try store(world, by: 86_400 * 2)
    early.clockRule = nil
    try act(early, office)
    let rows = try early.history(HistoryQuery(dossier: id), before: nil, limit: 9, by: office)
    #expect(
      rows.map(\.step).prefix(2) == [.back(seconds: 86_400 * 2), .ahead(seconds: 86_400 * 4)])
    let supervisor = try early.signIn(StoreWorld.supervisor, passphrase: "demo")
    let watched = try early.watch(after: nil, limit: 9, by: supervisor).rows.first {
      $0.dossier == id
    }
    #expect(
      watched?.oddities == [
        .clockBack("p1", at: early.clock.now(), seconds: 86_400 * 2),
        .clockAhead(count: 1, longest: 86_400 * 4),
      ])
    #expect(
      try early.check().remarks.contains {
        if case .clockBack(_, 172_800) = $0 { true } else { false }
      })
  }

  @Test("a time that was written over the entry before hides no step: that entry is void then")
  func overwritten() throws {
    let world = try world()
    let (far, again) = try store(world, by: 86_400 * 4)
    far.acceptClock()
    try act(far, again)
    try RawStore(world.directory).alter { db in
      try db.execute(
        sql: """
          UPDATE entry SET time = (SELECT time FROM entry ORDER BY position DESC LIMIT 1)
          WHERE id = (SELECT previous FROM entry ORDER BY position DESC LIMIT 1)
          """)
    }
    let store = try Store(opening: world.directory, clock: far.clock)
    #expect(
      try store.check().findings.contains {
        if case .entry(_, _, .changed) = $0 { true } else { false }
      })
  }
}
