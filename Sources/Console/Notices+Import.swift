import Criteria
import Foundation
import Procedure
import Store

extension Notices {
  /// Why a file is not taken, one sentence for each thing that is wrong with it; none where the
  /// error is not about a file's content.
  public static func parts(of error: any Error, _ context: Context) -> [Phrase] {
    switch error {
    case let fault as ImportFault: fault.parts.map { part($0, context) }
    case let fault as ParametersFault: [part(fault)]
    default: []
    }
  }

  /// Why an import is refused: the one thing that is wrong, or how many.
  static func sentence(_ fault: ImportFault, _ context: Context) -> Phrase {
    if case .several(let faults) = fault.reason {
      return Phrase("未导入：\(faults.count) 处有误", "nothing imported: \(faults.count) faults")
    }
    return Phrase("未导入：", "nothing imported: ") + part(fault, context)
  }

  /// What is wrong with parameters, with its place.
  static func part(_ fault: ParametersFault) -> Phrase {
    (fault.place == .file ? .plain("") : .plain("\(fault.place) ")) + .parameters(fault.problem)
  }

  private static func part(_ fault: ImportFault, _ context: Context) -> Phrase {
    at(fault.place) + .plain(" ") + reason(fault.reason, context)
  }

  private static func reason(_ reason: ImportFault.Reason, _ context: Context) -> Phrase {
    switch reason {
    case .unreadable(let path): Phrase("读不了 \(path)", "cannot read \(path)")
    case .tooLarge(let limit): Phrase("超过上限 \(limit)", "exceeds the limit of \(limit)")
    case .json(let problem): .json(problem)
    case .notText: .json(.notText)
    case .missing: Phrase("未填写", "is missing")
    case .unknownKey: .json(.unknownKey)
    case .unknownColumn: Phrase("不认识这一列", "is no column of the list")
    case .repeatedColumn: Phrase("这一列重复", "stands twice")
    case .missingColumn: Phrase("缺少这一列", "is a column that is missing")
    case .repeated: Phrase("与前面重复", "is repeated")
    case .outside(let path):
      Phrase("文件 \(path) 不在 JSON 所在目录内", "the file \(path) lies outside the JSON's directory")
    case .textOrFile: Phrase("text 与 file 须恰有一个", "exactly one of text and file is wanted")
    case .refused(let refusal): sentence(refusal, context)
    case .unknownValue(let value): .json(.unknownValue(value))
    case .cellCount(let found, let wanted):
      Phrase("有 \(found) 格，应为 \(wanted) 格", "has \(found) cells, \(wanted) wanted")
    case .quotes: Phrase("引号不成对", "has quotes that do not match")
    case .several(let faults): Phrase("\(faults.count) 处有误", "\(faults.count) faults")
    }
  }

  /// The place of a fault: «line 7, district» is said in Chinese too.
  private static func at(_ place: Place) -> Phrase {
    switch place {
    case .file: Phrase("文件", "the file")
    case .json: .plain("\(place)")
    case .line(let line, let column):
      Phrase("第 \(line) 行\(column.map { " \($0)" } ?? "")", "\(place)")
    }
  }
}
