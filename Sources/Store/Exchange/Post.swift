import Foundation
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// A directory through which copies of one store meet: files that are never changed, of every copy
/// in a folder of its own, and sealed attachments.
///
/// No link is followed in it, and no name believed that a program of ours would not have given.
struct Post: Sendable {
  /// The folder of the store in the directory that was named.
  let root: URL
  let store: String
  /// The copy that writes here: what it has not finished bears its name.
  let device: String

  /// Names in one folder beyond which nothing is looked at.
  private static let mostNames = 200_000

  /// - Parameter directory: What people name: a stick, a share; it is there.
  /// - Throws: `StoreFault.noFolder` where it is not, or where something else bears the store's name.
  init(in directory: URL, store: String, device: String) throws {
    guard Self.isFolder(directory, follows: true) else {
      throw StoreFault.noFolder(directory.path)
    }
    root = directory.appendingPathComponent(store)
    (self.store, self.device) = (store, device)
    if Durable.isThere(root), !Self.isFolder(root) { throw StoreFault.noFolder(root.path) }
  }

  var files: URL { root.appendingPathComponent("files") }

  func folder(of device: String) -> URL { root.appendingPathComponent(device) }

  // MARK: What is here

  /// What lies here, by copies, and how many names are none of ours.
  struct Listing: Sendable {
    var packs: [PackPlace] = []
    /// The receipts of each copy, the newest last.
    var receipts: [String: [Int]] = [:]
    /// The files of drafts of each copy, the newest last.
    var drafts: [String: [Int]] = [:]
    var strangers = 0
  }

  /// A pack's place.
  struct PackPlace: Hashable, Sendable {
    var device: String
    var name: PackName
  }

  /// Looks at all names, in the order of the copies and their numbers; nothing where it is empty.
  func listing() -> Listing {
    var listing = Listing()
    for name in Self.names(in: root) {
      if name == "files" { continue }
      guard Self.isCopy(name), Self.isFolder(folder(of: name)) else {
        listing.strangers += 1
        continue
      }
      for file in Self.names(in: folder(of: name)) {
        if let pack = PackName(file) {
          listing.packs.append(PackPlace(device: name, name: pack))
        } else if let receipt = Receipt.number(ofName: file) {
          listing.receipts[name, default: []].append(receipt)
        } else if let drafts = DraftsPack.number(ofName: file) {
          listing.drafts[name, default: []].append(drafts)
        } else if !Self.isUnfinished(file) {
          listing.strangers += 1
        }
      }
    }
    listing.packs.sort {
      ($0.device, $0.name.first, $0.name.last, $0.name.hash)
        < ($1.device, $1.name.first, $1.name.last, $1.name.hash)
    }
    for device in listing.receipts.keys { listing.receipts[device]?.sort() }
    for device in listing.drafts.keys { listing.drafts[device]?.sort() }
    return listing
  }

  func reader(of place: PackPlace) -> PackReader {
    PackReader(
      folder(of: place.device).appendingPathComponent(place.name.text), name: place.name,
      store: store, device: place.device)
  }

  /// A receipt's bytes; nil where it is none that can be read.
  func receipt(_ number: Int, of device: String) -> Data? {
    let url = folder(of: device).appendingPathComponent(Receipt.name(number))
    guard let source = try? PieceReader(url, follows: false), source.bytes <= Receipt.largest else {
      return nil
    }
    return try? source.next(source.bytes)
  }

  /// Whether a copy can be called so: sixteen hexadecimal digits.
  static func isCopy(_ name: String) -> Bool {
    name.utf8.count == 16
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func isUnfinished(_ name: String) -> Bool { name.hasSuffix(".part") }

  private static func isFolder(_ url: URL, follows: Bool = false) -> Bool {
    var status = stat()
    return (follows ? stat(url.path, &status) : lstat(url.path, &status)) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in folder: URL) -> [String] {
    guard isFolder(folder), let stream = opendir(folder.path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < mostNames, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  // MARK: Writing

  /// Makes the folders that are to be written to; on a stick that is full or locked it says so.
  ///
  /// - Throws: `StoreFault.noFolder` where something else bears the name of one.
  func makeFolder(_ folder: URL) throws {
    for url in [root, folder] where !Self.isFolder(url) {
      guard !Durable.isThere(url) else { throw StoreFault.noFolder(url.path) }
      try Sharing.makeFolder(url)
    }
  }

  /// Whether anything lies under a name.
  func holds(_ name: String, of device: String) -> Bool {
    Durable.isThere(folder(of: device).appendingPathComponent(name))
  }

  /// Whether a file may be written under a name: nothing has it, or a file that is replaced.
  func hasRoom(for name: String, of device: String) -> Bool {
    var status = stat()
    return lstat(folder(of: device).appendingPathComponent(name).path, &status) != 0
      || status.st_mode & S_IFMT != S_IFDIR
  }

  /// Writes a file of a copy so that it is there whole or not at all.
  func write(_ data: Data, _ name: String, of device: String) throws {
    let folder = folder(of: device)
    try makeFolder(folder)
    let part = folder.appendingPathComponent("\(name).\(self.device).part")
    do {
      let handle = try Durable.make(part)
      try handle.write(contentsOf: data)
      try handle.synchronize()
      try handle.close()
      try Durable.move(part, to: folder.appendingPathComponent(name))
      try Durable.folder(folder)
    } catch {
      unlink(part.path)
      throw StoreFault.naming(error)
    }
  }

  /// Removes an own file that a later one replaced; one that cannot be removed stays.
  func remove(_ name: String) {
    unlink(folder(of: device).appendingPathComponent(name).path)
  }
}
