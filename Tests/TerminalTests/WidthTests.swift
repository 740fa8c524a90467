import Testing

@testable import Terminal

@Suite("Widths and the filter")
struct WidthTests {
  @Test(
    "a text measures what the C library counts",
    arguments: [
      ("评审台", 6), ("abc", 3), ("●○◆▸✓", 5), ("“战略”", 6), ("e\u{301}", 1), ("👍", 2),
      ("👨‍👩‍👧‍👦", 8), ("𠮷", 2), ("ｱ", 1), ("\u{3000}", 2), ("\t", 4), ("한", 2), ("", 0),
    ])
  func widths(text: String, columns: Int) {
    #expect(CellWidth.of(text, policy: .narrow) == columns)
  }

  @Test("a text is as wide as its characters one by one, whatever it is made of")
  func sumOfCharacters() {
    let parts: [Character] = [
      "a", " ", "9", "评", "、", "　", "한", "ｱ", "e\u{301}", "か\u{3099}", "\u{302A}", "👍", "…", "\t",
      "\u{7}", "\u{200B}", "〰\u{FE0F}", "\r\n",
    ]
    var dice = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let text = (0..<6).map { _ in parts.randomElement(using: &dice).map(String.init) ?? "" }
        .joined()
      for policy in [AmbiguousPolicy.narrow, .wide] {
        let width = Array(text).reduce(0) { $0 + CellWidth.of($1, policy: policy) }
        #expect(CellWidth.of(text, policy: policy) == width, "\(text.unicodeScalars.map(\.value))")
        var canvas = Canvas(size: Size(width: 40, height: 1), policy: policy)
        #expect(canvas.put(text, at: Point(x: 0, y: 0)) == width)
      }
    }
  }

  @Test("control characters come out as a dim sign, one column each")
  func controlsAreReplaced() {
    for value in Array(0...0x1F) + Array(0x7F...0x9F) where ![0x09, 0x0A].contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let glyphs = Visible.glyphs(of: String(Character(scalar)), policy: .narrow)
      #expect(glyphs.map(\.scalar) == ["?"], "U+\(value)")
      #expect(glyphs.allSatisfy { $0.isReplacement && $0.width == 1 })
    }
  }

  @Test("controls of writing direction take no place and are not shown")
  func bidiControlsAreDropped() {
    for value in Array(0x202A...0x202E) + Array(0x2066...0x2069) + [0x200E, 0x200F, 0x61C] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "甲" + String(Character(scalar)) + "乙"
      #expect(Visible.glyphs(of: text, policy: .narrow).map(\.scalar) == ["甲", "乙"])
    }
  }

  @Test("a Han character that the C library does not know counts two and shows 〓, others ?")
  func unknownScalars() {
    for value in stride(from: 0x20000, through: 0x3FFFF, by: 97) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let glyphs = Visible.glyphs(of: String(Character(scalar)), policy: .narrow)
      #expect(glyphs.map(\.width) == [2])
      if CellWidth.known(scalar) == nil { #expect(glyphs.first?.scalar == "〓") }
    }
    let unknown = Visible.glyphs(of: "\u{10FFFF}", policy: .narrow)
    #expect(unknown.map(\.width) == [1])
  }

  @Test("10,000 combining marks leave one glyph with four")
  func manyMarks() {
    let text = "评" + String(repeating: "\u{301}", count: 10_000) + "审"
    let glyphs = Visible.glyphs(of: text, policy: .narrow)
    #expect(glyphs.map(\.scalar) == ["评", "审"])
    #expect(glyphs.first?.marks.count == 4)
  }

  @Test("with PINGSHEN_AMBIGUOUS=wide every substitute is ASCII or surely wide")
  func wideSubstitutes() {
    let text = "“战略”‘目标’……——·●○◆▸✓✗◐×±←→↑↓─━▲▼█░▓"
    for glyph in Visible.glyphs(of: text, policy: .wide) {
      #expect(glyph.scalar.isASCII || CellWidth.known(glyph.scalar) == 2, "\(glyph.scalar)")
    }
    #expect(AmbiguousPolicy(environment: ["PINGSHEN_AMBIGUOUS": "wide"]) == .wide)
    #expect(AmbiguousPolicy(environment: [:]) == .narrow)
  }

  @Test("our own signs keep one column under both policies")
  func ownSignsKeepTheirColumn() {
    for sign in "●○◆▸✓✗◐×±←→↑↓─━▲▼█░▓┃" {
      #expect(CellWidth.of(sign, policy: .wide) == 1, "\(sign)")
      #expect(CellWidth.of(sign, policy: .narrow) == 1, "\(sign)")
    }
  }

  @Test("what is stored of typed text has newlines and tabs but no other controls")
  func cleanedText() {
    let text = Visible.cleaned("甲\r\n乙\r丙\t丁\u{1B}[2J\u{0}\u{202E}戊\u{9B}")
    #expect(text == "甲\n乙\n丙\t丁[2J戊")
  }
}
