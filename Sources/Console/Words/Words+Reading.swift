import Criteria
import Office
import Splitting

/// Words about documents that are read and split.
extension Phrase {
  public static let cliSplit = Phrase(
    "看一份材料拆成哪些条款（不需要评审库）", "shows how a document splits into items, without a store")
  public static let cliDocument = Phrase(
    "文件：txt、md、docx、pdf、xlsx、doc、wps 等", "the file: txt, md, docx, pdf, xlsx, doc, wps")
  public static let splitEncoding = Phrase("编码", "encoding")
  public static let splitFor = Phrase("条款", "for")
  public static let splitCharacters = Phrase("字数", "chars")
  public static let splitPage = Phrase("页", "page")
  public static let splitHow = Phrase("依据", "by")
  public static let splitHeading = Phrase("标题", "heading")
  public static let between = Phrase("；", "; ")

  public static func splitRow(_ label: String, _ value: String) -> Phrase {
    Phrase("\(label)：\(value)", "\(label): \(value)")
  }

  /// What a part is for.
  public static func splitSubject(_ part: Part) -> Phrase {
    switch part.subject {
    case .items(let items):
      items.count == 1
        ? .plain(items[0].rawValue)
        : Phrase(
          "\(items.map(\.rawValue).joined(separator: "、"))（合写）",
          "\(items.map(\.rawValue).joined(separator: ", ")) (merged)")
    case .category(let id): Phrase("\(id)（类目）", "\(id) (category)")
    case .contents: Phrase("目录", "contents")
    case .unassigned: Phrase("未归入", "unassigned")
    }
  }

  /// How a heading was known.
  public static func splitEvidence(_ evidence: Part.Evidence) -> Phrase {
    switch evidence {
    case .title: Phrase("标题", "title")
    case .number: Phrase("编号", "number")
    case .both: Phrase("标题和编号", "both")
    case .person: Phrase("人工", "a person")
    }
  }

  /// Why somebody should look at a part.
  public static func doubt(_ doubt: Doubt) -> Phrase {
    switch doubt {
    case .numberIsOf(let id):
      Phrase("按标题归入，编号却是 \(id) 的", "taken by its title; its number is that of \(id)")
    case .joined(let times):
      Phrase("同一条款出现 \(times) 次，已合在一起", "the item came \(times) times and was joined")
    case .alsoIn(let id): Phrase("\(id) 另有一部分", "\(id) has another part as well")
    case .empty: Phrase("只有标题，没有正文", "a heading without a text")
    case .unread(let text):
      Phrase("其中的标题「\(text)」不能归入条款", "a heading in it names no item: \(text)")
    }
  }

  public static func splitDropped(_ count: Int) -> Phrase {
    Phrase(
      "页眉、页脚和页码共 \(count) 字，不计入", "headers, footers and page numbers left out: \(count) characters")
  }
  public static func splitMissing(_ items: [String]) -> Phrase {
    Phrase(
      "目录里有、正文里没有找到：\(items.joined(separator: "、"))",
      "in the contents, not found in the text: \(items.joined(separator: ", "))")
  }

  /// Why a file cannot be written, and what to do.
  public static func writing(_ fault: WritingFault) -> Phrase {
    switch fault {
    case .missing(let helper):
      Phrase(
        "写这种文件要用 \(helper.rawValue)，本机没有；请安装：apt install \(helper.package)",
        "writing this takes \(helper.rawValue), which is not here; install it: apt install \(helper.package)"
      )
    case .failed: Phrase("没有写成，可能内存或磁盘不足", "it could not be written: no memory or no room")
    case .sheetName(let name): Phrase("“\(name)”不能作工作表名", "no sheet can be called “\(name)”")
    case .cell(let sheet, let place):
      Phrase(
        "工作表“\(sheet)”的 \(place) 内容过长，写不进表格",
        "sheet “\(sheet)”: \(place) holds more than a cell takes")
    }
  }

