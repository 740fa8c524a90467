import Foundation
import Procedure

/// Words of the forms of the procedure's acts.
extension Phrase {
  enum Act {
    static let destroysAll = Phrase(
      "草稿、全部封存内容和附件在这份库里删除，不能恢复；登记、签名和公开的事实保留，检查照样通过。其他的库下次交换后也删除；备份、U 盘和网盘上的旧文件须自行清理",
      """
      drafts, all that is sealed and the attachments are deleted here and cannot be brought back; entries, \
      signatures and clear facts stay, and checks pass. Other copies delete theirs after the next exchange; \
      backups, sticks and shares are cleared by hand
      """)
    static let destroysDrafts = Phrase(
      "在名单上的只删除评审草稿，不能恢复；材料、评审表、合议和现场记录照样保留",
      "of what is on the list only drafts are deleted, for good; material, sheets and records stay")
    static let contents = Phrase("内容", "Contents")
    static func emptied(_ day: Day) -> Phrase {
      Phrase("\(day) 满保存年限，已销毁", "destroyed on \(day), kept long enough")
    }
    static func draftsDestroyed(_ day: Day) -> Phrase {
      Phrase("\(day) 满保存年限，草稿已销毁", "drafts destroyed on \(day)")
    }
    static let opinion = Phrase("推荐意见", "Opinion")
    static let sealedOn = Phrase("盖章日期", "Sealed on")
    static let occurred = Phrase("发生日期", "Happened on")
    static let reported = Phrase("报告日期", "Reported on")
    static let text = Phrase("内容", "Text")
    static let departments = Phrase("部门", "Departments")
    static let departmentsHelp = Phrase(
      "空格取舍，←→ 移动；已征询过的未勾选", "space takes, ←→ move; those asked before are left out")
    static let chooseDepartment = Phrase("请选择部门", "choose a department")
    static let otherDepartments = Phrase("其他部门", "Others")
    static let question = Phrase("征询内容", "Question")
    static let standardInquiry = Phrase(
      "请核实该组织近三年合法生产经营及信用情况", "Please check lawful operation and credit of the last three years")
    static let standardOpinion = Phrase(
      "请对拟纳入培育组织建议名单和材料提出意见", "Please give your opinion on the proposed list and material")
    static let inquiry = Phrase("征询", "Inquiry")
    static let inquiriesHelp = Phrase(
      "空格取舍，←→ 移动；未答复的部门不勾", "space takes, ←→ move; leave out who has not answered")
    static let answerHelp = Phrase(
      "无不利情况的可以不写；有不利情况须写明", "may stay empty where nothing speaks against it")
    static let answer = Phrase("答复", "Answer")
    static let adverse = Phrase("情况", "It says")
    static let favourable = Phrase("无不利情况", "nothing against")
    static let isAdverse = Phrase("有不利情况", "speaks against")
    static let condition = Phrase("条件", "Condition")
    static let decision = Phrase("决定", "Decision")
    static let conditionHelp = Phrase(
      "与系统初判不一致时须写理由", "a reason is due where it differs from the finding")
    static let notAsFound = Phrase("未含：", "not among them: ")
    static let numbersFollow = Phrase(
      "第一件的编号，其余逐件加一", "of the first letter; the others count on from it")
    static let qualified = Phrase("符合条件，批准进入材料评审", "qualified: to material review")
    static let notQualified = Phrase("不符合条件", "not qualified")
    static let reasonIfNot = Phrase("不予通过、达线未进入等须写理由", "a reason is due where it is held back")
    static let noticeNumber = Phrase("公示（公告）编号", "Notice number")
    static let letterNumber = Phrase("函件编号", "Letter number")
    static let listNumber = Phrase("公布文号", "List number")
    static func runsUntil(_ term: Term, days: Int) -> Phrase {
      Phrase(
        "\(days) 个工作日，自今日起至 \(term.last)\(term.provisional ? "（暂定）" : "")",
        "\(days) working days, from today to \(term.last)\(term.provisional ? " (provisional)" : "")"
      )
    }
    static let objector = Phrase("异议人", "Objector")
    static let objection = Phrase("异议", "Objection")
    static let evidence = Phrase("佐证材料", "Evidence")
    static func numbered(_ word: Phrase, _ number: Int, _ whose: String) -> Phrase {
      word + .plain(" \(number)")
        + (whose.isBlank ? .plain("") : Phrase("（\(whose)）", " (\(whose))"))
    }
    static func receivedDue(_ received: Day, _ due: Day) -> Phrase {
      Phrase("\(received) 收到，\(due) 前答复", "received \(received), answer by \(due)")
    }
    static let upheld = Phrase("异议成立", "upheld")
    static let notUpheld = Phrase("异议不成立", "not upheld")
    static let report = Phrase("汇报", "Report")
    static let weigh = Phrase(
      "综合各评审组意见，结合城市发展定位、战略方向和行业代表性。",
      "Weigh the panels' opinions with the city's development and strategy.")
    static let meeting = Phrase("会议", "Meeting")
    static let enters = Phrase("进入现场评审", "enters on-site review")
    static let heldBack = Phrase("不进入现场评审", "does not enter")
    static let proposed = Phrase("列入建议名单", "on the proposed list")
    static let leftOut = Phrase("不列入", "left out")
    static let approved = Phrase("审定通过", "approved")
    static let notApproved = Phrase("不通过", "not approved")
    static let amount = Phrase("金额（元）", "Amount (yuan)")
    static let paidOn = Phrase("发放日期", "Paid on")
    static let dayOf = Phrase("日期", "Day")
    static let receivedOn = Phrase("收到日期", "Received on")
    static let reportYear = Phrase("报告年度", "Year of the report")
    static func reportDue(_ year: Int, _ due: Phrase) -> Phrase {
      Phrase("\(year) 年度报告，期限 ", "report for \(year), due ") + due
    }
    static let ending = Phrase("原因", "Cause")
    static let assessmentMeans = Phrase(
      "1 分最低，5 分最高；只有监督组可以看到。", "1 is lowest, 5 highest; supervision alone reads it.")
    static let ungraded = Phrase("请评分", "choose a grade")
    static func grade(_ grade: Int) -> Phrase {
      let words = [
        Phrase("很差", "very bad"), Phrase("较差", "bad"), Phrase("一般", "fair"),
        Phrase("较好", "good"), Phrase("很好", "very good"),
      ]
      let points = Phrase("\(grade) 分", "\(grade)")
      guard words.indices.contains(grade - 1) else { return points }
      return points + .plain(" ") + words[grade - 1]
    }
    static func assessed(_ topic: SupervisionTopic) -> Phrase {
      topic == .influence
        ? Phrase("未不当影响评审", "no improper influence") : .topic(topic)
    }
    static let submitting = Phrase(
      "提交后材料不再增补或更改；区县局可以退回。", "Nothing is added after it; the district can return it.")
    static let resuming = Phrase(
      "回到申报阶段，截止前可以补正。", "Back to application; it can be mended until closing.")
    static let cannotBeUndone = Phrase("办理后不能撤销，请核对无误。", "This cannot be undone.")

