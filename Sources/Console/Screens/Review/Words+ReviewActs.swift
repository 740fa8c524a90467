import Criteria
import Foundation
import Procedure

/// Words of what can be done in an independent review.
extension Phrase.Review {
  // MARK: Declaration and recusal

  static let declareFirst = Phrase("请先签署回避声明", "Sign the declaration of interests first")
  static let declareExplains = Phrase(
    "评审前须声明与申报组织没有利害关系；声明之后，材料才对你开放。",
    "Before the material opens, everybody declares that they have no interest in the applicant.")
  static let declareKey = Phrase("Enter 查看并签署", "Enter: read and sign")
  static let steppedBack = Phrase(
    "你已回避，不再参与本申报的评审。", "You have stepped back from this application.")
  static func groundIs(_ ground: InterestGround) -> Phrase {
    Phrase("情形：", "Ground: ") + .ground(ground)
  }

  // MARK: Start, hand in, withdraw

  static let start = Phrase("开始评审", "Start the review")
  static let startAgain = Phrase("再次开始评审", "Start again")
  static let startHelp = Phrase(
    "建立评审表；再次开始时保留撤回的内容", "makes the sheet, from the withdrawn one if any")
  static let notStarted = Phrase("尚未开始评审", "Not started yet")
  static let withdrawnNow = Phrase("评审表已撤回", "The sheet is withdrawn")
  static let startExplains = Phrase(
    "评审表只有本人可见，提交后封存，启封前任何人都读不到。",
    "Your sheet is for your eyes only; handed in it is sealed until leader and secretariat open it."
  )
  static let startKey = Phrase("Enter 开始评审", "Enter: start")
  static let submit = Phrase("提交…", "Hand in…")
  static let submitHelp = Phrase("先列出缺项与提示，再确认提交", "lists what is missing, then asks")
  static let beforeHandIn = Phrase("提交前检查", "Before handing in")
  static let gapsBlock = Phrase(
    "补齐缺项后才能提交；Enter 跳到所在处", "what is missing comes first; Enter goes there")
  static let hintsPass = Phrase("以下仅为提示，可按 F5 继续提交", "only hints; F5 hands in all the same")
  static let gapsHelp = Phrase("在清单中上下移动", "moves in the list")
  static let jump = Phrase("前往", "Go there")
  static let jumpHelp = Phrase("跳到要补的地方", "goes to the place")
  static func gapCount(_ missing: Int, _ all: Int) -> Phrase {
    Phrase("缺 \(missing) · 提示 \(all - missing)", "\(missing) missing · \(all - missing) hints")
  }
  static func stillMissing(_ count: Int) -> Phrase {
    Phrase("还缺 \(count) 项，补齐后才能提交", "\(count) parts are missing still")
  }
  static func gap(_ gap: ReviewGap) -> Phrase {
    switch gap {
    case .twice: standsTwiceGap
    case .missing(.mark): Phrase("没有得分率", "no percentage")
    case .missing(.abstentionReason): Phrase("弃权没有理由", "abstention without a reason")
    case .missing(.finding): Phrase("整体意见未填", "overall part")
    case .tooLong(_, let excess):
      Phrase("超出 \(excess.grouped) 字", "\(excess.grouped) characters too many")
    case .hint(.noComment): Phrase("没有意见", "no comment")
    case .hint(.outsideBands): Phrase("得分率在所选档位之外", "outside the bands chosen")
    case .hint(.noOverall): Phrase("未写", "not written")
    }
  }
  static let handInQuestion = Phrase("提交评审表？", "Hand the sheet in?")
  static let handInYes = Phrase("提交并封存", "Hand in and seal")
  static let handInSeals = Phrase(
    "提交后封存，不能再改；启封前可凭理由撤回。", "It is sealed; until opening it can be withdrawn with a reason.")
  static func handInTotal(_ total: Points, of possible: Int) -> Phrase {
    Phrase("总分 \(total) / \(possible)", "total \(total) / \(possible)")
  }
  static func handInWithoutTotal(_ count: Int) -> Phrase {
    Phrase("无总分（有弃权 \(count) 条）", "no total (\(count) abstained)")
  }
  static func handInCounts(items: Int, comments: Int) -> Phrase {
    Phrase("已评 \(items) 条，意见 \(comments) 条", "\(items) items marked, \(comments) comments")
  }
  static let turnedBack = Phrase(
    "注意：草稿不是上次保存的样子，可能是旧版，或另一份上有新的（先交换），请核对",
    "Note: not the draft that was left: an old one, or newer in a copy (exchange). Check")
  static let conflictTitle = Phrase(
    "别处改过这里（另一个窗口，或交换取入）", "Changed elsewhere (another window, or an exchange)")
  static let conflictKeepsSheet = Phrase(
    "评审表未提交。选定后再次提交。", "The sheet was not handed in. Choose, then hand it in again.")
  static func conflictThere(_ words: Phrase) -> Phrase { Phrase("  已存：", "  stored: ") + words }
  static func conflictHere(_ words: Phrase) -> Phrase { Phrase("  此处：", "  here: ") + words }
  static func conflictMore(_ count: Int) -> Phrase {
    Phrase("另有 \(count) 处", "and \(count) more")
  }
  static func conflictComments(_ count: Int) -> Phrase {
    Phrase("意见 \(count) 条", "\(count) comments")
  }
  static func conflictPoints(_ count: Int) -> Phrase {
    Phrase("现场核实 \(count) 点", "\(count) points to verify")
  }
  static let conflictTheirs = Phrase("用已存的", "Take what is stored")
  static let conflictMine = Phrase("用此处的", "Keep what is here")
  static let handedInNotice = Phrase("已提交，封存", "handed in and sealed")
  static let withdraw = Phrase("撤回…", "Withdraw…")
  static let withdrawHelp = Phrase(
    "启封前可写明理由撤回，两个版本都保留", "before opening, with a reason; both versions stay")
  static let withdrawMeans = Phrase(
    "撤回后可再次开始并修改；撤回的版本与理由保留。", "You can start again from it; this version and the reason stay.")

