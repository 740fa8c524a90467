import Criteria
import Foundation
import Procedure
import Terminal

@testable import Console
@testable import Procedure

/// What others do in the review of a case, its consensus and its visit.
extension OthersChange {
  private static var today: Day { Rig.now.day }
  private static let low = Percentage(5)!
  private static let interest = Interest(ground: .other)
  private static let items = Edition.shipped.items.map(\.id)

  private static func members(_ dossier: CaseState, _ cycle: CycleState) -> [PersonID] {
    [dossier.panel, dossier.onSitePanel].compactMap { $0 }
      .flatMap { cycle.panels[$0]?.members ?? [] }
  }

  static let reviewChanges: [OthersChange] = [
    .event("the first member stepped back") { dossier, cycle in
      members(dossier, cycle).prefix(1).map { .personRecused(person: $0, interest: interest) }
    },
    .event("the last member stepped back") { dossier, cycle in
      members(dossier, cycle).suffix(1).map { .personRecused(person: $0, interest: interest) }
    },
    .event("everybody stepped back") { dossier, cycle in
      members(dossier, cycle).map { .personRecused(person: $0, interest: interest) }
    },
    .event("everybody declared") { dossier, cycle in
      members(dossier, cycle).map { .declarationSigned(person: $0, interest: nil) }
    },
    .event("another panel was assigned") { dossier, cycle in
      cycle.currentPanels.filter { $0.stage == .material && $0.id != dossier.panel }.prefix(1)
        .map { .panelAssigned(panel: $0.id) }
    },
    .event("others were designated") { dossier, cycle in
      [
        .reviewersDesignated(
          reviewers: Array(members(dossier, cycle).suffix(2)), due: today.adding(days: 2))
      ]
    },
    .event("the sheets were withdrawn") { dossier, _ in
      dossier.sheets.keys.sorted().map {
        .sheetWithdrawn(reviewer: $0, revision: 1, reason: "再看")
      }
    },
    .event("opening was asked for and released") { _, _ in [.openingAsked, .openingReleased] },
    .event("consensus was opened anew") { _, _ in [.consensusOpened(revision: 2, threshold: 20)] },
    .event("attendance was recorded") { dossier, cycle in
      let members = members(dossier, cycle)
      return [
        .attendanceRecorded(
          present: Array(members.prefix(1)),
          absences: Dictionary(members.dropFirst().map { ($0, "出差") }) { $1 })
      ]
    },
    .event("every item was discussed") { _, _ in
      items.map { .itemDiscussed(item: $0, text: "已议") }
    },
    .event("every item was settled") { _, _ in
      items.map { .itemSettled(item: $0, percentage: low, reason: "已定") }
    },
    .event("every item has no remarks left") { _, _ in
      items.map { .itemMerged(item: $0, merge: Merge()) }
    },
    .event("every item lost its first remark") { dossier, _ in
      items.map { item in
        var merge = dossier.consensus?.merge(of: item) ?? Merge()
        merge.comments = Array(merge.comments.dropFirst())
        return .itemMerged(item: item, merge: merge)
      }
    },
    .event("dissent was recorded") { dossier, cycle in
      members(dossier, cycle).suffix(1).map {
        .dissentRecorded(item: items[0], person: $0, text: "不同意")
      }
    },
    .event("consensus was finished") { _, _ in
      [
        .consensusConcluded(total: Points(whole: 600), conclusion: "先结"),
        .consensusFinished(revision: 1),
      ]
    },
    .event("consensus was reopened") { _, _ in [.consensusReopened(revision: 2, reason: "再议")] },
  ]

  private static let point = CheckPoint(
    item: "4.1.2", text: "另加一项", method: .documents, origin: .examiner)
  private static let line = AgendaLine(
    kind: .panelMeeting, day: today.adding(days: -400), time: "00:10", title: "另加一行")
  private static let finding = CheckFinding(
    outcome: .unmet, method: .viewing, evidence: "先查", place: "别处", asked: "别人")

  static let visitChanges: [OthersChange] = [
    .event("the visit was arranged anew") { dossier, _ in
      dossier.onSitePanel.map {
        [
          .visitArranged(
            panel: $0, from: today.adding(days: 60), until: today.adding(days: 62))
        ]
      } ?? []
    },
    .event("a visit was prepared anew") { _, _ in
      [.visitPrepared(material: [:], checks: [point], agenda: [line])]
    },
    .event("a check stands before the others") { _, _ in [.checkAdded(check: point)] },
    OthersChange(
      name: "the first check counts for nothing",
      dossier: { dossier, _ in
        if dossier.visit?.checks.isEmpty == false { dossier.visit?.checks.removeFirst() }
      }),
    .event("every check was ticked") { dossier, _ in
      (dossier.visit?.checks ?? []).map { .checkTicked(check: $0.id, finding: finding) }
    },
    .event("a line of the agenda stands before the others") { dossier, _ in
      [.agendaChanged(agenda: [line] + (dossier.visit?.agenda ?? []))]
    },
    .event("the first line of the agenda is gone") { dossier, _ in
      [.agendaChanged(agenda: Array((dossier.visit?.agenda ?? []).dropFirst()))]
    },
    .event("every line of the agenda is another") { dossier, _ in
      [
        .agendaChanged(
          agenda: (dossier.visit?.agenda ?? []).map {
            AgendaLine(kind: $0.kind, day: $0.day, time: $0.time, title: $0.title + "改")
          })
      ]
    },
    .event("every mark was proposed and settled") { _, _ in
      items.flatMap { item -> [Event] in
        [
          .siteMarkProposed(item: item, percentage: low, reason: "先提"),
          .siteMarkSettled(item: item, percentage: low, reason: "先定"),
        ]
      }
    },
    .event("the visit was submitted") { _, _ in
      [.visitConcluded(total: Points(whole: 600), opinion: "先交"), .visitSubmitted]
    },
    OthersChange(name: "there is no visit", dossier: { dossier, _ in dossier.visit = nil }),
  ]
}
