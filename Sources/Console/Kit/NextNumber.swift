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