  /// Why a document cannot be read, and what to do (S14).
  public static func reading(_ fault: ReadingFault) -> Phrase {
    switch fault {
    case .unreadable(let path): Phrase("不能读取 \(path)", "\(path) cannot be read")
    case .empty: Phrase("文件是空的，请申报组织重新提供", "the file is empty; ask for it again")
    case .tooLarge:
      Phrase(
        "文件过大，不能读出文字；请分成几份，原件照样可以保存",
        "the file is too large to read; split it; the original can be kept")
    case .bomb:
      Phrase(
        "文件展开后异常庞大，没有读取；请向来源核实",
        "the file unpacks to many times its size and was not read; ask where it comes from")
    case .damaged:
      Phrase("文件损坏或不完整，不能读出文字；请重新提供", "the file is damaged or cut off; ask for it again")
    case .hostile:
      Phrase(
        "文件含有办公软件不会写入的内容（实体声明），没有读取",
        "the file holds what no office program writes (entities) and was not read")
    case .password:
      Phrase("文件有密码；请去掉密码后重新提供", "the file wants a password; ask for one without")
    case .noTextLayer:
      Phrase(
        "这份 PDF 是扫描件，没有文字；请提供 Word 文件或带文字的 PDF，原件照样可以保存",
        "this PDF was scanned and has no text; ask for the Word file or a PDF with text; the original can be kept"
      )
    case .picture:
      Phrase("这是图片，没有文字可读；原件照样可以保存", "a picture has no text to read; the original can be kept")
    case .archive:
      Phrase("这是压缩包；请解开后逐份查看", "an archive; unpack it and read its files one by one")
    case .unknownKind(let suffix):
      Phrase(
        "不认识的文件类型\(suffix.isEmpty ? "" : "（.\(suffix)）")；原件照样可以保存，请另附 docx、PDF 或文本",
        "an unknown kind of file\(suffix.isEmpty ? "" : " (.\(suffix))"); the original can be kept, ask for docx, PDF or text as well"
      )
    case .missing(let helper):
      Phrase(
        "读这种文件要用 \(helper.rawValue)，本机没有；请安装：apt install \(helper.package)",
        "reading this takes \(helper.rawValue), which is not here; install it: apt install \(helper.package)"
      )
    case .tookTooLong:
      Phrase(
        "读这份文件超过了时限，已停止；请另存为 docx 或文本再试",
        "reading took too long and was stopped; save it anew as docx or text")
    case .noRoom:
      Phrase("临时目录放不下解出的文件", "there is no room for what it unpacks to")
    case .noPlace(let path):
      Phrase("不能在 \(path) 建立临时目录", "no temporary folder can be made in \(path)")
    case .readerEnded:
      Phrase(
        "读这份文件的程序中途退出，没有读出；请另存为 docx 或文本再试",
        "the reader ended before it was done; save the file anew as docx or text")
    }
  }

  /// What a helper is for.
  public static func purpose(_ helper: Helper) -> Phrase {
    switch helper {
    case .libarchive:
      Phrase("读写 docx，读 xlsx 和压缩包", "reads and writes docx, reads xlsx and archives")
    case .libxml2: Phrase("读 docx、xlsx", "reads docx and xlsx")
    case .libxlsxwriter: Phrase("写 xlsx 表格", "writes xlsx tables")
    case .pdftotext: Phrase("读 PDF", "reads PDF")
    case .soffice: Phrase("读 doc、wps、xls、rtf", "reads doc, wps, xls and rtf")
    case .chafa: Phrase("在终端里看图片", "shows pictures in the terminal")
    case .bwrap: Phrase("把读文件的程序关在沙箱里", "keeps the readers of files in a sandbox")
    }
  }

  /// A line of `doctor` about a helper.
  public static func doctorHelper(_ helper: Helper, isThere: Bool) -> Phrase {
    let purpose = purpose(helper)
    return isThere
      ? Phrase("有（\(purpose.zh)）", "there (\(purpose.en))")
      : Phrase(
        "没有（\(purpose.zh)；apt install \(helper.package)）",
        "missing (\(purpose.en); apt install \(helper.package))")
  }
}
