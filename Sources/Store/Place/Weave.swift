import Foundation
import Procedure
import Vault

/// The judged entries of a stream in which people wrote apart from each other, and what of any
/// closed set of them is in force.
///
/// What an entry may do was judged at its own past and never changes. Of a set, what was taken is
/// held, what is disclosed holds what did not know of it, and where acts on one record meet, the
/// narrower is in force: one outcome for one set of entries, in whatever order they came.
struct Weave<View: Sendable, Content: Sendable>: Sendable {
  /// An entry, judged.
  struct Act: Sendable {
    var name: EntryName
    /// Its kind; nil for one of keys.
    var kind: EventKind?
    /// What it says; nil where it has no effect at its own place.
    var content: Content?
    /// What it settles anew, as everybody sees it; and with what this reader can open.
    var records: [Matter] = []
    var sealedRecords: [Matter] = []
    /// What it says in the clear, and what this reader can open: two acts that say the same do not meet.
    var value: Event?
    var sealedValue: Event?
    var shutsOpening = false
    /// The rights that it takes itself, in this stream.
    var takings: [Taking] = []
    /// The entries that it accepts.
    var accepted: [EntryName] = []
    /// The panels of the case as its author had it.
    var panels: [PanelID] = []
    var seen: [Sighting] = []
  }

  /// Acts on one record that nobody has settled.
  struct Meeting: Sendable {
    var record: Matter
    var entries: [EntryName]
    var values: [Event?]
    var clash: Clash { Clash(record, entries) }
  }

  /// What is in force of a set.
  struct Outcome: Sendable {
    /// The places that are applied, in their order.
    var applied: [Int] = []
    /// What is held, and by which entry.
    var held: [Int: EntryName] = [:]
    /// What took a right from somebody who took its author's and prevails.
    var overruled: [Int: EntryName] = [:]

    /// Why entries have no effect that had one at their own places, by position.
    func faults(_ lineage: Lineage) -> [Int: VoidEntry] {
      var faults: [Int: VoidEntry] = [:]
      for (places, fault) in [
        (held, EntryFault.held(by:)), (overruled, EntryFault.overruled(by:)),
      ] as [([Int: EntryName], (EntryName) -> EntryFault)] {
        for (place, name) in places {
          let node = lineage.nodes[place]
          faults[node.position] = VoidEntry(
            fault: fault(name), name: EntryName(Hex.encode(node.id)))
        }
      }
      return faults
    }
    /// What meets in the clear, and in what this reader can open.
    var open: [Meeting] = []
    var sealed: [Meeting] = []

    /// Whether what was in force before acts met is so no more.
    var undoesEarlier: Bool {
      (open + sealed).contains { $0.record.narrower == .undecided }
    }
  }

  /// How a view is made.
  struct Maker {
    /// The view before the first entry.
    var start: View
    var apply: (Content, inout View) -> Void
    var settle: (Outcome, _ held: [EntryName], inout View) -> Void
    /// What others took or closed, outside this stream.
    var takings: [CycleTaking]
    var archive: Archive
    /// By whom somebody's removal is decided where removals meet: the earlier, the smaller.
    var ranks: ((Past) -> [PersonID: Int])?
  }

  private struct Lane: Sendable {
    var past: Past
    /// What outside takings held when the view was made.
    var struck: [Int]
    var view: View
    /// Whether nothing was held and nothing met.
    var isPlain: Bool
  }

  private(set) var acts: [Act] = []
  /// The places of each author's entries, and those of registrations.
  private(set) var places: [PersonID: [Int]] = [:]
  private(set) var registrations: [Int] = []
  private var lanes: [Lane] = []
  /// Views that are kept: one for each copy that writes, and some that they share.
  private static var kept: Int { 24 }
  /// How often an entry was applied: the cost of replay.
  private(set) var applied = 0

  /// Takes up the next entry of the lineage.
  mutating func add(_ act: Act, by author: PersonID) {
    places[author, default: []].append(acts.count)
    if act.kind == .caseRegistered { registrations.append(acts.count) }
    acts.append(act)
  }

  // MARK: Views

  /// Begins with a view that was made while everybody wrote in one line.
  mutating func seed(_ past: Past, _ view: View) {
    keep(Lane(past: past, struck: [], view: view, isPlain: true))
  }

  /// The stream as somebody had it who had just that.
  mutating func view(of past: Past, _ lineage: Lineage, _ maker: Maker) -> View {
    let struck = struckOutside(past, lineage, maker).keys.sorted()
    if let place = lanes.firstIndex(where: { $0.past == past && $0.struck == struck }) {
      let lane = lanes.remove(at: place)
      lanes.append(lane)
      return lane.view
    }
    let lane = make(past, struck, lineage, maker)
    keep(lane)
    return lane.view
  }

  /// Goes on from a view by an entry that was judged by it.
  mutating func extend(_ past: Past, by place: Int, _ lineage: Lineage, _ maker: Maker) {
    let act = acts[place]
    guard let at = lanes.lastIndex(where: { $0.past == past }), lanes[at].isPlain,
      lanes[at].struck.isEmpty, act.accepted.isEmpty
    else { return }
    var lane = lanes[at]
    lane.past = past.adding(place)
    if let content = act.content {
      maker.apply(content, &lane.view)
      applied += 1
    }
    keep(lane)
  }

  private mutating func keep(_ lane: Lane) {
    if lanes.count >= Self.kept { lanes.removeFirst() }
    lanes.append(lane)
  }

  private mutating func make(
    _ past: Past, _ struck: [Int], _ lineage: Lineage, _ maker: Maker
  ) -> Lane {
    var stem = struck.isEmpty ? stem(of: past, lineage) : nil
    var outcome = outcome(of: past, from: stem?.past.prefix ?? 0, lineage, maker)
    if stem != nil, outcome.undoesEarlier {
      stem = nil
      outcome = self.outcome(of: past, lineage, maker)
    }
    var view = stem?.view ?? maker.start
    for place in outcome.applied {
      guard let content = acts[place].content else { continue }
      maker.apply(content, &view)
      applied += 1
    }
    let isPlain =
      outcome.held.isEmpty && outcome.overruled.isEmpty && outcome.open.isEmpty
      && outcome.sealed.isEmpty
    if !isPlain || stem == nil {
      maker.settle(outcome, outcome.held.keys.sorted().map { acts[$0].name }, &view)
    }
    return Lane(past: past, struck: struck, view: view, isPlain: isPlain)
  }

  /// The furthest view on which everything beyond it builds: nothing there can be otherwise by it.
  private func stem(of past: Past, _ lineage: Lineage) -> Lane? {
    let floors = past.places(beyond: Past()).reversed()
    var lowest = Int.max
    var best: Lane?
    var candidates = lanes.filter {
      $0.past.isPrefix && $0.isPlain && $0.struck.isEmpty && $0.past.prefix <= past.prefix
    }.sorted { $0.past.prefix > $1.past.prefix }
    for place in floors {
      while let next = candidates.first, place < next.past.prefix {
        if lowest >= next.past.prefix { best = next }
        candidates.removeFirst()
        if best != nil { return best }
      }
      if !acts[place].accepted.isEmpty { return nil }
      lowest = min(lowest, lineage.nodes[place].past.prefix)
    }
    return best
  }
}
