import ArgumentParser
import Console
import Foundation
import Procedure
import Store

/// `pingshen papers DIR [CASE] --as PERSON`
struct PapersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "papers", abstract: say(.cliPapers))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliPaperCase), valueName: "case")) var number: String?
  @OptionGroup var access: Access
  @Flag(name: .customLong("kept"), help: ArgumentHelp(say(.cliPapersKept))) var listsKept = false
  @Flag(name: .customLong("json"), help: ArgumentHelp(say(.cliJSON))) var printsJSON = false

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    if listsKept { return try listKept(store, session) }
    let orders = try PaperPress(store, by: session).papers(about: number)
    if printsJSON { return try JSONOutput.write(orders.map(JSONOutput.Paper.init)) }
    for order in orders {
      Output.row([
        order.key, say(order.title), order.complaint?.rawValue ?? order.number,
        order.isDraft ? say(.Papers.draftMark) : "",
      ])
    }
  }

  /// The papers that were kept, the latest first, as far as this person can open them.
  private func listKept(_ store: Store, _ session: Session) throws {
    let rows = try store.papers(of: number.map { CaseID($0) }, limit: .max, by: session)
      .compactMap { row in row.paper.map { (row, $0) } }
    if printsJSON {
      return try JSONOutput.write(rows.map { JSONOutput.KeptPaper($1, of: $0.dossier) })
    }
    for (row, paper) in rows {
      Output.row([
        "\(paper.day)", paper.title, paper.number ?? "", row.dossier?.rawValue ?? "",
        paper.files.map(\.name).joined(separator: " "),
      ])
    }
  }
}

/// `pingshen paper DIR PAPER [CASE] --as PERSON --out NAME`
struct PaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "paper", abstract: say(.cliPaper))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliPaperName), valueName: "paper")) var paper: String
  @Argument(help: ArgumentHelp(say(.cliPaperCase), valueName: "case")) var number: String?
  @Option(help: ArgumentHelp(say(.cliPaperOut), valueName: "name"), transform: homePath)
  var out: String
  @Option(help: ArgumentHelp(say(.cliPaperFormat), valueName: "format")) var format: PaperFormat?
  @Option(
    name: .customLong("number"), help: ArgumentHelp(say(.cliPaperNumber), valueName: "number"))
  var paperNumber: String?
  @Option(
    name: .customLong("reply-by"), help: ArgumentHelp(say(.cliPaperReply), valueName: "day"),
    transform: typedDay)
  var replyBy: Day?
  @Option(help: ArgumentHelp(say(.cliPaperTemplate), valueName: "file"), transform: homePath)
  var template: String?
  @Flag(help: ArgumentHelp(say(.cliPaperDraft))) var draft = false
  @OptionGroup var access: Access

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let filling = try template.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    let press = PaperPress(store, by: session, template: filling)
    var order = try press.order(paper, about: number)
    if let format {
      guard order.formats.contains(format) else {
        throw ValidationError(say(.cliPaperFormat))
      }
      order.formats = [format]
    }
    (order.isDraft, order.replyBy) = (order.isDraft || draft, replyBy)
    let wantsNumber = order.wantsNumber
    order = try press.numbered(order, paperNumber)
    let file = PaperFile(typed: target(of: order))
    let paths = order.formats.map(file.path)
    for path in paths where FileManager.default.fileExists(atPath: path) {
      throw StoreFault.fileExists(path)
    }
    let made = try press.files(of: order)
    for format in order.formats {
      guard let bytes = made.files[format] else { continue }
      let url = URL(fileURLWithPath: file.path(format))
      try bytes.write(to: url, options: .withoutOverwriting)
      // What it says is for its reader alone, as what the console writes.
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
      Output.line(say(.origin(made.origin) + .writtenTo(url.path)))
    }
    if wantsNumber { Output.line(say(.Papers.goesOut(under: order.number))) }
  }

  /// The file named, or one in the folder named, called as its paper.
  private func target(of order: PaperOrder) -> String {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: out, isDirectory: &isFolder)
    return isThere && isFolder.boolValue
      ? URL(fileURLWithPath: out).appendingPathComponent(order.fileName).path : out
  }
}

extension PaperFormat: ExpressibleByArgument {}

/// A day as people write it.
private func typedDay(_ text: String) throws -> Day {
  guard let day = Day(typed: text) else { throw ValidationError(say(.cliNoDay)) }
  return day
}

extension JSONOutput {
  /// A paper that was kept.
  struct KeptPaper: Encodable {
    let name: String
    let title: String
    let number: String?
    let day: String
    let dossier: String?
    let files: [String]

    init(_ paper: Procedure.KeptPaper, of dossier: CaseID?) {
      (name, title, number) = (paper.kind, paper.title, paper.number)
      (day, self.dossier) = ("\(paper.day)", dossier?.rawValue)
      files = paper.files.map(\.name)
    }
  }

  /// A paper that can be printed.
  struct Paper: Encodable {
    let name: String
    let title: String
    let cases: [String]
    let complaint: String?
    let number: String
    let isDraft: Bool
    let formats: [String]

    init(_ order: PaperOrder) {
      (name, title) = (order.key, say(order.title))
      (cases, complaint) = (order.dossiers.map(\.rawValue), order.complaint?.rawValue)
      (number, isDraft) = (order.number, order.isDraft)
      formats = order.formats.map(\.rawValue)
    }
  }
}
