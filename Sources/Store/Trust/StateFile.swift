import Foundation
import Procedure
import Vault

/// What a person's program remembers of a store outside of it, sealed to themself.
///
/// It lies under `$XDG_STATE_HOME/pingshen/<store id>`: who can write the store's file cannot make
/// it say something else. Without it everything works; then signatures are verified again and a
/// draft that was turned back is not noticed.
struct StateFile: Codable, Equatable {
  /// The ends of streams that were verified.
  var tips: [String: [Data]] = [:]
  /// How far each draft had come, by its room.
  var drafts: [String: DraftMark] = [:]

  /// Where a person's file lies.
  static func url(in home: URL, store: String, person: PersonID) -> URL {
    home.appendingPathComponent("pingshen").appendingPathComponent(store)
      .appendingPathComponent(person.rawValue)
  }

  /// Reads a file; an empty one where there is none, or none that these keys sealed.
  static func read(_ url: URL, with keys: PersonKeys) -> StateFile {
    guard let sealed = try? Data(contentsOf: url),
      let plain = try? keys.stateKey.open(sealed, context: context),
      let state = try? JSONDecoder().decode(StateFile.self, from: plain)
    else { return StateFile() }
    return state
  }

  /// Writes the file; one that cannot be written is done without.
  func write(_ url: URL, with keys: PersonKeys) {
    let folder = url.deletingLastPathComponent()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard
      (try? FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]))
        != nil, let plain = try? encoder.encode(self),
      let sealed = try? keys.stateKey.seal(plain, context: Self.context, padding: .draft)
    else { return }
    let part = folder.appendingPathComponent(".\(url.lastPathComponent).part")
    guard
      FileManager.default.createFile(
        atPath: part.path, contents: sealed, attributes: [.posixPermissions: 0o600])
    else { return }
    if rename(part.path, url.path) != 0 { try? FileManager.default.removeItem(at: part) }
  }

  private static let context = Data("state".utf8)
}

extension StateFile {
  private enum CodingKeys: String, CodingKey { case tips, drafts }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    drafts = try container.decode([String: DraftMark].self, forKey: .drafts)
    tips = Self.unpacked(try container.decode(Data.self, forKey: .tips))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(drafts, forKey: .drafts)
    try container.encode(Self.packed(tips), forKey: .tips)
  }

  /// Bytes of an entry's id.
  private static let idSize = 32

  /// Ten thousand ends in one piece: read at every login, they would take longer than the cycle.
  ///
  /// Of each: how long the stream's name is (two bytes, the lower first), how many ends it has, the
  /// name, the ids. One with more ends than anybody writes apart is verified again instead.
  private static func packed(_ tips: [String: [Data]]) -> Data {
    var packed = Data()
    for (name, ids) in tips.sorted(by: { $0.key < $1.key })
    where ids.count <= Entry.mostParents && ids.allSatisfy({ $0.count == idSize }) {
      let name = Array(name.utf8.prefix(Int(UInt16.max)))
      packed.append(
        contentsOf: [UInt8(name.count & 0xFF), UInt8(name.count >> 8), UInt8(ids.count)])
      packed.append(contentsOf: name)
      for id in ids { packed.append(id) }
    }
    return packed
  }

  private static func unpacked(_ packed: Data) -> [String: [Data]] {
    let bytes = [UInt8](packed)
    var tips: [String: [Data]] = [:]
    var place = 0
    while place + 3 <= bytes.count {
      let start = place + 3
      let end = start + Int(bytes[place]) + Int(bytes[place + 1]) << 8
      let next = end + Int(bytes[place + 2]) * idSize
      guard next <= bytes.count else { break }
      tips[String(decoding: bytes[start..<end], as: UTF8.self)] = stride(
        from: end, to: next, by: idSize
      ).map { Data(bytes[$0..<$0 + idSize]) }
      place = next
    }
    return tips
  }
}

/// How far a draft had come: a counter for each device that wrote it, and what stood there then.
struct DraftMark: Codable, Hashable {
  var counters: [String: Int] = [:]
  /// SHA-256 over the slots' digests.
  var digest = Data()
  /// The copy on which they lay so: another one seals them anew.
  var device = ""
}
