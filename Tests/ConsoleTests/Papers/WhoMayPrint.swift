import Demo
import Foundation
import Procedure
import Reports
import Store

@testable import Console

/// Who can print which paper of a case, and when: every paper, every person of the demo, every stage.
///
/// Kept as text in `who-may-print.txt` beside this file, for people to read: a cell says of how many of
/// the cases of a stage somebody can print a paper, a paper of several people or directions once.
struct WhoMayPrint {
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("who-may-print.txt")

  /// One of every role: secretariat, leader and reviewers of material panels, leader on site, district,
  /// supervision.
  static let people: [PersonID] = [
    "chenmi", "zhaoyi", "qianer", "zhengqi", "shenbin", "hejian",
  ]

  /// The stores of the demo, one after the other in one table.
  static func table() throws -> String {
    try DemoStage.allCases.map(table).joined(separator: "\n")
  }

  private static func table(_ stage: DemoStage) throws -> String {
    let rig = try Rig(stage)
    var counts: [Stage: [Paper: [PersonID: Int]]] = [:]
    var cases: [Stage: Int] = [:]
    for person in people {
      try rig.signIn(person)
      guard let session = rig.backstage.session else { continue }
      let store = rig.backstage.store
      for dossier in try WhoMayPrint.cases(of: session, in: store) {
        if person == people[0] { cases[dossier.stage, default: 0] += 1 }
        let orders = PaperDesk(dossier: dossier, person: person, cycle: try store.cycle()).orders
        for paper in Set(orders.map(\.paper)) {
          counts[dossier.stage, default: [:]][paper, default: [:]][person, default: 0] += 1
        }
      }
    }
    var lines = ["== demo \(stage.rawValue)"]
    for step in Stage.allCases {
      guard let found = counts[step] else { continue }
      lines.append("-- \(step.rawValue): \(cases[step] ?? 0)")
      lines.append(row("", people.map(\.rawValue)))
      for paper in Paper.allCases {
        guard let cells = found[paper] else { continue }
        lines.append(row(paper.rawValue, people.map { cells[$0].map(String.init) ?? "·" }))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    let cells = cells.map { $0 + String(repeating: " ", count: max(1, 9 - $0.count)) }
    let line = name + String(repeating: " ", count: max(1, 20 - name.count)) + cells.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// Every case that a person's lists show.
  static func cases(of session: Session, in store: Store) throws -> [CaseState] {
    let query = QueueQuery(scope: .all, order: .number)
    let rows = try store.queue(
      query, limit: max(1, try store.count(query, by: session)), by: session)
    return try rows.map { try store.dossier($0.application.id, by: session) }
  }
}
