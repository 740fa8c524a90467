import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("A1: of a hostile stick nothing is taken that its author did not sign")
struct HostileStickTests {
  private let copies: CopyWorld
  private let other: OtherCopy
  /// What an honest copy put on the stick, in packs of an act or two.
  private let stick: URL
  private let honest: Set<Data>

  init() throws {
    copies = try CopyWorld()
    other = try copies.copy()
    for number in 1...3 { try copies.register(CaseID("HZ26-000\(number)")) }
    stick = try copies.folder()
    let store = copies.world.store
    let post = try Post(in: stick, store: store.storeID, device: store.deviceID)
    var giving = Giving(of: store, to: post, covered: [], isTrial: false, usual: 8_000)
    try giving.run()
    try copies.exchange(stick)
    honest = Set(try store.entries().map(\.id))
  }

  /// A copy of the stick, changed; taken by a copy of the other copy.
  @discardableResult
  private func take(
    _ name: String, changing change: (URL) throws -> Void
  ) throws -> (report: ExchangeReport, store: Store) {
    let (stick, directory) = (try copies.folder(), try copies.folder())
    for (from, to) in [(self.stick, stick), (other.store.directory, directory)] {
      try FileManager.default.removeItem(at: to)
      try FileManager.default.copyItem(at: from, to: to)
    }
    try change(stick)
    let taker = try OtherCopy(directory, of: copies.world)
    let report = try taker.exchange(stick)
    #expect(try taker.store.acts().isSubset(of: honest), "\(name)")
    // An attachment that did not come whole is missing, and nothing else is wrong.
    let wrong = try taker.store.check().findings.filter {
      if case .attachmentMissing = $0 { false } else { true }
    }
    #expect(wrong == [], "\(name)")
    return (report, taker.store)
  }

  private func paths(_ ending: String) throws -> [String] {
    try stick.paths().filter { $0.hasSuffix(ending) }
  }

  @Test("every file of a post changed in turn: a byte, cut, longer, emptied, a link, a folder")
  func everyFile() throws {
    let files = try stick.paths()
    #expect(files.count > 6)
    let mutations: [(String, (URL) throws -> Void)] = [
      (
        "a byte",
        { url in
          var data = try Data(contentsOf: url)
          data[data.count / 2] ^= 0x10
          try data.write(to: url)
        }
      ),
      ("cut", { url in try Data(contentsOf: url).dropLast(7).write(to: url) }),
      ("longer", { url in try (Data(contentsOf: url) + Data("more".utf8)).write(to: url) }),
      ("emptied", { url in try Data().write(to: url) }),
      (
        "a link",
        { url in
          try FileManager.default.removeItem(at: url)
          try FileManager.default.createSymbolicLink(
            atPath: url.path, withDestinationPath: "/proc/self/environ")
        }
      ),
      (
        "a folder",
        { url in
          try FileManager.default.removeItem(at: url)
          try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
      ),
    ]
    for (index, file) in files.enumerated() {
      // Each file with two of them, all of them in turn; the first pack with all.
      let chosen = index == 0 ? mutations : [mutations[index % 6], mutations[(index + 3) % 6]]
      for (name, mutation) in chosen {
        let (report, store) = try take("\(file) \(name)") {
          try mutation($0.appendingPathComponent(file))
        }
        if file.hasSuffix(".pack") { #expect(report.refused.count == 1, "\(file) \(name)") }
        if file.contains("/files/") {
          #expect(report.filesRefused.count == 1, "\(file) \(name)")
          #expect(
            !Durable.isThere(
              Files(directory: store.directory).url((file as NSString).lastPathComponent)))
        }
      }
    }
  }

  @Test("names swapped: each pack under another's name is refused, in another copy's folder too")
  func swapped() throws {
    let packs = try paths(".pack")
    let (report, _) = try take("swapped") { stick in
      let (a, b, c) = (
        stick.appendingPathComponent(packs[0]), stick.appendingPathComponent(packs[1]),
        stick.appendingPathComponent("between")
      )
      for (from, to) in [(a, c), (b, a), (c, b)] {
        try FileManager.default.moveItem(at: from, to: to)
      }
    }
    #expect(report.refused.count == 2)
    #expect(Set(report.refused.map(\.fault)).isSubset(of: [.altered, .cut]))
    let (moved, _) = try take("moved") { stick in
      let from = stick.appendingPathComponent(packs[0])
      let folder = from.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent(String(repeating: "d", count: 16))
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.moveItem(
        at: from, to: folder.appendingPathComponent(from.lastPathComponent))
    }
    #expect(moved.refused.map(\.fault) == [.wrongDevice])
  }

  @Test("names that are none of ours are passed over and counted")
  func strangers() throws {
    let (report, _) = try take("strangers") { stick in
      let root = stick.appendingPathComponent(try copies.world.store.storeID)
      for name in ["AUTORUN.INF", "NOTES", ".Trash-1000", "é"] {
        try Data("x".utf8).write(to: root.appendingPathComponent(name))
      }
      try FileManager.default.createSymbolicLink(
        atPath: root.appendingPathComponent(String(repeating: "a", count: 16)).path,
        withDestinationPath: "/etc")
      let own = try #require(try paths(".pack").first)
      let folder = stick.appendingPathComponent(own).deletingLastPathComponent()
      try Data("x".utf8).write(to: folder.appendingPathComponent("readme.txt"))
    }
    #expect(report.strangers == 6)
    #expect(report.isSound && report.taken > 0)
  }

  @Test("a store's folder that is a link is not gone through, to read or to write")
  func linked() throws {
    let (stick, elsewhere) = (try copies.folder(), try copies.folder())
    try FileManager.default.createSymbolicLink(
      at: stick.appendingPathComponent(try copies.world.store.storeID),
      withDestinationURL: elsewhere)
    #expect(throws: StoreFault.self) { try copies.exchange(stick) }
    #expect(try elsewhere.paths() == [])
    let device = try copies.world.store.deviceID
    let root = try copies.folder()
    let own = root.appendingPathComponent(try copies.world.store.storeID)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: own.appendingPathComponent(device), withDestinationURL: elsewhere)
    #expect(throws: StoreFault.self) { try copies.exchange(root) }
    #expect(try elsewhere.paths() == [])
  }

