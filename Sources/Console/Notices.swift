import Criteria
import Foundation
import Office
import Procedure
import Reports
import Store
import Terminal
import Vault

/// The one place where an error becomes a sentence.
public enum Notices {
  /// A sentence on what went wrong and what to do, in both languages.
  public static func sentence(_ error: any Error, _ context: Context) -> Phrase {
    switch error {
    case let refusal as Refusal: sentence(refusal, context)
    case let refused as BatchRefusal:
      .Terms.refused(refused.dossier, refused.name) + sentence(refused.refusal, context)
    case let fault as PaperFault: fault.sentence
    case let fault as Folders.Fault: Phrase.sentence(fault)
    case let fault as MaterialFault: .Material.sentence(fault)
    case let fault as GateFault: Phrase.gate(fault)
    case let fault as StoreFault: sentence(fault, context)
    case let fault as CarrierFault: Phrase.carrierFault(fault)
    case let twice as DraftStandsTwice: .Review.standsTwice(twice.slots)
    case let fault as VaultFault: sentence(fault)
    case let fault as PercentageFault: sentence(fault)
    case let fault as EditionFault: sentence(fault)
    case let fault as ParametersFault:
      Phrase("参数文件有误：", "the parameter file is wrong: ") + part(fault)
    case let fault as CalendarFault: Phrase.Calendar.sentence(fault)
    case let fault as TerminalError: sentence(fault)
    case let fault as ImportFault: sentence(fault, context)
    case let fault as ReadingFault: Phrase.reading(fault)
    case let fault as WritingFault: Phrase.writing(fault)
    case let fault as WordTemplateFault: Phrase.template(fault)
    case let fault as OwnScoreSheet.Fault: Phrase.sheet(fault)
    case let faults as ScoreSheetFaults: Phrase.sheet(faults)
    default: Phrase("出错：\(error.localizedDescription)", "error: \(error.localizedDescription)")
    }
  }

  /// The rule, in words a reviewer knows, and what to do.
  public static func sentence(_ refusal: Refusal, _ context: Context) -> Phrase {
    let rule = refusal.rule
    let reason = Phrase.reason(refusal.reason, context)
    if rule == .K { return reason }
    let source =
      refusal.isOurs
      ? Phrase("本系统规则", "rule of this system")
      : Phrase(context.cycle.letterhead.clause(of: rule))
    return Phrase("\(rule.rawValue) ", "\(rule.rawValue): ") + reason
      + Phrase("（\(source.zh)）", " (\(source.en))")
  }

