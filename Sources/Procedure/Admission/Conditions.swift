import Criteria
import Foundation

/// What the program finds on a condition from the form's own answers; a person decides.
public enum Judgement: String, Codable, Sendable, CaseIterable {
  case met
  case notMet
  /// A person must decide.
  case open
}

/// Why the program finds what it finds.
public enum ConditionReason: Sendable, Hashable {
  case noForm
  case declared
  case notAnswered(Declaration)
  case declaredNo(Declaration)
  case practised(months: Int)
  case practiceShort(months: Int, years: Int)
  case practiceUnknown
  case exempt(ExemptSector)
  /// Schools and hospitals have no trade rank: compared with their kind by a person.
  case noTradeRank
  case rankMissing
  case kindMayApply(OrganisationKind)
  case publicBody
  case encouragement([Encouragement])
  case neverCondition
  case noGroup
  case groupIncomplete
  case controlled(String, Rule)
  case controlledMeet(Int)
}

/// The finding on one of E1 to E6.
public struct ConditionFinding: Sendable, Hashable {
  public var rule: Rule
  public var judgement: Judgement
  public var reasons: [ConditionReason]
}

extension Rule {
  /// The conditions of application, in their order.
  public static let conditions: [Rule] = [.E1, .E2, .E3, .E4, .E5, .E6]

  /// The conditions that a person decides; E4 is a mark, never a condition.
  public static let decided: [Rule] = [.E1, .E2, .E3, .E5, .E6]
}

/// What the program finds on E1 to E6 (二), from the form's own answers.
///
/// - Parameter day: The day up to which years of practice count: the last day of application.
public func conditionFindings(
  _ application: Application, form: ApplicationForm?, parameters: Parameters, on day: Day
) -> [ConditionFinding] {
  guard let form else {
    return Rule.conditions.map { rule in
      rule == .E4
        ? encouragement(application)
        : ConditionFinding(rule: rule, judgement: .open, reasons: [.noForm])
    }
  }
  return [
    declared(.E1, form.declarations), practice(application, form, parameters, on: day),
    declared(.E3, form.declarations), encouragement(application),
    form.kind == .publicBody
      ? ConditionFinding(rule: .E5, judgement: .notMet, reasons: [.publicBody])
      : ConditionFinding(rule: .E5, judgement: .met, reasons: [.kindMayApply(form.kind)]),
    group(application, form, parameters, on: day),
  ]
}

private func declared(_ rule: Rule, _ answers: [Declaration: Bool]) -> ConditionFinding {
  let asked = Declaration.allCases.filter { $0.rule == rule }
  let denied = asked.filter { answers[$0] == false }
  if !denied.isEmpty {
    return ConditionFinding(
      rule: rule, judgement: .notMet, reasons: denied.map(ConditionReason.declaredNo))
  }
  let silent = asked.filter { answers[$0] == nil }
  if !silent.isEmpty {
    return ConditionFinding(
      rule: rule, judgement: .open, reasons: silent.map(ConditionReason.notAnswered))
  }
  return ConditionFinding(rule: rule, judgement: .met, reasons: [.declared])
}

/// E2: the years, where the sector is not exempt from them, and the place among others.
private func practice(
  _ application: Application, _ form: ApplicationForm, _ parameters: Parameters, on day: Day
) -> ConditionFinding {
  var judgements: [Judgement] = []
  var reasons: [ConditionReason] = []
  if let sector = application.exemptSector, parameters.exemptSectors.contains(sector) {
    reasons.append(.exempt(sector))
    judgements.append(.met)
  } else if let since = form.modelSince {
    let months = since.fullMonths(until: day)
    let isEnough = months >= parameters.yearsOfPractice * 12
    // The form names a month, not a day: in the month of the anniversary a person must decide.
    let isNear = months + 1 == parameters.yearsOfPractice * 12
    judgements.append(isEnough ? .met : isNear ? .open : .notMet)
    reasons.append(
      isEnough
        ? .practised(months: months)
        : .practiceShort(months: months, years: parameters.yearsOfPractice))
  } else {
    judgements.append(.open)
    reasons.append(.practiceUnknown)
  }
  switch form.declarations[.inFront] {
  case true?: break
  case false?:
    judgements.append(.notMet)
    reasons.append(.declaredNo(.inFront))
  case nil:
    judgements.append(.open)
    reasons.append(.notAnswered(.inFront))
  }
  if !form.kind.hasTradeRank {
    judgements.append(.open)
    reasons.append(.noTradeRank)
  } else if form.years.isEmpty || form.years.contains(where: { $0.rank == nil }) {
    judgements.append(.open)
    reasons.append(.rankMissing)
  }
  return ConditionFinding(
    rule: .E2,
    judgement: judgements.contains(.notMet)
      ? .notMet : judgements.contains(.open) ? .open : .met, reasons: reasons)
}

/// E4: a mark to see and filter by, never a condition.
private func encouragement(_ application: Application) -> ConditionFinding {
  ConditionFinding(
    rule: .E4, judgement: .met,
    reasons: application.encouraged.isEmpty
      ? [.neverCondition] : [.encouragement(application.encouraged), .neverCondition])
}

/// E6: every controlled organisation meets E1 to E3.
private func group(
  _ application: Application, _ form: ApplicationForm, _ parameters: Parameters, on day: Day
) -> ConditionFinding {
  // A line left empty on the form names nobody.
  let known = application.controlled.filter { !$0.isBlank }
  let isGroup = !form.group.isBlank || !form.controlled.isEmpty || !known.isEmpty
  guard isGroup else {
    return ConditionFinding(rule: .E6, judgement: .met, reasons: [.noGroup])
  }
  let named = Set(form.controlled.map(\.name))
  var failed: [ConditionReason] = []
  var isOpen = form.controlled.isEmpty || known.contains { !named.contains($0) }
  for organisation in form.controlled {
    for rule in [Rule.E1, .E2, .E3] {
      let finding =
        rule == .E2
        ? controlledPractice(organisation, application, parameters, on: day)
        : declared(rule, organisation.declarations).judgement
      if finding == .notMet { failed.append(.controlled(organisation.name, rule)) }
      if finding == .open { isOpen = true }
    }
  }
  if !failed.isEmpty { return ConditionFinding(rule: .E6, judgement: .notMet, reasons: failed) }
  return isOpen
    ? ConditionFinding(rule: .E6, judgement: .open, reasons: [.groupIncomplete])
    : ConditionFinding(
      rule: .E6, judgement: .met, reasons: [.controlledMeet(form.controlled.count)])
}

private func controlledPractice(
  _ organisation: ControlledOrganisation, _ application: Application, _ parameters: Parameters,
  on day: Day
) -> Judgement {
  if organisation.declarations[.inFront] == false { return .notMet }
  let isExempt = application.exemptSector.map { parameters.exemptSectors.contains($0) } ?? false
  if !isExempt {
    guard let since = organisation.modelSince else { return .open }
    let missing = parameters.yearsOfPractice * 12 - since.fullMonths(until: day)
    if missing == 1 { return .open }
    if missing > 1 { return .notMet }
  }
  return organisation.declarations[.inFront] == nil ? .open : .met
}
