import Foundation
import Procedure
import Store

/// A list that a person's screen shows, to be written as a table.
public enum ListOrder: Sendable, Hashable {
  /// The applications of a queue.
  case queue(QueueQuery)
  /// How many applications are at which stage, by district.
  case overview
  /// The scores, as far as they are open.
  case scores
  /// The organisations by tier.
  case tiers
  /// Running terms of these kinds, of all where nil.
  case terms(Set<TermKind>?)
  case people
  /// Invitation codes that were just made and are kept nowhere.
  case invitations([IssuedCode])
  /// The index of a case's evidence.
  case evidence(CaseID)
  /// What was found worth a look, of one kind where one is chosen.
  case watch([WatchRow], only: OddityKind?)

  /// What is said where one asks for it.
  var means: Phrase {
    switch self {
    case .invitations: .Setup.codesMean
    case .queue, .overview, .scores, .tiers, .terms, .people, .evidence, .watch: .Printing.means
    }
  }

  /// What the list is called.
  public var title: Phrase {
    switch self {
    case .queue: Phrase("申报", "applications")
    case .overview: Phrase("阶段分布", "stages")
    case .scores: Phrase("得分", "scores")
    case .tiers: Phrase("名单", "tiers")
    case .terms: Phrase("期限", "terms")
    case .people: Phrase("人员", "people")
    case .invitations: Phrase("邀请码", "invitations")
    case .evidence(let dossier):
      Phrase("证实性材料目录-\(dossier)", "evidence-\(dossier)")
    case .watch: Phrase("关注", "watch list")
    }
  }

  /// The screen that shows it.
  private var screen: ScreenID {
    switch self {
    case .queue: .queue
    case .overview, .scores, .tiers: .board
    case .terms: .terms
    case .people, .invitations: .setup
    case .evidence: .dossier
    case .watch: .supervision
    }
  }

  /// The list as it stands, for the person of the session; nothing of it is in no screen of theirs.
  ///
  /// - Throws: `StoreFault.notReadable` where no screen of theirs shows it.
  func table(from store: Store, by session: Session, _ context: Context) throws -> ListTable {
    guard screen.screen(context) != nil else { throw StoreFault.notReadable }
    switch self {
    case .queue(let query):
      return ListTable(
        title, QueueScreen.columns(context),
        of: try store.queue(
          query, limit: max(1, try store.count(query, by: session)), by: session), context)
    case .overview:
      let matrix = StageMatrix(try store.board(by: session).cells, context.parameters)
      return ListTable(
        title, BoardScreen.stageColumns(matrix, matrix.districts, context),
        of: BoardScreen.StageRow.rows(of: matrix), context)
    case .scores:
      let rows = try store.scores(by: session)
      return ListTable(
        title, BoardScreen.scoreColumns(TierList(rows, context.parameters), context),
        of: rows.filter { $0.material != nil || $0.onSite != nil }, context)
    case .tiers:
      let tiers = TierList(try store.scores(by: session), context.parameters)
      return ListTable(
        title, BoardScreen.scoreColumns(tiers, context), of: tiers.rows.map(\.row), context)
    case .terms(let kinds):
      let total = try store.terms(kinds, limit: 1, by: session).total
      return ListTable(
        title, TermsPage.columns(context),
        of: try store.terms(kinds, limit: max(1, total), by: session).rows, context)
    case .people:
      return ListTable(
        title, PeoplePage.columns(context), of: PeoplePage.sorted(try store.people()), context)
    case .invitations(let codes):
      return ListTable(title, PeoplePage.codeColumns(context), of: codes, context)
    case .evidence(let id):
      _ = try store.queueRow(id, by: session)
      let dossier = try store.dossier(id, by: session)
      return ListTable(
        title, DossierScreen.evidenceColumns(of: dossier, context),
        of: DossierScreen.evidence(of: dossier), context)
    case .watch(let rows, let kind):
      return ListTable(
        title, SupervisionScreen.watchColumns(context), of: WatchLine.lines(of: rows, kind: kind),
        context)
    }
  }
}

extension ListOrder {
  /// All that is worth a look, found by looking through every case.
  public static func everythingToWatch(
    in store: Store, by session: Session
  ) throws -> ListOrder {
    var (rows, last): ([WatchRow], CaseID?) = ([], nil)
    repeat {
      let found = try store.watch(after: last, limit: WatchPass.step, by: session)
      (rows, last) = (WatchPass.inOrder(rows + found.rows), found.last)
    } while last != nil
    return .watch(rows, only: nil)
  }

  /// Writes the list where no file is yet, and says how many rows it has and where they are.
  ///
  /// - Throws: As `table(from:by:_:)`; `WritingFault`, or what is wrong with the file.
  public func write(
    to typed: String, in folders: Folders, from store: Store, by session: Session,
    _ context: Context
  ) throws -> Phrase {
    try write(to: typed, replaces: false, in: folders, from: store, by: session, context)
  }

  /// Writes the list; a file that is there is replaced only where that is said.
  func write(
    to typed: String, replaces: Bool, in folders: Folders, from store: Store,
    by session: Session, _ context: Context
  ) throws -> Phrase {
    let file = ListFile(typed: typed)
    let table = try table(from: store, by: session, context)
    try folders.write(
      try table.bytes(as: file.kind, at: store.clock.now()), to: file.name, replaces: replaces)
    let path = try folders.shown(file.name)
    return .listWritten(rows: table.rows.count, path) + folders.fetching([path])
  }
}

/// The code of an invitation, with whom it is for; it is shown once and kept nowhere.
public struct IssuedCode: Sendable, Hashable {
  let person: PersonID
  let code: String
}
