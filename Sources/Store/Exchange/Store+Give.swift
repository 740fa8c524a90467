import Foundation
import GRDB
import Procedure
import Vault

/// Giving: whatever is here and lies in no whole pack of a post is written there.
struct Giving {
  let store: Store
  let post: Post
  /// The ids of what lies in the post.
  let covered: Set<Data>
  let isTrial: Bool
  private(set) var entries = 0
  private(set) var packs = 0
  private var signers = Signers()
  private var writer = PackWriter(store: "", device: "")
  /// An act that is not at its end yet: its entries with their codes.
  private var act: [(entry: Entry, code: Data)] = []
  private var actBytes: Int { act.reduce(0) { $0 + $1.code.count + 8 } }

  /// Bytes from which a pack is long enough: a smaller one waits for less and is read again sooner.
  let usual: Int
  private static let window = 200

  init(
    of store: Store, to post: Post, covered: Set<Data>, isTrial: Bool, usual: Int = 1 << 20
  ) {
    (self.store, self.post, self.covered, self.isTrial) = (store, post, covered, isTrial)
    self.usual = usual
  }

  /// Writes what is missing, copy by copy, each in its own order.
  ///
  /// What its author did not sign is nobody's and goes nowhere.
  mutating func run() throws {
    try store.read { try signers.update($0) }
    for device in try store.read(LogTable.devices) where Post.isCopy(device) {
      writer = PackWriter(store: post.store, device: device)
      var position = 0
      while true {
        let rows = try store.read {
          try LogTable.entries($0, of: device, after: position, limit: Self.window)
        }
        for row in rows {
          position = max(position, row.position)
          guard let stored = try? row.get(), stored.entry.id == stored.id else { continue }
          try take(stored)
        }
        if rows.count < Self.window { break }
      }
      try endAct()
      try endPack()
    }
  }

  private mutating func take(_ stored: StoredEntry) throws {
    let entry = stored.entry
    guard !covered.contains(stored.id) else {
      try endAct()
      return try endPack()
    }
    let code = EntryCode.encode(entry)
    // What no program would read there is not sent: it would spoil what lies beside it.
    guard code.count <= Pack.largestEntry, (try? EntryCode.decode(code)) != nil,
      signers.vouch(for: entry)
    else { return }
    if !goesOn(with: entry) || actBytes + code.count + 8 > Pack.largestEntry { try endAct() }
    act.append((entry, code))
  }

  /// Whether an entry belongs to the act before it, as far as that can be told: written by the same
  /// person in the same second, with the next number.
  private func goesOn(with entry: Entry) -> Bool {
    guard let last = act.last?.entry else { return true }
    return entry.number == last.number + 1 && entry.author == last.author
      && entry.time == last.time
  }

  private mutating func endAct() throws {
    defer { act = [] }
    guard let first = act.first?.entry.number else { return }
    if !writer.isEmpty,
      writer.bytes.count + actBytes > usual
        || !writer.hasRoom(for: act.map(\.code), from: first)
    {
      try endPack()
    }
    for (entry, code) in act { writer.add(code, number: entry.number) }
  }

  private mutating func endPack() throws {
    guard !writer.isEmpty else { return }
    defer { writer = PackWriter(store: post.store, device: writer.device) }
    let name = writer.name.text
    // What bears the name and is no file was refused when it was looked at, and stays.
    guard post.hasRoom(for: name, of: writer.device) else { return }
    packs += 1
    entries += writer.count
    if !isTrial { try post.write(writer.bytes, name, of: writer.device) }
  }
}
