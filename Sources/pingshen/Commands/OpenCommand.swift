import ArgumentParser
import Console
import Foundation
import Store

/// `pingshen open [DIR]`: the console on a store.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: say(.cliOpen))

  @Argument(help: ArgumentHelp(say(.cliDirectory), valueName: "dir"))
  var directory = "."

  @Option(name: .customLong("as"), help: ArgumentHelp(say(.cliPerson), valueName: "person"))
  var person: String?

  func run() throws {
    let store = try Store(
      opening: URL(fileURLWithPath: directory),
      state: Store.stateHome(ProcessInfo.processInfo.environment))
    if let person, try !store.accounts().contains(where: { $0.person.id.rawValue == person }) {
      throw StoreFault.unknownPerson(person)
    }
    try start(store, as: person)
  }
}
