import Criteria
import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

/// A log as an earlier build wrote it: a body of every kind, and a year in one store.
struct KeptLog: CustomTestStringConvertible {
  /// One body as it lies in the log.
  struct Body {
    var kind: String
    var json: Data
  }

  /// Its folder's name: the form of the log, and what the build that wrote it brought.
  let name: String

  var testDescription: String { name }

  static let passphrase = "demo"
  /// Who looks at the store, and at which cases.
  static let people: [PersonID] = ["p1", "p2", "p3", "p11", "p13", "p21"]
  static let cases = [WholeYearTests.listed, WholeYearTests.fraud, WholeYearTests.revoked]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private var root: URL { Self.folder.appending(path: name) }
  private var store: URL { root.appending(path: "store") }
  private var shownFile: URL { root.appending(path: "shown.txt") }
  private var bodiesFile: URL { root.appending(path: "bodies.txt") }
  private var momentFile: URL { root.appending(path: "moment.txt") }

  /// Every log that is kept, the one of the frozen form first.
  static func all() throws -> [KeptLog] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.contains(".") }.sorted().map { KeptLog(name: $0) }
  }

  /// SHA-256 of what is kept, file by file.
  func digest() throws -> String {
    let parts = try [bodiesFile, shownFile, momentFile, store.appending(path: "log.sqlite")].map {
      Digest.sha256(try Data(contentsOf: $0))
    }
    return Hex.encode(Digest.sha256(parts.reduce(Data(), +)))
  }

  /// The kept bodies, in the order of their recording.
  func bodies() throws -> [Body] {
    try String(contentsOf: bodiesFile, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return Body(kind: String(parts[0]), json: Data(parts[1].utf8))
    }
  }

  /// What the store showed to the build that wrote it.
  func shown() throws -> String { try String(contentsOf: shownFile, encoding: .utf8) }

  /// The hour at which the store was left.
  func clock() throws -> Clock {
    let seconds = try String(contentsOf: momentFile, encoding: .utf8)
    let moment = Moment(seconds: Int(seconds.trimmingCharacters(in: .whitespacesAndNewlines))!)
    return Clock { moment }
  }

  /// A copy of the kept store; removed by the one who asked for it.
  func copy() throws -> URL {
    let target = StoreWorld.emptyDirectory()
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: store, to: target)
    return target
  }

  /// What each person is shown of each case, a line each.
  static func shown(_ store: Store) throws -> String {
    var lines: [String] = []
    for person in people {
      let session = try store.signIn(person, passphrase: passphrase)
      for row in try store.queue(QueueQuery(scope: .all), limit: 99, by: session) {
        lines.append(
          "\(person) row \(row.application.id) \(row.stage) \(row.handedIn)/\(row.assigned)"
            + " tier \(row.tier ?? 0) total \(row.total?.hundredths ?? 0)")
      }
      for id in cases {
        let state = try store.dossier(id, by: session)
        let comments = state.contents.values.flatMap(\.values).flatMap(\.items.values)
          .reduce(0) { $0 + $1.comments.count }
        let results = state.results.sorted { $0.key < $1.key }
          .map { "\($0.key)=\($0.value.value)" }.joined(separator: ",")
        lines.append(
          "\(person) case \(id) \(state.stage) material \(state.materialTotal?.hundredths ?? 0)"
            + " site \(state.siteTotal?.hundredths ?? 0) documents \(state.documents.count)"
            + " sheets \(state.contents.count) comments \(comments)"
            + " assessments \(state.assessments.count) results \(results)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Another copy writes and meets this one.
  private static func meetCopy(of world: StoreWorld) throws {
    let folders = (0..<3).map { _ in StoreWorld.emptyDirectory() }
    defer { for folder in folders { try? FileManager.default.removeItem(at: folder) } }
    for folder in [folders[0], folders[2]] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let report = try world.store.backUp(
      to: BackupPlace(folders[0]), now: world.time.clock.now())
    _ = try Store.restore(report.backup.url, to: folders[1])
    let other = try Store(opening: folders[1], clock: world.time.clock)
    let office = Session(person: StoreWorld.office, keys: world.office.ring.keys)
    try other.perform(.cycle(.retireCopy("00ff00ff00ff00ff", reason: "遗失")), by: office)
    _ = try other.exchange(with: folders[2], by: office)
    _ = try world.store.exchange(with: folders[2], by: world.office)
  }

  /// Writes all of it; what is kept already is never written over.
  func record() throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: root.path) else { throw CocoaError(.fileWriteFileExists) }
    try files.createDirectory(at: store, withIntermediateDirectories: true)
    let bodies = try Bodies.all.map { event in
      "\(event.kind.rawValue)\t\(String(decoding: try Bodies.encoded(event), as: UTF8.self))\n"
    }
    try Data(bodies.joined().utf8).write(to: bodiesFile)
    let world = try WholeYearTests().year()
    world.time.advance(to: RetentionTests.over)
    try world.store.perform(.destroyContents, in: WholeYearTests.fraud, by: world.office)
    try Self.meetCopy(of: world)
    for (person, replacesKeys) in [("p13", false), ("p21", true)] as [(PersonID, Bool)] {
      try world.store.changePassphrase(
        from: Self.passphrase, to: Self.passphrase, replacesKeys: replacesKeys, by: world[person])
    }
    _ = try world.store.recoverKeys(of: world.office, with: try world.recovery())
    _ = try world.store.recover("p11", passphrase: Self.passphrase, with: try world.recovery())
    try Data("\(world.time.clock.now().seconds)\n".utf8).write(to: momentFile)
    try Data(try Self.shown(world.store).utf8).write(to: shownFile)
    for name in try files.contentsOfDirectory(atPath: world.directory.path)
    where !name.hasPrefix("log.sqlite") && name != "posts" {
      try files.copyItem(
        at: world.directory.appending(path: name), to: store.appending(path: name))
    }
    try DatabaseQueue(path: world.directory.appending(path: "log.sqlite").path)
      .writeWithoutTransaction { db in
        try db.execute(
          sql: "VACUUM INTO ?", arguments: [store.appending(path: "log.sqlite").path])
      }
  }
}
