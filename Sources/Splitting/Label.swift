/// What stands before a title, in any width (S5): «4.1.2», «【4.1-2】», «第一章», «（一）».
struct Label: Hashable {
  /// How it is written; headings of one rank are written alike.
  var style = Style.none
  /// The numbers it names; several for merged items.
  var numbers: [Number] = []
  /// Whether the numbers are the ends of a range.
  var isRange = false
  /// What follows it, without marks at either end.
  var rest = ""

  /// How a label is written.
  enum Style: Hashable {
    case none
    /// Digits with dots, so many parts.
    case decimal(Int)
    /// «P.1.1», «B.1.1».
    case letter
    /// 第一部分, 第二篇.
    case division
    /// 第一章.
    case chapter
    /// 第一节, 第一条.
    case section
    /// 一、
    case han
    /// （一）
    case hanParen
    /// 1、
    case arabic
    /// （1）, 1)
    case arabicParen
    /// ①
    case circled

    /// Whether it numbers the points of a list as often as headings.
    var isOfLists: Bool {
      switch self {
      case .han, .hanParen, .arabic, .arabicParen, .circled: true
      case .none, .decimal, .letter, .division, .chapter, .section: false
      }
    }
  }

  /// A number with its parts: 4.1.2, P.1.1.
  struct Number: Hashable {
    var letter: Character?
    var parts: [Int]
  }
}

/// Letters of a folded line, read one by one.
struct Reader {
  let scalars: [Unicode.Scalar]
  var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }
  var rest: String { string(from: place) }

  func string(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[min(start, scalars.count)...])
    return String(view)
  }

  mutating func skipBlanks() {
    while let next = peek, next == " " || next == "\t" { place += 1 }
  }

  mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard place + wanted.count <= scalars.count else { return false }
    for (offset, scalar) in wanted.enumerated() where scalars[place + offset] != scalar {
      return false
    }
    place += wanted.count
    return true
  }

  mutating func takeOne(of signs: [String]) -> String? { signs.first { take($0) } }

  /// A number of at most four digits.
  mutating func int() -> Int? {
    var value = 0
    let start = place
    while let next = peek, ("0"..."9").contains(next) {
      guard place - start < 4 else {
        place = start
        return nil
      }
      value = value * 10 + Int(next.value - 48)
      place += 1
    }
    return place > start ? value : nil
  }

  /// Chinese numerals such as 十二.
  mutating func han() -> Bool {
    let start = place
    while let next = peek, Self.hanNumerals.contains(next), place - start < 5 { place += 1 }
    return place > start
  }

  private static let hanNumerals = Set("一二三四五六七八九十百〇零两壹贰叁肆伍陆柒捌玖拾".unicodeScalars)
}
