import Foundation
import GRDB
import Vault

/// The sealed files that entries here speak of: those that are missing are taken, those that a post
/// lacks are written there.
struct AttachmentExchange {
  let store: Store
  let post: Post
  let isTrial: Bool
  private(set) var taken = 0
  private(set) var given = 0
  /// Files that are neither here nor there.
  private(set) var missing = 0
  private(set) var refused: [String] = []

  private static let window = 2_000

  init(of store: Store, with post: Post, isTrial: Bool) {
    (self.store, self.post, self.isTrial) = (store, post, isTrial)
  }

  /// Goes through all entries; an interrupted run goes on with the file that it was at.
  ///
  /// - Parameter progress: Told the position and the last one; false stops.
  /// - Throws: `StoreFault.stopped`, `.database` where a disk refuses.
  mutating func run(progress: (Int, Int) -> Bool) throws {
    let own = Files(directory: store.directory).folder
    let (posts, device) = (store.postsFolder, post.device)
    let taking = SealedTransfer(from: post.files, to: own) {
      posts.appendingPathComponent("\($0.name).part")
    }
    let theirs = post.files
    let giving = SealedTransfer(from: own, to: theirs) {
      theirs.appendingPathComponent("\($0.name).\(device).part")
    }
    let last = try store.read(LogTable.last)
    var seen: Set<Data> = []
    var position = 0
    while let references = try references(after: &position) {
      guard progress(position, last) else { throw StoreFault.stopped }
      for file in references where seen.insert(file.digest).inserted {
        try exchange(file, taking, giving)
      }
    }
    if isTrial { return }
    if taken > 0 { try Durable.folder(own) }
    if given > 0 { try Durable.folder(theirs) }
  }

  private mutating func exchange(
    _ file: FileReference, _ taking: SealedTransfer, _ giving: SealedTransfer
  ) throws {
    guard SealedTransfer.isThere(taking.to.appendingPathComponent(file.name), file.size) else {
      if isTrial {
        let isThere = SealedTransfer.isThere(
          taking.from.appendingPathComponent(file.name), file.size)
        if isThere { taken += 1 } else { missing += 1 }
        return
      }
      switch try taking.bring(file) {
      case .brought: taken += 1
      case .present, .underWay: break
      case .absent: missing += 1
      case .refused: refused.append(file.name)
      }
      return
    }
    guard !SealedTransfer.isThere(giving.to.appendingPathComponent(file.name), file.size) else {
      return
    }
    guard !isTrial else {
      given += 1
      return
    }
    try post.makeFolder(post.files)
    switch try giving.bring(file) {
    case .brought: given += 1
    case .present, .underWay, .absent: break
    // What lies here is not what its name says: `check` names it.
    case .refused: refused.append(file.name)
    }
  }

  /// The files of the next entries; nil behind the last.
  private func references(after position: inout Int) throws -> [FileReference]? {
    let rows = try store.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT position, files FROM entry WHERE position > ? AND position < \(LogTable.end)
            ORDER BY position LIMIT \(Self.window)
            """), arguments: [position])
    }
    guard let last = rows.last else { return nil }
    position = try last.value("position")
    return try rows.flatMap { row in
      let bytes: Data = try row.value("files")
      return stride(from: 0, to: bytes.count, by: FileReference.length).compactMap {
        FileReference(bytes: bytes.dropFirst($0).prefix(FileReference.length))
      }
    }
  }
}
