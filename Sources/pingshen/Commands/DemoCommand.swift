import ArgumentParser
import CWipe
import Console
import Demo
import Foundation
import Office
import Procedure
import Store
import Terminal

#if canImport(Glibc)
  import Glibc
#endif

/// `pingshen demo`: makes the demo store by the commands people use, and opens it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "demo", abstract: say(.cliDemo))

  @Option(help: ArgumentHelp(say(.cliDirectory), valueName: "dir"), transform: homePath)
  var path: String?

  @Option(name: .customLong("at"), help: ArgumentHelp(say(.cliAt)))
  var stage: DemoStage = .listed

  @Flag(name: .customLong("no-open"), help: ArgumentHelp(say(.cliNoOpen)))
  var staysClosed = false

  func run() throws {
    let directory =
      path.map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-demo-\(UInt32.random(in: 0...UInt32.max))")
    func make() throws {
      try LongWork.run(.makingDemo) { try Demo.build(at: directory, stage: stage, progress: $0) }
    }
    // What is typed ahead would stand among the counts, and over the screen that follows.
    if staysClosed { try make() } else { try Echo.hidden { try make() } }
    Output.line(say(.demoMade(directory.path)))
    fflush(nil)
    let home = Store.stateHome(Started.surroundings.environment)
    if !staysClosed { try start(Store(opening: directory, state: home), as: nil) }
  }
}

extension DemoStage: ExpressibleByArgument {}

/// Starts the console on a store.
///
/// The passphrase is typed there; one from the environment is of no use.
func start(_ store: Store, as person: String?, folders: Folders? = nil) throws {
  InheritedPassphrase.forget()
  PrivateFolder.removeForgotten()
  try Speech.warnOfLocale()
  let directory = store.directory
  let surroundings = Started.surroundings
  // At the gate nothing of the host is anybody's.
  let onView: ((URL) -> Bool)? = surroundings.isGate ? nil : { Aside.view($0) }
  let runner = try Runner(
    store: store, wanted: person.map { PersonID($0) },
    surroundings: surroundings,
    folders: folders ?? Folders(environment: surroundings.environment), onLocked: cwipe_stack,
    onVerified: cwipe_give_back, onBackupDue: { BackupChild.start(directory) },
    onView: onView)
  runner.run()
}
