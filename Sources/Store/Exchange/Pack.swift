import Foundation
import Vault

/// Why a pack is refused: nothing of it can ever become good.
public enum PackFault: String, Error, Sendable, Hashable, CaseIterable {
  /// It ends before the entries do that its name tells of.
  case cut
  /// It holds something else than what it was named by.
  case altered
  /// It is of another store.
  case foreignStore
  /// It lies under a copy that did not write it.
  case wrongDevice
  /// It is, or claims to hold, more than a pack may.
  case oversized
  /// Its name tells of other numbers than it holds.
  case wrongName
  /// It holds what is no entry.
  case malformed
  /// It holds an entry that its author did not sign.
  case notSigned
  /// It is no regular file, or cannot be read: a link, a pipe, a damaged stick.
  case unreadable
}

/// What a pack is called: the numbers that it holds, and what it is made of.
struct PackName: Hashable, Sendable {
  var first: Int
  var last: Int
  /// SHA-256 of the file in lower-case hexadecimal.
  var hash: String

  /// The highest number that a name has room for.
  static let highest = 9_999_999_999
  private static let ending = ".pack"

  init(first: Int, last: Int, hash: String) {
    (self.first, self.last, self.hash) = (first, last, hash)
  }

  /// Reads a name; nil for any other, also for one that is written otherwise.
  init?(_ text: String) {
    guard text.utf8.count == 10 + 1 + 10 + 1 + 64 + Self.ending.utf8.count,
      text.hasSuffix(Self.ending)
    else { return nil }
    let parts = text.dropLast(Self.ending.count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let first = Self.number(parts[0]), let last = Self.number(parts[1]),
      1 <= first, first <= last, Files.isName(String(parts[2]))
    else { return nil }
    self.init(first: first, last: last, hash: String(parts[2]))
  }

  /// The name in the folder of the copy.
  var text: String { "\(Self.digits(first))-\(Self.digits(last))-\(hash)\(Self.ending)" }

  /// Ten digits.
  static func digits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// A number of ten digits; nil for any other text.
  static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.count == 10 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

/// A file of entries of one copy, in its own order, that is never rewritten.
enum Pack {
  /// Bytes that a pack has at most.
  static let largest = 16 << 20
  private static let magic = "pingshen/pack/v1\n"
  private static let lengthBytes = 8
  /// Bytes that an entry has at most, by itself.
  static var largestEntry: Int { largest - headSize - lengthBytes }

  /// What a pack begins with: a line that says what it is, the store, the copy.
  static func head(store: String, device: String) -> Data {
    Data("\(magic)\(store)\n\(device)\n".utf8)
  }

  /// Bytes of what a pack begins with, always the same.
  static var headSize: Int { head(store: id(32), device: id(16)).count }

  private static func id(_ count: Int) -> String { String(repeating: "0", count: count) }

  /// Why some bytes are not what a pack of a store's copy begins with; nil where they are.
  static func fault(ofHead bytes: Data, store: String, device: String) -> PackFault? {
    if bytes == head(store: store, device: device) { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard bytes.count == headSize, lines.count == 4, bytes.starts(with: Data(magic.utf8)) else {
      return .malformed
    }
    return lines[1].elementsEqual(store.utf8) ? .wrongDevice : .foreignStore
  }
}

/// A pack being put together in memory: at most as large as a pack may be.
struct PackWriter {
  private(set) var first = 0
  private(set) var last = 0
  private(set) var bytes: Data
  /// How many entries.
  private(set) var count = 0
  /// Whose entries they are.
  let device: String

  init(store: String, device: String) {
    self.device = device
    bytes = Pack.head(store: store, device: device)
  }

  var isEmpty: Bool { count == 0 }

  /// Whether entries of so many bytes in all go on here: numbers in one pack ascend.
  func hasRoom(for codes: [Data], from number: Int) -> Bool {
    number > last && codes.reduce(bytes.count) { $0 + 8 + $1.count } <= Pack.largest
  }

  /// Takes an entry by its code.
  mutating func add(_ code: Data, number: Int) {
    if isEmpty { first = number }
    last = number
    count += 1
    bytes.append(Entry.bytes(code.count))
    bytes.append(code)
  }

  /// The name of what is here so far.
  var name: PackName {
    PackName(first: first, last: last, hash: Hex.encode(Digest.sha256(bytes)))
  }
}
