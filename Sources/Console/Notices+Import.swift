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
    case .unknownValue(let value): reason = Phrase("不认识「\(value)」", "does not know «\(value)»")
    case .cellCount(let found, let wanted):
      reason = Phrase("有 \(found) 格，应为 \(wanted) 格", "has \(found) cells, \(wanted) wanted")
    case .quotes: reason = Phrase("引号不成对", "has quotes that do not match")
    case .several(let faults):
      let first = faults.prefix(2).map { part(of: $0, context) }
      return Phrase("未导入，\(faults.count) 处有误：", "nothing imported, \(faults.count) faults: ")
        + first.dropFirst().reduce(first.first ?? .plain("")) { $0 + Phrase("；", "; ") + $1 }
        + (faults.count > 2 ? .plain("…") : .plain(""))
    }
    return Phrase("未导入：", "nothing imported: ") + at(fault.place) + .plain(" ") + reason
  }

  /// One fault of several, without the word that nothing was imported.
  private static func part(of fault: ImportFault, _ context: Context) -> Phrase {
    let whole = sentence(fault, context)
    let head = Phrase("未导入：", "nothing imported: ")
    return Phrase(
      String(whole.zh.dropFirst(head.zh.count)), String(whole.en.dropFirst(head.en.count)))
  }

  /// The place of a fault: «line 7, district» is said in Chinese too.
  private static func at(_ place: String) -> Phrase {
    if place.isEmpty { return Phrase("文件", "the file") }
    guard let match = place.wholeMatch(of: /line (\d+)(?:, (.+))?/) else { return .plain(place) }
    return Phrase("第 \(match.1) 行\(match.2.map { " \($0)" } ?? "")", place)
  }
}
