import ArgumentParser
import Console
import Foundation
import Procedure
import Store

/// `pingshen open [DIR]`: the console on a store; `--gate`: one person's, for sshd to start.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: say(.cliOpen))

  @Argument(help: ArgumentHelp(say(.cliDirectory), valueName: "dir"), transform: homePath)
  var directory = "."

  @Option(name: .customLong("as"), help: ArgumentHelp(say(.cliPerson), valueName: "person"))
  var person: String?

  @Flag(help: ArgumentHelp(say(.cliGate)))
  var gate = false

  func run() throws {
    guard gate else { return try openConsole() }
    guard let person else { throw ValidationError(say(.mustGive("--as PERSON"))) }
    InheritedPassphrase.forget()
    let asked = Started.surroundings.request
    let request = try usage { () throws(GateFault) in
      asked.isEmpty ? nil : try GateRequest(asked)
    }
    let boxes = Boxes(of: PersonID(person), in: URL(fileURLWithPath: directory))
    let store = try open()
    guard try store.accounts().contains(where: isOpen) else {
      throw StoreFault.unknownPerson(person)
    }
    guard let request else { return try start(store, as: person, folders: Folders(boxes)) }
    try usage { () throws(GateFault) in try GateService(boxes: boxes).serve(request) }
  }

  private func openConsole() throws {
    let store = try open()
    if let person, try !store.accounts().contains(where: { $0.person.id.rawValue == person }) {
      throw StoreFault.unknownPerson(person)
    }
    try start(store, as: person)
  }

  private func open() throws -> Store {
    try Place.requireAccount(directory)
    return try Store(
      opening: URL(fileURLWithPath: directory),
      state: Store.stateHome(Started.surroundings.environment))
  }

  /// Whether an account is this person's, and may be used.
  private func isOpen(_ account: Account) -> Bool {
    account.person.active && account.person.id.rawValue == person
  }

  /// Does something for which what was asked may be no request at all.
  private func usage<Result>(_ body: () throws(GateFault) -> Result) throws -> Result {
    do throws(GateFault) {
      return try body()
    } catch {
      guard error.isUsage else { throw error }
      complain(say(Notices.sentence(error, Speech.context)))
      throw ExitCode(2)
    }
  }
}
