import Testing

@testable import Terminal

@Suite("Input")
struct InputDecoderTests {
  /// What comes of bytes that arrive in these reads.
  private func decode(_ reads: [[UInt8]], limit: Int = 1000) -> [Input] {
    var decoder = InputDecoder(pasteLimit: limit)
    var inputs: [Input] = []
    for read in reads {
      for byte in read { decoder.take(byte, into: &inputs) }
      decoder.finish(into: &inputs)
    }
    return inputs
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("a character that arrives in two reads is kept, wherever it is split")
  func splitCharacters() {
    let text = "评é👍𠮷a"
    let all = bytes(text)
    let expected = text.map { Input.key(.character($0)) }
    for split in 0...all.count {
      #expect(decode([Array(all[..<split]), Array(all[split...])]) == expected, "split \(split)")
    }
    #expect(decode(all.map { [$0] }) == expected)
  }

  @Test(
    "bytes that are no UTF-8 become U+FFFD and take nothing else with them",
    arguments: [
      ([0xFF, 0x61], "\u{FFFD}a"), ([0xE8, 0xAF, 0x61], "\u{FFFD}a"),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0x80], "\u{FFFD}"),
      ([0xF4, 0x90, 0x61], "\u{FFFD}\u{FFFD}a"), ([0xE8, 0xE8, 0xAF, 0x84], "\u{FFFD}评"),
    ] as [([UInt8], String)])
  func invalidBytes(bytes: [UInt8], text: String) {
    #expect(decode([bytes]) == text.unicodeScalars.map { .key(.character(Character($0))) })
  }

  @Test(
    "control codes are keys",
    arguments: [
      (0x0D, .enter), (0x0A, .enter), (0x09, .tab), (0x7F, .backspace), (0x08, .backspace),
      (0x03, .control("c")), (0x1A, .control("z")), (0x0C, .control("l")), (0x00, .control("@")),
      (0x1F, .control("_")),
    ] as [(UInt8, Key)])
  func controlCodes(byte: UInt8, key: Key) {
    #expect(decode([[byte]]) == [.key(key)])
  }

  @Test("Esc alone is Esc, Esc and a letter in one read is Alt")
  func escape() {
    #expect(decode([[0x1B]]) == [.key(.escape)])
    #expect(decode([bytes("\u{1B}q")]) == [.key(.alt("q"))])
    #expect(decode([[0x1B], bytes("q")]) == [.key(.escape), .key(.character("q"))])
    #expect(decode([[0x1B, 0x1B]]) == [.key(.escape), .key(.escape)])
    #expect(decode([bytes("\u{1B}评")]) == [.key(.escape), .key(.character("评"))])
    #expect(decode([bytes("\u{1B}[")]) == [.key(.alt("["))])
  }

  @Test(
    "a key sequence that the terminal's description leaves out is understood or swallowed whole")
  func sequences() {
    #expect(decode([bytes("\u{1B}[A")]) == [.key(.up)])
    #expect(decode([bytes("\u{1B}OB")]) == [.key(.down)])
    #expect(decode([bytes("\u{1B}[5;5~x")]) == [.key(.controlPageUp), .key(.character("x"))])
    #expect(decode([bytes("\u{1B}[99;99Zx")]) == [.key(.character("x"))])
    #expect(decode([bytes("\u{1B}[[Ax")]) == [.key(.function(1)), .key(.character("x"))])
    #expect(decode([bytes("\u{1B}[Z")]) == [.key(.backTab)])
  }

  @Test("a bracketed paste is one piece without meaning as keys, wherever it is split")
  func paste() {
    let pasted = "提交\r\nq:\u{1B}[A\u{3}"
    let all = bytes("\u{1B}[200~\(pasted)\u{1B}[201~x")
    let expected: [Input] = [.paste(pasted), .key(.character("x"))]
    #expect(decode([all]) == expected)
    for split in 6...all.count {
      #expect(decode([Array(all[..<split]), Array(all[split...])]) == expected, "split \(split)")
    }
  }

  @Test("a paste is cut at its limit, at a whole character, and the rest is told")
  func pasteLimit() {
    let all = bytes("\u{1B}[200~" + String(repeating: "评", count: 10) + "\u{1B}[201~")
    #expect(decode([all], limit: 10) == [.paste("评评评"), .pasteCut(bytes: 20)])
  }

  @Test("a paste that is never ended is given up for what it has")
  func abandonedPaste() {
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for byte in bytes("\u{1B}[200~甲") { decoder.take(byte, into: &inputs) }
    decoder.take(.up, into: &inputs)
    #expect(decoder.isPasting && inputs.isEmpty)
    decoder.endPaste(into: &inputs)
    #expect(inputs == [.paste("甲")])
    decoder.take(.up, into: &inputs)
    #expect(inputs.last == .key(.up))
  }

  @Test("any bytes at all are taken without harm, and no control code comes as a character")
  func seededBytes() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let read = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for input in decode([read]) {
        if case .key(.character(let character)) = input, let scalar = character.unicodeScalars.first
        {
          #expect(!(scalar.value < 0x20 || scalar.value == 0x7F))
        }
      }
    }
  }
}
