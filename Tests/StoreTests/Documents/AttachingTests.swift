import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

@Suite("M7: attaching is whole or not at all")
struct AttachingTests {
  @Test("P1: stopped at any piece, nothing is left of it", arguments: [0, 1, 2, 3])
  func stopped(at piece: Int) throws {
    let world = try FileWorld()
    let (url, _) = try world.file(bytes: 2 * Pieces.size + 5)
    let (entries, names) = (try world.store.read(LogTable.last), try world.names())
    var asked = 0
    #expect(throws: StoreFault.stopped) {
      try world.store.attach(world.incoming(url), to: FileWorld.id, by: world.officer) { _, _ in
        asked += 1
        return asked <= piece
      }
    }
    #expect(try world.store.read(LogTable.last) == entries)
    #expect(try world.names() == names)
    #expect(try world.store.check(by: world.officer).isSound)
  }

  @Test("what is told of the way goes from nothing to all of it")
  func progress() throws {
    let world = try FileWorld()
    let (url, body) = try world.file(bytes: 3 * Pieces.size)
    var told: [Int] = []
    try world.store.attach(world.incoming(url), to: FileWorld.id, by: world.officer) {
      done, total in
      told.append(done)
      return total == body.count
    }
    #expect(told == told.sorted() && told.first == 0 && told.last == body.count)
  }

  @Test("M7: what will be refused is refused before a byte is read")
  func refusedFirst() throws {
    let world = try FileWorld()
    let (url, _) = try world.file(bytes: 10)
    let names = try world.names()
    var asked = 0
    let attempt: (PersonID) throws -> Void = { person in
      try world.store.attach(
        world.incoming(url), to: FileWorld.id, by: world.world[person]
      ) { _, _ in
        asked += 1
        return true
      }
    }
    #expect(throws: Refusal(.M7, .unknownDistrict)) { try attempt("p4") }
    #expect(throws: Refusal(.M7, .needsRole(.districtOfficer))) { try attempt("p11") }
    world.world.time.advance(to: Moment(day: StoreWorld.callEnd.adding(days: 1), hour: 9))
    #expect(throws: Refusal(.M7, .callOver(StoreWorld.callEnd))) { try attempt(StoreWorld.officer) }
    #expect(asked == 0)
    #expect(try world.names() == names)
  }

  @Test(
    "M7: what was received in time is entered after the closing day, once, and stays in history")
  func late() throws {
    let world = try FileWorld()
    world.world.time.advance(to: Moment(day: StoreWorld.callEnd.adding(days: 1), hour: 9))
    let receipt = LateReceipt(on: StoreWorld.callEnd, by: "收发室 王平")
    let (document, body) = try world.attach(bytes: 300) { $0.receipt = receipt }
    #expect(try world.opened(document) == body)
    #expect(try world.state().material.receipts == [document.id: receipt])
    #expect(throws: Refusal(.M7, .documentStands("营业执照"))) {
      try world.attach(bytes: 300) { ($0.receipt, $0.ordinal) = (receipt, 1) }
    }
    #expect(throws: Refusal(.M7, .callOver(StoreWorld.callEnd))) {
      try world.store.perform(
        .removeDocument(document.id), in: FileWorld.id, by: world.officer)
    }
    let last = try world.store.history(
      HistoryQuery(), before: nil, limit: 1, by: world.officer
    ).first
    #expect(last?.act == .event(.documentReceived(document: document, receipt: receipt)))
    #expect(try world.store.check(by: world.officer).isSound)
  }

  @Test("a folder, a device and a file that is not there are no files")
  func noFiles() throws {
    let world = try FileWorld()
    for path in ["/tmp", "/dev/null", "/nowhere/at/all"] {
      #expect(throws: StoreFault.noFile(path)) {
        try world.store.attach(
          world.incoming(URL(fileURLWithPath: path)), to: FileWorld.id, by: world.officer)
      }
    }
  }

  @Test("a file's name keeps what people see of it, and nothing that hides or turns text")
  func names() throws {
    let world = try FileWorld()
    let (url, _) = try world.file("附件1\u{202E}：执照\u{7}（盖章版）.pdf", bytes: 5)
    let document = try world.store.attach(
      world.incoming(url), to: FileWorld.id, by: world.officer)
    #expect(document.original?.name == "附件1：执照（盖章版）.pdf")
  }

  // MARK: What killed programs leave

  @Test("P1: a file whose program ended before its entry is swept once it is old and nobody's")
  func orphans() throws {
    let world = try FileWorld()
    let (document, body) = try world.attach(bytes: 100)
    let (url, _) = try world.file("孤.pdf", bytes: 90)
    let files = Files(directory: world.world.directory)
    var kept: IncomingBatch? = try IncomingBatch(in: files)
    let orphan = try #require(kept).seal(
      PieceReader(url, follows: true), to: .material(FileWorld.id)
    ) { _, _ in true }.reference.name
    // Young: another program may be about to write its entry.
    #expect(try world.store.sweepFiles() == 0)
    try world.age(orphan)
    // Old and locked: its program is still there.
    #expect(try world.store.sweepFiles() == 0)
    #expect(kept != nil)
    kept = nil
    #expect(try world.store.check().findings == [.fileForeign("files/\(orphan)")])
    for name in try world.names() { try world.age(name) }
    #expect(try world.store.sweepFiles() == 1)
    #expect(try !world.names().contains(orphan))
    #expect(try world.opened(document) == body)
    #expect(try world.store.check(by: world.officer).isSound)
  }

  @Test("a file that an entry of a stream speaks of which only a newer program knows is not swept")
  func unknownStream() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    let files = Files(directory: world.directory)
    let names = try files.names()
    try RawStore(world.directory).alter { db in
      try db.execute(
        sql: "UPDATE entry SET stream = 'later/1' WHERE stream = ?",
        arguments: [Stream.dossier(id).rawValue])
    }
    for name in names {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -86_400)],
        ofItemAtPath: files.url(name).path)
    }
    #expect(!names.isEmpty)
    #expect(try world.store.sweepFiles() == 0)
    #expect(try files.names() == names)
  }

  @Test("P1: what was cut off while it was sealed is removed once it is old and nobody's")
  func parts() throws {
    let world = try FileWorld()
    var kept: IncomingBatch? = try IncomingBatch(in: Files(directory: world.world.directory))
    let part = try #require(try world.names().first { $0.hasSuffix(".part") })
    try world.age(part)
    world.store.clearUnfinished()
    #expect(try world.names().contains(part))
    #expect(kept != nil)
    kept = nil
    #expect(try !world.names().contains(part))
    // As a program that was killed leaves it: there, and locked by nobody.
    try Data().write(to: world.sealed.appendingPathComponent(part))
    world.store.clearUnfinished()
    #expect(try world.names().contains(part))
    try world.age(part)
    world.store.clearUnfinished()
    #expect(try !world.names().contains(part))
  }

  @Test("P1: hundreds of files come in together with a few of them open at once")
  func descriptors() throws {
    let world = try FileWorld()
    let incoming = try (1...40).map { number in
      world.incoming(try world.file("\(number).pdf", bytes: 50).url)
    }
    var most = 0
    try world.store.attach(incoming, to: FileWorld.id, by: world.officer) { _, _ in
      let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
      let own = open.filter { name in
        let path = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/fd/\(name)")
        return path?.hasPrefix(world.sealed.path) == true
      }
      most = max(most, own.count)
      return true
    }
    #expect((1...4).contains(most))
  }

  // MARK: Backups

  @Test("P5: a backup has every file once, and leads back to all of them; a changed one is named")
  func backups() throws {
    let world = try FileWorld()
    let (one, body) = try world.attach(bytes: Pieces.size + 9)
    try world.store.perform(.removeDocument(one.id), in: FileWorld.id, by: world.officer)
    let (other, second) = try world.attach(bytes: 33)
    let now = Moment(day: Day("2026-09-20")!, hour: 12)
    let first = try world.store.backUp(to: world.store.ownBackups, now: now)
    #expect(first.missing == [] && first.files == 5)
    try world.attach(bytes: 12)
    let report = try world.store.backUp(
      to: world.store.ownBackups, now: now.adding(seconds: 90_000))
    #expect(report.missing == [] && report.files == 7)
    let back = StoreWorld.emptyDirectory()
    defer { try? FileManager.default.removeItem(at: back) }
    let restored = try Store.restore(report.backup.url, to: back)
    #expect(restored.files == 7 && restored.missing == [])
    let store = try Store(opening: back, clock: world.world.time.clock)
    let officer = try store.signIn(StoreWorld.officer, passphrase: "demo")
    #expect(try store.check(by: officer).isSound)
    for (document, expected) in [(one, body), (other, second)] {
      var opened = Data()
      try store.open(document, in: FileWorld.id, by: officer) { opened += $0 }
      #expect(opened == expected)
    }
    // What is gone from the store is named when it is backed up elsewhere.
    try FileManager.default.removeItem(
      at: world.sealed.appendingPathComponent(other.original!.file))
    let third = try world.store.backUp(
      to: BackupPlace(StoreWorld.emptyDirectory()), now: now.adding(seconds: 99_000))
    #expect(third.missing == [other.original!.file])
  }

  @Test("M3: a correction of the splitting leaves the text as it is, and readers see when")
  func corrections() throws {
    let world = try FileWorld()
    let (document, _) = try world.attach(bytes: 10)
    try world.store.perform(
      .correctSplitting(document.id, [.cut(line: 2)], sections: ["4.1.2"]), in: FileWorld.id,
      by: world.officer)
    let seen = try world.state(world.world.office)
    #expect(seen.material.splittings[document.id]?.corrections == [.cut(line: 2)])
    #expect(seen.material.splittings[document.id]?.by == StoreWorld.officer)
    #expect(seen.material.splittings[document.id]?.at == world.world.time.clock.now())
    #expect(
      try world.store.text(of: document, in: FileWorld.id, by: world.officer) == "执照全文")
  }
}
