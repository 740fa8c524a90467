import Criteria
import Procedure

extension World {
  /// How far a case has been brought, in order.
  enum Step: Int, Comparable, Sendable, CaseIterable {
    case founded, registered, complete, checking, recommended, examined, qualified, noticed
    case inReview, assigned, declared, designated, started, handedIn, asked
    case released, opened, attended, settled, finished, reported, admitted, announced, entered
    case visiting, ticked, submitted, proposed, consulted, proposalNoticed, cleared, approved
    case listed

    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  /// The days of the call.
  static let call = (from: Day("2026-03-02")!, until: Day("2026-03-31")!)

  /// A cycle with people, panels and its call, no case yet.
  static let founded: World = {
    var world = World()
    do {
      try world.run(.invite(Cast.people[0]))
      try world.run(.join(fingerprint: "f-p1"))
      try world.run(.confirm(Cast.office, fingerprint: "f-p1"))
      try world.run(
        .openCycle(
          year: 2026, title: "2026 年度杭州市卓越绩效模式培育", parameters: .hangzhou, edition: nil))
      try world.run(.call(from: call.from, until: call.until))
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

  /// A world at every step, its marks as the panel settled them; better ones on site where the
  /// list is the goal.
  private static let line: [Step: World] = {
    var worlds = [Step.founded: founded]
    var world = founded
    do {
      for (before, step) in zip(Step.allCases, Step.allCases.dropFirst()) {
        if step == .ticked {
          var low = world
          try low.bring(first, from: before, to: .ticked, siteMarks: PanelFive.medians)
          worlds[.ticked] = low
          try low.bring(first, from: .ticked, to: .submitted)
          worlds[.submitted] = low
        }
        try world.bring(first, from: before, to: step, siteMarks: listable)
        if worlds[step] == nil { worlds[step] = world }
      }
    } catch {
      fatalError("the test world cannot be brought on: \(error)")
    }
    return worlds
  }()

  /// On-site marks of the highest tier.
  static let listable = PanelFive.percentages(totalling: Points(whole: 620))

  /// A world whose first case has been brought so far.
  static func at(_ step: Step) throws -> World { line[step]! }

  /// A world whose first case has been brought so far, with other marks of the panel.
  static func at(_ step: Step, marks: [ItemID: Percentage]) throws -> World {
    var world = founded
    try world.bring(first, to: step, marks: marks)
    return world
  }

  /// Brings a case on by the commands that people would give, from after one step to another.
  mutating func bring(
    _ id: CaseID, from start: Step = .founded, to goal: Step,
    marks: [ItemID: Percentage] = PanelFive.medians, siteMarks: [ItemID: Percentage]? = nil
  ) throws {
    for step in Step.allCases where start < step && step <= goal {
      try take(
        step, id, marks: marks,
        siteMarks: siteMarks ?? (goal > .submitted ? Self.listable : marks))
    }
  }

  /// Brings cases on side by side, step by step.
  mutating func bringTogether(
    _ ids: [CaseID], from start: Step = .founded, to goal: Step
  ) throws {
    for (before, step) in zip(Step.allCases, Step.allCases.dropFirst())
    where start < step && step <= goal {
      for id in ids { try bring(id, from: before, to: step, siteMarks: Self.listable) }
    }
  }

  private mutating func take(
    _ step: Step, _ id: CaseID, marks: [ItemID: Percentage], siteMarks: [ItemID: Percentage]
  ) throws {
    if step <= .inReview { return try admit(id, step) }
    if step > .finished { return try goOn(id, step, marks: siteMarks) }
    func run(_ command: CaseCommand, _ actor: PersonID) throws {
      try perform(.dossier(id, command), as: actor)
    }
    switch step {
    case .assigned: try run(.assignPanel("m1"), Cast.office)
    case .declared: for person in Cast.reviewers { try run(.declare(nil), person) }
    case .designated: try run(.designate(reviewers: Cast.reviewers, due: nil), Cast.leader)
    case .started: for person in Cast.reviewers { try run(.startReview, person) }
    case .handedIn:
      for (index, person) in Cast.reviewers.enumerated() {
        try run(.handIn(PanelFive.sheet(index)), person)
      }
    case .asked: try run(.askOpening, Cast.leader)
    case .released: try run(.releaseOpening, Cast.office)
    case .opened: try run(.openConsensus, Cast.leader)
    case .attended:
      try run(.recordAttendance(present: Cast.reviewers, absences: [:]), Cast.leader)
    case .settled:
      for item in ["4.4.4", "4.7.4"] as [ItemID] {
        try run(.discuss(item, text: "逐条核对材料后取得一致"), Cast.leader)
      }
      for item in Edition.shipped.items {
        try run(
          .settle(item.id, marks[item.id] ?? PanelFive.zero, reason: "合议商定"), Cast.leader)
      }
    default: try run(.finishConsensus(conclusion: "材料翔实，总体要求基本满足"), Cast.leader)
    }
  }

  static let finding = CheckFinding(
    outcome: .met, method: .inquiry, evidence: "台账与现场一致", place: "二号车间", asked: "班组长")
}
