import Foundation
import Procedure
import Store

/// Words of the command line; public because the commands live in a target of their own.
extension Phrase {
  public static let cliClock = Phrase(
    "本机时钟比上一条记录晚一天以上时，表示时钟无误",
    "says that the clock is right, where it is more than a day ahead of the last entry made here")

  public static func headIs(_ head: String) -> Phrase { Phrase("头摘要 \(head)", "head \(head)") }

  public static let cliAbstract = Phrase(
    "卓越绩效评审台", "a review console for performance-excellence awards")
  public static let cliDemo = Phrase("建立演示库并打开", "makes the demo store and opens it")
  public static let cliInit = Phrase("在空目录中新建评审库", "founds a store in an empty directory")
  public static let cliOpen = Phrase("打开评审库", "opens a store")
  public static let cliImport = Phrase(
    "从 JSON 文件导入人员、评审组和申报，或从 CSV 清单导入申报（全有或全无）",
    "imports people, panels and applications from JSON, or a CSV list of applications; all or nothing"
  )
  public static let cliPeople = Phrase("列出人员", "lists the people")
  public static let cliQueue = Phrase("列出某人看得到的申报", "lists the applications that a person sees")
  public static let cliShow = Phrase("显示一份申报", "shows one application")
  public static let cliLog = Phrase("列出日志", "lists the log")
  public static let cliCheck = Phrase("核对全库是否被改动或损坏", "checks that nothing was altered or damaged")
  public static let cliRebuild = Phrase("由日志重建各列表", "makes the lists anew from the log")
  public static let cliPapers = Phrase(
    "列出某人现在能打印的文书：一份申报的，或不属于单份申报的",
    "lists the papers that a person can print now: of one application, or of none alone")
  public static let cliPaper = Phrase("把一份文书写成文件", "writes a paper to files")
  public static let cliPaperName = Phrase(
    "文书：papers 列出的名称，或其中文标题",
    "the paper: a name that `papers` lists, such as materialReport, or its Chinese title")
  public static let cliPaperCase = Phrase(
    "申报编号；投诉文书写投诉编号；汇总表不写",
    "the application's number; a complaint's for its papers; none for tables")
  public static let cliPaperOut = Phrase(
    "写到哪个文件（不必写扩展名），或哪个文件夹", "the file to write (no ending needed), or a folder")
  public static let cliPaperFormat = Phrase(
    "只写这一种格式：docx、html、txt；汇总表还有 xlsx", "this form alone: docx, html, txt; of tables also xlsx")
  public static let cliPaperDraft = Phrase(
    "预览：每页印有“草稿”", "a preview: every page says that it is a draft")
  public static let cliPaperTemplate = Phrase(
    "用本局的这份 .docx 填成，代替内置版式",
    "a .docx of the bureau's with places to fill, in place of the built-in form")
  public static let cliPaperNumber = Phrase(
    "文号；要编号的文书不写就取下一个", "the paper's number; the next one where it needs one and none is given")
  public static let cliPaperReply = Phrase(
    "请对方于何日前答复，如 2026-12-01；只用于征询函、征求意见函",
    "the day by which an answer is asked for, such as 2026-12-01; of letters to departments")
  public static let cliNoDay = Phrase(
    "日期写成 2026-12-01 或 2026/12/1", "write a day as 2026-12-01 or 2026/12/1")
  public static let cliPapersKept = Phrase(
    "列出已存档的文书：日期、名称、编号", "lists the papers that were kept: day, title, number")
  public static let cliDoctor = Phrase("检查终端、语言环境和评审库", "looks at terminal, locale and store")

  public static let cliExport = Phrase(
    "把一个列表写成电子表格或 CSV", "writes a list as a workbook or as CSV")
  public static let cliList = Phrase(
    "哪个列表：queue 申报、overview 阶段分布、scores 得分、tiers 名单、terms 期限、people 人员、evidence 证实性材料目录、watch 关注",
    "queue, overview, scores, tiers, terms, people, evidence or watch")
  public static let cliOfCase = Phrase(
    "哪件申报（只用于 evidence）", "of which application (for evidence alone)")
  public static let cliListFile = Phrase(
    "写到的文件，以 .xlsx 或 .csv 结尾；已有同名文件则不写",
    "the file, ending in .xlsx or .csv; one that is there is left as it is")

  public static let cliCard = Phrase(
    "一页纸的速查卡：某一身份怎么办、按哪些键", "a quick card on one page: what a role does, with which keys")
  public static let cliRole = Phrase(
    "身份：reviewer 评审员、leader 组长、onsite 现场评审员、secretariat 秘书处、district 区县局、supervision 监督组",
    "reviewer, leader, onsite, secretariat, district or supervision")
  public static let cliCardFile = Phrase(
    "写到的文件，以 .docx、.html 或 .txt 结尾；不给则印在屏幕上",
    "the file, ending in .docx, .html or .txt; printed on the screen without one")

