import ArgumentParser
import CWipe
import Console
import Foundation
import Office
import Store
import Terminal

#if canImport(Glibc)
  import Glibc
#endif

/// The command line: arguments, opening a store, starting the console.
@main
struct Pingshen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pingshen", abstract: say(.cliAbstract), version: Version.line,
    subcommands: [
      DemoCommand.self, InitCommand.self, OpenCommand.self, ImportCommand.self,
      TakeCommand.self, AttachCommand.self, AttachmentsCommand.self, AttachmentCommand.self,
      DetachCommand.self,
      PeopleCommand.self, QueueCommand.self, ShowCommand.self, PapersCommand.self,
      PaperCommand.self, TermsCommand.self, LogCommand.self, ExportCommand.self, SheetCommand.self,
      CheckCommand.self, RebuildCommand.self, BackupCommand.self, RestoreCommand.self,
      ExchangeCommand.self, CopyCommand.self, MeetingsCommand.self, PassphraseCommand.self,
      RecoverCommand.self,
      SplitCommand.self, CardCommand.self,
      DoctorCommand.self,
    ])

  /// Hundreds of files are taken at once, each locked until its entry is written.
  private static func raiseFileLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Exit status 0 done, 1 refused or found wrong, 2 wrong usage; errors on stderr as a sentence.
  static func main() {
    if ReadingChild.isAsked(CommandLine.arguments) { Foundation.exit(ReadingChild.run()) }
    if UnpackingChild.isAsked(CommandLine.arguments) { Foundation.exit(UnpackingChild.run()) }
    cwipe_close_process()
    InheritedPassphrase.take()
    Started.take()
    // What a store holds is for its owner and group alone, sealed or not.
    umask(0o007)
    raiseFileLimit()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      leave(code.rawValue)
    } catch {
      report(error)
    }
    leave(0)
  }

  private static func report(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    if code == .success {
      // Help and version are answers, not errors.
      Output.page(ParserWords.said(fullMessage(for: error), in: Speech.language))
      leave(0)
    }
    if code == .validationFailure {
      let words = fullMessage(for: error)
      let sentence = words.hasPrefix("Error: ") ? String(words.dropFirst(7)) : words
      Output.complain(page: ParserWords.said(sentence, in: Speech.language))
      leave(2)
    }
    complain(say(Notices.sentence(error, Speech.context)))
    leave(1)
  }

  private static func leave(_ status: Int32) -> Never {
    // What was printed and could not be written is no answer: a full disk, a pipe that is gone.
    guard let error = StandardOutput.flush() else { Foundation.exit(status) }
    complain(String(cString: strerror(error)))
    Foundation.exit(max(status, 1))
  }
}

/// What this process was started in.
enum Started {
  static let surroundings = Surroundings.taken(CommandLine.arguments)

  /// Looks at it: at a gate nothing else of it is left then.
  static func take() { _ = surroundings }
}

/// What the command line says, in the language of the locale.
enum Speech {
  static let language = Language(environment: Started.surroundings.environment)
  /// A context for sentences outside the console.
  static let context = Context(
    language: language, now: .init(seconds: Int(Date().timeIntervalSince1970)),
    size: .init(width: 80, height: 24))

  /// A context for what one person does with a store.
  static func context(of session: Session, in store: Store) throws -> Context {
    var context = context
    (context.person, context.cycle) = (session.person, try store.cycle())
    context.now = store.clock.now()
    return context
  }

  /// Says before the screen starts that the terminal may show other signs than are meant, and waits.
  ///
  /// At the gate nothing of the environment is the person's own.
  static func warnOfLocale() throws {
    let locale = TextLocale(environment: Started.surroundings.environment)
    guard !locale.isUTF8, !Started.surroundings.isGate, Prompt.isInteractive else { return }
    Output.both(.localeIsNotUTF8(locale), as: locale.encoding)
    Output.both(.enterAllTheSame, as: locale.encoding)
    _ = readLine()
  }

  /// Prints what was found in a store, by the names of its people.
  ///
  /// - Throws: `ExitCode` 1 where something is wrong.
  static func tell(_ report: CheckReport, of store: Store) throws {
    var context = context
    if let cycle = try? store.cycle() { context.cycle = cycle }
    for remark in report.remarks { Output.line(say(.remark(remark, context))) }
    if report.unread > 0 || report.drafts > 0 {
      Output.line(say(.unread(report.unread, drafts: report.drafts)))
    }
    if report.givenUp > 0 { Output.line(say(.givenUp(report.givenUp))) }
    for finding in report.findings { Output.line(say(.finding(finding, context))) }
    guard !report.isSound else { return }
    if report.entries > 0 { Output.line(say(.headIs(try store.head()))) }
    complain(say(.foundWrong(report.findings.count)))
    throw ExitCode(1)
  }
}
