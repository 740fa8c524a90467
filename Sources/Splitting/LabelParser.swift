import Foundation

extension Label {
  /// The label of a folded line without blanks at its ends.
  static func parse(_ line: String) -> Label {
    var reader = Reader(line)
    var label = Label()
    let closing = reader.takeOne(of: brackets.map(\.0)).flatMap { open in
      brackets.first { $0.0 == open }?.1
    }
    let afterBracket = reader.place
    reader.skipBlanks()
    let isOrdinal = skipWords(&reader)
    if !(isOrdinal && label.takeOrdinal(&reader)) && !label.takeNumbers(&reader)
      && !label.takePoint(&reader, inBrackets: closing != nil)
    {
      // Without a label a bracket is part of the title: 【领导】.
      reader.place = closing == nil ? 0 : afterBracket
    } else {
      if closing == ")", label.numbers.first?.parts.count == 1 { label.style = .arabicParen }
      if let closing { _ = reader.take(closing) }
      skipMarks(&reader, after: label)
    }
    label.rest = label.trimmed(reader.rest, closing: closing)
    return label
  }

  private static let brackets = [
    ("【", "】"), ("[", "]"), ("〔", "〕"), ("(", ")"), ("《", "》"), ("〖", "〗"), ("<", ">"), ("「", "」"),
  ]

  /// Words before a number; whether an ordinal's 第 is among them.
  private static func skipWords(_ reader: inout Reader) -> Bool {
    let start = reader.place
    let words = [
      "GB/T19580-2012", "GB/T 19580-2012", "GB/T19580", "GB/T 19580", "评分条款", "标准条款", "对应条款", "评分项",
      "条款号", "条款", "条目", "类目", "标准", "章节",
    ]
    var found = false
    while let word = reader.takeOne(of: words + ["第"]) {
      found = true
      if word == "第" {
        reader.skipBlanks()
        return true
      }
      reader.skipBlanks()
      while reader.takeOne(of: [":", "-", "·", " "]) != nil {}
    }
    if found, reader.peek.map({ !("0"..."9").contains($0) && $0 != "P" && $0 != "B" }) ?? true {
      reader.place = start
    }
    return false
  }

  /// 第一章, 第4.1.2条.
  private mutating func takeOrdinal(_ reader: inout Reader) -> Bool {
    let start = reader.place
    let isNumber = takeNumbers(&reader)
    if !isNumber && !reader.han() && reader.int() == nil
      && reader.takeOne(of: ["I", "II", "III", "IV", "V"]) == nil
    {
      return false
    }
    reader.skipBlanks()
    let units: [(String, Style)] = [
      ("部分", .division), ("大部分", .division), ("篇", .division), ("编", .division), ("卷", .division),
      ("章", .chapter), ("节", .section), ("条", .section), ("款", .section), ("项", .section),
    ]
    guard let unit = units.first(where: { reader.take($0.0) }) else {
      (reader.place, self) = (start, Label())
      return false
    }
    if numbers.first?.parts.count ?? 0 < 2 { (style, numbers) = (unit.1, []) }
    return true
  }

  /// 4.1.2, 4.1-2, P.1.1, and several of them joined (S8).
  private mutating func takeNumbers(_ reader: inout Reader) -> Bool {
    guard let first = Self.number(&reader) else { return false }
    numbers = first
    isRange = first.count == 2
    style = first[0].letter == nil ? .decimal(first[0].parts.count) : .letter
    guard first[0].parts.count == 3 || first[0].letter != nil else {
      if first[0].parts.count == 1, first[0].letter == nil { return takeSingle(&reader) }
      return true
    }
    while takeFurther(&reader) {}
    return true
  }

  /// Another number of merged items.
  private mutating func takeFurther(_ reader: inout Reader) -> Bool {
    let start = reader.place
    reader.skipBlanks()
    _ = reader.takeOne(of: ["条"])
    let joiner = reader.takeOne(of: ["~~", "~", "--", "-", "至", "到"] + Self.joiners)
    reader.skipBlanks()
    let ranges: Set = ["~~", "~", "--", "-", "至", "到"]
    if joiner == nil, reader.place == start {
      return false
    } else if let next = Self.number(&reader), next.count == 1 {
      if next[0].parts.count == numbers[0].parts.count, next[0].letter == numbers[0].letter {
        isRange = isRange || joiner.map(ranges.contains) ?? false
        numbers += next
        return true
      }
      // 4.4.3～5: the last part alone.
      if let joiner, joiner != "-", next[0].parts.count == 1, let last = next[0].parts.first,
        reader.peek.map({ " \t】])〕、/~".unicodeScalars.contains($0) }) ?? true
      {
        isRange = isRange || ranges.contains(joiner)
        numbers.append(
          Number(letter: numbers[0].letter, parts: numbers[0].parts.dropLast() + [last]))
        return true
      }
    }
    reader.place = start
    return false
  }