  public static let cliDirectory = Phrase("评审库目录", "the store's directory")
  public static let cliPerson = Phrase("以谁的身份", "as whom")
  public static let cliJSON = Phrase("输出 JSON", "prints JSON")
  public static let cliPassphraseFile = Phrase(
    "从文件首行读口令（或用环境变量 PINGSHEN_PASSPHRASE）",
    "reads the passphrase from a file's first line (or PINGSHEN_PASSPHRASE)")
  public static let cliAt = Phrase("演示进行到哪一步", "how far the demo has come")
  public static let cliNoOpen = Phrase("只建库，不打开", "makes the store without opening it")
  public static let cliDryRun = Phrase("只检查，不写入", "checks without writing")
  public static let cliFile = Phrase("JSON 或 CSV 文件", "the JSON or CSV file")
  public static let cliCase = Phrase("申报编号", "the application's number")
  public static let cliStoreName = Phrase("评审库名称", "the store's name")
  public static let cliFounderID = Phrase("你的编号（字母、数字）", "your id (letters, digits)")
  public static let cliProcedure = Phrase(
    "程序参数文件（另一城市或省）", "a parameter file: another city's procedure")
  public static let cliRehearsal = Phrase(
    "演练库：口令可短，时间可用 PINGSHEN_NOW 设定",
    "a store for rehearsal: short passphrases, PINGSHEN_NOW sets the time")
  public static let cliShared = Phrase(
    "同组账号共用（组成员都能写文件）", "shared by the directory's group; every member can write the file")
  public static let cliFounderName = Phrase("你的姓名", "your name")

  public static let askStoreName = Phrase("评审库名称：", "Name of the store: ")
  public static let askFounderID = Phrase("你的编号（字母、数字，如 chenmi）：", "Your id (letters, digits): ")
  public static let askFounderName = Phrase("你的姓名：", "Your name: ")
  public static func askPassphrase(_ name: String) -> Phrase {
    Phrase("\(name) 的口令：", "Passphrase of \(name): ")
  }
  public static let askNewPassphrase = Phrase(
    "新口令（至少 10 个字符）：", "New passphrase (10 characters or more): ")
  public static let askAgain = Phrase("再输一次：", "Once more: ")
  public static let differ = Phrase("两次输入不一致", "the two differ")
  public static let noPassphrase = Phrase(
    "没有口令：请在终端中运行，或设置 PINGSHEN_PASSPHRASE，或用 --passphrase-file",
    "no passphrase: run in a terminal, or set PINGSHEN_PASSPHRASE, or use --passphrase-file")
  public static func mustGive(_ option: String) -> Phrase {
    Phrase("请给出 \(option)", "give \(option)")
  }

  public static let recoveryIntro = Phrase(
    "恢复钥匙分为两半，只显示这一次。甲半由秘书处保管，乙半由监督组保管，不要放在一起。",
    "The recovery key has two halves, shown only now. The secretariat keeps the first, supervision the second; never together."
  )
  public static let firstHalf = Phrase("甲半（秘书处）", "First half (secretariat)")
  public static let secondHalf = Phrase("乙半（监督组）", "Second half (supervision)")
  public static let writeDown = Phrase("抄好后按 Enter", "Write it down, then press Enter")
  public static func founded(_ path: String) -> Phrase {
    Phrase(
      "已建立评审库：\(path)。用 pingshen open \(path) 打开。",
      "Founded \(path). Open it with: pingshen open \(path)")
  }
  public static func demoMade(_ path: String) -> Phrase {
    Phrase("演示库：\(path)（所有口令都是 demo）", "demo store: \(path) (every passphrase is demo)")
  }
  public static func invitationOf(_ person: String, _ code: String) -> Phrase {
    Phrase("邀请码 \(person)：\(code)", "invitation \(person): \(code)")
  }
  /// What a check could not look into.
  public static func unread(_ entries: Int, drafts: Int) -> Phrase {
    Phrase(
      "没有钥匙、只核对了外层的封存记录 \(entries) 条，他人未交的评审表 \(drafts) 份（--as 本人可核对内容）",
      "of \(entries) sealed entries only the frame was checked, for want of a key, and \(drafts) unfinished sheets of others not (--as the person checks the contents)"
    )
  }

  public static func givenUp(_ count: Int) -> Phrase {
    Phrase(
      "满保存年限已销毁内容的封存记录 \(count) 条，外层和签名已核对",
      "\(count) sealed entries whose contents were destroyed, kept long enough; frame and signature checked"
    )
  }