  // MARK: Panes

  static let itemsHelp = Phrase("上下换条款", "moves through the items")
  static let paneHelp = Phrase(
    "条款 → 材料 → 得分率 → 档位 → 意见", "items, text, percentage, bands, comments in turn")
  static let leaveHelp = Phrase("回到条款", "back to the items")
  static let paragraph = Phrase("段落", "paragraph")
  static let paragraphHelp = Phrase("逐段移动；PgUp/PgDn 翻页", "by paragraphs; PgUp/PgDn by pages")
  static let materialTab = Phrase("换材料", "other text")
  static let materialTabHelp = Phrase(
    "自评报告、组织概述、工作总结、要点、评分指南", "report, profile, summary, asks, guide")
  static let guide = Phrase("指南", "Guide")
  static let guideHelp = Phrase("评分指南与自评报告之间切换", "scoring guide and back")
  static let headHelp = Phrase("三项判断、关键因素、总体意见、用时", "findings, key factors, overall comment, hours")
  static let findHelp = Phrase("在本条材料中查找", "finds in the text of this item")
  static let findNext = Phrase("下一处", "Next")
  static let findNextHelp = Phrase("到下一处；关闭后按 n 也可", "the next place; n does so later")
  static let endFindHelp = Phrase("关闭查找", "closes the field")
  static let notFoundHere = Phrase("本条材料中没有找到", "not found in this item's text")

  // MARK: Marking

