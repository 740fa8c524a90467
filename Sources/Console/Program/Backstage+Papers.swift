import Foundation
import Procedure
import Reports
import Store

/// Papers, written to files.
extension Backstage {
  /// Writes a paper as text and as a page, or tells the screen that a file is in the way.
  func writePaper(
    _ order: PaperOrder, path: String, replaces: Bool, ticket: String, by session: Session
  ) {
    attempt(ticket: ticket) {
      let target = PaperFile(typed: folders.path(path))
      if !replaces, let there = target.existing {
        take(.screen(.loaded(.paperExists(order, path: there))))
        return
      }
      let content = try content(of: order, by: session)
      let templates = try templates()
      try target.write(
        text: templates.text(order.paper, content), page: templates.html(order.paper, content))
      take(.formDone)
      take(.notice(Notice(.good, .Terms.written(target.path))))
      take(.screen(.done(ticket, [])))
    }
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
    let files = try order.files.map { try store.file($0, by: session) }
    let newest = try store.history(HistoryQuery(), before: nil, limit: 1, by: nil).first
    return try PaperFacts(
      order: order, files: files, cycle: try store.cycle(),
      mark: PaperFacts.LogMark(head: try store.head(), position: newest?.position ?? 0),
      now: store.clock.now()
    ).content()
  }
}
