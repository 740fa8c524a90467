import Criteria
import Foundation
import Procedure
import Store

/// Words of the material of a case: its index, and what is done with a document.
extension Phrase {
  enum Material {
    static let index = Phrase("材料目录", "index")
    static let indexHelp = Phrase(
      "全部材料：序号、标题、页数、证明条款、大小；写出、查看、替换、撤下",
      "all documents: number, title, pages, items, size; written out, shown, replaced, removed")
    static let closeIndexHelp = Phrase("合上目录，回到案卷", "closes the index")
    static let writeOut = Phrase("写出…", "Write out…")
    static let writeOutHelp = Phrase("把原件写成一个文件", "writes the original to a file")
    static let writeOutMeans = Phrase(
      "原件按收到时的样子写出，不再加密；用完请自行删去。",
      "The original is written as it came and is not sealed any more; remove it when you are done.")
    static let writeTo = Phrase("写到", "Write to")
    static let writeToHelp = Phrase(
      "文件或文件夹，可用 ~；不替换已有文件", "a file or a folder; nothing that is there is replaced")
    static let view = Phrase("查看原件", "view")
    static let viewHelp = Phrase(
      "用自己的程序打开原件（xdg-open 或 PINGSHEN_VIEWER）；锁屏、退出时临时文件删去",
      "opens the original in your own program (xdg-open or PINGSHEN_VIEWER); the copy goes with the lock and the end"
    )
    static let remove = Phrase("撤下…", "Remove…")
    static let removeHelp = Phrase(
      "截止前撤下这份材料；历史里保留（M7）", "removes it before the closing day; history keeps it (M7)")
    static let removing = Phrase(
      "从材料中撤下，历史里保留原样。", "It leaves the material; history keeps it as it was.")
    static let replace = Phrase("替换…", "Replace…")
    static let replaceHelp = Phrase(
      "截止前换成另一个文件，序号不变；历史里保留（M7）",
      "another file takes its place before the closing day; history keeps the old one (M7)")
    static let noOriginal = Phrase("这份材料是录入的文字，没有原件", "a text that was typed; there is no original")
    static let atGate = Phrase(
      "从门进来不能打开查看程序；请写出到发件箱", "no viewer at the gate; write it out to the outbox")
    static let former = Phrase("已被替换或撤下", "it was replaced or removed")

    static let number = Phrase("序号", "Number")
    static let numberHelp = Phrase(
      "在同类材料中的序号；不填即取下一个", "among those of its kind; the next if left empty")
    static let noNumber = Phrase("粘贴的正文没有序号", "a text that is pasted has no number")
    static let items = Phrase("证明条款", "Items")
    static let itemsHelp = Phrase("如 4.1.2 4.2.2，可不填", "such as 4.1.2 4.2.2, may be empty")
    static let pathHelp = Phrase(
      "文件的路径，可用 ~；整个文件夹请用「取入材料」", "the path of a file; a whole folder by «Take material»")
    static let titleHelp = Phrase(
      "不填则用文件名；粘贴的用种类名", "the file's name if left empty, the kind's for a text")
    static let pages = Phrase("页", "Pages")
    static let size = Phrase("大小", "Size")
    static let characters = Phrase("字数", "Chars")
    static let state = Phrase("情况", "State")
    static let document = Phrase("材料", "Document")
    static let originalName = Phrase("原件", "Original")
    static func count(_ count: Int, _ bytes: Int) -> Phrase {
      Phrase("\(count) 份，\(Backup.size(bytes))", "\(count), \(Backup.size(bytes))")
    }
    static func attached(_ document: Document) -> Phrase {
      Phrase("已附上 ", "attached ") + .document(document.id) + .plain(" \(document.title)")
    }
    static func viewing(_ name: String) -> Phrase {
      Phrase("正在用查看程序打开 \(name)", "opening \(name) in your viewer")
    }
    static func sentence(_ fault: MaterialFault) -> Phrase {
      switch fault {
      case .folder(let name):
        Phrase(
          "\(name) 是文件夹：整个文件夹请用「取入材料」", "\(name) is a folder: take it by «Take material»")
      case .stands(let id):
        Phrase(
          "\(Phrase.document(id).zh) 已有材料；要换请在材料目录里用「替换」",
          "\(Phrase.document(id).en) is there; «Replace» in the index takes its place")
      case .noViewer:
        Phrase(
          "没有可用的查看程序：请安装 xdg-utils，或设置 PINGSHEN_VIEWER",
          "no program shows files: install xdg-utils or set PINGSHEN_VIEWER")
      }
    }
  }
}
