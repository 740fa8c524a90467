import Foundation
import Procedure

/// Words of supervision's screen, and of turning to supervision.
extension Phrase {
  enum Supervision {
    static func page(_ page: SupervisionScreen.Page) -> Phrase {
      switch page {
      case .complaints: Phrase("举报投诉", "Complaints")
      case .watch: Phrase("关注", "To look at")
      case .assessments: Phrase("互评", "Assessments")
      }
    }
    static func nothing(_ page: SupervisionScreen.Page) -> Phrase {
      switch page {
      case .complaints: Phrase("没有举报投诉", "no reports or complaints")
      case .watch: Phrase("没有需要关注的情况", "nothing unusual")
      case .assessments: Phrase("还没有互评", "no assessments yet")
      }
    }
    static let notYet = Phrase(
      "监督组尚未设立，请秘书处在 设置 → 人员 登记",
      "there is no supervision yet: the secretariat enters it under Set-up → People")
    static let complaints = Phrase("举报投诉（只有监督组可读）", "Complaints (supervision alone reads them)")
    static let pages = Phrase("换页", "page")
    static let pagesHelp = Phrase(
      "在举报投诉、关注、互评之间切换", "between complaints, what to look at, and assessments")
    static let moveHelp = Phrase("上下选择", "selects a row")
    static let read = Phrase("全文", "Read")
    static let readHelp = Phrase("整屏阅读选中的一条", "the selected one over the whole screen")
    static let neighbour = Phrase("前后条", "other one")
    static let neighbourHelp = Phrase("看上一条或下一条", "the one before or after")
    static let more = Phrase("空格 看全文", "space: all of it")

    // MARK: Complaints

    static let standing = Phrase("状态", "State")
    static let topic = Phrase("方面", "Topic")
    static let source = Phrase("来源", "Source")
    static let about = Phrase("涉及", "About")
    static let aboutCase = Phrase("申报", "Application")
    static let person = Phrase("人员", "Person")
    static let lodgedBy = Phrase("登记人", "Entered by")
    static let unnamed = Phrase("未指明", "nobody named")
    static let notBegun = Phrase("待查处", "to look into")
    static func underWay(_ steps: Int) -> Phrase { Phrase("查处中 \(steps)", "\(steps) steps") }
    static func openCount(_ count: Int) -> Phrase { Phrase("未结 \(count)", "\(count) open") }
    static let steps = Phrase("查处经过", "Steps")
    static let noSteps = Phrase("尚无记录", "none yet")
    static let outcome = Phrase("查处结果", "Outcome")
    static let measure = Phrase("处理", "Measure")
    static let closed = Phrase("办结时间", "Closed")
    static let lettersComeHere = Phrase(
      "各方的举报投诉在这里登记、查处、办结（V3）；评审人员、秘书处和区县局也可自行送来。",
      "Reports and complaints are entered, looked into and closed here (V3); experts, secretariat and districts can send theirs themselves."
    )

