import ArgumentParser
import Console
import Foundation
import Procedure
import Store

/// `pingshen meetings DIR --as PERSON [--json]`
struct MeetingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meetings", abstract: say(.cliMeetings))
  @OptionGroup var place: Place
  @OptionGroup var access: Access
  @Flag(help: ArgumentHelp(say(.cliJSON))) var json = false

  func run() throws {
    let store = try place.open()
    let session = try access.session(in: store)
    let rows = try store.apart(by: session)
    if json { return try JSONOutput.write(rows.map(JSONOutput.Apart.init)) }
    if rows.isEmpty { return Output.line(say(.nothingApart)) }
    let people = try store.cycle().people
    for row in rows {
      for line in Phrase.apart(row, name: { people[$0]?.name ?? $0.rawValue }) {
        Output.line(say(line))
      }
    }
  }
}

extension JSONOutput {
  /// Acts that met, or one that is held.
  struct Apart: Encodable {
    let dossier: String?
    /// `met` or `held`.
    let what: String
    /// What acts met on; nil of what is held.
    let record: String?
    let entries: [Act]

    struct Act: Encodable {
      let id: String
      let kind: String
      let author: String
      let time: String
      let device: String
    }

    init(_ row: ApartRow) {
      dossier = row.dossier?.rawValue
      switch row.what {
      case .met(let record): (what, self.record) = ("met", "\(record)")
      case .held: (what, record) = ("held", nil)
      }
      entries = row.acts.map {
        Act(
          id: $0.id, kind: $0.kind, author: $0.author.rawValue, time: $0.time.description,
          device: $0.device)
      }
    }
  }
}
