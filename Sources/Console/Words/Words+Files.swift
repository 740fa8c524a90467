import Criteria
import Foundation
import Procedure

/// What is wrong with days and with files that people bring.
extension Phrase {
  // MARK: Files

  /// Why a file was not written.
  static func sentence(_ fault: Folders.Fault) -> Phrase {
    switch fault {
    case .exists(let path): Phrase("已有文件 \(path)", "there is a file \(path)")
    case .refused(let path):
      Phrase(
        "写不了文件 \(path)：目录不存在、没有权限或磁盘已满",
        "cannot write \(path): no such directory, no permission or disk full")
    }
  }

  static func json(_ problem: JSONFault.Problem) -> Phrase {
    switch problem {
    case .notText: Phrase("不是 UTF-8 文本", "is not UTF-8 text")
    case .broken(let line, let column):
      Phrase(
        "第 \(line) 行第 \(column) 列起不是 JSON", "is no JSON from line \(line), column \(column) on")
    case .cutOff(let line, let column):
      Phrase(
        "不完整：到第 \(line) 行第 \(column) 列就结束了", "is cut off at line \(line), column \(column)")
    case .missing: Phrase("缺少", "is missing")
    case .unknownKey: Phrase("不认识这个字段", "is no key of the format")
    case .repeatedKey: Phrase("重复出现", "stands twice")
    case .wanted(let kind, let found):
      Phrase("须为\(kindName(kind).zh)", "must be \(kindName(kind).en)")
        + (found.isEmpty ? .plain("") : Phrase("，写的是 \(found)", ", not \(found)"))
    case .unknownValue(let value): Phrase("不认识「\(value)」", "does not know «\(value)»")
    }
  }

  private static func kindName(_ kind: JSONFault.Kind) -> Phrase {
    switch kind {
    case .text: Phrase("带引号的文字", "a text in quotes")
    case .wholeNumber: Phrase("整数", "a whole number")
    case .truth: Phrase(" true 或 false", "true or false")
    case .list: Phrase("列表 […]", "a list […]")
    case .object: Phrase("对象 {…}", "an object {…}")
    }
  }

  static func parameters(_ problem: ParametersFault.Problem) -> Phrase {
    switch problem {
    case .json(let problem): json(problem)
    case .notBetween(let low, let high):
      Phrase("须在 \(low) 到 \(high) 之间", "must be \(low) to \(high)")
    case .notBetweenPoints(let most): Phrase("须在 0 到 \(most) 分之间", "must be 0 to \(most) points")
    case .tierNotBelow(let above):
      Phrase("须低于上一层级的 \(above)", "must be below the tier above, \(above)")
    case .wrongRank(let rank):
      Phrase("须为 \(rank)：层级从 1 起依次排列", "must be \(rank): tiers count from 1")
    case .moreThanPanel(let most):
      Phrase("多于评审组最多人数 \(most)", "is more than a panel may have (\(most))")
    case .noMonthAndDay: Phrase("须为月-日，如 05-31", "must be month and day, such as 05-31")
    case .noCode: Phrase("只能用字母、数字和横线", "must be letters, digits and hyphens")
    case .repeated: Phrase("重复", "is repeated")
    case .empty: Phrase("不能为空", "must not be empty")
    case .unknownEdition(let id):
      Phrase("本程序没有评审标准「\(id)」", "this program has no criteria «\(id)»")
    case .unknownItem(let item): Phrase("标准中没有条款 \(item)", "the criteria have no item \(item)")
    case .letter(let detail): Phrase("模板有误：\(detail)", "is no sound template: \(detail)")
    }
  }

}
