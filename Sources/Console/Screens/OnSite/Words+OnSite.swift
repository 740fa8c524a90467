import Criteria
import Foundation
import Procedure

/// Words of the on-site review.
extension Phrase {
  enum OnSite {
    // MARK: Before there is something to do

    static let loading = Phrase("正在读取…", "reading…")
    static func early(_ stage: Stage) -> Phrase {
      Phrase(
        "目前处于「\(Phrase.stage(stage).zh)」阶段；进入现场评审的组织在此核查、评分。",
        "Now in stage «\(Phrase.stage(stage).en)»; organisations visited on site are checked and scored here."
      )
    }
    static let unarranged = Phrase(
      "现场评审尚未安排，等待秘书处确定评审组和日期。", "No visit is arranged yet: the secretariat names panel and days.")
    static let unarrangedForSecretariat = Phrase(
      "现场评审尚未安排。按 Enter 确定现场评审组和日期；合议核实点与检查模板随即列成检查表。",
      "No visit is arranged yet. Enter names panel and days; the checklist is made from the consensus and the template."
    )
    static let undeclared = Phrase(
      "请先签署回避声明（Enter）；签署后才能看到检查表和材料评审得分。",
      "Sign the declaration of interests first (Enter); checklist and material marks open after it."
    )
    static func steppedBack(_ ground: Phrase) -> Phrase {
      Phrase("你已回避（\(ground.zh)），不参与本次现场评审。", "You stepped back (\(ground.en)) and take no part.")
    }
    static let waiting = Phrase(
      "声明已签署，检查表尚未对你开放：", "Your declaration is signed; the checklist is not open to you yet: ")
    static let closed = Phrase(
      "现场评审的内容只对现场评审组和秘书处开放；提交后监督组可查阅。",
      "The visit is open to its panel and the secretariat; to the supervision once it is submitted."
    )

    // MARK: Declaration (R5)

    static let declare = Phrase("签署回避声明", "Sign the declaration")
    static func declarationFor(_ name: String) -> Phrase {
      Phrase("我与 \(name) 及其控股组织：", "As to \(name) and the organisations it controls:")
    }
    static let declarationSigns = Phrase(
      "以上各项均不存在，并承担保密责任。", "None of these applies, and I keep confidence.")
    static let declaresForAll = Phrase(
      "我与以上各申报组织及其控股组织：", "As to all these and the organisations that they control:")
    static let interestApart = Phrase(
      "与其中某家有利害关系的，请先退回，在那一份里单独声明。",
      "Where there is an interest in one of them, go back and declare it there first.")
    static let noInterest = Phrase("签署：无利害关系", "Sign: no interest")
    static let declareInterest = Phrase("有利害关系，回避…", "There is an interest…")
    static let recuseMeans = Phrase(
      "回避后不能再参与本组织的评审。", "You take no further part in this application.")
    static let groundLabel = Phrase("事由", "Ground")
    static let note = Phrase("说明", "Note")

    // MARK: Arranging (S1)

    static let panel = Phrase("现场评审组", "On-site panel")
    static let from = Phrase("首日", "First day")
    static let until = Phrase("末日", "Last day")

    // MARK: Panes

    static func part(_ part: OnSiteScreen.Part) -> Phrase {
      switch part {
      case .agenda: Phrase("议程", "Agenda")
      case .checks: Phrase("检查表", "Checklist")
      case .evidence: Phrase("证据", "Evidence")
      case .marks: Phrase("评分", "Marks")
      }
    }
    static func visitDays(_ from: Day, _ until: Day) -> Phrase {
      let (first, last) = (from.brief, until.brief)
      return .plain(from == until ? first : "\(first)–\(last)")
    }
    static func dayOfVisit(_ day: Day, _ number: Int) -> Phrase {
      Phrase("\(day.brief)  第 \(number) 天", "\(day.brief)  day \(number)")
    }
    static let next = Phrase("下一项", "next")
    static let noAgenda = Phrase("没有议程", "no agenda")
    static func progress(_ done: Int, _ total: Int) -> Phrase {
      Phrase("核查 \(done)/\(total)", "\(done)/\(total) checked")
    }
    static let onlyOpen = Phrase("只看未查", "Open only")
    static let allChecked = Phrase("✓ 检查表已全部核查", "✓ everything is checked")
    static let noChecks = Phrase("没有检查项（F6 追加）", "no checks (F6 adds one)")
    static func material(_ percentage: Percentage) -> Phrase {
      Phrase("材料 \(percentage)%", "material \(percentage)%")
    }
    static let submitted = Phrase("✓ 已提交", "✓ submitted")

    // MARK: Checks (S3)

