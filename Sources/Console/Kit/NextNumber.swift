/// Numbers that follow one another, as bureaus count: «HZ26-0032» after «HZ26-0031», «Z2» after «Z1».
enum NextNumber {
  /// The number after one, with as many digits; nil where it does not end in a number to count on.
  static func after(_ last: String) -> String? {
    let digits = last.reversed().prefix { ("0"..."9").contains($0) }.count
    guard let number = Int(last.suffix(digits)), number < .max else { return nil }
    let next = String(number + 1)
    return last.dropLast(digits) + String(repeating: "0", count: max(0, digits - next.count)) + next
  }
}
