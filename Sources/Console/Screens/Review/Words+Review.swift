import Criteria
import Foundation
import Procedure
import Store

extension Phrase {
  /// Words of the independent review.
  enum Review {
    static let items = Phrase("条款", "Items")
    static let material = Phrase("材料", "Material")
    static let mine = Phrase("我的评审", "My review")
    static let comments = Phrase("看意见", "comments")
    static let sum = Phrase("合计", "Total")
    static let percentage = Phrase("得分率", "Percentage")
    static let pointUnit = Phrase("分", "pts")
    static let abstained = Phrase("弃权", "abstained")
    static let keyFactors = Phrase("关键因素", "Key factors")
    static let overall = Phrase("总体意见", "Overall comment")
    static let hours = Phrase("用时（小时）", "Hours")
    static let hint = Phrase("提示", "hint")
    static let missing = Phrase("缺", "missing")
    static let tooLong = Phrase("过长", "too long")
    static let reading = Phrase("正在读取…", "reading…")
    static let nothingOnItem = Phrase("材料中没有这一条的内容", "The material says nothing on this item")
    static let leavesBands = Phrase("得分率超出所选档位的范围", "percentage outside the bands chosen")
    static let noTags = Phrase("F6 维度  F7 引用", "F6 dimension  F7 quote")

    static func materialLine(_ line: Points) -> Phrase {
      Phrase("材料评审线 \(line)", "line \(line)")
    }
    static func points(_ points: Int) -> Phrase { Phrase("\(points) 分", "\(points) pts") }
    static func kind(_ kind: ItemKind) -> Phrase {
      kind == .process ? Phrase("过程", "process") : Phrase("结果", "result")
    }
    static func paragraphOf(_ place: Int, _ count: Int) -> Phrase {
      Phrase("段 \(place)/\(count)", "¶ \(place)/\(count)")
    }
    static func ownBand(_ mark: Percentage) -> Phrase {
      Phrase("← 当前得分率 \(mark)%", "← present \(mark)%")
    }

    static func tab(_ tab: MaterialPane.Tab) -> Phrase {
      switch tab {
      case .selfEvaluation: Phrase("自评", "Report")
      case .profile: Phrase("概述", "Prof.")
      case .summary: Phrase("总结", "Sum.")
      case .form: Phrase("申报表", "Form")
      case .evidence: Phrase("证据", "Evid.")
      case .asks: Phrase("要点", "Asks")
      case .guide: Phrase("指南", "Guide")
      }
    }
    // MARK: What stands where

    static func ofCategory(_ id: ItemID) -> Phrase { Phrase("〔类目 \(id)〕", "[category \(id)] ") }
    static func unlisted(_ id: ItemID) -> Phrase {
      Phrase("〔类目 \(id)，各条未单列〕", "[category \(id), items not listed apart] ")
    }
    static let unassigned = Phrase("〔未归入〕", "[unassigned] ")
    static let figures = Phrase("近三年指标", "figures of three years")
    static let notFilledIn = Phrase("未填", "not filled in")
    static let sameAsDocument = Phrase("（与文件一致）", "(the same in the document)")
    static func documentSays(_ words: String) -> Phrase {
      Phrase("（文件所载：\(words)）", "(the document says: \(words))")
    }
    static let inDocument = Phrase("　文件所载", "  in the document")
    static func proving(_ count: Int) -> Phrase {
      Phrase("证明本条的 \(count) 份", "\(count) that prove this item")
    }
    static let otherEvidence = Phrase("其余证实性材料", "other evidence")
    static let scanned = Phrase("无文字", "no text")
    static func pages(_ count: Int) -> Phrase { Phrase("\(count) 页", "\(count) pages") }
    static let openEvidenceHelp = Phrase(
      "阅读光标所在的证实性材料", "reads the piece of evidence at the cursor")
    static let evidenceIndex = Phrase("证据目录", "index")
    static let evidenceIndexHelp = Phrase("回到证实性材料的目录", "back to the index of the evidence")

    // MARK: Reading

    static func readUntil(_ passage: Passage) -> Phrase {
      let report = Phrase.document(.selfEvaluation).zh + " "
      let words =
        passage.words.hasPrefix(report)
        ? String(passage.words.dropFirst(report.count)) : passage.words
      let place = words.isEmpty ? passage.item?.rawValue ?? "" : words
      return Phrase("已读至 \(place)", "read to \(place)")
    }
    static let setBookmark = Phrase("设书签", "bookmark")
    static let dropBookmark = Phrase("去书签", "drop bookmark")
    static let bookmarkHelp = Phrase(
      "在光标所在段落设书签，再按去掉；随下次存盘或离开时记下",
      "sets a bookmark at the paragraph or takes it away; written with the next save or on leaving")
    static let nothingToMark = Phrase("这里没有可设书签的段落", "no paragraph to be marked here")
    static func bookmarksFull(_ count: Int) -> Phrase {
      Phrase("书签已满（\(count) 个），请先去掉几个", "\(count) bookmarks are all there is room for")
    }
    static let nextBookmark = Phrase("下一书签", "next bookmark")
    static let nextBookmarkHelp = Phrase(
      "到下一个书签，最后一个之后回到第一个", "to the next bookmark, after the last one to the first")
    static let noBookmark = Phrase("没有书签", "there is no bookmark")
    static let bookmarked = Phrase("书签", "bookmark")

