import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

/// V5: contents are kept for years, then destroyed; what was signed stays and can be told to be so.
@Suite("V5: contents are destroyed when the years of keeping are over, and nothing sooner")
struct RetentionTests {
  static let ended: CaseID = "HZ26-0002"
  static let listed: CaseID = "HZ26-0003"
  static let over = Moment(day: Day("2037-01-04")!, hour: 9)

  /// A case that ended in review, with a sheet handed in, a draft, texts; one that is under way.
  private func copies() throws -> CopyWorld {
    let copies = try CopyWorld()
    let world = copies.world
    for id in [Self.ended, "HZ26-0001"] {
      try world.register(id)
      try world.toReview(id)
      try world.designate(id, ["p11", "p12", "p13"])
      try world.handIn(StoreWorld.sheet(), in: id, by: "p11")
      try world.write(StoreWorld.sheet(), in: id, by: "p12")
    }
    try world.store.perform(
      .end(.withdrawn, complaint: nil, reason: "撤回"), in: Self.ended, by: world.office)
    world.time.advance(seconds: 60)
    return copies
  }

  private func sealed(_ store: Store, _ id: CaseID) throws -> [StoredEntry] {
    try store.entries().filter { $0.entry.stream == .dossier(id) && $0.entry.room != nil }
  }

  private func count(_ store: Store, _ sql: String, _ id: CaseID) throws -> Int {
    try store.read { try Int.fetchOne($0, sql: sql, arguments: [id.rawValue]) ?? -1 }
  }

  private func files(_ store: Store) throws -> Set<String> {
    Set(try Files(directory: store.directory).names())
  }

  private func isEmptied(_ store: Store, _ id: CaseID) throws -> Bool {
    let entries = try sealed(store, id)
    return !entries.isEmpty
      && entries.allSatisfy { $0.entry.givenUp != nil && $0.entry.body.isEmpty }
  }

