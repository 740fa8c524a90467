import Criteria
import Foundation
import Procedure

/// Words of the consensus.
extension Phrase {
  // MARK: Before the opening

  static let beforeOpening = Phrase("启封之前", "Before the opening")
  static let sealedUntilOpening = Phrase(
    "各评审员独立完成评审并封存；组长与秘书处各执一半钥匙，合议时一并启封。此前任何人都看不到他人的评分和意见。",
    "Sheets are written alone and sealed; leader and secretariat hold half a key each. Until the opening nobody sees another's marks or comments."
  )
  static let independentSheets = Phrase("独立评审", "Independent reviews")
  static let notDesignatedYet = Phrase(
    "组长尚未指定评审员，以下为本组成员", "The leader has not designated reviewers; these are the members")
  static let leaderWord = Phrase("组长", "leader")
  static let steppedBack = Phrase("已回避", "stepped back")
  static let sheetNotStarted = Phrase("未开始", "not started")
  static let sheetUnderWay = Phrase("评审中", "under way")
  static let sheetWithdrawn = Phrase("已撤回", "withdrawn")
  static let sheetIsIn = Phrase("已提交", "handed in")
  static let stepAllHandedIn = Phrase("评审员全部提交", "all sheets are handed in")
  static func stepAsk(_ leader: String) -> Phrase {
    Phrase("组长（\(leader)）申请启封", "the leader (\(leader)) asks to open")
  }
  static let stepRelease = Phrase("秘书处交出钥匙", "the secretariat releases its half")
  static func stepOpen(_ leader: String) -> Phrase {
    Phrase("组长（\(leader)）开启合议", "the leader (\(leader)) opens the consensus")
  }
  static func notInReviewYet(_ stage: Stage) -> Phrase {
    Phrase(
      "目前处于「\(Phrase.stage(stage).zh)」阶段；独立评审完成、评审表启封后在此合议。",
      "Now in stage «\(Phrase.stage(stage).en)»; the panel meets here once the reviews are opened.")
  }
  static let sheetsNotOpenToYou = Phrase(
    "评审表已启封，但内容未对你开放；合议由评审组成员进行，秘书处与监督组可查阅。",
    "The sheets are opened, but not to you: panel, secretariat and supervision read them.")
  static func sheetsHandedIn(_ count: Int, _ total: Int) -> Phrase {
    Phrase("已提交 \(count)/\(total)", "\(count)/\(total) handed in")
  }
  static let askOpening = Phrase("申请启封", "Ask to open")
  static let askOpeningHelp = Phrase(
    "全部提交后由组长申请；申请后须秘书处交出钥匙", "the leader asks once all are in; the secretariat then releases")
  static let releaseOpening = Phrase("交出钥匙", "Release the key")
  static let releaseOpeningHelp = Phrase(
    "秘书处交出所执的一半钥匙，组长即可开启合议", "the secretariat's half of the key; the leader can then open")
  static func askedByLeader(_ leader: String) -> Phrase {
    Phrase("组长 \(leader) 已申请启封", "the leader \(leader) has asked")
  }
  static let openSession = Phrase("开启合议", "Open the consensus")
  static let openSessionHelp = Phrase(
    "启封全部评审表，评审组进入合议；启封后不能再封存", "opens all sheets before the panel; they cannot be sealed again")

  // MARK: Items

  static func consensusPart(_ part: ConsensusScreen.Part) -> Phrase {
    switch part {
    case .items: Phrase("条款", "Items")
    case .detail: Phrase("条款详情", "Item")
    case .totals: Phrase("总分", "Total")
    }
  }
  static let itemsWord = Phrase("条款", "Items")
  static let itemWord = Phrase("条款", "Item")
  static let sortedByDispute = Phrase("按分歧×分值排序", "by dispute × points")
  static let sortedByNumber = Phrase("按条款号排序", "by number")
  static let pointsWord = Phrase("分值", "Pts")
  static let medianWord = Phrase("中位", "Med.")
  static let rangeWord = Phrase("极差", "Rng.")
  static let settledWord = Phrase("定", "Set")
  static let meanWord = Phrase("均值", "Mean")
  static let averageDeviation = Phrase("平均差", "AD")
  static let notDefined = Phrase("不适用", "not defined")
  static func settledOf(_ count: Int, _ total: Int) -> Phrase {
    Phrase("已定 \(count)/\(total)", "\(count)/\(total) settled")
  }
  static func presentOf(_ count: Int, _ total: Int) -> Phrase {
    Phrase("到会 \(count)/\(total)", "\(count)/\(total) present")
  }
  static let panelIsDone = Phrase("✓ 合议完成", "✓ consensus finished")

