import Criteria
import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

@Suite("P5: backups are whole, rotate, and lead back")
struct BackupTests {
  static let noon = Moment(day: Day("2026-09-20")!, hour: 12)

  /// A copy of the shared store, and a directory for what is made of it.
  func open(_ body: (Store, URL) throws -> Void) throws {
    let (directory, other) = (try SharedStore.copy(), StoreWorld.emptyDirectory())
    defer { for url in [directory, other] { try? FileManager.default.removeItem(at: url) } }
    try body(Store(opening: directory), other)
  }

  private func rewrite(_ url: URL, _ sql: String) throws {
    try DatabaseQueue(path: url.path).write { try $0.execute(sql: sql) }
  }

  @Test("a backup restored elsewhere is the store as it was, a copy with an id of its own")
  func leadsBack() throws {
    try open { store, other in
      let report = try store.backUp(to: store.ownBackups, now: Self.noon)
      #expect(report.backup.url.lastPathComponent.hasPrefix("20260920-120000-"))
      #expect(report.fault == nil && report.missing == [] && report.isVerified)
      #expect(report.files > 0)
      let restored = try Store.restore(report.backup.url, to: other)
      #expect(restored.entries == report.entries && restored.files == report.files)
      #expect(
        try restored.last == store.read { try LogTable.entries($0, after: 0).last?.entry.time })
      let back = try Store(opening: other)
      #expect(try back.check().isSound)
      #expect(try back.head() == store.head())
      let device = { (store: Store) in try store.read { try Meta.text($0, .device) } }
      #expect(try device(back) != device(store))
      // One works on: the material is there, and what is written is numbered from one.
      let office = try back.signIn("p1", passphrase: "demo")
      let document = try #require(try back.dossier(SharedStore.dossier, by: office).documents.first)
      #expect(try !back.text(of: document, in: SharedStore.dossier, by: office).isEmpty)
      let application = Application(
        id: "HZ26-0009", name: "杭州湖墅纺织有限公司", district: StoreWorld.district, industry: "纺织")
      try back.perform(.register(application), in: application.id, by: office)
      #expect(try back.check(by: office).isSound)
    }
  }

  @Test("V5: a restored backup holds the files of kept papers, and check names one that is missing")
  func keptPapers() throws {
    try open { store, other in
      let office = try store.signIn("p1", passphrase: "demo")
      let paper = NewPaper(
        kind: "minutes", title: "纪要", day: store.clock.now().day, room: .bureau,
        files: [.init(name: "纪要.txt", data: Data("会议纪要".utf8))])
      let name = try store.keep(paper, by: office)
      let report = try store.backUp(to: store.ownBackups, now: Self.noon)
      _ = try Store.restore(report.backup.url, to: other)
      let back = try Store(opening: other)
      let again = try back.signIn("p1", passphrase: "demo")
      let row = try #require(try back.paper(name, by: again))
      let file = try #require(row.paper?.files.first)
      #expect(try back.bytes(of: file, in: row) == Data("会议纪要".utf8))
      #expect(try back.check(by: again).isSound)
      try FileManager.default.removeItem(at: other.appendingPathComponent("files/\(file.file)"))
      #expect(throws: StoreFault.damaged(.attachment)) { try back.bytes(of: file, in: row) }
      #expect(
        try back.check().findings.contains(.attachmentMissing(at: row.position, file.file)))
    }
  }

  @Test("a draft under way is in the backup and is worked on where it was restored")
  func drafts() throws {
    try open { store, other in
      let writer = try store.signIn("p13", passphrase: "demo")
      let sheet = try store.draft(of: SharedStore.draft, by: writer).sheet
      _ = try store.backUp(to: store.ownBackups, now: Self.noon)
      _ = try Store.restore(store.directory, to: other)
      let back = try Store(opening: other)
      let again = try back.signIn("p13", passphrase: "demo")
      #expect(try back.draft(of: SharedStore.draft, by: again).sheet == sheet)
      #expect(try !back.draft(of: SharedStore.draft, by: again).isTurnedBack)
      var changed = sheet
      changed.items["4.1.2"] = ItemReview(mark: .percentage(Percentage(35)!), comments: [])
      try back.save([.item("4.1.2")], of: changed, over: sheet, in: SharedStore.draft, by: again)
      #expect(try back.draft(of: SharedStore.draft, by: again).sheet == changed)
    }
  }

  @Test("a second backup on a day takes the place of the first; sealed files are there once")
  func again() throws {
    try open { store, _ in
      let first = try store.backUp(to: store.ownBackups, now: Self.noon)
      let second = try store.backUp(to: store.ownBackups, now: Self.noon.adding(seconds: 60))
      #expect(store.ownBackups.backups() == [second.backup])
      #expect(!second.isVerified)
      #expect(first.files == second.files)
      let names = try FileManager.default.contentsOfDirectory(atPath: store.ownBackups.files.path)
      #expect(names.count == second.files)
      let later = try store.backUp(
        to: store.ownBackups, now: Self.noon.adding(seconds: 8 * 86_400))
      #expect(later.isVerified, "signatures are verified weekly")
    }
  }

  @Test("what an interrupted backup left is cleared, and never taken for one")
  func interrupted() throws {
    try open { store, _ in
      let place = store.ownBackups
      try FileManager.default.createDirectory(at: place.files, withIntermediateDirectories: true)
      for url in [
        place.directory.appendingPathComponent("log.part"),
        place.files.appendingPathComponent("ab.part"),
      ] {
        try Data("halb".utf8).write(to: url)
      }
      #expect(place.backups() == [])
      let report = try store.backUp(to: place, now: Self.noon)
      #expect(place.backups() == [report.backup])
      let left = try FileManager.default.subpathsOfDirectory(atPath: place.directory.path)
      #expect(left.filter { $0.hasSuffix(".part") } == [])
      #expect(try store.check().isSound)
    }
  }

  @Test("links that somebody planted in the place are not written through")
  func planted() throws {
    try open { store, other in
      try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
      let victim = other.appendingPathComponent("victim")
      try Data("mine".utf8).write(to: victim)
      let place = store.ownBackups
      try FileManager.default.createDirectory(at: place.files, withIntermediateDirectories: true)
      let sealed = try #require(Files(directory: store.directory).names().first)
      let planted = ["log.part", "status.json.part", "status.json", "files/\(sealed).part"]
      for name in planted {
        try FileManager.default.createSymbolicLink(
          at: place.directory.appendingPathComponent(name), withDestinationURL: victim)
      }
      let report = try store.backUp(to: place, now: Self.noon)
      #expect(report.fault == nil && report.missing == [])
      #expect(try Data(contentsOf: victim) == Data("mine".utf8))
    }
  }

  @Test("a place that cannot be written to is a sentence that stays; the store goes on")
  func notWritable() throws {
    try open { store, _ in
      let place = store.ownBackups
      try FileManager.default.createDirectory(
        at: place.directory, withIntermediateDirectories: true)
      try Data().write(to: place.files)
      #expect(throws: StoreFault.self) { try store.backUp(to: place, now: Self.noon) }
      #expect(try store.backupState(now: Self.noon).warnings.contains(.failed(.notWritable)))
      try FileManager.default.removeItem(at: place.files)
      _ = try store.backUp(to: place, now: Self.noon)
      #expect(try store.backupState(now: Self.noon).warnings == [])
    }
  }

  @Test("A1: what was altered is found while it is backed up, and the earlier backups stay")
  func unsound() throws {
    try open { store, other in
      let good = try store.backUp(to: store.ownBackups, now: Self.noon)
      try RawStore(store.directory).alter {
        try $0.execute(sql: "UPDATE entry SET time = time + 1 WHERE position = 5")
      }
      let bad = try store.backUp(to: store.ownBackups, now: Self.noon.adding(seconds: 60))
      #expect(bad.fault != nil)
      #expect(store.ownBackups.backups() == [bad.backup, good.backup])
      #expect(try store.backupState(now: Self.noon).warnings == [.failed(.unsound)])
      #expect(throws: StoreFault.damaged(.schema)) { try Store.restore(bad.backup.url, to: other) }
      #expect(!FileManager.default.fileExists(atPath: other.path))
      _ = try Store.restore(good.backup.url, to: other)
      #expect(try Store(opening: other).check().isSound)
    }
  }

  @Test("a sealed file that the store lost is named; one that the backup holds comes back")
  func files() throws {
    try open { store, other in
      let whole = try store.backUp(to: store.ownBackups, now: Self.noon)
      let folder = store.directory.appendingPathComponent("files")
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
      // It is in the place already: nothing is missing there.
      let second = try store.backUp(to: store.ownBackups, now: Self.noon.adding(seconds: 60))
      #expect(second.missing == [] && second.files == whole.files)
      let elsewhere = StoreWorld.emptyDirectory()
      defer { try? FileManager.default.removeItem(at: elsewhere) }
      let third = try store.backUp(to: BackupPlace(elsewhere), now: Self.noon)
      #expect(third.missing == [name])
      let restored = try Store.restore(second.backup.url, to: other)
      #expect(restored.missing == [])
      #expect(try Store(opening: other).check().isSound)
    }
  }

  @Test("onto another file system sealed files are copied, and half a copy is done again")
  func copied() throws {
    try open { store, _ in
      let root = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
      let other = URL(fileURLWithPath: root).appendingPathComponent("pingshen-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: other) }
      let report = try store.backUp(to: BackupPlace(other), now: Self.noon)
      let folder = other.appendingPathComponent("files")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.count == report.files)
      try Data("halb".utf8).write(to: folder.appendingPathComponent(names[0]))
      let again = try store.backUp(to: BackupPlace(other), now: Self.noon.adding(seconds: 60))
      #expect(again.missing == [])
      #expect(SealedCopies.holds(folder.appendingPathComponent(names[0]), names[0]))
    }
  }

  @Test("a restore writes into empty directories alone, and from backups alone")
  func refusals() throws {
    try open { store, other in
      let report = try store.backUp(to: store.ownBackups, now: Self.noon)
      #expect(throws: StoreFault.notEmpty(store.directory.path)) {
        try Store.restore(report.backup.url, to: store.directory)
      }
      #expect(throws: StoreFault.self) { try Store.restore(other, to: other) }
      try rewrite(report.backup.url, "PRAGMA user_version = 99")
      #expect(throws: StoreFault.newerProgram) {
        try Store.restore(report.backup.url, to: other)
      }
      #expect(!FileManager.default.fileExists(atPath: other.path))
    }
  }

  @Test(
    "a stick is meant as the place of the one store that has backups on it; of two, one is named")
  func stick() throws {
    try open { store, stick in
      try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
      let report = try store.backUp(to: store.backups(in: stick), now: Self.noon)
      let target = StoreWorld.emptyDirectory()
      defer { try? FileManager.default.removeItem(at: target) }
      #expect(try Store.restore(stick, to: target).backup == report.backup)
      let mine = report.backup.url.deletingLastPathComponent()
      let other = stick.appendingPathComponent("pingshen-0000000000000000")
      try FileManager.default.copyItem(at: mine, to: other)
      let (a, b) = (other.path, mine.path)
      #expect(throws: StoreFault.severalStores([a, b])) {
        try Store.restore(stick, to: target.appendingPathExtension("2"))
      }
    }
  }

  @Test("a disk that is full, a folder that is gone: in words, whatever the library calls it")
  func words() {
    for (code, word) in [
      (CocoaError.Code.fileWriteOutOfSpace, "No space"), (.fileWriteNoPermission, "denied"),
      (.fileReadNoSuchFile, "No such file"),
    ] {
      guard case .database(let text)? = StoreFault.naming(CocoaError(code)) as? StoreFault else {
        Issue.record("\(code)")
        continue
      }
      #expect(text.contains(word))
    }
  }
}
