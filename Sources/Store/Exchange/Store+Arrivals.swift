import Foundation
import GRDB
import Procedure
import Vault

extension Store {
  /// Signs that what is here of other copies has come: from then on its authors' times are known to
  /// be no later than that.
  ///
  /// On the secretariat's copies alone: that something came to another expert's laptop says nothing.
  /// Whatever an exchange that was cut off left unsaid is said by the next one that takes something.
  /// Takings alone are not answered by a taking: two copies would never be done with each other.
  func noteArrivals(by session: Session) throws {
    let cycle = try cycle()
    guard cycle.isReady(session.person), try isOfOffice(cycle, session) else { return }
    let known = try arrivals(by: session).arrivals
    let here = try lastEntries()
    let lines = try read { db in
      let own = try Meta.text(db, .device)
      return try here.compactMap { seen -> TakenLine? in
        let last = known.last(of: seen.device, on: own)
        guard seen.device != own, seen.number > last, seen.number < EntryCheck.highest,
          try LogTable.holdsActs(db, of: seen.device, after: last)
        else { return nil }
        return TakenLine(
          device: seen.device, first: last + 1, last: seen.number, entry: EntryName(seen.id))
      }
    }
    for start in stride(from: 0, to: lines.count, by: TakenLine.most) {
      let part = Array(lines[start..<min(start + TakenLine.most, lines.count)])
      _ = try write(by: session) { try $0.appendKey(.entriesTaken(lines: part), to: .arrivals) }
    }
  }

  /// Whether this is a copy on which the secretariat works.
  private func isOfOffice(_ cycle: CycleState, _ session: Session) throws -> Bool {
    if cycle.acts(session.person, as: .secretariat) { return true }
    let office = cycle.office
    return try read { try LogTable.copies($0, of: office)[Meta.text($0, .device)] != nil }
  }

  /// When entries came to the secretariat's copies.
  func officeArrivals(by session: Session) throws -> OfficeArrivals {
    let arrivals = try arrivals(by: session).arrivals
    if arrivals.isEmpty { return OfficeArrivals(arrivals: arrivals, office: [], copies: [:]) }
    let office = cycleCache.value.office
    return try read { db in
      OfficeArrivals(
        arrivals: arrivals, office: office, copies: try LogTable.copies(db, of: office))
    }
  }
}

extension LogTable {
  /// Whether a copy wrote anything but takings after one of its numbers, as far as it is here.
  fileprivate static func holdsActs(
    _ db: Database, of device: String, after number: Int
  ) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM entry WHERE device = ? AND number > ? AND stream <> ?)
        """, arguments: [device, number, Stream.arrivals.rawValue]) == true
  }

  /// The kinds of entry that are no act of the procedure.
  static let keyKinds = KeyEventKind.allCases.map(\.rawValue)

  /// The copies on which some of these people did something, each with the number of the first act.
  static func copies(_ db: Database, of people: Set<PersonID>) throws -> [String: Int] {
    var copies: [String: Int] = [:]
    for device in try devices(db) where Sighting.isCopy(device) {
      copies[device] = try Int.fetchOne(
        db,
        sql: """
          SELECT number FROM entry
          WHERE device = ? AND author IN (\(Store.marks(people.count)))
            AND kind NOT IN (\(Store.marks(keyKinds.count)))
          ORDER BY position LIMIT 1
          """,
        arguments: [device] + StatementArguments(people.map(\.rawValue).sorted() + keyKinds))
    }
    return copies
  }
}

extension CycleState {
  /// The people of the secretariat, also those who are at work no more.
  var office: Set<PersonID> {
    Set(people.values.filter { $0.roles.contains(.secretariat) }.map(\.id))
  }
}
