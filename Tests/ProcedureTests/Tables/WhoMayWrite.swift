import Foundation
import Procedure

/// Who may write an entry of which kind at which stage: «yes», or the rule that refuses.
///
/// Judged as replay judges it, with what comes directly before it written by the same author.
/// Kept as text in `who-may-write.txt` beside this file, for people to read.
enum WhoMayWrite {
  typealias Actor = WhoMayWhat.Actor
  typealias Row = WhoMayWhat.Row
  typealias Block = WhoMayWhat.Block

  static let file = WhoMayWhat.file.deletingLastPathComponent()
    .appendingPathComponent("who-may-write.txt")

  /// An entry that stands in a world, by its author.
  struct Standing: Sendable {
    let world: World
    let author: PersonID
    let sample: Entries.Sample

    /// The world with what comes directly before it.
    var ready: World { world.prepared(for: sample, as: author) }
  }

  private static let triedOnce = Result { try tryAll() }

  /// What is found when everybody writes every kind at every stage.
  static func tried() throws -> WhoMayWhat { try triedOnce.get().table }

  /// Everything that somebody may write, by the title of its block.
  static func standing() throws -> [String: [Standing]] { try triedOnce.get().standing }

  private static func tryAll() throws -> (table: WhoMayWhat, standing: [String: [Standing]]) {
    var blocks: [Block] = []
    var standing: [String: [Standing]] = [:]
    func tryEverybody(
      _ title: String, _ worlds: [World], _ samples: (Entries) -> [Entries.Sample]
    ) {
      let (rows, found) = rows(in: worlds, samples)
      blocks.append(Block(title: title, rows: rows))
      standing[title] = found
    }
    tryEverybody(WhoMayWhat.beside, try WhoMayWhat.between()) { $0.beside }
    tryEverybody(WhoMayWhat.before, try Situations.unregistered()) { $0.ofCase }
    for stage in Stage.allCases {
      tryEverybody(stage.rawValue, try Situations.worlds(at: stage)) { $0.ofCase }
    }
    return (WhoMayWhat(blocks: blocks), standing)
  }

  private static func rows(
    in worlds: [World], _ samples: (Entries) -> [Entries.Sample]
  ) -> (rows: [Row], standing: [Standing]) {
    var cells: [[Actor: String]] = []
    var names: [String] = []
    var standing: [Standing] = []
    for world in worlds {
      for actor in Actor.allCases {
        for (index, sample) in samples(Entries(world: world, actor: actor.person)).enumerated() {
          if cells.count == index {
            cells.append([:])
            names.append(sample.name)
          }
          let refusal = world.writing(sample, as: actor.person)
          if refusal == nil {
            standing.append(Standing(world: world, author: actor.person, sample: sample))
          }
          if cells[index][actor] != "yes" {
            cells[index][actor] = refusal?.rule.rawValue ?? "yes"
          }
        }
      }
    }
    return (zip(names, cells).map { Row(name: $0, cells: $1) }, standing)
  }
}

extension World {
  /// The case after the entries before a sample, as far as they stand.
  func prepared(for sample: Entries.Sample, as author: PersonID) -> World {
    var world = self
    for event in sample.before {
      guard world.writing(event, as: author) == nil else { break }
      world.take(event, in: World.first, by: author)
    }
    return world
  }

  /// What replay would say to a sample after those before it.
  func writing(_ sample: Entries.Sample, as author: PersonID) -> Refusal? {
    (sample.before.isEmpty ? self : prepared(for: sample, as: author))
      .writing(sample.event, as: author)
  }
}