  private static let joiners = ["、", "/", "和", "与", "及", ",", "&", "+", ";", "|", "\\"]

  /// A number with its parts; two where a dash joins whole ones.
  private static func number(_ reader: inout Reader) -> [Number]? {
    let start = reader.place
    var letter: Character?
    if let sign = reader.takeOne(of: ["P", "B", "p", "b"]) {
      letter = sign.uppercased().first
      _ = reader.takeOne(of: [".", "-", "·"])
    }
    guard let first = reader.int() else {
      reader.place = start
      return nil
    }
    var parts = [first]
    var dashes: [Int] = []
    while parts.count < 8 {
      let before = reader.place
      reader.skipBlanks()
      let isApart = reader.place > before
      guard let sign = reader.takeOne(of: isApart ? ["."] : [".", "-", "·"]) else {
        reader.place = before
        break
      }
      if sign == "-" { dashes.append(parts.count) }
      let blank = reader.peek == " "
      if blank { reader.skipBlanks() }
      let digits = reader.place
      guard let next = reader.int(), !blank || (reader.place - digits <= 2 && sign == ".") else {
        reader.place = before
        if dashes.last == parts.count { dashes.removeLast() }
        break
      }
      parts.append(next)
    }
    if letter != nil, parts.count < 2 {
      // A letter of a word, not of a number.
      guard parts.count == 1, reader.peek.map({ $0 == " " || $0 == "." }) ?? true else {
        reader.place = start
        return nil
      }
    }
    if dashes.count == 1, parts.count == 6, dashes[0] == 3 {
      return [
        Number(letter: letter, parts: Array(parts[..<3])),
        Number(letter: letter, parts: Array(parts[3...])),
      ]
    }
    return [Number(letter: letter, parts: parts)]
  }

  /// 1、 1. 1) or a bare number.
  private mutating func takeSingle(_ reader: inout Reader) -> Bool {
    if reader.take(")") { style = .arabicParen } else { style = .arabic }
    return true
  }

  /// 一、 （一） ①.
  private mutating func takePoint(_ reader: inout Reader, inBrackets: Bool) -> Bool {
    let start = reader.place
    if let sign = reader.peek, (0x2460...0x2473).contains(sign.value) {
      reader.place += 1
      style = .circled
      return true
    }
    guard reader.han() else { return false }
    let ends = inBrackets ? [")", "】", "]", "〕"] : ["、", ".", ",", ":", " ", "\t", "·"]
    let end = reader.place
    guard reader.takeOne(of: ends) != nil else {
      reader.place = start
      return false
    }
    if inBrackets { reader.place = end }
    style = inBrackets ? .hanParen : .han
    return true
  }

  private static func skipMarks(_ reader: inout Reader, after label: Label) {
    _ = reader.takeOne(of: ["条款", "条"])
    reader.skipBlanks()
    while reader.takeOne(of: ["、", ".", ":", ",", ")", "】", "]", "〕", "-", "·", "|"]) != nil {
      reader.skipBlanks()
    }
  }

  /// The title without what is written around it: (50分), (续), a number behind it, colons.
  private mutating func trimmed(_ text: String, closing: String?) -> String {
    var rest = text.trimmingCharacters(in: .whitespaces)
    while rest.hasSuffix(":") || rest.hasSuffix("*") || rest.hasSuffix("#") || rest.hasSuffix(" ") {
      rest.removeLast()
    }
    if let closing, rest.hasSuffix(closing), !rest.dropLast().contains(Self.opening(of: closing)) {
      rest.removeLast(closing.count)
    }
    for (open, close) in Self.brackets where rest.hasSuffix(close) {
      guard let range = rest.range(of: open, options: .backwards) else { continue }
      let inside = String(rest[range.upperBound...].dropLast(close.count))
      if takeRemark(inside) {
        rest = String(rest[..<range.lowerBound])
        return trimmed(rest, closing: nil)
      }
    }
    return rest
  }

  private static func opening(of closing: String) -> String {
    brackets.first { $0.1 == closing }?.0 ?? closing
  }

  /// Whether what stands in brackets behind a title is none of it.
  private mutating func takeRemark(_ inside: String) -> Bool {
    let words = inside.trimmingCharacters(in: .whitespaces)
    if words == "续" || words == "续上" || words == "共" || words.isEmpty { return true }
    if words.hasSuffix("分"), words.dropLast().allSatisfy({ $0.isNumber || "共满计 ".contains($0) }) {
      return true
    }
    var reader = Reader(words)
    guard numbers.isEmpty || style.isOfLists, let found = Self.number(&reader),
      found.allSatisfy({ $0.parts.count >= 3 || $0.letter != nil }), reader.peek == nil
    else { return false }
    numbers = found
    isRange = found.count == 2
    return true
  }
}
