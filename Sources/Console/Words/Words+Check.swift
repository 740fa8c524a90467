import Foundation
import Store

/// What a check of a store found, in words.
extension Phrase {
  public static func finding(_ finding: CheckReport.Finding) -> Phrase {
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
    case .changed(let at): Phrase("第 \(at) 条内容被改动", "entry \(at) was changed")
    case .signatureWrong(let at): Phrase("第 \(at) 条签名不符", "entry \(at): wrong signature")
    case .authorUnknown(let at, let person):
      Phrase("第 \(at) 条作者 \(person) 没有钥匙", "entry \(at): author \(person) has no keys")
    case .parentUnknown(let at):
      Phrase("第 \(at) 条的前序记录不存在", "entry \(at): its parent is not an earlier entry")
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
    case .unreadable(let at): Phrase("第 \(at) 条读不出来", "entry \(at) cannot be read")
    case .notEntitled(let at, let person):
      Phrase(
        "第 \(at) 条：\(person) 无权这样做，不生效", "entry \(at): \(person) was not entitled; without effect")
    case .keysNotVouched(let at, let person):
      Phrase(
        "第 \(at) 条：\(person) 的钥匙没有邀请签名", "entry \(at): the keys of \(person) are not vouched for")
    case .projectionDiffers(let table, let key):
      Phrase(
        "列表 \(table) 与日志不一致（\(key)），可运行 pingshen rebuild",
        "table \(table) differs from the log (\(key)); pingshen rebuild makes it anew")
    case .attachmentMissing(let file, let name):
      Phrase("\(file) 的附件缺失：\(name)", "attachment of \(file) is missing: \(name)")
    case .attachmentDamaged(let name): Phrase("附件损坏：\(name)", "attachment damaged: \(name)")
    case .partLeft(let name):
      Phrase("未写完的文件，可以删除：\(name)", "an unfinished file that can be removed: \(name)")
    case .wrapUnreadable(let scope): Phrase("钥匙打不开：\(scope)", "a key does not open: \(scope)")
    case .draftDamaged(let file, let person):
      Phrase("\(person) 在 \(file) 的草稿损坏", "the draft of \(person) in \(file) is damaged")
    }
  }
}
