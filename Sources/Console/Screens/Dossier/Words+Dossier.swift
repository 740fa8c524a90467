import Criteria
import Foundation
import Procedure

/// Words of the dossier of a case.
extension Phrase {
  /// The words without the sign that a form or question follows: for titles and answers.
  var bare: Phrase {
    func cut(_ text: String) -> String { text.hasSuffix("…") ? String(text.dropLast()) : text }
    return Phrase(cut(zh), cut(en))
  }

  enum Case {
    static let reading = Phrase("正在读取…", "reading…")
    static let due = Phrase("期限 ", "due ")
    static let materialTotal = Phrase("材料得分 ", "material ")
    static let siteTotal = Phrase("现场得分 ", "on site ")
    static func line(_ line: Points, _ reaches: Bool) -> Phrase {
      reaches
        ? Phrase("✓ 达到 \(line) 分线", "✓ reaches \(line)")
        : Phrase("✗ 未达 \(line) 分线", "✗ below \(line)")
    }
    static func tier(_ rank: Int) -> Phrase { Phrase("✓ 第 \(rank) 层级", "✓ tier \(rank)") }
    static let belowTiers = Phrase("✗ 未达最低层级", "✗ below the tiers")

    static func pane(_ pane: DossierScreen.Pane) -> Phrase {
      switch pane {
      case .acts: Phrase("办理", "To do")
      case .material: Phrase("材料", "Material")
      case .people: Phrase("人员", "People")
      case .facts: Phrase("申报", "Application")
      }
    }

    // MARK: Keys

    static let moveHelp = Phrase("上下选择或滚动", "moves or scrolls")
    static let paneHelp = Phrase(
      "在办理、材料、人员、申报之间切换", "between to do, material, people and application")
    static let historyHelp = Phrase("看本案的全部记录", "everything that was done here")
    static let doIt = Phrase("办理", "do it")
    static let doItHelp = Phrase("办理选中的事项", "does what is selected")
    static let read = Phrase("阅读", "read")
    static let readHelp = Phrase("阅读选中的材料", "reads the selected document")
    static let toActs = Phrase("到办理", "to do")
    static let toActsHelp = Phrase("回到办理事项", "back to what is to be done")
    static let scroll = Phrase("滚动", "scroll")
    static let scrollHelp = Phrase("上下滚动，PgUp/PgDn 翻页", "scrolls; PgUp and PgDn by pages")
    static let part = Phrase("换章节", "part")
    static let partHelp = Phrase("上一章节或下一章节", "the part before or after")
    static let closeReader = Phrase("回案卷", "back")
    static let closeReaderHelp = Phrase("合上材料，回到案卷", "closes the document")

    // MARK: Acts

    static let waits = Phrase("● 待办", "● waits")
    static let notNow = Phrase("– 暂不可办", "– not now")
    static func waitingCount(_ count: Int) -> Phrase { Phrase("\(count) 项待办", "\(count) waiting") }
    static let nothingToDo = Phrase("此案没有你要办理的事项", "nothing for you to do here")
    static let noPanels = Phrase(
      "尚未组成这一阶段的评审组（设置 › 评审组）", "no panel is formed for this (Set-up › Panels)")

    // MARK: Forms

    static let panel = Phrase("评审组", "Panel")
    static let arrangingMeans = Phrase(
      "合议核实点与检查模板随即列成检查表；组员先签回避声明。", "The checklist is made at once; members declare first.")
    static let firstDay = Phrase("第一天", "First day")
    static let lastDay = Phrase("最后一天", "Last day")
    static let dayHelp = Phrase("如 2026-09-18 或 2026年9月18日", "such as 2026-09-18")
    static let noDay = Phrase("不是日期，请写成 2026-09-18", "no date; write 2026-09-18")
    static let reviewers = Phrase("评审员", "Reviewers")
    static func reviewersHelp(_ minimum: Int) -> Phrase {
      Phrase("←→ 移动，空格选取；至少 \(minimum) 人", "←→ move, space takes; at least \(minimum)")
    }
    static let dueDay = Phrase("期限", "Due")
    static func cannotReview(_ name: String, _ why: Phrase) -> Phrase {
      Phrase("不能指定 \(name)：\(why.zh)", "\(name) cannot review: \(why.en)")
    }
    static let inactive = Phrase("已停用", "inactive")
    static let attachingMeans = Phrase(
      "填文件路径或粘贴正文，二者取一。原件加密保存，读得出的文字一并提取。",
      "Give a path or paste the text. The original is sealed, with what can be read of it.")
    static let kind = Phrase("种类", "Kind")
    static let titleField = Phrase("标题", "Title")
    static let path = Phrase("文件路径", "File")
    static let pasted = Phrase("或粘贴正文", "or the text")
    static let pastedHelp = Phrase("把正文粘贴到这里", "paste the text here")
    static let pathOrText = Phrase("文件路径与正文恰填一项", "fill in either file or text")
    static let sideArrowsHelp = Phrase("←→ 选择", "←→ choose")

