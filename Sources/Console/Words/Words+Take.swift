import Criteria
import Foundation
import Intake
import Office
import Procedure

/// What a stick holds, and what of it was taken.
extension Phrase {
  public static let cliTake = Phrase(
    "从文件夹、U 盘或压缩包取入申报材料：按申报和种类分好，先列出疑点，确认后逐份整体附上",
    "takes applications' material from a folder, a stick or an archive: sorted by application and kind, doubts first, each application whole or not at all"
  )
  public static let cliStick = Phrase(
    "文件夹或压缩包（zip、7z、rar）", "a folder or an archive (zip, 7z, rar)")
  public static let cliTakeFor = Phrase(
    "全部属于这一份申报；不给则按文件夹和文件名判断", "all of it is this application's; without it folders and names tell")
  public static let cliTakeDry = Phrase("只列出，不取入", "lists it and takes nothing")
  public static let cliYes = Phrase("不再询问", "does not ask")
  public static let looking = Phrase("读取", "reading")
  public static let takeAsk = Phrase("取入以上材料？(y/N) ", "Take this material? (y/N) ")
  public static let takeNothing = Phrase("没有可取入的材料。", "There is nothing to take.")
  public static let takeNotTaken = Phrase("未取入任何材料。", "Nothing was taken.")
  public static let takeDone = Phrase("已有", "there already")

  /// What there is in all.
  static func takeSummary(applications: Int, files: Int, doubts: Int, left: Int) -> Phrase {
    Phrase(
      "\(applications) 份申报，待取入 \(files) 个文件；存疑 \(doubts) 处，不取 \(left) 个",
      "\(applications) applications, \(files) files to take; \(doubts) doubts, \(left) left aside")
  }

  /// In the console.
  enum Take {
    static let look = Phrase("取入材料…", "Take material…")
    static let lookHelp = Phrase(
      "从文件夹、U 盘或压缩包取入申报材料：先列出各份申报找到什么、疑点在哪，确认后才取入",
      "takes material from a folder, a stick or an archive: what was found and what is in doubt is shown first"
    )
    static let take = Phrase("取入…", "Take…")
    static let takeHelp = Phrase(
      "取入列出的材料：每份申报整体取入，或一个文件也不取",
      "takes what is listed: each application whole or not at all")
    static let putAwayHelp = Phrase("放下，不取入", "puts it away; nothing is taken")
    static let lookFirst = Phrase("先看文件夹或压缩包里有什么（取入材料）", "look into a folder or an archive first")
    static let means = Phrase(
      "先看有什么，确认之后才取入。文件夹里可以有多份申报，也可以有压缩包（zip、7z、rar）。",
      "What is there is shown first. A folder may hold several applications, and archives (zip, 7z, rar)."
    )
    static let gateMeans = Phrase(
      "先看有什么，确认之后才取入。选一个传上来的压缩包（zip、7z、rar）。",
      "What is there is shown first. Choose an archive that you brought (zip, 7z, rar).")
    static let pathHelp = Phrase("文件夹或压缩包的路径，可用 ~", "the path of a folder or an archive")
    static let receivedOn = Phrase("收到日期", "Received on")
    static let receivedBy = Phrase("接收人", "Received by")
    static let receivedByHelp = Phrase(
      "截止后补录：受理期内由谁收到（M7）", "after the closing day: who received it within the call (M7)")
    static let whole = Phrase(
      "每份申报整体取入；未受理、已提交等不能取的，那一份一个文件也不取。Esc 可以停止，正在取的那一份随之作罢。",
      "Each application whole or not at all. Esc stops; the one under way is left as it was.")
    static func takes(applications: Int, documents: Int) -> Phrase {
      Phrase(
        "取入 \(applications) 份申报的 \(documents) 个文件。",
        "\(documents) files of \(applications) applications.")
    }
  }

  public static func taking(_ id: CaseID) -> Phrase { Phrase("取入 ", "taking ") + .plain("\(id)") }

  /// The heading of an application.
  public static func takeShare(_ id: CaseID, _ name: String, files: Int, new: Int) -> Phrase {
    .plain("\(id)  \(name)")
      + Phrase("：\(files) 个文件，待取入 \(new) 个", ": \(files) files, \(new) to take")
  }

  public static func takeCharacters(_ count: Int) -> Phrase {
    Phrase("\(count) 字", "\(count) characters")
  }

  /// Why a person should look at a file first.
  public static func takeDoubt(_ doubt: Sorting.Doubt) -> Phrase {
    switch doubt {
    case .kindUnknown:
      Phrase("名称看不出种类，按证实材料处理", "its name does not say what it is: taken as evidence")
    case .sameName(let path):
      Phrase("与 \(path.joined(separator: "/")) 同名", "called as \(path.joined(separator: "/")) is")
    case .secondText:
      Phrase("同类已有一份读作正文，这份只留原件", "another of its kind is read; of this the original is kept")
    }
  }

