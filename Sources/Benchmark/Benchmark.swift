import Foundation

/// Measures what the manual's tables claim, on this machine, and prints the table.
///
/// The exit status is 1 when a limit is missed or something could not be measured, 2 after a
/// command line that is not understood.
@main
struct Benchmark {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      if options.help {
        print(Options.usage)
      } else {
        exit(try run(options) ? 0 : 1)
      }
    } catch let misuse as Options.Misuse {
      FileHandle.standardError.write(Data("\(misuse)\n\(Options.usage)\n".utf8))
      exit(2)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  /// Whether every limit was kept.
  private static func run(_ options: Options) throws -> Bool {
    let stores = try DemoStores(binary: options.binary)
    let bench = Bench(options: options, stores: stores)
    var report = Report()
    if options.isProvince {
      report.attempt("a province", ProvinceMeasure(bench: bench, entries: options.entries).run)
    } else if let entries = options.taking {
      report.attempt("taking", TakingMeasure(bench: bench, entries: entries).run)
    } else if let entries = options.large {
      report.attempt("large store", LargeMeasure(bench: bench, entries: entries).run)
    } else {
      measureDemo(bench, &report)
    }
    print(report.markdown)
    print(Machine.line(storeAt: stores.directory.path))
    try stores.remove()
    return report.passed
  }

  private static func measureDemo(_ bench: Bench, _ report: inout Report) {
    let start = StartMeasure(bench: bench)
    report.attempt("start to login screen", start.run)
    report.attempt("passphrase to queue", start.runLogin)

    let keys = KeyMeasure(bench: bench)
    var cursorBytes = Series()
    for script in Scripts.keys {
      report.attempt(script.title) { try keys.run(script, cursorBytes: &cursorBytes, &$0) }
    }
    keys.reportBytes(cursorBytes, &report)
    report.attempt("settled mark", SettleMeasure(bench: bench).run)
    report.attempt("idle", RestMeasure(bench: bench).run)
  }
}
