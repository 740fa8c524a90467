import Criteria
import Foundation
import Procedure
import Store

/// Words of the documents of a case.
extension Phrase {
  /// A document by its kind and number.
  public static func document(_ id: DocumentID) -> Phrase {
    guard let (kind, ordinal) = id.parts else { return .plain(id.rawValue) }
    return document(kind) + .plain(ordinal.map { " \($0)" } ?? "")
  }

  public static func documentKind(_ kind: DocumentKind) -> Phrase { .document(kind) }

  /// Why a document cannot be read here, and what can be done.
  static func onlyOriginal(_ original: Original) -> Phrase {
    Phrase(
      "原件 \(original.name)（\(Backup.size(original.bytes))）没有可读的文字；请在材料目录里查看或写出",
      "nothing can be read of \(original.name) (\(Backup.size(original.bytes))); view it or write it out from the index"
    )
  }

  /// What stands above a picture.
  static func picture(_ original: Original) -> Phrase {
    Phrase(
      "\(original.name)（\(Backup.size(original.bytes))），以字符显示；看清细节请打开原件",
      "\(original.name) (\(Backup.size(original.bytes))) in characters; view the original for details"
    )
  }

  /// Who said when where a part belongs.
  static func partCorrected(_ record: SplittingRecord, _ name: String) -> Phrase {
    Phrase("〔\(name) \(record.at.day) 更正划分〕", "[split anew by \(name) on \(record.at.day)]")
  }

  static func joined(_ heading: String) -> Phrase {
    Phrase("\(heading)（合写）", "\(heading) (written together)")
  }

  // MARK: The command line

  public static let cliAttach = Phrase(
    "把文件附到申报材料（原件加密保存，可读的文字一并提取）",
    "attaches files to an application: the originals sealed, with what can be read of them")
  public static let cliDetach = Phrase(
    "撤下材料，截止前均可（M7）", "removes documents, before the closing day (M7)")
  public static let cliAttachments = Phrase("列出一份申报的材料", "lists the documents of an application")
  public static let cliAttachment = Phrase("取出一份原件", "takes an original out")
  public static let cliAttached = Phrase("要附上的文件", "the files to attach")
  public static let cliDocumentKind = Phrase(
    "种类：applicationForm、profile、selfEvaluation、workSummary、evidence，或 M1–M5",
    "applicationForm, profile, selfEvaluation, workSummary, evidence, or M1 to M5")
  public static let cliTitle = Phrase("标题；不给即文件名", "the title; the file's name where none is given")
  public static let cliItems = Phrase("所证实的条款，如 4.1.2,4.2.2", "the items it proves, as 4.1.2,4.2.2")
  public static let cliPages = Phrase("页数", "its pages")
  public static let cliNumber = Phrase(
    "在同类材料中的序号；不给即取下一个", "its number among those of its kind; the next where none is given")
  public static let cliReplace = Phrase("替换该序号的材料", "takes the place of the one of that number")
  public static let cliReceivedOn = Phrase(
    "截止后补录：区县在受理期内收到的日期（M7）", "after closing: the day within the call on which it was received (M7)"
  )
  public static let cliReceivedBy = Phrase("截止后补录：接收人", "after closing: who received it")
  public static let cliDocumentID = Phrase("材料编号，如 evidence-12", "the document, as evidence-12")
  public static let cliOut = Phrase("写到哪个文件或目录", "the file or directory to write to")
  public static let cliFormer = Phrase("也列出被替换和撤下的", "lists those replaced and removed, too")

  public static func attaching(_ name: String) -> Phrase {
    Phrase("附上 \(name)（MiB）", "attaching \(name) (MiB)")
  }
  public static func extracting(_ name: String) -> Phrase {
    Phrase("取出 \(name)（MiB）", "taking out \(name) (MiB)")
  }
  public static func attachedWithoutText(_ why: Phrase) -> Phrase {
    Phrase("原件已附上，未提取文字：", "attached without its text: ") + why
  }
  public static func tooLargeToRead(_ bytes: Int) -> Phrase {
    Phrase("超过 \(Backup.size(bytes))，不提取文字", "larger than \(Backup.size(bytes))")
  }
  public static func stands(_ id: DocumentID) -> Phrase {
    Phrase(
      "\(document(id).zh) 已有材料；要替换请加 --replace",
      "\(document(id).en) is there; --replace takes its place")
  }
  public static let oneTitle = Phrase(
    "标题、页数和序号只能用于一个文件", "a title, pages or a number are for one file alone")
  public static let bothOfReceipt = Phrase(
    "--received 和 --received-by 须同时给出", "--received and --received-by go together")
  public static func noSuchDocument(_ id: String) -> Phrase {
    Phrase("没有这份材料：\(id)", "no such document: \(id)")
  }
  public static func badKind(_ text: String) -> Phrase {
    Phrase("不认识的种类：\(text)", "no such kind: \(text)")
  }
  public static func badDay(_ text: String) -> Phrase {
    Phrase("日期应写作 2026-03-12：\(text)", "a day is written 2026-03-12: \(text)")
  }
  public static func badItem(_ text: String) -> Phrase {
    Phrase("不认识的条款：\(text)", "no such item: \(text)")
  }
  public static func removedDocument(_ id: DocumentID) -> Phrase {
    Phrase("已撤下：", "removed: ") + document(id)
  }
  public static func writtenTo(_ path: String) -> Phrase {
    Phrase("已写到 \(path)", "written to \(path)")
  }
  public static func fileSize(_ bytes: Int) -> Phrase { .plain(Backup.size(bytes)) }
  public static func filesChecked(_ count: Int, _ bytes: Int) -> Phrase {
    Phrase("附件 \(count) 个，共 \(Backup.size(bytes))", "\(count) sealed files, \(Backup.size(bytes))")
  }
  public static func documentState(
    _ receipt: LateReceipt?, _ splitting: SplittingRecord?, former: FormerDocument?
  ) -> Phrase {
    var words: [Phrase] = []
    if let receipt {
      words.append(Phrase("补录，\(receipt.receivedOn) 收到", "late, received \(receipt.receivedOn)"))
    }
    if let splitting {
      words.append(Phrase("\(splitting.at.day) 更正划分", "split anew \(splitting.at.day)"))
    }
    if let former {
      words.append(
        former.isReplaced
          ? Phrase("\(former.at.day) 被替换", "replaced \(former.at.day)")
          : Phrase("\(former.at.day) 撤下", "removed \(former.at.day)"))
    }
    return words.dropFirst().reduce(words.first ?? .plain("")) { $0 + Phrase("，", ", ") + $1 }
  }
}

extension Phrase.History {
  /// A document as an entry names it.
  static func document(_ document: Document) -> Phrase {
    let size = document.original.map { Backup.size($0.bytes) }
    let characters = Phrase("\(document.characters) 字", "\(document.characters) characters")
    let what = [size.map(Phrase.plain), document.hasText ? characters : nil].compactMap { $0 }
    let number = document.ordinal == nil ? Phrase.plain("") : .document(document.id) + .plain(" ")
    return what.reduce(number + .plain(document.title)) { $0 + Phrase("，", ", ") + $1 }
  }
}
