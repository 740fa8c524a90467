import Criteria
import Foundation
import Procedure

/// What stands in the way in the frame around the review, in words that a person knows.
extension Phrase {
  static func frameReason(_ reason: Refusal.Reason, _ context: Context) -> Phrase? {
    admissionReason(reason) ?? publicityReason(reason, context) ?? cultivationReason(reason)
      ?? placeReason(reason, context)
  }

  /// Which way a day is wrong.
  static func dayFault(_ fault: DayFault) -> Phrase {
    switch fault {
    case .inFuture: Phrase("日期不能晚于今天", "the day cannot be later than today")
    case .before(let day, let bound):
      Phrase("日期不能早于 \(day)", "the day cannot be earlier than \(day)")
        + Phrase("（\(Self.bound(bound).zh)）", " (\(Self.bound(bound).en))")
    case .reversed: Phrase("最后一天早于第一天", "the last day is earlier than the first")
    case .longer(let days): Phrase("首尾相距不能超过 \(days) 天", "more than \(days) days")
    }
  }

  private static func bound(_ bound: DayFault.Bound) -> Phrase {
    switch bound {
    case .today: Phrase("今天", "today")
    case .submission: Phrase("材料提交日", "the application was handed in")
    case .occurrence: Phrase("变更发生日", "the change happened")
    case .consensus: Phrase("合议完成日", "the consensus was finished")
    case .visit: Phrase("现场评审提交日", "the on-site review was handed in")
    case .notice: Phrase("公示期满次日", "the day after the notice")
    case .listing: Phrase("名单公布日", "the list was published")
    case .recommendation: Phrase("区县推荐盖章日", "the district recommended it")
    case .inquiry: Phrase("征询发出日", "the department was asked")
    case .publication: Phrase("公示发布日", "the notice was published")
    case .answer: Phrase("异议答复日", "the objection was answered")
    case .reportYear: Phrase("报告年度结束后", "after the year of the report")
    case .grant: Phrase("资助发放日", "the grant was paid")
    }
  }

  /// Why an entry does not stand at its place.
  private static func placeReason(_ reason: Refusal.Reason, _ context: Context) -> Phrase? {
    switch reason {
    case .inAnothersName(let person):
      Phrase(
        "以 \(context.name(person)) 的名义写成", "written in the name of \(context.name(person))")
    case .outOfOrder(let kind, let before):
      History.name(of: kind) + Phrase("须紧接在", " must come right after ")
        + before.map(History.name(of:)).enumerated().reduce(.plain("")) {
          $0 + ($1.offset == 0 ? .plain("") : Phrase("或", " or ")) + $1.element
        } + Phrase("之后", "")
    case .wrongStream(let kind):
      History.name(of: kind) + Phrase("不属于这里", " does not belong here")
    case .tooFew(let kind, let found, let needed):
      History.name(of: kind)
        + Phrase("只有 \(found) 条，须有 \(needed) 条", ": \(found) entries, \(needed) needed")
    case .wrongRoom(let expected, _):
      Phrase("封存之处不对，应在", "sealed in the wrong place; it belongs into ")
        + (expected.map { History.room($0, context) } ?? Phrase("明文", "the clear"))
    case .wrongFigure(let expected, let found):
      Phrase("数值不对：应为 \(expected)，写的是 \(found)", "wrong figure: \(found) instead of \(expected)")
    case .wrongDay(let expected, let found):
      Phrase("日期不对：应为 \(expected)，写的是 \(found)", "wrong day: \(found) instead of \(expected)")
    default: nil
    }
  }

  private static func admissionReason(_ reason: Refusal.Reason) -> Phrase? {
    switch reason {
    case .noCall: Phrase("尚未发布申报通知", "no call for applications yet")
    case .callNotOpen(let day): Phrase("申报自 \(day) 开始受理", "applications open on \(day)")
    case .callOver(let day):
      Phrase("申报已于 \(day) 截止，不再接受增补或更改", "the call ended on \(day); nothing is added or changed")
    case .callShortened(let day):
      Phrase("截止日不能早于已公布的 \(day)", "the closing day cannot be earlier than \(day)")
    case .calendarYearKnown(let year):
      Phrase("\(year) 年的工作日历已有", "the calendar of \(year) is known already")
    case .calendarEmpty: Phrase("日历文件里没有日期", "the calendar file has no dates")
    case .badCalendar(let fault): Calendar.sentence(fault)
    case .calendarIncomplete(let gap): Calendar.sentence(gap)
    case .casesOpen(let cases, let total):
      Phrase("还有 \(total) 件申报未办结：", "\(total) applications are still under way: ")
        + .plain(cases.map(\.rawValue).joined(separator: " ") + (total > cases.count ? " …" : ""))
    case .unknownDocument: Phrase("没有这份材料", "no such document")
    case .noText:
      Phrase("这份材料没有可划分的文字", "there is no text of this document to be split")
    case .documentStands(let title):
      Phrase(
        "「\(title)」已在材料中，截止后不得替换",
        "«\(title)» is there already, and nothing is replaced after closing")
    case .callRunning(let day):
      Phrase(
        "申报到 \(day) 截止，此前请按通常方式附上", "the call runs until \(day): attach it in the ordinary way")
    case .notInTime(let day, let call):
      Phrase(
        "收到日期 \(day) 不在受理期（\(call.from) 至 \(call.until)）内",
        "received on \(day), not within the call (\(call.from) to \(call.until))")
    case .mayNotApply:
      Phrase("按（参照）公务员法管理的组织不得申报", "bodies under the civil-servant law may not apply")
    case .material(let finding): materialFinding(finding)
    case .neverCondition: Phrase("E4 只是标记，不作条件", "E4 is a mark, never a condition")
    case .reasonAgainstFinding:
      Phrase("与系统初判不一致，请写明理由", "differs from the program's finding: give the reason")
    case .conditionOpen(let rule):
      Phrase("\(rule.rawValue) 尚未判定", "\(rule.rawValue) has not been decided")
    case .conditionNotMet(let why):
      Phrase("条件不符合", "the condition is not met")
        + (why.isBlank ? .plain("") : Phrase("：", ": ") + .plain(why))
    case .unknownInquiry: Phrase("没有这条征询", "no such inquiry")
    case .noInquiry: Phrase("尚未向有关部门征询", "no department has been asked yet")
    case .inquiriesOpen(let count):
      Phrase("还有 \(count) 条征询未答复", "\(count) inquiries are not answered")
    case .adverseAnswer:
      Phrase("部门答复有不利情况，仍认定合格须写明理由", "an answer speaks against it: give the reason")
    case .alreadyAnswered: Phrase("已经登记过", "recorded already")
    case .alreadyDecided: Phrase("已经作出决定", "decided already")
    case .notDecided: Phrase("尚未作出决定", "not decided yet")
    default: nil
    }
  }