    static func outcome(_ outcome: CheckOutcome) -> Phrase {
      switch outcome {
      case .met: Phrase("符合", "met")
      case .partly: Phrase("部分符合", "partly met")
      case .unmet: Phrase("不符合", "not met")
      case .notApplicable: Phrase("不适用", "not applicable")
      }
    }
    static func method(_ method: CheckMethod) -> Phrase {
      switch method {
      case .documents: Phrase("查阅", "read")
      case .viewing: Phrase("现场", "view")
      case .inquiry: Phrase("质询", "ask")
      }
    }
    static func methodInFull(_ method: CheckMethod) -> Phrase {
      switch method {
      case .documents: Phrase("查阅资料", "reading documents")
      case .viewing: Phrase("查看现场", "viewing the site")
      case .inquiry: Phrase("深度质询", "in-depth inquiry")
      }
    }
    static func origin(_ origin: CheckOrigin) -> Phrase {
      switch origin {
      case .consensus: Phrase("合议", "cons.")
      case .template: Phrase("", "")
      case .examiner: Phrase("追加", "added")
      }
    }
    static func originInFull(_ origin: CheckOrigin) -> Phrase {
      switch origin {
      case .consensus: Phrase("合议核实点", "point of the consensus")
      case .template: Phrase("模板", "template")
      case .examiner: Phrase("现场追加", "added on site")
      }
    }
    static let outcomeLabel = Phrase("结果", "Outcome")
    static let chooseOutcome = Phrase("请选结果", "choose the outcome")
    static let methodLabel = Phrase("方法", "Method")
    static let placeLabel = Phrase("地点", "Place")
    static let askedLabel = Phrase("对象", "Asked")
    static let recordLabel = Phrase("记录", "Record")
    static let byLabel = Phrase("核查", "By")
    static let unticked = Phrase("未核查", "not looked into")
    static let tickHint = Phrase("空格 记结果，填写证据后 F5", "space, evidence, F5")
    static let evidenceMissing = Phrase("待填证据（Enter）", "evidence to come (Enter)")
    static let earlier = Phrase("先前记录", "Earlier")
    static let consensusRemarks = Phrase("合议意见", "From the consensus")
    static let consensusClosed = Phrase("合议意见未对你开放", "the consensus is not open to you")
    static let chooseCheck = Phrase("没有选中的检查项", "no check is selected")

    static let mark = Phrase("✓→◐→✗→不适用", "✓→◐→✗→n/a")
    static let markHelp = Phrase(
      "记结果：未查的记为符合，再按依次改为部分符合、不符合、不适用；随后填写证据",
      "sets the outcome: met, then partly, not met, not applicable; the evidence form follows")
    static let outcomes = Phrase("直接选结果", "outcome at once")
    static let outcomesHelp = Phrase(
      "1 符合  2 部分符合  3 不符合  4 不适用", "1 met, 2 partly, 3 not met, 4 not applicable")
    static let record = Phrase("记证据", "Evidence")
    static let recordHelp = Phrase(
      "填写方法、地点、对象和记录；评审员与时间由系统记录",
      "method, place, who was asked, record; who and when are kept by the log")
    static let chooseHelp = Phrase("上下选择", "up and down")
    static let category = Phrase("类目", "category")
    static let categoryHelp = Phrase("前一个或后一个类目", "the category before or after")
    static let onlyOpenHelp = Phrase("只看未核查的检查项，再按一次看全部", "open checks only; again for all")
    static let addCheck = Phrase("追加检查项", "Add a check")
    static let addCheckHelp = Phrase("在检查表中追加一项", "adds a point to the checklist")
    static let evidenceOf = Phrase("核查记录", "Finding")
    static let placeHelp = Phrase("沿用上一次的地点", "the last place stays until changed")
    static let askedHelp = Phrase("深度质询须注明对象", "an inquiry names who was asked")
    static let outcomeHelp = Phrase("←→ 或空格 改变", "← → or space change it")
    static func recordedBy(_ name: String, _ at: Moment) -> Phrase {
      Phrase("评审员 \(name) · \(at.brief)", "by \(name) · \(at.brief)")
    }
    static func goesOnFrom(_ name: String) -> Phrase {
      Phrase("已有 \(name) 的记录，在其后另起一行接着写", "goes on from \(name)'s record, in a line of its own")
    }
    static let checkText = Phrase("检查内容", "What is checked")
    static let item = Phrase("条款", "Item")

    // MARK: Agenda (S2)

    static let held = Phrase("已开/未开", "held")
    static let heldHelp = Phrase("标记为已进行，再按一次取消", "marks the line as held; again takes it back")
    static let editLine = Phrase("修改议程", "Edit")
    static let editLineHelp = Phrase("修改类型、日期、时间和内容", "changes kind, day, time and title")
    static let addLine = Phrase("加一行议程", "Add a line")
    static let addLineHelp = Phrase("在议程中加一行", "adds a line to the agenda")
    static let removeLine = Phrase("删除议程", "Remove")
    static let removeLineHelp = Phrase("从议程中删去选中的一行", "removes the selected line")
    static let removeLineQuestion = Phrase("删去这一行议程？", "Remove this line?")
    static let removeYes = Phrase("删去", "Remove")
    static let kind = Phrase("类型", "Kind")
    static let day = Phrase("日期", "Day")
    static let time = Phrase("时间", "Time")
    static let timeHelp = Phrase("时:分，如 10:30 或 1030", "as 10:30 or 1030")
    static let lineGone = Phrase(
      "这一行已被他人改动或删去，没有动它", "somebody changed or removed that line; nothing was done")
    static let lineGoneAdd = Phrase(
      "这一行已被他人改动或删去；再按 F5 作为新的一行加入",
      "somebody changed or removed this line; F5 again adds it as a new one")
    static let wrongTime = Phrase("时间须为 时:分", "must be hours:minutes")
    static let lineTitle = Phrase("内容", "Title")
    static let department = Phrase("受访部门", "Department")
    static let escort = Phrase("陪同人员", "Escort")
    static let planHelp = Phrase("可不填；印在评审计划和日程表上", "may be empty; stands in plan and timetable")
    static let escortHelp = Phrase(
      "受评组织陪同评审组的人，可不填", "who of the applicant accompanies the panel; may be empty")
    static func escorted(by names: String) -> Phrase { Phrase("陪同 \(names)", "with \(names)") }
    static let isHeld = Phrase("已进行", "Held")
    static let otherPart = Phrase("换栏", "other pane")
    static let otherPartHelp = Phrase("在各栏之间切换", "goes to the next pane")
  }
}
