import Terminal
import Testing

/// Panes that stay as they are while a selection moves.
@Suite("Keeping a pane of the frame before")
struct KeepTests {
  private func canvas(_ text: String) -> Canvas {
    var canvas = Canvas(size: Size(width: 20, height: 2), policy: .narrow)
    canvas.put(text, at: Point(x: 0, y: 0))
    return canvas
  }

  @Test("a kept pane shows what it showed, the rest what is new")
  func keeps() {
    var new = canvas("新的一行文字在这里吗")
    new.keep(Rect(x: 14, y: 0, width: 6, height: 2), of: canvas("旧的一行文字在那里的"))
    #expect(new.rows[0] == "新的一行文字在那里的")
  }

  @Test("an edge through a wide glyph leaves no half of it", arguments: 0...10)
  func edges(_ x: Int) {
    var new = canvas("评审员合议现场评分定")
    new.keep(Rect(x: x, y: 0, width: 7, height: 1), of: canvas("一二三四五六七八九十"))
    for column in 0..<20 {
      let cell = new[Point(x: column, y: 0)]
      if cell?.width == 2 { #expect(new[Point(x: column + 1, y: 0)]?.width == 0) }
      if cell?.width == 0 { #expect(new[Point(x: column - 1, y: 0)]?.width == 2) }
    }
  }

  @Test("a frame of another size keeps nothing")
  func otherSize() {
    var new = canvas("现场")
    let before = new
    new.keep(new.bounds, of: Canvas(size: Size(width: 5, height: 5), policy: .narrow))
    #expect(new == before)
  }
}
