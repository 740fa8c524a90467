import Criteria
import Foundation

/// Everything a decision may look at: who asks, when, and the state they see.
///
/// No clock, no disk, no chance: the caller fills it.
public struct Desk: Sendable {
  public let cycle: CycleState
  /// The case in question; none before its registration and for commands of the cycle.
  public let dossier: CaseState?
  /// The case by clear judgement, where it differs from `dossier`: what `admit` is asked of, so that
  /// it answers the same whoever holds which keys.
  public let clear: CaseState?
  public let actor: PersonID
  public let now: Moment
  /// What supervision knows, where the actor may read it.
  public let supervision: SupervisionState?
  /// The applications that are still under way, for closing a cycle.
  public let openDossiers: [CaseID]?
  /// The visits of other cases that are set or under way, for setting one (S1).
  public let visits: [PanelVisit]
  /// What the number that is asked for was used for before.
  public let numbers: [UsedNumber]
  /// The copies that may hold what a gate must not miss, for acts that are one.
  public let unheard: [UnheardCopy]
  /// Whether somebody asks now: what they cannot know is refused then, and not left unasked.
  private(set) var isLive = false

  /// A desk with everything on it.
  public init(
    cycle: CycleState, dossier: CaseState?, clear: CaseState? = nil, actor: PersonID, now: Moment,
    supervision: SupervisionState? = nil, openDossiers: [CaseID]? = nil,
    visits: [PanelVisit] = [], numbers: [UsedNumber] = [], unheard: [UnheardCopy] = []
  ) {
    self.cycle = cycle
    self.dossier = dossier
    self.clear = clear
    self.actor = actor
    self.now = now
    self.supervision = supervision
    self.openDossiers = openDossiers
    self.visits = visits
    self.numbers = numbers
    self.unheard = unheard
  }

  /// The desk of somebody who asks now.
  var asked: Desk {
    var desk = self
    desk.isLive = true
    return desk
  }

  /// The desk with another case on it.
  func desk(with dossier: CaseState?, clear: CaseState?) -> Desk {
    var desk = Desk(
      cycle: cycle, dossier: dossier, clear: clear, actor: actor, now: now,
      supervision: supervision, openDossiers: openDossiers, visits: visits, numbers: numbers,
      unheard: unheard)
    desk.isLive = isLive
    return desk
  }

  var calendar: WorkingCalendar { cycle.calendar }
  /// Those of the year in which the case was registered; for the cycle those in force.
  var parameters: Parameters { cycle.parameters(of: dossier?.year) }
  var edition: Edition { cycle.edition(of: dossier?.year) }

  /// A term of working days from a day, today unless it is another (W).
  func term(_ days: Int, after day: Day? = nil) -> Term {
    calendar.term(days: days, after: day ?? now.day, countFirst: parameters.firstDayCounts)
  }

  // MARK: Who asks

  /// Somebody who was let in and may work.
  func requireReady() throws(Refusal) {
    guard cycle.isReady(actor) else { throw Refusal(.K, .notReady(actor)) }
  }

  func requireRole(_ role: Role, _ rule: Rule) throws(Refusal) {
    try requireReady()
    guard cycle.acts(actor, as: role) else { throw Refusal(rule, .needsRole(role)) }
  }

  func requireStage(_ stages: Stage..., in dossier: CaseState, _ rule: Rule) throws(Refusal) {
    guard stages.contains(dossier.stage) else { throw Refusal(rule, .wrongStage(dossier.stage)) }
  }

  /// The panel of a case for a stage of review.
  func requirePanel(_ stage: PanelStage, of dossier: CaseState, _ rule: Rule) throws(Refusal)
    -> Panel
  {
    let id = stage == .material ? dossier.panel : dossier.onSitePanel
    guard let id, let panel = cycle.panels[id] else { throw Refusal(rule, .noPanel) }
    return panel
  }

  /// The panel, of which the actor must be the acting leader here, with a clear declaration (R5).
  func requireLeader(_ stage: PanelStage, of dossier: CaseState, _ rule: Rule) throws(Refusal)
    -> Panel
  {
    let panel = try requirePanel(stage, of: dossier, rule)
    try requireReady()
    let leader = dossier.actingLeader(of: panel, in: cycle)
    guard leader == actor else { throw Refusal(rule, .needsLeader(leader)) }
    guard dossier.isCleared(actor) else { throw Refusal(.R5, .notDeclared) }
    return panel
  }

  /// The panel, of which the actor must be a member with a clear declaration here (R5).
  func requireMember(_ stage: PanelStage, of dossier: CaseState, _ rule: Rule) throws(Refusal)
    -> Panel
  {
    let panel = try requirePanel(stage, of: dossier, rule)
    try requireReady()
    guard panel.members.contains(actor) else { throw Refusal(rule, .needsMembership) }
    if dossier.recusals[actor] != nil { throw Refusal(.R5, .alreadyRecused) }
    guard dossier.isCleared(actor) else { throw Refusal(.R5, .notDeclared) }
    return panel
  }

  @discardableResult
  func requireItem(_ id: ItemID, _ rule: Rule) throws(Refusal) -> Item {
    guard let item = edition.item(id) else { throw Refusal(rule, .unknownItem) }
    return item
  }

  func requireText(_ text: String, _ field: Refusal.Field, _ rule: Rule) throws(Refusal) {
    if text.isBlank { throw Refusal(rule, .blank(field)) }
  }

  /// Numbers name rooms and files: letters, digits and hyphens only.
  static func isWellFormed(_ number: String) -> Bool {
    !number.isEmpty && number.count <= 32
      && number.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// What is recorded lies neither ahead nor before what it follows.
  func requirePast(
    _ day: Day, since first: Day, _ bound: DayFault.Bound, _ rule: Rule
  ) throws(Refusal) {
    if day < first { throw Refusal(rule, .badDates(.before(first, bound))) }
    if day > now.day { throw Refusal(rule, .badDates(.inFuture)) }
  }

  /// What keeps a person from this application: declared, recused or recorded (R5).
  func conflict(of person: PersonID, in dossier: CaseState) -> ConflictBlock? {
    if let interest = dossier.recusals[person] ?? dossier.declarations[person] ?? nil {
      return .declared(interest.ground)
    }
    guard parameters.keeps(.recordedConflicts) else { return nil }
    return cycle.people[person]?.recordedConflict(with: dossier.application)
  }
}
