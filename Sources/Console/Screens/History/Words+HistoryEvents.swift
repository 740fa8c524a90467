import Criteria
import Foundation
import Procedure
import Store

/// What the history says of every kind of event: what it is called, and what stands behind its name.
extension Phrase.History {
  static func name(of kind: EventKind) -> Phrase {
    switch kind {
    case .cycleOpened: Phrase("开启年度", "opened the cycle")
    case .personInvited: Phrase("邀请人员", "invited a person")
    case .personChanged: Phrase("更改人员", "changed a person")
    case .personJoined: Phrase("首次登录", "joined")
    case .personConfirmed: Phrase("核对指纹并启用", "confirmed a person")
    case .panelFormed: Phrase("组成评审组", "formed a panel")
    case .panelChanged: Phrase("调整评审组", "changed a panel")
    case .caseRegistered: Phrase("登记申报", "registered the application")
    case .documentAttached: Phrase("附上材料", "attached material")
    case .documentRemoved: Phrase("撤下材料", "removed material")
    case .documentReceived: Phrase("截止后补录材料", "entered material after closing")
    case .splittingCorrected: Phrase("更正条款划分", "corrected the splitting")
    case .parametersAdopted: Phrase("采用程序参数", "adopted parameters")
    case .callAnnounced: Phrase("发布申报通知", "announced the call")
    case .calendarLoaded: Phrase("载入工作日历", "loaded a calendar")
    case .meetingHeld: Phrase("登记会议", "recorded a meeting")
    case .letterheadSet: Phrase("填写文头", "set the letterhead")
    case .paperKept: Phrase("留存文件", "kept a paper")
    case .minutesRecorded: Phrase("会议纪要", "minutes of a meeting")
    case .paperCorrected: Phrase("更正文件", "corrected a paper")
    case .objectionDelivered: Phrase("异议答复送达", "delivered an answer")
    case .personSanctioned: Phrase("处理人员", "sanctioned a person")
    case .cycleClosed: Phrase("关闭年度", "closed the cycle")
    case .entryNoted: Phrase("注明无效记录", "noted a void entry")
    case .entriesAccepted: Phrase("认可暂缓的办理", "accepted what was held")
    case .clockCorrected: Phrase("时钟更正", "corrected the clock")
    case .copyRetired: Phrase("登记副本停用", "retired a copy")
    case .complaintLodged: Phrase("提交举报投诉", "lodged a complaint")
    case .investigationNoted: Phrase("记录查处经过", "noted a step of an investigation")
    case .investigationClosed: Phrase("作出查处结论", "closed an investigation")
    case .applicationAmended: Phrase("更改申报信息", "amended the application")
    case .formFilled: Phrase("填写申报表", "filled in the form")
    case .copiesCounted: Phrase("清点份数", "counted the copies")
    case .applicationSubmitted: Phrase("提交申报", "handed the application in")
    case .applicationRecommended: Phrase("区县推荐", "recommended it")
    case .applicationReturned: Phrase("退回申报", "returned the application")
    case .applicationResumed: Phrase("重新申报", "took the application up again")
    case .changeReported: Phrase("登记变更报告", "recorded a change report")
    case .conditionDecided: Phrase("判定条件", "decided a condition")
    case .inquirySent: Phrase("向部门征询", "asked a department")
    case .inquiryRecorded: Phrase("征询内容", "content of an inquiry")
    case .inquiryAnswered: Phrase("登记部门答复", "recorded an answer")
    case .qualificationDecided: Phrase("资格审查决定", "decided on qualification")
    case .materialNoted: Phrase("意见", "a note with the material")
    case .officeNoted: Phrase("说明", "a note of the bureau")
    case .noticePublished: Phrase("发布公示", "published a notice")
    case .noticeClosed: Phrase("结束公示", "closed a notice")
    case .letterSent: Phrase("发出函件", "sent a letter")
    case .meetingReportGiven: Phrase("向组长会议汇报", "reported to the leaders' meeting")
    case .meetingReported: Phrase("汇报内容", "content of the report")
    case .entryDecided: Phrase("决定是否进入现场", "decided on entering the visit")
    case .proposalDecided: Phrase("决定是否列入建议名单", "decided on the proposed list")
    case .objectionReceived: Phrase("收到异议", "received an objection")
    case .objectionRecorded: Phrase("异议内容", "content of an objection")
    case .objectionAnswered: Phrase("答复异议", "answered an objection")
    case .approvalDecided: Phrase("审定", "decided on approval")
    case .listPublished: Phrase("公布名单", "published the list")
    case .caseEnded: Phrase("终止申报", "ended the application")
    case .grantPaid: Phrase("发放资助", "paid the grant")
    case .activityRecorded: Phrase("登记活动", "recorded an activity")
    case .reportReceived: Phrase("收到年度报告", "received a yearly report")
    case .placeLost: Phrase("取消培育资格", "ended the place")
    case .lossAnnounced: Phrase("公告取消", "announced the loss")
    case .grantRefunded: Phrase("收回资助", "recorded the refund")
    case .assessmentGiven: Phrase("提交互评", "gave an assessment")
    case .assessmentRecorded: Phrase("互评内容", "content of an assessment")
    case .panelAssigned: Phrase("分配评审组", "assigned a panel")
    case .declarationSigned: Phrase("签署回避声明", "signed the declaration")
    case .personRecused: Phrase("回避", "stepped back")
    case .reviewersDesignated: Phrase("指定评审员", "designated reviewers")
    case .reviewStarted: Phrase("开始独立评审", "started the review")
    case .sheetHandedIn: Phrase("提交评审表", "handed the sheet in")
    case .sheetRecorded: Phrase("评审表内容", "the sheet's content")
    case .sheetWithdrawn: Phrase("撤回评审表", "withdrew the sheet")
    case .openingAsked: Phrase("申请启封", "asked to open")
    case .openingReleased: Phrase("交出启封钥匙", "released the key")
    case .consensusOpened: Phrase("启封评审表，开启合议", "opened the sheets and the consensus")
    case .attendanceRecorded: Phrase("登记到会人员", "recorded attendance")
    case .itemDiscussed: Phrase("记录讨论意见", "recorded a discussion")
    case .itemMerged: Phrase("合并意见", "merged comments")
    case .itemSettled: Phrase("条款定分", "settled an item")
    case .dissentRecorded: Phrase("记录不同意见", "recorded a dissent")
    case .consensusConcluded: Phrase("作出合议结论", "concluded the consensus")
    case .consensusFinished: Phrase("完成合议", "finished the consensus")
    case .materialResult: Phrase("材料评审结果", "the material result")
    case .consensusReopened: Phrase("重开合议", "reopened the consensus")
    case .visitArranged: Phrase("安排现场评审", "arranged the visit")
    case .visitPrepared: Phrase("生成检查表和议程", "prepared checklist and agenda")
    case .agendaChanged: Phrase("更改议程", "changed the agenda")
    case .checkAdded: Phrase("增加检查项", "added a check")
    case .checkTicked: Phrase("记录核查结果", "recorded a finding")
    case .siteMarkProposed: Phrase("提出现场得分率", "proposed a site percentage")
    case .siteMarkSettled: Phrase("确定现场得分率", "settled a site percentage")
    case .visitConcluded: Phrase("作出现场评审意见", "concluded the visit")
    case .visitSubmitted: Phrase("提交现场评审", "submitted the visit")
    case .siteResult: Phrase("现场评审结果", "the on-site result")
    case .contentsDestroyed: Phrase("满保存年限，销毁内容", "destroyed what was kept long enough")
    }
  }

