import Foundation
import Procedure
import Vault

/// What was taken of a copy by another, as the taking says that somebody signed.
public struct Arrival: Sendable, Hashable {
  /// Who was at work on the copy that took it, and when, by its clock.
  public var by: PersonID
  public var at: Moment
  /// The copy that took it.
  public var device: String
  /// The last entry that was taken.
  var end: Sighting
}

/// When entries came to other copies: by the takings that take effect.
///
/// A time that an author claims is checked by it. Whether an entry counts never rests on it.
struct Arrivals: Sendable {
  /// The takings of each copy's entries, in the order of their streams' arrival.
  private var byDevice: [String: [Arrival]] = [:]

  var isEmpty: Bool { byDevice.isEmpty }

  /// Takes up a taking.
  mutating func take(_ lines: [TakenLine], _ entry: Entry) {
    for line in lines {
      guard let id = Hex.decode(line.entry.rawValue),
        let end = Sighting(device: line.device, number: line.last, id: id)
      else { continue }
      byDevice[line.device, default: []].append(
        Arrival(by: entry.author, at: entry.time, device: entry.device, end: end))
    }
  }

  /// How far a copy said to have taken another's entries.
  func last(of device: String, on taker: String) -> Int {
    (byDevice[device] ?? []).lazy.filter { $0.device == taker }.map(\.end.number).max() ?? 0
  }

  /// The first time that somebody other than its author says to have taken an entry.
  ///
  /// - Parameter counts: Which takings count; all that others signed unless told.
  func first(
    of stored: StoredEntry, _ archive: Archive, where counts: (Arrival) -> Bool = { _ in true }
  ) -> Arrival? {
    let entry = stored.entry
    return (byDevice[entry.device] ?? []).filter {
      $0.by != entry.author && entry.number <= $0.end.number && counts($0)
        && archive.covers($0.end, entry.device, entry.number, stored.id)
    }.min { $0.at < $1.at }
  }
}

/// When entries came to those who have to know by a day: to a copy on which the secretariat works.
///
/// What was written on such a copy is there at once; what came to another expert's laptop is not.
struct OfficeArrivals {
  let arrivals: Arrivals
  /// The people of the secretariat, of whatever time.
  let office: Set<PersonID>
  /// The copies on which they wrote, each from its first entry of theirs.
  let copies: [String: Int]

  /// When an entry came; nil where it was there at once, or nobody said so.
  func arrival(of stored: StoredEntry, _ archive: Archive) -> Arrival? {
    if let first = copies[stored.entry.device], first < stored.entry.number { return nil }
    return arrivals.first(of: stored, archive) {
      office.contains($0.by) || copies[$0.device] != nil
    }
  }
}

/// An act that was signed in time and came after its day.
struct LateArrival: Hashable, Sendable {
  var author: PersonID
  var kind: EventKind
  var signed: Moment
  var arrived: Moment
}

/// The stream of takings as its verified and allowed entries tell it.
struct ArrivalReplay: StreamReplay, Sendable {
  var position = 0
  var lineage = Lineage()
  var faults: [Int: VoidEntry] = [:]
  private(set) var arrivals = Arrivals()

  var anew: ArrivalReplay { ArrivalReplay() }
  /// The ids of the last entries.
  var tips: [Data] { lineage.tips }

  /// Takes up the next row of the stream.
  ///
  /// Takings are only added: of each it is asked alone whether it stands.
  mutating func take(
    _ row: Result<StoredEntry, RowFault>, cycle: CycleReplay, _ archive: Archive,
    isTrusted: Bool = false
  ) {
    _ = take(row) { stored, replay throws(EntryFault) in
      try replay.accept(stored, cycle, archive, isTrusted: isTrusted)
    }
  }

  private mutating func accept(
    _ stored: StoredEntry, _ cycle: CycleReplay, _ archive: Archive, isTrusted: Bool
  ) throws(EntryFault) {
    let node = try Placing.node(of: stored, in: lineage, cycle: cycle.lineage)
    let past = cycle.view(of: node.outer)
    if let fault = EntryCheck.signatureFault(of: stored, past.keys, isTrusted: isTrusted) {
      throw fault
    }
    let denies = Placing.denies(node, stored.entry, in: lineage, cycle: cycle.lineage, archive)
    lineage.add(node)
    if denies { throw .denies }
    let entry = stored.entry
    guard entry.room == nil, entry.key == nil else { throw .keyWrong }
    guard entry.files.isEmpty else { throw .filesWrong }
    guard case .key(let event) = try entry.clearAct() else { throw .keyWrong }
    let rules = KeyRules(
      register: past.keys, cycle: past.value, dossier: nil, rooms: RoomRegister())
    if let fault = rules.fault(of: event, by: entry.author, in: .arrivals) { throw fault }
    if case .entriesTaken(let lines) = event { arrivals.take(lines, entry) }
  }
}
