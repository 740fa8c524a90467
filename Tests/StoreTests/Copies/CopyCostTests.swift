import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// What a case costs that many copies wrote in (exchange.md: no cost grows with the square).
@Suite("The cost of copies")
struct CopyCostTests {
  /// Acts and copies; `PINGSHEN_COPY_COST` asks for more («1000/10»).
  private static let size: (acts: Int, copies: Int) = {
    let parts = (ProcessInfo.processInfo.environment["PINGSHEN_COPY_COST"] ?? "").split(
      separator: "/"
    ).compactMap { Int($0) }
    return parts.count == 2 ? (parts[0], parts[1]) : (60, 3)
  }()

  @Test("12: no entry is applied more than twice for each time it is replayed")
  func applied() throws {
    let two = try TwoCopies.opened()
    let world = two.here
    var copies = [two.other]
    while copies.count < Self.size.copies - 1 { copies.append(try two.copies.copy()) }
    let stick = try two.copies.folder()
    func meet() throws {
      for _ in 0..<2 {
        try two.copies.exchange(stick)
        for copy in copies { try copy.exchange(stick) }
      }
    }
    for number in 0..<Self.size.acts {
      let person = StoreWorld.panel[number % 3]
      let command = CaseCommand.dissent(TwoCopies.item, person: person, text: "意见 \(number)")
      let place = (number / 2) % Self.size.copies
      if place == 0 {
        try two.here(command, by: person)
      } else {
        let copy = copies[place - 1]
        try copy.store.perform(command, in: TwoCopies.id, by: copy[person])
        world.time.advance(seconds: 60)
      }
      if number % 20 == 19 { try meet() }
    }
    try meet()
    let fresh = try Store(opening: world.directory, clock: world.time.clock)
    let session = Session(person: "p11", keys: world["p11"].ring.keys)
    let begin = DispatchTime.now()
    let replay = try fresh.replayed(TwoCopies.id, by: session)
    let took = (DispatchTime.now().uptimeNanoseconds - begin.uptimeNanoseconds) / 1_000_000
    #expect(replay.isWoven)
    #expect(
      replay.state?.consensus?.dissents[TwoCopies.item]?.count == Self.size.acts)
    // Once for judging and once for the whole, and as often for the keys that were learnt on the way.
    #expect(replay.applied <= 2 * replay.length, "\(replay.applied) of \(replay.length)")
    print("\(replay.length) entries, \(Self.size.copies) copies: \(replay.applied), \(took) ms")
  }
}
