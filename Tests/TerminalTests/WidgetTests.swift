import Testing

@testable import Terminal

@Suite("Widgets")
struct WidgetTests {
  private func canvas(_ width: Int, _ height: Int) -> Canvas {
    Canvas(size: Size(width: width, height: height), policy: .narrow)
  }

  @Test("a list keeps its selection in sight and stops at its ends")
  func listSelection() {
    var state = ListState()
    for _ in 0..<7 { #expect(state.handle(.down, count: 20, rows: 5) == .handled) }
    #expect(state.selection == 7)
    #expect(state.offset == 3)
    _ = state.handle(.up, count: 20, rows: 5)
    #expect(state.offset == 3)
    _ = state.handle(.end, count: 20, rows: 5)
    #expect(state.selection == 19)
    #expect(state.offset == 15)
    _ = state.handle(.down, count: 20, rows: 5)
    #expect(state.selection == 19)
    _ = state.handle(.home, count: 20, rows: 5)
    #expect(state.selection == 0)
    #expect(state.handle(.enter, count: 20, rows: 5) == .submitted)
    #expect(state.handle(.character("x"), count: 20, rows: 5) == .ignored)
    _ = state.handle(.down, count: 0, rows: 5)
    #expect(state.selection == -1)
    #expect(state.handle(.enter, count: 0, rows: 5) == .ignored)
  }

  @Test("a list asks only for the rows in sight")
  func listWindow() {
    var asked: [Int] = []
    let list = ListView(count: 10_000, name: "list") { row in
      asked.append(row)
      return (Line("第 \(row) 行"), Line(""))
    }
    var state = ListState()
    state.select(5000, count: 10_000, rows: 4)
    var canvas = canvas(20, 4)
    list.paint(on: &canvas, in: canvas.bounds, state: state)
    #expect(asked == [4997, 4998, 4999, 5000])
    #expect(canvas.rows.last == "▸ 第 5000 行")
    #expect(canvas.hit(at: Point(x: 0, y: 3)) == HitTarget("list", index: 5000))
  }

  @Test("headings of a tree are passed over")
  func tree() {
    let tree = TreeView(count: 5, name: "tree") { row in
      row == 0 || row == 3 ? .heading("4.\(row) 领导") : .item("条款 \(row)", note: "50%")
    }
    var state = ListState(selection: 2)
    _ = tree.handle(.down, state: &state, rows: 5)
    #expect(state.selection == 4)
    _ = tree.handle(.home, state: &state, rows: 5)
    #expect(state.selection == 1)
    _ = tree.handle(.up, state: &state, rows: 5)
    #expect(state.selection == 1)
  }

  @Test("a table with Chinese in it stays aligned, whatever is in its cells")
  func tableAligned() {
    let table = TableView(
      columns: [
        .init("编号", .fixed(6)), .init("组织", .flexible(minimum: 8, weight: 1)),
        .init("得分", .fixed(7), align: .right),
      ], count: 40, name: "table"
    ) { row, column in
      column == 2 ? Line("\(row).50") : Line(Samples.text(seed: UInt64(row), pieces: column * 4))
    }
    var canvas = canvas(40, 41)
    table.paint(on: &canvas, in: canvas.bounds, state: ListState())
    for row in 0..<40 {
      let score = (33..<40).compactMap { canvas[Point(x: $0, y: row + 1)]?.text }.joined()
      #expect(score.hasSuffix("\(row).50"), "row \(row)")
      #expect(canvas[Point(x: 32, y: row + 1)]?.text == " ", "row \(row)")
    }
    #expect(canvas.brokenPromise == nil)
  }

  @Test("columns that do not fit go, the least important first")
  func tableColumns() {
    let table = TableView(
      columns: [
        .init("甲", .fixed(6), importance: 1), .init("乙", .fixed(6)),
        .init("丙", .flexible(minimum: 4, weight: 1), importance: 1),
      ], count: 0, name: "table"
    ) { _, _ in "" }
    #expect(table.layout(width: 30).map(\.column) == [0, 1, 2])
    #expect(table.layout(width: 30).map(\.width) == [6, 6, 16])
    #expect(table.layout(width: 12).map(\.column) == [0, 2])
    #expect(table.layout(width: 3).isEmpty)
  }

  @Test("hints of lower importance go when the line is short")
  func hints() {
    let line = HintLine([
      .init("↑↓", "条款"), .init("F5", "提交…", isEnabled: false), .init("F1", "帮助", importance: 2),
    ])
    #expect(line.fitting(width: 80, policy: .narrow) == [0, 1, 2])
    #expect(line.fitting(width: 18, policy: .narrow) == [0, 2])
    #expect(line.fitting(width: 7, policy: .narrow) == [2])
    #expect(line.fitting(width: 3, policy: .narrow).isEmpty)
  }

  @Test("the tab in front is always in sight")
  func tabs() {
    var canvas = canvas(12, 1)
    TabBar(["1 队列", "2 评审", "3 合议"], selected: 2).paint(on: &canvas, in: canvas.bounds)
    #expect(canvas.rows[0].contains("3 合议"))
  }

  @Test("a scale has its point at the percentage and its limits under it")
  func scale() {
    var canvas = canvas(31, 2)
    ScaleBar(50, others: [70]).paint(on: &canvas, in: canvas.bounds)
    #expect(canvas.rows[0] == "━━━━━━━━━━━━━━━●─────○─────────")
    #expect(canvas.rows[1] == "0 10    30    50    70   90 100")
  }

  @Test("marks are dots: one person, several, settled")
  func spread() {
    #expect(
      SpreadDots([35, 70, 50, 50], settled: 60).line(width: 21).text == "·······○··●·◆·○······")
    #expect(SpreadDots([0, 100]).line(width: 3).text == "○·○")
    #expect(SpreadDots([50]).line(width: 0).text.isEmpty)
    #expect(SpreadDots.scale(width: 15) == "0─────50────100")
  }

