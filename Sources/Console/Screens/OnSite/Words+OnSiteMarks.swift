import Criteria
import Foundation
import Procedure

/// Words of the marks on site, their total and its submission.
extension Phrase.OnSite {
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
  static let proposalsSealed = Phrase(
    "其他评审员的提议，组长定分后可见", "what others propose is shown once the leader settled")
  static let proposalsAwaited = Phrase(
    "有提议尚未对你开放：提议人登录一次即可看到",
    "some proposals are not open to you yet: they are once their authors log in")
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
  static func tierFrom(_ tier: Tier) -> Phrase {
    Phrase.tier(tier.rank) + .plain(" \(tier.from)")
  }
  static func reaches(_ tier: Tier?) -> Phrase {
    tier.map { Phrase("达到", "reaches ") + Phrase.tier($0.rank) }
      ?? Phrase("未达到最低层级", "below the lowest tier")
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
  static func exact(_ total: Points) -> Phrase {
    Phrase("现场得分 \(total.fixed) 分", "on-site score \(total.fixed)")
  }
  static func inTier(_ tier: Tier?) -> Phrase { Phrase("，", ", ") + reaches(tier) }
  static let submitQuestion = Phrase("提交现场评审？", "Submit the on-site review?")
  static let submitMeans = Phrase("提交后核查记录与得分不能再改。", "Findings and marks are final after it.")
}
