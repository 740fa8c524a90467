import Criteria
import Foundation
import GRDB
import Procedure

/// What verified entries say of a case, as one person's keys show it: lists are compared with it.
struct Verdict: Sendable {
  /// The last entry of the case's stream that was looked at.
  var position: Int
  var application: Application
  var year: Int
  var stage: Stage
  var panel: PanelID?
  var onSitePanel: PanelID?
  var assigned: Int
  var handedIn: Int
  /// Tier, total and number of the list, once published (P4).
  var place: Place?
  /// The totals, where the person may know them.
  var material: Points?
  var onSite: Points?
  /// The names of entries without effect, as far as they have any.
  var voids: [EntryName?]
  /// The rows from which it was made, in one digest.
  var seal: Data
  /// Whether the lists left it out, or showed it otherwise, when it was verified.
  var isOdd = false

  /// A place on the published list.
  struct Place: Sendable {
    var tier: Int
    var total: Points
    var number: String
  }

  /// What a replay says; nil where nothing was registered.
  init?(_ replay: DossierReplay) {
    guard let state = replay.state else { return nil }
    position = replay.position
    seal = replay.seal
    (application, year, stage) = (state.application, state.year, state.stage)
    (panel, onSitePanel) = (state.panel, state.onSitePanel)
    assigned = state.assigned.count
    handedIn = state.assigned.count - state.outstanding.count
    place = state.cultivation.map { Place(tier: $0.tier, total: $0.total, number: $0.number) }
    (material, onSite) = (state.materialTotal, state.siteTotal)
    voids = (Array(replay.faults.values) + replay.doubts.values).map(\.name)
  }
}

extension Verdict {
  /// A row of a list as verified entries have it.
  func applied(to row: QueueRow) -> QueueRow {
    var own = row
    (own.application, own.stage, own.year) = (application, stage, year)
    (own.panel, own.onSitePanel) = (panel, onSitePanel)
    (own.assigned, own.handedIn) = (assigned, handedIn)
    (own.tier, own.total, own.listNumber) = (place?.tier, place?.total, place?.number)
    own.comparison = .pending
    let isSame = own == row
    own.comparison = isSame ? .same : .mended
    return own
  }
}

extension Store {
  /// Entries without effect that nobody has noted, and cases that lists left out or showed
  /// otherwise, as far as this person's programs have looked.
  public func oddities(by session: Session) throws -> Int {
    let cycle = try cycle()
    let verdicts = session.verdicts.values
    return cycleCache.faults.unnoted(in: cycle) + session.supervision.faults.unnoted(in: cycle)
      + session.supervision.doubts.unnoted(in: cycle)
      + verdicts.reduce(0) { sum, verdict in
        sum + (verdict.isOdd ? 1 : 0)
          + verdict.voids.count { name in name.map { !cycle.isNoted($0) } ?? true }
      }
  }

  /// What verified entries say of a case; nil where nothing was registered under its number.
  func verdict(of id: CaseID, by session: Session) throws -> Verdict? {
    let last = try read { try LogTable.last($0, in: .dossier(id)) }
    if let known = session.verdicts[id], known.position == last { return known }
    let verdict = Verdict(try replayed(id, by: session))
    session.verdicts[id] = verdict
    return verdict
  }
}
