import ArgumentParser
import Console
import Foundation
import Procedure
import Store

#if canImport(Glibc)
  import Glibc
#endif

/// Whose keys a command uses, and where the passphrase comes from.
struct Access: ParsableArguments {
  @Option(name: .customLong("as"), help: ArgumentHelp(say(.cliPerson), valueName: "person"))
  var person: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: ArgumentHelp(say(.cliPassphraseFile), valueName: "file"))
  var passphraseFile: String?

  /// Unlocks the keys of the person named.
  func session(in store: Store) throws -> Session {
    guard let person else { throw ValidationError(say(.mustGive("--as PERSON"))) }
    return try store.signIn(PersonID(person), passphrase: try passphrase(of: person))
  }

  /// Unlocks the keys where somebody was named.
  func sessionIfNamed(in store: Store) throws -> Session? {
    person == nil ? nil : try session(in: store)
  }

  /// From the environment, which forgets it; from a file; from the terminal without echo.
  func passphrase(of person: String) throws -> String {
    if let given = try givenPassphrase() { return given }
    return try Prompt.secret(say(.askPassphrase(person)))
  }

  /// A passphrase given without being asked for.
  func givenPassphrase() throws -> String? {
    if let text = ProcessInfo.processInfo.environment["PINGSHEN_PASSPHRASE"] {
      unsetenv("PINGSHEN_PASSPHRASE")
      return text
    }
    guard let passphraseFile else { return nil }
    guard let text = try? String(contentsOfFile: passphraseFile, encoding: .utf8) else {
      throw StoreFault.unreadableFile(passphraseFile)
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init)
  }
}

/// The directory of a store.
struct Place: ParsableArguments {
  @Argument(help: ArgumentHelp(say(.cliDirectory), valueName: "dir"))
  var directory: String

  /// Opens the store there.
  func open() throws -> Store {
    try Store(
      opening: URL(fileURLWithPath: directory),
      state: Store.stateHome(ProcessInfo.processInfo.environment))
  }
}

/// Questions on the terminal.
enum Prompt {
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// A line; the words of the question go to stderr so that output stays clean.
  static func line(_ question: String) throws -> String {
    guard isInteractive else { throw ValidationError(say(.mustGive(question))) }
    FileHandle.standardError.write(Data(question.utf8))
    return readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
  }

  /// A line that is not shown while it is typed.
  static func secret(_ question: String) throws -> String {
    guard isInteractive else { throw ValidationError(say(.noPassphrase)) }
    var saved = termios()
    tcgetattr(STDIN_FILENO, &saved)
    var quiet = saved
    quiet.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved)
      FileHandle.standardError.write(Data("\n".utf8))
    }
    FileHandle.standardError.write(Data(question.utf8))
    return readLine() ?? ""
  }
}
