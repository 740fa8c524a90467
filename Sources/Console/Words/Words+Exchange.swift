import Foundation
import Procedure
import Store

/// Words of copies and how they meet; public where the command line says them.
extension Phrase {
  public static let cliExchange = Phrase(
    "经交换目录与其他几份交换：取入那里有的，写出这里有的",
    "meets other copies through a directory: takes what is there, gives what is missing there")
  public static let cliPost = Phrase(
    "交换目录：本机路径（U 盘、共享），user@host:路径（rsync），rclone:名称:路径",
    "a directory here (a stick, a share), user@host:path by rsync, or rclone:remote:path")
  public static let cliExchangeTrial = Phrase(
    "只看会取入、写出什么，不写入", "looks what would be done, writes nothing")
  public static let cliCopy = Phrase(
    "另建一份带走：评审库、程序和说明页", "makes a copy to take along: store, program and a page on how to start")
  public static let cliCopyTarget = Phrase(
    "空目录，如 U 盘上的", "an empty directory, such as one on a stick")
  public static let cliCopyFor = Phrase(
    "给谁用：只带其打得开的附件，写在说明页上（可给几次）",
    "whom it is for: with the attachments that they may open (may be given several times)")
  /// The bar while an exchange is under way.
  public static let exchanging = Phrase("交换", "exchanging")
  /// The bar while a copy is made, by its attachments.
  public static let copying = Phrase("建副本：附件", "making the copy: attachments")

  // MARK: What came of an exchange

  /// The lines on an exchange, the counts first.
  public static func exchanged(_ report: ExchangeReport) -> [Phrase] {
    // A trial has no receipt: it tells what would be.
    let would = report.receipt == nil
    var lines = [
      Phrase(
        "\(would ? "会" : "")取入 \(report.taken) 条，写出 \(report.given) 条（\(report.packs) 包）",
        "\(would ? "would be " : "")taken \(report.taken) entries, given \(report.given) in \(report.packs) packs"
      ),
      Phrase(
        "封存文件：\(would ? "会" : "")取入 \(report.filesTaken) 个，写出 \(report.filesGiven) 个",
        "sealed files: \(would ? "would be " : "")taken \(report.filesTaken), given \(report.filesGiven)"
      ),
    ]
    lines += drafts(report.drafts, would)
    if let device = report.newDevice {
      lines.append(
        Phrase(
          "这一份曾回到较早的状态，别处有它后来写的记录：已取回，并改用新的编号 \(device)",
          "this copy was turned back and others knew more of it: it took that back and is now \(device)"
        ))
    }
    lines += report.waiting.map(waits)
    if report.filesMissing > 0 {
      lines.append(
        Phrase(
          "封存文件有 \(report.filesMissing) 个两边都没有",
          "\(report.filesMissing) sealed files are neither here nor there"))
    }
    if report.strangers > 0 {
      lines.append(
        Phrase(
          "另有 \(report.strangers) 个名称不是本程序写的，没有理会",
          "\(report.strangers) names there are none of this program's and were passed over"))
    }
    return lines
  }

  /// What came of one's own unfinished sheets.
  private static func drafts(_ drafts: DraftsReport, _ would: Bool) -> [Phrase] {
    func of(_ cases: [CaseID]) -> String { cases.map(\.rawValue).joined(separator: "、") }
    var lines: [Phrase] = []
    if !drafts.taken.isEmpty {
      lines.append(
        Phrase(
          "本人草稿：\(would ? "会" : "")从另一台电脑取入 \(drafts.taken.count) 份（\(of(drafts.taken))）",
          "own drafts: \(would ? "would be " : "")taken from another laptop \(drafts.taken.count) (\(of(drafts.taken)))"
        ))
    }
    if !drafts.twice.isEmpty {
      lines.append(
        Phrase(
          "本人草稿：有两处各写、须选定的 \(drafts.twice.count) 份（\(of(drafts.twice))），在独立评审中选定",
          "own drafts: \(drafts.twice.count) stand twice somewhere (\(of(drafts.twice))); choose in the review"
        ))
    }
    if !drafts.apart.isEmpty {
      lines.append(
        Phrase(
          "已在另一台电脑上提交、这里另写的不在其中：\(of(drafts.apart))",
          "handed in on another laptop without what was written here: \(of(drafts.apart))"))
    }
    if drafts.refused > 0 {
      lines.append(
        Phrase(
          "草稿文件有 \(drafts.refused) 处打不开，没有理会",
          "\(drafts.refused) files of drafts did not open and were passed over"))
    }
    return lines
  }

  /// What of a copy waits for what.
  static func waits(_ waiting: ExchangeReport.Waiting) -> Phrase {
    let lacks = waiting.lacks.map(lack)
    return Phrase(
      "等待：\(copy(waiting.device)) 的 \(numbers(waiting.numbers))，还缺 \(lacks.map(\.zh).joined(separator: "、"))",
      "waiting: \(numbers(waiting.numbers)) of \(copy(waiting.device)), for want of \(lacks.map(\.en).joined(separator: ", "))"
    )
  }

