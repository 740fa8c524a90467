/// The words and signs of Swift source without comments and strings, each with its line.
struct SwiftTokens {
  struct Token: Hashable {
    let text: String
    let line: Int
  }

  let tokens: [Token]

  init(_ source: String) {
    var tokens: [Token] = []
    var (word, line): ([UInt8], Int) = ([], 1)
    for byte in Array(SwiftCode(source).text.utf8) + [Self.newline] {
      if Self.isWordPart(byte) {
        word.append(byte)
        continue
      }
      if !word.isEmpty {
        tokens.append(Token(text: String(decoding: word, as: UTF8.self), line: line))
      }
      word.removeAll(keepingCapacity: true)
      if byte == Self.newline { line += 1 }
      // A name that is a keyword stands in backticks, and is a name like any other.
      if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "`") { continue }
      tokens.append(Token(text: String(UnicodeScalar(byte)), line: line))
    }
    self.tokens = tokens
  }

  private static let newline = UInt8(ascii: "\n")

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// The token at a place; empty beyond the ends.
  subscript(place: Int) -> String { tokens.indices.contains(place) ? tokens[place].text : "" }

  /// The place after the bracket that closes the one at a place.
  func end(ofBracketAt place: Int) -> Int {
    var depth = 0
    for next in place..<tokens.count {
      depth += Self.step(tokens[next].text)
      if depth == 0 { return next + 1 }
    }
    return tokens.count
  }

  /// The first place from another on at which one of some signs stands outside of brackets.
  func first(of signs: Set<String>, from place: Int) -> Int? {
    var next = place
    while next < tokens.count {
      if signs.contains(self[next]) { return next }
      next = Self.step(self[next]) > 0 ? end(ofBracketAt: next) : next + 1
    }
    return nil
  }

  /// How much deeper in brackets what follows a sign stands.
  static func step(_ text: String) -> Int {
    switch text {
    case "{", "(", "[": 1
    case "}", ")", "]": -1
    default: 0
    }
  }
}
