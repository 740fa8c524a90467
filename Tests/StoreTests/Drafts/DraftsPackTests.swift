import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Drafts on a stick: nobody else's to read, to write, or to measure")
struct DraftsPackTests {
  private let items = Laptops.items

  private func drafts(_ stick: URL) throws -> [String] {
    try stick.paths().filter { $0.contains("/drafts-") }
  }

  @Test("B3: two histories of a draft leave the same names and bytes, but for what is sealed")
  func tellsNothing() throws {
    let directories = [try SharedStore.copy(), try SharedStore.copy()]
    let sticks = directories.map { _ in StoreWorld.emptyDirectory() }
    defer { for url in directories + sticks { try? FileManager.default.removeItem(at: url) } }
    var names: [[String]] = []
    var packs: [[UInt8]] = []
    for (number, directory) in directories.enumerated() {
      try FileManager.default.createDirectory(at: sticks[number], withIntermediateDirectories: true)
      let store = try Store(opening: directory, clock: TestClock(StoreWorld.start).clock)
      let session = try store.signIn("p13", passphrase: "demo")
      for exchange in 1...3 {
        // One of them changes nothing between two exchanges, the other everything, many times.
        for edit in 0..<(number * 5) {
          var sheet = StoreWorld.sheet(
            comment: String(repeating: "细", count: 40 * exchange * edit))
          sheet.head.overall = String(repeating: "总评", count: exchange * 100)
          try store.save(
            Set(sheet.items.keys.map(DraftSlot.item) + [.head]), of: sheet,
            in: SharedStore.draft, by: session)
        }
        var reading = Reading()
        for place in 0..<(number * 20) {
          _ = reading.toggle(Passage(kind: .selfEvaluation, item: "4.1.2", words: "第 \(place) 段"))
        }
        if number == 1 { try store.keep(reading, in: SharedStore.draft, by: session) }
        _ = try store.exchange(with: sticks[number], by: session)
      }
      names.append(try sticks[number].paths())
      let pack = try #require(try drafts(sticks[number]).first)
      #expect(pack.hasSuffix("/drafts-0000000003.pack"))
      packs.append([UInt8](try Data(contentsOf: sticks[number].appendingPathComponent(pack))))
      #expect(try drafts(sticks[number]).count == 1)
    }
    #expect(names[0] == names[1])
    // Two reviews are not opened yet: the one under way, and the one handed in.
    let clear = "pingshen/drafts/v1\n".utf8.count + 33 + 17 + 8 + "p13".utf8.count + 8
    let size = clear + 2 * DraftsPack.review + 28
    #expect(packs.map(\.count) == [size, size])
    #expect(packs[0].prefix(clear) == packs[1].prefix(clear))
    let same = zip(packs[0], packs[1]).dropFirst(clear).count { $0 == $1 }
    // One in 256 by chance.
    #expect(same < packs[0].count / 128)
  }

  @Test("sealed anew each time: nothing tells that nothing was changed")
  func sealedAnew() throws {
    let laptops = try Laptops(2)
    let stick = try laptops.copies.folder()
    var packs: [Data] = []
    for _ in 0..<2 {
      try laptops[0].exchange(stick)
      let path = try #require(try drafts(stick).first)
      packs.append(try Data(contentsOf: stick.appendingPathComponent(path)))
    }
    #expect(packs[0].count == packs[1].count)
    #expect(packs[0].suffix(1_000) != packs[1].suffix(1_000))
  }

  @Test("who has no review leaves no file; other people of a copy keep theirs as it lies")
  func otherPeople() throws {
    let laptops = try Laptops(2)
    let world = laptops.copies.world
    let stick = try laptops.copies.folder()
    try laptops.copies.exchange(stick)
    #expect(try drafts(stick).isEmpty)
    try world.store.startReview(of: Laptops.id, by: world["p11"])
    try laptops[0].write(items[0], Laptops.review(60))
    try laptops[0].exchange(stick)
    _ = try world.store.exchange(with: stick, by: world["p11"])
    try laptops.copies.exchange(stick)
    let post = try Post(in: stick, store: world.store.storeID, device: world.store.deviceID)
    #expect(try drafts(stick).count == 1)
    let pack = try #require(post.drafts(3, of: post.device) { _ in true })
    #expect(pack.sections.map(\.person) == ["p11", "p13"])
    try laptops[1].exchange(stick)
    #expect(try laptops[1].states(items[0]) == [Laptops.review(60)])
  }

