import Foundation
import Office
import Procedure
import Store

/// Reads what screens show.
extension Backstage {
  /// Answers a request, or says why it cannot be answered.
  func load(_ request: Request) {
    do {
      take(.screen(.loaded(try answer(request))))
    } catch {
      let why = Notices.sentence(error, console.context)
      take(.screen(.loaded(.unavailable(request, why))))
    }
  }

  private func answer(_ request: Request) throws -> Reply {
    guard let session else {
      // The login screen alone: a table tells whom to choose, nothing more.
      guard case .accounts = request else { throw StoreFault.notReadable }
      return .accounts(try store.accounts(), try store.title())
    }
    switch request {
    case .accounts: return .accounts(try store.people(), try store.title())
    case .queue(let query, let offset, let limit):
      return .queue(
        query, offset: offset,
        rows: try store.queue(query, offset: offset, limit: limit, by: session),
        total: try store.count(query, by: session))
    case .counts: return .counts(try store.counts(by: session))
    case .underWay: return .underWay(try store.dossiersUnderWay())
    case .row(let id): return .row(try store.queueRow(id, by: session))
    case .dossier(let id): return .dossier(try store.dossier(id, by: session))
    case .dossiers(let ids): return .dossiers(try ids.map { try store.dossier($0, by: session) })
    case .draft(let id): return .draft(id, try store.draft(of: id, by: session))
    case .leftBeside(let id):
      return .leftBeside(id, try store.leftBeside(id, by: session))
    case .reading(let id): return .reading(id, try store.reading(of: id, by: session))
    case .progress(let id): return .progress(id, try store.progress(of: id))
    case .document(let id, let document):
      return .document(id, document.id, try text(of: document, in: id, by: session))
    case .manuscript(let id, let document):
      let text = try store.text(of: document, in: id, by: session)
      guard let manuscript = AttachedText.manuscript(text) else {
        throw StoreFault.noText(document.title)
      }
      return .manuscript(id, document.id, manuscript)
    case .history(let query, let before, let limit):
      return .history(
        query, before: before,
        rows: try store.history(query, before: before, limit: limit, by: session)
          .map(\.withoutKeys))
    case .terms(let kinds, let offset, let limit):
      let (rows, total) = try store.terms(kinds, offset: offset, limit: limit, by: session)
      return .terms(kinds, offset: offset, rows: rows, total: total)
    case .letters(let offset, let limit):
      let (rows, total, due) = try store.letters(offset: offset, limit: limit, by: session)
      return .letters(offset: offset, rows: rows, total: total, due: due)
    case .papers(let limit): return .papers(try store.papers(limit: limit, by: session))
    case .board: return .board(try store.board(by: session))
    case .scores: return .scores(try store.scores(from: .consensus, by: session))
    case .copies: return .copies(try store.copiesState())
    case .supervision: return .supervision(try store.supervision(by: session))
    case .minutes: return .minutes(try store.minutes(by: session))
    case .decisions(let id): return .decisions(id, try decisions(at: id, by: session))
    case .watch(let after, let limit):
      let (rows, last, total) = try store.watch(after: after, limit: limit, by: session)
      return .watch(after: after, rows: rows, last: last, total: total)
    }
  }
}

extension Backstage {
  /// What was decided at a meeting, for those who print its minutes.
  private func decisions(
    at id: MeetingID, by session: Session
  ) throws -> [DecidedAtMeeting] {
    let cycle = try store.cycle()
    guard let meeting = cycle.meetings[id],
      cycle.acts(session.person, as: .secretariat) || cycle.acts(session.person, as: .supervisor)
    else { return [] }
    return try store.decisions(at: meeting, by: session).map { decided in
      DecidedAtMeeting(
        try store.dossier(decided.dossier, by: session), isYes: decided.isYes, meeting.kind)
    }
  }

  /// A document in parts: by its headings where it was typed, else as its lines were split.
  private func text(
    of document: Document, in id: CaseID, by session: Session
  ) throws -> MaterialText {
    let context = console.context
    if let original = document.original, !document.hasText {
      return try look(at: original, of: document, in: id, by: session)
    }
    let text = try store.text(of: document, in: id, by: session)
    guard document.original != nil else { return MaterialText(text) }
    let dossier = try store.dossier(id, by: session)
    let record = dossier.material.splittings[document.id]
    let note = record.map { Phrase.partCorrected($0, context.name($0.by)) } ?? .plain("")
    return AttachedText.parts(
      of: text, record, for: context.cycle.edition(of: dossier.year), note: note, context.say)
  }

  /// A file of which nothing can be read: in characters where it is a picture and something draws it.
  private func look(
    at original: Original, of document: Document, in id: CaseID, by session: Session
  ) throws -> MaterialText {
    let context = console.context
    guard Glimpse.isCalled(so: original.name), original.bytes <= Glimpse.largest else {
      let words = context.say(.onlyOriginal(original))
      return MaterialText(parts: [MaterialText.Part(id: nil, title: document.title, body: words)])
    }
    var bytes = Data()
    try store.open(document, in: id, by: session) { bytes.append($0) }
    var part = MaterialText.Part(id: nil, title: context.say(.picture(original)), body: "")
    let columns = min(
      ReviewLayout(context, isHeadOpen: false).textWidth,
      DossierLayout(context).reading(context).size.width)
    do throws(ReadingFault) {
      part.picture = try Glimpse.lines(of: bytes, columns: columns, rows: Self.pictureRows)
    } catch {
      part.title = document.title
      part.body = context.say(.onlyOriginal(original)) + "\n\n" + context.say(.reading(error))
    }
    return MaterialText(parts: [part])
  }

  /// Rows of a picture at most: a scanned page as wide as the pane is about half of that high.
  private static let pictureRows = 200
}

extension HistoryRow {
  /// The row as a screen may keep it: the lock drops all keys, so no screen holds one.
  fileprivate var withoutKeys: HistoryRow {
    guard case .key(.keysShared(let keys)) = act else { return self }
    var row = self
    row.act = .key(.keysShared(keys: keys.mapValues { _ in Data() }))
    return row
  }
}
