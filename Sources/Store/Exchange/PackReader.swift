import Foundation
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// Reads a pack from its beginning to its end, believing no length before it was held against what
/// is there.
struct PackReader {
  private let url: URL
  private let name: PackName
  private let store: String
  private let device: String

  /// - Parameters:
  ///   - url: Where it lies; a link is not followed.
  ///   - store: Of which store it is to be.
  ///   - device: In whose folder it lies.
  init(_ url: URL, name: PackName, store: String, device: String) {
    (self.url, self.name, self.store, self.device) = (url, name, store, device)
  }

  /// Goes through the entries; what was told counts only if this returns.
  ///
  /// - Throws: `PackFault`, also at the very end; what `body` throws.
  func read(_ body: (Entry) throws -> Void) throws {
    guard let source = try? PieceReader(url, follows: false) else { throw PackFault.unreadable }
    guard source.bytes <= Pack.largest else { throw PackFault.oversized }
    var walk = Walk(source)
    var found: PackFault?
    var numbers: (first: Int, last: Int)?
    do {
      let head = try walk.next(Pack.headSize)
      if let fault = Pack.fault(ofHead: head, store: store, device: device) { throw fault }
      while walk.rest > 0 {
        let entry = try EntryCode.decode(walk.record())
        guard entry.store == store else { throw PackFault.foreignStore }
        guard entry.device == device else { throw PackFault.wrongDevice }
        guard entry.number > numbers?.last ?? 0 else { throw PackFault.malformed }
        numbers = (numbers?.first ?? entry.number, entry.number)
        try body(entry)
      }
    } catch let fault as PackFault {
      found = fault
    }
    let isWhole = walk.digest() == name.hash
    if let fault = verdict(found, isWhole: isWhole, numbers) { throw fault }
  }

  /// What is wrong in all: bytes that are not those of the name explain what was found in them.
  private func verdict(
    _ found: PackFault?, isWhole: Bool, _ numbers: (first: Int, last: Int)?
  ) -> PackFault? {
    switch found {
    case .cut: return isWhole ? .malformed : .cut
    case .malformed: return isWhole ? .malformed : .altered
    case let other?: return other
    case nil: break
    }
    if isWhole {
      return numbers?.first == name.first && numbers?.last == name.last ? nil : .wrongName
    }
    return numbers?.last ?? 0 < name.last ? .cut : .altered
  }

  /// The bytes of a file in their order, with the digest of what was passed.
  private struct Walk {
    private let source: PieceReader
    private var hash = Digest.Running()
    /// Bytes that are still to come, as the file was when it was opened.
    private(set) var rest: Int

    init(_ source: PieceReader) { (self.source, rest) = (source, source.bytes) }

    /// So many bytes: never more than are there.
    mutating func next(_ count: Int) throws -> Data {
      guard count <= rest else { throw PackFault.cut }
      guard let piece = try? source.next(count) else { throw PackFault.unreadable }
      hash.add(piece)
      rest -= count
      // It was longer when it was opened.
      guard piece.count == count else { throw PackFault.cut }
      return piece
    }

    /// What stands behind the next length.
    mutating func record() throws -> Data {
      let length = try next(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard length <= UInt64(Pack.largestEntry) else { throw PackFault.oversized }
      return try next(Int(length))
    }

    /// The digest of everything, with what was not looked at.
    mutating func digest() -> String {
      while rest > 0, let piece = try? source.next(min(rest, 1 << 16)), !piece.isEmpty {
        hash.add(piece)
        rest -= piece.count
      }
      return Hex.encode(hash.finish())
    }
  }
}
