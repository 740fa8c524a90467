import Foundation
import Procedure

/// Who may do what at which stage: «yes», or the rule that refuses.
///
/// Kept as text in `who-may-what.txt` beside this file, for people to read.
struct WhoMayWhat: Sendable, Equatable {
  /// Those who try, as the columns name them.
  enum Actor: String, CaseIterable, Sendable {
    case office, officer, far, leader, member, siteLead, examiner, superv, expert

    var person: PersonID {
      switch self {
      case .office: Cast.office
      case .officer: Cast.officer
      case .far: Cast.farOfficer
      case .leader: Cast.leader
      case .member: Cast.third
      case .siteLead: Cast.siteLeader
      case .examiner: Cast.examiner
      case .superv: Cast.supervisor
      case .expert: Cast.spare
      }
    }
  }

  struct Row: Sendable, Equatable {
    let name: String
    let cells: [Actor: String]

    func may(_ actor: Actor) -> Bool { cells[actor] == "yes" }
  }

  struct Block: Sendable, Equatable {
    let title: String
    let rows: [Row]

    var stage: Stage? { Stage(rawValue: title) }

    /// The commands that somebody may give here.
    func allowed(_ actor: Actor) -> [String] { rows.filter { $0.may(actor) }.map(\.name) }
  }

  var blocks: [Block]

  static let beside = "cycle and supervision"
  static let before = "not registered"

  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("who-may-what.txt")

  private static let triedOnce = Result { try tryAll() }

  /// What is found when everybody tries every command at every stage.
  static func tried() throws -> WhoMayWhat { try triedOnce.get() }

  private static func tryAll() throws -> WhoMayWhat {
    var blocks = [
      Block(title: beside, rows: try rows(in: between()) { Samples.beside($0) })
    ]
    func cases(_ title: String, _ worlds: [World]) {
      blocks.append(
        Block(
          title: title,
          rows: rows(in: worlds) { world in
            Samples.all(in: world).map { ($0.name, .dossier(World.first, $0.command)) }
          }))
    }
    cases(before, try Situations.unregistered())
    for stage in Stage.allCases { cases(stage.rawValue, try Situations.worlds(at: stage)) }
    return WhoMayWhat(blocks: blocks)
  }

  /// The cycle open, with somebody to confirm, and closed.
  static func between() throws -> [World] {
    var open = try Situations.unregistered()[0]
    try open.run(.join(fingerprint: "f-p14"), as: Cast.invited)
    var closed = open
    try closed.run(.closeCycle)
    return [closed, open]
  }

  /// A cell is «yes» where one of the worlds accepts, and else the rule of the last refusal.
  private static func rows(
    in worlds: [World], _ samples: (World) -> [(name: String, command: Command)]
  ) -> [Row] {
    var cells: [[Actor: String]] = []
    var names: [String] = []
    for world in worlds {
      for (index, sample) in samples(world).enumerated() {
        if cells.count == index {
          cells.append([:])
          names.append(sample.name)
        }
        for actor in Actor.allCases where cells[index][actor] != "yes" {
          let refusal = world.refusal(sample.command, as: actor.person)
          cells[index][actor] = refusal?.rule.rawValue ?? "yes"
        }
      }
    }
    return zip(names, cells).map { Row(name: $0, cells: $1) }
  }

  // MARK: Text

  var text: String {
    blocks.map { block in
      let head = "== \(block.title)\n" + Self.line("", Actor.allCases.map(\.rawValue))
      return head
        + block.rows.map { row in
          Self.line(row.name, Actor.allCases.map { row.cells[$0] ?? "" })
        }.joined()
    }.joined(separator: "\n")
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    let padded = cells.map { $0.padding(toLength: 9, withPad: " ", startingAt: 0) }.joined()
    let line = name.padding(toLength: 30, withPad: " ", startingAt: 0) + padded
    return line.replacing(#/ +$/#, with: "") + "\n"
  }

  /// The table as it is kept.
  static func kept(in file: URL = file) throws -> WhoMayWhat {
    var blocks: [Block] = []
    for part in try String(contentsOf: file, encoding: .utf8).split(separator: "== ") {
      let lines = part.split(separator: "\n")
      guard let title = lines.first else { continue }
      let rows = lines.dropFirst(2).map { line in
        let cells = line.dropFirst(30).split(separator: " ").map(String.init)
        return Row(
          name: line.prefix(30).trimmingCharacters(in: .whitespaces),
          cells: Dictionary(uniqueKeysWithValues: zip(Actor.allCases, cells)))
      }
      blocks.append(Block(title: String(title), rows: rows))
    }
    return WhoMayWhat(blocks: blocks)
  }
}
