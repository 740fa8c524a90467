import Criteria
import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Nobody sees what is not theirs yet")
struct BlindnessTests {
  private static let reviewers = SharedStore.reviewers

  @Test("R4, B3: before opening nobody but the author sees a sheet, by case or by history")
  func sheetsAreSealed() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toHandedIn(id, sheets: Self.reviewers.map { ($0, StoreWorld.sheet()) })
    try world.settleAll()
    for person in world.sessions.keys.sorted() {
      let state = try world.state(id, person)
      let own: Set<PersonID> = Self.reviewers.contains(person) ? [person] : []
      #expect(Set(state.contents.keys) == own, "\(person)")
      #expect(state.consensus == nil && state.results.isEmpty && state.materialTotal == nil)
      #expect(state.sheets.count == 3)
    }
    for person in ["p1", "p2", "p11", "p12"] as [PersonID] {
      let rows = try world.store.history(
        HistoryQuery(dossier: id, kinds: ["sheetRecorded"]), before: nil, limit: 10,
        by: world[person])
      #expect(rows.count == 3)
      #expect(rows.allSatisfy { ($0.act == nil) == ($0.author != person) }, "\(person)")
    }
    let clear = try world.store.history(
      HistoryQuery(kinds: ["sheetRecorded"]), before: nil, limit: 10, by: nil)
    #expect(clear.count == 3 && clear.allSatisfy { $0.act == nil })
    try world.open(id)
    #expect(try world.state(id, "p12").consensus?.sheets.count == 3)
    #expect(try world.state(id, StoreWorld.supervisor).consensus?.sheets.count == 3)
    #expect(try world.state(id, "p22").contents.isEmpty)
  }

  @Test("B2: canaries of a draft and of a sealed sheet are in no file, in no form")
  func canaries() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toReview(id)
    try world.designate(id, Self.reviewers)
    let canaries = [Canary.ascii(), .han(), .ascii(), .han()]
    var sheet = StoreWorld.sheet(comment: canaries[0].text + "，" + canaries[1].text)
    sheet.head.keyFactors = canaries[2...].map(\.text)
    func search(_ when: String) throws -> Int {
      var journal = 0
      for (path, data) in try world.bytes() {
        if path.hasSuffix("-journal") { journal = data.count }
        for canary in canaries { #expect(canary.forms(in: data) == [], "\(when): \(path)") }
      }
      return journal
    }
    try world.write(sheet, in: id, by: "p12")
    var reading = Reading()
    let passage = Passage(kind: .selfEvaluation, item: "4.1.2", words: canaries[0].text)
    _ = reading.toggle(passage)
    reading.read(until: passage)
    try world.store.keep(reading, in: id, by: world["p12"])
    #expect(try world.store.reading(of: id, by: world["p12"]) == reading)
    for person in ["p11", "p13", "p4"] as [PersonID] {
      #expect(throws: StoreFault.notReadable) {
        try world.store.reading(of: id, by: world[person])
      }
    }
    _ = try search("draft")
    try world.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA cache_spill = 1; PRAGMA cache_size = 2")
    }
    let session = world["p12"]
    try world.store.write(by: session) { transaction in
      try transaction.perform(.dossier(id, .handIn(sheet)))
      #expect(try search("in the middle of handing in") > 0)
      try transaction.db.execute(sql: "DELETE FROM draft WHERE person = 'p12'")
      try transaction.db.execute(sql: "DELETE FROM progress WHERE person = 'p12'")
    }
    _ = try search("handed in")
    let read = try world.state(id, "p12").contents["p12"]?[1]
    #expect(read == sheet, "the canaries were never there")
  }

  @Test("B2: the search itself finds a canary in every form")
  func searchFinds() throws {
    let canary = Canary.han()
    let plain = Data(canary.text.utf8)
    let hex = Hex.encode(plain)
    var all = plain + canary.text.data(using: .utf16LittleEndian)!
    all += canary.text.data(using: .utf16BigEndian)! + Data((hex + hex.uppercased()).utf8)
    for shift in 0..<3 {
      let around = Data("甲".utf8.prefix(shift)) + plain + Data("乙".utf8)
      all += Data(around.base64EncodedString().utf8)
    }
    #expect(canary.forms(in: all).count == 8)
  }

  /// Every secret that a person's keys open, halves of sheets' keys among them.
  private func secrets(of session: Session, _ store: Store) throws -> [Data] {
    var found: [Data] = []
    _ = try store.cycle()
    session.learnGroups(store.cycleCache.keys)
    for keys in store.cycleCache.keys.groups.values {
      for wrap in keys.flatMap({ key in key.wraps.readers.flatMap { key.wraps[$0] } }) {
        if let secret = try? session.ring.open(wrap, context: "") { found.append(secret) }
      }
    }
    for id in try store.read({ try String.fetchAll($0, sql: "SELECT id FROM dossier") }) {
      let rooms = try store.replayed(CaseID(id), by: session).rooms
      for key in rooms.keys.values {
        for wrap in key.wraps.readers.flatMap({ key.wraps[$0] }) {
          let secret = try? session.ring.open(wrap, context: key.room.rawValue)
          secret.map { found.append($0) }
        }
        for (whose, wrap) in [
          ("leader", key.halves?.leader), ("secretariat", key.halves?.secretariat),
        ] {
          let context = "\(key.name.rawValue)#\(whose)"
          let secret = wrap.flatMap { try? session.ring.open($0, context: context) }
          secret.map { found.append($0) }
        }
      }
    }
    return found
  }

  @Test("R4: leader or secretariat alone opens no sheet with all their keys; both together do")
  func halvesAlone() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toHandedIn(id, sheets: Self.reviewers.map { ($0, StoreWorld.sheet()) })
    try world.settleAll()
    let sealed = try world.store.read { db in
      try LogTable.entries(db, in: .dossier(id), after: 0).map(\.entry).filter {
        $0.kind == "sheetRecorded" && $0.author == "p12"
      }
    }
    #expect(sealed.count == 1)
    func opens(_ secrets: [Data]) -> Bool {
      var keys = secrets.compactMap { try? RoomKey(data: $0) }
      let halves = secrets.compactMap { try? KeyHalf(data: $0) }
      for one in halves { for other in halves { keys.append(RoomKey(joining: one, other)) } }
      return keys.contains { key in
        (try? key.open(sealed[0].body, context: sealed[0].header)) != nil
      }
    }
    let leader = try secrets(of: world.leader, world.store)
    let office = try secrets(of: world.office, world.store)
    let supervision = try secrets(of: world[StoreWorld.supervisor], world.store)
    #expect(!leader.isEmpty && !office.isEmpty && !supervision.isEmpty)
    #expect(!opens(leader) && !opens(office) && !opens(supervision))
    #expect(opens(leader + office))
  }

  @Test("B3: drafts that differ in marks, lengths and number of edits leave the same rows")
  func draftsTellNothing() throws {
    let directories = [try SharedStore.copy(), try SharedStore.copy()]
    defer { for url in directories { try? FileManager.default.removeItem(at: url) } }
    var dumps: [[String: [String]]] = []
    for (number, directory) in directories.enumerated() {
      let store = try Store(opening: directory, clock: TestClock(StoreWorld.start).clock)
      let session = try store.signIn("p13", passphrase: "demo")
      for edit in 0...(number * 12) {
        var sheet = StoreWorld.sheet(comment: String(repeating: "细", count: number * 300 + edit))
        for item in Edition.shipped.items {
          let mark = Percentage((number * 35 + edit) / 5 * 5)!
          sheet.items[item.id]?.mark = .percentage(mark)
        }
        sheet.head.overall = String(repeating: "总评", count: number * 100)
        let slots = Set(sheet.items.keys.map(DraftSlot.item) + [.head])
        let base = try store.draft(of: SharedStore.draft, by: session).sheet
        try store.save(slots, of: sheet, over: base, in: SharedStore.draft, by: session)
      }
      var reading = Reading()
      for place in 0..<(number * 20) {
        _ = reading.toggle(
          Passage(kind: .selfEvaluation, item: "4.1.2", words: "自评报告 4.1.2，第 \(place) 段"))
      }
      try store.keep(reading, in: SharedStore.draft, by: session)
      dumps.append(try RawStore(directory).dump(RawStore.all, lengthsOnly: true))
    }
    #expect(dumps[0] == dumps[1])
    // One draft under way; of the three that were handed in what was sealed and how far was read.
    #expect(dumps[0]["draft"]?.count == 26 + 3 * 2)
  }
}
