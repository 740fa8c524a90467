import Foundation
import Procedure
import Terminal

/// Who reviews, and the way to consensus and visit (R, S1).
extension CaseAct {
  private static let review: ClosedRange<Stage> = .independentReview ... .consensus

  static let assignPanel = CaseAct(
    Phrase("分配评审组…", "Assign panel…"),
    Phrase("确定材料评审组（R1）", "names the panel for the material review (R1)"),
    by: .office, in: review, does: .assignPanel, canBeRedone: true, isForSeveral: true
  ) { scene in
    Asks(.panel(.material, selected: scene.dossier.panel, scene.context)) { .assignPanel($0) }
  }

  static let arrangeVisit = CaseAct(
    Phrase("安排现场评审…", "Arrange visit…"),
    Phrase("确定现场评审组和日期（S1）", "the on-site panel and the days (S1)"),
    by: .office, in: .onSiteReview ... .onSiteReview, does: .arrangeVisit, canBeRedone: true
  ) { scene in
    // A proposal: three working days, a week ahead.
    let calendar = scene.context.calendar
    let from =
      scene.dossier.visit?.from
      ?? calendar.term(days: 5, after: scene.today, countFirst: false).last
    let until =
      scene.dossier.visit?.until ?? calendar.term(days: 3, after: from, countFirst: true).last
    return Asks(
      .panel(.onSite, selected: scene.dossier.onSitePanel, scene.context),
      .day("from", .Case.firstDay, from, refused: .never).probing([scene.today]),
      .day("until", .Case.lastDay, until).probing([scene.today]),
      lines: [.Case.arrangingMeans]
    ) { .arrangeVisit($0, from: $1, until: $2) }
  }

  static let designate = CaseAct(
    Phrase("指定评审员…", "Designate reviewers…"),
    Phrase("指定由谁独立评审及期限（R2）", "who reviews independently, and until when (R2)"),
    by: .leader, in: review, does: .designate, canBeRedone: true
  ) { scene in
    let context = scene.context
    let candidates = scene.candidates
    let able = candidates.filter { $0.reason == nil }.map(\.person)
    let due =
      scene.dossier.due
      ?? context.calendar.term(
        days: context.parameters.reviewDays, after: scene.today,
        countFirst: context.parameters.firstDayCounts
      ).last
    return Asks(
      ActField<[PersonID]>.several(
        of: able, "reviewers", .Case.reviewers,
        taken: scene.dossier.designated.isEmpty ? able : scene.dossier.designated,
        isRequired: true, help: .Case.reviewersHelp(context.parameters.minimumReviews),
        refused: .otherwise, title: { .plain(context.name($0)) }
      ).probing([able]),
      .day("due", .Case.dueDay, due),
      lines: candidates.compactMap { candidate in
        candidate.reason.map { .Case.cannotReview(context.name(candidate.person), $0) }
      }
    ) { .designate(reviewers: $0, due: $1) }
  }

  // MARK: Interests (R5)

  static let declare = CaseAct(
    Phrase("签署回避声明…", "Sign declaration…"),
    Phrase("声明有无利益关系；签署后材料才开放（R5）", "declares interests; material opens after it (R5)"),
    by: .member, does: [.declare], isForSeveral: true,
    way: .choices(
      { $0.declaration }, probe: .declare(Interest(ground: .other)),
      plain: (
        .declare(nil),
        [.OnSite.declaresForAll] + grounds + [.OnSite.declarationSigns, .OnSite.interestApart]
      )))

  /// What counts as an interest, numbered.
  fileprivate static var grounds: [Phrase] {
    InterestGround.allCases.enumerated().map { .plain("\($0 + 1)  ") + .ground($1) }
  }

  /// The form to which the declaration leads where there is an interest.
  static let interest = CaseAct(
    .OnSite.declareInterest, declare.help, by: .whoever { _ in false }
  ) { _ in
    Asks(.interest, lead: [.OnSite.recuseMeans]) { .declare($0) }
  }

