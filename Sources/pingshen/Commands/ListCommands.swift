import ArgumentParser
import Console
import Foundation
import Procedure
import Store

/// `pingshen people DIR`
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "people", abstract: say(.cliPeople))
  @OptionGroup var place: Place
  @Flag(name: .customLong("json"), help: ArgumentHelp(say(.cliJSON))) var printsJSON = false

  func run() throws {
    let accounts = try place.open().people()
    if printsJSON { return try JSONOutput.write(accounts.map(JSONOutput.PersonRow.init)) }
    for account in accounts {
      let roles = account.person.roles.map { say(.roleName($0)) }.joined(separator: "、")
      Output.row([
        account.person.id.rawValue, account.person.name, roles,
        say(account.person.active ? .standingName(account.standing) : .inactiveName),
        account.fingerprint ?? "",
      ])
    }
  }
}

/// `pingshen queue DIR --as PERSON`
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "queue", abstract: say(.cliQueue))
  @OptionGroup var place: Place
  @OptionGroup var access: Access
  @Flag(name: .customLong("json"), help: ArgumentHelp(say(.cliJSON))) var printsJSON = false

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let query = QueueQuery(scope: .all)
    let total = try store.count(query, by: session)
    let rows = try store.queue(query, limit: max(1, total), by: session)
    if printsJSON { return try JSONOutput.write(rows.map(JSONOutput.QueueCase.init)) }
    for row in rows {
      Output.row([
        row.application.id.rawValue, row.application.name, say(.stageName(row.stage)),
        row.due.map { say(.dueOn($0)) } ?? "",
        row.duties.map { say(.dutyName($0)) }.joined(separator: "、"),
      ])
    }
  }
}

/// `pingshen show DIR CASE --as PERSON`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: say(.cliShow))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliCase), valueName: "case")) var number: String
  @OptionGroup var access: Access
  @Flag(name: .customLong("json"), help: ArgumentHelp(say(.cliJSON))) var printsJSON = false

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    // What a person's lists do not show is not there for them.
    _ = try store.queueRow(CaseID(number), by: session)
    let dossier = try store.dossier(CaseID(number), by: session)
    let shown = JSONOutput.Case(dossier, cycle: try store.cycle())
    if printsJSON { return try JSONOutput.write(shown) }
    Output.row([shown.number, shown.name, say(.stageName(dossier.stage))])
    for item in shown.items {
      Output.row([item.item, item.name, "\(item.percentage)%", item.points])
    }
    if let total = shown.total { Output.row([say(.total), total]) }
  }
}

/// `pingshen terms DIR --as PERSON`
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "terms", abstract: say(.cliTerms))
  @OptionGroup var place: Place
  @OptionGroup var access: Access
  @Flag(name: .customLong("json"), help: ArgumentHelp(say(.cliJSON))) var printsJSON = false

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let calendar = try store.cycle().calendar
    let today = store.clock.now().day
    var rows: [TermRow] = []
    while true {
      let window = try store.terms(offset: rows.count, limit: 500, by: session).rows
      rows += window
      if window.isEmpty { break }
    }
    if printsJSON {
      return try JSONOutput.write(
        rows.map { JSONOutput.Term($0, today: today, calendar: calendar) })
    }
    for row in rows {
      Output.row([
        row.dossier.rawValue, row.name, say(.termName(row.term.kind)), "\(row.term.since)",
        "\(row.term.until)", row.term.provisional ? say(.provisionalTerm) : "",
      ])
    }
  }
}

/// `pingshen log DIR`
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "log", abstract: say(.cliLog))
  @OptionGroup var place: Place
  @OptionGroup var access: Access
  @Flag(name: .customLong("json"), help: ArgumentHelp(say(.cliJSON))) var printsJSON = false

  func run() throws {
    let store = try place.open()
    let session = try access.sessionIfNamed(in: store)
    var rows: [HistoryRow] = []
    while true {
      let window = try store.history(
        HistoryQuery(), before: rows.last?.position, limit: 500, by: session)
      rows += window
      if window.isEmpty { break }
    }
    rows.reverse()
    if printsJSON { return try JSONOutput.write(rows.map(JSONOutput.LogRow.init)) }
    for row in rows {
      let sealed = row.act == nil ? say(.sealed) : ""
      Output.row([
        "\(row.position)", "\(row.time)", row.author.rawValue, row.stream.rawValue,
        row.kind + sealed,
      ])
    }
  }
}
