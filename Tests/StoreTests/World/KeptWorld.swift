/// A world that is made once for all tests of this process; each takes a copy.
final class KeptWorld: @unchecked Sendable {
  // Read only, once made.
  private let world: StoreWorld

  /// - Parameter prepare: What everybody who takes a copy has in common.
  init(_ prepare: (StoreWorld) throws -> Void) throws {
    world = try StoreWorld()
    try prepare(world)
  }

  /// A copy of its own.
  func copy() throws -> StoreWorld { try StoreWorld(copying: world) }
}
