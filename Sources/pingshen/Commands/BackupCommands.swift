import ArgumentParser
import Console
import Foundation
import Procedure
import Store

#if canImport(Glibc)
  import Glibc
#endif

/// `pingshen backup DIR [--to DIR]`
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "backup", abstract: say(.cliBackup))
  @OptionGroup var place: Place
  @Option(help: ArgumentHelp(say(.cliBackupTo), valueName: "dir"), transform: homePath)
  var to: String?
  @Option(help: ArgumentHelp(say(.cliSecondPlace), valueName: "dir"), transform: homePath)
  var second: String?
  @Flag(help: ArgumentHelp(say(.cliThorough))) var thorough = false
  /// How a console starts it: aside, and only where one is due.
  @Flag(help: .hidden) var auto = false

  func run() throws {
    if auto { BackupChild.stepAside() }
    let store = try place.open()
    let now = Clock.system.now()
    if auto { return try store.backUpWhereDue(now: now) }
    if let second {
      try store.setSecondPlace(second == "-" ? nil : URL(fileURLWithPath: second).path)
      Output.line(say(.secondPlaceSet(second == "-" ? nil : second)))
    }
    var target = store.ownBackups
    if let to {
      guard FileManager.default.fileExists(atPath: to) else { throw StoreFault.noFolder(to) }
      target = try store.backups(in: URL(fileURLWithPath: to))
    }
    let report = try store.backUp(to: target, now: now, isThorough: thorough)
    Output.line(say(.backupMade(report)))
    if let free = target.freeSpace() { Output.line(say(.backupFree(free))) }
    guard report.fault == nil, report.missing.isEmpty else {
      if report.fault != nil { complain(say(.backupWarning(.failed(.unsound)))) }
      if !report.missing.isEmpty { complain(say(.filesMissing(report.missing.count))) }
      throw ExitCode(1)
    }
  }
}

/// `pingshen restore BACKUP DIR`
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: say(.cliRestore))
  @Argument(help: ArgumentHelp(say(.cliBackupSource), valueName: "backup"), transform: homePath)
  var source: String
  @Argument(help: ArgumentHelp(say(.cliEmptyDirectory), valueName: "dir"), transform: homePath)
  var directory: String

  func run() throws {
    let target = URL(fileURLWithPath: directory)
    let report = try LongWork.run(.restoring) {
      try Store.restore(URL(fileURLWithPath: source), to: target, progress: $0)
    }
    let store = try Store(opening: target)
    Output.line("\(try store.title().name)")
    Output.line(say(.restored(report, in: directory)))
    let found = try store.check()
    try Speech.tell(found, of: store)
    Output.line(say(.soundStore(found.entries, try store.head())))
  }
}

/// The process that makes backups beside a console.
enum BackupChild {
  /// Starts it; it goes on where the console ends. What fails is remembered by the backups' place.
  static func start(_ directory: URL) {
    // Whoever makes backups in another way switches these off; trials do.
    guard Started.surroundings.environment["PINGSHEN_BACKUPS"] != "off" else { return }
    Aside.start("/proc/self/exe", ["pingshen", "backup", directory.path, "--auto"])
  }

  /// Lets everything else on the machine go first, and stays when the terminal goes.
  static func stepAside() {
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
    signal(SIGHUP, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    setsid()
  }
}
