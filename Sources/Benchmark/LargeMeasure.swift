import Foundation
import Vault

/// What a log of many entries costs: login, keys while it is verified, `check`, memory.
struct LargeMeasure {
  let bench: Bench
  let entries: Int

  func run(_ report: inout Report) throws {
    let store = try LargeStore(in: bench.stores, entries: entries)
    let size = "\(entries) entries"
    var (logins, keys) = (Series(), Series())
    // The first login verifies everything, the later ones go on from what is remembered.
    let first = try bench.login(at: store.path, person: LargeStore.office.rawValue)
    try press(first.terminal, &keys)
    let verified = try rest(first.terminal)
    for _ in 0..<max(bench.options.rounds / 8, 1) {
      logins.append(try bench.login(at: store.path, person: LargeStore.office.rawValue).time)
    }
    report.add(
      Report.Row(
        what: "first login, \(size)", median: first.time.milliseconds.short("ms"), p95: "",
        limit: "", beside: "verified aside within \(verified.0.milliseconds.short("ms"))", kept: nil
      )
    )
    report.addTimes("later logins, \(size)", logins, limit: nil)
    report.addTimes("key in the queue while \(size) are verified", keys, limit: 3)
    report.add(
      Report.Row(
        what: "resident memory after verifying \(size)", median: verified.1.resident.short("MiB"),
        p95: "", limit: "", beside: "peak \(verified.1.peak.short("MiB"))", kept: nil))
    try check(store, size, &report)
  }

  /// Cursor keys, while the thread is at work.
  private func press(_ terminal: TimedTerminal, _ times: inout Series) throws {
    for number in 0..<(bench.options.rounds * 5) {
      let stroke: Stroke = number % 6 < 3 ? .down : .up
      if let time = try terminal.press(stroke).time { times.append(time) }
    }
  }

  /// Waits until the processor is left alone for a second.
  ///
  /// - Returns: How long the program was at work since its start, and what it holds.
  private func rest(_ terminal: TimedTerminal) throws -> (Duration, ProcessFigures) {
    var last: ProcessFigures?
    while let now = ProcessFigures(of: terminal.pid) {
      if now.ticks == last?.ticks {
        return (terminal.started.duration(to: .now) - .seconds(1), now)
      }
      last = now
      _ = terminal.read(gap: .seconds(1), limit: .seconds(1))
    }
    throw TimedTerminal.Failure(description: "the program ended while it verified")
  }

  private func check(_ store: LargeStore, _ size: String, _ report: inout Report) throws {
    let signatures = Self.signatures(entries)
    let clock = ContinuousClock()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: bench.options.binary)
    process.arguments = ["check", store.path]
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
        what: "check, \(size)", median: time.milliseconds.short("ms"), p95: "",
        limit: "≤ 2 × signatures = \(limit.short("ms"))",
        beside: "that many signatures alone, one core \(signatures.milliseconds.short("ms"))",
        kept: time.milliseconds <= limit))
  }

  /// How long it takes to verify so many signatures over some 500 bytes, one after the other.
  private static func signatures(_ count: Int) -> Duration {
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
