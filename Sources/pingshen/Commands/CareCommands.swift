import ArgumentParser
import Console
import Foundation
import Procedure
import Store

/// `pingshen import DIR FILE.json --as PERSON`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "import", abstract: say(.cliImport))
  @OptionGroup var place: Place
  @Argument(help: ArgumentHelp(say(.cliFile), valueName: "file"), transform: homePath)
  var file: String
  @OptionGroup var access: Access
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(say(.cliDryRun))) var isDryRun = false

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let report = try take(into: store, by: session)
    Output.line(
      say(
        .importDone(
          people: report.people, panels: report.panels, cases: report.cases, isDryRun: isDryRun)))
    for remark in report.remarks { Output.line(say(Notices.sentence(remark))) }
    let cycle = try store.cycle()
    let both = cycle.people.keys.filter(cycle.holdsBothHalves).sorted()
    if report.panels > 0, !both.isEmpty {
      complain(say(.bothHalvesHeld(both.map { cycle.people[$0]?.name ?? $0.rawValue })))
    }
    for (person, code) in report.invitations where !isDryRun {
      Output.line(say(.invitationOf(person.rawValue, code)))
    }
  }

  /// Takes the file; where several things are wrong with it, each has a line of its own.
  private func take(into store: Store, by session: Session) throws -> ImportReport {
    do {
      let imported = try Importer.read(
        URL(fileURLWithPath: file), districts: try store.cycle().parameters.districts)
      return try LongWork.run(.importing) { progress in
        try store.importFile(imported, dryRun: isDryRun, by: session, progress: progress)
      }
    } catch let fault as ImportFault where fault.parts.count > 1 {
      for part in Notices.parts(of: fault, Speech.context) { complain(say(part)) }
      complain(say(Notices.sentence(fault as any Error, Speech.context)))
      throw ExitCode(1)
    }
  }
}

/// `pingshen check DIR`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: say(.cliCheck))
  @OptionGroup var place: Place
  @OptionGroup var access: Access

  func run() throws {
    let store = try place.open()
    let session = try access.sessionIfNamed(in: store)
    let report = try LongWork.run(.checking) { progress in
      try store.check(by: session, progress: progress) { progress($0 >> 20, $1 >> 20) }
    }
    try Speech.tell(report, of: store)
    if report.files > 0 { Output.line(say(.filesChecked(report.files, report.bytes))) }
    Output.line(say(.soundStore(report.entries, try store.head())))
  }
}

/// `pingshen rebuild DIR`
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: say(.cliRebuild))
  @OptionGroup var place: Place

  func run() throws {
    let store = try place.open()
    let left = try LongWork.run(.rebuilding) { try store.rebuild(progress: $0) }
    Output.line(say(.rebuilt))
    try Speech.tell(CheckReport(findings: left), of: store)
  }
}