  static let digitsHelp = Phrase(
    "直接键入得分率，Enter 确认并到下一条", "types the percentage; Enter goes to the next item")
  static let acceptNext = Phrase("确认，下一条", "Accept, next")
  static let acceptNextHelp = Phrase("确认得分率并到下一条", "takes the percentage and goes on")
  static let stepHelp = Phrase("得分率加减 5", "five points more or less")
  static let cancelPercentageHelp = Phrase("放弃键入的数字", "drops the digits typed")
  static let dimension = Phrase("维度", "Dimension")
  static let dimensionHelp = Phrase("选择维度", "chooses the dimension")
  static let band = Phrase("档位", "Band")
  static let bandHelp = Phrase("为该维度选档位", "chooses its band")
  static let clear = Phrase("清除", "Clear")
  static let clearBandHelp = Phrase("清除该维度的档位", "takes the band away")
  static let abstain = Phrase("弃权…", "Abstain…")
  static let abstainHelp = Phrase("对本条不评分，须写明理由", "gives no percentage, with a reason")
  static let abstainMeans = Phrase(
    "本条不计得分率；有弃权的评审表没有总分。", "No percentage here; a sheet with an abstention has no total.")
  static func abstainTitle(_ item: String) -> Phrase { Phrase("弃权：\(item)", "Abstain: \(item)") }

  // MARK: Comments

  static let write = Phrase("写意见", "Comments")
  static let writeHelp = Phrase("到意见栏，Enter 新写或修改", "goes to the comments")
  static let edit = Phrase("修改", "Edit")
  static let moveEntryHelp = Phrase("在意见之间移动", "moves through the comments")
  static let openEntryHelp = Phrase("新写一条，或修改这一条", "writes a new one or edits this one")
  static let double = Phrase("加重 ++/--", "Double")
  static let doubleHelp = Phrase("最重要的意见加重，再按取消", "doubles the most important, and back")
  static let turnPoint = Phrase("核实/澄清", "Verify/clarify")
  static let tagHelp = Phrase("标注所属维度", "tags it with a dimension")
  static let delete = Phrase("删除", "Delete")
  static let deleteHelp = Phrase("删去这一条，F9 可恢复", "takes it off; F9 brings it back")
  static let closeEntryHelp = Phrase("写完这一条；已写的都已保存", "ends the entry; it is kept")
  static let turn = Phrase("优势/改进", "Turn")
  static let turnHelp = Phrase("优势与改进空间互换，核实与澄清互换", "strength or opportunity, verify or clarify")
  static let readOn = Phrase("翻材料", "read on")
  static let readOnHelp = Phrase(
    "写意见时翻材料；Ctrl-↑↓ 换段落", "scrolls the text while writing; Ctrl-↑↓ by paragraph")
  static let quote = Phrase("引用", "Quote")
  static let quoteHelp = Phrase("把光标所在段落引为意见的证据", "names the paragraph as evidence")
  static let nothingToQuote = Phrase("这里没有可引用的段落", "nothing here can be quoted")
  static let toPassage = Phrase("看原文", "Passage")
  static let toPassageHelp = Phrase(
    "到意见所引的段落，引了几处的逐处看；Esc 回到意见",
    "to the passage it rests on, of several to the next each time; Esc goes back")
  static let restsOnNothing = Phrase("这一条没有引用材料", "it rests on no passage")
  static let toComment = Phrase("看意见", "Comment")
  static let toCommentHelp = Phrase("到引用这一段的意见", "to the comment that rests on this passage")
  static let restedOnByNothing = Phrase("本条没有意见引用这一段", "no comment of this item rests on it")
  static func passageNotFound(_ citation: String) -> Phrase {
    Phrase("材料中找不到「\(citation)」", "«\(citation)» is nowhere in the material")
  }
  static let undoHelp = Phrase("撤销对草稿的上一步改动", "takes back the last change to the draft")
  static let nothingToUndo = Phrase("没有可撤销的", "nothing to undo")
  static func writeNew(_ section: EntrySection) -> Phrase {
    let name = Phrase.Review.section(section)
    return Phrase("新写\(name.zh)", "New: \(name.en)")
  }
}
