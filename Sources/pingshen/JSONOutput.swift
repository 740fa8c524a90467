import Criteria
import Foundation
import Procedure
import Store

/// The documented, stable forms of `--json`; new keys may be added, none is renamed or removed.
enum JSONOutput {
  /// A case as lists show it.
  struct QueueCase: Encodable {
    let number: String
    let name: String
    let district: String
    let industry: String
    let stage: Stage
    let due: Day?
    let assigned: Int
    let handedIn: Int
    let duties: [DutyKind]

    init(_ row: QueueRow) {
      number = row.application.id.rawValue
      name = row.application.name
      district = row.application.district.rawValue
      industry = row.application.industry
      (stage, due, assigned, handedIn) = (row.stage, row.due, row.assigned, row.handedIn)
      duties = row.duties
    }
  }

  /// A case with what the person may know of its score.
  struct Case: Encodable {
    let number: String
    let name: String
    let stage: Stage
    /// The score that counts last: on site where there is one, else of the material.
    let total: String?
    let materialTotal: String?
    let onSiteTotal: String?
    let tier: Int?
    let items: [Item]
    let reviewers: [Reviewer]

    struct Item: Encodable {
      let item: String
      let name: String
      let percentage: Int
      let points: String
    }

    struct Reviewer: Encodable {
      let person: String
      let state: SheetRecord.State?
    }

    init(_ dossier: CaseState, cycle: CycleState) {
      number = dossier.id.rawValue
      name = dossier.application.name
      stage = dossier.stage
      materialTotal = dossier.materialTotal?.fixed
      onSiteTotal = dossier.siteTotal?.fixed
      total = (dossier.siteTotal ?? dossier.materialTotal)?.fixed
      tier = dossier.siteTotal.flatMap { cycle.parameters(of: dossier.year).tier(of: $0)?.rank }
      let percentages = Self.percentages(of: dossier)
      items = cycle.edition(of: dossier.year).items.compactMap { item in
        percentages[item.id].map {
          Item(
            item: item.id.rawValue, name: item.name.zh, percentage: $0.value,
            points: item.score($0).fixed)
        }
      }
      reviewers = dossier.designated.map {
        Reviewer(person: $0.rawValue, state: dossier.sheets[$0]?.state)
      }
    }

    /// The percentages of the score that counts last, of finished sessions alone.
    private static func percentages(of dossier: CaseState) -> [ItemID: Percentage] {
      if dossier.siteTotal != nil, let visit = dossier.visit, !visit.percentages.isEmpty {
        return visit.percentages
      }
      if !dossier.results.isEmpty { return dossier.results }
      return dossier.consensusFinished ? dossier.consensus?.percentages ?? [:] : [:]
    }
  }

  /// A running term.
  struct Term: Encodable {
    let number: String
    let name: String
    let kind: TermKind
    let rule: String
    let since: Day
    let until: Day
    let workingDaysLeft: Int
    let provisional: Bool

    init(_ row: TermRow, today: Day, calendar: WorkingCalendar) {
      (number, name) = (row.dossier.rawValue, row.name)
      (kind, rule) = (row.term.kind, row.term.rule.rawValue)
      (since, until, provisional) = (row.term.since, row.term.until, row.term.provisional)
      workingDaysLeft = calendar.workingDays(from: today, to: row.term.until)
    }
  }

  /// A row of the log.
  struct LogRow: Encodable {
    let position: Int
    let id: String
    let time: String
    let arrived: String
    let author: String
    let stream: String
    let kind: String
    let room: String?
    let sealed: Bool
    let rejected: Bool

    init(_ row: HistoryRow) {
      position = row.position
      id = row.entryID
      time = row.time.description
      arrived = row.arrived.description
      author = row.author.rawValue
      stream = row.stream.rawValue
      (kind, room, sealed, rejected) = (row.kind, row.room, row.act == nil, row.isRejected)
    }
  }

  /// A person.
  struct PersonRow: Encodable {
    let id: String
    let name: String
    let roles: [Procedure.Role]
    let district: String?
    let standing: Standing
    let active: Bool
    let fingerprint: String?

    init(_ account: Account) {
      id = account.person.id.rawValue
      name = account.person.name
      roles = account.person.roles
      district = account.person.district?.rawValue
      standing = account.standing
      active = account.person.active
      fingerprint = account.fingerprint
    }
  }

  /// Prints a value with sorted keys.
  static func write(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    Output.json(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
