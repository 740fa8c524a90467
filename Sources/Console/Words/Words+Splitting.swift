import Foundation

/// Words of how documents fall into parts, and of correcting it (S13).
extension Phrase {
  enum Split {
    static let correct = Phrase("更正划分…", "Correct the splitting…")
    static let correctHelp = Phrase(
      "更正这份材料拆到哪些条款；原文不动，读者看得到何时更正（推荐前区县局，之后秘书处）",
      "corrects which items its parts belong to; the text stays, readers see when")
    static let parts = Phrase("各部分", "Parts")
    static func toLookAt(_ count: Int) -> Phrase { Phrase("\(count) 处待看", "\(count) to look at") }
    static func page(_ page: Int) -> Phrase { Phrase("第 \(page) 页", "page \(page)") }
    static let moveHelp = Phrase("选部分，或在正文里选一段", "a part, or a paragraph of it")
    static let paneHelp = Phrase("在各部分和正文之间切换", "between parts and text")
    static let assign = Phrase("归到条款…", "Assign…")
    static let assignHelp = Phrase(
      "这一部分归到一个或几个条款（合写）、一个类目，或不归入", "to items, to a category, or nowhere")
    static let items = Phrase("条款", "Items")
    static let itemsHelp = Phrase("空格选取；选几条即合写", "space takes; several are written together")
    static let category = Phrase("或类目", "Or category")
    static let noCategory = Phrase("（不是类目总述）", "(no category's text)")
    static let assigning = Phrase(
      "条款和类目都不选，就是不归入。", "Neither items nor a category: it belongs nowhere.")
    static let oneOfBoth = Phrase("条款和类目只选其一", "either items or a category")
    static let cut = Phrase("从此段切开", "cut here")
    static let cutHelp = Phrase("从光标所在的段起另成一部分，再归到条款", "a part begins at the cursor")
    static let noCut = Phrase(
      "先用 Tab 到正文，选中这一部分里第二段或以后的一段", "choose a later paragraph of the text (Tab)")
    static let join = Phrase("并入前一部分", "join")
    static let joinHelp = Phrase("这一部分接在前一部分之后", "it goes on with the part before it")
    static let noJoin = Phrase("前面没有部分", "there is no part before it")
    static let undoHelp = Phrase(
      "撤销最后一处更正，以前的也可以", "takes the last correction back, earlier ones too")
    static let nothingToUndo = Phrase("没有更正可撤销", "nothing was corrected")
    static let unchanged = Phrase("没有新的更正", "nothing was changed")
    static let handOver = Phrase("记录更正…", "Record…")
    static let handOverHelp = Phrase(
      "把更正记入案卷，读者随即看到", "records the corrections; readers see them at once")
    static let handingOver = Phrase(
      "原文不动；更正的部分上面写明谁在哪天更正。之后还可以再更正。",
      "The text stays; corrected parts say by whom and when. It can be corrected again.")
    static let recorded = Phrase("已记录更正", "recorded")
    static let closeHelp = Phrase("回到材料；有未记录的更正先问", "back; asks where something is not recorded")
    static let drop = Phrase("放弃更正…", "Drop…")
    static let dropHelp = Phrase("放弃未记录的更正", "drops what is not recorded")
    static let dropping = Phrase("未记录的更正将丢失。", "What is not recorded is lost.")
  }
}
