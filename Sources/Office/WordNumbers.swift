/// Numbers in the forms that automatic numbering has.
enum WordNumbers {
  /// A number in a form of Word's; a form of other scripts is written in digits.
  static func text(_ number: Int, _ form: String) -> String {
    switch form {
    case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
    case "upperRoman": return roman(number)
    case "lowerRoman": return roman(number).lowercased()
    case "upperLetter": return letters(number).uppercased()
    case "lowerLetter": return letters(number)
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "koreanCounting", "japaneseDigitalTenThousand":
      return chinese(number, digits: Array("零一二三四五六七八九"), units: Array("十百千万"))
    case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
      return chinese(number, digits: Array("零壹贰叁肆伍陆柒捌玖"), units: Array("拾佰仟万"))
    case "ideographDigital", "taiwaneseDigital", "koreanDigital2":
      return String(
        String(number).compactMap { $0.wholeNumberValue.map { Array("〇一二三四五六七八九")[$0] } })
    case "ideographTraditional": return sign(number, "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": return sign(number, "子丑寅卯辰巳午未申酉戌亥")
    case "decimalFullWidth", "decimalFullWidth2":
      return String(
        String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map(
          Character.init))
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return (1...20).contains(number)
        ? String(Character(Unicode.Scalar(UInt32(0x245F + number)) ?? "•")) : "\(number)"
    case "decimalEnclosedFullstop": return "\(number)."
    case "decimalEnclosedParen": return "(\(number))"
    case "ideographEnclosedCircle":
      return (1...10).contains(number)
        ? String(Character(Unicode.Scalar(UInt32(0x327F + number)) ?? "•")) : "\(number)"
    case "ordinal", "decimalHalfWidth", "decimal": return "\(number)"
    case "none": return ""
    default: return "\(number)"
    }
  }

  private static func sign(_ number: Int, _ signs: String) -> String {
    number >= 1 && number <= signs.count ? String(Array(signs)[number - 1]) : "\(number)"
  }

  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return "\(number)" }
    var rest = number
    var text = ""
    for (value, sign) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func chinese(_ number: Int, digits: [Character], units: [Character]) -> String {
    guard (0...9999).contains(number) else { return "\(number)" }
    if number < 10 { return String(digits[number]) }
    var text = ""
    var isZero = false
    for power in [3, 2, 1, 0] {
      let digit = number / [1, 10, 100, 1000][power] % 10
      if digit == 0 {
        isZero = !text.isEmpty
        continue
      }
      if isZero { text.append(digits[0]) }
      isZero = false
      // 十二, not 一十二.
      if !(power == 1 && digit == 1 && text.isEmpty) { text.append(digits[digit]) }
      if power > 0 { text.append(units[power - 1]) }
    }
    return text
  }
}