  private static func sentence(_ fault: StoreFault, _ context: Context) -> Phrase {
    switch fault {
    case .notAStore(let path): Phrase("\(path) 不是评审库", "\(path) is not a store")
    case .notEmpty(let path):
      Phrase("目录 \(path) 不为空，请换一个空目录", "directory \(path) is not empty; choose an empty one")
    case .noTime(let text):
      Phrase(
        "PINGSHEN_NOW=\(text) 不是时间，须如 2026-03-02T09:00",
        "PINGSHEN_NOW=\(text) is no time, such as 2026-03-02T09:00")
    case .trialVersion:
      Phrase(
        "此库由日志格式定稿以前的版本建立，本版本不能打开，未作改动",
        "made before the log's form was frozen and not readable by this version; left untouched")
    case .newerProgram:
      Phrase(
        "此库由更新版本的程序写入，未作改动；请升级程序", "written by a newer program and left untouched; upgrade pingshen"
      )
    case .database(let message):
      Phrase(
        "无法读写磁盘（\(message)）；内容仍在屏幕上，排除原因后会再次保存",
        "the disk refuses (\(message)); the text stays on the screen and is saved once it can be")
    case .readOnly:
      Phrase(
        "此库只能读，没有保存；内容仍在屏幕上，可写之后再保存",
        "not saved: this store can only be read; the text stays on the screen until it can be written"
      )
    case .busy: Phrase("他人正在保存，请稍后再试", "another is saving; try again in a moment")
    case .damaged(let part):
      Phrase(
        "库中内容损坏（\(part.rawValue)），请运行 pingshen check",
        "the store is damaged (\(part.rawValue)); run pingshen check")
    case .unknownPerson(let name): Phrase("没有此人：\(name)", "nobody of that name: \(name)")
    case .unknownCase(let id): Phrase("没有此申报：\(id)", "no such application: \(id)")
    case .alreadyJoined: Phrase("此人已完成首次登录", "this person has made their keys already")
    case .notJoined:
      Phrase("尚未首次登录，请用邀请码建立口令", "not joined yet: log in with the invitation code first")
    case .keysReplaced:
      Phrase(
        "没有保存：你的钥匙已在别处更换，请退出后用新口令登录",
        "not saved: your keys were replaced elsewhere; log in again with the new passphrase")
    case .formerPassphrase(let until, .passphrase):
      Phrase(
        "这是旧口令，已于 \(until) 更改，请用新口令",
        "that passphrase was changed on \(until); use the new one")
    case .formerPassphrase(let until, .replaced):
      Phrase(
        "这是旧口令，钥匙已于 \(until) 更换，请用新口令",
        "the keys were replaced on \(until); use the new passphrase")
    case .formerPassphrase(let until, .recovered):
      Phrase(
        "你的钥匙已于 \(until) 凭两半恢复码更换；若非你本人要求，请立即告知秘书处和监督组",
        "your keys were replaced on \(until) by both recovery halves; if you did not ask for it, tell secretariat and supervision at once"
      )
    case .halvesAwaited(let people):
      Phrase(
        "组长已更换：\(people.map(context.name).joined(separator: "、")) 须各登录一次，评审表钥匙的半份才会转交；不能登录的，凭两半恢复码运行 pingshen recover --keys",
        "the leader changed: \(people.map(context.name).joined(separator: ", ")) must log in once each, so that the halves of their sheets' keys follow; for who cannot, pingshen recover --keys with both recovery halves"
      )
    case .recoveryOfOther:
      Phrase("这两半恢复码属于另一个评审库", "these recovery halves belong to another store")
    case .notConfirmed:
      Phrase(
        "指纹尚未核对，不能更换钥匙；请秘书处先核对",
        "not confirmed yet: the secretariat compares the fingerprint first")
    case .notOfOffice(let person):
      Phrase(
        "\(person) 不是在任的秘书处成员；其他人由秘书处重新录入，再用 pingshen recover --keys 取回钥匙",
        "\(person) is no acting member of the secretariat; others are entered anew by it, then take the keys with pingshen recover --keys"
      )
    case .notReadable: Phrase("此内容尚未对你开放", "this is not open to you yet")
    case .unreadableFile(let path):
      Phrase("读不了文件 \(path)（须为 UTF-8 文本，不超过 4 MiB）", "cannot read \(path) (UTF-8 text up to 4 MiB)")
    case .document(let path, let kind): .plain("\(path) ") + .document(kind)
    case .clockBehind(let now, let last):
      Phrase(
        "没有保存：本机时钟 \(now)，早于本机上一条记录 \(last)。请校准时钟；若上一条记错，由秘书处在 设置 → 年度 注明时钟更正",
        "not saved: this machine's clock says \(now), its last entry \(last). Set the clock; if that entry was wrong, the secretariat notes a correction (Setup → Cycle)"
      )
    case .clockAhead(let now, let last):
      Phrase(
        "本机时钟 \(now)，上一条记录 \(last)：请先确认时钟无误（命令行：--clock-is-right）",
        "this machine's clock says \(now), its last entry \(last): confirm the clock first (command line: --clock-is-right)"
      )
    case .clockIsRight:
      Phrase("本机上一条记录不晚于现在，无须更正", "the last entry made here is not ahead of the clock")
    case .notBelieved(let fault):
      Phrase("没有保存：这条记录不会生效（", "not saved: it would have no effect (")
        + .fault(fault, context) + Phrase("）", ")")
    case .backupUnderWay: Phrase("正在备份，请稍后再试", "a backup is under way; try again in a moment")
    case .noAccess(let path):
      Phrase(
        "本账号无权读取 \(path)；请管理员查看 pingshen doctor",
        "this account may not read \(path); see pingshen doctor")
    case .ofAccount(let name):
      Phrase(
        "此库属于系统账号 \(name)：请以该账号运行（su \(name) -s /bin/sh -c 'pingshen …'），root 写入的文件该账号不能再写",
        "this store belongs to the account \(name): run it as that account (su \(name) -s /bin/sh -c 'pingshen …'); what root writes there it cannot write any more"
      )
    case .noFolder(let path): Phrase("没有目录 \(path)", "no directory \(path)")
    case .severalStores(let paths):
      Phrase(
        "这里有几个评审库的备份，请指明一个：\(paths.joined(separator: "，"))",
        "backups of several stores lie here; name one: \(paths.joined(separator: ", "))")
    case .noSpace(let path, let needed, let free):
      Phrase(
        "\(path) 空间不足：需要 \(Backup.size(needed))，只剩 \(Backup.size(free))",
        "\(path) has too little room: \(Backup.size(needed)) needed, \(Backup.size(free)) free")
    case .noFile(let path):
      Phrase("没有文件 \(path)，或者不是普通文件", "no file \(path), or it is no regular file")
    case .fileChanged(let path):
      Phrase(
        "\(path) 在看过之后变了，没有取入；请重新查看再取",
        "\(path) has changed since it was looked at and was not taken; look at it again")
    case .noText(let title):
      Phrase(
        "「\(title)」没有可读的文字，请取出原件查看", "nothing can be read of «\(title)»: take the original out")
    case .noOriginal(let title):
      Phrase("「\(title)」只有文字，没有原件", "«\(title)» is a text without an original")
    case .fileTooLarge(let path, let limit):
      Phrase(
        "\(path) 超过 \(Backup.size(limit))，请拆分后再附",
        "\(path) is larger than \(Backup.size(limit)); split it"
      )
    case .fileExists(let path):
      Phrase("\(path) 已存在，请另取文件名", "\(path) exists; choose another name")
    case .stopped: Phrase("已停止", "stopped")
    case .keyMissing(let scope): KeyGivers.sentence(scope, context)
    }
  }

