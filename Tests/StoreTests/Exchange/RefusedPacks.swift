import Foundation
import Procedure
import Vault

@testable import Store

/// Packs as they lay in a post once, one for each way of being refused, and a good one beside them.
///
/// `names.txt` says of which store and copy they are to be, and what each was called there.
enum RefusedPacks {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Refused")
  private static let good = "good"

  /// What `names.txt` says.
  struct Names {
    var store: String
    var device: String
    var packs: [String: PackName]
  }

  static func names() throws -> Names {
    let lines = try String(contentsOf: root.appending(path: "names.txt"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let words = Dictionary(uniqueKeysWithValues: lines.map { ($0[0], $0[1]) })
    return Names(
      store: words["store"]!, device: words["copy"]!, packs: words.compactMapValues(PackName.init))
  }

  /// The names of the files, without their ending.
  static func files() throws -> Set<String> {
    Set(
      try FileManager.default.contentsOfDirectory(atPath: root.path).filter {
        $0.hasSuffix(".pack")
      }.map { String($0.dropLast(5)) })
  }

  /// The entries of a pack; what is wrong with it is thrown.
  static func read(_ file: String = good) throws -> [Entry] {
    let names = try names()
    let reader = PackReader(
      root.appending(path: "\(file).pack"), name: names.packs[file]!, store: names.store,
      device: names.device)
    var entries: [Entry] = []
    try reader.read { entries.append($0) }
    return entries
  }

  // MARK: Recording

  /// Writes all of them anew, from the first entries of a store.
  static func record() throws {
    let world = try StoreWorld()
    let entries = Array(try world.store.entries().map(\.entry).prefix(6))
    let (store, device) = (try world.store.storeID, try world.store.deviceID)
    func pack(_ entries: [Entry], of store: String, _ device: String) -> PackWriter {
      var writer = PackWriter(store: store, device: device)
      for entry in entries { writer.add(EntryCode.encode(entry), number: entry.number) }
      return writer
    }
    let whole = pack(entries, of: store, device)
    let head = Pack.head(store: store, device: device)
    var forged = entries
    forged[5].signature = Data(repeating: 7, count: 64)
    var altered = whole.bytes
    altered[altered.count / 2] ^= 1
    func named(_ bytes: Data) -> PackName {
      PackName(first: 1, last: 6, hash: Hex.encode(Digest.sha256(bytes)))
    }
    let junk = head + Entry.bytes(4) + Data("junk".utf8)
    let claim = head + Entry.bytes(10 << 30) + Data(count: 100)
    let foreign = pack(entries, of: String(repeating: "f", count: 32), device)
    let misplaced = pack(entries, of: store, String(repeating: "e", count: 16))
    let unsigned = pack(forged, of: store, device)
    var wrong = whole.name
    wrong.last += 1
    let packs: [(String, PackName, Data?)] = [
      (good, whole.name, whole.bytes), (name(.cut), whole.name, whole.bytes.dropLast(9)),
      (name(.altered), whole.name, altered), (name(.foreignStore), foreign.name, foreign.bytes),
      (name(.wrongDevice), misplaced.name, misplaced.bytes),
      (name(.oversized), named(claim), claim), (name(.wrongName), wrong, whole.bytes),
      (name(.malformed), named(junk), junk), (name(.notSigned), unsigned.name, unsigned.bytes),
      // A link to the good one.
      (name(.unreadable), whole.name, nil),
    ]
    try? FileManager.default.removeItem(at: root)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (file, _, bytes) in packs {
      let url = root.appending(path: "\(file).pack")
      if let bytes {
        try bytes.write(to: url)
      } else {
        try FileManager.default.createSymbolicLink(
          atPath: url.path, withDestinationPath: "\(good).pack")
      }
    }
    let lines = ["store \(store)", "copy \(device)"] + packs.map { "\($0.0) \($0.1.text)" }
    try Data((lines.joined(separator: "\n") + "\n").utf8)
      .write(to: root.appending(path: "names.txt"))
  }

  private static func name(_ fault: PackFault) -> String { fault.rawValue }
}
