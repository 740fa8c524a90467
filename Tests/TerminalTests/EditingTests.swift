import Testing

@testable import Terminal

@Suite("Editing")
struct EditingTests {
  private func typed(_ text: String, into area: inout TextArea) {
    for character in text { _ = area.handle(character == "\n" ? .enter : .character(character)) }
  }

  @Test("typing, moving and erasing keep text and caret together")
  func typing() {
    var area = TextArea(room: Size(width: 9, height: 4))
    typed("战略研讨\n机制", into: &area)
    #expect(area.text == "战略研讨\n机制")
    _ = area.handle(.up)
    #expect(area.caret == 2)
    _ = area.handle(.backspace)
    #expect(area.text == "战研讨\n机制")
    _ = area.handle(.delete)
    #expect(area.text == "战讨\n机制")
    _ = area.handle(.end)
    _ = area.handle(.delete)
    #expect(area.text == "战讨机制")
    _ = area.handle(.home)
    #expect(area.caret == 0)
    #expect(area.handle(.backspace) == .handled)
  }

  @Test("arrows go over lines on the screen and keep their column")
  func visualLines() {
    var area = TextArea("一二三四五六七八九十\na\n甲乙丙丁", room: Size(width: 9, height: 5))
    area.moveCaret(to: 3)
    _ = area.handle(.down)
    #expect(area.caret == 7)
    _ = area.handle(.down)
    #expect(area.caret == 10)
    _ = area.handle(.down)
    #expect(area.caret == 12)
    _ = area.handle(.down)
    #expect(area.caret == 16)
    #expect(area.handle(.down) == .ignored)
    for _ in 0..<4 { _ = area.handle(.up) }
    #expect(area.caret == 3)
    #expect(area.handle(.up) == .ignored)
  }

  @Test("undo takes back a burst of typing at a time, redo brings it back")
  func undo() {
    var area = TextArea()
    typed("优势", into: &area)
    typed("\n改进", into: &area)
    area.insert("粘贴")
    typed("字", into: &area)
    var seen: [String] = [area.text]
    while area.undo() { seen.append(area.text) }
    #expect(seen == ["优势\n改进粘贴字", "优势\n改进粘贴", "优势\n改进", "优势", ""])
    while area.redo() {}
    #expect(area.text == "优势\n改进粘贴字")
    _ = area.handle(.backspace)
    _ = area.handle(.backspace)
    #expect(area.undo() == true)
    #expect(area.text == "优势\n改进粘贴字")
    #expect(area.caret == 8)
  }

  @Test("whatever is done can be undone to the start and redone to the end")
  func seededUndo() {
    let keys: [Key] = [
      .character("评"), .character("a"), .character("\u{301}"), .enter, .backspace, .delete, .left,
      .right, .up, .down, .home, .end, .control("k"), .control("u"), .pageDown, .controlLeft,
    ]
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let start = Visible.cleaned(Samples.text(seed: seed, pieces: 5))
      var area = TextArea(start, room: Size(width: 12, height: 3))
      for _ in 0..<80 {
        if Int.random(in: 0..<9, using: &generator) == 0 {
          area.insert(Samples.text(seed: generator.next(), pieces: 3))
        } else if let key = keys.randomElement(using: &generator) {
          _ = area.handle(key)
        }
        #expect((0...area.length).contains(area.caret))
        #expect(Array(area.text).count == area.length, "seed \(seed)")
      }
      let end = area.text
      while area.undo() {}
      #expect(area.text == start, "seed \(seed)")
      while area.redo() {}
      #expect(area.text == end, "seed \(seed)")
    }
  }

  @Test("what is over the limit stays and is counted: nothing is dropped")
  func limit() {
    var area = TextArea("甲乙", maxLength: 4)
    area.insert("丙丁戊己")
    #expect(area.text == "甲乙丙丁戊己" && area.excess == 2)
    #expect(area.handle(.character("庚")) == .changed)
    #expect(area.excess == 3)
    var field = TextField(maxLength: 2)
    field.insert("甲乙丙\n")
    #expect(field.text == "甲乙丙" && field.excess == 1)
  }

  @Test("what is only offered is replaced by typing and pasting, and kept by moving in it first")
  func proposals() {
    let offered = TextField("2026-09-10", isProposal: true)
    var field = offered
    _ = field.handle(.character("7"))
    #expect(field.text == "7")
    #expect(field.undo() && field.text == "2026-09-10")
    field = offered
    field.insert("2026-09-18")
    #expect(field.text == "2026-09-18")
    field = offered
    _ = field.handle(.backspace)
    #expect(field.text == "")
    for key in [Key.left, .home, .end, .right] {
      field = offered
      _ = field.handle(key)
      _ = field.handle(.end)
      _ = field.handle(.character("7"))
      #expect(field.text == "2026-09-107", "\(key)")
    }
    field = offered
    #expect(field.handle(.tab) == .ignored && field.isProposal)
    var canvas = Canvas(size: Size(width: 12, height: 1), policy: .narrow)
    offered.paint(on: &canvas, in: canvas.bounds, isFocused: true)
    #expect(canvas[Point(x: 0, y: 0)]?.style.ground == .selection)
  }

  @Test("a combining mark typed alone joins the character before it")
  func combining() {
    var area = TextArea("e")
    _ = area.handle(.character("\u{301}"))
    #expect(area.length == 1)
    #expect(area.caret == 1)
    #expect(area.undo() == true)
    #expect(area.text == "e")
  }

  @Test("pasted control characters do not get into a text")
  func pastedControls() {
    var area = TextArea()
    area.insert("甲\u{1B}[2J\r\n乙\u{202E}")
    #expect(area.text == "甲[2J\n乙")
    var field = TextField()
    field.insert("甲\r\n乙\t丙")
    #expect(field.text == "甲 乙 丙")
  }

  @Test("the caret stands where text is typed, and its line is in sight")
  func caretOnCanvas() {
    var area = TextArea("", room: Size(width: 9, height: 2))
    typed("战略研讨机制成体系", into: &area)
    var canvas = Canvas(size: Size(width: 12, height: 4), policy: .narrow)
    area.paint(on: &canvas, in: Rect(x: 2, y: 1, width: 9, height: 2), isFocused: true)
    #expect(canvas.rows == ["", "  机制成体", "  系", ""])
    #expect(canvas.caret == Point(x: 4, y: 2))
  }

  @Test("a click puts the caret before the character under it")
  func click() {
    var area = TextArea("战略研讨机制", room: Size(width: 9, height: 2))
    area.click(at: Point(x: 3, y: 0))
    #expect(area.caret == 1)
    area.click(at: Point(x: 90, y: 90))
    #expect(area.caret == 6)
  }

  @Test("a field scrolls sideways with its caret and hides a secret")
  func field() {
    var field = TextField("钱江精密机械有限公司")
    var canvas = Canvas(size: Size(width: 8, height: 1), policy: .narrow)
    field.paint(on: &canvas, in: canvas.bounds, isFocused: true)
    #expect(canvas.rows == ["限公司"])
    #expect(canvas.caret == Point(x: 6, y: 0))
    _ = field.handle(.home)
    field.paint(on: &canvas, in: canvas.bounds, isFocused: true)
    #expect(canvas.rows == ["钱江精密"])
    field.isSecret = true
    field.paint(on: &canvas, in: canvas.bounds, isFocused: true)
    #expect(canvas.rows == ["••••••••"])
    #expect(field.handle(.enter) == .submitted)
  }
}