    // MARK: Material

    static func characters(_ count: Int) -> Phrase { Phrase("\(count) 字", "\(count) chars") }
    static func withinLimit(_ count: Int, _ limit: Int) -> Phrase {
      Phrase("✓ \(count) / \(limit) 字", "✓ \(count) / \(limit)")
    }
    static func tooLong(_ count: Int, _ limit: Int) -> Phrase {
      Phrase(
        "! \(count) / \(limit) 字，超 \(count - limit)", "! \(count) / \(limit), \(count - limit) over"
      )
    }
    static let formFilled = Phrase("✓ 已填", "✓ filled in")
    static func formLacks(_ count: Int) -> Phrase { Phrase("! 缺 \(count) 项", "! \(count) missing") }
    static let missing = Phrase("– 未附", "– none")
    static let notAttached = Phrase("这项材料尚未附上", "this document is not attached")
    static let noMaterial = Phrase(
      "尚未附材料，或钥匙尚未发放给你（秘书处或组长登录后自动发放）",
      "no material yet, or its key has not been given to you (secretariat or leader give it by logging in)"
    )
    static let declareToRead = Phrase(
      "签署回避声明后材料开放", "opens once you sign the declaration of interests")

    // MARK: People

    static func stage(_ stage: PanelStage) -> Phrase {
      switch stage {
      case .material: Phrase("材料评审", "material review")
      case .onSite: Phrase("现场评审", "on-site review")
      }
    }
    static let leader = Phrase("组长", "leader")
    static let deputy = Phrase("副组长", "deputy")
    static let declared = Phrase("✓ 已声明", "✓ declared")
    static let undeclared = Phrase("○ 未声明", "○ not declared")
    static let recused = Phrase("✗ 回避", "✗ stepped back")
    static let notDesignated = Phrase("未指定", "not designated")
    static let handedIn = Phrase("✓ 已提交", "✓ handed in")
    static let withdrawn = Phrase("已撤回", "withdrawn")
    static let notStarted = Phrase("○ 未开始", "○ not started")
    static let noPanelYet = Phrase("尚未分配评审组", "no panel is assigned yet")

    // MARK: The index of the evidence

    static let printIndex = Phrase("打印目录…", "Print index…")
    static let printIndexHelp = Phrase(
      "把证实性材料目录写成电子表格（.xlsx）或 CSV 文件（M5）",
      "writes the index of the evidence as a workbook or as CSV (M5)")
    static let noEvidence = Phrase("还没有证实性材料", "there is no evidence yet")
    static let evidenceNumber = Phrase("序号", "No.")
    static let evidenceTitle = Phrase("名称", "Title")
    static let evidencePages = Phrase("页数", "Pages")
    static let evidenceItems = Phrase("所证条款", "Items")
    static let evidenceFile = Phrase("文件名", "File")
    static let evidenceBytes = Phrase("字节", "Bytes")
    static let evidenceHash = Phrase.plain("SHA-256")
    static let evidenceReceived = Phrase("截止后收到日期", "Received late on")

    // MARK: Facts

    static let creditCode = Phrase("信用代码", "Credit code")
    static let size = Phrase("规模", "Size")
    static let foundedIn = Phrase("成立", "Founded")
    static let modelSince = Phrase("导入模式", "Model")
    static let exemption = Phrase("年限豁免", "Exempt")
    static let encouraged = Phrase("鼓励申报", "Encouraged")
    static let controlled = Phrase("控股组织", "Controlled")
    static let registered = Phrase("登记时间", "Registered")
  }
}
