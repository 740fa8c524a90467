import Store

extension Phrase {
  /// Words of the page on which copies meet.
  enum Exchange {
    static let title = Phrase("交换", "Exchange")
    static let open = Phrase("交换…", "Exchange…")
    static let openHelp = Phrase(
      "与这个评审库的其他几份交换（U 盘、共享目录、ssh、网盘），看各份有什么、还缺什么",
      "meets other copies of this store (a stick, a share, ssh, rclone); who has what, who lacks what"
    )

    static let meet = Phrase("交换…", "Exchange…")
    static let meetHelp = Phrase(
      "指明交换目录，取入那里有的，写出那里没有的", "names a post; takes what is there, gives what is missing there")
    static let meetMeans = Phrase(
      "取入那里有的，写出那里没有的，并写一份由你签名的回执。重复也无妨；交换时按 Esc 停止。",
      "Takes what is there, gives what is missing there, writes a receipt signed by you. Twice does no harm; Esc stops it while it goes on."
    )
    static let again = Phrase("与它交换", "Exchange with it")
    static let againHelp = Phrase(
      "与选中的交换目录再交换一次", "meets the other copies through the selected post once more")
    static let post = Phrase("交换目录", "Post")
    static let postHelp = Phrase(
      "U 盘、共享的路径（~ 可用），user@host:路径，rclone:名称:路径",
      "a path (a stick, a share; ~ works), user@host:path, rclone:remote:path")
    static let posts = Phrase("交换目录", "Posts")
    static let noPosts = Phrase(
      "还没有与哪个交换目录交换过（F4 交换）", "no post was exchanged with yet (F4 does)")
    static let last = Phrase("最近交换", "Last exchange")

    static let copy = Phrase("建副本…", "Make a copy…")
    static let copyHelp = Phrase(
      "在 U 盘上另建一份带走：评审库、程序和说明页",
      "makes a copy to take along: store, program and a page on how to start")
    static let copyMeans = Phrase(
      "在空目录里另建一份：评审库、正在运行的程序和一页 开始.txt。这一份另有编号，各自记录，互不覆盖。写明给谁的，只带他们打得开的附件。",
      "Another copy in an empty directory: store, program, a page 开始.txt, an id of its own. With names it has the attachments that those may open."
    )
    static let declareFirst = Phrase(
      "要读的材料，请先签好回避声明并由秘书处放开，再建副本，免得多跑一趟。",
      "Declare interests first and have the material opened, else it takes one trip more.")
    static let targetHelp = Phrase(
      "空目录，如 U 盘上的（~ 可用）", "an empty directory, such as one on a stick (~ works)")
    static let forWhom = Phrase("给谁用", "For whom")
    static let forWhomHelp = Phrase(
      "姓名或编号，几人用、隔开；写在说明页上，可以不填", "names or ids, apart by commas; on the page; may be empty")
    static func nobody(_ name: String) -> Phrase {
      Phrase("没有此人：\(name)", "nobody of that name: \(name)")
    }
    static func severalCalled(_ name: String) -> Phrase {
      Phrase("有几人叫 \(name)，请写编号", "several are called \(name): give the id")
    }
    static let startPageLies = Phrase(
      "旁边的 开始.txt 写明怎么打开、怎么把结果带回。", "开始.txt beside it says how to open it and bring results back.")
    static let made = Phrase("已建副本", "the copy is made")

    static let retire = Phrase("登记停用…", "Retire a copy…")
    static let retireHelp = Phrase(
      "登记一份副本遗失或不再使用：公示结束、年度关闭不再等它",
      "a copy is lost or used no more: closing a notice or the year waits for it no longer")
    static let retireMeans = Phrase(
      "此后不再等它的消息；它日后若带回记录，照样取入、照样判断。遗失的电脑还须由本人更换钥匙。",
      "Nobody waits to hear from it; what it brings later is taken and judged as ever. Whose laptop is lost replaces their keys as well."
    )
    static let noneInUse = Phrase("没有别的份", "no other copy is known")
    static let retired = Phrase("已停用", "retired")

    // MARK: The copies

    static let copies = Phrase("各份", "Copies")
    static let scrollHelp = Phrase(
      "翻看交换的结果和各份，放不下时", "through what came of it and the copies, where they do not fit")
    static func thisCopy(_ device: String, _ entries: Int) -> Phrase {
      Phrase(
        "本份 \(Phrase.copy(device))，记录 \(entries) 条",
        "this one is \(Phrase.copy(device)), \(entries) entries")
    }
    static let alone = Phrase(
      "还没有别的份。建一份带走（F6），或与别处共用的交换目录交换（F4）。",
      "No other copy is known. Make one to take along (F6), or exchange through a post (F4).")
    static let copyID = Phrase("编号", "Copy")
    static let whose = Phrase("谁在用", "Whose")
    static let noReceipt = Phrase("无回执", "unheard")
    static let hasOfOurs = Phrase("有我们的", "has of ours")
    static let lacksOfOurs = Phrase("缺我们的", "lacks")
    static let weLack = Phrase("我们缺它的", "we lack")
    static func unsent(_ count: Int) -> Phrase {
      Phrase(
        "本份有 \(count) 条记录还没有交换出去。", "\(count) entries of this copy were not given anywhere yet.")
    }

    // MARK: What came of it

    static func met(_ address: String) -> Phrase {
      Phrase("已交换：\(address)", "exchanged: \(address)")
    }
    static let keysOwed = Phrase(
      "已取入，但该交出的钥匙还没有交出：", "taken, but keys that are owed were not given: ")

    // MARK: Leaving

    static func quitUnsent(_ count: Int, _ address: String) -> Phrase {
      Phrase(
        "有 \(count) 条记录还没有交换出去；可先与 \(address) 交换。",
        "\(count) entries were not given anywhere yet; you can exchange with \(address) first.")
    }
    static func quitDrafts(_ address: String) -> Phrase {
      Phrase(
        "评审草稿改过，还没有交换到你的另一台电脑；可先与 \(address) 交换。",
        "your drafts have changed and were not exchanged since; you can exchange with \(address) first."
      )
    }
    static let first = Phrase("先交换", "Exchange first")
  }
}
