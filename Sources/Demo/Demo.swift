import Foundation
import Procedure
import Store

/// The demo: one fictitious cycle, made by the commands that people use.
///
/// The same people, cases and figures every time; only keys and salts differ. What is played
/// stands in `fixtures/demo`, described in `fixtures/README.md`.
public struct Demo {
  /// The passphrase of every demo account.
  public static let passphrase = "demo"

  /// Makes the demo store in an empty or new directory.
  ///
  /// - Parameters:
  ///   - directory: Where the store goes.
  ///   - stage: How far the cycle is played.
  ///   - progress: Told before every step the steps done and the steps in all; false stops.
  ///   - passing: Told on the way when what lies there is the store of an earlier stage, as it would be
  ///     built by itself. Stages whose acts are done beside acts of a later one are not passed.
  /// - Throws: `StoreFault.notEmpty`; `StoreFault.database` where the disk is full or read-only;
  ///   `StoreFault.stopped`. Nothing is left of half a demo.
  public static func build(
    at directory: URL, stage: DemoStage, progress: (Int, Int) -> Bool = { _, _ in true },
    passing: (DemoStage) throws -> Void = { _ in }
  ) throws {
    let script = try Script.load()
    let steps = script.steps(until: stage)
    let ends = script.stages(passedBy: steps, until: stage)
    try Store.wholly(at: directory) {
      let play = try Play(script, at: directory)
      try play.store.makeDemo {
        for (index, step) in steps.enumerated() {
          guard progress(index, steps.count) else { throw StoreFault.stopped }
          try play.perform(step)
          if let passed = ends[index + 1] { try passing(passed) }
        }
      }
    }
  }
}
