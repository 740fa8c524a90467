import Criteria
import Foundation
import Procedure
import Terminal

@testable import Console

/// A visit under way, made of events: 郑七 leads, 吴六 and 钱二 examine, 陈秘 is the secretariat.
enum TheVisit {
  static let leader: PersonID = "zhengqi"
  static let examiner: PersonID = "wuliu"
  static let secretary: PersonID = "chenmi"
  static let id: CaseID = "HZ26-0013"
  static let now = Moment(day: Day("2026-10-19")!, hour: 10, minute: 40)
  /// The last day of the visit, after its closing meeting.
  static let end = Moment(day: Day("2026-10-20")!, hour: 17)

  /// Sixty per cent everywhere, which is exactly 600 points; three checks; an agenda of four lines.
  static let preparation = Event.visitPrepared(
    material: Dictionary(
      uniqueKeysWithValues: Edition.shipped.items.map { ($0.id, Percentage(60)!) }),
    checks: [
      CheckPoint(item: "4.1.2", text: "高层参加改进活动的纪要", method: .documents, origin: .consensus),
      CheckPoint(item: "4.1.3", text: "审计报告与自评一致", method: .documents, origin: .template),
      CheckPoint(item: "4.5.2", text: "班组长能说明异常处理", method: .inquiry, origin: .template),
    ],
    agenda: [
      AgendaLine(
        kind: .openingMeeting, day: Day("2026-10-19")!, time: "09:00", title: "", done: true),
      AgendaLine(kind: .presentation, day: Day("2026-10-19")!, time: "09:30", title: ""),
      AgendaLine(kind: .investigation, day: Day("2026-10-19")!, time: "10:30", title: "二号车间"),
      AgendaLine(kind: .closingMeeting, day: Day("2026-10-20")!, time: "16:30", title: ""),
    ])
}

extension ScreenWorld where S == OnSiteScreen {
  /// The case in on-site review, declared by the members so named, with the visit if so asked.
  static func visit(
    declared: [PersonID] = [TheVisit.leader, TheVisit.examiner, "qianer"], arranged: Bool = true,
    prepared: Bool = true, width: Int = 120, height: Int = 36
  ) -> Self {
    var cycle = CycleState()
    cycle.apply(
      .cycleOpened(year: 2026, title: "2026 年度", parameters: .hangzhou, edition: nil))
    let people = [
      Person(id: TheVisit.leader, name: "郑七", roles: [.expert]),
      Person(id: TheVisit.examiner, name: "吴六", roles: [.expert]),
      Person(id: "qianer", name: "钱二", roles: [.expert]),
      Person(id: TheVisit.secretary, name: "陈秘", roles: [.secretariat]),
      Person(id: "hejian", name: "何监", roles: [.supervisor]),
    ]
    for person in people {
      cycle.apply(.personInvited(person: person))
      cycle.apply(.personConfirmed(person: person.id, fingerprint: ""))
    }
    cycle.apply(
      .panelFormed(
        panel: Panel(
          id: "o1", name: "现场一组", stage: .onSite, leader: TheVisit.leader,
          deputy: TheVisit.examiner,
          members: [TheVisit.leader, TheVisit.examiner, "qianer"])))
    let application = Application(
      id: TheVisit.id, name: "白马光电技术有限公司", district: "330108", industry: "光电子")
    let dossier = CaseState(
      .caseRegistered(application: application, year: 2026), at: TheVisit.now)!
    let context = Context(
      language: .chinese, now: TheVisit.now, person: TheVisit.leader, cycle: cycle,
      size: Size(width: width, height: height), dossier: TheVisit.id)
    var world = Self(OnSiteScreen(), context)
    world.dossier = dossier
    for event in Stage.onSiteReview.events(on: TheVisit.now.day) {
      world.apply(event, by: TheVisit.secretary)
    }
    guard arranged else { return world }
    world.apply(
      .visitArranged(panel: "o1", from: Day("2026-10-19")!, until: Day("2026-10-20")!),
      by: TheVisit.secretary)
    for person in declared {
      world.apply(.declarationSigned(person: person, interest: nil), by: person)
    }
    if prepared { world.apply(TheVisit.preparation, by: TheVisit.secretary) }
    return world
  }
}

extension Form {
  /// Types a text into a field.
  mutating func fill(_ id: String, _ text: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    setFocus(index)
    _ = paste(text)
  }
}
