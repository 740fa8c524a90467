import Foundation
import Procedure
import Store

/// Files that people bring: they are read, and what is wrong with them is named.
extension Backstage {
  /// Offers what lies in the inbox by now to a form that takes a file at the gate, and a stick that is
  /// plugged in to one that asks for material.
  func offerFiles() {
    guard console.takesFile || console.wantsStick else { return }
    attempt(ticket: nil) { take(.offered(try folders.offered())) }
  }

  /// Takes an import, or tries it, and says what it brought.
  func importFile(_ path: String, isDryRun: Bool, ticket: String) {
    change(ticket) { session in
      let file = try folders.importFile(
        path, districts: try store.cycle().parameters.districts)
      let report = try store.importFile(file, dryRun: isDryRun, by: session)
      take(.screen(.loaded(.imported(report, isDryRun: isDryRun))))
      let done = Phrase.imported(
        people: report.people, panels: report.panels, cases: report.cases, isDryRun: isDryRun)
      take(.notice(Notice(.good, done)))
      if report.panels > 0, !isDryRun {
        let cycle = try store.cycle()
        warnOfBothHalves(cycle.people.keys.filter(cycle.holdsBothHalves).sorted())
      }
      return []
    }
  }
}
