import Foundation
import GRDB
import Procedure
import Vault

/// One taking: whatever of a post has here what it builds on, of all packs together; the rest waits.
struct PostTaking {
  let store: Store
  let post: Post
  /// Whether nothing is written.
  let isTrial: Bool
  private var signers = Signers()
  /// What a trial would have taken.
  private var imagined: Set<Data> = []
  private(set) var taken = 0
  /// Entries that had been here without their bodies, and whose bodies are here again.
  private(set) var restored = 0
  private(set) var refused: [ExchangeReport.Refused] = []
  /// The id that this copy was given, being turned back.
  private(set) var newDevice: String?
  /// What waits, by the packs that it lies in.
  private var waiting: [Post.PackPlace: [Waiter]] = [:]

  /// An entry that waits.
  private struct Waiter {
    var number: Int
    var id: Data
    var previous: Data?
    /// What it builds on and is not here.
    var lacks: [Data]
  }

  init(into store: Store, from post: Post, isTrial: Bool) throws {
    (self.store, self.post, self.isTrial) = (store, post, isTrial)
    try store.read { try signers.update($0) }
  }

  /// Takes what can be taken of these packs; a pack is looked at again when something came that it
  /// waited for.
  ///
  /// - Parameter progress: Told the packs done and in all; false stops between two.
  /// - Throws: `StoreFault.stopped`; what was taken until then stays.
  mutating func run(_ places: [Post.PackPlace], progress: (Int, Int) -> Bool) throws {
    var queue = places
    var next = 0
    var waiters: [Data: Set<Post.PackPlace>] = [:]
    while next < queue.count {
      guard progress(min(next, places.count), places.count) else { throw StoreFault.stopped }
      let place = queue[next]
      next += 1
      for id in try take(place) {
        for waiter in waiters.removeValue(forKey: id) ?? [] where waiter != place {
          // Once, however much of what it waited for came.
          if !queue[next...].contains(waiter) { queue.append(waiter) }
        }
      }
      let own = Set((waiting[place] ?? []).map(\.id))
      for id in (waiting[place] ?? []).flatMap(\.lacks) where !own.contains(id) {
        waiters[id, default: []].insert(place)
      }
    }
  }

  /// Takes what can be taken of a pack, in one transaction.
  ///
  /// - Returns: The ids of what was taken.
  private mutating func take(_ place: Post.PackPlace) throws -> [Data] {
    // Read to its end before anything of it counts, and while nobody waits for the store.
    var entries: [Entry] = []
    do {
      try post.reader(of: place).read { entries.append($0) }
    } catch let fault as PackFault {
      refuse(place, fault, number: nil)
      waiting[place] = nil
      return []
    }
    let incoming = try incoming(entries)
    var attempt = self
    let came =
      try isTrial
      ? store.read { try attempt.take(incoming, of: place, $0) }
      : store.writeTaken { try attempt.take(incoming, of: place, $0) }
    self = attempt
    taken += came.count
    return came
  }

  /// An entry of a pack, with what was found of it before the store was locked.
  private struct Incoming: Sendable {
    var entry: Entry
    var id: Data
    /// By whose keys it is signed; nil where that is to be asked once more when its turn comes.
    var signer: PublicKeys?
  }

  /// Ids and signatures of a pack's entries, worked out by all processors.
  private func incoming(_ entries: [Entry]) throws -> [Incoming] {
    let ids = onAllProcessors(entries.count) { entries[$0].id }
    // What is here is not verified once more.
    let isHere = try store.read { db in try ids.map { try self.isHere($0, db) } }
    let signers = signers
    return onAllProcessors(entries.count) { place in
      let (entry, id) = (entries[place], ids[place])
      return Incoming(
        entry: entry, id: id, signer: isHere[place] ? nil : signers.signer(of: entry, named: id))
    }
  }

  private mutating func take(
    _ entries: [Incoming], of place: Post.PackPlace, _ db: Database
  ) throws -> [Data] {
    let (now, device) = (store.clock.now(), try Meta.text(db, .device))
    var came: [Data] = []
    var waits: [Waiter] = []
    var isOwn = false
    for incoming in entries {
      let (entry, id) = (incoming.entry, incoming.id)
      if try isHere(id, db) {
        if !isTrial, try lacksBody(id, entry, db) {
          try LogTable.restore(db, entry, id: id)
          restored += 1
        }
        continue
      }
      let lacks = try (entry.parents + [entry.previous].compactMap { $0 }).filter {
        try !isHere($0, db)
      }
      let isAsked = lacks.isEmpty || place.device == device
      let signer = isAsked ? incoming.signer ?? signers.signer(of: entry, named: id) : nil
      let isSigned = signer != nil
      // What this copy wrote once and has no more: it was turned back.
      if isSigned, place.device == device { isOwn = true }
      guard lacks.isEmpty else {
        waits.append(Waiter(number: entry.number, id: id, previous: entry.previous, lacks: lacks))
        continue
      }
      guard isSigned else {
        refuse(place, .notSigned, number: entry.number)
        continue
      }
      if isTrial {
        imagined.insert(id)
      } else {
        _ = try LogTable.append(db, entry, id: id, arrived: now)
        if let signer { store.vouched.note(id, entry.signature, by: signer) }
      }
      signers.take(entry)
      came.append(id)
    }
    waiting[place] = waits.isEmpty ? nil : waits
    if isOwn { try turnBack(db) }
    return came
  }

