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

  private static let triedOnce = Result { try tryAll() }

  /// What is found when everybody writes every kind at every stage.
  static func tried() throws -> WhoMayWhat { try triedOnce.get() }

  private static func tryAll() throws -> WhoMayWhat {
    var blocks = [
      Block(title: WhoMayWhat.beside, rows: rows(in: try WhoMayWhat.between()) { $0.beside }),
      Block(
        title: WhoMayWhat.before, rows: rows(in: try Situations.unregistered()) { $0.ofCase }),
    ]
    for stage in Stage.allCases {
      blocks.append(
        Block(
          title: stage.rawValue, rows: rows(in: try Situations.worlds(at: stage)) { $0.ofCase }))
    }
    return WhoMayWhat(blocks: blocks)
  }

  private static func rows(
    in worlds: [World], _ samples: (Entries) -> [Entries.Sample]
  ) -> [Row] {
    var cells: [[Actor: String]] = []
    var names: [String] = []
    for world in worlds {
      for actor in Actor.allCases {
        for (index, sample) in samples(Entries(world: world, actor: actor.person)).enumerated() {
          if cells.count == index {
            cells.append([:])
            names.append(sample.name)
          }
          guard cells[index][actor] != "yes" else { continue }
          let refusal = world.writing(sample, as: actor.person)
          cells[index][actor] = refusal?.rule.rawValue ?? "yes"
        }
      }
    }
    return zip(names, cells).map { Row(name: $0, cells: $1) }
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
