/// What the program costs while nobody touches it: processor time and memory.
struct RestMeasure {
  let bench: Bench

  func run(_ report: inout Report) throws {
    let terminal = try bench.login(stage: Scripts.stage, person: Scripts.person).terminal
    // What the first second still does belongs to the start.
    _ = terminal.read(gap: .seconds(1), limit: .seconds(1))
    let before = try figures(terminal)
    let idle = bench.options.idle
    let burst = terminal.read(gap: idle, limit: idle)
    let after = try figures(terminal)

    let ticks = after.ticks - before.ticks
    report.add(
      Report.Row(
        what: "processor ticks in \(Int(idle.milliseconds / 1000)) s of idling",
        median: "\(ticks)", p95: "", limit: "0", beside: "\(burst.bytes.count) bytes written",
        kept: ticks == 0))
    report.add(
      Report.Row(
        what: "resident memory after login", median: before.resident.short("MiB"), p95: "",
        limit: "≤ 40 MiB", beside: "peak \(before.peak.short("MiB"))", kept: before.resident <= 40))
  }

  private func figures(_ terminal: TimedTerminal) throws -> ProcessFigures {
    guard let figures = ProcessFigures(of: terminal.pid) else {
      throw TimedTerminal.Failure(description: "the program ended while it idled")
    }
    return figures
  }
}
