import Foundation
import Procedure
import Store
import Terminal

@testable import Console
@testable import Procedure
@testable import Store

/// What becomes of every list that is read while a form stands open.
enum ListChange: String, CaseIterable {
  case firstIsGone
  case anotherStandsFirst
  case turnedRound
  case allIsGone

  private func changed<Row>(_ rows: [Row], _ another: (Row) -> Row) -> [Row] {
    switch self {
    case .firstIsGone: Array(rows.dropFirst())
    case .anotherStandsFirst: rows.prefix(1).map(another) + rows
    case .turnedRound: rows.reversed()
    case .allIsGone: []
    }
  }

  private static let other = Application(
    id: "HZ26-9999", name: "另一家", district: "330108", industry: "化工")

  func changed(_ reply: Reply) -> Reply {
    switch reply {
    case .queue(let query, let offset, let rows, _):
      let now = changed(rows) { row in
        var row = row
        row.application = Self.other
        return row
      }
      return .queue(query, offset: offset, rows: now, total: now.count)
    case .counts(var counts):
      if self == .anotherStandsFirst { counts.lastNumber = "HZ26-9999" }
      if self == .allIsGone { counts.lastNumber = nil }
      return .counts(counts)
    case .accounts(let accounts, let title):
      let now = changed(accounts) { account in
        var account = account
        (account.person.id, account.standing) = ("aaaa", .joined)
        return account
      }
      return .accounts(now, title)
    case .terms(let kinds, let offset, let rows, _):
      let now = changed(rows) { row in
        var row = row
        row.dossier = Self.other.id
        row.term.number = "另一号"
        return row
      }
      return .terms(kinds, offset: offset, rows: now, total: now.count)
    case .letters(let offset, let rows, _, let due):
      let now = changed(rows) { row in
        var row = row
        row.dossier = Self.other.id
        return row
      }
      return .letters(offset: offset, rows: now, total: now.count, due: due)
    case .history(let query, let before, let rows):
      let now = changed(rows) { row in
        var row = row
        (row.position, row.entryID) = (row.position + 1, "9999")
        return row
      }
      return .history(query, before: before, rows: now)
    case .supervision(let state): return .supervision(changed(state))
    case .dossiers(let dossiers): return .dossiers(changed(dossiers) { $0 })
    default: return reply
    }
  }

  private func changed(_ state: SupervisionState) -> SupervisionState {
    var state = state
    switch self {
    case .firstIsGone: state.listed.first.map { state.investigations[$0.complaint.id] = nil }
    case .anotherStandsFirst:
      var complaint = Complaint(id: "A0", topic: .fairness, source: .anonymous, text: "另一件")
      complaint.person = "aaaa"
      state.apply(
        .complaintLodged(complaint: complaint), by: "p",
        at: Moment(day: Day("2026-01-01")!, hour: 1))
    case .turnedRound:
      for id in state.investigations.keys {
        state.apply(
          .investigationClosed(
            complaint: id, outcome: .partly, measure: .corrected, finding: "先结"),
          by: "other", at: Rig.now)
      }
    case .allIsGone: state = SupervisionState()
    }
    return state
  }
}
