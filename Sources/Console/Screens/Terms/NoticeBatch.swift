import Foundation
import Procedure
import Store

/// What the page of notices lists in one row: cases that are published or closed together.
struct NoticeBatch: Sendable, Hashable, Identifiable {
  /// A batch by what it is, wherever it stands in the list and whatever cases it has.
  struct ID: Sendable, Hashable {
    let kind: Kind
    let since: Day?
  }

  /// How far the cases are.
  enum Kind: Sendable, Hashable {
    /// Can be put on notice now.
    case ready(NoticeKind)
    /// Approved; the list can be published (P4).
    case readyList
    /// On notice under a number.
    case running(NoticeKind, number: String)
    /// Published this year under a number.
    case listed(number: String)
  }

  /// A case of a batch, by what is clear for all.
  struct Member: Sendable, Hashable, Identifiable {
    let dossier: CaseID
    let name: String
    let district: DistrictCode
    let stage: Stage

    var id: CaseID { dossier }

    init(_ row: QueueRow) {
      (dossier, name) = (row.application.id, row.application.name)
      (district, stage) = (row.application.district, row.stage)
    }

    init(_ row: TermRow) {
      (dossier, name, district, stage) = (row.dossier, row.name, row.district, row.stage)
    }
  }

  let kind: Kind
  var members: [Member]
  /// Of a notice that runs: its first and last day, and whether the last may still move (W).
  var since: Day?
  var until: Day?
  var isProvisional = false

  var id: ID { ID(kind: kind, since: since) }

  /// The notice with its number, or the final list.
  var title: Phrase {
    switch kind {
    case .ready(let notice): .notice(notice)
    case .running(let notice, let number): .notice(notice) + .plain(" \(number)")
    case .readyList: .Terms.list
    case .listed(let number): .Terms.list + .plain(" \(number)")
    }
  }

  /// The first few of a batch by name, and how many there are.
  static func names(of cases: [Member]) -> Phrase {
    .Terms.named(cases.prefix(6).map(\.name), of: cases.count)
  }

  /// The kind of notice; none of the final list.
  var notice: NoticeKind? {
    switch kind {
    case .ready(let notice), .running(let notice, _): notice
    case .readyList, .listed: nil
    }
  }

  /// The rule that asks for it.
  var rule: Rule { notice?.rule ?? .P4 }

  /// The paper that it is among those that can be corrected; nil before it is published.
  var corrected: String? {
    switch kind {
    case .running(.qualification, let number):
      CorrectablePaper.name(of: .qualificationNotice, 1, number)
    case .running(.onSite, let number): CorrectablePaper.name(of: .onSiteNotice, 1, number)
    case .running(.proposal, let number): CorrectablePaper.name(of: .proposalNotice, 1, number)
    case .listed(let number): CorrectablePaper.name(of: .list, 1, number)
    case .ready, .readyList: nil
    }
  }

  /// Whether its cases can be published together now.
  var isReady: Bool {
    switch kind {
    case .ready, .readyList: true
    case .running, .listed: false
    }
  }

  /// Whether a notice ran to the end of its last day.
  func isOver(on day: Day) -> Bool {
    if case .running = kind, let until { return until < day }
    return false
  }

  /// What publishes one of its cases under a number.
  func publication(of dossier: CaseID, number: String) -> Command? {
    switch kind {
    case .ready(let notice): .dossier(dossier, .publishNotice(notice, number: number))
    case .readyList: .dossier(dossier, .publishList(number: number))
    case .running, .listed: nil
    }
  }
}

extension NoticeBatch {
  /// Where the cases that can be published stand, and what waits for the secretariat there.
  private static let sources: [(kind: Kind, stage: Stage, duty: DutyKind)] = [
    (.ready(.qualification), .qualification, .publishNotice),
    (.ready(.onSite), .leadersMeeting, .publishNotice),
    (.ready(.proposal), .opinions, .publishNotice), (.readyList, .approval, .publishList),
  ]

  /// The stages of which the cases are asked for.
  static let stages = sources.map(\.stage)

  /// What can be published, by stage; empty rows too, so that their place stays.
  static func ready(_ stages: [Stage: [QueueRow]]) -> [NoticeBatch] {
    sources.map { source in
      NoticeBatch(
        kind: source.kind,
        members: (stages[source.stage] ?? []).filter { $0.duties.contains(source.duty) }
          .map(Member.init))
    }
  }

  /// The notices that run, the earliest end first, each with the cases under its number.
  static func running(_ terms: [TermRow]) -> [NoticeBatch] {
    var batches: [NoticeBatch] = []
    for row in terms {
      guard let notice = NoticeKind.allCases.first(where: { $0.term == row.term.kind }) else {
        continue
      }
      let kind = Kind.running(notice, number: row.term.number ?? "")
      let place = batches.firstIndex {
        $0.kind == kind && $0.since == row.term.since && $0.until == row.term.until
      }
      if let place {
        batches[place].members.append(Member(row))
      } else {
        batches.append(
          NoticeBatch(
            kind: kind, members: [Member(row)], since: row.term.since, until: row.term.until,
            isProvisional: row.term.provisional))
      }
    }
    for place in batches.indices { batches[place].members.sort { $0.dossier < $1.dossier } }
    return batches.sorted {
      ($0.until ?? .distant, $0.rule.rawValue) < ($1.until ?? .distant, $1.rule.rawValue)
    }
  }

  /// The lists that were published this year, by their numbers.
  static func listed(_ rows: [QueueRow], year: Int?) -> [NoticeBatch] {
    let published = rows.filter { $0.year == year && $0.listNumber != nil }
    return Dictionary(grouping: published) { $0.listNumber ?? "" }.sorted { $0.key < $1.key }
      .map { NoticeBatch(kind: .listed(number: $0.key), members: $0.value.map(Member.init)) }
  }
}

extension NoticeKind {
  /// The kind of term that runs while it is on.
  var term: TermKind {
    switch self {
    case .qualification: .qualificationNotice
    case .onSite: .onSiteNotice
    case .proposal: .proposalNotice
    }
  }
}

extension Day {
  /// Later than any term.
  fileprivate static let distant = Day(daysSinceEpoch: .max)
}
