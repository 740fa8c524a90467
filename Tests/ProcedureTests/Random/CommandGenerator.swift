import Criteria
import Procedure

/// Makes commands: mostly what the stage of a case calls for, by the right person, now and then
/// anything by anybody.
struct CommandGenerator {
  var chance: SplitMix
  private let ids: [CaseID] = ["HZ26-0001", "HZ26-0002", "HZ26-0003", "HZ26-0004", "HZ26-0005"]
  static let everybody = Cast.people.map(\.id) + [Cast.stranger]
  static let items = Edition.shipped.items.map(\.id)

  init(seed: UInt64) { chance = SplitMix(seed: seed) }

  /// The next command for a world, with its actor.
  mutating func next(in world: World) -> (Command, PersonID) {
    if chance.chance(3) { return cycleCommand(in: world) }
    if chance.chance(4) { return supervisionCommand(in: world) }
    var id = chance.pick(ids)
    // Mostly where something waits.
    if let idle = world.dossiers[id], duties(in: idle, cycle: world.cycle).isEmpty,
      chance.chance(70)
    {
      id = chance.pick(ids)
    }
    guard let dossier = world.dossiers[id] else {
      return (.dossier(id, .register(Cast.application(id))), Cast.office)
    }
    if chance.chance(10) {
      let command = chance.chance(50) ? anyCommand(dossier) : anyFrameCommand(dossier, world)
      return (.dossier(id, command), chance.pick(Self.everybody))
    }
    if dossier.stage > .qualificationNotice, chance.chance(1) {
      return (.dossier(id, .recuse(Interest(ground: .other))), chance.pick(Self.everybody))
    }
    let (command, actor) = fitting(dossier, world)
    return (command, chance.chance(5) ? chance.pick(Self.everybody) : actor)
  }

  /// How many days pass before the next command, mostly none.
  mutating func daysPassing(in world: World) -> Int {
    let isQuiet = world.dossiers.count == ids.count && world.openDossiers.isEmpty
    if isQuiet { return chance.chance(8) ? Int.random(in: 10...150, using: &chance) : 0 }
    return chance.chance(3) ? Int.random(in: 1...8, using: &chance) : 0
  }

  private mutating func cycleCommand(in world: World) -> (Command, PersonID) {
    if chance.chance(40) { return yearCommand(in: world) }
    let number = world.cycle.people.count
    let person = Person(id: PersonID("q\(number)"), name: name(), roles: [.expert])
    switch Int.random(in: 0..<6, using: &chance) {
    case 0: return (.cycle(.invite(person)), Cast.office)
    case 1:
      let invited = world.cycle.standing.filter { $0.value == .invited }.keys.sorted()
      let who = invited.isEmpty ? Cast.leader : chance.pick(invited)
      return (.cycle(.join(fingerprint: "f-\(who)")), who)
    case 2:
      let joined = world.cycle.standing.filter { $0.value == .joined }.keys.sorted()
      let who = joined.isEmpty ? Cast.invited : chance.pick(joined)
      return (.cycle(.confirm(who, fingerprint: "f-\(who)")), Cast.office)
    case 3:
      var changed = world.cycle.people[chance.pick(Cast.reviewers)]!
      changed.expertise = [name()]
      changed.active = chance.chance(85)
      return (.cycle(.change(changed)), Cast.office)
    case 4:
      var panel = Cast.material
      panel.id = PanelID("m\(Int.random(in: 3..<40, using: &chance))")
      // Without one of them, who may have an interest somewhere.
      panel.members.removeAll { $0 == chance.pick(Cast.reviewers) && $0 != panel.leader }
      if let deputy = panel.deputy, !panel.members.contains(deputy) { panel.deputy = nil }
      return (.cycle(.formPanel(panel)), Cast.office)
    default:
      var panel = chance.pick([Cast.material, Cast.onSite])
      if chance.chance(50), let deputy = panel.deputy {
        (panel.leader, panel.deputy) = (deputy, panel.leader)
      }
      return (.cycle(.changePanel(panel)), Cast.office)
    }
  }

  /// What the case waits for, by who is to do it.
  private mutating func fitting(_ dossier: CaseState, _ world: World) -> (Command, PersonID) {
    let waiting = duties(in: dossier, cycle: world.cycle)
    guard !waiting.isEmpty else {
      let command = chance.chance(50) ? anyCommand(dossier) : anyFrameCommand(dossier, world)
      return (.dossier(dossier.id, command), Cast.office)
    }
    let duty = chance.pick(waiting)
    if let (command, actor) = frame(duty, dossier, world) { return (command, actor) }
    let (command, actor) = review(duty, dossier, world)
    return (.dossier(dossier.id, command), actor)
  }

