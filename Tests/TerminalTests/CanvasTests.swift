import Testing

@testable import Terminal

@Suite("Canvas")
struct CanvasTests {
  private func canvas(_ width: Int, _ height: Int = 1) -> Canvas {
    Canvas(size: Size(width: width, height: height), policy: .narrow)
  }

  @Test("a wide glyph that meets the last column is left out and the column is blank")
  func wideGlyphInLastColumn() {
    var canvas = canvas(4)
    let used = canvas.put("a评审", at: Point(x: 0, y: 0))
    #expect(canvas.rows == ["a评"])
    #expect(used == 4)
    #expect(canvas.brokenPromise == nil)
  }

  @Test("a window smaller than the canvas gets whole glyphs alone: half of one would wrap")
  func smallerWindow() {
    var canvas = canvas(8, 2)
    canvas.put("a评审台b", at: Point(x: 0, y: 0))
    canvas.put("下一行", at: Point(x: 0, y: 1))
    for (width, row) in [(8, "a评审台b"), (7, "a评审台"), (6, "a评审"), (2, "a"), (0, "")] {
      var painted = ""
      for run in canvas.changes(from: nil) {
        canvas.forEachGlyph(of: run, within: Size(width: width, height: 1)) { column, cell in
          #expect(column + Int(cell.width) <= width && run.row == 0)
          painted.unicodeScalars.append(cell.scalar)
        }
      }
      #expect(painted == row)
    }
  }

  @Test("a wide glyph that meets the end of its width is left out")
  func wideGlyphAtTheEndOfItsWidth() {
    var canvas = canvas(8)
    canvas.put("xxxxxxxx", at: Point(x: 0, y: 0))
    #expect(canvas.put("评审", at: Point(x: 1, y: 0), width: 3) == 3)
    #expect(canvas.rows == ["x评 xxxx"])
  }

  @Test("overwriting the left half of a wide glyph blanks the right half")
  func overwriteLeftHalf() {
    var canvas = canvas(4)
    canvas.put("评审", at: Point(x: 0, y: 0))
    canvas.put("a", at: Point(x: 2, y: 0))
    #expect(canvas.rows == ["评a"])
    #expect(canvas[Point(x: 3, y: 0)]?.text == " ")
    #expect(canvas.brokenPromise == nil)
  }

  @Test("overwriting the right half of a wide glyph blanks the left half")
  func overwriteRightHalf() {
    var canvas = canvas(4)
    canvas.put("评审", at: Point(x: 0, y: 0))
    canvas.put("a", at: Point(x: 1, y: 0))
    #expect(canvas.rows == [" a审"])
    #expect(canvas.brokenPromise == nil)
  }

  @Test("a wide glyph put between two blanks the outer halves of both")
  func wideOverTwo() {
    var canvas = canvas(4)
    canvas.put("评审", at: Point(x: 0, y: 0))
    canvas.put("台", at: Point(x: 1, y: 0))
    #expect(canvas.rows == [" 台"])
    #expect(canvas.brokenPromise == nil)
  }

  @Test("a panel over wide glyphs leaves no half at either edge")
  func panelOverWideGlyphs() {
    var canvas = canvas(12, 3)
    for row in 0..<3 { canvas.put("钱江精密机械", at: Point(x: 0, y: row)) }
    canvas.fill(Rect(x: 3, y: 1, width: 4, height: 1), style: Style(.text, on: .raised))
    #expect(canvas.rows == ["钱江精密机械", "钱      机械", "钱江精密机械"])
    #expect(canvas.brokenPromise == nil)
  }

  @Test("a text that starts left of the canvas is cut, half glyphs blank")
  func startsOutside() {
    var canvas = canvas(4)
    canvas.put("评审台", at: Point(x: -1, y: 0))
    #expect(canvas.rows == [" 审"])
    #expect(canvas.brokenPromise == nil)
    canvas.put("x", at: Point(x: 0, y: -1))
    canvas.put("x", at: Point(x: 0, y: 9))
    canvas.put("x", at: Point(x: 9, y: 0))
    #expect(canvas.rows == [" 审"])
  }

