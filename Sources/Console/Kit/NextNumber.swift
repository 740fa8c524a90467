import Procedure

/// Numbers that follow one another, as bureaus count: «HZ26-0032» after «HZ26-0031», «Z2» after «Z1»,
/// «杭市监函〔2026〕8号» after «杭市监函〔2026〕7号».
enum NextNumber {
  /// The number so many after one, with as many digits; nil where it does not end in a number to
  /// count on.
  static func after(_ last: String, by step: Int = 1) -> String? {
    let tail = last.hasSuffix("号") ? "号" : ""
    let body = last.dropLast(tail.count)
    let digits = body.reversed().prefix { ("0"..."9").contains($0) }.count
    guard let number = Int(body.suffix(digits)) else { return nil }
    let (sum, isTooLarge) = number.addingReportingOverflow(step)
    guard !isTooLarge else { return nil }
    let next = String(sum)
    return body.dropLast(digits) + String(repeating: "0", count: max(0, digits - next.count)) + next
      + tail
  }
}

extension Context {
  /// The number of the next minutes: after those of the latest meeting that has one, in a new year
  /// from 1; where none has one, the next of the bureau's own.
  var nextMinutesNumber: String? {
    let numbered = cycle.meetings.values.filter { !$0.number.isEmpty }
    guard
      let last = numbered.max(by: {
        ($0.day, $0.number.count, $0.number) < ($1.day, $1.number.count, $1.number)
      })
    else { return nextNumber }
    guard let number = DocumentNumber(last.number) else {
      return last.day.year == now.day.year ? NextNumber.after(last.number) : nil
    }
    if number.prefix == countedNumber?.prefix { return nextNumber }
    let ordinal = number.year == now.day.year ? number.ordinal + 1 : 1
    return DocumentNumber(prefix: number.prefix, year: now.day.year, ordinal: ordinal).description
  }
}

extension Phrase {
  /// Words of numbers that are proposed.
  enum NextNumber {
    static let apart = Phrase("；", "; ")
    static let proposed = Phrase("已填下一个编号，可改", "the next number; type another if need be")
    static let unknown = Phrase(
      "设置 › 文头 填了发文代字，这里就填好下一个编号",
      "once Set-up › Letterhead has the sign of numbers, the next one stands here")
  }
}
