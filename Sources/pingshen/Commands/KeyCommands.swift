import ArgumentParser
import Console
import Foundation
import Procedure
import Store
import Vault

/// `pingshen passphrase DIR --as PERSON [--new-keys]`
struct PassphraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: say(.cliPassphrase))
  @OptionGroup var place: Place
  @OptionGroup var access: Access
  @OptionGroup var new: NewPassphrase
  @Flag(help: ArgumentHelp(say(.cliNewKeys))) var newKeys = false

  func run() throws {
    let store = try place.open()
    let person = try access.actor(in: store)
    let present = try access.passphrase(of: person.rawValue)
    let session = try store.signIn(person, passphrase: present)
    if !newKeys { Output.line(say(.passphraseAdvice)) }
    try store.changePassphrase(
      from: present, to: try new.ask(), replacesKeys: newKeys, by: session)
    Output.line(say(newKeys ? .keysChanged : .passphraseChanged))
    if newKeys { Output.line(say(.newFingerprint(session.fingerprint))) }
  }
}

/// `pingshen recover DIR --as PERSON`
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover", abstract: say(.cliRecover))
  @OptionGroup var place: Place
  @OptionGroup var access: Access
  @OptionGroup var new: NewPassphrase
  @Option(
    name: .customLong("half"), help: ArgumentHelp(say(.cliHalf), valueName: "file"),
    transform: homePath)
  var halves: [String] = []
  @Flag(help: ArgumentHelp(say(.cliRecoverKeys))) var keys = false
  @Option(help: ArgumentHelp(say(.cliSuccessor), valueName: "person")) var successorOf: String?
  @Option(name: .customLong("name"), help: ArgumentHelp(say(.cliSuccessorName)))
  var successorName: String?

  func run() throws {
    let store = try place.open()
    let person = try access.actor(in: store)
    guard !keys || successorOf == nil else {
      throw ValidationError(say(.oneOf("--keys", "--successor-of")))
    }
    guard successorOf != nil || successorName == nil else {
      throw ValidationError(say(.mustGive("--successor-of PERSON")))
    }
    guard keys || access.passphraseFile == nil else {
      throw ValidationError(say(.oneOf("--passphrase-file", "--new-passphrase-file")))
    }
    let recovery = try Halves(files: halves).join(in: store)
    let recovered: Recovered
    if keys {
      recovered = try store.recoverKeys(of: access.session(in: store), with: recovery)
    } else if let successorOf {
      let name = try successorName ?? Prompt.line(say(.askSuccessorName))
      recovered = try store.recover(
        successor: Person(id: person, name: name, roles: [.secretariat]),
        of: PersonID(successorOf), passphrase: try new.ask(), with: recovery)
    } else {
      recovered = try store.recover(person, passphrase: try new.ask(), with: recovery)
    }
    Output.line(say(.recovered(recovered.given)))
    if !keys { Output.line(say(.newFingerprint(recovered.session.fingerprint))) }
    guard recovered.unopened.isEmpty else {
      complain(say(.recoveredNot(recovered.unopened, Speech.context)))
      throw ExitCode(1)
    }
  }
}

/// A passphrase that is to be: from a file, or typed twice.
struct NewPassphrase: ParsableArguments {
  @Option(
    name: .customLong("new-passphrase-file"),
    help: ArgumentHelp(say(.cliNewPassphraseFile), valueName: "file"), transform: homePath)
  var file: String?

  func ask() throws -> String {
    if let file { return try Access.firstLine(of: file) }
    guard Prompt.isInteractive else {
      throw ValidationError(say(.mustGive("--new-passphrase-file FILE")))
    }
    return try Prompt.newPassphrase()
  }
}

/// Both recovery halves: from files, or typed one after the other.
struct Halves {
  let files: [String]

  func join(in store: Store) throws -> RecoveryKeys {
    guard files.isEmpty || files.count == 2 else {
      throw ValidationError(say(.bothHalves))
    }
    let halves =
      try files.isEmpty
      ? [Phrase.firstHalf, .secondHalf].map { try typed($0) } : files.map { try read($0) }
    return try store.recovery(halves[0], halves[1])
  }

  /// Asks until it is a half; the group with the mistake is named.
  private func typed(_ title: Phrase) throws -> RecoveryHalf {
    guard Prompt.isInteractive else { throw ValidationError(say(.bothHalves)) }
    // Whoever types the other one does not see this one.
    defer { Prompt.clear() }
    for _ in 1...4 {
      do {
        return try RecoveryHalf(parsing: try Prompt.line(say(title) + say(Phrase("：", ": "))))
      } catch let fault as VaultFault {
        complain(say(Notices.sentence(fault, Speech.context)))
      }
    }
    throw VaultFault.badRecoveryCode
  }

  /// Reads a half from a file or a pipe that holds it, alone or among other words.
  private func read(_ path: String) throws -> RecoveryHalf {
    let text = try Access.text(of: path)
    let lines = text.lines.map(String.init)
    let whole = lines.compactMap { try? RecoveryHalf(parsing: $0) }
    if whole.count == 1 { return whole[0] }
    do {
      if whole.count > 1 { throw VaultFault.halvesDoNotJoin }
      // Written over several lines, or with a mistake: the line that comes nearest says which.
      if let half = try? RecoveryHalf(parsing: text) { return half }
      return try RecoveryHalf(parsing: lines.filter { $0.utf8.count >= 40 }.last ?? text)
    } catch {
      let why = whole.count > 1 ? Phrase.twoHalves : Notices.sentence(error, Speech.context)
      complain("\(path): " + say(why))
      throw ExitCode(1)
    }
  }
}
