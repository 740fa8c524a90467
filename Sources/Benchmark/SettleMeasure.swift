/// The time from the key that settles an item to the commit on disk and to the frame that shows it,
/// beside the same commit by raw SQLite.
///
/// The keys are in `Scripts.settle`. The commit is seen from outside, by the journal of the store's
/// file.
struct SettleMeasure {
  let bench: Bench

  func run(_ report: inout Report) throws {
    let script = Scripts.settle
    let terminal = try bench.login(stage: script.stage, person: script.person).terminal
    try bench.follow(script.open, in: terminal)
    let watch = try CommitWatch(
      database: try bench.stores.path(stage: script.stage) + "/log.sqlite")
    let raw = try RawCommit(directory: bench.stores.directory)
    _ = try raw.commit()

    var durable = Series()
    var shown = Series()
    var anchor = Series()
    for _ in 0..<min(script.items, bench.options.rounds) {
      for stroke in script.prepare { _ = try terminal.press(stroke) }
      watch.reset()
      let sent = try terminal.send(script.confirm)
      let burst = terminal.read(
        gap: TimedTerminal.startGap, limit: .seconds(5), alongside: watch.alongside)
      guard let committed = watch.committed, let last = burst.last else {
        throw TimedTerminal.Failure(
          description: "after \(durable.count) items «\(script.confirm.name)» committed nothing; "
            + "last written: «\(TimedTerminal.plain(burst.bytes).suffix(200))»")
      }
      durable.append(sent.duration(to: committed))
      shown.append(sent.duration(to: last))
      for stroke in script.proceed { _ = try terminal.press(stroke) }
      anchor.append(try raw.commit())
    }
    let limit = anchor.median * 2
    report.addTimes(
      "key to settled mark durable", durable, limit: limit,
      limitText: "≤ 2 × raw = " + limit.short("ms"),
      beside: "raw SQLite commit \(anchor.median.short("ms")), p95 \(anchor.p95.short("ms"))")
    report.addTimes("key to settled mark shown as saved", shown, limit: nil)
  }
}
