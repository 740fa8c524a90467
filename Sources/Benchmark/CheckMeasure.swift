import Foundation
import Vault

/// What `check` costs beside the signatures alone.
struct CheckMeasure {
  let bench: Bench

  func run(at path: String, entries: Int, _ report: inout Report) throws {
    let signatures = Self.signatures(entries)
    let clock = ContinuousClock()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: bench.options.binary)
    process.arguments = ["check", path]
    process.standardOutput = FileHandle.nullDevice
    let time = try clock.measure {
      try process.run()
      process.waitUntilExit()
    }
    guard process.terminationStatus == 0 else {
      throw TimedTerminal.Failure(
        description: "check ended with \(process.terminationStatus)")
    }
    let limit = 2 * signatures.milliseconds
    report.add(
      Report.Row(
        what: "check, \(entries) entries", median: time.milliseconds.short("ms"), p95: "",
        limit: "≤ 2 × signatures = \(limit.short("ms"))",
        beside: "that many signatures alone, one core \(signatures.milliseconds.short("ms"))",
        kept: time.milliseconds <= limit))
  }

  /// How long it takes to verify so many signatures over some 500 bytes, one after the other.
  static func signatures(_ count: Int) -> Duration {
    let keys = PersonKeys.generate()
    let message = Data(repeating: 7, count: 500)
    guard let signature = try? keys.sign(message) else { return .zero }
    return ContinuousClock().measure {
      for _ in 0..<count where !keys.publicKeys.verify(signature, message) {
        preconditionFailure("an own signature does not verify")
      }
    }
  }
}
