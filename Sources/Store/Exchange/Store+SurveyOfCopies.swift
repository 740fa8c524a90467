import Foundation
import GRDB
import Procedure
import Vault

/// What is known here of another copy of this store.
public struct KnownCopy: Sendable, Hashable {
  /// Its id.
  public var device: String
  /// Its newest receipt that was seen here; nil where none was.
  public var receipt: Receipt?
  /// How many entries of this copy it has by that receipt, and how many it lacks.
  public var has = 0
  public var lacks = 0
  /// How many of its own entries are here, and how many it had by that receipt that are not.
  public var here = 0
  public var missing = 0

  /// Who wrote its last entry here, and when by its clock.
  var author: PersonID?
  var written: Moment?

  /// Who works there, as far as that is known.
  public var people: Set<PersonID> { Set([author, receipt?.person].compactMap { $0 }) }

  /// When it was heard from last: by an entry or a receipt, by its own clock.
  public var heard: Moment? { [written, last].compactMap { $0 }.max() }

  /// Who was at work there at its last exchange.
  public var person: PersonID? { receipt?.person }

  /// When that was, by its own clock; nil where that clock said what no calendar has.
  public var last: Moment? {
    receipt.flatMap { Self.times.contains($0.time) ? Moment(seconds: $0.time) : nil }
  }

  /// Up to the end of the year 9999.
  private static let times = 0..<253_402_300_800

  /// A copy of which nothing is known yet.
  public init(device: String) { self.device = device }
}

/// How the copies of a store stand to each other, as far as one of them knows.
public struct CopiesState: Sendable, Hashable {
  /// This copy, and how many entries it wrote.
  public var device = ""
  public var entries = 0
  /// How many of them no other copy's receipt has and no exchange brought to a post.
  public var unsent = 0
  /// The posts that were exchanged with, the last one first.
  public var posts: [KnownPost] = []
  /// The other copies, in the order of their ids.
  public var copies: [KnownCopy] = []
  /// What lay in a post when it was exchanged with and still waits for what is not here.
  public var waiting: [ExchangeReport.Waiting] = []

  /// Nothing known.
  public init() {}
}

extension PostAddress {
  /// As it is remembered: a directory by its whole path.
  var remembered: String {
    if case .folder(let path) = self { URL(fileURLWithPath: path).path } else { text }
  }
}

extension Store {
  /// Keeps what an exchange told of other copies.
  func hear(_ report: ExchangeReport, at address: PostAddress) throws {
    var heard = Heard(in: postsFolder)
    for receipt in report.receipts { heard.take(receipt) }
    if let own = report.receipt { heard.take(own) }
    heard.waiting[address.remembered] = report.waiting.isEmpty ? nil : report.waiting
    do {
      try heard.keep(in: postsFolder)
    } catch {
      throw StoreFault.naming(error)
    }
  }

  /// How the copies stand: by the last number of each that is here and by the newest receipts.
  ///
  /// A receipt counts only with its person's signature.
  public func copiesState() throws -> CopiesState {
    _ = try cycle()
    let heard = Heard(in: postsFolder)
    let receipts = heard.receipts(signedBy: cycleCache.keys)
    let waiting = heard.waiting.sorted { $0.key < $1.key }.flatMap(\.value)
    var state = try read { db in
      var state = CopiesState()
      state.device = try Meta.text(db, .device)
      state.entries = try LogTable.lastNumber(db, of: state.device)
      let names = Set(try LogTable.devices(db) + receipts.map(\.device))
      for device in names.sorted() where device != state.device && Post.isCopy(device) {
        var copy = KnownCopy(device: device)
        copy.receipt = receipts.first { $0.device == device }
        copy.here = try LogTable.lastNumber(db, of: device)
        (copy.author, copy.written) = try LogTable.lastWritten(db, of: device)
        copy.has = min(copy.receipt?.last(of: state.device) ?? 0, state.entries)
        copy.lacks = state.entries - copy.has
        copy.missing = max(0, (copy.receipt?.last(of: device) ?? 0) - copy.here)
        state.copies.append(copy)
      }
      state.waiting = try waiting.compactMap { try LogTable.left(db, of: $0) }
      return state
    }
    state.waiting = state.waiting.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let given = receipts.map { $0.last(of: state.device) }.max() ?? 0
    state.unsent = max(0, state.entries - given)
    state.posts = knownPosts
    return state
  }
}

extension LogTable {
  /// What of it is still to come; nil where all has come since.
  static func left(
    _ db: Database, of waiting: ExchangeReport.Waiting
  ) throws -> ExchangeReport.Waiting? {
    func left(_ range: ClosedRange<Int>, of device: String) throws -> ClosedRange<Int>? {
      let last = try lastNumber(db, of: device)
      return last < range.upperBound ? max(range.lowerBound, last + 1)...range.upperBound : nil
    }
    var rest = waiting
    rest.numbers = try waiting.numbers.compactMap { try left($0, of: waiting.device) }
    rest.lacks = try waiting.lacks.compactMap { lack in
      switch lack {
      case .numbers(let device, let range):
        try left(range, of: device).map { .numbers(device: device, $0) }
      case .entry(let id):
        try Hex.decode(id).map { try holds(db, $0) } == true ? nil : lack
      }
    }
    return rest.numbers.isEmpty ? nil : rest
  }
}
