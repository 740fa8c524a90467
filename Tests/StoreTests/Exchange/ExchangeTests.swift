import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Copies meet through a directory")
struct ExchangeTests {
  private let copies: CopyWorld

  init() throws { copies = try CopyWorld() }

  @Test("what one wrote the other takes: entries, attachments, lists, head")
  func oneWay() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    try copies.register("HZ26-0001")
    try copies.world.toReview("HZ26-0001")
    let given = try copies.exchange(stick)
    #expect(try given.given == copies.world.store.entries().count && given.packs > 0)
    #expect(given.filesGiven > 0 && given.taken == 0 && given.isSound)
    let before = try other.store.entries().count
    let taken = try other.exchange(stick)
    #expect(try taken.taken == copies.world.store.entries().count - before)
    #expect(taken.filesTaken == given.filesGiven && taken.filesMissing == 0)
    #expect(taken.waiting == [] && taken.isSound && taken.newDevice == nil)
    #expect(try taken.head == other.store.head())
    #expect(try other.store.acts() == copies.world.store.acts())
    #expect(try other.store.check().isSound)
    let document = try #require(
      try other.store.dossier("HZ26-0001", by: other.office).documents.first)
    #expect(
      try other.store.text(of: document, in: "HZ26-0001", by: other.office)
        == StoreWorld.selfEvaluation)
    let rows = try other.store.queue(QueueQuery(scope: .all), limit: 10, by: other.office)
    #expect(rows.map(\.application.id) == ["HZ26-0001"])
  }

  @Test("taking twice does nothing, and giving twice writes no pack")
  func twice() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    try copies.register("HZ26-0001")
    try copies.exchange(stick)
    try other.exchange(stick)
    let (paths, entries) = (try stick.paths(), try other.store.entries())
    for _ in 0..<2 {
      let again = try other.exchange(stick)
      #expect(again.taken == 0 && again.given == 0 && again.packs == 0)
      #expect(again.filesTaken == 0 && again.filesGiven == 0)
    }
    #expect(try other.store.entries() == entries)
    func lasting(_ paths: [String]) -> [String] { paths.filter { !$0.contains("seen-") } }
    #expect(try lasting(stick.paths()) == lasting(paths))
    #expect(try other.store.check().isSound)
  }

  @Test("in turns: each takes what the other wrote, and both have one head")
  func turns() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    try copies.register("HZ26-0001")
    try copies.exchange(stick)
    try other.exchange(stick)
    try other.register("HZ26-0002")
    try other.exchange(stick)
    let back = try copies.exchange(stick)
    #expect(back.taken > 0 && back.isSound)
    try copies.register("HZ26-0003")
    try copies.exchange(stick)
    try other.exchange(stick)
    #expect(try copies.world.store.acts() == other.store.acts())
    for store in [copies.world.store, other.store] {
      #expect(try store.check().isSound)
      #expect(
        try store.queue(QueueQuery(scope: .all), limit: 10, by: other.office)
          .map(\.application.id.rawValue).sorted() == ["HZ26-0001", "HZ26-0002", "HZ26-0003"])
    }
  }

  @Test("both wrote at once: both have the same entries, lists and one head")
  func atOnce() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    try copies.register("HZ26-0001")
    try other.register("HZ26-0002")
    try copies.exchange(stick)
    try other.exchange(stick)
    try copies.exchange(stick)
    try other.exchange(stick)
    let (here, there) = (try copies.world.store.entries(), try other.store.entries())
    #expect(Set(here.map(\.id)) == Set(there.map(\.id)) && here.count == there.count)
    #expect(try copies.world.store.acts() == other.store.acts())
    for store in [copies.world.store, other.store] {
      #expect(try store.check().isSound)
      #expect(
        try store.queue(QueueQuery(scope: .all), limit: 10, by: other.office)
          .map(\.application.id.rawValue).sorted() == ["HZ26-0001", "HZ26-0002"])
    }
  }

  @Test("home → stick → office → share → third: what others wrote is carried on")
  func chain() throws {
    let (office, third) = (try copies.copy(), try copies.copy())
    let (stick, share) = (try copies.folder(), try copies.folder())
    try copies.register("HZ26-0001")
    try copies.exchange(stick)
    try office.exchange(stick)
    let passed = try office.exchange(share)
    #expect(try passed.given == office.store.entries().count && passed.filesGiven > 0)
    let taken = try third.exchange(share)
    #expect(taken.taken > 0 && taken.waiting == [] && taken.filesMissing == 0)
    #expect(try third.store.acts() == copies.world.store.acts())
    #expect(try third.store.check().isSound)
  }

  @Test("packs of two copies that build on each other in turns are taken in one go")
  func interleaved() throws {
    let (other, third) = (try copies.copy(), try copies.copy())
    let (stick, share) = (try copies.folder(), try copies.folder())
    for round in 1...3 {
      try copies.register(CaseID("HZ26-000\(round)"))
      try copies.exchange(stick)
      try other.exchange(stick)
      try other.register(CaseID("HZ26-001\(round)"))
      try other.exchange(stick)
      try copies.exchange(stick)
    }
    // Cut anew, the packs hold all of one copy each.
    #expect(try other.exchange(share).packs == 2)
    let trial = try third.exchange(share, isTrial: true)
    let taken = try third.exchange(share)
    #expect(taken.waiting == [] && taken.taken > 0 && trial.taken == taken.taken)
    #expect(try third.store.acts() == copies.world.store.acts())
    #expect(try third.store.check().isSound)
  }

  @Test("a trial tells what would be done, and writes nothing anywhere")
  func trial() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    try copies.register("HZ26-0001")
    let given = try copies.exchange(stick)
    let (paths, entries) = (try stick.paths(), try other.store.entries())
    let trial = try other.exchange(stick, isTrial: true)
    #expect(trial.receipt == nil)
    #expect(try stick.paths() == paths && other.store.entries() == entries)
    let real = try other.exchange(stick)
    #expect(trial.taken == real.taken && trial.taken > 0)
    #expect(given.filesGiven == real.filesTaken)
  }

  @Test("a pack ends where an act does: what was written together lies together")
  func acts() throws {
    for number in 1...12 { try copies.register(CaseID("HZ26-\(1000 + number)")) }
    let store = copies.world.store
    let post = try Post(in: copies.folder(), store: store.storeID, device: store.deviceID)
    var giving = Giving(of: store, to: post, covered: [], isTrial: false, usual: 8_000)
    try giving.run()
    #expect(try giving.packs > 3 && giving.entries == store.entries().count)
    var packs: [[Entry]] = []
    for place in post.listing().packs {
      packs.append([])
      try post.reader(of: place).read { packs[packs.count - 1].append($0) }
    }
    for (before, after) in zip(packs, packs.dropFirst()) {
      let (last, first) = (try #require(before.last), try #require(after.first))
      #expect(last.number + 1 == first.number)
      #expect((last.author, last.time) != (first.author, first.time))
    }
  }

  @Test("what waits is named by the numbers that are missing, and goes on when they come")
  func waits() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    let device = try copies.world.store.deviceID
    let known = try other.store.entries().filter { $0.entry.device == device }.count
    try copies.register("HZ26-0001")
    let first = try copies.folder()
    try copies.exchange(first)
    let middle = try copies.world.store.entries().last!.entry.number
    // The first stick's packs are there, so that the second holds the rest alone.
    try FileManager.default.copyItem(
      at: first.appendingPathComponent(try copies.world.store.storeID),
      to: stick.appendingPathComponent(try copies.world.store.storeID))
    let early = try stick.paths().filter { $0.hasSuffix(".pack") }
    try copies.register("HZ26-0002")
    try copies.exchange(stick)
    for path in early { try FileManager.default.removeItem(at: stick.appendingPathComponent(path)) }
    let report = try other.exchange(stick)
    #expect(report.taken == 0)
    let last = try copies.world.store.entries().last!.entry.number
    let waiting = try #require(report.waiting.first)
    #expect(waiting.device == device && waiting.numbers == [middle + 1...last])
    #expect(waiting.lacks == [.numbers(device: device, known + 1...middle)])
    try other.exchange(first)
    let rest = try other.exchange(stick)
    #expect(rest.waiting == [] && rest.taken == last - middle)
    #expect(try other.store.check().isSound)
  }

  @Test("a receipt says what a copy has of every copy, and is signed; the older one goes")
  func receipts() throws {
    let stick = try copies.folder()
    try copies.exchange(stick)
    let receipt = try #require(try copies.exchange(stick).receipt)
    #expect(try receipt.number == 2 && receipt.head == copies.world.store.head())
    let last = try #require(try copies.world.store.entries().last)
    #expect(
      receipt.seen == [
        .init(device: last.entry.device, number: last.entry.number, id: Hex.encode(last.id))
      ])
    #expect(try stick.paths().filter { $0.contains("seen-") }.count == 1)
    var signers = Signers()
    try copies.world.store.read { try signers.update($0) }
    #expect(signers.vouch(for: receipt))
    var forged = receipt
    forged.head = String(repeating: "0", count: 64)
    #expect(!signers.vouch(for: forged))
  }

  @Test("where a post cannot be written to, everything that lies there is taken all the same")
  func locked() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    try copies.register("HZ26-0001")
    try copies.exchange(stick)
    let own = stick.appendingPathComponent(try copies.world.store.storeID)
      .appendingPathComponent(try other.store.deviceID)
    try Data("in the way".utf8).write(to: own)
    #expect(throws: StoreFault.noFolder(own.path)) { try other.exchange(stick) }
    #expect(try other.store.acts() == copies.world.store.acts())
    #expect(try other.store.check().isSound)
  }

  @Test("B2: nothing of what is sealed lies on the stick in any form that could be read")
  func sealed() throws {
    let (world, stick) = (copies.world, try copies.folder())
    let canaries = [Canary.ascii(), Canary.han()]
    try copies.register("HZ26-0001")
    for canary in canaries {
      try world.store.attach(
        canary.text, as: .workSummary, titled: "总结", to: "HZ26-0001", by: world.office)
    }
    try world.toReview("HZ26-0001")
    try world.designate("HZ26-0001", ["p11", "p12", "p13"])
    try world.handIn(
      StoreWorld.sheet(comment: canaries.map(\.text).joined()), in: "HZ26-0001", by: "p12")
    try copies.exchange(stick)
    for path in try stick.paths() {
      let data = try Data(contentsOf: stick.appendingPathComponent(path))
      for canary in canaries { #expect(canary.forms(in: data) == [], "\(path)") }
    }
  }

  @Test("receipts that others put in a copy's folder hide none that is signed, nor stop the next")
  func plantedReceipts() throws {
    let (other, stick) = (try copies.copy(), try copies.folder())
    let receipt = try #require(try copies.exchange(stick).receipt)
    let post = try Post(
      in: stick, store: copies.world.store.storeID, device: copies.world.store.deviceID)
    var forged = receipt
    forged.number = PackName.highest
    try post.write(forged.encoded(), Receipt.name(forged.number), of: receipt.device)
    try post.write(Data("[".utf8), Receipt.name(forged.number - 1), of: receipt.device)
    #expect(try other.exchange(stick).receipts == [receipt])
    let next = try #require(try copies.exchange(stick).receipt)
    #expect(next.number == PackName.highest)
    #expect(try other.exchange(stick).receipts.contains(next))
    #expect(try stick.paths().filter { $0.contains("\(receipt.device)/seen-") }.count == 1)
  }

  @Test("one exchange of a store at a time")
  func oneAtATime() throws {
    let stick = try copies.folder()
    let turn = try ExchangeTurn(of: copies.world.store)
    #expect(throws: StoreFault.busy) { try copies.exchange(stick) }
    turn.end()
    #expect(try copies.exchange(stick).given > 0)
  }

  @Test("no statement of an exchange goes through a table that grows")
  func plans() throws {
    let statements = Statements()
    try statements.listen {
      let other = try copies.copy()
      let (here, stick) = (try copies.clone(), try copies.folder())
      try here.register("HZ26-0001")
      try here.exchange(stick)
      try other.exchange(stick)
      try other.register("HZ26-0002")
      try other.exchange(stick)
      try here.exchange(stick)
    }
    let words = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"]
    let looked = statements.all.filter { sql in
      words.contains { sql.hasPrefix($0) }
        // The head is over all entries.
        && !sql.contains("SELECT 1 FROM entry AS later WHERE later.previous = entry.id)")
    }
    #expect(looked.count > 30)
    let scans = try copies.world.store.read { db in
      try looked.flatMap { sql in try QueryPlan(sql, in: db).scans.map { "\($0): \(sql)" } }
    }
    #expect(scans == [])
  }
}
