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
      "Sign the declaration of interests first (Enter); checklist and material marks open after it.")
    static func steppedBack(_ ground: Phrase) -> Phrase {
      Phrase("你已回避（\(ground.zh)），不参与本次现场评审。", "You stepped back (\(ground.en)) and take no part.")
    }
    static let waiting = Phrase(
      "声明已签署。检查表尚未对你开放：秘书处或组长登录后会自动发放钥匙，届时在此显示。",
      "Your declaration is signed. The checklist opens once the secretariat or the leader has logged in and your key is given."
    )
    static let closed = Phrase(
      "现场评审的内容只对现场评审组和秘书处开放；提交后监督组可查阅。",
      "The visit is open to its panel and the secretariat; to the supervision once it is submitted.")

    // MARK: Declaration (R5)

    static let declare = Phrase("签署回避声明", "Sign the declaration")
    static let declareHelp = Phrase("声明与申报组织有无利害关系", "whether you have an interest in the applicant")
    static func declarationFor(_ name: String) -> Phrase {
      Phrase("我与 \(name) 及其控股组织：", "As to \(name) and the organisations it controls:")
    }
    static let declarationSigns = Phrase(
      "以上各项均不存在，并承担保密责任。", "None of these applies, and I keep confidence.")
    static let noInterest = Phrase("签署：无利害关系", "Sign: no interest")
    static let declareInterest = Phrase("有利害关系，回避…", "There is an interest…")
    static let recuse = Phrase("中途回避…", "Step back…")
    static let recuseHelp = Phrase(
      "评审中发现利害关系时回避；已做的核查保留", "for an interest found during the visit; what you did stays")
    static let recuseQuestion = Phrase("确认回避？", "Step back?")
    static let recuseMeans = Phrase("回避后不能再参与本组织的评审。", "You take no further part in this application.")
    static let groundLabel = Phrase("事由", "Ground")
    static let note = Phrase("说明", "Note")

    // MARK: Arranging (S1)

    static let arrange = Phrase("安排现场评审…", "Arrange the visit…")
    static let arrangeHelp = Phrase(
      "确定现场评审组和起止日期；核查开始后不能再换组", "names panel and days; the panel stays once checks have begun")
    static let panel = Phrase("现场评审组", "On-site panel")
    static let from = Phrase("首日", "First day")
    static let until = Phrase("末日", "Last day")
    static let dayHelp = Phrase("年-月-日，如 2026-10-19", "year-month-day, as 2026-10-19")
    static let wrongDay = Phrase("日期须为 年-月-日", "must be year-month-day")
    static let noPanels = Phrase("还没有现场评审组，请先在「设置」中组建", "no on-site panel yet: form one in Set-up")

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
      let (first, last) = (short(from), short(until))
      return .plain(from == until ? first : "\(first)–\(last)")
    }
    static func dayOfVisit(_ day: Day, _ number: Int) -> Phrase {
      Phrase("\(short(day))  第 \(number) 天", "\(short(day))  day \(number)")
    }
    static func short(_ day: Day) -> String { String(day.description.dropFirst(5)) }
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
      Phrase("评审员 \(name) · \(brief(at))", "by \(name) · \(brief(at))")
    }
    static func brief(_ at: Moment) -> String {
      String(at.description.dropFirst(5).dropLast(3))
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
    static let wrongTime = Phrase("时间须为 时:分", "must be hours:minutes")
    static let lineTitle = Phrase("内容", "Title")
    static let isHeld = Phrase("已进行", "Held")
    static let otherPart = Phrase("换栏", "other pane")
    static let otherPartHelp = Phrase("在各栏之间切换", "goes to the next pane")
    static let toQueue = Phrase("队列", "Queue")
    static let toQueueHelp = Phrase("回到队列", "back to the queue")

    // MARK: Marks (S4)

    static let marks = Phrase("现场评分", "On-site marks")
    static let marksHelp = Phrase("逐条评定现场得分率", "the on-site percentage of each item")
    static let backToChecks = Phrase("检查表", "Checklist")
    static let points = Phrase("分值", "Pts")
    static let materialColumn = Phrase("材料", "Mat.")
    static let settledColumn = Phrase("现场", "Site")
    static let difference = Phrase("差", "±")
    static let score = Phrase("得分", "Score")
    static func settledOf(_ count: Int, _ total: Int) -> Phrase {
      Phrase("已定 \(count)/\(total)", "\(count)/\(total) settled")
    }
    static let percentage = Phrase("得分率", "Percentage")
    static func pointsAre(_ points: Points) -> Phrase { Phrase("\(points) 分", "\(points)") }
    static func differs(_ points: Int) -> Phrase {
      points == 0
        ? Phrase("与材料评审相同", "as in the material")
        : Phrase(
          "与材料评审相差 \(signed(points)) 个百分点", "\(signed(points)) against the material")
    }
    static func signed(_ value: Int) -> String { value > 0 ? "+\(value)" : "\(value)" }
    static let proposals = Phrase("评审员提议", "Proposals")
    static let noProposals = Phrase("尚无提议", "none yet")
    static let settlements = Phrase("组长定分", "Settled by the leader")
    static let notSettled = Phrase("未定（暂按材料评审计）", "open (counted as in the material)")
    static func checksOfItem(_ done: Int, _ total: Int) -> Phrase {
      Phrase("本条核查 \(done)/\(total)", "checks \(done)/\(total)")
    }
    static let settle = Phrase("定分", "Settle")
    static let settleHelp = Phrase(
      "录入现场得分率；与材料评审不同须写理由", "types the percentage; a change from the material needs its reason")
    static let propose = Phrase("提议", "Propose")
    static let proposeHelp = Phrase(
      "提议现场得分率，由组长定分；与材料评审不同须写理由",
      "proposes a percentage, the leader settles; a change from the material needs its reason")
    static let keep = Phrase("维持材料分", "Keep material")
    static let keepHelp = Phrase(
      "本条得分率维持材料评审的结果，并转到下一条", "keeps the material percentage and goes on to the next item")
    static let rest = Phrase("其余按材料评审分定…", "Rest as in the material…")
    static let restHelp = Phrase(
      "把所有未定条款一次定为材料评审得分率", "settles all open items at their material percentage")
    static let restQuestion = Phrase("其余条款按材料评审分定？", "Settle the rest as in the material?")
    static func restCount(_ count: Int) -> Phrase {
      Phrase("将有 \(count) 个未定条款定为材料评审得分率。", "\(count) open items get their material percentage.")
    }
    static func restDiffers(_ items: [ItemID]) -> Phrase {
      let names = items.prefix(6).map(\.description).joined(separator: " ")
      return Phrase(
        "其中 \(items.count) 条有不同提议：\(names)\(items.count > 6 ? "…" : "")",
        "\(items.count) of them have other proposals: \(names)\(items.count > 6 ? "…" : "")")
    }
    static let restYes = Phrase("全部定分", "Settle all")
    static let allSettled = Phrase("各条均已定分", "all items are settled")
    static let enterHelp = Phrase(
      "数字（全角亦可）录入，←→ 以 5 增减", "digits of either width; ← → change by 5")
    static let fiveSteps = Phrase.plain("±5")
    static let leaveEntryHelp = Phrase("不改，回到列表", "leaves the field without a change")
    static func reasonFor(_ item: Item, _ percentage: Percentage) -> Phrase {
      Phrase(
        "\(item.id) \(item.name.zh) → \(percentage)%（\(item.score(percentage)) 分）",
        "\(item.id) \(item.name.en) → \(percentage)% (\(item.score(percentage)))")
    }

    // MARK: Total and tiers (S6)

    static let total = Phrase("现场得分", "On-site score")
    static let runningTotal = Phrase("暂计（未定按材料）", "so far (open as in the material)")
    static let exactTotal = Phrase("各条均已定", "all settled")
    static let totalUnknown = Phrase("有条款无材料得分率，暂不能合计", "an item has no percentage yet")
    static func unsettled(_ count: Int) -> Phrase { Phrase("未定 \(count) 条", "\(count) open") }
    static func tier(_ rank: Int) -> Phrase {
      let signs = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
      let zh = signs.indices.contains(rank - 1) ? signs[rank - 1] : "\(rank)"
      return Phrase("第\(zh)档", "tier \(rank)")
    }
    static func tierFrom(_ tier: Tier) -> Phrase {
      let name = Self.tier(tier.rank)
      return Phrase("\(name.zh) \(tier.from)", "\(name.en) \(tier.from)")
    }
    static func reaches(_ tier: Tier?) -> Phrase {
      tier.map { Phrase("达到", "reaches ") + Self.tier($0.rank) }
        ?? Phrase("未达到最低档", "below the lowest tier")
    }

    // MARK: Submitting (S5)

    static let submit = Phrase("提交现场评审…", "Submit…")
    static let submitHelp = Phrase(
      "逐项核对后填写评审组意见并提交秘书处；提交后不能更改",
      "the check list, the panel's opinion, then to the secretariat; final")
    static let notReady = Phrase("还不能提交现场评审", "Not ready to submit")
    static func missingChecks(_ count: Int) -> Phrase {
      Phrase("✗ 未核查 \(count) 项", "✗ \(count) checks not looked into")
    }
    static func missingMarks(_ items: [ItemID]) -> Phrase {
      let names = items.prefix(6).map(\.description).joined(separator: " ")
      let more = items.count > 6 ? " …" : ""
      return Phrase(
        "✗ 未定分 \(items.count) 条：\(names)\(more)", "✗ \(items.count) items open: \(names)\(more)")
    }
    static func missingAgenda(_ kinds: [AgendaKind]) -> Phrase {
      let zh = kinds.map { Phrase.agenda($0).zh }.joined(separator: "、")
      let en = kinds.map { Phrase.agenda($0).en }.joined(separator: ", ")
      return Phrase("✗ 议程未进行：\(zh)", "✗ not held: \(en)")
    }
    static let toChecks = Phrase("看未查项", "Open checks")
    static let toMarks = Phrase("去定分", "To the marks")
    static let toAgenda = Phrase("看议程", "To the agenda")
    static let opinion = Phrase("评审组意见", "The panel's opinion")
    static let opinionHelp = Phrase(
      "评审组对该组织的总体意见，随报告提交秘书处", "the panel's view of the organisation, handed in with the report")
    static func exact(_ total: Points, _ tier: Tier?) -> Phrase {
      let reached = reaches(tier)
      return Phrase(
        "现场得分 \(total.fixed) 分，\(reached.zh)", "on-site score \(total.fixed), \(reached.en)")
    }
    static let submitQuestion = Phrase("提交现场评审？", "Submit the on-site review?")
    static let submitMeans = Phrase("提交后核查记录与得分不能再改。", "Findings and marks are final after it.")
  }
}
