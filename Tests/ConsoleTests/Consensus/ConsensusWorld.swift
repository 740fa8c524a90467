import Criteria
import Foundation
import Procedure
import Terminal

@testable import Console

/// The reference panel P5.
enum PanelP5 {
  static let id: CaseID = "HZ26-0019"
  static let office: PersonID = "p1"
  static let leader: PersonID = "a"
  static let reviewers: [PersonID] = ["a", "b", "c", "d", "e"]
  static let now = Moment(day: Day("2026-09-14")!, hour: 14)

  /// The marks of `p5.json`, reviewers A to E.
  static let marks: [ItemID: [Int?]] = [
    "4.1.2": [60, 65, 55, 60, 70], "4.1.3": [55, 60, 55, 50, 60],
    "4.1.4": [60, 60, 50, 55, 65], "4.2.2": [55, 60, 50, 55, 60],
    "4.2.3": [50, 60, 45, 55, 60], "4.3.2": [60, 65, 55, 55, 65],
    "4.3.3": [55, 65, 50, 55, 70], "4.4.2": [55, 60, 50, 55, 60],
    "4.4.3": [50, 55, 50, 45, 60], "4.4.4": [60, 60, 25, 55, 65],
    "4.4.5": [65, 70, 60, 60, 70], "4.4.6": [55, 60, 55, 60, 60],
    "4.4.7": [50, 60, 45, 50, 60], "4.5.2": [60, 60, 50, 55, 65],
    "4.5.3": [55, 60, 50, 50, 65], "4.6.2": [50, 55, 45, 50, 60],
    "4.6.3": [55, 65, 50, 50, 60], "4.7.2": [60, 65, 55, 55, 65],
    "4.7.3": [55, 60, 50, 55, 65], "4.7.4": [50, 55, 40, 45, 85],
    "4.7.5": [50, 55, 45, 50, 60], "4.7.6": [55, 60, 50, 50, 60],
    "4.7.7": [50, nil, 45, 50, 55],
  ]

  static func sheet(_ place: Int) -> Sheet {
    Sheet(
      items: marks.mapValues { row in
        ItemReview(
          mark: row[place].flatMap(Percentage.init).map(Mark.percentage)
            ?? .abstained(reason: "回避"),
          comments: [Comment(.strength, "做法成体系（\(place)）", doubled: place == 0)])
      })
  }
}

/// The panel before a consensus screen, moved by what the rules decide.
extension ScreenWorld where S == ConsensusScreen {
  /// The session as a person sees it, opened unless told otherwise.
  static func session(
    as person: PersonID = PanelP5.leader, opened: Bool = true, width: Int = 120
  ) -> Self {
    var cycle = CycleState()
    let names = ["赵一", "钱二", "孙三", "李四", "周五"]
    var people = [Person(id: PanelP5.office, name: "陈秘", roles: [.secretariat])]
    people += zip(PanelP5.reviewers, names).map { Person(id: $0, name: $1, roles: [.expert]) }
    for person in people {
      cycle.apply(.personInvited(person: person))
      cycle.apply(.personJoined(person: person.id, fingerprint: "f"))
      cycle.apply(.personConfirmed(person: person.id, fingerprint: "f"))
    }
    cycle.apply(
      .cycleOpened(year: 2026, title: "2026 年度培育", parameters: .hangzhou, edition: nil))
    cycle.apply(
      .panelFormed(
        panel: Panel(
          id: "m1", name: "第一评审组", stage: .material, leader: "a", deputy: "b",
          members: PanelP5.reviewers)))
    let context = Context(
      language: .chinese, now: PanelP5.now, person: person, cycle: cycle,
      size: Size(width: width, height: 36), dossier: PanelP5.id)
    let application = Application(
      id: PanelP5.id, name: "下沙轨道交通装备有限公司", creditCode: "91330106MA0000007Q",
      district: "330106", industry: "轨道交通装备", staff: 1180, founded: 2007, modelSince: 2018)
    var dossier = CaseState(.caseRegistered(application: application, year: 2026), at: PanelP5.now)!
    var events = Stage.independentReview.events(on: PanelP5.now.day)
    events.append(.panelAssigned(panel: "m1"))
    events += PanelP5.reviewers.map { .declarationSigned(person: $0, interest: nil) }
    events.append(
      .reviewersDesignated(reviewers: PanelP5.reviewers, due: Day("2026-09-18")!))
    func apply(_ events: [Event], by author: PersonID) {
      for event in events { dossier.apply(event, by: author, at: PanelP5.now) }
    }
    apply(events, by: PanelP5.leader)
    for (place, reviewer) in PanelP5.reviewers.enumerated() {
      apply(
        [
          .reviewStarted(reviewer: reviewer), .sheetHandedIn(reviewer: reviewer, revision: 1),
          .sheetRecorded(reviewer: reviewer, revision: 1, sheet: PanelP5.sheet(place)),
        ], by: reviewer)
    }
    if opened {
      apply(
        [.openingAsked, .openingReleased, .consensusOpened(revision: 1, threshold: 20)],
        by: PanelP5.leader)
    }
    var world = Self(ConsensusScreen(), context)
    world.dossier = dossier
    world.show()
    return world
  }

  /// Presses keys, and does at once what they ask to be done.
  @discardableResult
  mutating func play(_ keys: Key...) -> [Effect] {
    var effects: [Effect] = []
    for key in keys { effects = carryOut(press(key)) }
    return effects
  }

  /// Fills a form in, and does what follows.
  @discardableResult
  mutating func finish(_ sheet: FormSheet, _ texts: [String: String] = [:]) -> [Effect] {
    carryOut(fill(sheet, texts))
  }

  /// Decides and applies what was asked to be done, then tells the screen.
  @discardableResult
  mutating func carryOut(_ effects: [Effect]) -> [Effect] {
    var after: [Effect] = []
    for case .perform(let commands, let ticket) in effects {
      for command in commands {
        let desk = Desk(
          cycle: context.cycle, dossier: dossier, actor: context.person!, now: context.now)
        guard let events = try? decide(command, on: desk) else { return effects + after }
        for event in events { apply(event, by: context.person!) }
      }
      after += send(.done(ticket, []))
      show()
    }
    return effects + after
  }
}