    // MARK: The application form

    static let organisation = Phrase("组织类型", "Kind")
    static let appointment = Phrase("任命文号", "Appointment")
    static let sizeClass = Phrase("规模", "Size")
    static let group = Phrase("集团名称", "Group")
    static let systems = Phrase("已获认证体系", "Certified systems")
    static let awards = Phrase("所获奖项", "Awards")
    static let unanswered = Phrase("未答", "not answered")
    static let monthHelp = Phrase("如 2021-03", "such as 2021-03")
    static let otherDistrictHelp = Phrase(
      "←→ 选择；改到另一区县后由该区县初审，原区县不再看到此后写的内容",
      "←→; another district checks it then, and the one before reads nothing written later")
    static let figuresMeans = Phrase(
      "逐年填写，不详的留空。收入、利润、税收、资产单位为万元；位次为在本市同行业的名次，学校、医院不填。",
      "Year by year; what is not known stays empty. Money in 10,000 yuan; the rank in the city's trade."
    )
    static func figure(_ figure: YearFigure) -> Phrase {
      switch figure {
      case .revenue: Phrase("收入", "revenue")
      case .profit: Phrase("利润", "profit")
      case .tax: Phrase("税收", "tax")
      case .assets: Phrase("资产", "assets")
      case .productivity: Phrase("人均产值", "productivity")
      case .researchShare: Phrase("研发占比 %", "research %")
      case .rank: Phrase("行业位次", "rank")
      }
    }
    static func year(_ year: Int) -> Phrase { Phrase("\(year) 年", "\(year)") }
    static let twoDecimals = Phrase("须为数字，最多两位小数", "a number with two decimals at most")
    static let controlledMeans = Phrase(
      "每家一行：名称，信用代码，导入年月，符合的条件（如 E1 E2 E3）",
      "A line each: name, credit code, month of introduction, rules met (such as E1 E2 E3)")
    static func badControlled(_ line: String) -> Phrase {
      Phrase("这一行读不懂：\(line)", "cannot read this line: \(line)")
    }
    static func copiesMeans(_ copies: Int, _ evidence: Int) -> Phrase {
      Phrase(
        "各填电子份数和纸质份数：电子 1 份；纸质 \(copies) 份，证实性材料 \(evidence) 份。",
        "Electronic and paper copies each: 1 electronic; \(copies) on paper, evidence \(evidence).")
    }
    static let copiesHelp = Phrase(
      "两个数：电子 纸质，如 1 3", "two numbers: electronic and paper, such as 1 3")
  }
}
