import Foundation
import Procedure
import Vault

/// An entry as it lies in a pack: header, body and signature, each behind its length, and of a body that
/// was given up its digest.
///
/// The header stands as it is signed. What does not read as a header, or would be written otherwise
/// by this program, is no entry: so whatever was read has the id that its author signed.
enum EntryCode {
  /// What no entry is longer than in any of its short fields.
  private static let longestName = 512

  /// All of an entry.
  static func encode(_ entry: Entry) -> Data {
    let parts = [entry.header, entry.body, entry.signature] + [entry.givenUp].compactMap { $0 }
    return parts.reduce(into: Data()) { code, part in
      code.append(Entry.bytes(part.count))
      code.append(part)
    }
  }

  /// Reads what ``encode(_:)`` gives.
  ///
  /// - Throws: `PackFault.malformed` for anything else.
  static func decode(_ code: Data) throws(PackFault) -> Entry {
    var parts = Parts(code)
    let (header, body, signature) = (try parts.next(), try parts.next(), try parts.next())
    let givenUp = parts.isAtEnd ? nil : try parts.next()
    guard parts.isAtEnd, signature.count == 64 else { throw .malformed }
    var entry = try Self.entry(header)
    (entry.body, entry.signature, entry.givenUp) = (body, signature, givenUp)
    guard entry.header == header, entry.canLackBody else { throw .malformed }
    return entry
  }

  /// The entry of a header, without body and signature.
  private static func entry(_ header: Data) throws(PackFault) -> Entry {
    var fields = Parts(header)
    guard try fields.next() == Data(Domain.entry.rawValue.utf8) else { throw .malformed }
    let store = try name(fields.next())
    guard let stream = Stream(rawValue: try name(fields.next())) else { throw .malformed }
    let parents = try list(fields.next(), of: 32)
    let previous = try id(fields.next())
    let (author, device) = (try name(fields.next()), try name(fields.next()))
    let (number, time) = (try count(fields.next()), try count(fields.next()))
    let (kind, version) = (try name(fields.next()), try count(fields.next()))
    let isSealed = try fields.next() == Data([1])
    let room = try name(fields.next(), mayLack: true)
    let key = try id(fields.next())
    let files = try list(fields.next(), of: FileReference.length).compactMap(
      FileReference.init(bytes:))
    let seen = try list(fields.next(), of: Sighting.length).compactMap(Sighting.init(bytes:))
    guard fields.isAtEnd, seen.count <= Entry.mostSightings, parents.count <= Entry.mostParents,
      number > 0, version > 0,
      number <= PackName.highest, EntryCheck.times.contains(time),
      files.allSatisfy({ SealedTransfer.sizes.contains($0.size) })
    else { throw .malformed }
    return Entry(
      store: store, stream: stream, parents: parents, previous: previous,
      author: PersonID(author), device: device, number: number, time: Moment(seconds: time),
      kind: kind, version: version, room: isSealed ? room : nil, key: key, files: files, seen: seen,
      body: Data(), signature: Data())
  }

  /// A name: text without signs that would end it where a database or a screen shows it.
  private static func name(_ data: Data, mayLack: Bool = false) throws(PackFault) -> String {
    guard data.count <= longestName, mayLack || !data.isEmpty,
      let text = String(bytes: data, encoding: .utf8),
      text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { throw .malformed }
    return text
  }

  private static func count(_ data: Data) throws(PackFault) -> Int {
    guard data.count == 8,
      let count = Int(exactly: data.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    else { throw .malformed }
    return count
  }

  private static func id(_ data: Data) throws(PackFault) -> Data? {
    guard data.isEmpty || data.count == 32 else { throw .malformed }
    return data.isEmpty ? nil : data
  }

  private static func list(_ data: Data, of length: Int) throws(PackFault) -> [Data] {
    guard data.count.isMultiple(of: length) else { throw .malformed }
    return stride(from: 0, to: data.count, by: length).map {
      Data(data.dropFirst($0).prefix(length))
    }
  }

  /// Parts of some bytes, each behind its length in eight bytes.
  private struct Parts {
    private var rest: Data

    init(_ data: Data) { rest = data }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next part; nothing is taken on a length that there are not as many bytes for.
    mutating func next() throws(PackFault) -> Data {
      let length = try EntryCode.count(Data(rest.prefix(8)))
      rest = rest.dropFirst(8)
      guard length <= rest.count else { throw .malformed }
      defer { rest = rest.dropFirst(length) }
      return Data(rest.prefix(length))
    }
  }
}
