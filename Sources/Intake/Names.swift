import Foundation
import Procedure

/// Names of files and organisations.
public enum Names {
  /// Characters of a title at most.
  private static let longest = 120

  /// A name as it may stand for a title: without what nobody sees, cut where it is too long.
  public static func title(_ name: String) -> String {
    let seen = name.unicodeScalars.filter { !$0.isUnseen }
    let title = String(String.UnicodeScalarView(seen.prefix(longest)))
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return title.isEmpty ? "无题" : title
  }

  /// A name as it is compared: neither width, case, blanks nor marks count.
  public static func key(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased()
      .filter { $0.isLetter || $0.isNumber }
  }

  /// What tells an organisation from others: its name without place and legal form.
  static func core(_ name: String) -> String {
    var core = key(name)
    for ending in ["有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "集团", "公司"]
    where core.hasSuffix(ending) {
      core.removeLast(ending.count)
      break
    }
    for beginning in ["浙江省", "浙江", "杭州市", "杭州"] where core.hasPrefix(beginning) {
      core.removeFirst(beginning.count)
    }
    return core
  }
}
