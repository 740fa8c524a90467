import Foundation
import Procedure
import Vault

/// The file in a copy's folder of a post that holds unfinished sheets, each person's sealed to
/// themself.
///
/// A line `pingshen/drafts/v1`, the store's id and the copy's, each on a line of its own, then of every
/// person: eight bytes of length, big-endian, their id, eight bytes of length, what is sealed. What is
/// sealed is as long as the log says that the person has reviews, whatever stands in them, and is sealed
/// anew at every exchange: neither name nor size nor bytes tell whether anything was changed.
struct DraftsPack {
  /// A person's part.
  struct Section: Equatable {
    var person: PersonID
    var sealed: Data
  }

  var sections: [Section] = []

  /// Bytes that a file, and a person's part of it, have at most; people in a file.
  static let largest = 96 << 20
  static let largestSection = 24 << 20
  static let mostPeople = 64
  private static let longestName = 64
  /// Bytes that a review takes in what is sealed: one in which every item stands twice at length.
  static let review = 128 << 10
  /// Bytes that a seal puts before what it seals: chance and length.
  private static let frame = 36
  private static let names = CountedName(beginning: "drafts-", ending: ".pack")

  // MARK: Names

  /// The name of the file of a number, which counts the exchanges.
  static func name(_ number: Int) -> String { names.name(number) }

  /// The number of a file's name; nil for any other.
  static func number(ofName name: String) -> Int? { names.number(of: name) }

  // MARK: Bytes

  private static func head(_ store: String, _ device: String) -> Data {
    Data("\(Domain.drafts.rawValue)\n\(store)\n\(device)\n".utf8)
  }

  /// The file's bytes.
  func encoded(store: String, device: String) -> Data {
    var bytes = Self.head(store, device)
    for section in sections {
      for part in [Data(section.person.rawValue.utf8), section.sealed] {
        withUnsafeBytes(of: UInt64(part.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(part)
      }
    }
    return bytes
  }

  /// Reads a file to its end, believing no length before it was held against what is there.
  ///
  /// - Parameter isWanted: Whose parts are kept.
  /// - Returns: Nil for what no program of ours wrote there: cut, too long, of another copy.
  init?(
    _ source: PieceReader, store: String, device: String, keeping isWanted: (PersonID) -> Bool
  ) {
    guard source.bytes <= Self.largest else { return nil }
    var rest = source.bytes
    func next(_ count: Int) -> Data? {
      guard count <= rest, let piece = try? source.next(count), piece.count == count else {
        return nil
      }
      rest -= count
      return piece
    }
    func length(_ most: Int) -> Int? {
      guard let bytes = next(8) else { return nil }
      let length = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return length <= UInt64(min(most, rest)) ? Int(length) : nil
    }
    let head = Self.head(store, device)
    guard next(head.count) == head else { return nil }
    var people: Set<PersonID> = []
    while rest > 0 {
      guard let name = length(Self.longestName).flatMap(next),
        let text = String(data: name, encoding: .utf8), people.count < Self.mostPeople,
        people.insert(PersonID(text)).inserted, let size = length(Self.largestSection)
      else { return nil }
      guard isWanted(PersonID(text)) else {
        // Other people's parts are long, and on a share far away.
        guard (try? source.pass(size)) != nil else { return nil }
        rest -= size
        continue
      }
      guard let sealed = next(size) else { return nil }
      sections.append(Section(person: PersonID(text), sealed: sealed))
    }
  }

  init() {}

  // MARK: Seals

  /// What a part belongs to: it opens nowhere else.
  private static func context(_ person: PersonID, store: String, device: String) -> Data {
    Domain.drafts.message([store, device, person.rawValue].map { Data($0.utf8) })
  }

  /// Seals a person's drafts to themself.
  ///
  /// - Parameter reviews: How many reviews the log says that they have: by it alone goes the length,
  ///   unless they hold more than ever fits.
  static func seal(
    _ drafts: [String: DraftState], reviews: Int, by session: Session, store: String, device: String
  ) throws -> Section {
    var plain = try Draft.json(drafts)
    let unit = max(1, reviews) * review
    let size = (plain.count + frame + unit - 1) / unit * unit
    // White space behind JSON is none of it.
    plain.append(Data(repeating: 0x20, count: size - frame - plain.count))
    let sealed = try session.ring.keys.draftsKey.seal(
      plain, context: context(session.person, store: store, device: device), padding: .file)
    return Section(person: session.person, sealed: sealed)
  }

  /// Opens a person's part.
  ///
  /// - Returns: Nil where it is not what their keys sealed for this place.
  static func open(
    _ section: Section, by session: Session, store: String, device: String
  ) -> [String: DraftState]? {
    guard section.person == session.person,
      let plain = try? session.ring.keys.draftsKey.open(
        section.sealed, context: context(session.person, store: store, device: device))
    else { return nil }
    return try? JSONDecoder().decode([String: DraftState].self, from: plain)
  }
}

extension Post {
  /// A file of drafts; nil where it is none that can be read.
  func drafts(
    _ number: Int, of device: String, keeping isWanted: (PersonID) -> Bool
  ) -> DraftsPack? {
    let url = folder(of: device).appendingPathComponent(DraftsPack.name(number))
    guard let source = try? PieceReader(url, follows: false) else { return nil }
    return DraftsPack(source, store: store, device: device, keeping: isWanted)
  }
}
