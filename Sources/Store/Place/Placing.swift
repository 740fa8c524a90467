import Foundation
import Procedure
import Vault

/// Where an entry stands, by what it names: asked before anything else of it.
enum Placing {
  /// The place of an entry whose parents are here.
  ///
  /// - Parameters:
  ///   - lineage: Of its own stream.
  ///   - cycle: Of the cycle's, for entries of another stream.
  /// - Throws: `.changed`, `.unreadable`; `.parentsWrong` where what it names is not here.
  static func node(
    of stored: StoredEntry, in lineage: Lineage, cycle: Lineage?
  ) throws(EntryFault) -> Lineage.Node {
    let entry = stored.entry
    guard entry.id == stored.id else { throw .changed }
    guard EntryCheck.times.contains(entry.time.seconds), entry.number < EntryCheck.highest,
      Sighting.isCopy(entry.device)
    else { throw .unreadable }
    guard entry.parents.count <= Entry.mostParents, entry.seen.count <= Entry.mostSightings else {
      throw .parentsWrong
    }
    var (own, outer): ([Int], [Int]) = ([], [])
    for id in entry.parents {
      if let place = cycle?.place(of: id) {
        outer.append(place)
      } else if let place = lineage.place(of: id) {
        own.append(place)
      } else {
        throw .parentsWrong
      }
    }
    let past = lineage.past(of: own)
    let isNext = own.isEmpty || own == [past.prefix - 1] && past.isPrefix
    return Lineage.Node(
      id: stored.id, position: stored.position, author: entry.author, device: entry.device,
      number: entry.number, past: past, outer: cycle?.past(of: outer) ?? Past(),
      parents: isNext && past == lineage.all ? [] : own)
  }

  /// Whether an entry's parents lack what its own copy had already built on, in its stream or the
  /// cycle's.
  static func denies(
    _ node: Lineage.Node, _ entry: Entry, in lineage: Lineage, cycle: Lineage?, _ archive: Archive
  ) -> Bool {
    if let cycle, !isOuterWhole(node, entry, lineage, cycle, archive) { return true }
    if node.past == lineage.all { return false }
    // What its copy wrote here before it, unless that lies on another branch of a fork.
    return lineage.nodes.indices.contains { place in
      let other = lineage.nodes[place]
      return other.device == node.device && other.number < node.number
        && !(node.past.contains(place) && node.past.contains(other.past))
        && entry.previous.map {
          archive.leads(from: $0, to: other.id, number: other.number)
        } == true
    }
  }

  /// Whether what an entry names of the cycle is no less than what its parents and the entry before
  /// it on its copy did.
  private static func isOuterWhole(
    _ node: Lineage.Node, _ entry: Entry, _ lineage: Lineage, _ cycle: Lineage, _ archive: Archive
  ) -> Bool {
    if node.outer == Past(before: cycle.count(before: node.position)) { return true }
    let parents = node.past.isPrefix ? [node.past.prefix - 1] : node.past.places
    for place in parents where place >= 0 {
      guard node.outer.contains(lineage.nodes[place].outer) else { return false }
    }
    guard let previous = entry.previous else { return true }
    if let place = cycle.place(of: previous) {
      return node.outer.contains(cycle.past(through: place))
    }
    guard let link = archive.link(previous) else { return true }
    return link.parents.compactMap { cycle.place(of: $0) }.allSatisfy { place in
      node.outer.contains(cycle.past(through: place))
    }
  }
}
