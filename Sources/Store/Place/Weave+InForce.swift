import Foundation
import Procedure

/// What of a set of judged entries is in force, and what is held or laid aside.
extension Weave {
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
    outcome.overruled = takers.void
    let outside = struckOutside(past, lineage, maker)
    var struck: [Int: [Holder]] = [:]
    for place in able where outcome.overruled[place] == nil && !takers.live.contains(place) {
      for (name, isKnown) in outside[place] ?? [] {
        struck[place, default: []].append((name, isKnown))
      }
      for taker in takers.live where strikes(taker, place, lineage, maker) {
        struck[place, default: []].append(
          (acts[taker].name, { lineage.nodes[$0].past.contains(taker) }))
      }
    }
    // Who accepts had seen both; an acceptance revives no acceptance.
    let accepting = able.filter {
      !acts[$0].accepted.isEmpty && struck[$0] == nil && outcome.overruled[$0] == nil
    }
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
    var live = able.filter { outcome.held[$0] == nil && outcome.overruled[$0] == nil }
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
    var writers: [Matter: [Int]] = [:]
    var sealed: Set<Matter> = []
    for place in live {
      for record in acts[place].records { writers[record, default: []].append(place) }
      for record in acts[place].sealedRecords where !acts[place].records.contains(record) {
        writers[record, default: []].append(place)
        sealed.insert(record)
      }
    }
    var aside: Set<Int> = []
    for (record, places) in writers where places.count > 1 {
      let isSealed = sealed.contains(record)
      for (index, one) in places.enumerated() {
        for other in places[..<index]
        where differ(one, other, isSealed) && lineage.areApart(one, other) {
          switch record.narrower {
          case .common: break
          case .shut:
            aside.formUnion([one, other].filter { !acts[$0].shutsOpening && !isOpening($0) })
          case .unsettled, .undecided: aside.formUnion([one, other])
          }
        }
      }
      let last = places.filter { place in
        !places.contains { lineage.nodes[$0].past.contains(place) }
      }
      guard last.count > 1, last.contains(where: { differ($0, last[0], isSealed) }) else {
        continue
      }
      if record.narrower == .undecided { aside.formUnion(places) }
      let meeting = Meeting(
        record: record, entries: last.map { acts[$0].name }, values: last.map { acts[$0].value })
      if isSealed {
        outcome.sealed.append(meeting)
      } else {
        outcome.open.append(meeting)
      }
    }
    outcome.open.sort { "\($0.record)" < "\($1.record)" }
    outcome.sealed.sort { "\($0.record)" < "\($1.record)" }
    outcome.applied = live.filter { !aside.contains($0) }
  }

  private func isOpening(_ place: Int) -> Bool { acts[place].kind == .consensusOpened }

  /// Whether two acts say different things; what is sealed and does not open may.
  private func differ(_ one: Int, _ other: Int, _ isSealed: Bool) -> Bool {
    func value(_ place: Int) -> Event? {
      acts[place].value ?? (isSealed ? acts[place].sealedValue : nil)
    }
    return one != other && (value(one) == nil || value(one) != value(other))
  }
}
