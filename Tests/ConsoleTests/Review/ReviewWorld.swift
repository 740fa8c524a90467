import Criteria
import Foundation
import Procedure
import Store
import Terminal

@testable import Console

/// A review screen in a case of three reviewers, without a store: messages in, effects out.
struct ReviewWorld {
  static let dossier = CaseID("HZ26-0031")
  static let me = PersonID("zhaoyi")
  static let now = Moment(day: Day("2026-09-10")!, hour: 9)
  static let report = Document(
    id: DocumentID("self"), kind: .selfEvaluation, title: "自评报告", file: "a1", characters: 100)
  static let profile = Document(
    id: DocumentID("profile"), kind: .profile, title: "组织概述", file: "b2", characters: 50)
  static let reportText = """
    # 4.1.2 高层领导的作用

    ## 4.1.2.1 使命愿景

    公司高层由总经理和四位副总经理组成，每年讲课。

    表 4.1-1 沟通渠道

    | 渠道 | 次数 |
    |---|---:|
    | 午餐会 | 12 |
    | 通报会 | 4 |

    # 4.1.3 组织治理

    董事会 5 人，其中外部董事 1 人。
    """

  var context: Context
  var dossier: CaseState
  var screen = ReviewScreen()

  init(
    _ events: [Event] = Self.underWay, sheet: Sheet? = Sheet(),
    size: Size = Size(width: 120, height: 36)
  ) {
    let people = ["zhaoyi", "qianer", "sunsan"].map { PersonID($0) }
    var cycle = CycleState()
    cycle.apply(.cycleOpened(year: 2026, title: "2026", parameters: .hangzhou, edition: nil))
    for person in people {
      cycle.apply(.personInvited(person: Person(id: person, name: "赵一", roles: [.expert])))
      cycle.apply(.personConfirmed(person: person, fingerprint: "00"))
    }
    let panel = Panel(
      id: PanelID("p1"), name: "第一评审组", stage: .material, leader: people[1], deputy: nil,
      members: people)
    cycle.apply(.panelFormed(panel: panel))
    let application = Application(
      id: Self.dossier, name: "钱江精密机械有限公司", district: DistrictCode("330108"), industry: "装备制造")
    dossier = CaseState(.caseRegistered(application: application, year: 2026), at: Self.now)!
    context = Context(
      language: .chinese, now: Self.now, person: Self.me, cycle: cycle, size: size,
      dossier: Self.dossier)
    let frame: [Event] = [
      .documentAttached(document: Self.report), .documentAttached(document: Self.profile),
      .panelAssigned(panel: panel.id),
      .reviewersDesignated(reviewers: people, due: Day("2026-09-18")!),
    ]
    for event in Stage.independentReview.events(on: Self.now.day) + frame + events {
      dossier.apply(event, by: Self.me, at: Self.now)
    }
    send(.opened)
    send(.loaded(.dossier(dossier)))
    if let sheet { send(.loaded(.draft(Self.dossier, DraftCopy(sheet: sheet)))) }
    send(.loaded(.document(Self.dossier, Self.report.id, MaterialText(Self.reportText))))
  }

  static let declared: [Event] = [.declarationSigned(person: me, interest: nil)]
  static let underWay: [Event] = declared + [.reviewStarted(reviewer: me)]

  /// Sends a message and takes the effects.
  @discardableResult
  mutating func send(_ message: ScreenMessage) -> [Effect] { screen.update(message, context) }

  /// Presses keys as the program would: an action's key first; the effects of the last one.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    var effects: [Effect] = []
    for key in keys {
      var action = screen.offers(context).first { $0.keys.contains(key) }
      if screen.isTyping, case .character = key { action = nil }
      if let action {
        effects = action.isAvailable ? send(.action(action.id)) : []
      } else {
        effects = send(.key(key))
      }
    }
    return effects
  }

  /// Types text.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.reduce([]) { _, character in press(.character(character)) }
  }

  /// The availability of an action; nil where it is not offered.
  func action(_ id: String) -> Offer? { screen.offers(context).first { $0.id == id } }

  /// The screen as text.
  var painted: String {
    var canvas = Canvas(size: context.size)
    screen.paint(
      on: &canvas, in: Rect(x: 0, y: 2, width: context.size.width, height: context.size.height - 3),
      context)
    return canvas.dump()
  }

  /// What is recorded on an item.
  func review(_ id: ItemID) -> ItemReview { screen.editor.review(id) }

  /// A sheet from which nothing is missing.
  static var complete: Sheet {
    var sheet = Sheet()
    for item in Edition.shipped.items {
      sheet.items[item.id] = ItemReview(
        mark: .percentage(.middle), comments: [Comment(.strength, "有据", evidence: ["¶4.1.2.1"])])
    }
    for kind in FindingKind.allCases { sheet.head.findings[kind] = Finding(.yes) }
    sheet.head.overall = "整体较好"
    return sheet
  }
}
