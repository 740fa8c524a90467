import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("A pack is read as it was written, or refused by what is wrong with it")
struct PackTests {
  private let copies: CopyWorld
  private let folder: URL
  private let store: String
  private let device: String
  private let entries: [Entry]

  init() throws {
    copies = try CopyWorld()
    try copies.register("HZ26-0001")
    folder = try copies.folder()
    store = try copies.world.store.storeID
    device = try copies.world.store.deviceID
    entries = Array(try copies.world.store.entries().map(\.entry).suffix(4))
  }

  /// A pack of some entries under the name that belongs to it.
  private func pack(
    _ entries: [Entry], store: String? = nil, device: String? = nil
  ) -> (name: PackName, bytes: Data) {
    var writer = PackWriter(store: store ?? self.store, device: device ?? self.device)
    for entry in entries { writer.add(EntryCode.encode(entry), number: entry.number) }
    return (writer.name, writer.bytes)
  }

  /// Reads some bytes under a name; the entries, or what is wrong.
  private func read(_ name: PackName, _ bytes: Data) throws -> [Entry] {
    let url = folder.appendingPathComponent(name.text)
    try? FileManager.default.removeItem(at: url)
    try bytes.write(to: url)
    return try read(name)
  }

  private func read(_ name: PackName) throws -> [Entry] {
    let reader = PackReader(
      folder.appendingPathComponent(name.text), name: name, store: store, device: device)
    var read: [Entry] = []
    try reader.read { read.append($0) }
    return read
  }

  /// The name that belongs to some bytes.
  private func named(_ bytes: Data, first: Int? = nil, last: Int? = nil) -> PackName {
    PackName(
      first: first ?? entries[0].number, last: last ?? entries[3].number,
      hash: Hex.encode(Digest.sha256(bytes)))
  }

  @Test("every entry of a year under way keeps its id on the way, whatever fields it has")
  func roundTrip() throws {
    for stored in try copies.world.store.entries() {
      let entry = try EntryCode.decode(EntryCode.encode(stored.entry))
      #expect(entry == stored.entry && entry.id == stored.id)
    }
    let (name, bytes) = pack(entries)
    #expect(try read(name, bytes) == entries)
    #expect(PackName(name.text) == name)
  }

  @Test("a header that this program would write otherwise is no entry")
  func canonical() throws {
    let code = EntryCode.encode(entries[0])
    #expect(throws: PackFault.malformed) { try EntryCode.decode(code + Data([0])) }
    #expect(throws: PackFault.malformed) { try EntryCode.decode(Data()) }
    for count in stride(from: 1, to: code.count, by: 7) {
      #expect(throws: PackFault.malformed) { try EntryCode.decode(code.prefix(count)) }
    }
    var entry = entries[0]
    entry.kind = "a\0b"
    #expect(throws: PackFault.malformed) { try EntryCode.decode(EntryCode.encode(entry)) }
    entry = entries[0]
    entry.number = 0
    #expect(throws: PackFault.malformed) { try EntryCode.decode(EntryCode.encode(entry)) }
    entry = entries[0]
    entry.parents = Array(repeating: Data(count: 32), count: Entry.mostParents + 1)
    #expect(throws: PackFault.malformed) { try EntryCode.decode(EntryCode.encode(entry)) }
  }

  @Test("names of another form, and ones written otherwise, are none")
  func names() {
    let hash = String(repeating: "a", count: 64)
    #expect(PackName("0000000001-0000000250-\(hash).pack")?.last == 250)
    for name in [
      "0000000000-0000000250-\(hash).pack", "0000000251-0000000250-\(hash).pack",
      "1-250-\(hash).pack", "0000000001-0000000250-\(hash.uppercased()).pack",
      "0000000001-0000000250-\(hash).PACK", "+000000001-0000000250-\(hash).pack",
      "0000000001-0000000250-\(hash).pack.part", "٠000000001-000000025-\(hash).pack", "",
    ] {
      #expect(PackName(name) == nil, "\(name)")
    }
  }

  @Test("cut: the file ends in an entry, in its head, or between two entries")
  func cut() throws {
    let (name, bytes) = pack(entries)
    let short = pack(Array(entries.prefix(3))).bytes
    for count in [
      0, 1, Pack.headSize - 1, Pack.headSize, short.count, short.count + 5, bytes.count - 1,
    ] {
      #expect(throws: PackFault.cut, "\(count)") { try read(name, bytes.prefix(count)) }
    }
  }

