import Criteria
import Foundation

extension Desk {
  /// Numbers name rooms and files: letters, digits and hyphens only.
  static func isWellFormed(_ number: String) -> Bool {
    !number.isEmpty && number.count <= 32
      && number.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  func assign(_ id: PanelID, to file: CaseState) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .R1)
    guard let panel = cycle.panels[id] else { throw Refusal(.R1, .unknownPanel) }
    guard panel.stage == .material else { throw Refusal(.R1, .wrongPanelStage) }
    try requireStage(.independentReview, in: file, .R1)
    if let begun = file.sheets.keys.sorted().first { throw Refusal(.R1, .workBegun(begun)) }
    if let block = conflict(of: panel.leader, in: file) {
      throw Refusal(.R5, .conflict(panel.leader, block))
    }
    return [.panelAssigned(panel: id)]
  }

  func declare(_ interest: Interest?, in file: CaseState) throws(Refusal) -> [Event] {
    guard cycle.isReady(actor) else { throw Refusal(.K, .notReady(actor)) }
    guard isInvolved(actor, in: file) else { throw Refusal(.R5, .needsMembership) }
    if file.declarations[actor] != nil { throw Refusal(.R5, .alreadyDeclared) }
    if interest == nil, let block = conflict(of: actor, in: file) {
      throw Refusal(.R5, .conflict(actor, block))
    }
    return [.declarationSigned(person: actor, interest: interest)]
  }

  /// A recusal at any time, in the middle of the work as before it (R5).
  func recuse(_ interest: Interest, in file: CaseState) throws(Refusal) -> [Event] {
    guard cycle.isReady(actor) else { throw Refusal(.K, .notReady(actor)) }
    guard isInvolved(actor, in: file) else { throw Refusal(.R5, .needsMembership) }
    if file.stepsBack(actor) { throw Refusal(.R5, .alreadyRecused) }
    return [.personRecused(person: actor, interest: interest)]
  }

  /// Whether a person sits in one of the case's panels.
  private func isInvolved(_ person: PersonID, in file: CaseState) -> Bool {
    [file.panel, file.onSitePanel].compactMap { $0 }.contains {
      cycle.panels[$0]?.members.contains(person) == true
    }
  }
}