  private static func sentence(_ fault: VaultFault) -> Phrase {
    switch fault {
    case .wrongPassphrase: Phrase("口令不对", "wrong passphrase")
    case .weakPassphrase(let minimum):
      Phrase("口令至少 \(minimum) 个字符", "a passphrase has at least \(minimum) characters")
    case .badInvitation: Phrase("邀请码不对或已失效", "the invitation code is wrong or no longer valid")
    case .badRecoveryCode:
      Phrase(
        "恢复码有误：应为 15 组、每组 4 个字符，请逐组核对",
        "the recovery half has a mistake: compare its 15 groups of 4 characters")
    case .misreadRecoveryCode(let group):
      Phrase(
        "恢复码第 \(group) 组有一个字符不对", "one character in group \(group) of the recovery half is wrong")
    case .halvesDoNotJoin:
      Phrase("两半恢复码相同，或不是一对", "the recovery halves are the same, or no pair")
    case .badSignature: Phrase("签名不符", "the signature does not match")
    case .damaged, .notForThisKey, .badPublicKey:
      Phrase("钥匙损坏，请运行 pingshen check", "a key is damaged; run pingshen check")
    case .tooLong(let maximum):
      Phrase("内容过长（上限 \(maximum) 字节）", "too long (at most \(maximum) bytes)")
    case .unavailable: Phrase("本机无法完成加密运算", "this machine cannot do the cryptography")
    }
  }

  /// Why a text is not one of the 21 percentages.
  public static func sentence(_ fault: PercentageFault) -> Phrase {
    switch fault {
    case .empty: Phrase("请输入得分率", "type a percentage")
    case .notANumber: Phrase("得分率须为 0 到 100 的整数", "a percentage is a whole number from 0 to 100")
    case .negative: Phrase("得分率不能为负", "a percentage is not negative")
    case .above100: Phrase("得分率不超过 100", "a percentage is at most 100")
    case .betweenSteps(let below, let above):
      Phrase(
        "得分率以 5 为一档：\(below) 或 \(above)", "percentages go in steps of 5: \(below) or \(above)")
    }
  }

  private static func sentence(_ fault: EditionFault) -> Phrase {
    let item = fault.item.map { "（\($0)）" } ?? ""
    return Phrase(
      "标准文件在 \(fault.place)\(item) 处有误：\(fault.description)",
      "the criteria file is wrong at \(fault.place): \(fault.description)")
  }

  private static func sentence(_ fault: TerminalError) -> Phrase {
    switch fault {
    case .noUTF8Locale:
      Phrase("系统没有 UTF-8 语言环境（请安装 C.UTF-8）", "this system has no UTF-8 locale (install C.UTF-8)")
    case .notATerminal: Phrase("请在终端中运行", "run this in a terminal")
    case .unknownTerminal(let name):
      Phrase(
        "不认识终端类型 \(name)；可试 TERM=xterm-256color",
        "unknown terminal type \(name); try TERM=xterm-256color")
    case .cannotPlaceCursor(let name):
      Phrase(
        "终端类型 \(name) 不能定位光标；可试 TERM=xterm-256color",
        "terminal type \(name) cannot place the cursor; try TERM=xterm-256color")
    case .startFailed: Phrase("终端无法启动", "the terminal could not be started")
    }
  }
}
