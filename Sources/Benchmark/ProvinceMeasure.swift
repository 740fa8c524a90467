import Foundation
import Vault

/// What a province's year costs: import, check, rebuild, login, keys on every long list, memory.
struct ProvinceMeasure {
  let bench: Bench
  let entries: Int

  func run(_ report: inout Report) throws {
    let store = try ProvinceStore(in: bench.stores)
    let rounds = max(bench.options.rounds, 20)
    let small = try store.commits(rounds, name: "9001")
    say("people")
    try store.enterPeople()
    say("import")
    try reportImport(store, &report)
    say("entries")
    try store.grow(to: entries)
    let large = try store.commits(rounds, name: "9002")
    let limit = small.median * 1.5
    report.addTimes(
      "commit of an act in a case", large, limit: limit,
      limitText: "≤ 1.5 × = \(limit.short("ms"))",
      beside: "at some 25 applications \(small.median.short("ms"))")
    let count = try store.count()
    say("logins, keys")
    try logins(store, &report)
    for script in Scripts.province { try keys(script, store, &report) }
    say("rebuild, check")
    let rebuild = try store.rebuild()
    report.add(
      Report.Row(
        what: "rebuild, \(count) entries", median: rebuild.milliseconds.short("ms"), p95: "",
        limit: "", beside: "", kept: nil))
    try CheckMeasure(bench: bench).run(at: store.path, entries: count, &report)
  }

  private func reportImport(_ store: ProvinceStore, _ report: inout Report) throws {
    let before = try store.count()
    let lists = try store.importLists()
    let made = try store.count() - before
    let applications = lists.reduce(0) { $0 + $1.count }
    let signing = Self.signing(made).milliseconds / Double(applications)
    for (count, time) in lists {
      let each = time.milliseconds / Double(count)
      report.add(
        Report.Row(
          what: "import of a list of \(count), an application", median: each.short("ms"), p95: "",
          limit: "≤ 1 ms + signatures = \((1 + signing).short("ms"))",
          beside: "its \(made / applications) signatures alone \(signing.short("ms"))",
          kept: each <= 1 + signing))
    }
  }

  private func logins(_ store: ProvinceStore, _ report: inout Report) throws {
    let person = ProvinceStore.office.rawValue
    let first = try bench.login(at: store.path, person: person)
    let (verified, held) = try bench.rest(first.terminal)
    report.add(
      Report.Row(
        what: "first login, scrypt of the demo included",
        median: first.time.milliseconds.short("ms"),
        p95: "", limit: "≤ 700 ms",
        beside: "verified aside within \(verified.milliseconds.short("ms"))",
        kept: first.time.milliseconds <= 700))
    report.add(
      Report.Row(
        what: "resident memory once all is verified", median: held.resident.short("MiB"), p95: "",
        limit: "≤ 64 MiB", beside: "peak \(held.peak.short("MiB"))", kept: held.resident <= 64))
    var later = Series()
    for _ in 0..<max(bench.options.rounds / 4, 3) {
      later.append(try bench.login(at: store.path, person: person).time)
    }
    report.addTimes("later logins, scrypt of the demo included", later, limit: 100)
  }

  private func keys(
    _ script: Scripts.ListScript, _ store: ProvinceStore, _ report: inout Report
  ) throws {
    let terminal = try bench.login(at: store.path, person: ProvinceStore.office.rawValue).terminal
    // What is verified aside is another measure's.
    _ = try bench.rest(terminal)
    if let tab = script.tab {
      _ = try terminal.send(tab)
      _ = terminal.read(gap: TimedTerminal.startGap, limit: .seconds(5))
    }
    var times = Series()
    for number in 0..<(bench.options.rounds * 10) {
      let answer = try terminal.press(script.cycle[number % script.cycle.count])
      if let time = answer.time { times.append(time) }
    }
    report.addTimes(
      script.title, times, limit: 4, limitText: "p99 ≤ 4 ms",
      beside: "p99 \(times.p99.short("ms")), most \(times.maximum.short("ms"))", byP99: true)
  }

  /// How long it takes to sign so many entries of some 500 bytes, one after the other.
  private static func signing(_ count: Int) -> Duration {
    let keys = PersonKeys.generate()
    let message = Data(repeating: 7, count: 500)
    return ContinuousClock().measure {
      for _ in 0..<count { _ = try? keys.sign(message) }
    }
  }

  private func say(_ words: String) {
    FileHandle.standardError.write(Data("  \(words)\n".utf8))
  }
}
