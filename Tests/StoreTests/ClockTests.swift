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
  }
}
