import BuiltDemos
import Demo
import Foundation
import Procedure
import Store

/// Demo stores of the tests' own.
enum DemoBuilds {
  /// Where the stores lie; removed when the tests are over.
  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-demo-\(UUID().uuidString)")
    atexit { DemoBuilds.clear() }
    return root
  }()

  private static func clear() { try? FileManager.default.removeItem(at: root) }

  /// Opens a copy of a stage's store.
  static func open(_ stage: DemoStage) throws -> Store {
    let directory = try place()
    try FileManager.default.copyItem(at: DemoStores.directory(stage), to: directory)
    return try Store(opening: directory)
  }

  /// Builds a store of a stage by itself, and opens it.
  static func build(_ stage: DemoStage) throws -> Store {
    let directory = try place()
    try Demo.build(at: directory, stage: stage)
    return try Store(opening: directory)
  }

  private static func place() throws -> URL {
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    return root.appendingPathComponent(UUID().uuidString)
  }
}

extension Store {
  /// Somebody of the demo at work.
  func signIn(_ person: PersonID) throws -> Session {
    try signIn(person, passphrase: Demo.passphrase)
  }

  /// All cases that a person sees, by number.
  func allRows(_ session: Session) throws -> [QueueRow] {
    try queue(QueueQuery(scope: .all, order: .number), limit: 100, by: session)
  }
}