  private mutating func review(
    _ duty: Duty, _ dossier: CaseState, _ world: World
  ) -> (CaseCommand, PersonID) {
    let actor: PersonID = if case .person(let person) = duty.holder { person } else { Cast.office }
    switch duty.kind {
    case .assignPanel:
      let panels = world.cycle.currentPanels.filter { $0.stage == .material && $0.id != "m2" }
      return (.assignPanel(panels.isEmpty ? "m1" : chance.pick(panels).id), actor)
    case .declare:
      let interest = chance.chance(4) ? Interest(ground: .competitor, note: text()) : nil
      return (.declare(interest), actor)
    case .designate:
      let reviewers = members(of: dossier, world).filter(world.cycle.isReady)
      return (.designate(reviewers: reviewers, due: nil), actor)
    case .review:
      if dossier.sheets[actor]?.state == .started { return (.handIn(sheet()), actor) }
      return (.startReview, actor)
    case .askOpening, .release, .openConsensus:
      if chance.chance(8) { return (.withdraw(reason: text()), chance.pick(Cast.reviewers)) }
      switch duty.kind {
      case .askOpening: return (.askOpening, actor)
      case .release: return (.releaseOpening, actor)
      default: return (.openConsensus, actor)
      }
    case .consensus: return (inConsensus(dossier, actor, world), actor)
    case .arrangeVisit:
      let from = world.freeDay(of: "s1", in: 0, beside: dossier.id)
      return (.arrangeVisit("s1", from: from, until: from), actor)
    default:
      let leader =
        world.cycle.panels["s1"].flatMap { dossier.actingLeader(of: $0, in: world.cycle) } ?? actor
      return onSite(dossier, actor, leader, on: world.now.day)
    }
  }

  private mutating func inConsensus(
    _ dossier: CaseState, _ leader: PersonID, _ world: World
  ) -> CaseCommand {
    guard let session = dossier.consensus else { return .openConsensus }
    if session.present.isEmpty || chance.chance(3) { return attendance(dossier, leader, world) }
    let item = chance.pick(Self.items)
    switch Int.random(in: 0..<20, using: &chance) {
    case 0: return .dissent(item, person: leader, text: text())
    case 1:
      var merge = session.merge(of: item)
      for index in merge.comments.indices { merge.comments[index].used = chance.chance(50) }
      return .merge(item, merge)
    case 2: return .discuss(item, text: text())
    default: break
    }
    guard let open = Self.items.first(where: { session.settled($0) == nil }) else {
      return chance.chance(30)
        ? attendance(dossier, leader, world) : .finishConsensus(conclusion: text())
    }
    let agreement = session.agreement(on: Edition.shipped.item(open)!)
    if session.discussions[open] == nil,
      agreement.isFlagged(threshold: session.threshold)
    {
      return .discuss(open, text: text())
    }
    return .settle(open, percentage(around: 65), reason: text())
  }

  /// Who of the case's own panel may take part.
  private func members(of dossier: CaseState, _ world: World) -> [PersonID] {
    dossier.members(of: dossier.panel.flatMap { world.cycle.panels[$0] } ?? Cast.material)
  }

  private mutating func attendance(
    _ dossier: CaseState, _ leader: PersonID, _ world: World
  ) -> CaseCommand {
    let members = members(of: dossier, world)
    return .recordAttendance(
      present: Array(members.dropLast()), absences: [members.last ?? leader: text()])
  }

  private mutating func onSite(
    _ dossier: CaseState, _ actor: PersonID, _ leader: PersonID, on day: Day
  ) -> (CaseCommand, PersonID) {
    guard let visit = dossier.visit else { return (.submitVisit(opinion: text()), leader) }
    let item = chance.pick(Self.items)
    switch Int.random(in: 0..<20, using: &chance) {
    case 0:
      let check = CheckPoint(
        item: item, text: text(), method: .viewing,
        origin: .examiner)
      return (.addCheck(check), actor)
    case 1: return (.proposeSiteMark(item, percentage(around: 65), reason: text()), actor)
    case 2: return held(visit, on: day, actor)
    default: break
    }
    if let check = visit.unticked.first { return (.tick(check.id, finding()), actor) }
    guard let open = Self.items.first(where: { visit.settled($0) == nil }) else {
      if visit.agenda.contains(where: { !$0.done && $0.day <= day }) {
        return held(visit, on: day, actor)
      }
      // Every examiner has a part in it before it is handed in.
      if chance.chance(30) {
        return (
          .proposeSiteMark(item, percentage(around: 65), reason: text()),
          chance.pick(dossier.members(of: Cast.onSite))
        )
      }
      return (.submitVisit(opinion: text()), leader)
    }
    return (.settleSiteMark(open, percentage(around: 70), reason: text()), leader)
  }