    // MARK: Finding in everything

    static let findEverywhere = Phrase("全部材料", "everywhere")
    static let findEverywhereHelp = Phrase(
      "在全部条款和材料里查找，列出每一处", "finds in all items and documents, as a list")
    static let typeFirst = Phrase("先输入要找的字词", "type what is to be found first")
    static func hits(_ words: String) -> Phrase {
      Phrase("全部材料中的「\(words)」", "«\(words)» in all of the material")
    }
    static let hitsHelp = Phrase("选择一处", "chooses a place")
    static let goToHit = Phrase("到这里", "go there")
    static let goToHitHelp = Phrase("到选中的条款、材料和段落", "goes to the item, document and paragraph")
    static let closeHitsHelp = Phrase(
      "回到条款；再按 F3 两次仍是这份列表", "back to the items; F3 twice shows the list again")
    static let notFoundAnywhere = Phrase("全部材料中没有", "nowhere in the material")

    static func noDocument(_ kind: DocumentKind) -> Phrase {
      let name = Phrase.document(kind)
      return Phrase(
        "\(name.zh)未附，或钥匙尚未发放（待秘书处或组长登录）",
        "no \(name.en) attached, or your key is not given yet (secretariat or leader must log in)")
    }

    static func section(_ section: EntrySection) -> Phrase {
      switch section {
      case .strengths: Phrase("优势", "Strengths")
      case .opportunities: Phrase("改进空间", "Opportunities")
      case .points: Phrase("现场核实", "On site")
      }
    }
    static func pointKind(_ kind: PointKind) -> Phrase {
      kind == .verify ? Phrase("核实", "verify") : Phrase("澄清", "clarify")
    }
    static func entryPlaceholder(_ section: EntrySection) -> Phrase {
      switch section {
      case .strengths: Phrase("写一条优势：一个意思，写事实", "one strength: one thought, facts")
      case .opportunities: Phrase("写一条改进空间：写事实，不写建议", "one opportunity: facts, no advice")
      case .points: Phrase("现场要核实或澄清的一点", "one point to look into on site")
      }
    }

    static func standing(_ phase: ReviewPhase) -> Phrase {
      switch phase {
      case .handedIn: Phrase("已提交，封存", "handed in, sealed")
      case .opened: Phrase("已启封，只读", "opened, read-only")
      default: Phrase("仅本人可见", "for your eyes only")
      }
    }
    static func readOnly(_ phase: ReviewPhase) -> Phrase {
      switch phase {
      case .handedIn: Phrase("已提交并封存；要修改请先撤回（F8）", "handed in and sealed; withdraw it first (F8)")
      case .opened: Phrase("评审表已启封，不能再改", "the sheets are opened and stay as they are")
      default: Phrase("评审尚未开始", "the review has not been started")
      }
    }

    static func houseRule(_ rule: HouseRule) -> Phrase {
      switch rule {
      case .advice(let word):
        Phrase("意见写事实，不写建议（“\(word)”）", "facts, not advice («\(word)»)")
      case .writingStyle(let word):
        Phrase("评的是组织，不是文字（“\(word)”）", "the organisation, not its writing («\(word)»)")
      case .noEvidence: Phrase("尚无证据：F7 引用材料段落", "no evidence yet: F7 quotes a paragraph")
      case .contradiction(let place):
        Phrase(
          "与另一条意见同据 \(place)，请核对不矛盾", "another comment rests on \(place) too: no contradiction?")
      }
    }

    // MARK: The overall part

    static let head = Phrase("整体意见", "Overall")
    static let noVerdict = Phrase("未填", "open")
    static let findingNote = Phrase("说明", "Note")
    static let keyFactorsHelp = Phrase(
      "取自组织概述，4–6 条，每行一条", "4 to 6 from the profile, one per line")
    static let overallHelp = Phrase("最重要的优势、最显著的改进空间", "what matters most, both ways")
    static let hoursHelp = Phrase("评审这份材料共用的小时数，整数", "whole hours spent on this material")
    static func finding(_ kind: FindingKind) -> Phrase {
      switch kind {
      case .conditions: Phrase("基本条件", "Basic conditions")
      case .completeness: Phrase("材料翔实完整", "Material complete")
      case .practice: Phrase("体现准则", "Criteria practised")
      }
    }
    static func findingHelp(_ kind: FindingKind) -> Phrase {
      switch kind {
      case .conditions: Phrase("是否符合申报的基本条件", "are the basic conditions met?")
      case .completeness: Phrase("材料是否翔实、完整", "is the material substantial and complete?")
      case .practice:
        Phrase("方法、展开、结果是否体现卓越绩效准则", "does it show the criteria practised?")
      }
    }
    static func verdict(_ verdict: Verdict) -> Phrase {
      switch verdict {
      case .yes: Phrase("是", "yes")
      case .partly: Phrase("部分", "partly")
      case .no: Phrase("否", "no")
      }
    }
  }
}
