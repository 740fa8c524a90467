import Criteria
import Foundation
import Procedure

/// Words of notices, letters, meetings, terms, cultivation and supervision.
extension Phrase {
  static func notice(_ kind: NoticeKind) -> Phrase {
    switch kind {
    case .qualification: Phrase("资格公示", "qualification notice")
    case .onSite: Phrase("现场名单公示", "on-site notice")
    case .proposal: Phrase("拟纳入名单公示", "proposal notice")
    }
  }

  static func letter(_ kind: LetterKind) -> Phrase {
    switch kind {
    case .notQualified: Phrase("资格不符告知函", "letter: not qualified")
    case .notEntered: Phrase("材料评审情况告知函", "letter: not entering on-site review")
    case .objection: Phrase("异议核查告知函", "letter: objection answered")
    case .revoked: Phrase("取消培育资格告知函", "letter: place lost or revoked")
    }
  }

  static func meeting(_ kind: Meeting.Kind) -> Phrase {
    switch kind {
    case .leaders: Phrase("组长会议", "leaders' meeting")
    case .settlement: Phrase("市局合议", "the bureau's settlement")
    case .directors: Phrase("局长办公会", "director meeting")
    }
  }

  static func note(_ kind: NoteKind) -> Phrase {
    switch kind {
    case .recommendation: Phrase("区县推荐意见", "the district's opinion")
    case .returned: Phrase("退回理由", "reason of the return")
    case .qualification: Phrase("资格审查说明", "on the qualification")
    case .entry: Phrase("进入现场的说明", "on entering the visit")
    case .proposal: Phrase("列入名单的说明", "on the proposal")
    case .approval: Phrase("审定说明", "on the approval")
    case .ending: Phrase("终止理由", "reason of the end")
    case .lost: Phrase("取消资格理由", "reason of the loss")
    case .revocation: Phrase("撤销理由", "reason of the revocation")
    }
  }

  static func term(_ kind: TermKind) -> Phrase {
    switch kind {
    case .application: Phrase("申报受理", "applications open")
    case .qualificationNotice: Phrase("资格公示", "qualification notice")
    case .independentReview: Phrase("独立评审", "independent review")
    case .onSiteNotice: Phrase("现场公示", "on-site notice")
    case .visit: Phrase("现场评审", "on-site review")
    case .proposalNotice: Phrase("拟纳入公示", "proposal notice")
    case .objection: Phrase("异议核查", "objection")
    case .yearlyReport: Phrase("年度报告", "yearly report")
    case .refund: Phrase("退回资助", "refund")
    case .cultivation: Phrase("培育期", "cultivation")
    }
  }

  /// What happens when a term is over.
  static func afterwards(_ kind: TermKind) -> Phrase {
    switch kind {
    case .application: Phrase("截止后不再接受增补", "nothing is added after it")
    case .qualificationNotice: Phrase("结束公示，转入材料评审", "close; material review begins")
    case .independentReview: Phrase("组长申请启封", "the leader asks to open")
    case .onSiteNotice: Phrase("结束公示，转入现场评审", "close; the visit is arranged")
    case .visit: Phrase("提交现场评审", "submit the visit")
    case .proposalNotice: Phrase("结束公示，提请审定", "close; goes to approval")
    case .objection: Phrase("须已答复；未答复则暂缓审定", "answered by then; approval waits")
    case .yearlyReport: Phrase("逾期取消培育资格", "the place is lost if late")
    case .refund: Phrase("资助须已退回", "the grant is refunded by then")
    case .cultivation: Phrase("培育期满", "the period ends")
    }
  }

  static func activity(_ kind: ActivityKind) -> Phrase {
    switch kind {
    case .sharing: Phrase("宣传推广与经验分享", "sharing of practice")
    case .responsibility: Phrase("社会责任", "social responsibility")
    case .brand: Phrase("“品字标”“浙江精品”建设", "brand building")
    case .welfare: Phrase("质量公益活动", "public welfare on quality")
    case .incubation: Phrase("质量管理孵化服务", "incubation service")
    }
  }

  static func ending(_ ending: Ending) -> Phrase {
    switch ending {
    case .fraud: Phrase("弄虚作假", "fraud")
    case .ineligible: Phrase("不再符合条件", "no longer eligible")
    case .withdrawn: Phrase("申报组织退出", "withdrawn by the applicant")
    case .reportMissing: Phrase("未按期提交年度报告", "yearly report missing")
    case .breach: Phrase("重大事故或严重违法违规", "major accident or serious breach")
    }
  }

  static func topic(_ topic: SupervisionTopic) -> Phrase {
    switch topic {
    case .fairness: Phrase("公开公平公正、不收费", "openness, fairness, no fees")
    case .procedure: Phrase("遵守程序", "procedure kept")
    case .discipline: Phrase("遵守纪律", "discipline kept")
    case .influence: Phrase("不当影响评审", "improper influence")
    }
  }

  static func source(_ source: ComplaintSource) -> Phrase {
    switch source {
    case .applicant: Phrase("受评组织", "applicant")
    case .expert: Phrase("评审人员", "expert")
    case .staff: Phrase("工作人员", "staff")
    case .publicReport: Phrase("社会举报", "the public")
    case .anonymous: Phrase("匿名", "anonymous")
    }
  }