  private static func publicityReason(
    _ reason: Refusal.Reason, _ context: Context
  ) -> Phrase? {
    switch reason {
    case .noNotice: Phrase("没有正在进行的公示", "no notice is running")
    case .termRunning(let term):
      Phrase("公示到 \(term.last) 24 时为止，不能提前结束", "the notice runs to the end of \(term.last)")
        + (term.provisional ? Phrase("（暂定）", " (provisional)") : .plain(""))
    case .noticeOver(let day):
      Phrase("公示期已于 \(day) 届满", "the notice was over on \(day)")
    case .objectionOpen(let id, let objector):
      .Act.numbered(.Act.objection, id, objector ?? "")
        + Phrase(" 尚未答复，暂缓办理", " is open and holds this back")
    case .unknownObjection: Phrase("没有这条异议", "no such objection")
    case .letterNotDue: Phrase("此时不发这种函件", "this letter is not due here")
    case .noMeeting: Phrase("请先登记会议（期限与公示 → 会议）", "record the meeting first (Terms → Meetings)")
    case .nobodyPresent: Phrase("请登记到会人员，不能一人也没有", "say who was present; nobody cannot be")
    case .leaderAbsent(let person):
      Phrase("组长 \(context.name(person)) 未到会", "the leader \(context.name(person)) was not present")
    case .notReported: Phrase("组长尚未汇报", "the leader has not reported yet")
    case .opinionMissing: Phrase("缺评审组意见", "the panel's opinion is missing")
    default: nil
    }
  }

  private static func cultivationReason(_ reason: Refusal.Reason) -> Phrase? {
    switch reason {
    case .badAmount: Phrase("数目不对", "wrong amount")
    case .grantPaid: Phrase("资助已发放", "the grant has been paid")
    case .noReportDue(let year): Phrase("没有 \(year) 年度的报告要交", "no report for \(year) is due")
    case .contentsKept(let day):
      Phrase("内容保存到 \(day) 前一天，届时才可销毁", "contents are kept until \(day)")
    case .contentsDestroyed(let day):
      Phrase("内容已于 \(day) 按保存年限销毁", "the contents were destroyed on \(day), kept long enough")
    case .periodOver(let day): Phrase("培育期已于 \(day) 届满", "the period ended on \(day)")
    case .reportLate(let due):
      Phrase("报告应在 \(due) 前提交；逾期的取消培育资格", "due by \(due); a late one loses the place")
    case .nothingOverdue(let due):
      Phrase("没有逾期的报告", "nothing is overdue")
        + (due.map { Phrase("（下次期限 \($0)）", " (next due \($0))") } ?? .plain(""))
    case .noRefundDue: Phrase("没有应退的资助", "no refund is due")
    case .wrongRefund(let amount):
      Phrase("应退 ", "the refund is ") + .yuan(amount)
    case .visitNotSubmitted: Phrase("现场评审尚未提交", "the visit is not submitted yet")
    case .gradesMissing: Phrase("各方面都要评 1 至 5 分", "grade every topic from 1 to 5")
    case .noSupervision: .Supervision.notYet
    case .unknownComplaint: Phrase("没有这条举报投诉", "no such report or complaint")
    case .noFinding: Phrase("须先有查实的结论", "an investigation must have found it first")
    case .noFraudFound:
      Phrase("查处结论没有认定弄虚作假", "no investigation established fraud by this applicant")
    case .fraudNeedsCase:
      Phrase(
        "认定弄虚作假，结果须为“属实”且写明所涉申报", "fraud must be substantiated, and of an application that is named"
      )
    case .ownCase: Phrase("不能处理自己", "not in one's own case")
    default: nil
    }
  }
}
