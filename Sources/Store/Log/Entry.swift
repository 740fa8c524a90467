import Foundation
import Procedure
import Vault

/// The stream an entry belongs to.
public enum Stream: Hashable, Sendable, RawRepresentable {
  case cycle
  case file(CaseID)
  /// Reports, complaints and what became of them; every body is sealed.
  case supervision

  public init(rawValue: String) {
    if rawValue.hasPrefix("case/") {
      self = .file(CaseID(String(rawValue.dropFirst(5))))
    } else {
      self = rawValue == "supervision" ? .supervision : .cycle
    }
  }

  /// The name in the log.
  public var rawValue: String {
    switch self {
    case .cycle: "cycle"
    case .file(let id): "case/\(id)"
    case .supervision: "supervision"
    }
  }
}

/// One act in the log: signed by its author, chained to what the author had seen.
public struct Entry: Sendable, Hashable {
  /// The store's random id, hexadecimal.
  public var store: String
  public var stream: Stream
  /// The last entries of the stream that the author had seen.
  public var parents: [Data]
  public var author: PersonID
  /// The random id of the copy of the store it was made in, and the running number there.
  public var device: String
  public var number: Int
  /// The author's time, a claim.
  public var time: Moment
  public var kind: String
  /// The room the body is sealed to; nil where the body is clear.
  public var room: String?
  /// JSON with sorted keys, or what the room's key sealed of it.
  public var body: Data
  /// Ed25519, the author's, over a tag and the id.
  public var signature: Data

  /// Every field but body and signature, in fixed order: what a sealed body is bound to.
  public var header: Data {
    Domain.entry.message(
      [
        Data(store.utf8), Data(stream.rawValue.utf8), parents.reduce(Data(), +),
        Data(author.rawValue.utf8), Data(device.utf8), Self.bytes(number),
        Self.bytes(time.seconds), Data(kind.utf8), Data([room == nil ? 0 : 1]),
        Data((room ?? "").utf8),
      ])
  }

  /// SHA-256 of a domain tag and all fields.
  public var id: Data { Digest.sha256(.entry, header, body) }

  /// What the author signs.
  public var signed: Data { Domain.entrySignature.message(id) }

  private static func bytes(_ number: Int) -> Data {
    withUnsafeBytes(of: Int64(number).bigEndian) { Data($0) }
  }
}

/// An entry as it lies in one store: with its place in the order of arrival.
public struct StoredEntry: Sendable, Hashable {
  /// 1 for the first to arrive here.
  public var position: Int
  /// When it arrived here.
  public var arrived: Moment
  public var entry: Entry
  /// The id written beside it.
  public var id: Data
  /// The hash chain of arrival up to and including this entry.
  public var chain: Data
}
