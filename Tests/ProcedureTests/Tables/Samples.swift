import Criteria
import Procedure

/// One sensible command of each kind, as it would be given in a world.
enum Samples {
  typealias Sample = (name: String, command: CaseCommand)

  static func all(in world: World) -> [Sample] {
    admission(world) + publicity(world) + cultivation(world) + review(world) + visit(world)
  }

  private static func admission(_ world: World) -> [Sample] {
    let today = world.now.day
    let change = ChangeReport(kind: .rename, occurred: today, reported: today, text: "更名")
    return [
      ("register", .register(Cast.application())), ("amend", .amend(Cast.application())),
      ("fillForm", .fillForm(Papers.form)), ("attach", .attach(Papers.profile)),
      ("removeDocument", .removeDocument("d-profile")),
      ("enterLate", .enterLate(Papers.file(), Papers.receipt)),
      ("correctSplitting", .correctSplitting("evidence-1", [.release(line: 3)], sections: [])),
      ("countCopies", .countCopies(Papers.copies)), ("submit", .submit),
      ("recommend", .recommend(opinion: "同意", sealedOn: today)),
      ("returnApplication", .returnApplication(reason: "材料不全")), ("resume", .resume),
      ("reportChange", .reportChange(change)),
      ("decideCondition", .decideCondition(.E2, isMet: true, reason: "核实")),
      ("inquire qualification", .inquire(.qualification, department: "市税务局", question: "信用")),
      ("inquire opinion", .inquire(.opinion, department: "市经信局", question: "意见")),
      (
        "answerInquiry",
        .answerInquiry(openInquiry(world), answer: "无", isAdverse: false)
      ),
      ("qualify yes", .qualify(true, reason: "符合")), ("qualify no", .qualify(false, reason: "有事故")),
    ]
  }

  private static func openInquiry(_ world: World) -> InquiryID {
    world.dossiers[World.first]?.admission.inquiries.filter { $0.value.answered == nil }.keys.min()
      ?? "i1"
  }

  private static func publicity(_ world: World) -> [Sample] {
    NoticeKind.allCases.map {
      ("publishNotice \($0)", .publishNotice($0, number: "公示"))
    } + NoticeKind.allCases.map { ("closeNotice \($0)", .closeNotice($0)) }
      + LetterKind.allCases.map { ("sendLetter \($0)", .sendLetter($0, number: "函")) } + [
        ("reportToMeeting", .reportToMeeting("评分说明")),
        ("decideEntry yes", .decideEntry("b-leaders", enters: true, reason: "")),
        ("decideEntry no", .decideEntry("b-leaders", enters: false, reason: "名额")),
        ("decideProposal yes", .decideProposal("b-settlement", isProposed: true, reason: "")),
        ("decideProposal no", .decideProposal("b-settlement", isProposed: false, reason: "名额")),
        ("receiveObjection", .receiveObjection(Papers.objection)),
        ("answerObjection", .answerObjection("o1", isUpheld: false, answer: "不属实")),
        ("deliverAnswer", .deliverAnswer("o1", Delivery(.post, on: world.now.day))),
        (
          "correctPaper",
          .correctPaper(
            PaperCorrection(
              .qualificationNotice, .name, former: "甲公司", right: "乙公司", reason: "笔误"))
        ),
        ("decideApproval yes", .decideApproval("b-directors", isApproved: true, reason: "")),
        ("decideApproval no", .decideApproval("b-directors", isApproved: false, reason: "暂缓")),
        ("publishList", .publishList(number: "公布")),
        ("end fraud", .end(.fraud, complaint: "k1", reason: "材料造假")),
        ("end ineligible", .end(.ineligible, complaint: nil, reason: "事故")),
        ("end withdrawn", .end(.withdrawn, complaint: nil, reason: "退出")),
      ]
  }

  private static func cultivation(_ world: World) -> [Sample] {
    let today = world.now.day
    let amount = Payment(amount: 500_000, day: today)
    return [
      ("payGrant", .payGrant(amount)),
      ("recordActivity", .recordActivity(Activity(kind: .welfare, day: today, text: "义诊"))),
      ("receiveReport", .receiveReport(year: 2026, on: today)),
      ("losePlace", .losePlace(reason: "未报")), ("revoke", .revoke(reason: "事故")),
      ("announceLoss", .announceLoss(number: "公告")), ("recordRefund", .recordRefund(amount)),
      ("assess ofApplicant", .assess(.ofApplicant, Papers.assessment)),
      ("assess ofPanel", .assess(.ofPanel, Papers.assessment)),
      ("destroyContents", .destroyContents),
    ]
  }

  private static func review(_ world: World) -> [Sample] {
    let merge = world.dossiers[World.first]?.consensus?.merge(of: "4.1.2") ?? Merge()
    return [
      ("assignPanel", .assignPanel("m1")),
      ("designate", .designate(reviewers: Cast.reviewers, due: nil)),
      ("declare none", .declare(nil)), ("declare one", .declare(Interest(ground: .kinship))),
      ("recuse", .recuse(Interest(ground: .kinship))), ("startReview", .startReview),
      ("handIn", .handIn(PanelFive.sheet(2))), ("withdraw", .withdraw(reason: "看错")),
      ("askOpening", .askOpening), ("releaseOpening", .releaseOpening),
      ("openConsensus", .openConsensus),
      ("recordAttendance", .recordAttendance(present: Cast.reviewers, absences: [:])),
      ("discuss", .discuss("4.1.2", text: "议")), ("merge", .merge("4.1.2", merge)),
      ("settle", .settle("4.1.2", Percentage(60)!, reason: "合议")),
      ("dissent", .dissent("4.1.2", person: Cast.third, text: "偏高")),
      ("finishConsensus", .finishConsensus(conclusion: "结论")),
      ("reopenConsensus", .reopenConsensus(reason: "复核")),
    ]
  }

