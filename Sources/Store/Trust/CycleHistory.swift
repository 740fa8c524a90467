import Foundation
import Procedure
import Vault

/// The cycle as it stood before any of its entries, while nobody wrote apart from somebody else.
///
/// An act is judged by the cycle of its own past: what was changed later takes nothing from it and
/// gives nothing to it (V5).
struct CycleHistory: Sendable {
  private struct Checkpoint: Sendable {
    /// The entries before it.
    var count: Int
    var view: CycleView
  }

  private static let spacing = 128

  /// What each entry says, by its place; none where it has no effect.
  private var contents: [CycleContent?] = []
  private var checkpoints = [Checkpoint(count: 0, view: CycleView())]
  private let views = CycleViews()

  /// Takes up the next entry; `view` is the cycle after it.
  mutating func append(_ content: CycleContent?, view: CycleView) {
    contents.append(content)
    if contents.count - (checkpoints.last?.count ?? 0) >= Self.spacing {
      checkpoints.append(Checkpoint(count: contents.count, view: view))
    }
  }

  /// The cycle before the entry at a place.
  ///
  /// - Parameter id: That of the entry directly before it.
  func view(before count: Int, id: Data) -> CycleView {
    if let known = views[id] { return known }
    // From the nearest view before it: a checkpoint, or what was asked for last.
    var start = checkpoints[0]
    for checkpoint in checkpoints where checkpoint.count <= count { start = checkpoint }
    for case let content? in contents[start.count..<count] { start.view.apply(content) }
    views.keep(start.view, id)
    return start.view
  }
}

/// The views of the cycle that were asked for last, by the id of the last entry they build on.
final class CycleViews: @unchecked Sendable {
  private let lock = NSLock()
  private var views: [(key: Data, view: CycleView)] = []
  private static let kept = 8

  subscript(key: Data) -> CycleView? { lock.withLock { views.last { $0.key == key }?.view } }

  func keep(_ view: CycleView, _ key: Data) {
    lock.withLock {
      if views.count == Self.kept { views.removeFirst() }
      views.append((key, view))
    }
  }
}