  /// Puts a pack of these entries on a stick, under the name that belongs to it.
  private func plant(_ entries: [Entry], on stick: URL) throws {
    let (store, device) = (try copies.world.store.storeID, entries[0].device)
    var writer = PackWriter(store: store, device: device)
    for entry in entries { writer.add(EntryCode.encode(entry), number: entry.number) }
    let post = try Post(in: stick, store: store, device: device)
    try post.write(writer.bytes, writer.name.text, of: device)
  }

  /// The entry that would come next on a copy of its own, in somebody's name.
  private func forged(
    _ act: Act, as author: PersonID, signed: (Data) -> Data
  ) throws -> Entry {
    let tip = try #require(
      try copies.world.store.entries().last { $0.entry.stream == .cycle })
    var entry = Entry(
      store: try copies.world.store.storeID, stream: .cycle, parents: [tip.id], previous: nil,
      author: author, device: String(repeating: "b", count: 16), number: 1,
      time: copies.world.time.clock.now(), kind: act.kind, version: act.version, room: nil,
      key: nil, files: [], body: try act.encoded(), signature: Data(count: 64))
    entry.signature = signed(entry.signed)
    return entry
  }

  @Test("a well-formed pack of forged entries: noise, another's key, keys of one's own making")
  func forgedEntries() throws {
    let stranger = PersonKeys.generate()
    func sign(_ data: Data) -> Data { (try? stranger.sign(data)) ?? Data() }
    let locked = try stranger.lock(
      with: Passphrase(creating: "a passphrase", minimum: 4), cost: .demo)
    let keyed = Act.key(
      .personKeyed(person: "p99", keys: stranger.publicKeys, locked: locked, invitation: nil))
    let vouched = Act.key(
      .personKeyed(
        person: "p99", keys: stranger.publicKeys, locked: locked,
        invitation: Invitation.generate().sign(stranger.publicKeys, person: "p99")))
    let closing = Act.event(.cycleClosed(year: 2026))
    let p11 = copies.world["p11"].ring.keys
    let forgeries = try [
      forged(closing, as: StoreWorld.office) { _ in Bytes.random(64) },
      forged(closing, as: StoreWorld.office) { (try? p11.sign($0)) ?? Data() },
      forged(closing, as: StoreWorld.office, signed: sign), forged(keyed, as: "p99", signed: sign),
      forged(vouched, as: "p99", signed: sign),
      forged(
        .key(
          .personKeyed(
            person: StoreWorld.office, keys: stranger.publicKeys, locked: locked, invitation: nil)),
        as: StoreWorld.office, signed: sign),
    ]
    for entry in forgeries {
      let (report, _) = try take("\(entry.kind) by \(entry.author)") { stick in
        try plant([entry], on: stick)
      }
      #expect(report.refused.map(\.fault) == [.notSigned])
      #expect(report.refused.first?.number == 1)
      #expect(report.taken > 0 && report.newDevice == nil, "the rest was taken")
    }
  }

  @Test("an entry of another store, signed by somebody of ours, is not taken")
  func foreign() throws {
    let keys = copies.world.office.ring.keys
    var entry = try forged(.event(.cycleClosed(year: 2026)), as: StoreWorld.office) { _ in
      Data(count: 64)
    }
    entry.store = String(repeating: "c", count: 32)
    entry.signature = try keys.sign(entry.signed)
    let (report, _) = try take("foreign") { try plant([entry], on: $0) }
    #expect(report.refused.map(\.fault) == [.foreignStore])
  }

  @Test("forged entries in this copy's own name do not make it take another id")
  func ownName() throws {
    let device = try other.store.deviceID
    var entry = try forged(.event(.cycleClosed(year: 2026)), as: StoreWorld.office) { _ in
      Data(count: 64)
    }
    entry.device = device
    entry.signature = Bytes.random(64)
    let (report, store) = try take("own name") { try plant([entry], on: $0) }
    #expect(report.newDevice == nil && report.refused.map(\.fault) == [.notSigned])
    #expect(try store.deviceID == device)
  }

  @Test("what the store's own file was made to hold by others is given to nobody")
  func plantedRows() throws {
    let attacker = try Attacker(copies.world.directory)
    try attacker.append(
      .event(.cycleClosed(year: 2026)), to: .cycle, as: StoreWorld.office,
      at: copies.world.time.clock.now(),
      signed: Attacker.noise)
    let stick = try copies.folder()
    let given = try copies.exchange(stick)
    #expect(given.given == honest.count)
    let taken = try other.exchange(stick)
    #expect(taken.isSound && taken.waiting == [])
    #expect(try other.store.check().isSound)
  }
}