  @Test("a total below its line is red, at the line it is not")
  func lineBar() {
    var canvas = canvas(20, 2)
    LineBar(54_999, line: 55_000, maximum: 100_000).paint(on: &canvas, in: canvas.bounds.row(0))
    LineBar(55_000, line: 55_000, maximum: 100_000).paint(on: &canvas, in: canvas.bounds.row(1))
    #expect(canvas[Point(x: 0, y: 0)]?.style.role == .bad)
    #expect(canvas[Point(x: 0, y: 1)]?.style.role == .accent)
    #expect(canvas.rows[1] == "━━━━━━━━━━━┃────────")
  }

  @Test("progress says its figures beside the bar")
  func progress() {
    #expect(ProgressBar(done: 18, total: 23).line(width: 5).text == "▓▓▓░░ 18/23")
    #expect(ProgressBar(done: 3, total: 0).line(width: 2).text == "░░ 3/0")
  }

  @Test("text that is read scrolls between its ends")
  func scroll() {
    var state = ScrollState()
    _ = state.handle(.end, total: 30, rows: 10)
    #expect(state.offset == 20)
    _ = state.handle(.pageUp, total: 30, rows: 10)
    #expect(state.offset == 11)
    _ = state.handle(.home, total: 30, rows: 10)
    _ = state.handle(.up, total: 30, rows: 10)
    #expect(state.offset == 0)
    state.reveal(25, total: 30, rows: 10)
    #expect(state.offset == 16)
    #expect(state.first(total: 5, rows: 10) == 0)
  }

  @Test("help wraps its texts beside the keys")
  func help() {
    let help = HelpView([.init("独立评审", [.init("F7", "引用", "把选中的段落记为证据")])])
    let lines = help.lines(width: 16, policy: .narrow).map(\.text)
    #expect(lines == ["独立评审", "F7  引用  把选中", "    的段落记为证", "    据"])
  }

  @Test("blanks before a note take no room from the words beside it")
  func noteWithoutIndent() {
    var canvas = canvas(20, 1)
    paintEnds("Customer markets", "         –", on: &canvas, in: canvas.bounds, ground: .plain)
    #expect(canvas.rows[0] == "Customer markets   –")
  }
}
