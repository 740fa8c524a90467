import Foundation
import Procedure

/// Whose rights were taken: who stands, and what was done apart from it.
extension Weave {
  /// An entry that holds another, and whether somebody knew of it.
  typealias Holder = (name: EntryName, isKnown: (Int) -> Bool)

  /// Of those who take rights: who stands, and whose act is void because an earlier one took theirs.
  func standing(
    _ takers: [Int], _ past: Past, _ lineage: Lineage, _ maker: Maker
  ) -> (live: [Int], void: [Int: EntryName]) {
    guard takers.count > 1, let ranks = maker.ranks?(past) else { return (takers, [:]) }
    func rank(_ place: Int) -> Int { ranks[lineage.nodes[place].author] ?? .max }
    var void: [Int: EntryName] = [:]
    let ranked = takers.sorted { one, other in
      if rank(one) != rank(other) { return rank(one) < rank(other) }
      return lineage.nodes[one].id.lexicographicallyPrecedes(lineage.nodes[other].id)
    }
    for place in ranked {
      let holder = ranked.first { other in
        void[other] == nil && rank(other) < rank(place)
          && strikes(other, place, lineage, maker)
      }
      if let holder { void[place] = acts[holder].name }
    }
    return (takers.filter { void[$0] == nil }, void)
  }

  /// Whether an act of this stream takes the right with which another was done apart from it.
  func strikes(_ taker: Int, _ place: Int, _ lineage: Lineage, _ maker: Maker) -> Bool {
    let (one, other) = (lineage.nodes[taker], lineage.nodes[place])
    guard taker != place, !other.past.contains(taker), !one.past.contains(place) else {
      return false
    }
    let taken = acts[taker].takings.contains {
      $0.person == other.author && $0.concerns(acts[place].kind, panels: acts[place].panels)
    }
    return taken
      && !isCovered(
        other, device: one.device, number: one.number, id: one.id, acts[taker].seen, maker)
  }

  /// What outside takings hold, and who took; and whether an entry knew of it.
  func struckOutside(
    _ past: Past, _ lineage: Lineage, _ maker: Maker
  ) -> [Int: [Holder]] {
    var struck: [Int: [Holder]] = [:]
    for taking in maker.takings {
      let used: [Int] =
        switch taking.what {
        case .right(let right): places[right.person] ?? []
        case .registration: registrations
        }
      for place in used where past.contains(place) {
        let act = acts[place]
        if taking.strikes(lineage.nodes[place], act.kind, act.panels, maker.archive) {
          struck[place, default: []].append(
            (taking.name, { lineage.nodes[$0].outer.contains(taking.place) }))
        }
      }
    }
    return struck
  }

  func isCovered(
    _ node: Lineage.Node, device: String, number: Int, id: Data, _ seen: [Sighting], _ maker: Maker
  ) -> Bool {
    CycleTaking.isCovered(
      node, device: device, number: number, id: id, seen, maker.archive)
  }
}