  /// What its self-evaluation lacks.
  public static func takeMissing(_ items: [ItemID]) -> Phrase {
    Phrase("自评报告缺条款：", "the self-evaluation lacks: ")
      + .plain(items.map(\.rawValue).joined(separator: " "))
  }

  /// What stands behind the labels of an application form; a person enters it.
  public static let takeForm = Phrase(
    "申报表上读到（请在登记表中核对填写）", "read on the application form (to be checked and entered)")

  public static func takeContradiction(_ label: FormLabel) -> Phrase {
    formLabel(label) + Phrase("在表中有不同的值", " has different values in the form")
  }

  public static func takeStranger(_ label: FormLabel, _ text: String) -> Phrase {
    Phrase("申报表上的", "the form's ") + formLabel(label)
      + Phrase("是「\(text)」，不是这份申报的", " is «\(text)», another than this application's")
  }

  public static func takeUnowned(_ folder: String, count: Int) -> Phrase {
    Phrase(
      "看不出属于哪份申报，未取：\(folder) 里的 \(count) 个文件",
      "whose they are cannot be told, left: \(count) files in \(folder)")
  }

  public static func takeUnowned(_ file: Sorting.Unowned) -> Phrase {
    let path = file.file.path.joined(separator: "/")
    if file.candidates.isEmpty {
      return Phrase("看不出属于哪份申报，未取：\(path)", "whose it is cannot be told, left: \(path)")
    }
    let names = file.candidates.map(\.rawValue).joined(separator: "、")
    return Phrase("可能属于 \(names)，未取：\(path)", "may be of \(names), left: \(path)")
  }

  public static func takeRubbish(_ left: Sorting.Left) -> Phrase {
    let path = left.file.path.joined(separator: "/")
    return switch left.why {
    case .leftByPrograms: Phrase("程序遗留，未取：\(path)", "left by programs, not taken: \(path)")
    case .empty: Phrase("空文件，未取：\(path)", "empty, not taken: \(path)")
    }
  }

  public static func takeUnread(_ unread: Stick.Unread) -> Phrase {
    .plain("\(unread.path.joined(separator: "/")): ") + .reading(unread.fault)
  }

  public static func takeTaken(_ id: CaseID, _ count: Int) -> Phrase {
    .plain("\(id)  ") + Phrase("已取入 \(count) 份材料。", "\(count) documents taken.")
  }

  /// An application of which nothing was taken, and why.
  public static func takeRefused(_ id: CaseID, _ why: Phrase) -> Phrase {
    .plain("\(id)  ") + Phrase("一份也没有取入：", "nothing taken: ") + why
  }

  /// Which applications were refused, and whether others were taken.
  public static func takeSomeRefused(_ ids: [CaseID], of count: Int) -> Phrase {
    let names = ids.map(\.rawValue).joined(separator: "、")
    let others: Phrase =
      ids.count < count ? Phrase("；其余已取入", "; the others were taken") : .plain("")
    return Phrase("没有取入：\(names)", "not taken: \(names)") + others
  }

  /// A label of the application form.
  public static func formLabel(_ label: FormLabel) -> Phrase {
    switch label {
    case .name: Phrase("单位名称", "name")
    case .creditCode: Phrase("统一社会信用代码", "credit code")
    case .kind: Phrase("组织类型", "kind")
    case .address: Phrase("地址", "address")
    case .legalRepresentative: Phrase("法定代表人", "legal representative")
    case .qualityOfficer: Phrase("首席质量官", "chief quality officer")
    case .appointment: Phrase("任命文号", "appointment")
    case .contact: Phrase("联系人", "contact")
    case .telephone: Phrase("联系电话", "telephone")
    case .industry: Phrase("所属行业", "trade")
    case .industryCode: Phrase("行业代码", "trade code")
    case .size: Phrase("企业规模", "size")
    case .staff: Phrase("职工人数", "staff")
    case .founded: Phrase("成立时间", "founded")
    case .modelSince: Phrase("导入时间", "model since")
    case .group: Phrase("集团名称", "group")
    case .systems: Phrase("管理体系认证", "systems")
    case .awards: Phrase("主要荣誉", "awards")
    }
  }

  /// A figure of the application form.
  public static func figureLabel(_ label: FigureLabel) -> Phrase {
    switch label {
    case .revenue: Phrase("营业收入", "revenue")
    case .profit: Phrase("利润", "profit")
    case .tax: Phrase("纳税", "tax")
    case .assets: Phrase("资产", "assets")
    case .productivity: Phrase("劳动生产率", "productivity")
    case .researchShare: Phrase("研发占比", "research share")
    case .rank: Phrase("行业排名", "rank")
    }
  }
}
