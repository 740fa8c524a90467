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

  /// Takes what is missing here; an interrupted run goes on with the file that it was at.
  ///
  /// - Parameter progress: Told the position and the last one; false stops.
  /// - Throws: `StoreFault.stopped`, `.database` where a disk refuses.
  mutating func take(progress: (Int, Int) -> Bool) throws {
    let (own, posts) = (Files(directory: store.directory).folder, store.postsFolder)
    let transfer = SealedTransfer(from: post.files, to: own) {
      posts.appendingPathComponent("\($0.name).part")
    }
    // What nobody of this copy may open is not brought.
    let wanted = try FileInterest(of: store).wanted(lacking(in: own, progress))
    for file in wanted.map(\.file) {
      let isThere = SealedTransfer.isThere(
        post.files.appendingPathComponent(file.name), file.size)
      switch try isTrial ? (isThere ? .brought : .absent) : transfer.bring(file) {
      case .brought: taken += 1
      case .present, .underWay: break
      case .absent: missing += 1
      case .refused: refused.append(file.name)
      }
    }
    if taken > 0, !isTrial { try Durable.folder(own) }
  }

  /// Writes to the post what it lacks and is here.
  mutating func give(progress: (Int, Int) -> Bool) throws {
    let (own, theirs, device) = (
      Files(directory: store.directory).folder, post.files, post.device
    )
    let transfer = SealedTransfer(from: own, to: theirs) {
      theirs.appendingPathComponent("\($0.name).\(device).part")
    }
    for file in try lacking(in: theirs, progress).map(\.file)
    where SealedTransfer.isThere(own.appendingPathComponent(file.name), file.size) {
      if !isTrial { try post.makeFolder(theirs) }
      switch try isTrial ? .brought : transfer.bring(file) {
      case .brought: given += 1
      case .present, .underWay, .absent: break
      // What lies here is not what its name says: `check` names it.
      case .refused: if !refused.contains(file.name) { refused.append(file.name) }
      }
    }
    if given > 0, !isTrial { try Durable.folder(theirs) }
  }

  /// The files that entries here speak of and a folder lacks.
  private func lacking(
    in folder: URL, _ progress: (Int, Int) -> Bool
  ) throws -> [SpokenFile] {
    let last = try store.read(LogTable.last)
    var seen: Set<Data> = []
    var found: [SpokenFile] = []
    var position = 0
    while let files = try store.read({
      try LogTable.files($0, after: &position, limit: Self.window)
    }) {
      guard progress(position, last) else { throw StoreFault.stopped }
      found += files.filter { spoken in
        seen.insert(spoken.file.digest).inserted
          && !SealedTransfer.isThere(
            folder.appendingPathComponent(spoken.file.name), spoken.file.size)
      }
    }
    return found
  }
}
