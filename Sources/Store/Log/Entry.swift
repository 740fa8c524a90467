import Foundation
import Procedure
import Vault

/// The stream an entry belongs to.
public enum Stream: Hashable, Sendable, RawRepresentable {
  case cycle
  case dossier(CaseID)
  /// Reports, complaints and what became of them; every body is sealed.
  case supervision
  /// What copies took of each other, and when: in the clear, and no act of the procedure.
  case arrivals

  /// The stream of that name; nil where no stream is called so.
  public init?(rawValue: String) {
    switch rawValue {
    case "cycle": self = .cycle
    case "supervision": self = .supervision
    case "arrivals": self = .arrivals
    default:
      guard rawValue.hasPrefix("case/"), rawValue.count > 5 else { return nil }
      self = .dossier(CaseID(String(rawValue.dropFirst(5))))
    }
  }

  /// The case whose stream it is; nil of the others.
  var dossier: CaseID? {
    if case .dossier(let id) = self { id } else { nil }
  }

  /// The name in the log.
  public var rawValue: String {
    switch self {
    case .cycle: "cycle"
    case .dossier(let id): "case/\(id)"
    case .supervision: "supervision"
    case .arrivals: "arrivals"
    }
  }
}

/// A sealed file that an entry speaks of: what it is called and how long it is, never a title.
public struct FileReference: Sendable, Hashable {
  /// SHA-256 of the sealed file, 32 bytes; in hexadecimal it is the file's name.
  public var digest: Data
  /// Bytes of the sealed file.
  public var size: Int

  /// The name in `files`.
  public var name: String { Hex.encode(digest) }

  static let length = 40

  /// Digest and size, 40 bytes, as the header holds them.
  var bytes: Data { digest + Entry.bytes(size) }

  init(digest: Data, size: Int) { (self.digest, self.size) = (digest, size) }

  /// All of the files that a header's field names, one behind the other.
  static func all(in field: Data) -> [FileReference] {
    stride(from: 0, to: field.count, by: length).compactMap {
      FileReference(bytes: field.dropFirst($0).prefix(length))
    }
  }

  /// Reads what ``bytes`` gives; nil for any other length.
  init?(bytes: Data) {
    guard bytes.count == Self.length else { return nil }
    digest = Data(bytes.prefix(32))
    size = bytes.suffix(8).reduce(0) { $0 << 8 | Int($1) }
  }
}

/// One act in the log: signed by its author, chained to what the author had seen.
public struct Entry: Sendable, Hashable {
  /// The store's random id, hexadecimal.
  public var store: String
  public var stream: Stream
  /// Every tip that the author's copy had: of the stream itself first, then of the cycle's.
  public var parents: [Data]
  /// The entry before it on the same copy; nil for the first there.
  public var previous: Data?
  public var author: PersonID
  /// The random id of the copy of the store it was made in, and the running number there.
  public var device: String
  public var number: Int
  /// The author's time, a claim.
  public var time: Moment
  public var kind: String
  /// The version of the kind's fields.
  public var version: Int
  /// The room the body is sealed to; nil where the body is clear.
  public var room: String?
  /// The entry that made the key the body is sealed with; nil where the body is clear.
  public var key: Data?
  /// The sealed files that the act speaks of.
  public var files: [FileReference]
  /// What an act had seen of the other copies that takes a right from somebody; empty of others.
  public var seen: [Sighting] = []
  /// JSON with sorted keys, or what the room's key sealed of it; empty where it was given up.
  public var body: Data
  /// SHA-256 of the body where it was given up when the years of keeping were over; nil where it is here.
  public var givenUp: Data? = nil
  /// Ed25519, the author's, over a tag and the id.
  public var signature: Data

  /// The most parents that an entry names.
  static let mostParents = 64
  /// The most sightings that an entry names.
  static let mostSightings = 256

  /// Every field but body and signature, in fixed order: what a sealed body is bound to.
  public var header: Data {
    Domain.entry.message(
      [
        Data(store.utf8), Data(stream.rawValue.utf8), parents.reduce(Data(), +),
        previous ?? Data(), Data(author.rawValue.utf8), Data(device.utf8), Self.bytes(number),
        Self.bytes(time.seconds), Data(kind.utf8), Self.bytes(version),
        Data([room == nil ? 0 : 1]), Data((room ?? "").utf8), key ?? Data(),
        files.reduce(Data()) { $0 + $1.bytes }, seen.reduce(Data()) { $0 + $1.bytes },
      ])
  }

  /// SHA-256 of a domain tag, the header and the body's own digest: an entry whose body was given up
  /// can still be told to be what its author signed.
  public var id: Data { Digest.sha256(.entry, header, givenUp ?? Digest.sha256(body)) }

  /// What the author signs.
  public var signed: Data { Self.signed(id) }

  static func signed(_ id: Data) -> Data { Domain.entrySignature.message(id) }

  /// Whether no body was given up, or one that can be: sealed, of a case, with its digest in its place.
  var canLackBody: Bool {
    guard let givenUp else { return true }
    return givenUp.count == 32 && body.isEmpty && room != nil && stream.dossier != nil
  }

  static func bytes(_ number: Int) -> Data {
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
  /// The keys by which the signature over `id` was found good; nil where nobody has looked.
  var verified: PublicKeys?

  /// The name by which other acts speak of it.
  var name: EntryName { EntryName(Hex.encode(id)) }
}
