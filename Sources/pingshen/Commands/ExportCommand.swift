import ArgumentParser
import Console
import Foundation
import Procedure
import Store

/// `pingshen export DIR LIST --as PERSON --out FILE`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "export", abstract: say(.cliExport))

  /// The lists there are.
  enum List: String, CaseIterable, ExpressibleByArgument {
    case queue, overview, scores, tiers, terms, people, evidence, watch
  }

  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliList), valueName: "list")) var list: List
  @Option(name: .customLong("case"), help: ArgumentHelp(say(.cliOfCase), valueName: "case"))
  var number: String?
  @Option(help: ArgumentHelp(say(.cliListFile), valueName: "file"), transform: homePath)
  var out: String
  @OptionGroup var access: Access

  func validate() throws {
    if (list == .evidence) != (number != nil) { throw ValidationError(say(.cliOfCase)) }
  }

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let context = try Speech.context(of: session, in: store)
    let words = try order(in: store, by: session).write(
      to: out, in: Folders(environment: Started.surroundings.environment), from: store,
      by: session, context)
    Output.line(say(words))
  }

  private func order(in store: Store, by session: Session) throws -> ListOrder {
    switch list {
    case .queue: .queue(QueueQuery(scope: .all))
    case .overview: .overview
    case .scores: .scores
    case .tiers: .tiers
    case .terms: .terms(nil)
    case .people: .people
    case .evidence: .evidence(CaseID(number ?? ""))
    case .watch: try .everythingToWatch(in: store, by: session)
    }
  }
}