  // MARK: Totals

  static let totalAndLine = Phrase("总分与评审线", "Total and line")
  static let runningTotal = Phrase("暂计（未定按中位）", "So far (open by median)")
  static let allSettledTotal = Phrase("各条均已定分", "All settled")
  static let consensusTotal = Phrase("合议总分", "Consensus total")
  static let totalNotDefined = Phrase(
    "不适用（有条款无人评分且未定分）", "not defined (an item has neither mark nor settlement)")
  static func lineAt(_ line: Points) -> Phrase { Phrase("线 \(line)", "line \(line)") }
  static let without = Phrase("去", "less")
  static let settledStays = Phrase("去某人：已定条款不变", "less one: settled items stay")
  static let swingItems = Phrase("翻转条款", "Swings")
  static let noSwing = Phrase("没有哪个条款能单独改变是否过线", "no item alone changes the side of the line")
  static func carries(isOver: Bool, _ line: Points) -> Phrase {
    isOver
      ? Phrase("即低于 \(line)", "falls below \(line)") : Phrase("即达到 \(line)", "reaches \(line)")
  }
  static func andMoreSwings(_ count: Int) -> Phrase {
    Phrase("（另有 \(count) 条）", " (\(count) more)")
  }
  static let conclusionWord = Phrase("评审结论", "Conclusion")

  // MARK: One item

  static func itemHeading(_ item: Item) -> Phrase {
    Phrase(
      "\(item.id) \(item.name.zh) · \(item.points) 分", "\(item.id) \(item.name.en) · \(item.points)"
    )
  }
  static func settledAt(_ percentage: Percentage) -> Phrase {
    Phrase("已定 \(percentage)%", "settled \(percentage)%")
  }
  static let notSettled = Phrase("未定", "open")
  static let settledTwice = Phrase("两处各定了一次，请重新定分", "settled on two copies: settle anew")
  static func remarkKind(_ kind: RemarkKind) -> Phrase {
    switch kind {
    case .strength: Phrase("优势", "Strengths")
    case .opportunity: Phrase("改进空间", "Opportunities")
    case .point: Phrase("现场核实", "To verify on site")
    }
  }
  static let noRemarks = Phrase("各评审员未对此条款写意见", "nobody wrote on this item")
  static func moreLines(_ count: Int) -> Phrase { Phrase("还有 \(count) 行", "\(count) more lines") }
  static let discussionRecords = Phrase("讨论记录", "Discussions")
  static let settlementRecords = Phrase("定分记录", "Settlements")
  static let dissentRecords = Phrase("不同意见", "Dissents")
  static let dissentWord = Phrase("不同意见", "Dissent")
  static func dissentCount(_ count: Int) -> Phrase { Phrase("\(count) 条", "\(count)") }
  static func pointsOf(_ points: Int) -> Phrase { Phrase("\(points) 分", "\(points)") }
  static func rangeAbove(_ range: Int, _ limit: Int) -> Phrase {
    Phrase("R6  极差 \(range) 超过 \(limit) 个百分点", "R6  range \(range) exceeds \(limit) points")
  }
  static func bandsApart(_ bands: Int) -> Phrase {
    Phrase("R6  最高与最低相差 \(bands) 档", "R6  lowest and highest lie \(bands) bands apart")
  }
  static let discussFirst = Phrase("须先记录讨论意见，再定分。", "Record the discussion before settling.")

  // MARK: Actions