  @Test("whatever is painted wherever, no half glyph and no control character stays")
  func seededPainting() {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var canvas = canvas(Int.random(in: 1...24, using: &generator), 4)
      for step in 0..<30 as Range<UInt64> {
        let point = Point(
          x: Int.random(in: -5...24, using: &generator),
          y: Int.random(in: -1...4, using: &generator))
        let text = Samples.text(seed: seed * 31 + step, pieces: 6)
        switch step % 4 {
        case 0:
          canvas.fill(Rect(x: point.x, y: point.y, width: 5, height: 2), style: .dim.on(.raised))
        case 1:
          canvas.setGround(.selection, in: Rect(x: point.x, y: point.y, width: 3, height: 1))
        case 2:
          let width = Int.random(in: 0...9, using: &generator)
          let used = canvas.put(text, at: point, style: .good, width: width)
          #expect(used <= width, "seed \(seed)")
        default:
          let room = Rect(x: point.x, y: point.y, width: 7, height: 1)
          canvas.put(Line(text), in: room, align: .right)
        }
        #expect(canvas.brokenPromise == nil, "seed \(seed), step \(step)")
      }
    }
  }

  @Test("text that is too long ends in …, within its width and never in half a glyph")
  func ellipsis() {
    var canvas = canvas(9)
    canvas.put("钱江精密机械", in: Rect(x: 0, y: 0, width: 8, height: 1))
    #expect(canvas.rows == ["钱江精…"])
    for seed in 0..<200 as Range<UInt64> {
      let text = Samples.text(seed: seed, pieces: 8)
      for width in 0...12 {
        #expect(Line(text).fitted(to: width, policy: .narrow).width(policy: .narrow) <= width)
      }
    }
  }

  @Test("numbers stand at the right, titles in the middle")
  func alignment() {
    var canvas = canvas(8, 2)
    canvas.put("27.5", in: Rect(x: 0, y: 0, width: 8, height: 1), align: .right)
    canvas.put("评审", in: Rect(x: 0, y: 1, width: 8, height: 1), align: .centre)
    #expect(canvas.rows == ["    27.5", "  评审"])
  }

  @Test("only what differs is painted again, whole glyphs each")
  func changes() {
    var before = canvas(10, 2)
    before.put("评审台", at: Point(x: 0, y: 0))
    var after = before
    after.put("a", at: Point(x: 3, y: 0))
    #expect(after.changes(from: before) == [Canvas.Run(row: 0, columns: 2..<4)])
    #expect(after.changes(from: after).isEmpty)
    #expect(after.changes(from: nil).count == 2)
    #expect(after.changes(from: canvas(9, 2)).count == 2)
  }

  @Test("a later hit region lies over an earlier one")
  func hits() {
    var canvas = canvas(10, 2)
    canvas.addHit(Rect(x: 0, y: 0, width: 10, height: 2), HitTarget("list", index: 1))
    canvas.addHit(Rect(x: 2, y: 0, width: 40, height: 1), HitTarget("dialog"))
    #expect(canvas.hit(at: Point(x: 3, y: 0)) == HitTarget("dialog"))
    #expect(canvas.hit(at: Point(x: 3, y: 1)) == HitTarget("list", index: 1))
    #expect(canvas.hit(at: Point(x: 10, y: 0)) == nil)
    canvas.removeHits()
    #expect(canvas.hits.isEmpty)
  }

  @Test("a snapshot says size, focus, caret, rows and styles")
  func snapshot() {
    var canvas = canvas(6, 2)
    canvas.put("评", at: Point(x: 0, y: 0), style: .title)
    canvas.put("x", at: Point(x: 3, y: 1), style: .bad.on(.selection))
    canvas.caret = Point(x: 4, y: 1)
    let expected = """
      size 6x2
      focus 条款
      caret 4,1
      rows
      | 评
      |    x
      styles
      | HH....
      | ...>..

      """
    #expect(canvas.snapshotText(focus: "条款") == expected)
  }
}
