import Criteria
import Foundation

/// Answers a command with the events it leads to.
///
/// Pure: the same desk and command give the same answer.
/// - Throws: `Refusal` with the rule that stands in the way; nothing has changed then.
public func decide(_ command: Command, on desk: Desk) throws(Refusal) -> [Event] {
  switch command {
  case .cycle(let command): try desk.decide(command)
  case .supervision(let command): try desk.decide(command)
  case .file(let id, let command): try desk.decide(command, in: id)
  }
}

extension Desk {
  func decide(_ command: CaseCommand, in id: CaseID) throws(Refusal) -> [Event] {
    if case .register(let application) = command { return try register(application, as: id) }
    let file = try requireFile()
    if let events = try decideAdmission(command, in: file) { return events }
    if let events = try decidePublicity(command, in: file) { return events }
    if let events = try decideCultivation(command, in: file) { return events }
    return try decideReview(command, in: file)
  }

  /// Who reviews, independent review, consensus, on site (R, S).
  private func decideReview(
    _ command: CaseCommand, in file: CaseState
  ) throws(Refusal) -> [Event] {
    switch command {
    case .assignPanel(let panel): return try assign(panel, to: file)
    case .designate(let reviewers, let due):
      return try designate(reviewers, due: due, in: file)
    case .declare(let interest): return try declare(interest, in: file)
    case .recuse(let interest): return try recuse(interest, in: file)
    case .startReview: return try startReview(of: file)
    case .handIn(let sheet): return try handIn(sheet, in: file)
    case .withdraw(let reason): return try withdraw(reason: reason, in: file)
    case .askOpening: return try askOpening(of: file)
    case .releaseOpening: return try releaseOpening(of: file)
    case .openConsensus: return try openConsensus(of: file)
    case .recordAttendance(let present, let absences):
      return try recordAttendance(present, absences: absences, in: file)
    case .discuss(let item, let text): return try discuss(item, text: text, in: file)
    case .merge(let item, let merge): return try self.merge(item, merge, in: file)
    case .settle(let item, let percentage, let reason):
      return try settle(item, at: percentage, reason: reason, in: file)
    case .dissent(let item, let person, let text):
      return try dissent(item, by: person, text: text, in: file)
    case .finishConsensus(let conclusion):
      return try finishConsensus(conclusion: conclusion, in: file)
    case .reopenConsensus(let reason): return try reopenConsensus(reason: reason, in: file)
    case .arrangeVisit(let panel, let from, let until):
      return try arrangeVisit(panel, from: from, until: until, in: file)
    case .changeAgenda(let agenda): return try changeAgenda(agenda, in: file)
    case .addCheck(let check): return try addCheck(check, in: file)
    case .tick(let check, let finding): return try tick(check, finding, in: file)
    case .proposeSiteMark(let item, let percentage, let reason):
      return try propose(item, at: percentage, reason: reason, in: file)
    case .settleSiteMark(let item, let percentage, let reason):
      return try settleOnSite(item, at: percentage, reason: reason, in: file)
    case .submitVisit(let opinion): return try submitVisit(opinion: opinion, in: file)
    default: return []
    }
  }
}
