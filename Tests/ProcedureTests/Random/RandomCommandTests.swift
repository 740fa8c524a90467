import Foundation
import Procedure
import Testing

/// `decide` and `apply` under seeded random commands.
@Suite("Random commands")
struct RandomCommandTests {
  /// What one run came to.
  struct Run: Sendable {
    var world: World
    var tried = 0
    var accepted = 0
    var changedByRefusal = 0
    /// How often each reason refused, to find out where a generator gets stuck.
    var refusals: [String: Int] = [:]

    /// Years later the contents of what is over are destroyed.
    mutating func endKeeping() {
      world.wait(until: world.now.day.adding(months: 12 * 11))
      for id in world.dossiers.keys.sorted() {
        tried += 1
        do {
          try world.perform(.dossier(id, .destroyContents), as: Cast.office)
          accepted += 1
        } catch {
          refusals["\(error) destroyContents", default: 0] += 1
        }
      }
    }
  }

  static let runs: [Run] = (1...10).map { play(seed: $0, commands: 4_000) }

  private static func play(seed: UInt64, commands: Int) -> Run {
    var run = Run(world: .founded)
    var generator = CommandGenerator(seed: seed)
    for _ in 0..<commands {
      let days = generator.daysPassing(in: run.world)
      if days > 0 { run.world.wait(until: run.world.now.day.adding(days: days)) }
      let (command, actor) = generator.next(in: run.world)
      var target: CaseState?
      if case .dossier(let id, _) = command { target = run.world.dossiers[id] }
      let (before, entries) = (target, run.world.log.count)
      run.tried += 1
      do {
        try run.world.perform(command, as: actor)
        run.accepted += 1
      } catch {
        let name = String(describing: command).prefix(60)
        run.refusals["\(error) \(name)", default: 0] += 1
        if case .dossier(let id, _) = command { target = run.world.dossiers[id] }
        if target != before || run.world.log.count != entries { run.changedByRefusal += 1 }
      }
    }
    run.endKeeping()
    return run
  }

  @Test("V5: of 10,000 commands at least 30 % are accepted, and every kind of event is reached")
  func reach() {
    let tried = Self.runs.reduce(0) { $0 + $1.tried }
    let accepted = Self.runs.reduce(0) { $0 + $1.accepted }
    #expect(tried >= 10_000)
    let refusals = Self.runs.reduce(into: [:]) { $0.merge($1.refusals, uniquingKeysWith: +) }
      .sorted { $0.value > $1.value }.prefix(12).map { "\($0.value) \($0.key)" }
    #expect(accepted * 10 >= tried * 3, "\(accepted) of \(tried): \(refusals)")
    #expect(accepted * 10 <= tried * 9, "refusals are tried too: \(accepted) of \(tried)")
    let reached = Set(Self.runs.flatMap { $0.world.log.map(\.event.kind) })
    let missing = EventKind.allCases.filter { !reached.contains($0) }
    #expect(missing == [])
  }

  @Test("V5: a refused command changes nothing", arguments: 0..<5)
  func refused(_ index: Int) { #expect(Self.runs[index].changedByRefusal == 0) }

  @Test("V5: replay from the first entry gives the same states", arguments: 0..<5)
  func replay(_ index: Int) {
    let world = Self.runs[index].world
    #expect(world.replayCycle() == world.cycle)
    #expect(world.replaySupervision() == world.supervision)
    #expect(world.dossiers.count == 5)
    for (id, dossier) in world.dossiers {
      let replayed = world.replay(id)
      #expect(replayed == dossier, "\(id)")
    }
  }

  @Test("V5: replay lets stand all that decide gave its author")
  func standing() {
    for run in Self.runs { #expect(run.world.wallFaults.map(\.kind) == []) }
  }

  @Test(
    "R4: an entry is its author's and no stranger's, alike for whoever holds which keys",
    arguments: 0..<2)
  func sameAnswer(_ index: Int) {
    var readers: [CaseID: [Replay]] = [:]
    let keys: [@Sendable (Event) -> Bool] = [
      { _ in true }, { $0.kind.placement == .clear },
      { $0.kind.placement == .clear || $0.kind.rawValue.count % 2 == 0 },
    ]
    for record in Self.runs[index].world.log {
      guard let id = record.dossier else { continue }
      var replays = readers[id] ?? keys.map { _ in Replay() }
      for author in [record.author, Cast.stranger] {
        let answers = replays.map { replay in
          World.Record.answer(
            Shown(record.event, in: replay.state, by: record.author),
            on: record.desk(replay.state, by: author))
        }
        #expect(Set(answers).count == 1, "\(record.event.kind) by \(author)")
        #expect((answers[0] == nil) == (author == record.author), "\(record.event.kind)")
      }
      for place in replays.indices { replays[place].take(record, reads: keys[place](record.event)) }
      readers[id] = replays
    }
    for replay in readers.values.joined() {
      #expect(replay.refused.isEmpty && replay.state?.trace == replay.clear?.trace)
    }
  }

  @Test("V5: every event reads back from its JSON as it was written", arguments: 0..<5)
  func coding(_ index: Int) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let decoder = JSONDecoder()
    for record in Self.runs[index].world.log {
      let data = try encoder.encode(record.event)
      let read = try decoder.decode(Event.self, from: data)
      #expect(read == record.event, "\(record.event.kind)")
      #expect(try encoder.encode(read) == data, "\(record.event.kind)")
    }
  }
}
