import Foundation
import Procedure
import Vault

/// What was wrapped of one key, by reader, in the order in which it was given.
///
/// A reader may have several: who has new keys and nobody's help is given another, and one that
/// does not open is as good as none.
struct Wraps: Sendable {
  private struct Given: Sendable {
    var wrap: Wrap
    /// How often the reader's keys had been recovered, and changed at all, as who gave it knew.
    var recoveries: Int
    var changes: Int
  }

  private var given: [String: [Given]] = [:]

  /// The readers for whom there is any.
  var readers: Set<String> { Set(given.keys) }

  /// The wraps for a reader, the latest first.
  subscript(reader: String) -> [Wrap] { (given[reader] ?? []).reversed().map(\.wrap) }

  /// How many keys a reader had had each time when a wrap was given to them.
  func changes(of reader: Reader) -> [Int] { (given[reader.rawValue] ?? []).map(\.changes) }

  /// Takes up wraps, by the keys that who gave them knew.
  mutating func add(_ wraps: [Wrap], by register: KeyRegister) {
    for wrap in wraps {
      let reader = Reader(rawValue: wrap.to)
      given[wrap.to, default: []].append(
        Given(
          wrap: wrap, recoveries: reader.map(register.recoveries) ?? 0,
          changes: reader.map(register.changes) ?? 0))
    }
  }

  /// Whether somebody was given the key who may not hold it, or by keys that were replaced since, or
  /// recovery was not given it: what is sealed from now on wants another.
  func isExposed(beyond readers: Set<Reader>, by register: KeyRegister) -> Bool {
    given[Reader.recovery.rawValue] == nil
      || given.contains { name, gifts in
        guard let reader = Reader(rawValue: name) else { return false }
        return !readers.contains(reader)
          || gifts[0].changes < register.changes(of: reader)
      }
  }

  /// Whether a reader has one that their keys can open, as far as verified entries tell.
  func reach(_ reader: Reader, by register: KeyRegister) -> Bool {
    guard let last = given[reader.rawValue]?.last else { return false }
    return last.recoveries >= register.recoveries(of: reader)
  }
}
