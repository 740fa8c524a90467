import Criteria
import Foundation
import Procedure

/// Words of the overview: where the cases stand, their scores, the list by tier.
extension Phrase {
  enum Board {
    static func page(_ page: BoardScreen.Page) -> Phrase {
      switch page {
      case .overview: Phrase("总览", "Overview")
      case .scores: Phrase("得分", "Scores")
      case .list: Phrase("名单", "List")
      }
    }
    static func pane(_ pane: BoardScreen.Pane) -> Phrase {
      switch pane {
      case .stages: Phrase("阶段分布", "Stages")
      case .late: Phrase("逾期", "Late")
      case .panels: Phrase("评审组", "Panels")
      case .material: Phrase("材料得分", "Material scores")
      case .onSite: Phrase("现场得分", "On-site scores")
      case .list: Phrase("名单", "List")
      }
    }

    // MARK: Keys

    static let panes = Phrase("换栏", "pane")
    static let panesHelp = Phrase(
      "在本页各栏之间切换：阶段分布、逾期、评审组；材料得分、现场得分",
      "between the panes of the page: stages, late ones, panels; material, on-site scores")
    static let onePane = Phrase("本页只有一栏（←→ 翻页）", "the page has one pane (←→ turn pages)")
    static let turnPage = Phrase("翻页", "page")
    static let turnPageHelp = Phrase("在总览、得分、名单三页之间翻页", "between overview, scores and list")
    static let moveHelp = Phrase("上下选择或滚动，PgUp/PgDn 翻页", "moves or scrolls; PgUp and PgDn by pages")
    static let openHelp = Phrase("打开选中组织的案卷", "opens the case of the selected organisation")
    static let otherDistricts = Phrase("其余区县", "Other districts")
    static let otherDistrictsHelp = Phrase(
      "窗口窄，分页显示区县；合计始终为全部", "turns to the districts that do not fit; sums are of all")
    static let allFit = Phrase("区县已全部显示", "all districts are shown")
    static let nothingChosen = Phrase("没有选中组织", "no organisation is selected")

    // MARK: Stages

    static let sum = Phrase("合计", "Sum")
    static func casesIn(_ count: Int) -> Phrase { Phrase("\(count) 家", "\(count) cases") }
    static func districtsShown(_ from: Int, _ to: Int, of total: Int) -> Phrase {
      Phrase("区县 \(from)–\(to)/\(total)", "districts \(from)–\(to) of \(total)")
    }
    static let noCases = Phrase("本年度还没有申报", "no application in this year yet")

    // MARK: Late

    static let nothingLate = Phrase("没有逾期", "nothing is late")
    static let overHeader = Phrase("已逾期", "Late by")
    static let termHeader = Phrase("事项", "Term")
    static func days(_ count: Int) -> Phrase { Phrase("\(count) 天", "\(count) days") }
    static func over(_ kind: TermKind, _ until: Day, days: Int, working: Int) -> Phrase {
      let (name, next) = (Phrase.term(kind), Phrase.afterwards(kind))
      return Phrase(
        "\(name.zh)：期限 \(until)，已逾期 \(days) 天（\(working) 个工作日）；\(next.zh)",
        "\(name.en): was due \(until), \(days) days (\(working) working days) ago; \(next.en)")
    }

    // MARK: Panels

    static let panelHeader = Phrase("评审组", "Panel")
    static let finishedHeader = Phrase("完成", "Finished")
    static let sheetsHeader = Phrase("评审表", "Sheets")
    static let openHeader = Phrase("在办", "Open")
    static let noPanels = Phrase("本年度尚未组成评审组", "no panel is formed in this year yet")

    // MARK: Scores

    static let exact = Phrase(
      "每条含下限、不含上限；按精确分计，不取整", "from the lower figure to below the upper; unrounded")
    static func materialLine(_ line: Points, reached: Int, below: Int) -> Phrase {
      Phrase(
        "\(line) 材料评审线（R7）达到 \(reached)，未达 \(below)",
        "\(line) material line (R7): \(reached) reach it, \(below) below")
    }
    static func tierLine(_ rank: Int, _ from: Points, count: Int, below: Int?) -> Phrase {
      let rest = below.map { Phrase("，未达 \($0)", ", \($0) below") } ?? .plain("")
      return Phrase(
        "\(from) 第 \(rank) 层级 \(count)\(rest.zh)", "\(from) tier \(rank): \(count)\(rest.en)")
    }
    static func summary(_ count: Int, _ low: Points, _ high: Points) -> Phrase {
      Phrase(
        "\(count) 家  最高 \(high.fixed)  最低 \(low.fixed)",
        "\(count) in all, \(high.fixed) highest, \(low.fixed) lowest")
    }
    static let notOpen = Phrase("得分尚未对你开放", "the scores are not open to you yet")
    static func closedCount(_ count: Int) -> Phrase {
      Phrase("另有 \(count) 家尚未对你开放", "\(count) more not open to you yet")
    }
    static let noMaterialScores = Phrase("还没有材料得分（合议完成后产生）", "no material score yet (R6)")
    static let noSiteScores = Phrase("还没有现场得分（现场评审提交后产生）", "no on-site score yet (S5)")

    // MARK: List

    static let emptyList = Phrase(
      "还没有现场得分，名单在市局合议前后形成（S6）", "no on-site score yet; the list forms at the settlement (S6)")
    static let materialHeader = Phrase("材料", "Material")
    static let siteHeader = Phrase("现场", "On site")
    static let tierHeader = Phrase("层级", "Tier")
    static func group(_ group: TierList.Group) -> Phrase {
      switch group {
      case .tier(let rank): .tier(rank)
      case .belowTiers: Phrase("未达最低层级", "Below")
      case .leftOut: Phrase("未列入", "Left out")
      case .ended: Phrase("不再有效", "No longer")
      case .closed: Phrase("未开放", "Not open")
      }
    }
    static func heading(_ group: TierList.Group, count: Int, _ parameters: Parameters) -> Phrase {
      let many = Phrase("\(count) 家 · ", "\(count) · ")
      switch group {
      case .tier(let rank):
        let tiers = parameters.tiers
        guard let place = tiers.firstIndex(where: { $0.rank == rank }) else { return many }
        let from = tiers[place].from
        if place == 0 { return many + Phrase("\(from) 及以上", "from \(from)") }
        let to = tiers[place - 1].from
        return many + Phrase("\(from) 至不足 \(to)", "\(from) to below \(to)")
      case .belowTiers:
        let from = parameters.tiers.last?.from ?? .zero
        return many + Phrase("不足 \(from)（S6）", "below \(from) (S6)")
      case .leftOut: return many + Phrase("理由见案卷（S6）", "reason in the case (S6)")
      case .ended: return many + Phrase("终止或被取消", "ended or place lost")
      case .closed: return many + Phrase("得分未对你开放", "score not open to you")
      }
    }
  }
}