    static let note = Phrase("记录经过…", "Note a step…")
    static let noteHelp = Phrase("记录查处经过：查了什么、问了谁（V3）", "what was looked into, who was asked (V3)")
    static let step = Phrase("经过", "Step")
    static let lodge = Phrase("登记…", "Register…")
    static let lodgeHelp = Phrase("登记收到的举报投诉（V3）", "registers a report or complaint (V3)")
    static let lodgeTitle = Phrase("登记举报投诉", "Register a report or complaint")
    static let caseNumber = Phrase("申报编号", "Application no.")
    static let lodgeMeans = Phrase(
      "登记后内容只有监督组可读；登记这一事实（何人、何时）可在原始记录文件中看到。",
      "Only supervision can read what it says; that something was entered, by whom and when, can be seen in the raw log file."
    )
    static let dossierFieldHelp = Phrase(
      "涉及哪件申报，如 HZ26-0031；没有则不填", "such as HZ26-0031; empty for none")
    static let textHelp = Phrase("时间、地点、人员、经过", "when, where, who, what happened")
    static let conclude = Phrase("作结论…", "Close…")
    static let concludeHelp = Phrase("作出查处结论和处理措施，办结（V3）", "outcome, measure and finding (V3)")
    static let finding = Phrase("结论", "Finding")
    static let concludingMeans = Phrase("结论作出后不能更改。", "A conclusion cannot be changed.")
    static let unfoundedNeedsNone = Phrase(
      "V3 不属实的只能选“不作处理”", "V3: what is unfounded has no measure")
    static let sanction = Phrase("处理人员…", "Sanction…")
    static let sanctionHelp = Phrase(
      "查实后按情节批评或取消评审资格（V4）", "criticism or disqualification, once established (V4)")
    static let sanctionLabel = Phrase("人员处理", "Sanction")
    static let aboutNobody = Phrase("这条没有指明人员", "nobody is named in it")
    static let neverSanctioned = Phrase("  此前未受处理", "  not sanctioned before")
    static func sanctioned(_ sanctions: [Phrase]) -> Phrase {
      Phrase(
        "  此前：\(sanctions.map(\.zh).joined(separator: "、"))",
        "  before: \(sanctions.map(\.en).joined(separator: ", "))")
    }
    static let criticisingMeans = Phrase(
      "处理决定人人可见，不能撤销。", "Everybody can see it; it cannot be taken back.")
    static let disqualifyingMeans = Phrase(
      "此人即被停用，不能再登录办理；以前所做的保留。处理决定人人可见，不能撤销。",
      "The person is inactive from now on; what they did stays. Everybody can see it; it cannot be taken back."
    )
    static let dossierHelp = Phrase("打开所涉申报的案卷", "opens the case that it names")
    static let noCase = Phrase("不涉及具体申报", "no application in particular")
    static let fraud = Phrase("以弄虚作假终止（V4）…", "End for fraud (V4)…")
    static let fraudHelp = Phrase(
      "查处结论认定申报组织弄虚作假的，取消其本次评审资格，收回资助（V4）",
      "where an investigation established fraud by the applicant, its application ends and the grant is taken back (V4)"
    )
    static let fraudFound = Phrase("认定弄虚作假的结论：", "The finding of fraud: ")
    static let fraudNext = Phrase(
      "办结后用 F8 以弄虚作假终止该申报（V4）；未终止前申报照常进行。",
      "Then F8 ends the application for fraud (V4); until that is done it goes on.")
    static let endingMeans = Phrase(
      "V4：本次申报以弄虚作假立即终止，不能撤销。",
      "V4: the application ends for fraud at once; this cannot be undone.")
    static let losingMeans = Phrase(
      "V4：培育资格以弄虚作假立即取消，须予公告并告知（C4），不能撤销。",
      "V4: the place is taken back for fraud at once, with announcement and letter (C4); this cannot be undone."
    )
    static func grantComesBack(_ amount: Amount, months: Int) -> Phrase {
      Phrase("V4、C4：已发资助 ", "V4, C4: the grant of ") + .yuan(amount)
        + Phrase(
          " 须在 \(months) 个月内退回。", " is to be refunded within \(months) months.")
    }

    // MARK: Turning to supervision

    static let complain = Phrase("向监督组反映…", "Turn to supervision…")
    static let complainHelp = Phrase(
      "向监督组反映问题；内容只有监督组能读（V3）", "a report or complaint that supervision alone can read (V3)")
    /// Which case and whom a complaint is about, as far as it names any.
    static func concerns(_ dossier: String?, _ person: String?) -> Phrase {
      let named = [dossier, person].compactMap { $0 }
      return named.isEmpty
        ? Phrase("（不涉及某份申报或某人）", " (about no application and nobody)")
        : Phrase(
          "（涉及 \(named.joined(separator: "、"))）", " (about \(named.joined(separator: ", ")))")
    }
    static let onlySupervision = Phrase(
      "只有监督组能读内容，并知道是你反映的；送出后你自己也看不到，不能撤回。",
      "Only supervision can read it, and knows that it is from you; once sent not even you can, nor take it back."
    )
    static let tracesStay = Phrase(
      "你何时送过东西这一事实，能读原始记录文件的人看得到；要匿名请当面反映，由监督组登记。",
      "That you sent something, and when, can be seen by one who reads the raw log file; to stay anonymous, tell supervision in person."
    )
    static let sent = Phrase("已送交监督组", "sent to supervision")

