import Foundation
import Office
import Procedure
import Reports
import Store

/// Papers, written to files.
extension Backstage {
  /// Writes a paper in the forms it was ordered in, or asks where a file is in the way.
  func writePaper(
    _ order: PaperOrder, path: String, replaces: Bool, ticket: String
  ) {
    guard let session else { return }
    attempt(ticket: ticket) {
      let file = PaperFile(typed: path)
      let paths = order.formats.map(file.path)
      if !replaces, let there = try paths.first(where: folders.holds) {
        let again = Effect.writePaper(order, path: path, replaces: true, ticket: ticket)
        askToReplace(try folders.shown(there), then: again)
        return
      }
      try write(try files(of: order, by: session), to: file, order.formats, replaces, ticket)
    }
  }

  /// Writes the files of a paper that was kept once more, as they were.
  func writeKept(_ row: KeptPaperRow, path: String, replaces: Bool, ticket: String) {
    attempt(ticket: ticket) {
      let file = PaperFile(typed: path)
      let formats = PaperFormat.allCases.filter { row.file($0) != nil }
      let there = try formats.map(file.path).first(where: folders.holds)
      if !replaces, let there {
        let again = Effect.writeKept(row, path: path, replaces: true, ticket: ticket)
        askToReplace(try folders.shown(there), then: again)
        return
      }
      let files = PaperFiles(files: try files(of: row, formats), isAgain: true)
      try write(files, to: file, formats, replaces, ticket)
    }
  }

  private func write(
    _ paper: PaperFiles, to file: PaperFile, _ formats: [PaperFormat], _ replaces: Bool,
    _ ticket: String
  ) throws {
    let files = formats.compactMap { format in
      paper.files[format].map { (file.path(format), $0) }
    }
    for (path, bytes) in files { try folders.write(bytes, to: path, replaces: replaces) }
    let paths = files.map(\.0)
    let again = paper.isAgain ? Phrase.Papers.again : .plain("")
    written(
      ticket,
      .Papers.written(try paths.map(folders.shown)) + again + folders.fetching(paths))
  }

  /// Asks whether a file that is in the way goes for what was asked for.
  func askToReplace(_ file: String, then again: Effect) {
    carryOut([
      .confirm(
        "replace", .Printing.replace, [.plain(file), .Printing.replaceMeans], then: [again])
    ])
  }

  /// Says what was written; the store is as it was.
  func written(_ ticket: String, _ words: Phrase) {
    take(.notice(Notice(.good, words)))
    take(.written(ticket))
  }

  /// The paper, from the cases as they stand and this person may read them.
  func make(_ order: PaperOrder, by session: Session) throws -> MadePaper {
    let facts = PaperFacts(
      order: order, dossiers: try order.dossiers.map { try store.dossier($0, by: session) },
      cycle: try store.cycle(), now: store.clock.now())
    let fill = try facts.fill()
    let template =
      order.template.isEmpty ? nil : try WordTemplate(folders.document(order.template))
    do throws(TemplateFault) {
      let templates = try PaperTemplates(overriding: facts.cycle.parameters.letters)
      let composition = try templates.composition(order.paper, fill, isDraft: order.isDraft)
      let draft = ["draft": FieldValue.text(order.isDraft ? "草稿" : "")]
      return MadePaper(
        composition: composition, values: fill.values.merging(draft) { $1 }, template: template)
    } catch {
      throw PaperFault.template(place: error.place, detail: error.detail)
    }
  }
}
