import Foundation
import Procedure

@testable import Store

/// A store with one case handed in by three reviewers and one draft under way, made once; tests
/// that alter it take a copy.
enum SharedStore {
  static let dossier: CaseID = "HZ26-0001"
  static let draft: CaseID = "HZ26-0002"
  static let reviewers: [PersonID] = ["p11", "p12", "p13"]

  private final class Made: @unchecked Sendable {
    // Read only, once made.
    let world: StoreWorld
    init() throws {
      world = try StoreWorld()
      try world.register(dossier)
      try world.toHandedIn(dossier, sheets: reviewers.map { ($0, StoreWorld.sheet()) })
      try world.register(draft, name: "杭州西湖茶业有限公司", industry: "茶叶加工")
      try world.toReview(draft)
      try world.designate(draft, reviewers)
      try world.write(StoreWorld.sheet(), in: draft, by: "p13")
    }
  }

  private static let made = Result { try Made() }

  /// A copy of its own; removed by the one who asked for it.
  static func copy() throws -> URL {
    let target = StoreWorld.emptyDirectory()
    try FileManager.default.copyItem(at: made.get().world.directory, to: target)
    return target
  }

  /// The positions of entries of a kind.
  static func positions(_ kind: String, in directory: URL) throws -> [Int] {
    try Store(opening: directory).read { db in
      try LogTable.entries(db, after: 0).filter { $0.entry.kind == kind }.map(\.position)
    }
  }
}