  private static func lack(_ lack: ExchangeReport.Lack) -> Phrase {
    switch lack {
    case .numbers(let device, let range):
      Phrase(
        "\(copy(device)) 的 \(numbers([range]))", "\(numbers([range])) of \(copy(device))")
    case .entry(let id): Phrase("记录 \(id.prefix(8))", "entry \(id.prefix(8))")
    }
  }

  /// A copy by the beginning of its id.
  static func copy(_ device: String) -> String { device.prefix(4).uppercased() }

  private static func numbers(_ ranges: [ClosedRange<Int>]) -> String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ",")
  }

  /// What was refused, a line each.
  public static func refusals(_ report: ExchangeReport) -> [Phrase] {
    report.refused.map { refused in
      let number = refused.number.map { Phrase("，第 \($0) 条", ", number \($0)") } ?? .plain("")
      return .plain("\(refused.device)/\(refused.pack)") + number + Phrase("：", ": ")
        + packFault(refused.fault)
    }
      + report.filesRefused.map { .plain("files/\($0)") + Phrase("：", ": ") + packFault(.altered) }
  }

  /// How much was refused in all.
  public static func refusedInAll(_ count: Int) -> Phrase {
    Phrase("拒收 \(count) 处，其余已取入", "\(count) refused; the rest was taken")
  }

  static func packFault(_ fault: PackFault) -> Phrase {
    switch fault {
    case .cut: Phrase("不完整（复制中断？），请重新复制", "cut off; copy it again")
    case .altered: Phrase("内容与名称不符，被改动或损坏", "altered or damaged: it is not what its name says")
    case .foreignStore: Phrase("属于另一个评审库", "of another store")
    case .wrongDevice: Phrase("不在写它的那一份的目录里", "not in the folder of the copy that wrote it")
    case .oversized: Phrase("过大", "oversized")
    case .wrongName: Phrase("名称所说的序号不符", "holds other numbers than its name says")
    case .malformed: Phrase("不是本程序写的内容", "holds what is no entry")
    case .notSigned: Phrase("签名不是作者的", "not signed by its author")
    case .unreadable: Phrase("读不了，或不是普通文件", "cannot be read, or is no regular file")
    }
  }

  /// The receipt that was written.
  public static func receiptWritten(_ receipt: Receipt) -> Phrase {
    Phrase(
      "回执：\(copy(receipt.device)) 第 \(receipt.number) 份",
      "receipt \(receipt.number) of \(copy(receipt.device))")
  }

  /// Why a post elsewhere could not be reached.
  static func carrierFault(_ fault: CarrierFault) -> Phrase {
    switch fault {
    case .badAddress(let text): Phrase("不是交换目录的地址：\(text)", "not the address of a post: \(text)")
    case .programMissing(let program):
      Phrase("没有安装 \(program)，不能与那里交换", "\(program) is not installed, which carries to that post")
    case .failed(let program, let status, let words):
      Phrase(
        "\(program) 没有办成（\(status)）：\(words)", "\(program) failed (\(status)): \(words)")
    }
  }

  // MARK: A copy that was made

  /// What a copy that was made holds.
  public static func copyMade(_ report: CopyReport, at path: String) -> Phrase {
    Phrase(
      "已另建一份：\(path)，编号 \(report.device)，\(report.entries) 条记录，封存文件 \(report.files) 个",
      "made a copy at \(path), \(report.device): \(report.entries) entries, \(report.files) sealed files"
    )
      + (report.left == 0
        ? .plain("")
        : Phrase(
          "（另有 \(report.left) 个这些人打不开，没有带；以后打得开的，交换时带来）",
          " (\(report.left) more that these people may not open were left; what they may open later comes by exchange)"
        ))
  }

  /// The page beside a copy, which whoever it is for reads first.
  public static func startPage(store: String, people: [String]) -> String {
    let people = people.isEmpty ? "" : "\n交给：\(people.joined(separator: "、"))\n"
    return """
      \(store)：带走的一份
      \(people)
      用 Windows 的，不能直接运行这里的程序：请用 Windows 自带的 ssh 连到办公室的主机
      （地址问秘书处），或者向秘书处要一份电子评审表，填好交回。
      以下适用于 Linux（x86-64）的电脑。

      一、把整个文件夹复制到电脑上，不要在 U 盘上直接打开。例如复制成本人目录下的“评审”。
      二、打开终端，输入：
            cd ~/评审
            chmod +x pingshen
            ./pingshen open store
      三、选自己的名字，输入口令。还没有口令的，用秘书处给的邀请码建立；回来交换后秘书处核对指纹。
      四、读材料之前要先签回避声明；签过并由秘书处放开的材料，带走后才打得开。
      五、做完后把结果带回（U 盘上任意一个文件夹都可以作交换目录）：
            ./pingshen exchange store /media/U盘/交换 --as 自己的编号
          秘书处在办公室对同一个文件夹做同样的交换。几次、先后都不要紧，重复也无妨。
      六、评审的内容都是封存的，没有口令读不出来（人员名单、评审组、公告不封存）；
          口令不要写在纸上夹在一起。
          电脑或 U 盘丢了，请马上告诉秘书处。

      程序打不开时，终端会说缺什么；Debian、Ubuntu、麒麟、统信上一般是：
            sudo apt-get install libncursesw6 libsqlite3-0 libarchive13 libxml2

      """
  }
}
