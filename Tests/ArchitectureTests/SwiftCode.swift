/// Swift source with comments and the words of string literals blanked, so that a search finds
/// only code.
///
/// Lines stay where they are. Code inside interpolations is kept: it runs like any other.
struct SwiftCode {
  private static let newline = UInt8(ascii: "\n")

  private let source: [UInt8]
  private var index = 0
  private var kept: [UInt8] = []

  init(_ source: String) {
    self.source = Array(source.utf8)
    scanCode(untilParenthesis: false)
  }

  /// The code that is left.
  var text: String { String(decoding: kept, as: UTF8.self) }

  /// The lines of the code that is left, numbered from 1.
  var lines: [(number: Int, text: String)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, String($0.element)) }
  }

  private func starts(_ word: String, after offset: Int = 0) -> Bool {
    source[min(index + offset, source.count)...].starts(with: word.utf8)
  }

  /// Drops bytes, keeping line ends.
  private mutating func skip(_ count: Int) {
    let end = min(index + count, source.count)
    kept += source[index..<end].filter { $0 == Self.newline }
    index = end
  }

  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while index < source.count {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "/") where starts("//"):
        while index < source.count, source[index] != Self.newline { index += 1 }
        continue
      case UInt8(ascii: "/") where starts("/*"):
        skipBlockComment()
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "#"):
        if let hashes = openingHashes() {
          scanString(hashes: hashes)
          continue
        }
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      if untilParenthesis && depth < 0 { return }
      kept.append(byte)
      index += 1
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        skip(2)
      } else if starts("*/") {
        depth -= 1
        skip(2)
      } else {
        skip(1)
      }
    } while depth > 0 && index < source.count
    kept.append(UInt8(ascii: " "))
  }

  /// The number of `#` before a string that begins here, or nil where none begins.
  private func openingHashes() -> Int? {
    let hashes = source[index...].prefix { $0 == UInt8(ascii: "#") }.count
    return starts("\"", after: hashes) ? hashes : nil
  }

  private mutating func scanString(hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    let quote = starts("\"\"\"", after: hashes) ? "\"\"\"" : "\""
    let end = quote + fence
    let escape = "\\" + fence
    skip(hashes + quote.count)
    kept.append(UInt8(ascii: "\""))
    while index < source.count, !starts(end) {
      if starts(escape + "(") {
        skip(escape.utf8.count + 1)
        kept.append(UInt8(ascii: " "))
        scanCode(untilParenthesis: true)
        skip(1)
        kept.append(UInt8(ascii: " "))
      } else if starts(escape) {
        skip(escape.utf8.count + 1)
      } else {
        skip(1)
      }
    }
    skip(end.utf8.count)
    kept.append(UInt8(ascii: "\""))
  }
}
