/// The one filter between any text and the screen.
///
/// Control characters (C0, C1, DEL, ESC) come out as a replacement, controls of writing direction
/// not at all, so no text can send the terminal an escape sequence or turn a line around.
public enum Visible {
  /// The columns that a tab is shown as.
  public static let tabWidth = 4

  /// The glyphs of `text` in order.
  public static func glyphs(of text: String, policy: AmbiguousPolicy = .current) -> [Glyph] {
    var glyphs: [Glyph] = []
    for character in text {
      forEachGlyph(of: character, policy: policy) { glyphs.append($0) }
    }
    return glyphs
  }

  /// Calls `body` with every glyph that `character` is shown as; none for what is dropped.
  public static func forEachGlyph(
    of character: Character, policy: AmbiguousPolicy, _ body: (Glyph) -> Void
  ) {
    if let width = CellWidth.plainWidth(of: character) {
      let scalars = character.unicodeScalars
      body(Glyph(scalars[scalars.startIndex], width: width))
      return
    }
    var pending: Glyph?
    for scalar in character.unicodeScalars {
      if scalar == "\r" && character == "\r\n" { continue }
      if scalar == "\t" {
        for _ in 0..<tabWidth { body(Glyph(" ", width: 1)) }
      } else if scalar == "\n" {
        body(Glyph(" ", width: 1))
      } else if isControl(scalar) {
        body(Glyph("?", width: 1, isReplacement: true))
      } else if isDropped(scalar) {
        continue
      } else if CellWidth.known(scalar) == 0 {
        pending = marked(pending, with: scalar)
      } else {
        pending.map(body)
        pending = spacing(scalar, policy: policy, body)
      }
    }
    pending.map(body)
  }

  /// `text` as it may be stored when typed or pasted: no control characters but newline and tab.
  ///
  /// Line ends become newlines; controls of writing direction go.
  public static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if scalar == "\n" {
        if !afterReturn { result.append("\n") }
      } else if scalar == "\t" || !(isControl(scalar) || isBidiControl(scalar)) {
        result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// `text` as it may be printed where no screen is: control characters and what turns or hides text
  /// come out as their codes, `\u{1B}`.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isEscaped) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if isEscaped(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether `scalar` is printed as its code alone.
  public static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    // The joiner and the selectors of variants make glyphs of emoji and rare characters.
    switch scalar.value {
    case 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: false
    case 0x2028, 0x2029: true
    default: isControl(scalar) || isDropped(scalar)
    }
  }

  /// Whether `scalar` is a control character: C0, DEL or C1.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (scalar.value >= 0x7F && scalar.value < 0xA0)
  }

  /// Whether `scalar` can change the direction of the text around it.
  static func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }

  /// Whether `scalar` is left out: direction controls, and what makes a terminal join or widen
  /// glyphs that the C library counts one by one.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0000...0xE0FFF: true
    default: isBidiControl(scalar)
    }
  }

  private static func marked(_ glyph: Glyph?, with mark: Unicode.Scalar) -> Glyph {
    guard let glyph else { return Glyph(" ", marks: CombiningMarks().adding(mark), width: 1) }
    return Glyph(
      glyph.scalar, marks: glyph.marks.adding(mark), width: glyph.width,
      isReplacement: glyph.isReplacement)
  }

  /// The glyph of a spacing scalar; of a substitution in several, all but the last go to `body`.
  private static func spacing(
    _ scalar: Unicode.Scalar, policy: AmbiguousPolicy, _ body: (Glyph) -> Void
  ) -> Glyph? {
    if let substitute = policy.replacement(for: scalar) {
      var last: Glyph?
      for part in substitute.unicodeScalars {
        last.map(body)
        last = Glyph(part, width: CellWidth.known(part) ?? 1)
      }
      return last
    }
    if let width = CellWidth.known(scalar) { return Glyph(scalar, width: width) }
    if (0x20000...0x3FFFF).contains(scalar.value) {
      return Glyph("〓", width: 2, isReplacement: true)
    }
    return Glyph("?", width: 1, isReplacement: true)
  }
}
