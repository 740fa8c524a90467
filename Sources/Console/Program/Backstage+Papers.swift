import Foundation
import Procedure
import Reports
import Store

/// Papers, written to files.
extension Backstage {
  /// Writes a paper as text and as a page, or tells the screen that a file is in the way.
  func writePaper(
    _ order: PaperOrder, path: String, replaces: Bool, ticket: String
  ) {
    guard let session else { return }
    attempt(ticket: ticket) {
      let target = PaperFile(typed: path)
      if !replaces, let there = try [target.text, target.page].first(where: folders.holds) {
        take(.screen(.loaded(.paperExists(order, path: try folders.shown(there)))))
        return
      }
      let content = try content(of: order, by: session)
      let templates = try templates()
      let texts = [
        (target.text, templates.text(order.paper, content)),
        (target.page, templates.html(order.paper, content)),
      ]
      for (name, words) in texts {
        try folders.write(Data(words.utf8), to: name, replaces: replaces)
      }
      written(
        ticket,
        .Terms.written(try folders.shown(target.name))
          + folders.fetching([target.text, target.page]))
    }
  }

  /// Says what was written; the store is as it was.
  func written(_ ticket: String, _ words: Phrase) {
    take(.notice(Notice(.good, words)))
    take(.written(ticket))
  }

  private func templates() throws(PaperFault) -> PaperTemplates {
    do throws(TemplateFault) {
      return try PaperTemplates(overriding: console.context.parameters.letters)
    } catch {
      throw .template(place: error.place, detail: error.detail)
    }
  }

  /// What the paper says, from the cases as they stand, with the log's head.
  private func content(of order: PaperOrder, by session: Session) throws -> PaperContent {
    let dossiers = try order.dossiers.map { try store.dossier($0, by: session) }
    let newest = try store.history(HistoryQuery(), before: nil, limit: 1, by: nil).first
    return try PaperFacts(
      order: order, dossiers: dossiers, cycle: try store.cycle(),
      mark: PaperFacts.LogMark(head: try store.head(), position: newest?.position ?? 0),
      now: store.clock.now()
    ).content()
  }
}
