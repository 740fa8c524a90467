import Foundation
import Store

/// What a check of a store found, in words.
extension Phrase {
  public static func finding(_ finding: CheckReport.Finding, _ context: Context) -> Phrase {
    switch finding {
    case .database(let words): Phrase("数据库：\(words)", "database: \(words)")
    case .schemaDiffers(let name):
      Phrase("表结构被改动：\(name)", "a table is not as this program makes it: \(name)")
    case .noteDamaged(let name):
      Phrase("库的自身记录损坏：\(name)", "the store's own note is damaged: \(name)")
    case .entriesMissing(let from, let through):
      Phrase("缺少第 \(from)–\(through) 条记录", "entries \(from)–\(through) are missing")
    case .chainBroken(let at):
      Phrase(
        "到达链在第 \(at) 条断开（此前有删除、调换、插入或改动）",
        "the chain of arrival breaks at \(at): deleted, swapped, inserted or changed before")
    case .entry(let at, let person, let fault):
      Phrase("第 \(at) 条", "entry \(at)")
        + (person.map { Phrase("（\(context.name($0))）", " (\(context.name($0)))") } ?? .plain(""))
        + Phrase("不生效：", " has no effect: ") + .fault(fault, context)
    case .outsideOrder(let count):
      Phrase("次序之外有 \(count) 行，不属本程序", "\(count) rows outside of the order: not this program's")
    case .numberMissing(let device, let number, let at):
      Phrase(
        "设备 \(device.prefix(8)) 在第 \(at) 条前缺号 \(number)",
        "device \(device.prefix(8)) lacks number \(number) before entry \(at)")
    case .numberRepeated(let device, let number, let at):
      Phrase(
        "设备 \(device.prefix(8)) 的号 \(number) 在第 \(at) 条重复",
        "device \(device.prefix(8)) repeats number \(number) at entry \(at)")
    case .tailCut(let noted, let found):
      Phrase(
        "日志末尾被截断或改写：应为 \(noted) 条，实有 \(found) 条",
        "the log's tail was cut or rewritten: \(noted) entries noted, \(found) found")
    case .previousWrong(let at):
      Phrase("第 \(at) 条没有接在本机上一条之后", "entry \(at) does not follow the one before on its copy")
    case .arrivalWrong(let at):
      Phrase("第 \(at) 条在本机写成，到达时间却不同", "entry \(at) was made here, yet arrived at another time")
    case .projectionDiffers(let table, let key):
      Phrase(
        "列表 \(table) 与日志不一致（\(key)），可运行 pingshen rebuild",
        "table \(table) differs from the log (\(key)); pingshen rebuild makes it anew")
    case .attachmentMissing(let at, let name):
      Phrase("第 \(at) 条所附文件缺失：\(name)", "the file of entry \(at) is missing: \(name)")
    case .attachmentClosed(let name):
      Phrase("附件无权读取，未核对：\(name)", "attachment not open to this account, not checked: \(name)")
    case .documentDamaged(let dossier, let title):
      Phrase(
        "\(dossier) 的材料「\(title)」打不开或被改动", "«\(title)» of \(dossier) does not open, or was altered")
    case .paperDamaged(let at, let name):
      Phrase(
        "第 \(at) 条留存的文件「\(name)」打不开或被改动",
        "«\(name)», kept by entry \(at), does not open, or was altered")
    case .attachmentDamaged(let name): Phrase("附件损坏：\(name)", "attachment damaged: \(name)")
    case .fileForeign(let name):
      Phrase("没有记录提到的文件：\(name)", "a file that no entry speaks of: \(name)")
    case .partLeft(let name):
      Phrase("未写完的文件，可以删除：\(name)", "an unfinished file that can be removed: \(name)")
    case .wrapUnreadable(let scope): Phrase("钥匙打不开：\(scope)", "a key does not open: \(scope)")
    case .draftDamaged(let dossier, let person):
      Phrase("\(person) 在 \(dossier) 的草稿损坏", "the draft of \(person) in \(dossier) is damaged")
    case .draftTurnedBack(let dossier, let person):
      Phrase(
        "\(person) 在 \(dossier) 的草稿不是上次保存的样子（被换回旧版或互换）",
        "the draft of \(person) in \(dossier) is not as it was left: turned back or exchanged")
    case .unfinishedDamaged(let person):
      Phrase("\(person) 未完成表单的存档损坏", "what is kept of unfinished forms of \(person) is damaged")
    }
  }

  /// What is worth knowing about clocks.
  public static func remark(_ remark: CheckReport.Remark, _ context: Context) -> Phrase {
    switch remark {
    case .clockBack(let at, let seconds):
      Phrase("第 \(at) 条：", "entry \(at): ") + .History.step(.back(seconds: seconds))
        + Phrase("（比所在副本上一条早）", " (before the last of its copy)")
    case .clockAhead(let count, let at, let seconds):
      Phrase(
        "本机相邻记录相隔一天以上 \(count) 次，最长在第 \(at) 条前：",
        "\(count) times more than a day between entries of a copy, longest before \(at): ")
        + .span(seconds)
    case .noted(let at, let person, let fault):
      Phrase("第 \(at) 条", "entry \(at)")
        + (person.map { Phrase("（\(context.name($0))）", " (\(context.name($0)))") } ?? .plain(""))
        + Phrase("已注明不生效：", " noted as void: ") + .fault(fault, context)
    case .proposalsUnshared(let id, let count):
      Phrase(
        "\(id)：现场评审提交时有 \(count) 条评分建议没有公开给评审组（S4）",
        "\(id): \(count) proposals on site were not shared with the panel at the conclusion (S4)")
    case .attachmentsElsewhere(let count):
      Phrase(
        "\(count) 个附件不在这份库里：建这份库时指定的人打不开它们",
        "\(count) attachments are not on this copy: those for whom it was made may not open them")
    case .contentsLeft(let id, let count):
      Phrase(
        "\(id)：有到期销毁的记录，这里还有 \(count) 条封存内容；本机时钟到了那天，rebuild 时删除",
        """
        \(id): an entry says that its contents are destroyed and \(count) sealed bodies are still here; rebuild \
        deletes them once this clock has come to that day
        """)
    case .clockCorrected(let at, let person):
      Phrase(
        "第 \(at) 条：\(context.name(person)) 注明时钟更正",
        "entry \(at): \(context.name(person)) noted a clock's correction")
    }
  }
}
