import Criteria
import Foundation

extension Desk {
  func register(_ application: Application, as id: CaseID) throws(Refusal) -> [Event] {
    if !cycle.acts(actor, as: .secretariat) {
      try requireRole(.districtOfficer, .M7)
      guard cycle.people[actor]?.district == application.district else {
        throw Refusal(.M7, .unknownDistrict)
      }
    }
    guard cycle.year != nil else { throw Refusal(.K, .noCycle) }
    if file != nil { throw Refusal(.K, .numberTaken) }
    guard application.id == id, Self.isWellFormed(id.rawValue) else {
      throw Refusal(.K, .blank(.number))
    }
    try requireText(application.name, .name, .M1)
    try requireText(application.industry, .industry, .M1)
    guard parameters.district(application.district) != nil else {
      throw Refusal(.M7, .unknownDistrict)
    }
    return [.caseRegistered(application: application)]
  }

  /// Numbers name rooms and files: letters, digits and hyphens only.
  static func isWellFormed(_ number: String) -> Bool {
    !number.isEmpty && number.count <= 32
      && number.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// M7: nothing is added or changed once the applications are closed; here, once review begins.
  func attach(_ document: Document, to file: CaseState) throws(Refusal) -> [Event] {
    if !cycle.acts(actor, as: .secretariat) {
      try requireRole(.districtOfficer, .M7)
      guard cycle.people[actor]?.district == file.application.district else {
        throw Refusal(.M7, .unknownDistrict)
      }
    }
    guard file.stage < .independentReview else { throw Refusal(.M7, .frozen) }
    try requireText(document.title, .title, .M1)
    try requireText(document.file, .name, .M1)
    return [.documentAttached(document: document)]
  }

  /// The plain command that moves cases through the stages that have no acts of their own yet.
  func pass(_ file: CaseState, to next: Stage, note: String) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .Q3)
    guard file.stage.plainSuccessors.contains(next) else {
      throw Refusal(.K, .cannotPass(from: file.stage, to: next))
    }
    switch next {
    case .onSiteNotice: try requireTotal(file.materialTotal, line: parameters.materialLine, .R7)
    case .notEntered:
      // Held back although the line is reached, or may be: a reason is due (R7).
      if file.materialTotal.map({ $0 >= parameters.materialLine }) ?? true, note.isBlank {
        throw Refusal(.R7, .blank(.reason), ours: true)
      }
    case .opinions:
      guard let lowest = parameters.tiers.last?.from else { break }
      try requireTotal(file.siteTotal, line: lowest, .S6)
    case .notProposed:
      if file.siteTotal.map({ parameters.tier(of: $0) != nil }) ?? true, note.isBlank {
        throw Refusal(.S6, .blank(.reason), ours: true)
      }
    case .returned:
      if note.isBlank { throw Refusal(.Q1, .blank(.reason), ours: true) }
    case .notQualified: try requireText(note, .reason, .Q3)
    default: break
    }
    return [.stagePassed(to: next, note: note)]
  }

  /// Nothing below the line goes on; nothing goes on whose total is not known to who asks.
  private func requireTotal(_ total: Points?, line: Points, _ rule: Rule) throws(Refusal) {
    guard let total else { throw Refusal(rule, .totalUnknown) }
    if total < line { throw Refusal(rule, .belowLine(total, line: line)) }
  }

  func assign(_ id: PanelID, to file: CaseState) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .R1)
    guard let panel = cycle.panels[id] else { throw Refusal(.R1, .unknownPanel) }
    guard panel.stage == .material else { throw Refusal(.R1, .wrongPanelStage) }
    guard file.stage <= .independentReview else { throw Refusal(.R1, .wrongStage(file.stage)) }
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
