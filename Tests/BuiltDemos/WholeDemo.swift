import Demo
import Foundation

/// The whole demo, played once, as far as somebody wants it: at each stage that it passes the store
/// is copied, and it waits until a later one is asked for.
final class WholeDemo: @unchecked Sendable {
  private let folder: URL
  // Behind the condition.
  private let changed = NSCondition()
  private var wanted: DemoStage?
  private var made: [DemoStage: URL] = [:]
  private var failure: (any Error)?

  /// The demo was somewhere else when it came to a later stage.
  private struct NotPassed: Error { var stage: DemoStage }

  init(in folder: URL) { self.folder = folder }

  /// The directory of a stage's store; waits until the play has come there.
  func directory(_ stage: DemoStage) throws -> URL {
    try changed.withLock {
      if wanted == nil { start() }
      wanted = max(wanted ?? stage, stage)
      changed.broadcast()
      while true {
        if let directory = made[stage] { return directory }
        if let failure { throw failure }
        if made.keys.contains(where: { $0 > stage }) { throw NotPassed(stage: stage) }
        changed.wait()
      }
    }
  }

  private func start() {
    let thread = Thread { self.play() }
    // As much as the first thread has.
    thread.stackSize = 8 << 20
    thread.start()
  }

  private func play() {
    let directory = folder.appendingPathComponent("whole")
    do {
      try Demo.build(
        at: directory, stage: .listed,
        passing: { stage in
          let copy = folder.appendingPathComponent(stage.rawValue)
          try FileManager.default.copyItem(at: directory, to: copy)
          has(copy, of: stage)
        })
      has(directory, of: .listed)
    } catch {
      end(with: error)
    }
  }

  private func end(with error: any Error) {
    changed.withLock {
      failure = error
      changed.broadcast()
    }
  }

  /// A stage is there; goes on as soon as a later one is wanted.
  private func has(_ directory: URL, of stage: DemoStage) {
    changed.withLock {
      made[stage] = directory
      changed.broadcast()
      while stage < .listed, let wanted, wanted <= stage { changed.wait() }
    }
  }
}
