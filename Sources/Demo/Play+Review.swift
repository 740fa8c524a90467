import Criteria
import Foundation
import Procedure
import Store

/// Independent reviews and the sessions that follow them.
extension Play {
  /// A sheet that was begun is written and handed in, or comes as far as the script has it.
  func handIn(_ id: CaseID, by person: PersonID) throws {
    let session = session(person)
    var sheet = SheetScript(script: script, dossier: id).sheet(of: person)
    let left = script.reviews[id]?.unfinished?[person]
    if let left { SheetScript.cut(&sheet, after: left) }
    let slots = Edition.shipped.items.filter { sheet.items[$0.id] != nil }
    let base = try store.draft(of: id, by: session).sheet
    try store.save(
      Set([.head] + slots.map { .item($0.id) }), of: sheet, over: base, in: id, by: session)
    if left == nil { try store.handIn(sheet, in: id, by: session) }
  }

  private func panel(of id: CaseID) -> Panel {
    guard let panel = script.dossier(id)?.panel.map(script.panel) else {
      preconditionFailure("\(id) is not reviewed in the demo")
    }
    return panel
  }

  /// The leader asks, the secretariat releases: as far as the script has it before the sessions.
  func prepareOpening(_ id: CaseID) throws {
    try store.perform(.askOpening, in: id, by: session(panel(of: id).leader))
    if script.dossier(id)?.opening == .released {
      try store.perform(.releaseOpening, in: id, by: secretary)
    }
  }

  /// The sheets are opened by leader and secretariat together (R4).
  func openSession(_ id: CaseID) throws {
    let leader = session(panel(of: id).leader)
    let opening = script.dossier(id)?.opening
    if opening == nil { try store.perform(.askOpening, in: id, by: leader) }
    if opening != .released { try store.perform(.releaseOpening, in: id, by: secretary) }
    try store.perform(.openConsensus, in: id, by: leader)
  }

  /// A session to its conclusion, or as far as the script has it (R6).
  func conductSession(_ id: CaseID) throws {
    guard let review = script.reviews[id] else {
      preconditionFailure("\(id) has no session in the demo")
    }
    let panel = panel(of: id)
    let leader = session(panel.leader)
    let state = try store.dossier(id, by: leader)
    let present = state.members(of: panel).filter { state.isCleared($0) }
    var commands: [CaseCommand] = [.recordAttendance(present: present, absences: [:])]
    for item in Edition.shipped.items {
      guard let percentage = review.settled?[item.id] else { continue }
      if let text = review.discussions?[item.id] { commands.append(.discuss(item.id, text: text)) }
      commands.append(.settle(item.id, percentage, reason: ""))
    }
    if let conclusion = review.conclusion {
      commands.append(.finishConsensus(conclusion: conclusion))
    }
    try store.perform(commands.map { .dossier(id, $0) }, by: leader)
  }
}