  private static func visit(_ world: World) -> [Sample] {
    let visit = world.dossiers[World.first]?.visit
    let day = visit?.from ?? world.now.day
    let check = CheckPoint(
      item: "4.5.3", text: "抽查", method: .documents, origin: .examiner)
    return [
      ("arrangeVisit", .arrangeVisit("s1", from: day, until: day)),
      ("changeAgenda", .changeAgenda(visit?.agenda ?? [])), ("addCheck", .addCheck(check)),
      ("tick", .tick("c.1", World.finding)),
      ("proposeSiteMark", .proposeSiteMark("4.1.2", Percentage(65)!, reason: "证实")),
      ("settleSiteMark", .settleSiteMark("4.1.2", Percentage(65)!, reason: "证实")),
      ("submitVisit", .submitVisit(opinion: "建议列入")),
      ("accept", .accept(["ab12"], reason: "已核实")),
      ("keep office", .keep(Papers.kept(.office(World.first), on: world.now.day))),
      ("keep consensus", .keep(Papers.kept(.consensus(World.first), on: world.now.day))),
    ]
  }

  /// The kind of a command: a new one does not compile until it stands here.
  static func kind(of command: CaseCommand) -> String {
    switch command {
    case .register, .amend, .fillForm, .attach, .removeDocument, .enterLate, .correctSplitting,
      .countCopies, .submit, .recommend,
      .returnApplication, .resume, .reportChange, .decideCondition, .inquire, .answerInquiry,
      .qualify, .publishNotice, .closeNotice, .sendLetter, .reportToMeeting, .decideEntry,
      .decideProposal, .receiveObjection, .answerObjection, .decideApproval, .publishList, .end,
      .payGrant, .recordActivity, .receiveReport, .losePlace, .revoke, .announceLoss,
      .recordRefund, .assess, .assignPanel, .designate, .declare, .recuse, .startReview, .handIn,
      .withdraw, .askOpening, .releaseOpening, .openConsensus, .recordAttendance, .discuss,
      .merge, .settle, .dissent, .finishConsensus, .reopenConsensus, .arrangeVisit,
      .changeAgenda, .addCheck, .tick, .proposeSiteMark, .settleSiteMark, .submitVisit, .keep,
      .deliverAnswer, .correctPaper, .accept, .destroyContents:
      String("\(command)".prefix { $0 != "(" })
    }
  }

  /// How many kinds there are; the list above is exhaustive by the compiler.
  static let kinds = 65

  /// Commands of the cycle and to supervision.
  static func beside(_ world: World) -> [(name: String, command: Command)] {
    let day = world.now.day
    let panel = Panel(
      id: "m9", name: "组", stage: .material, leader: Cast.third, deputy: nil,
      members: [Cast.third, Cast.fourth, Cast.fifth])
    return [
      ("adopt", .cycle(.adopt(.hangzhou))),
      (
        "openCycle",
        .cycle(.openCycle(year: 2027, title: "2027", parameters: .hangzhou, edition: nil))
      ),
      ("closeCycle", .cycle(.closeCycle)),
      ("accept cycle", .cycle(.accept(["ab12"], reason: "已核实"))),
      ("noteEntry office", .cycle(.noteEntry("ab12", as: .secretariat, reason: "已查明"))),
      ("noteEntry superv", .cycle(.noteEntry("ab12", as: .supervisor, reason: "已查明"))),
      (
        "correctClock",
        .cycle(.correctClock(last: Moment(day: World.call.from, hour: 9), reason: "电池没电"))
      ),
      ("retireCopy", .cycle(.retireCopy("00ff00ff00ff00ff", reason: "电脑遗失"))),
      ("call", .cycle(.call(from: day, until: World.call.until))),
      ("loadCalendar", .cycle(.loadCalendar(Papers.calendar(2027)))),
      ("hold leaders", .cycle(.hold(Papers.meeting("b9", .leaders, on: day)))),
      ("setLetterhead", .cycle(.setLetterhead(Papers.letterhead))),
      ("invite", .cycle(.invite(Person(id: "p50", name: "何六", roles: [.expert])))),
      ("change", .cycle(.change(Cast.people[3]))), ("join", .cycle(.join(fingerprint: "f"))),
      ("confirm", .cycle(.confirm(Cast.invited, fingerprint: "f-p14"))),
      ("formPanel", .cycle(.formPanel(panel))), ("changePanel", .cycle(.changePanel(Cast.second))),
      (
        "recordMinutes",
        .cycle(.recordMinutes(world.cycle.meetings.keys.min() ?? "b9", Papers.minutes))
      ),
      ("keep bureau", .cycle(.keep(Papers.kept(.bureau, on: day, number: "某〔2026〕1号")))),
      ("keep supervision", .supervision(.keep(Papers.kept(.supervision, on: day)))),
      ("sanction", .cycle(.sanction(Cast.retired, .criticism, "k2"))),
      ("lodge", .supervision(.lodge(Papers.complaint("k9")))),
      ("note", .supervision(.note("k3", text: "约谈"))),
      ("close", .supervision(.close("k3", .unfounded, .none, finding: "查无实据"))),
    ]
  }
}
