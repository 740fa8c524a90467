import ArgumentParser
import Console
import Foundation
import Office
import Procedure
import Store
import Terminal

#if canImport(Glibc)
  import Glibc
#endif

/// `pingshen doctor [DIR]`: what the program finds here, and a ruler to look at.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "doctor", abstract: say(.cliDoctor))

  @Argument(help: ArgumentHelp(say(.cliDirectory), valueName: "dir"), transform: homePath)
  var directory: String?

  func run() throws {
    let environment = Started.surroundings.environment
    let locale = TextLocale(environment: environment)
    let hasUTF8 = CellWidth.of("评") == 2
    row(.doctorProgram, Version.line)
    let name = locale.name.isEmpty ? "-" : locale.name
    row(.doctorLocale, "\(name)  \(say(hasUTF8 ? .doctorUTF8 : .doctorNoUTF8))")
    if !locale.isUTF8 { row(.plain("!"), say(.localeIsNotUTF8(locale))) }
    row(.doctorTerminal, "TERM=\(environment["TERM"] ?? "-") \(windowSize())")
    row(.doctorColours, Theme(environment: environment).rawValue)
    row(.doctorSQLite, Store.sqliteVersion)
    for helper in Helper.allCases {
      row(.plain(helper.rawValue), say(.doctorHelper(helper, isThere: helper.isThere)))
    }
    ruler()
    guard let directory else {
      if !hasUTF8 { throw ExitCode(1) }
      return
    }
    try examine(URL(fileURLWithPath: directory))
  }

  private func row(_ label: Phrase, _ value: String) { Output.line(say(.doctorRow(label, value))) }

  private func windowSize() -> String {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return "" }
    return "\(size.ws_col)×\(size.ws_row)"
  }

  /// Lines that end in one column where the terminal counts widths as this program does.
  private func ruler() {
    Output.line(say(.noSuchTerminalRuler))
    Output.line("  ....5...10...15...20|")
    for signs in ["评审台卓越绩效评审", "●○◆▸✓✗◐▲▼·…—×±", "“评审”‘引号’"] {
      let width = CellWidth.of(signs, policy: .narrow)
      Output.line("  \(signs)\(String(repeating: ".", count: max(0, 20 - width)))|")
    }
  }

  private func examine(_ url: URL) throws {
    let store = try Store(opening: url)
    let watches = StoreWatch(directory: url).descriptor != nil
    row(.doctorWatch, say(watches ? .doctorWatches : .doctorPolls))
    if Store.isOnNetwork(url) { Output.line(say(.doctorNetwork)) }
    row(.doctorRights, say(.sharing(isShared: Sharing.isShared(url))))
    for fault in Sharing.faults(of: url) { row(.plain("!"), say(.rightsFault(fault))) }
    let backups = try store.backupState(now: Clock.system.now())
    let newest = backups.own.first.map { "\($0.url.lastPathComponent) (\(backups.own.count))" }
    row(.doctorBackup, newest ?? "–")
    for warning in backups.warnings { row(.plain("!"), say(.backupWarning(warning))) }
    let report = try store.check()
    try Speech.tell(report, of: store)
    row(.doctorStore, say(.soundStore(report.entries, try store.head())))
  }
}
