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
      let target = PaperFile(typed: path)
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
    var order = order
    var files = try order.files.map { try store.file($0, by: session) }
    if order.paper == .noticeFinal {
      let numbers = try order.files.map { try listNumber(of: $0, by: session) }
      if order.number.isEmpty {
        let latest = zip(files, numbers).max { a, b in
          (a.0.cultivation?.since ?? a.0.registeredAt.day)
            < (b.0.cultivation?.since ?? b.0.registeredAt.day)
        }
        order.number = latest?.1 ?? ""
      }
      files = zip(files, numbers).filter { $0.1 == order.number }.map(\.0)
    }
    let newest = try store.history(HistoryQuery(), before: nil, limit: 1, by: nil).first
    return try PaperFacts(
      order: order, files: files, cycle: try store.cycle(),
      mark: PaperFacts.LogMark(head: try store.head(), position: newest?.position ?? 0),
      now: store.clock.now()
    ).content()
  }

  /// The number under which a case was published on the list (P4).
  private func listNumber(of file: CaseID, by session: Session) throws -> String? {
    let query = HistoryQuery(file: file, kinds: [EventKind.listPublished.rawValue])
    let rows = try store.history(query, before: nil, limit: 10, by: session)
      .filter { !$0.isRejected }
    guard case .event(.listPublished(let number, _, _, _, _))? = rows.first?.act else {
      return nil
    }
    return number
  }
}