  static let chooseItemHelp = Phrase("上下选择条款或意见", "selects an item or a remark")
  static let settleItem = Phrase("定分", "Settle")
  static let settleHelp = Phrase(
    "录入合议得分率；更改已定的或超出各评审员范围时须写理由",
    "types the settled percentage; a correction or one outside the marks needs a reason")
  static let settleNow = Phrase("定分", "settle")
  static let percentageWord = Phrase("得分率", "percentage")
  static let fiveSteps = Phrase("±5", "±5")
  static let percentageEntryHelp = Phrase(
    "数字键（全角亦可）录入得分率，←→ 以 5 增减", "digits of either width; ← → change by 5")
  static let leaveEntryHelp = Phrase("不定分，回到列表", "leaves the field without settling")
  static let nextOpenItem = Phrase("下一未定条款", "Next open item")
  static let nextOpenItemHelp = Phrase("转到下一个未定分的条款", "goes to the next item not settled")
  static let allSettled = Phrase("所有条款均已定分", "all items are settled")
  static let recordDiscussion = Phrase("记录讨论", "Record discussion")
  static let recordDiscussionHelp = Phrase(
    "记录本条款的讨论意见；分歧大的条款须先讨论再定分", "records what was said; disputed items need it before settling")
  static let reviewersAgreement = Phrase("评审员一致性", "Reviewers' agreement")
  static let reviewersAgreementHelp = Phrase(
    "各评审员评分的宽严；仅供参考，不参与计分", "how hard or mild each marked; for reference only")
  static let backToItem = Phrase("回到条款", "Back to the item")
  static let byNumberOrder = Phrase("按条款号", "By number")
  static let byDisputeOrder = Phrase("按分歧", "By dispute")
  static let itemOrderHelp = Phrase("按分歧大小或条款号排列", "orders items by dispute or by number")
  static let switchPart = Phrase("换栏", "other pane")
  static let switchPartHelp = Phrase("在条款列表与条款详情之间切换", "between items and the item")
  static let useRemark = Phrase("取舍意见", "Use or leave")
  static let useRemarkHelp = Phrase(
    "采用或不采用这条意见；不采用的仍留在列表中", "takes the remark or leaves it; what is left stays listed")
  static let editRemark = Phrase("修改意见", "Reword")
  static let editRemarkHelp = Phrase("修改合并后的文字，作者保留", "rewords the merged text; its authors stay")
  static let joinRemark = Phrase("并入上一条", "Merge into previous")
  static let joinRemarkHelp = Phrase(
    "与上一条同类意见合并：作者并列，本条留在列表中不再采用",
    "joins its authors to the previous remark of its kind; this one stays listed, unused")
  static let nothingToJoin = Phrase("前面没有同类的已采用意见", "no used remark of this kind before it")
  static let undoRemarkHelp = Phrase("撤销上一次对意见的改动", "takes the last change to remarks back")
  static let nothingToUndoHere = Phrase("没有可撤销的意见改动", "no change to remarks to take back")
  static let recordDissent = Phrase("记录不同意见…", "Record a dissent…")
  static let recordDissentHelp = Phrase(
    "把不同意见连同姓名记入本条款", "records a member's disagreement with their name")
  static let recordAttendance = Phrase("到会", "Attendance")
  static let recordAttendanceHelp = Phrase(
    "登记到会成员，缺席须注明原因", "who is present; absences with their reason")
  static func quorumIs(_ needed: Int, of members: Int) -> Phrase {
    Phrase(
      "评审组 \(members) 人，完成合议至少须到会 \(needed) 人，组长或副组长须在内（R6）",
      "\(needed) of \(members) must be there to finish, the leader or the deputy among them (R6)")
  }
  static let finishSession = Phrase("完成合议…", "Finish…")
  static let finishSessionHelp = Phrase(
    "锁定合议得分并提交组长会议；其后更改须重新合议",
    "fixes the result for the leaders' meeting; later changes need a reopening")
  static let reopenSession = Phrase("重新合议…", "Reopen the consensus…")
  static let reopenSessionHelp = Phrase(
    "组长会议期间可说明理由重新合议，原记录保留", "until the leaders' meeting has moved on; the earlier record is kept")

  // MARK: Forms and questions