  @Test("altered: one byte is another, or something follows the end")
  func altered() throws {
    let (name, bytes) = pack(entries)
    for place in [Pack.headSize + 40, bytes.count / 2, bytes.count - 1] {
      var changed = bytes
      changed[place] ^= 1
      #expect(throws: PackFault.altered, "\(place)") { try read(name, changed) }
    }
    let more = pack(entries + [next(after: entries[3])]).bytes
    #expect(throws: PackFault.altered) { try read(name, more) }
    let other = pack(Array(entries.prefix(3)) + [next(after: entries[2])])
    #expect(throws: PackFault.altered, "another's name") { try read(name, other.bytes) }
  }

  private func next(after entry: Entry) -> Entry {
    var next = entry
    next.number += 1
    return next
  }

  @Test("foreign store: by its head, and by an entry under a head of ours")
  func foreignStore() throws {
    let foreign = String(repeating: "f", count: 32)
    let (name, bytes) = pack(entries, store: foreign)
    #expect(throws: PackFault.foreignStore) { try read(name, bytes) }
    var entry = entries[0]
    entry.store = foreign
    let (other, inner) = pack([entry])
    #expect(throws: PackFault.foreignStore) { try read(other, inner) }
  }

  @Test("wrong device: by its head, and by an entry under another's head")
  func wrongDevice() throws {
    let other = String(repeating: "e", count: 16)
    let (name, bytes) = pack(entries, device: other)
    #expect(throws: PackFault.wrongDevice) { try read(name, bytes) }
    var entry = entries[0]
    entry.device = other
    let (inner, under) = pack([entry])
    #expect(throws: PackFault.wrongDevice) { try read(inner, under) }
  }

  @Test("wrong name: it holds other numbers than it says")
  func wrongName() throws {
    let (name, bytes) = pack(entries)
    for wrong in [
      named(bytes, first: name.first - 1), named(bytes, last: name.last + 1),
      named(bytes, first: name.first + 1),
    ] {
      #expect(throws: PackFault.wrongName) { try read(wrong, bytes) }
    }
    let empty = Pack.head(store: store, device: device)
    #expect(throws: PackFault.wrongName) { try read(named(empty), empty) }
  }

  @Test("malformed: under its right name it holds what is no entry, or numbers that do not ascend")
  func malformed() throws {
    let head = Pack.head(store: store, device: device)
    for junk in [
      Data("no pack at all, but long enough to be one, or so it seems to be, whoever looks".utf8),
      head + Entry.bytes(4) + Data("junk".utf8), head + Entry.bytes(0),
      head + Entry.bytes(1 << 20) + Data("short".utf8),
    ] {
      #expect(throws: PackFault.malformed) { try read(named(junk), junk) }
    }
    for wrong in [[entries[1], entries[0]], [entries[0], entries[0]]] {
      let (name, bytes) = pack(wrong)
      let ordered = PackName(
        first: entries[0].number, last: entries[1].number, hash: name.hash)
      #expect(throws: PackFault.malformed) { try read(ordered, bytes) }
    }
  }

  @Test(
    "oversized: more than 16 MiB are not looked at; a length that claims 10 GiB is not believed")
  func oversized() throws {
    let head = Pack.head(store: store, device: device)
    let claim = head + Entry.bytes(10 << 30) + Data(count: 100)
    let before = Self.memory()
    #expect(throws: PackFault.oversized) { try read(named(claim), claim) }
    #expect(Self.memory() - before < 64 << 20)
    let negative = head + Data(repeating: 0xFF, count: 8) + Data(count: 100)
    #expect(throws: PackFault.oversized) { try read(named(negative), negative) }
    // A sparse file of 10 GiB: it would take minutes to read.
    let name = named(claim)
    let url = folder.appendingPathComponent(name.text)
    try FileHandle(forWritingTo: url).truncate(atOffset: 10 << 30)
    #expect(throws: PackFault.oversized) { try read(name) }
    // The inner lengths of an entry, too.
    let code = Entry.bytes(10 << 30) + Data(count: 100)
    #expect(throws: PackFault.malformed) { try EntryCode.decode(code) }
    #expect(Self.memory() - before < 64 << 20)
  }

  /// Bytes of memory that this process had at most so far.
  private static func memory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmPeak:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) << 10
  }

  @Test("unreadable: a link, a pipe, a folder, nothing")
  func unreadable() throws {
    let (name, bytes) = pack(entries)
    let url = folder.appendingPathComponent(name.text)
    #expect(throws: PackFault.unreadable) { try read(name) }
    let real = folder.appendingPathComponent("real")
    try bytes.write(to: real)
    try FileManager.default.createSymbolicLink(at: url, withDestinationURL: real)
    #expect(throws: PackFault.unreadable, "a link to what would be good") { try read(name) }
    try FileManager.default.removeItem(at: url)
    #expect(mkfifo(url.path, 0o600) == 0)
    #expect(throws: PackFault.unreadable) { try read(name) }
    try FileManager.default.removeItem(at: url)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    #expect(throws: PackFault.unreadable) { try read(name) }
  }
}