  /// What becomes of a draft where somebody changed the file.
  private func taken(
    _ laptops: Laptops, _ change: (URL, String) throws -> Void
  ) throws -> (report: DraftsReport, states: [ItemReview]) {
    let stick = try laptops.copies.folder()
    try laptops[0].exchange(stick)
    let path = try #require(try drafts(stick).first { $0.contains(try laptops[0].store.deviceID) })
    try change(stick, path)
    let report = try laptops[1].exchange(stick)
    #expect(report.isSound)
    try laptops[1].check()
    return (report.drafts, try laptops[1].states(items[0]))
  }

  @Test("cut, altered, longer, emptied, another copy's, another store's, a link, too long: counted")
  func hostile() throws {
    let laptops = try Laptops(2)
    try laptops[0].write(items[0], Laptops.review(60))
    let other = try laptops[1].store.deviceID
    let changes: [(String, (URL) throws -> Void)] = [
      ("cut", { try Data(contentsOf: $0).dropLast(1).write(to: $0) }),
      ("half", { try Data(contentsOf: $0).prefix(90_000).write(to: $0) }),
      ("longer", { try (Data(contentsOf: $0) + Data([0])).write(to: $0) }),
      ("emptied", { try Data().write(to: $0) }),
      (
        "altered",
        {
          var bytes = try Data(contentsOf: $0)
          bytes[bytes.count - 300] ^= 1
          try bytes.write(to: $0)
        }
      ),
      (
        "a length of 10 GiB",
        {
          var bytes = try Data(contentsOf: $0)
          bytes.replaceSubrange(80..<84, with: [0, 0, 0, 2])
          try bytes.write(to: $0)
        }
      ),
      (
        "of another copy",
        { try Self.rename(try laptops[0].store.deviceID, to: other, in: $0) }
      ),
      (
        "of another store",
        {
          try Self.rename(
            try laptops[0].store.storeID, to: String(repeating: "0", count: 32), in: $0)
        }
      ),
      (
        "somebody else's under this name",
        { url in
          let keys = PersonKeys.generate()
          let session = Session(person: Laptops.person, keys: keys)
          let (store, device) = try (laptops[0].store.storeID, laptops[0].store.deviceID)
          var pack = DraftsPack()
          pack.sections = [
            try DraftsPack.seal([:], reviews: 1, by: session, store: store, device: device)
          ]
          try pack.encoded(store: store, device: device).write(to: url)
        }
      ),
      (
        "a link",
        { url in
          let moved = url.deletingLastPathComponent().appendingPathComponent("x")
          try FileManager.default.moveItem(at: url, to: moved)
          try FileManager.default.createSymbolicLink(at: url, withDestinationURL: moved)
        }
      ),
      (
        "a folder",
        {
          try FileManager.default.removeItem(at: $0)
          try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false)
        }
      ),
      (
        "too long",
        { url in
          let handle = try FileHandle(forWritingTo: url)
          try handle.truncate(atOffset: UInt64(DraftsPack.largest) + 1)
          try handle.close()
        }
      ),
    ]
    for (name, change) in changes {
      let (report, states) = try taken(laptops) { stick, path in
        try change(stick.appendingPathComponent(path))
      }
      #expect(report.refused == 1 && report.taken.isEmpty, "\(name)")
      #expect(states == [ItemReview()], "\(name)")
    }
    let (report, states) = try taken(laptops) { _, _ in }
    #expect(report.refused == 0 && report.taken == [Laptops.id])
    #expect(states == [Laptops.review(60)])
  }

  private static func rename(_ old: String, to new: String, in url: URL) throws {
    var bytes = try Data(contentsOf: url)
    let range = try #require(bytes.range(of: Data(old.utf8)))
    bytes.replaceSubrange(range, with: Data(new.utf8))
    try bytes.write(to: url)
  }

  @Test("an earlier file put back in the place of the last changes nothing")
  func replayed() throws {
    let laptops = try Laptops(2)
    let stick = try laptops.copies.folder()
    try laptops[0].write(items[0], Laptops.review(60))
    try laptops[0].exchange(stick)
    let path = try #require(try drafts(stick).first)
    let early = try Data(contentsOf: stick.appendingPathComponent(path))
    try laptops[1].exchange(stick)
    try laptops[1].write(items[0], Laptops.review(65))
    try laptops[0].exchange(stick)
    let last = try #require(
      try drafts(stick).first { $0.contains(try laptops[0].store.deviceID) })
    try early.write(to: stick.appendingPathComponent(last))
    let report = try laptops[1].exchange(stick)
    #expect(report.drafts.taken.isEmpty && report.drafts.refused == 0)
    #expect(try laptops[1].states(items[0]) == [Laptops.review(65)])
  }

  @Test("states that no program writes are refused, whoever sealed them")
  func unsound() throws {
    let laptops = try Laptops(2)
    try laptops[0].write(items[0], Laptops.review(60))
    let session = laptops[0].session
    let (store, device) = try (laptops[0].store.storeID, laptops[0].store.deviceID)
    let item = SlotState(.item(items[0]), of: Sheet(), dot: DraftDot(device: device, number: 7))
    let states = [
      DraftState(start: -1), DraftState(start: 0, seen: [device: -1]),
      DraftState(start: 0, seen: ["../x": 1]),
      DraftState(start: 0, seen: [device: 6], slots: [items[0].rawValue: [item]]),
      DraftState(start: 0, seen: [device: 7], slots: ["9.9": [item]]),
      DraftState(start: 0, seen: [device: 7], slots: [DraftSlot.head.name: [item]]),
      DraftState(start: 0, seen: [device: 7], slots: [items[0].rawValue: []]),
    ]
    for (number, state) in states.enumerated() {
      let (report, states) = try taken(laptops) { stick, path in
        var pack = DraftsPack()
        pack.sections = [
          try DraftsPack.seal(
            [Laptops.id.rawValue: state], reviews: 1, by: session, store: store, device: device)
        ]
        try pack.encoded(store: store, device: device).write(
          to: stick.appendingPathComponent(path))
      }
      #expect(report.refused == 1 && report.taken.isEmpty, "\(number)")
      #expect(states == [ItemReview()], "\(number)")
    }
    // One that is ahead of the log here waits for it.
    let ahead = try taken(laptops) { stick, path in
      var pack = DraftsPack()
      let state = DraftState(start: 3, seen: [device: 7], slots: [items[0].rawValue: [item]])
      pack.sections = [
        try DraftsPack.seal(
          [Laptops.id.rawValue: state], reviews: 1, by: session, store: store, device: device)
      ]
      try pack.encoded(store: store, device: device).write(to: stick.appendingPathComponent(path))
    }
    #expect(ahead.report == DraftsReport())
  }

  @Test("whose keys were replaced since seals nothing and takes nothing")
  func keysReplaced() throws {
    let laptops = try Laptops(2)
    let stick = try laptops.copies.folder()
    try laptops[0].write(items[0], Laptops.review(60))
    try laptops[0].exchange(stick)
    let store = laptops[1].store
    let anew = try store.signIn(Laptops.person, passphrase: "demo")
    try store.changePassphrase(from: "demo", to: "another demo", replacesKeys: true, by: anew)
    _ = try store.exchange(with: stick, by: anew)
    let report = try store.exchange(with: stick, by: laptops[1].session)
    #expect(report.drafts == DraftsReport())
    // What was sealed with the keys of before is not opened: a lost laptop may have sealed it.
    #expect(try store.exchange(with: stick, by: anew).drafts.refused == 1)
    #expect(try store.draft(of: Laptops.id, by: anew).sheet.marked == 0)
  }
}