  static let recuse = CaseAct(
    Phrase("回避…", "Step back…"),
    Phrase("声明利益关系并退出本案（R5）", "declares an interest and leaves this case (R5)"), by: .member
  ) { _ in
    Asks(.interest, lead: [.OnSite.recuseMeans]) { .recuse($0) }
  }

  // MARK: Opening (R4)

  static let askOpening = CaseAct(
    Phrase("申请启封…", "Ask to open…"),
    Phrase("全部评审表提交后，向秘书处申请启封（R4）", "once all sheets are in (R4)"),
    by: .leader, in: review, does: [.askOpening],
    way: .question { scene in ([.askOpening], [scene.handedIn, .askOpeningHelp]) })

  static let releaseOpening = CaseAct(
    Phrase("交出启封钥匙…", "Release the key…"),
    Phrase("应组长申请，交出秘书处的一半钥匙（R4）", "the secretariat's half of the key (R4)"),
    by: .office, in: review, does: [.release], isForSeveral: true,
    way: .question { scene in
      ([.releaseOpening], [scene.handedIn, .askedByLeader(scene.leaderName), .releaseOpeningHelp])
    })

  static let openConsensus = CaseAct(
    Phrase("开启合议…", "Open consensus…"),
    Phrase("用两半钥匙启封评审表，开始合议（R4、R6）", "opens the sheets and begins (R4, R6)"),
    by: .leader, in: review, does: [.openConsensus],
    way: .question { scene in ([.openConsensus], [scene.handedIn, .openSessionHelp]) })

  // MARK: Screens

  static let toReview = CaseAct(
    Phrase("到独立评审", "To the review"), Phrase("转到独立评审界面", "goes to the review"),
    by: .reviewer, in: review, does: [.review], way: .screen(.review))

  static let toConsensus = CaseAct(
    Phrase("到合议", "To the consensus"), Phrase("转到合议界面", "goes to the consensus"),
    by: .whoever { scene in
      scene.sits(.material)
        || (scene.isOffice || scene.isSupervisor) && scene.dossier.opening != .closed
    }, in: .independentReview ... .revoked, does: [.consensus], way: .screen(.consensus))

  static let toVisit = CaseAct(
    Phrase("到现场评审", "To the visit"), Phrase("转到现场评审界面", "goes to the visit"),
    by: .whoever { scene in
      scene.sits(.onSite)
        || (scene.isOffice || scene.isSupervisor) && scene.dossier.visit != nil
    }, in: .onSiteReview ... .revoked, does: [.visit], way: .screen(.onSite))
}

extension CaseScene {
  /// How many of the sheets are handed in.
  fileprivate var handedIn: Phrase {
    .sheetsHandedIn(dossier.assigned.count - dossier.outstanding.count, dossier.assigned.count)
  }

  fileprivate var leaderName: String {
    dossier.panel.flatMap { context.cycle.panels[$0] }
      .flatMap { dossier.actingLeader(of: $0, in: context.cycle) }.map(context.name) ?? "—"
  }

  /// The question whether none of the grounds applies; a recorded conflict leaves only stepping
  /// back.
  fileprivate var declaration: Question {
    var lines: [Phrase] = [.OnSite.declarationFor(dossier.application.name)]
    lines += CaseAct.grounds
    var choices = [
      Question.Choice("no", .back, key: .escape, keyName: "Esc"),
      Question.Choice(
        "interest", .OnSite.declareInterest, key: .function(7), keyName: "F7", needsOwnKey: true,
        then: open(.interest)),
    ]
    if let refusal = context.refusal(of: .declare(nil), in: dossier) {
      lines.append(Notices.sentence(refusal, context))
    } else {
      lines.append(.OnSite.declarationSigns)
      choices.append(
        Question.Choice(
          "clear", .OnSite.noInterest, key: .function(8), keyName: "F8", needsOwnKey: true,
          then: [perform([.declare(nil)])]))
    }
    return Question(id: "declare", title: .OnSite.declare, lines: lines, choices: choices)
  }
}