  /// What an event says, after the name of its kind; nil where the name says all.
  static func detail(of event: Event, ordinal: Int?, _ context: Context) -> Phrase? {
    let name = { (person: PersonID) in context.name(person) }
    let names = { (people: [PersonID]) in people.map(context.name).joined(separator: "、") }
    let panel = { (id: PanelID) in context.cycle.panels[id]?.name ?? id.rawValue }
    let item = { (id: ItemID) -> Phrase in
      context.edition.item(id).map { .plain("\(id) ") + Phrase($0.name) } ?? .plain("\(id)")
    }
    switch event {
    case .cycleOpened(let year, let title, _, _): return written("\(year) \(title)")
    case .personInvited(let person): return who(person)
    case .personChanged(let person):
      return person.active ? who(person) : who(person) + Phrase("（停用）", " (inactive)")
    case .personJoined(let person, _):
      return Phrase("\(name(person)) 建立了钥匙", "\(name(person)) made their keys")
    case .personConfirmed(let person, _): return written(name(person))
    case .panelFormed(let panel), .panelChanged(let panel):
      return Phrase(
        "\(panel.name)，组长 \(name(panel.leader))，\(panel.members.count) 人",
        "\(panel.name), leader \(name(panel.leader)), \(panel.members.count) members")
    case .caseRegistered(let application, _), .applicationAmended(let application):
      return written("\(application.id) \(application.name)")
    case .documentAttached(let document): return self.document(document)
    case .documentRemoved(let id): return .document(id)
    case .documentReceived(let document, let receipt):
      return self.document(document)
        + Phrase(
          "，\(receipt.receivedOn) 由\(receipt.receivedBy)收到",
          ", received on \(receipt.receivedOn) by \(receipt.receivedBy)")
    case .splittingCorrected(let id, let corrections, _):
      return .document(id) + Phrase("，\(corrections.count) 处", ", \(corrections.count) places")
    case .panelAssigned(let id): return written(panel(id))
    case .declarationSigned(_, let interest):
      return interest.map { .ground($0.ground) } ?? Phrase("无利益关系", "no interest")
    case .personRecused(_, let interest): return .ground(interest.ground)
    case .reviewersDesignated(let reviewers, let due):
      return Phrase("\(names(reviewers))，期限 \(due)", "\(names(reviewers)), due \(due)")
    case .reviewStarted: return nil
    case .sheetHandedIn(_, let revision), .consensusFinished(let revision):
      return revision > 1 ? time(revision) : nil
    case .sheetRecorded(let reviewer, _, let sheet):
      return Phrase(
        "\(name(reviewer))，\(sheet.marked) 条", "\(name(reviewer)), \(sheet.marked) items")
    case .sheetWithdrawn(_, _, let reason): return written(reason.onOneLine)
    case .openingAsked, .openingReleased, .visitSubmitted: return nil
    case .consensusOpened(let revision, let threshold):
      let limit = Phrase("极差界限 \(threshold)", "range limit \(threshold)")
      return revision > 1 ? time(revision) + Phrase("，", ", ") + limit : limit
    case .attendanceRecorded(let present, let absences, let place):
      return Phrase(
        "到会 \(present.count) 人（\(names(present))），缺席 \(absences.count) 人",
        "\(present.count) present (\(names(present))), \(absences.count) absent")
        + after(place ?? "")
    case .itemDiscussed(let id, let text): return item(id) + after(text)
    case .itemMerged(let id, let merge):
      let used = merge.comments.count(where: \.used)
      return item(id)
        + Phrase(
          "，采用 \(used)/\(merge.comments.count) 条", ", \(used)/\(merge.comments.count) used")
    case .itemSettled(let id, let percentage, let reason),
      .siteMarkProposed(let id, let percentage, let reason),
      .siteMarkSettled(let id, let percentage, let reason):
      return item(id) + .plain(" \(percentage)%") + after(reason)
    case .dissentRecorded(let id, let person, let text):
      return item(id) + .plain(" \(name(person))") + after(text)
    case .consensusConcluded(let total, let text), .visitConcluded(let total, let text):
      return Phrase("\(total) 分，", "\(total) points, ") + short(text)
    case .materialResult(_, let total, _): return Phrase("\(total) 分", "\(total) points")
    case .consensusReopened(let revision, let reason):
      return time(revision) + after(reason)
    case .visitArranged(let id, let from, let until):
      return written("\(panel(id))，\(from) – \(until)")
    case .visitPrepared(_, let checks, let agenda):
      return Phrase(
        "检查项 \(checks.count)，议程 \(agenda.count) 项",
        "\(checks.count) checks, \(agenda.count) lines")
    case .agendaChanged(let agenda):
      let held = agenda.count(where: \.done)
      return Phrase("\(agenda.count) 项，已进行 \(held)", "\(agenda.count) lines, \(held) held")
    case .checkAdded(let check): return .plain("\(check.item) ") + short(check.text)
    case .checkTicked(_, let finding):
      let check = ordinal.map { Phrase("检查项 \($0) ", "check \($0) ") } ?? .plain("")
      return check + .OnSite.outcome(finding.outcome) + after(finding.evidence)
    case .siteResult(let total, let tier, _):
      let rank =
        Phrase("，", ", ") + (tier.map(Phrase.tier) ?? Phrase("未达最低层级", "below the tiers"))
      return Phrase("\(total) 分", "\(total) points") + rank
    case .parametersAdopted(let parameters): return Phrase(parameters.city)
    case .callAnnounced(let from, let until): return .plain("\(from) – \(until)")
    case .formFilled(let form): return .organisation(form.kind)
    case .copiesCounted(let copies):
      return Phrase(
        "电子 \(copies.values.map(\.electronic).reduce(0, +))，纸质 \(copies.values.map(\.paper).reduce(0, +))",
        "\(copies.values.map(\.electronic).reduce(0, +)) electronic, \(copies.values.map(\.paper).reduce(0, +)) on paper"
      )
    case .applicationSubmitted(let day): return .plain("\(day)")
    case .applicationRecommended(let day): return Phrase("盖章日期 \(day)", "sealed on \(day)")
    case .changeReported(let report):
      return .change(report.kind) + .plain(" \(report.occurred) ") + short(report.text)
    case .conditionDecided(let rule, let isMet, let reason):
      return .plain("\(rule.rawValue) ") + .judgement(isMet ? .met : .notMet) + after(reason)
    case .inquirySent(let purpose, let day, let number):
      return .purpose(purpose) + .plain(" \(day)" + (number.map { " \($0)" } ?? ""))
    case .inquiryRecorded(_, let content):
      return .plain(content.department) + after(content.answer ?? content.question)
    case .inquiryAnswered(_, let day): return .plain("\(day)")
    case .qualificationDecided(let isQualified): return yes(isQualified)
    case .materialNoted(let kind, let text), .officeNoted(let kind, let text):
      return .note(kind) + after(text)
    case .noticePublished(let notice):
      return .notice(notice.kind)
        + .plain(" \(notice.number)  \(notice.published) – \(notice.last)")
        + (notice.provisional ? Phrase("（暂定）", " (provisional)") : .plain(""))
    case .noticeClosed(let kind, let day): return .notice(kind) + .plain(" \(day)")
    case .letterSent(let letter): return .letter(letter.kind) + .plain(" \(letter.number)")
    case .meetingReported(let text): return short(text)
    case .entryDecided(let meeting, let isYes), .proposalDecided(let meeting, let isYes),
      .approvalDecided(let meeting, let isYes):
      return yes(isYes) + .plain("  ") + self.meeting(meeting, context)
    case .objectionReceived(let day, let due):
      return Phrase("\(day)，答复期限 \(due.last)", "\(day), answer due \(due.last)")
    case .objectionRecorded(_, let content):
      return .plain(content.objector) + after(content.answer ?? content.facts)
    case .objectionAnswered(_, _, let isUpheld):
      return isUpheld ? Phrase("成立", "upheld") : Phrase("不成立", "not upheld")
    case .listPublished(let number, _, let until, let tier, let total):
      return .plain("\(number)  \(total.fixed)  ") + Phrase.tier(tier)
        + Phrase("，培育至 \(until)", ", until \(until)")
    case .caseEnded(let ending, _): return .ending(ending)
    case .meetingHeld(let meeting):
      return .meeting(meeting.kind)
        + Phrase(
          " \(meeting.day)，到会 \(meeting.present.count) 人",
          " \(meeting.day), \(meeting.present.count) present")
    case .letterheadSet(let head): return written(head.signer)
    case .minutesRecorded(let id, let minutes):
      return meeting(id, context)
        + Phrase("，决定 \(minutes.decisions.count) 项", ", \(minutes.decisions.count) decisions")
    case .paperCorrected(let correction):
      return .Act.paper(correction.kind, correction.ordinal) + .plain(" ")
        + .Act.part(correction.part)
        + .plain("：\(correction.former) → \(correction.right)") + after(correction.reason)
    case .objectionDelivered(_, let delivery):
      return .Act.means(delivery.means) + .plain(" \(delivery.day)")
    case .paperKept(let paper):
      return .plain(paper.title + (paper.number.map { " \($0)" } ?? ""))
    case .personSanctioned(let person, let sanction):
      return .plain("\(context.name(person)) ") + .sanction(sanction)
    case .cycleClosed(let year): return .plain("\(year)")
    case .entryNoted(let entry, _, _, let reason):
      return .plain(String(entry.rawValue.prefix(12))) + after(reason)
    case .entriesAccepted(let entries, let reason):
      return .plain(entries.map { String($0.rawValue.prefix(12)) }.joined(separator: " "))
        + after(reason)
    case .clockCorrected(let last, let reason):
      return Phrase("上一条记为 \(last)", "the entry before says \(last)") + after(reason)
    case .copyRetired(let copy, let reason): return .plain(Phrase.copy(copy)) + after(reason)
    case .complaintLodged(let complaint): return .topic(complaint.topic) + after(complaint.text)
    case .investigationNoted(let id, let text): return self.complaint(id) + after(text)
    case .investigationClosed(let id, let outcome, let measure, let finding):
      return self.complaint(id) + .plain(" ") + .outcome(outcome) + Phrase("，", ", ")
        + .measure(measure) + after(finding)
    case .grantPaid(let payment), .grantRefunded(let payment):
      return .Frame.yuan(payment.amount, payment.day)
    case .activityRecorded(let activity): return .activity(activity.kind) + after(activity.text)
    case .reportReceived(let year, let day):
      return Phrase("\(year) 年度，\(day)", "for \(year), \(day)")
    case .placeLost(let ending, _, let refund):
      return .ending(ending)
        + (refund.map { Phrase("，\($0) 前退回资助", ", refund by \($0)") } ?? .plain(""))
    case .lossAnnounced(let number, _): return .plain(number)
    case .assessmentGiven(let direction), .assessmentRecorded(let direction, _):
      return .assessment(direction)
    case .calendarLoaded, .applicationReturned, .applicationResumed, .meetingReportGiven,
      .contentsDestroyed:
      return nil
    }
  }
}
