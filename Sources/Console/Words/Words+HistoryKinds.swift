import Foundation
import Procedure
import Store

/// The phrase of every kind of entry, for those whose body is sealed.
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
    case .parametersAdopted: Phrase("采用程序参数", "adopted parameters")
    case .callAnnounced: Phrase("发布申报通知", "announced the call")
    case .calendarLoaded: Phrase("载入工作日历", "loaded a calendar")
    case .meetingHeld: Phrase("登记会议", "recorded a meeting")
    case .personSanctioned: Phrase("处理人员", "sanctioned a person")
    case .cycleClosed: Phrase("关闭年度", "closed the cycle")
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
    }
  }

  static func name(of kind: KeyEventKind) -> Phrase {
    switch kind {
    case .storeFounded: Phrase("建立评审库", "founded the store")
    case .invitationMade: Phrase("生成邀请码", "made an invitation")
    case .personKeyed: Phrase("登记公钥", "registered public keys")
    case .groupFounded: Phrase("建立群组钥匙", "founded a group's key")
    case .keysGranted: Phrase("发放钥匙", "gave keys")
    case .halvesMade: Phrase("分存评审表钥匙", "put a sheet's key in two halves")
    case .halvesReleased: Phrase("移交钥匙半份", "handed halves over")
    case .sheetsShared: Phrase("向评审组开放评审表", "shared the sheets with the panel")
    }
  }

  /// The words of a field of the log; the log's own name where there are none.
  static func field(_ name: String) -> Phrase {
    fields[name] ?? EntryWords.field(name) ?? .plain(name)
  }

  private static let fields: [String: Phrase] = [
    "person": Phrase("人员", "person"), "reviewer": Phrase("评审员", "reviewer"),
    "reviewers": Phrase("评审员", "reviewers"), "name": Phrase("名称", "name"),
    "roles": Phrase("身份", "roles"), "district": Phrase("区县", "district"),
    "employer": Phrase("单位", "employer"), "consultancies": Phrase("咨询对象", "consultancies"),
    "expertise": Phrase("专长", "expertise"), "active": Phrase("启用", "active"),
    "fingerprint": Phrase("指纹", "fingerprint"), "panel": Phrase("评审组", "panel"),
    "leader": Phrase("组长", "leader"), "deputy": Phrase("副组长", "deputy"),
    "members": Phrase("成员", "members"), "stage": Phrase("阶段", "stage"),
    "application": Phrase("申报", "application"), "document": Phrase("材料", "document"),
    "title": Phrase("标题", "title"), "kind": Phrase("种类", "kind"),
    "characters": Phrase("字数", "characters"), "file": Phrase("文件", "file"),
    "to": Phrase("到", "to"), "note": Phrase("说明", "note"), "due": Phrase("期限", "due"),
    "interest": Phrase("利益关系", "interest"), "ground": Phrase("事由", "ground"),
    "revision": Phrase("第几次", "revision"), "sheet": Phrase("评审表", "sheet"),
    "items": Phrase("条款", "items"), "item": Phrase("条款", "item"),
    "mark": Phrase("得分", "mark"), "percentage": Phrase("得分率", "percentage"),
    "percentages": Phrase("得分率", "percentages"), "reason": Phrase("理由", "reason"),
    "comments": Phrase("意见", "comments"), "text": Phrase("内容", "text"),
    "evidence": Phrase("证据", "evidence"), "threshold": Phrase("极差界限", "threshold"),
    "present": Phrase("到会", "present"), "absences": Phrase("缺席", "absences"),
    "conclusion": Phrase("结论", "conclusion"), "total": Phrase("总分", "total"),
    "tier": Phrase("层级", "tier"), "from": Phrase("从", "from"), "until": Phrase("到", "until"),
    "checks": Phrase("检查项", "checks"), "check": Phrase("检查项", "check"),
    "agenda": Phrase("议程", "agenda"), "finding": Phrase("核查", "finding"),
    "outcome": Phrase("结果", "outcome"), "method": Phrase("方法", "method"),
    "place": Phrase("地点", "place"), "asked": Phrase("对象", "asked"),
    "opinion": Phrase("意见", "opinion"), "material": Phrase("材料得分率", "material"),
    "year": Phrase("年度", "year"), "id": Phrase("编号", "id"),
    "industry": Phrase("行业", "trade"), "creditCode": Phrase("信用代码", "credit code"),
    "staff": Phrase("人数", "staff"), "founded": Phrase("成立", "founded"),
    "modelSince": Phrase("导入模式", "model since"), "encouraged": Phrase("鼓励申报", "encouraged"),
    "controlled": Phrase("控股组织", "controlled"), "authors": Phrase("作者", "authors"),
    "comment": Phrase("意见", "comment"), "used": Phrase("采用", "used"),
    "parameters": Phrase("参数", "parameters"), "points": Phrase("核实点", "points"),
    "complaint": Phrase("举报投诉", "complaint"), "topic": Phrase("方面", "topic"),
    "source": Phrase("来源", "source"), "measure": Phrase("处理", "measure"),
    "sanction": Phrase("人员处理", "sanction"), "direction": Phrase("谁评谁", "direction"),
    "assessment": Phrase("互评", "assessment"), "grades": Phrase("评分", "grades"),
    "number": Phrase("文号", "number"), "notice": Phrase("公示", "notice"),
    "letter": Phrase("函件", "letter"), "meeting": Phrase("会议", "meeting"),
    "enters": Phrase("进入现场", "enters"), "isProposed": Phrase("列入名单", "proposed"),
    "isApproved": Phrase("审定通过", "approved"), "objection": Phrase("异议", "objection"),
    "content": Phrase("内容", "content"), "objector": Phrase("异议人", "objector"),
    "facts": Phrase("事实", "facts"), "reasons": Phrase("理由", "reasons"),
    "answer": Phrase("答复", "answer"), "isUpheld": Phrase("成立", "upheld"),
    "on": Phrase("日期", "on"), "day": Phrase("日期", "day"), "sent": Phrase("发出", "sent"),
    "published": Phrase("发布", "published"), "last": Phrase("最后一日", "last day"),
    "provisional": Phrase("暂定", "provisional"), "days": Phrase("工作日", "working days"),
    "holds": Phrase("期满后继续", "what follows waits"), "payment": Phrase("款项", "payment"),
    "amount": Phrase("金额（元）", "amount (yuan)"), "activity": Phrase("活动", "activity"),
    "by": Phrase("原因", "by"), "refundDue": Phrase("退款期限", "refund due"),
    "about": Phrase("关于", "about"), "inquiry": Phrase("征询", "inquiry"),
    "purpose": Phrase("用途", "purpose"), "department": Phrase("部门", "department"),
    "question": Phrase("征询内容", "question"), "isAdverse": Phrase("有不利情况", "speaks against"),
    "rule": Phrase("规则", "rule"), "isMet": Phrase("符合", "met"),
    "isQualified": Phrase("资格符合", "qualified"), "form": Phrase("申报表", "form"),
    "copies": Phrase("份数", "copies"), "electronic": Phrase("电子", "electronic"),
    "paper": Phrase("纸质", "paper"), "report": Phrase("变更报告", "report"),
    "occurred": Phrase("发生日期", "happened on"), "reported": Phrase("报告日期", "reported on"),
    "sealedOn": Phrase("盖章日期", "sealed on"), "years": Phrase("三年指标", "figures"),
    "declarations": Phrase("声明", "declarations"), "address": Phrase("地址", "address"),
    "legalRepresentative": Phrase("法定代表人", "legal representative"),
    "qualityOfficer": Phrase("首席质量官", "quality officer"), "contact": Phrase("联系人", "contact"),
    "size": Phrase("规模", "size"), "group": Phrase("集团", "group"),
    "systems": Phrase("已获认证体系", "systems"), "awards": Phrase("所获奖项", "awards"),
    "appointment": Phrase("任命文号", "appointment"),
    "industryCode": Phrase("行业代码", "trade code"),
  ]
}
