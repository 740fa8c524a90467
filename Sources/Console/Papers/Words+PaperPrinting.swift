import Office
import Procedure
import Terminal

extension Phrase {
  /// The words of printing.
  public enum Papers {
    static let printHelp = Phrase(
      "把选中内容的文书写成文件：docx 供编辑和盖章，html 供打印，txt 供阅读",
      "writes the paper of what is selected to files: docx to edit and seal, html to print, txt to read"
    )
    static let nothingToPrint = Phrase("这里没有可打印的文书", "nothing here can be printed")
    static let scoreTable = Phrase("评分汇总表…", "Table of scores…")
    static let scoreTableHelp = Phrase(
      "把本年度完成合议的申报写成一张表：xlsx 带公式，docx 供签名",
      "writes the applications with a finished consensus to one table: xlsx computes, docx to sign")
    static let noScores = Phrase(
      "没有可汇总的得分：翻到得分或名单页，并等合议完成",
      "no scores to print: turn to the scores or the list, and wait for a finished consensus")
    static let paper = Phrase("文书", "Paper")
    static let number = Phrase("编号", "Number")
    static let numberHelp = Phrase(
      "只用于要编号而尚未登记编号的文书",
      "of papers that go out under one, where none is recorded")
    static let againHelp = Phrase(
      "印过的仍用原来的编号，内容已变的另填编号",
      "printed again it keeps its own; give another where it says something else by now")
    static let replyBy = Phrase("答复期限", "Reply by")
    static let replyByHelp = Phrase(
      "只用于征询函、征求意见函；可不填", "of letters that ask departments; may be empty")
    static let purpose = Phrase("用途", "For")
    static let fair = Phrase("正式", "the record")
    public static let draftMark = Phrase("草稿", "draft")
    static let draft = Phrase("预览（印有“草稿”）", "preview (says 草稿)")
    static let format = Phrase("格式", "Form")
    static func name(of formats: [PaperFormat]) -> Phrase {
      formats.count > 1
        ? Phrase("全部", "all") : .plain(formats.map(\.rawValue).joined(separator: " "))
    }
    static let path = Phrase("文件路径", "File")
    static let pathHelp = Phrase(
      "不必写扩展名；以 / 结尾的是文件夹，文件按文书取名；已有的文件先问再换",
      "no ending needed; after / the file is named by its paper; asks before replacing")
    static let template = Phrase("自有模板", "Own template")
    static let templateHelp = Phrase(
      "可不填；本局的 .docx，内有 {{title}} 这样的占位，docx 由它填成",
      "may be empty; a .docx of the bureau's with places such as {{title}}, of which the docx is made"
    )
    static let done = Phrase("已写成", "written")
    static func written(_ paths: [String]) -> Phrase {
      Phrase("已写成 ", "written to ") + .plain(paths.joined(separator: " "))
    }
    static let numberless = Phrase(
      "这种文书要有编号：填在编号一栏（命令行用 --number）；设置 › 文头 填了发文代字，就自动取下一个",
      "this paper goes out under a number: type it, or give --number on the command line; once Set-up › Letterhead has the sign of numbers, the next one is taken"
    )
    public static func goesOut(under number: String) -> Phrase {
      Phrase("编号 \(number)", "under number \(number)")
    }
    static let kept = Phrase("存档文书", "Kept papers")
    static let noneKept = Phrase("尚无存档的文书", "no paper has been kept yet")
    static let keptHelp = Phrase(
      "把存档的文书原样再写成文件", "writes the kept paper to files again, as it was")
    static let printAgain = Phrase("再印…", "Print again…")
    static let sealed = Phrase("已封存，您无权打开", "sealed, not open to you")
    static let day = Phrase("日期", "Day")
    static let title = Phrase("文书", "Paper")
    static let code = Phrase("文号", "Paper no.")
    static let keeper = Phrase("存档人", "Kept by")
    static let forms = Phrase("格式", "Forms")
    static let digest = Phrase("校验", "Digest")
    static let keptAt = Phrase("存档时间", "Kept at")
    static func badTemplate(_ place: String, _ detail: String) -> Phrase {
      Phrase("文书模板 \(place) 有误（\(detail)）", "the template \(place) is wrong (\(detail))")
    }
    static func closed(_ paper: Phrase) -> Phrase {
      Phrase("《", "") + paper
        + Phrase(
          "》现在不能由你打印：内容尚未形成，或不在你可以阅读的范围内",
          " cannot be printed by you now: it is not made yet, or is not for you to read")
    }
    static func unknown(_ name: String) -> Phrase {
      Phrase(
        "没有能由你打印的文书“\(name)”；能打印的见 pingshen papers",
        "there is no paper «\(name)» that you can print; `pingshen papers` lists those that you can"
      )
    }
    static let nobody = Phrase("没有以此编号公示或公布的组织", "no organisation stands under this number")
  }
}

extension Phrase {
  /// Why a bureau's own document is not taken, and where in it.
  static func template(_ fault: WordTemplateFault) -> Phrase {
    if let sentence = fault.sentence { return Phrase(sentence) }
    switch fault {
    case .unreadable(let fault): return reading(fault)
    case .unwritten(let fault): return writing(fault)
    case .notWords, .unknownName, .unclosed, .unpaired, .notAValue, .misplaced: return .plain("")
    }
  }
}

extension Phrase {
  /// How a paper came about, before where it was written.
  public static func origin(_ origin: PaperFiles.Origin) -> Phrase {
    switch origin {
    case .made: .plain("")
    case .unkept:
      Phrase(
        "几家合在一张的由市局存档，此份请自行留底；",
        "a list of several is kept by the bureau alone: file this copy yourself; ")
    case .kept: Phrase("已存档，", "kept; ")
    case .again: Phrase("存档原件，一字不差，", "the kept one, byte for byte; ")
    case .preview:
      Phrase("您无权存档正式文书，已印为“草稿”，", "a fair copy is not yours to keep: it says 草稿; ")
    }
  }
}
