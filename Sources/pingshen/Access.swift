import ArgumentParser
import CWipe
import Console
import Foundation
import Procedure
import Store
import Terminal

#if canImport(Glibc)
  import Glibc
#endif

/// A path as it was typed, `~` at its beginning being the person's home: a shell leaves it standing
/// in quotes and behind `--option=`.
func homePath(_ typed: String) -> String {
  Folders.expanded(typed, home: Folders.home(Started.surroundings.environment))
}

/// Whose keys a command uses, and where the passphrase comes from.
struct Access: ParsableArguments {
  @Option(name: .customLong("as"), help: ArgumentHelp(say(.cliPerson), valueName: "person"))
  var person: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: ArgumentHelp(say(.cliPassphraseFile), valueName: "file"), transform: homePath)
  var passphraseFile: String?

  @Flag(name: .customLong("clock-is-right"), help: ArgumentHelp(say(.cliClock)))
  var clockIsRight = false

  /// Unlocks the keys of the person named.
  func session(in store: Store) throws -> Session {
    let person = try actor(in: store)
    return try store.signIn(person, passphrase: try passphrase(of: person.rawValue))
  }

  /// Who acts; what they said of the clock is taken down.
  func actor(in store: Store) throws -> PersonID {
    if clockIsRight { store.acceptClock() }
    guard let person else { throw ValidationError(say(.mustGive("--as PERSON"))) }
    return PersonID(person)
  }

  /// Unlocks the keys where somebody was named.
  func sessionIfNamed(in store: Store) throws -> Session? {
    person == nil ? nil : try session(in: store)
  }

  /// From a file; from the environment, which has forgotten it; from the terminal without echo.
  func passphrase(of person: String) throws -> String {
    if let given = try givenPassphrase() { return given }
    return try Prompt.secret(say(.askPassphrase(person)))
  }

  /// A passphrase given without being asked for.
  func givenPassphrase() throws -> String? {
    try passphraseFile.map(Self.firstLine) ?? InheritedPassphrase.use()
  }

  /// The first line of a file that holds a passphrase.
  static func firstLine(of path: String) throws -> String {
    String(try text(of: path).lines.first ?? "")
  }

  /// What a small file holds, or a pipe, as of a program that keeps passphrases.
  static func text(of path: String) throws -> String {
    guard let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: 65_536) ?? Data()
    else { throw StoreFault.unreadableFile(path) }
    return try TextFile.text(bytes, of: path)
  }
}

/// The passphrase that came in the environment.
enum InheritedPassphrase {
  // Set before anything else runs, read once after it, on the main thread.
  nonisolated(unsafe) private static var kept: UnsafeMutablePointer<CChar>?

  /// Takes it out of the environment, where every process of the same user could read it.
  static func take() { kept = cwipe_take_variable("PINGSHEN_PASSPHRASE") }

  /// The passphrase, once; nil where there was none.
  static func use() -> String? {
    guard let text = kept else { return nil }
    defer { forget() }
    return String(cString: text)
  }

  /// Wipes it where nobody asks for it.
  static func forget() {
    free(kept)
    kept = nil
  }
}

/// The directory of a store.
struct Place: ParsableArguments {
  @Argument(help: ArgumentHelp(say(.cliDirectory), valueName: "dir"), transform: homePath)
  var directory: String

  /// Opens the store there.
  func open() throws -> Store {
    try Self.requireAccount(directory)
    return try Store(
      opening: URL(fileURLWithPath: directory),
      state: Store.stateHome(Started.surroundings.environment))
  }
}

extension Place {
  /// What root makes in a store of another account, that account cannot write any more.
  ///
  /// - Throws: `StoreFault.ofAccount` for root, where the store is another account's.
  static func requireAccount(_ directory: String) throws {
    var status = stat()
    guard geteuid() == 0, stat(directory, &status) == 0, status.st_uid != 0 else { return }
    let name = getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) }
    throw StoreFault.ofAccount(name ?? "\(status.st_uid)")
  }
}

/// Questions on the terminal.
enum Prompt {
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// A line; the words of the question go to stderr so that output stays clean.
  static func line(_ question: String) throws -> String {
    guard isInteractive else { throw ValidationError(say(.mustGive(question))) }
    Output.question(question)
    return readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
  }

  /// Whether a question is answered with yes; anything else is no.
  ///
  /// - Parameter option: What says yes where there is nobody to ask.
  static func isYes(_ question: String, else option: String) throws -> Bool {
    guard isInteractive else { throw ValidationError(say(.mustGive(option))) }
    return ["y", "yes", "是"].contains(try line(question).lowercased())
  }

  /// A passphrase that is to be, typed twice.
  static func newPassphrase() throws -> String {
    let first = try secret(say(.askNewPassphrase))
    guard try secret(say(.askAgain)) == first else { throw ValidationError(say(.differ)) }
    return first
  }

  /// Takes what stands on the terminal away.
  static func clear() {
    if isInteractive { Output.clear() }
  }

  /// A line that is not shown while it is typed.
  static func secret(_ question: String) throws -> String {
    guard isInteractive else { throw ValidationError(say(.noPassphrase)) }
    return Echo.hidden(whileAsking: Output.plain(question)) { readLine() ?? "" }
  }
}
