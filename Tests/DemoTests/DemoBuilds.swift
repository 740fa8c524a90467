import Demo
import Foundation
import Procedure
import Store

/// Demo stores, each stage built once and shared by the tests that read it.
enum DemoBuilds {
  private static let application = Result { try build(.application) }
  private static let qualification = Result { try build(.qualification) }
  private static let fresh = Result { try build(.fresh) }
  private static let reviewed = Result { try build(.reviewed) }
  private static let consensus = Result { try build(.consensus) }
  private static let onsite = Result { try build(.onsite) }
  private static let scored = Result { try build(.scored) }
  private static let proposed = Result { try build(.proposed) }
  private static let listed = Result { try build(.listed) }

  /// Where the stores lie; removed when the tests are over.
  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-demo-\(UUID().uuidString)")
    atexit { DemoBuilds.clear() }
    return root
  }()

  private static func clear() { try? FileManager.default.removeItem(at: root) }

  /// The directory of a stage's store.
  static func directory(_ stage: DemoStage) throws -> URL {
    switch stage {
    case .application: try application.get()
    case .qualification: try qualification.get()
    case .fresh: try fresh.get()
    case .reviewed: try reviewed.get()
    case .consensus: try consensus.get()
    case .onsite: try onsite.get()
    case .scored: try scored.get()
    case .proposed: try proposed.get()
    case .listed: try listed.get()
    }
  }

  /// Opens a stage's store.
  static func open(_ stage: DemoStage) throws -> Store {
    try Store(opening: directory(stage))
  }

  /// Builds another store of a stage.
  static func build(_ stage: DemoStage) throws -> URL {
    let directory = root.appendingPathComponent(UUID().uuidString)
    try Demo.build(at: directory, stage: stage)
    return directory
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
