import Criteria
import Foundation
import Procedure
import Store
import Terminal

@testable import Console

/// A case of three reviewers.
enum TheReview {
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

  static let declared: [Event] = [.declarationSigned(person: me, interest: nil)]
  static let underWay: [Event] = declared + [.reviewStarted(reviewer: me)]

  /// A sheet from which nothing is missing.
  static var complete: Sheet {
    var sheet = Sheet()
    for item in Edition.shipped.items {
      sheet.items[item.id] = ItemReview(
        mark: .percentage(.middle), comments: [Comment(.strength, "有据", evidence: ["自评报告 4.1.2.1"])]
      )
    }
    for kind in FindingKind.allCases { sheet.head.findings[kind] = Finding(.yes) }
    sheet.head.overall = "整体较好"
    return sheet
  }
}

extension ScreenWorld where S == ReviewScreen {
  /// The screen after what has happened, with the draft where there is one.
  static func review(
    _ events: [Event] = TheReview.underWay, sheet: Sheet? = Sheet(),
    size: Size = Size(width: 120, height: 36)
  ) -> Self {
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
      id: TheReview.dossier, name: "钱江精密机械有限公司", district: DistrictCode("330108"), industry: "装备制造")
    let dossier = CaseState(
      .caseRegistered(application: application, year: 2026), at: TheReview.now)!
    let context = Context(
      language: .chinese, now: TheReview.now, person: TheReview.me, cycle: cycle, size: size,
      dossier: TheReview.dossier)
    let frame: [Event] = [
      .documentAttached(document: TheReview.report), .documentAttached(document: TheReview.profile),
      .panelAssigned(panel: panel.id),
      .reviewersDesignated(reviewers: people, due: Day("2026-09-18")!),
    ]
    var world = Self(ReviewScreen(), context)
    world.dossier = dossier
    for event in Stage.independentReview.events(on: TheReview.now.day) + frame + events {
      world.apply(event, by: TheReview.me)
    }
    world.send(.opened)
    world.send(.loaded(.dossier(world.dossier)))
    if let sheet { world.send(.loaded(.draft(TheReview.dossier, DraftCopy(sheet: sheet)))) }
    world.send(
      .loaded(.document(TheReview.dossier, TheReview.report.id, MaterialText(TheReview.reportText)))
    )
    return world
  }

  /// What is recorded on an item.
  func review(_ id: ItemID) -> ItemReview { screen.editor.review(id) }
}