  private func isHere(_ id: Data, _ db: Database) throws -> Bool {
    try imagined.contains(id) || LogTable.holds(db, id)
  }

  /// Whether an entry is here without its body, which nothing says was to go, and the post has it.
  private func lacksBody(_ id: Data, _ entry: Entry, _ db: Database) throws -> Bool {
    guard entry.givenUp == nil, entry.room != nil else { return false }
    return try LogTable.presence(db, id) == .givenUp && !LogTable.isEmptied(db, entry.stream)
  }

  private mutating func refuse(_ place: Post.PackPlace, _ fault: PackFault, number: Int?) {
    let refusal = ExchangeReport.Refused(
      device: place.device, pack: place.name.text, fault: fault, number: number)
    if !refused.contains(refusal) { refused.append(refusal) }
  }

  // MARK: Receipts

  /// Receipts of a copy that are looked at: somebody may have put others in the newest one's place.
  private static let receiptsOfCopy = 8

  /// The newest receipt of every copy that its person signed.
  func newestReceipts(_ listing: Post.Listing) -> [Receipt] {
    listing.receipts.sorted { $0.key < $1.key }.compactMap { device, numbers in
      // Carried on from other posts, a later one may bear a lower number.
      numbers.suffix(Self.receiptsOfCopy).compactMap { number in
        post.receipt(number, of: device).flatMap {
          Receipt($0, number: number, of: device, store: post.store)
        }
      }.filter(signers.vouch(for:)).max { ($0.time, $0.number) < ($1.time, $1.number) }
    }
  }

  // MARK: An own copy that was turned back

  /// Gives this copy another id: under the one it has, others know entries that it does not.
  private mutating func turnBack(_ db: Database) throws {
    guard newDevice == nil else { return }
    let device = Hex.encode(Bytes.random(8))
    newDevice = device
    guard !isTrial else { return }
    try Meta.set(db, .device, device)
    try Meta.set(db, .copied, device)
  }

  /// Looks whether somebody signed to have seen more of this copy than it has.
  ///
  /// - Parameter receipts: Signed ones.
  mutating func compare(with receipts: [Receipt]) throws {
    let device = try store.read { try Meta.text($0, .device) }
    for receipt in receipts where newDevice == nil {
      for seen in receipt.seen where seen.device == device {
        guard let id = Hex.decode(seen.id), try !store.read({ try isHere(id, $0) }) else {
          continue
        }
        var attempt = self
        try isTrial
          ? store.read { try attempt.turnBack($0) } : store.writeTaken { try attempt.turnBack($0) }
        self = attempt
      }
    }
  }

  // MARK: What waits

  /// What waits for what, by copies.
  ///
  /// - Parameter receipts: Signed ones; they tell which number an id has that is not here.
  func waits(_ receipts: [Receipt]) throws -> [ExchangeReport.Waiting] {
    let known = Set(waiting.values.joined().map(\.id))
    let seen = Dictionary(
      receipts.flatMap(\.seen).map { ($0.id, $0) },
      uniquingKeysWith: { a, _ in a })
    var found: [ExchangeReport.Waiting] = []
    for (device, packs) in Dictionary(grouping: waiting, by: \.key.device) {
      let entries = packs.flatMap(\.value).sorted { $0.number < $1.number }
      var lacks: Set<ExchangeReport.Lack> = []
      for entry in entries {
        for id in entry.lacks where !known.contains(id) {
          lacks.insert(
            try lack(id, of: id == entry.previous ? (device, entry.number - 1) : nil, seen))
        }
      }
      found.append(
        .init(
          device: device, numbers: Self.ranges(entries.map(\.number)),
          lacks: lacks.sorted { "\($0)" < "\($1)" }))
    }
    return found.sorted { $0.device < $1.device }
  }

  /// What is known of an entry that is not here: a copy's numbers up to it, or its id alone.
  private func lack(
    _ id: Data, of place: (device: String, number: Int)?, _ seen: [String: Receipt.Seen]
  ) throws -> ExchangeReport.Lack {
    let name = Hex.encode(id)
    guard let (device, number) = place ?? seen[name].map({ ($0.device, $0.number) }) else {
      return .entry(name)
    }
    let last = try store.read { try LogTable.lastNumber($0, of: device) }
    return last < number ? .numbers(device: device, last + 1...number) : .entry(name)
  }

  private static func ranges(_ numbers: [Int]) -> [ClosedRange<Int>] {
    numbers.reduce(into: []) { ranges, number in
      if let last = ranges.last, number <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, number)
      } else {
        ranges.append(number...number)
      }
    }
  }
}

/// Works out so many values, each by its place, in parts that all processors share.
private func onAllProcessors<Value: Sendable>(
  _ count: Int, _ value: @Sendable (Int) -> Value
) -> [Value] {
  let parts = min(count, ProcessInfo.processInfo.activeProcessorCount * 4)
  return [Value](unsafeUninitializedCapacity: count) { buffer, made in
    nonisolated(unsafe) let buffer = buffer
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      for place in count * part / parts..<count * (part + 1) / parts {
        buffer.initializeElement(at: place, to: value(place))
      }
    }
    made = count
  }
}
