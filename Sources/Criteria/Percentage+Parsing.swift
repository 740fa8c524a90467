import Foundation

extension Percentage {
  /// Reads what somebody typed: "55", "55%", " ５５％ ".
  ///
  /// Input methods leave digits and signs in full width, so both widths are understood; nothing is
  /// rounded to the next legal step, because a mark must be what its author meant.
  /// - Throws: the `PercentageFault` that says what is wrong.
  public static func parse(_ text: String) throws(PercentageFault) -> Percentage {
    var body = Substring(halfWidth(text)).trimmed
    if body.last == "%" { body = body.dropLast().trimmed }
    guard let first = body.first else { throw .empty }
    let digits = first == "-" ? body.dropFirst().trimmed : body
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .notANumber
    }
    guard first != "-" else { throw .negative }
    guard let value = Int(digits), value <= 100 else { throw .above100 }
    if let percentage = Percentage(value) { return percentage }
    let below = all[value / 5]
    throw .betweenSteps(below: below, above: below.stepped(by: 1))
  }
}

/// A text with full-width digits and signs as their ASCII twins; everything else stays.
func halfWidth(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x2212: scalars.append("-")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}

extension Substring {
  /// The text without white space at either end, the ideographic space included.
  var trimmed: Substring {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[start...end]
  }
}
