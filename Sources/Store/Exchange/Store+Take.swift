import Foundation
import GRDB
import Procedure
import Vault

extension Store {
  /// What this store needs for exchanges lies here: nothing of it is the store's own.
  var postsFolder: URL { directory.appendingPathComponent("posts") }

  /// The door for what others signed: one immediate transaction.
  func writeTaken<T>(_ body: (Database) throws -> T) throws -> T {
    try requireWritable()
    do {
      return try queue.writeWithoutTransaction { db in
        var result: T?
        try Schema.largely(db) {
          try db.inTransaction(.immediate) {
            result = try body(db)
            return .commit
          }
        }
        guard let result else { throw StoreFault.busy }
        return result
      }
    } catch {
      throw StoreFault.naming(error)
    }
  }

  // MARK: What follows from what was taken

  /// Where it stands up to which entry the tables are up to date, while entries are taken.
  private var unsettledFile: URL { postsFolder.appendingPathComponent("unsettled") }

  /// Notes that the tables are up to date up to here, so that a taking that is cut off is made good.
  func beginTaking() throws {
    guard !FileManager.default.fileExists(atPath: unsettledFile.path) else { return }
    try Durable.write(Data("\(try read(LogTable.last))".utf8), to: unsettledFile)
  }

  /// Brings the tables up to date with everything that was taken, now or by one that was cut off.
  ///
  /// - Parameter progress: Told the cases done and in all; false stops.
  /// - Throws: `StoreFault.stopped`; the next exchange goes on.
  func settleTaken(progress: (Int, Int) -> Bool) throws {
    guard let text = try? String(contentsOf: unsettledFile, encoding: .utf8) else { return }
    // Where it says nothing, everything is done.
    try settleTables(after: max(0, Int(text) ?? 0), progress: progress)
    unlink(unsettledFile.path)
    vouched.forget()
  }

  /// Cases whose tables are written in one transaction.
  private static let casesAtOnce = 250

  private func settleTables(after position: Int, progress: (Int, Int) -> Bool) throws {
    let (streams, kinds) = try read { db in
      try (
        String.fetchAll(
          db, sql: "SELECT DISTINCT stream FROM entry WHERE position > ? AND position < ?",
          arguments: [position, LogTable.end]),
        String.fetchAll(
          db,
          sql: "SELECT DISTINCT kind FROM entry WHERE stream = ? AND position > ? AND position < ?",
          arguments: [Stream.cycle.rawValue, position, LogTable.end])
      )
    }
    if !kinds.isEmpty { try settleCycle() }
    var cases = streams.compactMap { Stream(rawValue: $0)?.dossier }
    if kinds.contains(where: Self.concernsAll) {
      cases = try allStreams().compactMap { Stream(rawValue: $0)?.dossier }
    }
    for start in stride(from: 0, to: cases.count, by: Self.casesAtOnce) {
      guard progress(start, cases.count) else { throw StoreFault.stopped }
      let givenUp = try writeTaken { db in
        var givenUp: [String] = []
        let retention = Retention(db: db, today: clock.now().day)
        let cycle = try replayer(db).cycle(from: cycleCache)
        for id in cases[start..<min(start + Self.casesAtOnce, cases.count)] {
          let replay = try replayer(db).dossier(id, cycle: cycle, from: nil)
          if let application = replay.clear?.application {
            try Projector(db: db).index(application)
          }
          try Projector(db: db).project(id, replay, cycle: cycle)
          givenUp += try retention.carryOut(replay.clear)
        }
        return givenUp
      }
      removeFiles(givenUp)
    }
  }

  private func settleCycle() throws {
    cycleCache = try writeTaken { db in
      let cycle = try replayer(db).cycle(from: cycleCache)
      try Projector(db: db).putEverybody(cycle)
      try Projector(db: db).noteGroups(cycle: cycle)
      return cycle
    }
  }

  /// Whether an entry of the cycle may change what stands in the tables of cases: also one of a kind
  /// that says so only by what it makes of somebody's keys.
  private static func concernsAll(_ kind: String) -> Bool {
    if let kind = EventKind(rawValue: kind) { return kind.concernsDossiers || kind.takes }
    return switch KeyEventKind(rawValue: kind) {
    case .keysReplaced, .keysRecovered, .recoveryUsed, .personKeyed, nil: true
    case .storeFounded, .invitationMade, .passphraseChanged, .groupFounded, .roomMade,
      .keysGranted, .halvesMade, .halvesReleased, .keysShared, .entriesTaken:
      false
    }
  }

  private func allStreams() throws -> [String] {
    var names: [String] = []
    while true {
      let more = try read { try LogTable.streams($0, after: names.last ?? "", limit: 1_000) }
      names += more
      if more.count < 1_000 { return names }
    }
  }
}
