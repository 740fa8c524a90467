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
    var position: Int
  }

  private var given: [String: [Given]] = [:]

  /// The readers for whom there is any.
  var readers: Set<String> { Set(given.keys) }

  /// The wraps for a reader, the latest first.
  subscript(reader: String) -> [Wrap] { (given[reader] ?? []).reversed().map(\.wrap) }

  /// Where wraps were given to a reader.
  func positions(of reader: Reader) -> [Int] { (given[reader.rawValue] ?? []).map(\.position) }

  /// Takes up wraps from an entry at a position.
  mutating func add(_ wraps: [Wrap], at position: Int) {
    for wrap in wraps {
      given[wrap.to, default: []].append(Given(wrap: wrap, position: position))
    }
  }

  /// Whether somebody was given the key who may not hold it, or by keys that were replaced since, or
  /// recovery was not given it: what is sealed from now on wants another.
  func isExposed(
    beyond readers: Set<Reader>, by register: KeyRegister, before position: Int
  ) -> Bool {
    given[Reader.recovery.rawValue] == nil
      || given.contains { name, gifts in
        guard let reader = Reader(rawValue: name) else { return false }
        return !readers.contains(reader)
          || gifts[0].position < register.change(of: reader, before: position)
      }
  }

  /// Whether a reader has one that their keys can open, as far as verified entries tell.
  func reach(_ reader: Reader, by register: KeyRegister) -> Bool {
    guard let last = given[reader.rawValue]?.last else { return false }
    return last.position >= register.floor(of: reader)
  }
}
