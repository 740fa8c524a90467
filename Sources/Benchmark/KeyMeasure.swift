/// The time from a key to the last byte of its frame, screen by screen, beside vim; and the bytes
/// that a cursor key costs.
struct KeyMeasure {
  let bench: Bench

  func run(_ script: Scripts.KeyScript, cursorBytes: inout Series, _ report: inout Report) throws {
    let own = try bench.login(stage: script.stage, person: script.person).terminal
    try bench.follow(script.open, in: own)
    let vim = try bench.vim()
    for stroke in script.beside.open { _ = try vim.press(stroke) }

    var ownTimes = Series()
    var vimTimes = Series()
    var silent = 0
    for number in 0..<(bench.options.rounds * 5) {
      let stroke = script.cycle[number % script.cycle.count]
      let answer = try own.press(stroke)
      if let time = answer.time { ownTimes.append(time) } else { silent += 1 }
      if stroke.movesCursor, answer.bytes > 0 { cursorBytes.append(Double(answer.bytes)) }
      let other = try vim.press(script.beside.cycle[number % script.beside.cycle.count])
      if let time = other.time { vimTimes.append(time) }
    }
    guard !vimTimes.isEmpty else {
      throw TimedTerminal.Failure(description: "vim answered no key, so nothing stands beside")
    }
    report.addTimes(
      script.title, ownTimes, limit: 3,
      beside: "\(script.beside.title) \(vimTimes.median.short("ms"))")
    if silent > 0 {
      report.note("\(script.title): \(silent) keys changed nothing on the screen and do not count.")
    }
  }

  func reportBytes(_ bytes: Series, _ report: inout Report) {
    let kept = !bytes.isEmpty && bytes.median <= 300
    report.add(
      Report.Row(
        what: "bytes per ↑ or ↓ (at most \(Int(bytes.maximum)))",
        median: bytes.median.short("B"), p95: bytes.p95.short("B"), limit: "≤ 300 B", beside: "",
        kept: kept))
  }
}
