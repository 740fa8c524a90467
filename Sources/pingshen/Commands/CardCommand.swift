import ArgumentParser
import Console
import Foundation

extension QuickCard.Role: ExpressibleByArgument {}

/// `pingshen card ROLE [--out FILE]`
struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "card", abstract: say(.cliCard))
  @Argument(help: ArgumentHelp(say(.cliRole), valueName: "role")) var role: QuickCard.Role
  @Option(help: ArgumentHelp(say(.cliCardFile), valueName: "file"), transform: homePath)
  var out: String?

  func run() throws {
    let card = QuickCard(role)
    guard let out else { return Output.page(card.paper.text) }
    guard let kind = QuickCard.Kind(typed: out) else { throw ValidationError(say(.cliCardFile)) }
    let folders = Folders(environment: Started.surroundings.environment)
    Output.line(say(try card.write(as: kind, to: out, in: folders)))
  }
}
