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
    var records: [Record] = []
    var sealedRecords: [Record] = []
    /// What it says in the clear: two acts that say the same do not meet.
    var value: Event?
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
    var record: Record
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
    /// What meets in the clear, and in what this reader can open.
    var open: [Meeting] = []
    var sealed: [Meeting] = []
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
  private var lanes: [Lane] = []
  /// Views that are kept: one for each copy that writes, and some that they share.
  private static var kept: Int { 24 }
  /// How often an entry was applied: the cost of replay.
  private(set) var applied = 0

  /// Takes up the next entry of the lineage.
  mutating func add(_ act: Act) { acts.append(act) }

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
    let stem = struck.isEmpty ? stem(of: past, lineage) : nil
    let from = stem?.past.prefix ?? 0
    let outcome = outcome(of: past, from: from, lineage, maker)
    var view = stem?.view ?? maker.start
    for place in outcome.applied {
      guard let content = acts[place].content else { continue }
      maker.apply(content, &view)
      applied += 1
    }
    let isPlain = outcome.held.isEmpty && outcome.open.isEmpty && outcome.sealed.isEmpty
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

  // MARK: In force

  /// What of a closed set is in force.
  ///
  /// - Parameter from: Everything before this place is known to be in force; nothing beyond is apart
  ///   from it.
  func outcome(
    of past: Past, from: Int = 0, _ lineage: Lineage, _ maker: Maker
  ) -> Outcome {
    let places = lineage.order(past.places(beyond: Past(before: from)))
    let able = places.filter { acts[$0].content != nil }
    var outcome = Outcome()
    let takers = standing(able.filter { !acts[$0].takings.isEmpty }, past, lineage, maker)
    outcome.held = takers.void
    let outside = struckOutside(past, lineage, maker)
    var struck: [Int: [(name: EntryName, isKnown: (Int) -> Bool)]] = [:]
    for place in able where outcome.held[place] == nil && !takers.live.contains(place) {
      for (name, isKnown) in outside[place] ?? [] {
        struck[place, default: []].append((name, isKnown))
      }
      for taker in takers.live where strikes(taker, place, lineage, maker) {
        struck[place, default: []].append(
          (acts[taker].name, { lineage.nodes[$0].past.contains(taker) }))
      }
    }
    // Who accepts had seen both; an acceptance revives no acceptance.
    let accepting = able.filter { !acts[$0].accepted.isEmpty && struck[$0] == nil }
    func isAccepted(_ place: Int, _ isKnown: (Int) -> Bool) -> Bool {
      acts[place].accepted.isEmpty
        && accepting.contains { acceptor in
          acts[acceptor].accepted.contains(acts[place].name) && isKnown(acceptor)
            && lineage.nodes[acceptor].past.contains(place)
        }
    }
    for (place, by) in struck {
      if let holder = by.first(where: { !isAccepted(place, $0.isKnown) }) {
        outcome.held[place] = holder.name
      }
    }
    var live = able.filter { outcome.held[$0] == nil }
    for gate in live where acts[gate].kind?.holds.isEmpty == false {
      let held = acts[gate].kind?.holds ?? []
      for place in live where acts[place].kind.map(held.contains) == true {
        if lineage.areApart(gate, place),
          !isAccepted(place, { lineage.nodes[$0].past.contains(gate) })
        {
          outcome.held[place] = acts[gate].name
        }
      }
    }
    live.removeAll { outcome.held[$0] != nil }
    meet(live, lineage, &outcome)
    return outcome
  }

  /// Lays aside what met on one record, and says what nobody has settled since.
  private func meet(_ live: [Int], _ lineage: Lineage, _ outcome: inout Outcome) {
    var writers: [Record: [Int]] = [:]
    var sealed: Set<Record> = []
    for place in live {
      for record in acts[place].records { writers[record, default: []].append(place) }
      for record in acts[place].sealedRecords where !acts[place].records.contains(record) {
        writers[record, default: []].append(place)
        sealed.insert(record)
      }
    }
    var aside: Set<Int> = []
    for (record, places) in writers where places.count > 1 {
      for (index, one) in places.enumerated() {
        for other in places[..<index] where differ(one, other) && lineage.areApart(one, other) {
          switch record.narrower {
          case .common: break
          case .shut:
            aside.formUnion([one, other].filter { !acts[$0].shutsOpening && !isOpening($0) })
          case .unsettled: aside.formUnion([one, other])
          }
        }
      }
      let last = places.filter { place in
        !places.contains { lineage.nodes[$0].past.contains(place) }
      }
      guard last.count > 1, last.contains(where: { differ($0, last[0]) }) else { continue }
      let meeting = Meeting(
        record: record, entries: last.map { acts[$0].name }, values: last.map { acts[$0].value })
      if sealed.contains(record) { outcome.sealed.append(meeting) } else { outcome.open.append(meeting) }
    }
    outcome.open.sort { "\($0.record)" < "\($1.record)" }
    outcome.sealed.sort { "\($0.record)" < "\($1.record)" }
    outcome.applied = live.filter { !aside.contains($0) }
  }

  private func isOpening(_ place: Int) -> Bool { acts[place].kind == .consensusOpened }

  private func differ(_ one: Int, _ other: Int) -> Bool {
    one != other && (acts[one].value == nil || acts[one].value != acts[other].value)
  }

  // MARK: Takings

  /// Of those who take rights: who stands, and whose act is void because an earlier one took theirs.
  private func standing(
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
  private func strikes(_ taker: Int, _ place: Int, _ lineage: Lineage, _ maker: Maker) -> Bool {
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
  private func struckOutside(
    _ past: Past, _ lineage: Lineage, _ maker: Maker
  ) -> [Int: [(name: EntryName, isKnown: (Int) -> Bool)]] {
    if maker.takings.isEmpty { return [:] }
    var struck: [Int: [(name: EntryName, isKnown: (Int) -> Bool)]] = [:]
    let byPerson = CycleTaking.grouped(maker.takings)
    for place in past.places {
      let node = lineage.nodes[place]
      for taking in byPerson.of(node.author, acts[place].kind)
      where taking.strikes(node, acts[place].kind, acts[place].panels, maker.archive) {
        struck[place, default: []].append(
          (taking.name, { lineage.nodes[$0].outer.contains(taking.place) }))
      }
    }
    return struck
  }

  private func isCovered(
    _ node: Lineage.Node, device: String, number: Int, id: Data, _ seen: [Sighting], _ maker: Maker
  ) -> Bool {
    CycleTaking.isCovered(
      node, device: device, number: number, id: id, seen, maker.archive)
  }
}

extension CycleTaking {
  /// Takings by whom they concern.
  struct Grouped {
    var rights: [PersonID: [CycleTaking]] = [:]
    var closings: [CycleTaking] = []

    func of(_ author: PersonID, _ kind: EventKind?) -> [CycleTaking] {
      (rights[author] ?? []) + (kind == .caseRegistered ? closings : [])
    }
  }

  static func grouped(_ takings: [CycleTaking]) -> Grouped {
    takings.reduce(into: Grouped()) { grouped, taking in
      switch taking.what {
      case .right(let right): grouped.rights[right.person, default: []].append(taking)
      case .registration: grouped.closings.append(taking)
      }
    }
  }

  /// Whether an entry of a case was made apart from this with what it took.
  func strikes(
    _ node: Lineage.Node, _ kind: EventKind?, _ panels: [PanelID], _ archive: Archive
  ) -> Bool {
    if node.outer.contains(place) { return false }
    switch what {
    case .right(let right):
      guard right.concerns(kind, panels: panels) else { return false }
    case .registration:
      guard kind == .caseRegistered else { return false }
    }
    return !covers(node, archive)
  }

  /// Whether it had seen an entry.
  func covers(_ node: Lineage.Node, _ archive: Archive) -> Bool {
    Self.isCovered(
      node, device: device, number: number, id: Hex.decode(name.rawValue) ?? Data(), seen, archive)
  }

  /// Whether an entry was seen by one that takes a right: on its own copy before it, or on another's
  /// way up to a mark.
  static func isCovered(
    _ node: Lineage.Node, device: String, number: Int, id: Data, _ seen: [Sighting],
    _ archive: Archive
  ) -> Bool {
    if node.device == device, node.number < number {
      guard archive.isForked(node.device, node.number) else { return true }
      return archive.leads(from: id, to: node.id, number: node.number)
    }
    return seen.contains { archive.covers($0, node) }
  }
}