  static func discussionOf(_ item: Item) -> Phrase {
    Phrase("讨论记录 · \(item.id) \(item.name.zh)", "Discussion · \(item.id) \(item.name.en)")
  }
  static let discussionText = Phrase("讨论意见", "Discussion")
  static func settleAt(_ item: Item, _ percentage: Percentage) -> Phrase {
    Phrase(
      "\(item.id) \(item.name.zh) 定为 \(percentage)%（\(item.score(percentage)) 分）",
      "\(item.id) \(item.name.en): settle at \(percentage)% (\(item.score(percentage)))")
  }
  static let remarkText = Phrase("意见", "Remark")
  static func writtenBy(_ names: Phrase) -> Phrase { Phrase("作者 ", "by ") + names }
  static let sessionPlace = Phrase("合议地点", "Place")
  static let sessionPlaceHelp = Phrase("可不填；印在合议记录上", "may be empty; stands in the minutes")
  static let presentMembers = Phrase("到会成员", "Present")
  static let presentMembersHelp = Phrase("←→ 移动，空格 选取", "← → move, space takes or leaves")
  static func absenceOf(_ name: String) -> Phrase {
    Phrase("\(name) 缺席原因", "\(name) absent because")
  }
  static let absenceHelp = Phrase("缺席者须注明原因", "the reason of an absence")
  static let dissentBy = Phrase("提出人", "Person")
  static let dissentText = Phrase("不同意见", "Dissent")
  static func dissentOn(_ item: Item) -> Phrase {
    Phrase("不同意见 · \(item.id) \(item.name.zh)", "Dissent · \(item.id) \(item.name.en)")
  }
  static let conclusionText = Phrase("评审结论", "Conclusion")
  static let finishQuestion = Phrase("完成合议？", "Finish the consensus?")
  static func exactTotal(_ total: Points, line: Points) -> Phrase {
    let margin = total - line
    return margin < .zero
      ? Phrase(
        "合议总分 \(total.fixed)，低于评审线 \(line) 分 \(Points.zero - margin) 分",
        "total \(total.fixed), \(Points.zero - margin) below the line \(line)")
      : Phrase(
        "合议总分 \(total.fixed)，达到评审线 \(line) 分，高出 \(margin) 分",
        "total \(total.fixed), \(margin) over the line \(line)")
  }
  static let notReadyToFinish = Phrase("还不能完成合议", "Not ready to finish")
  static func missingSettlements(_ count: Int) -> Phrase {
    Phrase("未定分 \(count) 条：", "\(count) items not settled:")
  }
  static func openItem(_ item: Item, needsDiscussion: Bool) -> Phrase {
    let more = needsDiscussion ? Phrase("（须先讨论）", " (to be discussed first)") : Phrase("", "")
    return Phrase("  \(item.id) \(item.name.zh)", "  \(item.id) \(item.name.en)") + more
  }
  static func andMore(_ count: Int) -> Phrase { Phrase("  另有 \(count) 条", "  and \(count) more") }
  static let missingAttendance = Phrase("未登记到会人员（F4）", "attendance is not recorded (F4)")

  // MARK: Agreement

  static let forReferenceOnly = Phrase("仅供参考，不参与计分", "For reference only, never applied to a mark")
  static let severityHeading = Phrase("宽严", "Severity")
  static let severityUnit = Phrase("效应 ± 标准误，百分点", "effect ± standard error, percentage points")
  static let severityReading = Phrase(
    "正值偏宽、负值偏严，相对本组在相同条款上的评分；缺评已计入。",
    "Positive is milder, negative harder, against the panel on the same items; missing marks allowed for."
  )
  static let residualSD = Phrase("残差标准差", "Residual SD")
  static let tooFewMarks = Phrase("不足 5 条，不显示", "fewer than 5 marks")
  static func markCount(_ count: Int) -> Phrase { Phrase("\(count) 条", "\(count) marks") }
  static let needsSeveralApplicants = Phrase(
    "跨申报的一致性（ICC、α、W）须同一评审组评过 5 家以上方有意义，此处不计算。",
    "Reliability across cases (ICC, alpha, W) needs five or more applicants marked by the same panel."
  )
}
