import Foundation
import Procedure
import Store

extension Notices {
  /// Why an import is refused, with its place in the file.
  static func sentence(_ fault: ImportFault, _ context: Context) -> Phrase {
    let reason: Phrase
    switch fault.reason {
    case .unreadable(let path): reason = Phrase("读不了 \(path)", "cannot read \(path)")
    case .tooLarge(let limit): reason = Phrase("超过上限 \(limit)", "exceeds the limit of \(limit)")
    case .notJSON: reason = Phrase("不是 JSON", "is not JSON")
    case .notText: reason = Phrase("不是 UTF-8 文本", "is not UTF-8 text")
    case .missing: reason = Phrase("缺少", "is missing")
    case .unknownKey: reason = Phrase("不认识的字段", "is no key of the format")
    case .malformed(let detail):
      reason = Phrase("内容不合要求：\(detail)", "is malformed: \(detail)")
    case .repeated: reason = Phrase("编号重复", "is repeated")
    case .outside(let path):
      reason = Phrase(
        "文件 \(path) 不在 JSON 所在目录内", "the file \(path) lies outside the JSON's directory")
    case .textOrFile:
      reason = Phrase("text 与 file 须恰有一个", "exactly one of text and file is wanted")
    case .refused(let refusal): reason = sentence(refusal, context)
    }
    let place = fault.place.isEmpty ? Phrase("文件", "the file") : .plain(fault.place)
    return Phrase("未导入：\(place.zh) ", "nothing imported: \(place.en) ") + reason
  }
}