    // MARK: Watch list

    static let oddity = Phrase("情况", "What")
    static let rule = Phrase("规则", "Rule")
    static let kindLabel = Phrase("种类", "Kind")
    static let alsoHere = Phrase("本案还有", "Also in this case")
    static let alsoAround = Phrase("另有", "Besides")
    static let jumpsByCase = Phrase(
      "周末和假期之后都会有；F3 只选这一种，逐案列出。", "After every weekend there is one; F3 lists them by case.")
    static let noCaseAtAll = Phrase("（不在个案中）", "(in no case)")
    static let liesInNoCase = Phrase("不在任何一件申报里；见「历史」", "it lies in no case; see the history")
    static let neverAVerdict = Phrase(
      "这里列出的只是值得看一眼的情况，不是结论。", "These are things worth a look, never a verdict.")
    static let filter = Phrase("筛选…", "Filter…")
    static let filterHelp = Phrase("只列一种情况", "one kind alone")
    static let printHelp = Phrase(
      "把已找到的情况写成电子表格（.xlsx）或 CSV 文件", "writes what was found so far as a workbook or as CSV")
    static let again = Phrase("重看", "Look again")
    static let againHelp = Phrase("F4 逐案查看全部申报", "F4 looks through all cases")
    static let stop = Phrase("停止", "Stop")
    static let stopHelp = Phrase("停止查看，已找到的保留", "stops; what was found stays")
    static let notLooking = Phrase("没有在查看", "nothing is being looked through")
    static let looking = Phrase("正在逐案查看 ", "looking through ")
    static let escStops = Phrase("  Esc 停止", "  Esc stops")
    static func left(_ seconds: Int) -> Phrase {
      Phrase("  约剩 \(seconds) 秒", "  about \(seconds) s left")
    }
    static func looked(_ total: Int, unusual: Int, at: Moment) -> Phrase {
      Phrase(
        "\(at.clock) 看完 \(total) 件，\(unusual) 件有可关注之处",
        "\(at.clock): \(total) looked through, \(unusual) with something")
    }
    static func stopped(_ looked: Int, of total: Int, at: Moment) -> Phrase {
      Phrase(
        "\(at.clock) 停止，只看了 \(looked)/\(total) 件（F4 重看）",
        "\(at.clock): stopped after \(looked)/\(total) (F4 again)")
    }

    static func kind(_ kind: OddityKind) -> Phrase {
      switch kind {
      case .settledOutside: Phrase("定分超出评审范围", "settled outside the range")
      case .hurriedReview: Phrase("评审过快", "hurried review")
      case .lateReview: Phrase("评审逾期", "late review")
      case .withdrawnReview: Phrase("撤回评审表", "withdrawn review")
      case .recusal: Phrase("回避", "stepped back")
      case .lateAnswer: Phrase("异议答复超期", "late answer")
      case .lateChangeReport: Phrase("变更报告超期", "late change report")
      case .lateMaterial: Phrase("截止后补录材料", "material entered late")
      case .hurriedConsensus: Phrase("合议过快", "hurried consensus")
      case .reopened: Phrase("重开合议", "reopened consensus")
      case .corrected: Phrase("更正文件", "corrected paper")
      case .met: Phrase("两处并行办理", "done apart on two copies")
      case .held: Phrase("暂缓的办理", "held acts")
      case .arrivedLate: Phrase("过期后才收到", "came after its day")
      case .refuted: Phrase("时间早于所见", "time before what was seen")
      case .clockBack: Phrase("时钟倒退", "clock went back")
      case .clockAhead: Phrase("时钟跳进", "clock jumped ahead")
      case .clockCorrected: Phrase("时钟更正", "clock corrected")
      }
    }

    // MARK: Assessments

    static let ofApplicant = Phrase("对受评组织", "of applicant")
    static let ofPanel = Phrase("对评审组", "of panel")
    static let notAssessed = Phrase("未评", "none")
    static let low = Phrase("偏低", "low")
    static let assessmentsMean = Phrase(
      "现场评审后评审组与受评组织互相评价，1 至 5 分，只有监督组可读（V3）。",
      "After a visit panel and applicant assess each other, 1 to 5; supervision alone reads it (V3)."
    )
  }
}
