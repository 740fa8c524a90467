import Foundation

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
    let verified = try bench.rest(first.terminal)
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
    try CheckMeasure(bench: bench).run(at: store.path, entries: entries, &report)
  }

  /// Cursor keys, while the thread is at work.
  private func press(_ terminal: TimedTerminal, _ times: inout Series) throws {
    for number in 0..<(bench.options.rounds * 5) {
      let stroke: Stroke = number % 6 < 3 ? .down : .up
      if let time = try terminal.press(stroke).time { times.append(time) }
    }
  }
}