  static func outcome(_ outcome: Outcome) -> Phrase {
    switch outcome {
    case .substantiated: Phrase("属实", "substantiated")
    case .partly: Phrase("部分属实", "partly substantiated")
    case .unfounded: Phrase("不属实", "unfounded")
    }
  }

  static func measure(_ measure: Measure) -> Phrase {
    switch measure {
    case .none: Phrase("不作处理", "none")
    case .corrected: Phrase("直接纠正", "corrected")
    case .proposed: Phrase("向市局提出处理意见", "proposed to the bureau")
    case .referred: Phrase("移交司法机关", "referred as a crime")
    case .fraud: Phrase("认定申报组织弄虚作假（V4）", "fraud by the applicant established (V4)")
    }
  }

  static func sanction(_ sanction: Sanction) -> Phrase {
    switch sanction {
    case .criticism: Phrase("批评", "criticism")
    case .disqualification: Phrase("取消评审资格", "disqualification")
    }
  }

  static func assessment(_ direction: Assessment.Direction) -> Phrase {
    switch direction {
    case .ofApplicant: Phrase("评审组评受评组织", "the panel of the applicant")
    case .ofPanel: Phrase("受评组织评评审组", "the applicant of the panel")
    }
  }

  static func oddity(_ oddity: Oddity, _ context: Context) -> Phrase {
    switch oddity {
    case .settledOutside(let item, let settled, let low, let high):
      Phrase(
        "\(item) 定分 \(settled)% 在评审 \(low)–\(high) 之外",
        "\(item) settled at \(settled)% outside \(low)–\(high)")
    case .hurriedReview(let person, let minutes):
      Phrase(
        "\(context.name(person)) 的评审 \(minutes) 分钟即提交",
        "\(context.name(person)) handed in after \(minutes) minutes")
    case .lateReview(let person, let due):
      Phrase(
        "\(context.name(person)) 逾期提交（期限 \(due)）",
        "\(context.name(person)) handed in after \(due)")
    case .withdrawnReview(let person, let count):
      Phrase(
        "\(context.name(person)) 撤回评审表 \(count) 次",
        "\(context.name(person)) withdrew \(count) times")
    case .recusal(let person, let ground):
      Phrase(
        "\(context.name(person)) 回避：\(Phrase.ground(ground).zh)",
        "\(context.name(person)) stepped back: \(Phrase.ground(ground).en)")
    case .lateAnswer(let id, let due):
      .Act.numbered(.Act.objection, id, "")
        + Phrase(" 超期（\(due)）", " answered late (\(due))")
    case .lateChangeReport(let occurred, let due):
      Phrase(
        "\(occurred) 的变更超期报告（期限 \(due)）", "change of \(occurred) reported after \(due)")
    case .lateMaterial(let title, let day, let receiver):
      Phrase(
        "截止后补录「\(title)」，\(day) 由\(receiver)收到",
        "«\(title)» entered after closing, received on \(day) by \(receiver)")
    case .hurriedConsensus(let minutes):
      Phrase("合议 \(minutes) 分钟即完成", "consensus finished in \(minutes) minutes")
    case .reopened(let revision):
      Phrase("合议重开，第 \(revision) 次", "consensus reopened, revision \(revision)")
    case .corrected(let record):
      correction(record, context)
    case .met(let record): Phrase("两处各办了一次、尚未定夺：", "done apart, not settled: ") + .record(record)
    case .held(let count):
      Phrase("暂缓 \(count) 件，等秘书处或监督组认可", "\(count) held, to be accepted or left")
    case .arrivedLate(let person, let kind, let signed, let arrived):
      .History.name(of: kind)
        + Phrase(
          "：\(context.name(person)) 签于 \(short(signed))，过期后 \(short(arrived)) 才收到",
          ": signed by \(context.name(person)) \(short(signed)), came after its day, \(short(arrived))"
        )
    case .refuted(let person, let at, let seen):
      Phrase(
        "\(context.name(person)) 的时间 \(short(at)) 早于其所见记录 \(short(seen))",
        "\(context.name(person)) at \(short(at)), before what they had seen of \(short(seen))")
    case .clockBack(let person, let at, let seconds):
      .History.step(.back(seconds: seconds))
        + Phrase("：\(context.name(person)) \(short(at))", ": \(context.name(person)) \(short(at))")
    case .clockAhead(let count, let longest):
      Phrase("时钟跳进一天以上 \(count) 次，最长 ", "clock over a day ahead \(count) times, at most ")
        + .span(longest)
    case .clockCorrected(let person, let at, let reason):
      Phrase(
        "时钟更正：\(reason)（\(context.name(person)) \(short(at))）",
        "clock corrected: \(reason) (\(context.name(person)) \(short(at)))")
    }
  }

  private static func correction(_ record: CorrectionRecord, _ context: Context) -> Phrase {
    let (slip, who) = (record.correction, "\(context.name(record.by)) \(short(record.at))")
    return Phrase("更正", "corrected ") + .Act.paper(slip.kind, slip.ordinal) + Phrase("的", ", ")
      + .Act.part(slip.part)
      + Phrase(
        "：「\(slip.former)」改为「\(slip.right)」，\(slip.reason)（\(who)）",
        ": «\(slip.former)» to «\(slip.right)», \(slip.reason) (\(who))")
  }

  /// A moment to the minute.
  private static func short(_ moment: Moment) -> String { String(moment.description.dropLast(3)) }

  static func tier(_ rank: Int) -> Phrase { Phrase("第 \(rank) 层级", "tier \(rank)") }
}