  /// The agenda with what has been held by a day.
  private func held(_ visit: Visit, on day: Day, _ actor: PersonID) -> (CaseCommand, PersonID) {
    let agenda = visit.agenda.map { line in
      var line = line
      line.done = line.day <= day
      return line
    }
    return (.changeAgenda(agenda), actor)
  }

  /// Anything, sensible or not.
  private mutating func anyCommand(_ dossier: CaseState) -> CaseCommand {
    let item = chance.pick(Self.items + ["9.9.9"])
    let person = chance.pick(Self.everybody)
    switch Int.random(in: 0..<22, using: &chance) {
    case 0: return .register(dossier.application)
    case 1: return .attach(document())
    case 2: return .changeAgenda([])
    case 3: return .assignPanel(chance.pick(["m1", "m2", "s1", "zz"]))
    case 4: return .designate(reviewers: [person, Cast.third, Cast.fourth], due: nil)
    case 5: return .declare(nil)
    case 6: return .startReview
    case 7: return .handIn(chance.chance(50) ? sheet() : Sheet())
    case 8: return .withdraw(reason: text())
    case 9: return .askOpening
    case 10: return .releaseOpening
    case 11: return .openConsensus
    case 12: return .recordAttendance(present: [person], absences: [:])
    case 13: return .settle(item, percentage(around: 50), reason: text())
    case 14: return .dissent(item, person: person, text: text())
    case 15: return .finishConsensus(conclusion: text())
    case 16: return .reopenConsensus(reason: text())
    case 17:
      return .arrangeVisit(
        chance.pick(["s1", "m1"]), from: Day(daysSinceEpoch: 20_000),
        until: Day(daysSinceEpoch: 20_000 + Int.random(in: -2..<40, using: &chance)))
    case 18: return .merge(item, Merge())
    case 19: return .tick("c.1", finding())
    case 20: return .settleSiteMark(item, percentage(around: 50), reason: text())
    default: return .submitVisit(opinion: text())
    }
  }
}

extension CommandGenerator {
  /// A text with the characters that people and forms bring along, blank now and then.
  mutating func text() -> String {
    let parts = [
      "见第 12 页", "“引号”", "\\反斜杠/", "换\n行", "😀", "é", "\u{2028}", "全角　空格", "\"", "𠮷",
    ]
    if chance.chance(1) { return "\u{1}" }
    if chance.chance(2) { return " " }
    return (0..<Int.random(in: 1...3, using: &chance)).map { _ in chance.pick(parts) }.joined()
      + "记录"
  }

  /// A name, as one line; blank or with a sign that is not seen now and then.
  mutating func name() -> String { text().onOneLine }

  /// A number of a paper, as papers have them but for now and then.
  mutating func number(_ world: World) -> String {
    guard chance.chance(97) else { return name() }
    let ordinal = Int.random(in: 1...9_999, using: &chance)
    return DocumentNumber(prefix: "某", year: world.now.day.year, ordinal: ordinal).description
  }

  mutating func percentage(around middle: Int) -> Percentage {
    Percentage(middle)!.stepped(by: Int.random(in: -2...2, using: &chance))
  }

  mutating func document() -> Document {
    Document(
      id: DocumentID("d\(Int.random(in: 1...3, using: &chance))"),
      kind: chance.pick(DocumentKind.allCases), title: name(), file: "ab12", characters: 12)
  }

  mutating func finding() -> CheckFinding {
    CheckFinding(
      outcome: chance.pick(CheckOutcome.allCases), method: chance.pick(CheckMethod.allCases),
      evidence: text(), place: text(), asked: text())
  }

  mutating func sheet() -> Sheet {
    var sheet = PanelFive.sheet(0)
    sheet.head.overall = text()
    for item in Self.items {
      let value = percentage(around: 60)
      sheet.items[item]?.mark =
        chance.chance(3) ? .abstained(reason: text()) : .percentage(value)
      sheet.items[item]?.comments[0].text = text()
    }
    return sheet
  }
}
