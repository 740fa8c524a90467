import Foundation
import Procedure
import Vault

/// What a copy has of every copy, signed by the person who was at work: the receipt of an exchange.
public struct Receipt: Codable, Sendable, Hashable {
  /// The store, the copy that wrote it, and the running number of its receipts.
  public var store: String
  public var device: String
  public var number: Int
  public var person: PersonID
  /// By the store's clock on that copy, in seconds since 1970.
  public var time: Int
  /// The head there (``Store/Store/head()``).
  public var head: String
  /// The last entry of every copy that it had, in the order of the copies.
  public var seen: [Seen]
  /// The person's, in hexadecimal.
  public var signature: String

  /// The last entry of a copy.
  public struct Seen: Codable, Sendable, Hashable {
    public var device: String
    public var number: Int
    /// The entry's id in hexadecimal.
    public var id: String
  }

  /// Bytes that a receipt has at most.
  static let largest = 1 << 20
  private static let names = CountedName(beginning: "seen-", ending: ".json")

  /// The name of the receipt of a number.
  static func name(_ number: Int) -> String { names.name(number) }

  /// The number of a receipt's name; nil for any other.
  static func number(ofName name: String) -> Int? { names.number(of: name) }

  /// What is signed: everything but the signature.
  var signed: Data {
    let fields = [
      store, device, "\(number)", person.rawValue, "\(time)", head,
    ]
    return Domain.receipt.message(
      (fields + seen.flatMap { [$0.device, "\($0.number)", $0.id] }).map { Data($0.utf8) })
  }

  /// The file's bytes.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  /// Reads a receipt that lies under a name in a copy's folder; nil where it is none of the store's.
  ///
  /// Who signed it is for ``Signers/vouch(for:)`` to say.
  init?(_ data: Data, number: Int, of device: String, store: String) {
    guard let receipt = try? LogDecoder.decode(Receipt.self, from: data), receipt.store == store,
      receipt.device == device, receipt.number == number,
      receipt.seen.allSatisfy({ Post.isCopy($0.device) && $0.number > 0 && Files.isName($0.id) })
    else { return nil }
    self = receipt
  }

  init(
    store: String, device: String, number: Int, person: PersonID, time: Int, head: String,
    seen: [Seen]
  ) {
    (self.store, self.device, self.number, self.person) = (store, device, number, person)
    (self.time, self.head, self.seen, signature) = (time, head, seen, "")
  }
}
