import Criteria
import Foundation

/// What somebody asks for in the cycle.
public enum CycleCommand: Sendable, Hashable {
  /// The edition is the text of an edition file, none for the shipped one.
  case openCycle(year: Int, title: String, parameters: Parameters, edition: String?)
  case invite(Person)
  case change(Person)
  /// The person themself, having made their keys.
  case join(fingerprint: String)
  /// The secretariat, having compared the fingerprint.
  case confirm(PersonID, fingerprint: String)
  case formPanel(Panel)
  case changePanel(Panel)
}

/// What somebody asks for in a case.
public enum CaseCommand: Sendable, Hashable {
  case register(Application)
  case attach(Document)
  case pass(to: Stage, note: String)
  case assignPanel(PanelID)
  case designate(reviewers: [PersonID], due: Day?)
  /// A declaration before the material opens: no interest, or the interest there is (R5).
  case declare(Interest?)
  case recuse(Interest)
  case startReview
  case handIn(Sheet)
  case withdraw(reason: String)
  case askOpening
  case releaseOpening
  /// The leader opens; the store adds the sheets that the two halves open.
  case openConsensus
  case recordAttendance(present: [PersonID], absences: [PersonID: String])
  case discuss(ItemID, text: String)
  case merge(ItemID, Merge)
  case settle(ItemID, Percentage, reason: String)
  case dissent(ItemID, person: PersonID, text: String)
  case finishConsensus(conclusion: String)
  case reopenConsensus(reason: String)
  case arrangeVisit(PanelID, from: Day, until: Day)
  case changeAgenda([AgendaLine])
  case addCheck(Check)
  case tick(CheckID, CheckFinding)
  case proposeSiteMark(ItemID, Percentage, reason: String)
  case settleSiteMark(ItemID, Percentage, reason: String)
  case submitVisit(opinion: String)
}

/// A request to the procedure: `decide` answers with events or a refusal.
public enum Command: Sendable, Hashable {
  case cycle(CycleCommand)
  case file(CaseID, CaseCommand)
}
