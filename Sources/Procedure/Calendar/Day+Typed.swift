import Foundation

extension Day {
  /// Reads a date as people type it: «2026-09-18», «2026/9/18», «2026年9月18日», «20260918», full
  /// width too.
  public init?(typed text: String) {
    let plain = text.precomposedStringWithCompatibilityMapping
    // What is neither a number nor stands between numbers of a date is no date: nothing is dropped.
    guard plain.allSatisfy({ $0.isNumber || $0.isWhitespace || "-/.年月日号、—–".contains($0) })
    else { return nil }
    let numbers = plain.split { !$0.isNumber }.map(String.init)
    if numbers.count == 1, let whole = numbers.first, whole.count == 8 {
      self.init("\(whole.prefix(4))-\(whole.dropFirst(4).prefix(2))-\(whole.suffix(2))")
      return
    }
    let parts = numbers.compactMap { Int($0) }
    guard numbers.count == 3, parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}
