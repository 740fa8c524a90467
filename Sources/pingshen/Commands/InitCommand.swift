import ArgumentParser
import Console
import Foundation
import Procedure
import Store
import Vault

/// `pingshen init DIR`: founds a store and makes its first secretariat member.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: say(.cliInit))

  @Argument(help: ArgumentHelp(say(.cliDirectory), valueName: "dir"), transform: homePath)
  var directory: String

  @Option(help: ArgumentHelp(say(.cliStoreName)))
  var name: String?

  @Option(name: .customLong("person"), help: ArgumentHelp(say(.cliFounderID), valueName: "id"))
  var founder: String?

  @Option(name: .customLong("person-name"), help: ArgumentHelp(say(.cliFounderName)))
  var founderName: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: ArgumentHelp(say(.cliPassphraseFile), valueName: "file"), transform: homePath)
  var passphraseFile: String?

  @Option(help: ArgumentHelp(say(.cliProcedure), valueName: "file"), transform: homePath)
  var procedure: String?

  @Flag(help: ArgumentHelp(say(.cliRehearsal)))
  var rehearsal = false

  @Flag(help: ArgumentHelp(say(.cliShared)))
  var shared = false

  func run() throws {
    // A faulty file is refused before anything is made.
    let parameters = try procedure.map { try ProcedureFile.read($0) }
    let url = URL(fileURLWithPath: directory)
    if let found = try? FileManager.default.contentsOfDirectory(atPath: url.path), !found.isEmpty {
      throw StoreFault.notEmpty(directory)
    }
    let title = try name ?? Prompt.line(say(.askStoreName))
    let id = try founder ?? Prompt.line(say(.askFounderID))
    let called = try founderName ?? Prompt.line(say(.askFounderName))
    let person = Person(id: PersonID(id), name: called, roles: [.secretariat])
    let founded = try Store.found(
      Founding(name: title, founder: person, isDemo: rehearsal, isShared: shared),
      passphrase: try newPassphrase(),
      at: url,
      clock: rehearsal
        ? try Clock.asked(in: Started.surroundings.environment) ?? .system : .system)
    if let parameters {
      try founded.store.perform(.cycle(.adopt(parameters)), by: founded.session)
    }
    show(founded.halves)
    Output.line(say(.founded(directory)))
  }

  private func newPassphrase() throws -> String {
    var access = Access()
    access.passphraseFile = passphraseFile
    return try access.givenPassphrase() ?? Prompt.newPassphrase()
  }

  /// One half after the other: at a terminal the first is gone before the second is shown.
  private func show(_ halves: (RecoveryHalf, RecoveryHalf)) {
    Output.line(say(.recoveryIntro))
    for (title, half) in [(Phrase.firstHalf, halves.0), (.secondHalf, halves.1)] {
      for text in ["", say(title), "", "  \(half.code)", ""] { Output.line(text) }
      guard Prompt.isInteractive else { continue }
      Output.line(say(.writeDown))
      fflush(nil)
      _ = readLine()
      Prompt.clear()
    }
  }
}