  @Test(
    "before its day it is refused; afterwards bodies, files, drafts go, all else stands and checks")
  func destroyed() throws {
    let copies = try copies()
    let (world, store) = (copies.world, copies.world.store)
    world.time.advance(to: Moment(day: Day("2036-12-31")!, hour: 9))
    let kept = Refusal(.V5, .contentsKept(Day("2037-01-01")!), ours: true)
    #expect(throws: kept) {
      try store.perform(.destroyContents, in: Self.ended, by: world.office)
    }
    world.time.advance(to: Self.over)
    #expect(throws: Refusal(.V5, .needsRole(.secretariat))) {
      try store.perform(.destroyContents, in: Self.ended, by: world["p11"])
    }
    #expect(throws: Refusal(.V5, .wrongStage(.independentReview), ours: true)) {
      try store.perform(.destroyContents, in: "HZ26-0001", by: world.office)
    }
    let before = try store.entries()
    let own = Set(try sealed(store, Self.ended).flatMap(\.entry.files).map(\.name))
    let (there, plain) = (try files(store), try sealed(store, Self.ended).map(\.entry.body))
    #expect(!own.isEmpty && own.isSubset(of: there))
    #expect(try world.state(Self.ended, "p11").contents["p11"]?.isEmpty == false)

    try store.perform(.destroyContents, in: Self.ended, by: world.office)

    #expect(try isEmptied(store, Self.ended))
    #expect(try store.entries().dropLast().map(\.id) == before.map(\.id))
    #expect(try files(store) == there.subtracting(own))
    #expect(try count(store, "SELECT count(*) FROM draft WHERE dossier = ?", Self.ended) == 0)
    #expect(try count(store, "SELECT count(*) FROM progress WHERE dossier = ?", Self.ended) == 0)
    #expect(try count(store, "SELECT count(*) FROM draft WHERE dossier = ?", "HZ26-0001") > 0)
    // Not one sealed byte is left in the file, on no free page either.
    let file = try Data(contentsOf: store.directory.appendingPathComponent("log.sqlite"))
    for body in plain { #expect(file.range(of: body.suffix(64)) == nil) }
    // Whoever had it open reads it no more, nor does who opens it anew.
    for person in ["p1", "p11", "p12", "p3"] as [PersonID] {
      let state = try world.state(Self.ended, person)
      #expect(state.stage == .terminated && state.destroyed == Self.over.day, "\(person)")
      #expect(state.contents.isEmpty && state.documents.isEmpty && state.notes.isEmpty)
      let found = try store.check(by: world[person])
      #expect(found.findings == [] && found.givenUp == plain.count, "\(person)")
    }
    let tables = try RawStore(world.directory).dump(RawStore.all)
    try store.rebuild()
    #expect(try RawStore(world.directory).dump(RawStore.all) == tables)
    #expect(throws: Refusal(.V5, .contentsDestroyed(Self.over.day), ours: true)) {
      try store.perform(.destroyContents, in: Self.ended, by: world.office)
    }
    // The other case lost nothing.
    #expect(try world.state("HZ26-0001", "p11").contents["p11"]?.isEmpty == false)
  }

  @Test("of what is on the list drafts alone are destroyed")
  func listed() throws {
    let world = try StoreWorld()
    try world.toPlace(Self.listed)
    world.time.advance(to: Self.over)
    let before = try sealed(world.store, Self.listed)
    #expect(try count(world.store, "SELECT count(*) FROM draft WHERE dossier = ?", Self.listed) > 0)
    try world.store.perform(.destroyContents, in: Self.listed, by: world.office)
    #expect(try sealed(world.store, Self.listed) == before)
    #expect(
      try count(world.store, "SELECT count(*) FROM draft WHERE dossier = ?", Self.listed) == 0)
    #expect(try world.store.check(by: world.office).findings == [])
    #expect(try world.state(Self.listed).materialTotal != nil)
  }

  @Test(
    "other copies do as the log says at their next exchange, and take from each other what is left")
  func copiesFollow() throws {
    let copies = try copies()
    let (store, stick) = (copies.world.store, try copies.folder())
    let (second, third) = (try copies.copy(), try copies.copy())
    try copies.exchange(stick)
    copies.world.time.advance(to: Self.over)
    try store.perform(.destroyContents, in: Self.ended, by: copies.world.office)
    copies.world.time.advance(seconds: 60)
    try copies.exchange(stick)
    // The second has all bodies, the third comes to an empty stick with skeletons on it.
    try second.exchange(stick)
    #expect(try isEmptied(second.store, Self.ended))
    #expect(try files(second.store) == files(store))
    let clean = try copies.folder()
    try second.exchange(clean)
    try third.exchange(clean)
    #expect(try isEmptied(third.store, Self.ended))
    // One that knew nothing of the case.
    let directory = try copies.folder()
    try FileManager.default.removeItem(at: directory)
    let early = try copies.world.store.backUp(
      to: BackupPlace(copies.folder()), now: copies.world.time.clock.now())
    _ = try Store.restore(early.backup.url, to: directory)
    for copy in [second, third] {
      #expect(try copy.store.check().findings == [])
      #expect(try copy.store.rebuild() == [])
    }
    #expect(try OtherCopy(directory, of: copies.world).store.check().findings == [])
  }

  @Test("what an author claims for a later day is not done before it, and done then")
  func claimedAhead() throws {
    let copies = try copies()
    let stick = try copies.folder()
    let other = try copies.copy()
    let slow = TestClock(copies.world.time.clock.now())
    let late = try Store(opening: other.store.directory, clock: slow.clock)
    copies.world.time.advance(to: Self.over)
    try copies.world.store.perform(.destroyContents, in: Self.ended, by: copies.world.office)
    try copies.exchange(stick)
    _ = try late.exchange(with: stick, by: other.office)
    let left = try sealed(late, Self.ended)
    #expect(left.allSatisfy { $0.entry.givenUp == nil })
    let report = try late.check()
    #expect(report.findings == [])
    #expect(report.remarks.contains(.contentsLeft(Self.ended, count: left.count)))
    slow.advance(to: Self.over)
    try late.rebuild()
    #expect(try isEmptied(late, Self.ended))
    #expect(
      try late.check().remarks.allSatisfy { if case .contentsLeft = $0 { false } else { true } })
  }

  /// Takes the bodies of a case away, as somebody would who can write the file.
  private func strip(_ store: Store, _ id: CaseID) throws {
    try RawStore(store.directory).alter { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT position, body FROM entry WHERE stream = ? AND room IS NOT NULL",
        arguments: [Stream.dossier(id).rawValue])
      for row in rows {
        try db.execute(
          sql: "UPDATE entry SET body = x'', given_up = ? WHERE position = ?",
          arguments: [Digest.sha256(row["body"] as Data), row["position"] as Int])
      }
    }
  }

  @Test("bodies that somebody took away are named, and come back from another copy")
  func takenAway() throws {
    let copies = try copies()
    let (store, stick) = (copies.world.store, try copies.folder())
    let other = try copies.copy()
    try other.exchange(stick)
    let before = try store.entries()
    try strip(store, "HZ26-0001")
    let gone = try sealed(store, "HZ26-0001").count
    let fresh = try Store(opening: store.directory, clock: copies.world.time.clock)
    #expect(
      try fresh.check().findings.filter {
        if case .entry(_, _, .bodyMissing) = $0 { true } else { false }
      }.count == gone)
    let report = try fresh.exchange(with: stick, by: copies.world.office)
    #expect(report.taken == 0)
    #expect(try fresh.entries().prefix(before.count).map(\.entry) == before.map(\.entry))
    #expect(try fresh.check(by: copies.world.office).findings == [])
  }

  @Test("a stick on which bodies were taken away takes none from anybody, and gets them back")
  func strippedStick() throws {
    let copies = try copies()
    let (store, stick) = (copies.world.store, try copies.folder())
    // Written by a copy that lost its bodies, as an attacker would write them.
    let (poor, other) = (try copies.copy(), try copies.copy())
    copies.world.time.advance(seconds: 60)
    try copies.register("HZ26-0009")
    let rich = try copies.folder()
    try copies.exchange(rich)
    try poor.exchange(rich)
    try strip(poor.store, "HZ26-0009")
    _ = try Store(opening: poor.store.directory, clock: copies.world.time.clock)
      .exchange(with: stick, by: poor.office)
    try other.exchange(stick)
    #expect(try isEmptied(other.store, "HZ26-0009"))
    #expect(try !other.store.check().isSound)
    // Who has them gives them once more, and whoever lacks them takes them.
    try copies.exchange(stick)
    #expect(try sealed(store, "HZ26-0009").allSatisfy { $0.entry.givenUp == nil })
    try other.exchange(stick)
    #expect(
      try sealed(other.store, "HZ26-0009").map(\.entry) == sealed(store, "HZ26-0009").map(\.entry))
    #expect(try other.store.check(by: other.office).findings == [])
  }
}
