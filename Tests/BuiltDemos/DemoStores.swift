import Demo
import Foundation

/// Demo stores, each stage made once for all tests of this process.
public enum DemoStores {
  private static let whole = WholeDemo(in: folder)
  private static let onSite = Result { try alone(.onsite) }

  /// Of this run alone: what a run that was killed left behind is nobody's.
  private static let folder: URL = {
    atexit { DemoStores.clear() }
    return FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-stores-\(UUID().uuidString)")
  }()

  private static func clear() { try? FileManager.default.removeItem(at: folder) }

  /// The directory of a stage's store, never written to.
  ///
  /// Most stages are copies of one demo, made as it passes them.
  public static func directory(_ stage: DemoStage) throws -> URL {
    // Of its acts some come later than acts of the next stage: no demo passes it.
    if stage == .onsite { return try onSite.get() }
    return try whole.directory(stage)
  }

  private static func alone(_ stage: DemoStage) throws -> URL {
    let directory = folder.appendingPathComponent(stage.rawValue)
    try Demo.build(at: directory, stage: stage)
    return directory
  }
}