  public static func soundStore(_ entries: Int, _ head: String) -> Phrase {
    Phrase("核对 \(entries) 条记录，未发现问题。头摘要 \(head)", "\(entries) entries, nothing wrong. Head \(head)")
  }
  public static func foundWrong(_ count: Int) -> Phrase {
    Phrase("发现 \(count) 处问题", "\(count) findings")
  }
  public static let rebuilt = Phrase("已重建", "rebuilt")
  public static let sealed = Phrase("（封存）", "(sealed)")
  public static func dueOn(_ day: Day) -> Phrase { Phrase("期限 \(day)", "due \(day)") }
  public static let total = Phrase("总分", "total")
  public static let noSuchTerminalRuler = Phrase(
    "下面各行应当右端对齐；不齐时请设 PINGSHEN_AMBIGUOUS=wide",
    "the lines below should end in one column; if not, set PINGSHEN_AMBIGUOUS=wide")
}

/// Names that the command line shares with the screens.
extension Phrase {
  public static func roleName(_ role: Procedure.Role) -> Phrase { .role(role) }
  public static func stageName(_ stage: Stage) -> Phrase { .stage(stage) }
  public static func standingName(_ standing: Standing) -> Phrase { .standing(standing) }
  public static let cliTerms = Phrase("列出正在运行的期限", "lists the running terms")
  public static func termName(_ kind: TermKind) -> Phrase { .term(kind) }
  public static let provisionalTerm = Phrase("暂定", "provisional")
  public static func dutyName(_ duty: DutyKind) -> Phrase { .duty(duty) }
  public static func importDone(people: Int, panels: Int, cases: Int, isDryRun: Bool) -> Phrase {
    .imported(people: people, panels: panels, cases: cases, isDryRun: isDryRun)
  }

  public static func doctorRow(_ label: Phrase, _ value: String) -> Phrase {
    Phrase("\(label.zh)：\(value)", "\(label.en): \(value)")
  }
  /// The program's version, with the form of the log that it writes.
  public static func version(_ number: String, of format: LogFormat) -> Phrase {
    Phrase(
      "pingshen \(number)（日志格式 \(format.version)，密码套件 \(format.suite)）",
      "pingshen \(number) (log format \(format.version), suite \(format.suite))")
  }
  public static let doctorProgram = Phrase("程序", "program")
  public static let doctorLocale = Phrase("语言环境", "locale")
  public static let doctorTerminal = Phrase("终端", "terminal")
  public static let doctorSQLite = Phrase("SQLite", "SQLite")
  public static let doctorWatch = Phrase("变更监视", "watch on the store")
  public static let doctorWatches = Phrase("inotify 可用", "inotify works")
  public static let doctorPolls = Phrase(
    "inotify 不可用，改为每 2 秒查看", "no inotify: looks every 2 seconds")
  public static let doctorRights = Phrase("权限", "rights")
  /// How a store is shared.
  public static func sharing(isShared: Bool) -> Phrase {
    isShared ? Phrase("同组共用", "shared by its group") : Phrase("本账号专用", "this account's alone")
  }
  /// What of a store's rights keeps somebody out.
  public static func rightsFault(_ fault: Sharing.Fault) -> Phrase {
    switch fault {
    case .folder(let name):
      Phrase(
        "目录 \(name.isEmpty ? "." : name) 须为 2770（chmod 2770）",
        "directory \(name.isEmpty ? "." : name) must be 2770 (chmod 2770)")
    case .file(let name): Phrase("\(name) 须为 0660（chmod 660）", "\(name) must be 0660 (chmod 660)")
    case .group(let name): Phrase("\(name) 属于别的组（chgrp）", "\(name) is of another group (chgrp)")
    case .unreadable(let name): Phrase("\(name) 本账号不能读", "\(name) is not readable to this account")
    }
  }
  public static let doctorBackup = Phrase("备份", "backups")
  public static let doctorStore = Phrase("评审库", "store")
  public static let doctorNetwork = Phrase(
    "此库在网络文件系统上，可能不可靠，请移到本机磁盘", "the store lies on a network file system; move it to a local disk")
  public static let doctorColours = Phrase("颜色", "colours")
  public static let doctorUTF8 = Phrase("UTF-8 可用", "UTF-8 works")
  public static let doctorNoUTF8 = Phrase("没有 UTF-8 语言环境", "no UTF-8 locale")
  /// What a locale without UTF-8 does, and what to do.
  public static func localeIsNotUTF8(_ locale: TextLocale) -> Phrase {
    let what =
      locale.name.isEmpty
      ? Phrase("没有设置语言环境（LANG）", "no locale is set (LANG)")
      : Phrase(
        "语言环境 \(locale.variable)=\(locale.name) 不是 UTF-8",
        "the locale \(locale.variable)=\(locale.name) is not UTF-8")
    return what
      + Phrase(
        "，中文可能显示成乱码：请先运行 export \(locale.variable)=C.UTF-8，并把终端的字符编码设为 UTF-8",
        "; Chinese may come out garbled. Run export \(locale.variable)=C.UTF-8 and set the terminal to UTF-8"
      )
  }
  public static let enterAllTheSame = Phrase(
    "按 Enter 仍然打开，Ctrl-C 退出", "Enter opens it all the same, Ctrl-C leaves")
}
