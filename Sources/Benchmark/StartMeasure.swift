/// The time from the start to the login screen, beside vim and less; and from the passphrase to the
/// queue.
struct StartMeasure {
  let bench: Bench

  func run(_ report: inout Report) throws {
    var own = Series()
    var vim = Series()
    var less = Series()
    // One start of each unmeasured, so that all files are in memory.
    for round in 0...bench.options.rounds {
      let (terminal, burst) = try bench.start(stage: Scripts.stage, person: Scripts.person)
      let times = [
        burst.last.map { terminal.started.duration(to: $0) },
        try anchor("/usr/bin/vim", ["-u", "NONE"]),
        try anchor("/usr/bin/less", [try bench.page()]),
      ]
      guard round > 0 else { continue }
      if let time = times[0] { own.append(time) }
      if let time = times[1] { vim.append(time) }
      if let time = times[2] { less.append(time) }
    }
    let beside = "vim -u NONE \(vim.median.short("ms")), less \(less.median.short("ms"))"
    report.addTimes("start to login screen", own, limit: 60, beside: beside)
  }

  func runLogin(_ report: inout Report) throws {
    var times = Series()
    for _ in 0..<max(bench.options.rounds / 2, 1) {
      times.append(try bench.login(stage: Scripts.stage, person: Scripts.person).time)
    }
    report.addTimes(
      "passphrase to queue, scrypt of the demo store (N = 2¹²) included", times, limit: 60)
  }

  private func anchor(_ program: String, _ arguments: [String]) throws -> Duration? {
    let terminal = try TimedTerminal(program, arguments, home: bench.home)
    let burst = terminal.read(gap: TimedTerminal.startGap, limit: .seconds(5))
    return burst.last.map { terminal.started.duration(to: $0) }
  }
}
