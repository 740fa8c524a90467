import Foundation
import Procedure
import Store

/// Why an entry has no effect, in words.
extension Phrase {
  /// What is wrong with an entry.
  static func fault(_ fault: EntryFault, _ context: Context) -> Phrase {
    switch fault {
    case .changed: Phrase("内容被改动", "it was changed")
    case .authorUnknown: Phrase("作者没有钥匙", "its author has no keys")
    case .signatureWrong: Phrase("签名不符", "its signature is wrong")
    case .denies: Phrase("否认了同一副本先前见过的记录", "it denies what its own copy had already built on")
    case .held(let by):
      Phrase(
        "暂缓：与记录 \(by.rawValue.prefix(8)) 各自办理，等人认可",
        "held: it was done apart from entry \(by.rawValue.prefix(8)), until somebody accepts it")
    case .overruled(let by):
      Phrase(
        "不生效：与记录 \(by.rawValue.prefix(8)) 互相免去，先确认的一方为准",
        "overruled by entry \(by.rawValue.prefix(8)): each removed the other, the earlier stays")
    case .parentsWrong:
      Phrase("没有接在它之前的记录之后", "it does not name what came before it")
    case .newerKind: Phrase("由更新版本的程序写入，读不懂", "a newer program wrote it")
    case .unreadable: Phrase("读不出来", "it cannot be read")
    case .keyWrong: Phrase("没有用该处的钥匙封存", "it is not sealed with its room's key")
    case .bodyMissing:
      Phrase(
        "封存的内容被拿走，没有到期销毁的记录；与别的库交换可以补回",
        "its sealed contents were taken away, and nothing says that they were to go; an exchange brings them back"
      )
    case .filesWrong: Phrase("所附文件不符", "the files it names are not those it speaks of")
    case .keysNotVouched: Phrase("钥匙没有邀请签名", "the keys are not vouched for")
    case .keysWeak:
      Phrase("口令保护弱于建库时的规定", "its passphrase is protected less than the store asks for")
    case .keysNotAllowed: Phrase("无权发放或生成这把钥匙", "its author may not give or make this key")
    case .refused(let refusal): Notices.sentence(refusal, context)
    }
  }
}
