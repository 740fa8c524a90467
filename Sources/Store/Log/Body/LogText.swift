extension UInt8 {
  /// Whether the byte is one of 0 to 9.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// What the byte counts as a hexadecimal digit.
  var hexDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension ContiguousArray<UInt8> {
  /// The bytes of a node.
  func range(of node: LogNode) -> Range<Int> {
    Int(node.start)..<Int(node.start) + Int(node.count)
  }

  /// What a text or a key says; its bytes were found to be UTF-8 and its escapes to be whole.
  func text(of node: LogNode) -> String {
    let range = range(of: node)
    return node.isEscaped
      ? unescaped(range) : String(copying: UTF8Span(unchecked: span.extracting(range)))
  }

  /// A text with escapes; an escape is never shorter than what it stands for.
  private func unescaped(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { text in
      var (place, count) = (range.lowerBound, 0)
      while place < range.upperBound {
        if self[place] == UInt8(ascii: "\\") {
          for byte in UTF8.encode(scalar(at: &place)) ?? UTF8.encodedReplacementCharacter {
            text[count] = byte
            count += 1
          }
        } else {
          text[count] = self[place]
          place += 1
          count += 1
        }
      }
      return count
    }
  }

  /// The character of an escape, or of two that are a surrogate pair; goes past them.
  private func scalar(at place: inout Int) -> Unicode.Scalar {
    let sign = self[place + 1]
    place += 2
    switch sign {
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: return Unicode.Scalar(sign)
    }
    var code = unit(at: place)
    place += 4
    if UTF16.isLeadSurrogate(UInt16(truncatingIfNeeded: code)) {
      code = 0x10000 + (code & 0x3FF) << 10 + unit(at: place + 2) & 0x3FF
      place += 6
    }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  private func unit(at place: Int) -> UInt32 {
    self[place..<place + 4].reduce(0) { $0 << 4 | UInt32($1.hexDigit ?? 0) }
  }

  /// The whole number of a node; nil where the type cannot hold it.
  func whole<Number: FixedWidthInteger>(of node: LogNode, as type: Number.Type) -> Number? {
    let isNegative = self[Int(node.start)] == UInt8(ascii: "-")
    var number: Number = 0
    for place in range(of: node).dropFirst(isNegative ? 1 : 0) {
      let (product, isOver) = number.multipliedReportingOverflow(by: 10)
      let digit = Number(truncatingIfNeeded: self[place] &- 0x30)
      // A negative number grows downwards, so that the least of its type is reached.
      let (sum, isBeyond) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if isOver || isBeyond { return nil }
      number = sum
    }
    return number
  }

  /// The number of a node; nil where the type cannot hold it.
  func fraction<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    of node: LogNode, as type: Number.Type
  ) -> Number? {
    Number(text(of: node)).flatMap { $0.isFinite ? $0 : nil }
  }
}
