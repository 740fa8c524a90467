import Criteria
import Foundation
import Procedure
import Terminal

/// The checks of a visit under their items, category by category (S3).
struct Checklist: Sendable {
  /// A line of the list.
  enum Row: Sendable {
    case item(Item)
    case check(Check)

    /// The check, where the line is one.
    var check: Check? {
      if case .check(let check) = self { check } else { nil }
    }
  }

  /// The checks of one category.
  struct Section: Sendable {
    let category: Criteria.Category
    let rows: [Row]
    /// Checks looked into, and all of them, whether shown or not.
    let done: Int
    let total: Int
  }

  /// The categories that have something to show.
  let sections: [Section]
  /// How many checks came to what.
  let outcomes: [CheckOutcome: Int]
  let total: Int

  /// The checks looked into.
  var done: Int { outcomes.values.reduce(0, +) }

  /// No checks.
  init() { (sections, outcomes, total) = ([], [:], 0) }

  /// The checks of a visit; only those nobody has looked into where so asked.
  init(_ visit: Visit, edition: Edition, onlyOpen: Bool) {
    sections = edition.categories.compactMap { category in
      var rows: [Row] = []
      var (done, total) = (0, 0)
      for item in category.items {
        let checks = visit.checks.filter { $0.item == item.id }
        total += checks.count
        done += checks.count { visit.tick($0.id) != nil }
        let shown = onlyOpen ? checks.filter { visit.tick($0.id) == nil } : checks
        if !shown.isEmpty { rows += [.item(item)] + shown.map(Row.check) }
      }
      return rows.isEmpty
        ? nil : Section(category: category, rows: rows, done: done, total: total)
    }
    var outcomes: [CheckOutcome: Int] = [:]
    for check in visit.checks {
      if let tick = visit.tick(check.id) { outcomes[tick.finding.outcome, default: 0] += 1 }
    }
    self.outcomes = outcomes
    total = visit.checks.count
  }
}

extension CheckOutcome {
  /// The outcome that the space key goes on to.
  var next: CheckOutcome {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }

  /// The sign in lists; its word stands beside it wherever there is room.
  var sign: String {
    switch self {
    case .met: "✓"
    case .partly: "◐"
    case .unmet: "✗"
    case .notApplicable: "–"
    }
  }

  /// The style of its sign.
  var style: Style {
    switch self {
    case .met: .good
    case .partly: .warning
    case .unmet: .bad
    case .notApplicable: .dim
    }
  }
}
