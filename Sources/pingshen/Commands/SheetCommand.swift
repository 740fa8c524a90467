import ArgumentParser
import Console
import Foundation
import Procedure
import Reports
import Store

/// `pingshen sheet DIR CASE --as PERSON --out FILE | --in FILE [--dry-run]`
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sheet", abstract: say(.cliSheet))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliCase), valueName: "case")) var number: String
  @Option(help: ArgumentHelp(say(.cliSheetOut), valueName: "file"), transform: homePath)
  var out: String?
  @Option(
    name: .customLong("in"), help: ArgumentHelp(say(.cliSheetIn), valueName: "file"),
    transform: homePath)
  var filled: String?
  @Flag(help: ArgumentHelp(say(.cliSheetDryRun))) var dryRun = false
  @OptionGroup var access: Access

  func validate() throws {
    if (out == nil) == (filled == nil) || (dryRun && filled == nil) {
      throw ValidationError(say(.cliSheetOneWay))
    }
  }

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let sheet = try OwnScoreSheet(of: CaseID(number), in: store, by: session)
    let folders = Folders(environment: Started.surroundings.environment)
    if let out {
      Output.line(say(try sheet.write(to: out, in: folders)))
      Output.line(say(.sheetIsReadable))
    }
    if let filled { try take(filled, sheet, folders) }
  }

  private func take(_ filled: String, _ sheet: OwnScoreSheet, _ folders: Folders) throws {
    let reading: ScoreSheetReading
    do {
      reading = try sheet.read(filled, in: folders)
    } catch {
      let parts = Notices.parts(of: error, Speech.context)
      guard parts.count > 1 else { throw error }
      complain(say(Notices.sentence(error, Speech.context)))
      for part in parts { complain(say(part)) }
      throw ExitCode(1)
    }
    let taking = sheet.form.taking(reading, into: sheet.draft)
    if !dryRun { try sheet.take(taking) }
    for cell in taking.cells { Output.line(say(.sheetCell(cell))) }
    Output.line(say(.sheetCounts(taking, isDryRun: dryRun)))
  }
}
