import Store

/// Words of the gate: one person's console and boxes on an account that many share.
extension Phrase {
  public static let cliGate = Phrase(
    "门：authorized_keys 的强制命令，只给 --as 一人评审台、收件箱和发件箱",
    "the gate: the forced command of authorized_keys; gives --as the console and two boxes, nothing else"
  )

  /// Why the gate refuses.
  static func gate(_ fault: GateFault) -> Phrase {
    switch fault {
    case .noCommand(let command):
      Phrase(
        "这里没有「\(command)」：只能不带命令打开评审台，或 put 文件名、get 文件名、ls、rm 文件名（scp、sftp 不可用）",
        "there is no «\(command)» here: only the console without a command, put NAME, get NAME, ls, rm NAME (no scp, no sftp)"
      )
    case .noName(let name):
      Phrase(
        "「\(name)」不是单纯的文件名：不带路径，不以点或横线开头，不含看不见的符号，不超过 200 字节",
        "«\(name)» is no plain file name: no path, no dot or dash at its beginning, no invisible signs, up to 200 bytes"
      )
    case .terminal:
      Phrase(
        "文件要从管道来：ssh … put 文件名 < 文件名（不要加 -t）",
        "a file comes by a pipe: ssh … put NAME < NAME (without -t)")
    case .absent(let name): Phrase("没有文件「\(name)」（ls 列出全部）", "no file «\(name)» (ls lists all)")
    case .notPlain(let name):
      Phrase(
        "「\(name)」不是普通文件（链接、目录、设备等），未读也未改；请管理员查看",
        "«\(name)» is no plain file (a link, a folder, a device …): neither read nor changed; tell the administrator"
      )
    case .exists(let name): Phrase("已有文件「\(name)」", "there is a file «\(name)»")
    case .tooLarge(let limit):
      Phrase("文件超过 \(Backup.size(limit))，没有保存", "more than \(Backup.size(limit)); nothing was kept")
    case .fullOfFiles(let count):
      Phrase(
        "箱中已有 \(count) 个文件，没有保存；先用 rm 文件名 删去不用的",
        "the box has \(count) files already; nothing was kept; rm NAME removes one")
    case .fullOfBytes(let limit):
      Phrase(
        "箱中文件合计将超过 \(Backup.size(limit))，没有保存；先用 rm 文件名 删去不用的",
        "the box would hold more than \(Backup.size(limit)); nothing was kept; rm NAME removes one")
    case .noRoom: Phrase("磁盘空间不足，没有写成", "too little room on the disk; not written")
    case .brokenOff: Phrase("传送中断，没有保存", "the transfer broke off; nothing was kept")
    case .foreignFolder(let path):
      Phrase(
        "库中目录 \(path) 不是本账号专用的目录（0700）；请管理员查看",
        "the store's folder \(path) is no folder of this account alone (0700); tell the administrator"
      )
    case .noPaths: Phrase("从门进来，主机上的路径不可用", "there are no paths of the host at the gate")
    case .system(let message): Phrase("不能读写：\(message)", "cannot read or write: \(message)")
    }
  }

  /// What became of a file that was brought, or removed.
  public static func broughtIn(_ name: BoxName, bytes: Int) -> Phrase {
    Phrase("已收到「\(name)」，\(bytes) 字节", "received «\(name)», \(bytes) bytes")
  }
  public static func removed(_ name: BoxName) -> Phrase {
    Phrase("已删除「\(name)」", "removed «\(name)»")
  }

  /// How a text comes into the material.
  static func attaching(_ surroundings: Surroundings) -> Phrase {
    guard surroundings.isGate else { return .Case.attachingMeans }
    return Phrase(
      "选一个文件或粘贴正文，二者取一。原件加密保存，读得出的文字一并提取。",
      "Choose a file or paste the text. The original is sealed, with what can be read of it.")
  }

  /// Words of forms that name files at the gate.
  enum Gate {
    static let file = Phrase("文件", "File")
    static let choose = Phrase("←→ 选收件箱里的文件", "←→ choose a file of the inbox")
    static let empty = Phrase(
      "收件箱是空的：在自己的电脑上执行 ssh … put 文件名 < 文件名",
      "the inbox is empty: on your computer, ssh … put NAME < NAME")
    static let nameHelp = Phrase(
      "只写文件名，存入发件箱；已有同名文件会先问", "a name alone; it goes to the outbox; asks before replacing")
    static let byAdministrator = Phrase(
      "从门进来不能指定主机目录：由管理员在主机上用命令办理",
      "no directories of the host at the gate: the administrator does it by a command there")
    /// How files in the outbox are fetched.
    static func fetch(_ names: [String]) -> Phrase {
      Phrase("；取回：", "; fetch it: ")
        + .plain(names.map { "ssh … get \($0)" }.joined(separator: "，"))
    }
  }
}
