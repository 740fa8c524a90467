import Criteria
import Procedure

extension World {
  /// How far a case has been brought, in order.
  enum Step: Int, Comparable, Sendable {
    case founded, registered, inReview, assigned, declared, designated, started, handedIn, asked
    case released, opened, attended, settled, finished, entered, visiting, ticked, submitted

    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  /// A cycle with people and panels, no case yet.
  static let founded: World = {
    var world = World()
    do {
      try world.run(.invite(Cast.people[0]))
      try world.run(.join(fingerprint: "f-p1"))
      try world.run(.confirm(Cast.office, fingerprint: "f-p1"))
      try world.run(
        .openCycle(
          year: 2026, title: "2026 年度杭州市卓越绩效模式培育", parameters: .hangzhou, edition: nil))
      for person in Cast.people.dropFirst() {
        try world.run(.invite(person))
        guard person.id != Cast.invited else { continue }
        try world.run(.join(fingerprint: "f-\(person.id)"), as: person.id)
        try world.run(.confirm(person.id, fingerprint: "f-\(person.id)"))
      }
      for panel in [Cast.material, Cast.second, Cast.onSite] { try world.run(.formPanel(panel)) }
    } catch {
      fatalError("the test world cannot be founded: \(error)")
    }
    return world
  }()

  /// A world whose first case has been brought so far.
  static func at(_ step: Step, marks: [ItemID: Percentage] = PanelFive.medians) throws -> World {
    var world = founded
    try world.bring(first, to: step, marks: marks)
    return world
  }

  /// Brings a case on by the commands that people would give.
  mutating func bring(
    _ id: CaseID, to goal: Step, marks: [ItemID: Percentage] = PanelFive.medians,
    siteMarks: [ItemID: Percentage]? = nil
  ) throws {
    func reached(_ step: Step) -> Bool { step <= goal }
    func run(_ command: CaseCommand, _ actor: PersonID) throws {
      try perform(.file(id, command), as: actor)
    }
    if reached(.registered), files[id] == nil {
      try run(.register(Cast.application(id)), Cast.office)
    }
    if reached(.inReview), files[id]?.stage == .registered {
      for stage in [Stage.districtCheck, .qualification, .qualificationNotice, .independentReview] {
        try run(.pass(to: stage, note: ""), Cast.office)
      }
    }
    if reached(.assigned) { try run(.assignPanel("m1"), Cast.office) }
    if reached(.declared) { for person in Cast.reviewers { try run(.declare(nil), person) } }
    if reached(.designated) {
      try run(.designate(reviewers: Cast.reviewers, due: nil), Cast.leader)
    }
    if reached(.started) { for person in Cast.reviewers { try run(.startReview, person) } }
    if reached(.handedIn) {
      for (index, person) in Cast.reviewers.enumerated() {
        try run(.handIn(PanelFive.sheet(index)), person)
      }
    }
    if reached(.asked) { try run(.askOpening, Cast.leader) }
    if reached(.released) { try run(.releaseOpening, Cast.office) }
    if reached(.opened) { try run(.openConsensus, Cast.leader) }
    if reached(.attended) {
      try run(.recordAttendance(present: Cast.reviewers, absences: [:]), Cast.leader)
    }
    if reached(.settled) {
      for item in ["4.4.4", "4.7.4"] as [ItemID] {
        try run(.discuss(item, text: "逐条核对材料后取得一致"), Cast.leader)
      }
      for item in Edition.shipped.items {
        try run(
          .settle(item.id, marks[item.id] ?? PanelFive.zero, reason: "合议商定"), Cast.leader)
      }
    }
    if reached(.finished) {
      try run(.finishConsensus(conclusion: "材料翔实，总体要求基本满足"), Cast.leader)
    }
    if reached(.entered) {
      try run(.pass(to: .onSiteNotice, note: ""), Cast.office)
      try run(.pass(to: .onSiteReview, note: ""), Cast.office)
    }
    if reached(.visiting) { try arrange(id) }
    if reached(.ticked) { try visit(id, marks: siteMarks ?? marks) }
    if reached(.submitted) {
      try run(.submitVisit(opinion: "建议列入培育名单"), Cast.siteLeader)
    }
  }

  private mutating func arrange(_ id: CaseID) throws {
    let from = now.day.adding(days: 20)
    try perform(
      .file(id, .arrangeVisit("s1", from: from, until: from.adding(days: 1))), as: Cast.office)
    for person in Cast.examiners { try perform(.file(id, .declare(nil)), as: person) }
  }

  private mutating func visit(_ id: CaseID, marks: [ItemID: Percentage]) throws {
    let visit = files[id]!.visit!
    for check in visit.checks {
      try perform(.file(id, .tick(check.id, Self.finding)), as: Cast.examiner)
    }
    let agenda = visit.agenda.map { line in
      var line = line
      line.done = true
      return line
    }
    try perform(.file(id, .changeAgenda(agenda)), as: Cast.siteLeader)
    for item in Edition.shipped.items {
      let mark = marks[item.id] ?? PanelFive.zero
      try perform(
        .file(id, .settleSiteMark(item.id, mark, reason: "现场证实")), as: Cast.siteLeader)
    }
  }

  static let finding = CheckFinding(
    outcome: .met, method: .inquiry, evidence: "台账与现场一致", place: "二号车间", asked: "班组长")
}
