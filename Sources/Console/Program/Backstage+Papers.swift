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
      let template =
        order.template.isEmpty
        ? nil : try FieldFault.of("template") { try folders.document(order.template) }
      let press = PaperPress(store, by: session, template: template)
      let numbered = try FieldFault.of("number") { try press.numbered(order, nil) }
      let paper: PaperFiles
      do {
        paper = try press.files(of: numbered)
      } catch let fault as WordTemplateFault {
        throw FieldFault(field: "template", error: fault)
      }
      // The one that was proposed may have been taken meanwhile.
      let number = order.wantsNumber ? numbered.number : ""
      try write(paper, to: file, order.formats, under: number, replaces, ticket)
    }
  }

  /// Counts the number that the next paper goes out under, for those who send papers out.
  func countNumbers() {
    guard let session, let cycle = try? store.cycle(),
      cycle.acts(session.person, as: .secretariat)
    else { return }
    let next = try? store.nextNumber(on: store.clock.now().day, isProposal: true, by: session)
    console.context.countedNumber = next.flatMap(DocumentNumber.init)
  }

  /// Writes the files of a paper that was kept once more, as they were.
  func writeKept(_ row: KeptPaperRow, path: String, replaces: Bool, ticket: String) {
    guard let session else { return }
    attempt(ticket: ticket) {
      let file = PaperFile(typed: path)
      let formats = PaperFormat.allCases.filter { row.file($0) != nil }
      if !replaces, let there = try formats.map(file.path).first(where: folders.holds) {
        let again = Effect.writeKept(row, path: path, replaces: true, ticket: ticket)
        askToReplace(try folders.shown(there), then: again)
        return
      }
      let files = try PaperPress(store, by: session).files(of: row, formats)
      try write(
        PaperFiles(files: files, origin: .again), to: file, formats, replaces, ticket)
    }
  }

  private func write(
    _ paper: PaperFiles, to file: PaperFile, _ formats: [PaperFormat], under number: String = "",
    _ replaces: Bool, _ ticket: String
  ) throws {
    if paper.origin == .kept {
      countNumbers()
      take(.saved(store.clock.now()))
    }
    let files = formats.compactMap { format in
      paper.files[format].map { (file.path(format), $0) }
    }
    for (path, bytes) in files { try folders.write(bytes, to: path, replaces: replaces) }
    let paths = files.map(\.0)
    let fetching = folders.fetching(paths)
    // Where files are fetched, that says which they are.
    let told =
      fetching.zh.isEmpty
      ? Phrase.Papers.written(try paths.map(folders.shown)) : .Papers.done + fetching
    let goesOut = number.isEmpty ? told : .Papers.goesOut(under: number) + Phrase("，", ", ") + told
    written(ticket, .origin(paper.origin) + goesOut)
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
}
