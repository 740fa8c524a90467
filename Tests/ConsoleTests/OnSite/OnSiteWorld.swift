import Criteria
import Foundation
import Procedure
import Terminal

@testable import Console

/// A visit under way, made of events: 郑七 leads, 吴六 and 钱二 examine, 陈秘 is the secretariat.
struct OnSiteWorld {
  static let leader: PersonID = "zhengqi"
  static let examiner: PersonID = "wuliu"
  static let secretary: PersonID = "chenmi"
  static let id: CaseID = "HZ26-0013"
  static let now = Moment(day: Day("2026-10-19")!, hour: 10, minute: 40)

  var cycle = CycleState()
  var dossier: CaseState
  var screen = OnSiteScreen()
  var person = OnSiteWorld.leader
  var size = Size(width: 120, height: 36)

  /// The case in on-site review, declared by the members so named, with the visit if so asked.
  init(
    declared: [PersonID] = [leader, examiner, "qianer"], arranged: Bool = true,
    prepared: Bool = true
  ) {
    cycle.apply(
      .cycleOpened(year: 2026, title: "2026 年度", parameters: .hangzhou, edition: nil))
    let people = [
      Person(id: Self.leader, name: "郑七", roles: [.expert]),
      Person(id: Self.examiner, name: "吴六", roles: [.expert]),
      Person(id: "qianer", name: "钱二", roles: [.expert]),
      Person(id: Self.secretary, name: "陈秘", roles: [.secretariat]),
      Person(id: "hejian", name: "何监", roles: [.supervisor]),
    ]
    for person in people {
      cycle.apply(.personInvited(person: person))
      cycle.apply(.personConfirmed(person: person.id, fingerprint: ""))
    }
    cycle.apply(
      .panelFormed(
        panel: Panel(
          id: "o1", name: "现场一组", stage: .onSite, leader: Self.leader, deputy: Self.examiner,
          members: [Self.leader, Self.examiner, "qianer"])))
    let application = Application(
      id: Self.id, name: "白马光电技术有限公司", district: "330108", industry: "光电子")
    dossier = CaseState(.caseRegistered(application: application, year: 2026), at: Self.now)!
    for event in Stage.onSiteReview.events(on: Self.now.day) { apply(event, by: Self.secretary) }
    guard arranged else { return }
    apply(
      .visitArranged(panel: "o1", from: Day("2026-10-19")!, until: Day("2026-10-20")!),
      by: Self.secretary)
    for person in declared { apply(.declarationSigned(person: person, interest: nil), by: person) }
    if prepared { apply(Self.preparation, by: Self.secretary) }
  }

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

  var context: Context {
    Context(
      language: .chinese, now: Self.now, person: person, cycle: cycle, size: size, dossier: Self.id)
  }

  mutating func apply(_ event: Event, by author: PersonID, at moment: Moment = now) {
    dossier.apply(event, by: author, at: moment)
  }

  /// Gives the screen the case as it stands.
  mutating func show() { send(.loaded(.dossier(dossier))) }

  @discardableResult
  mutating func send(_ message: ScreenMessage) -> [Effect] { screen.update(message, context) }

  /// Presses a key as the program does: an action that has it, else the key itself.
  @discardableResult
  mutating func press(_ key: Key) -> [Effect] {
    var isText = false
    if screen.isTyping, case .character = key { isText = true }
    let action = isText ? nil : screen.offers(context).first { $0.keys.contains(key) }
    guard let action else { return send(.key(key)) }
    guard action.isAvailable else { return [] }
    return send(.action(action.id))
  }

  /// The first form that effects open or revise.
  static func form(_ effects: [Effect]) -> FormSheet? {
    for effect in effects {
      switch effect {
      case .open(let sheet), .revise(let sheet): return sheet
      default: continue
      }
    }
    return nil
  }

  /// The first question that effects ask.
  static func question(_ effects: [Effect]) -> Question? {
    for case .ask(let question) in effects { return question }
    return nil
  }

  /// The rows of the screen.
  var text: String {
    var canvas = Canvas(size: size)
    screen.paint(on: &canvas, in: canvas.bounds, context)
    return canvas.dump()
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
