import Testing

@testable import Terminal

@Suite("Wrapping")
struct WrappedTextTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    let wrapped = WrappedText(text, width: width, policy: .narrow)
    return wrapped.lines.indices.map { wrapped.text(ofLine: $0) }
  }

  @Test("Han text breaks anywhere, closing punctuation stays with the glyph before it")
  func closingPunctuation() {
    #expect(lines("公司成立，由总经理", 8) == ["公司成", "立，由总", "经理"])
    #expect(lines("按《战略规划》执行", 8) == ["按《战略", "规划》执", "行"])
    #expect(lines("四个字（括号）", 8) == ["四个字", "（括号）"])
  }

  @Test("Latin words and numbers stay whole where they fit")
  func words() {
    #expect(lines("投入 6,120 万元", 8) == ["投入", "6,120 万", "元"])
    #expect(lines("the review console", 10) == ["the review", "console"])
    #expect(lines("第4.2.2条", 6) == ["第", "4.2.2", "条"])
    #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
  }

  @Test("newlines end lines, and a text that ends in one has an empty last line")
  func newlines() {
    #expect(lines("甲\n\n乙\n", 10) == ["甲", "", "乙", ""])
    #expect(lines("", 10) == [""])
  }

  @Test("no line is wider than asked for, and no character is lost or added")
  func seededTexts() {
    for seed in 0..<400 as Range<UInt64> {
      let text = Samples.text(seed: seed, pieces: 40)
      for width in [8, 9, 13, 40] {
        let wrapped = WrappedText(text, width: width, policy: .narrow)
        var next = 0
        for (index, line) in wrapped.lines.enumerated() {
          #expect(line.range.lowerBound == next, "seed \(seed) width \(width)")
          let painted = CellWidth.of(wrapped.text(ofLine: index), policy: .narrow)
          #expect(painted <= width, "seed \(seed) width \(width)")
          #expect(painted == line.columns, "seed \(seed) width \(width)")
          let hanging = wrapped.characters[line.painted.upperBound..<line.range.upperBound]
          #expect(hanging.allSatisfy { $0.isWhitespace })
          next = line.range.upperBound
          if line.endsParagraph && next < wrapped.characters.count {
            #expect(wrapped.characters[next].isNewline)
            next += 1
          }
        }
        #expect(next == wrapped.characters.count)
        #expect(String(wrapped.characters) == text)
      }
    }
  }

  @Test("every place in the text is a place on the screen and back")
  func caretBothWays() {
    for seed in 0..<200 as Range<UInt64> {
      let pieces = Samples.text(seed: seed, pieces: 30).filter { CellWidth.of($0) > 0 }
      let wrapped = WrappedText(pieces, width: 11, policy: .narrow)
      for offset in 0...wrapped.characters.count {
        let place = wrapped.position(of: offset)
        let line = wrapped.lines[place.y]
        #expect(place.x <= 11)
        if line.painted.contains(offset) {
          #expect(wrapped.offset(line: place.y, column: place.x) == offset, "seed \(seed)")
        }
      }
    }
  }

  @Test("the place between two soft lines is the start of the second")
  func softLineEnd() {
    let wrapped = WrappedText("甲乙丙丁", width: 4, policy: .narrow)
    #expect(wrapped.position(of: 2) == Point(x: 0, y: 1))
    #expect(wrapped.offset(line: 0, column: 99) == 1)
    #expect(wrapped.offset(line: 1, column: 99) == 4)
  }

  @Test("a width of nothing still gives every character a place")
  func noWidth() {
    let wrapped = WrappedText("评审 ab", width: 0, policy: .narrow)
    #expect(wrapped.lines.map(\.range.count).reduce(0, +) == 5)
  }

  @Test("a line of several styles wraps with them")
  func styledLine() {
    let line = Line([.init("优势", .good), .init("战略研讨", .text)])
    let wrapped = line.wrapped(to: 6, policy: .narrow)
    #expect(
      wrapped == [
        Line([.init("优势", .good), .init("战", .text)]), Line([.init("略研讨", .text)]),
      ])
  }
}
