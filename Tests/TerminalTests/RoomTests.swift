import Testing

@testable import Terminal

@Suite("Any room")
struct RoomTests {
  /// Paints every widget there is into `rect`.
  private func paintAll(on canvas: inout Canvas, in rect: Rect) {
    let long = "“钱江精密机械” HZ26-0031 👨‍👩‍👧‍👦\u{1B}[2J\u{202E}"
    TitleBand(Line(long), note: "18/23", isFocused: true).paint(on: &canvas, in: rect)
    StatusBar(left: Line(long), right: Line(long)).paint(on: &canvas, in: rect)
    TabBar(["1 队列", "2 评审"], selected: 1).paint(on: &canvas, in: rect)
    TabBar([], selected: 3).paint(on: &canvas, in: rect)
    HintLine([.init("F5", "提交…")]).paint(on: &canvas, in: rect)
    for selection in [-1, 0, 2, 99] {
      let state = ListState(selection: selection)
      ListView(count: 3, name: "list") { _ in (Line(long), Line("50%")) }
        .paint(on: &canvas, in: rect, state: state)
      TreeView(count: 3, name: "tree") { $0 == 0 ? .heading(Line(long)) : .item(Line(long)) }
        .paint(on: &canvas, in: rect, state: state)
      TableView(
        columns: [.init("甲", .fixed(4)), .init("乙", .flexible(minimum: 2, weight: 1))], count: 3,
        name: "table"
      ) { _, _ in Line(long) }.paint(on: &canvas, in: rect, state: state)
    }
    ListView(count: 0, name: "list", placeholder: "没有") { _ in ("", "") }
      .paint(on: &canvas, in: rect, state: ListState())
    TextArea(long + "\n\n" + long).paint(on: &canvas, in: rect, isFocused: true)
    TextArea().paint(on: &canvas, in: rect, isFocused: true, placeholder: long)
    TextField(long).paint(on: &canvas, in: rect, isFocused: true)
    var form = Form([
      FormField(id: "a", label: "组织名称", kind: .text(TextField(long)), help: long),
      FormField(id: "b", label: "类", kind: .choice(options: ["甲", "乙"], selected: 1)),
      FormField(id: "c", label: "文", kind: .area(TextArea(long), rows: 4)),
      FormField(id: "d", label: "否", kind: .toggle(true)),
      FormField(
        id: "e", label: "多", kind: .multiple(options: ["甲", "乙"], selected: [1], cursor: 1)),
    ])
    form.errors["c"] = long
    for focus in 0..<5 {
      form.setFocus(focus)
      form.layout(width: rect.width)
      form.paint(on: &canvas, in: rect)
    }
    Form([]).paint(on: &canvas, in: rect)
    Dialog(
      title: long, lines: [Line(long), ""],
      choices: [.init(id: "a", title: "提交", key: .function(8), keyName: "F8")]
    ).paint(on: &canvas, in: rect)
    Dialog(title: "", lines: [], choices: []).paint(on: &canvas, in: rect)
    ScaleBar(50, others: [0, 100, 300]).paint(on: &canvas, in: rect)
    ScaleBar(nil, limits: []).paint(on: &canvas, in: rect)
    LineBar(.max, line: 55_000, maximum: 0).paint(on: &canvas, in: rect)
    LineBar(nil, line: -1, maximum: .max).paint(on: &canvas, in: rect)
    SpreadDots([-5, 50, 200], settled: 50).paint(on: &canvas, in: rect)
    ProgressBar(done: .max, total: .max).paint(on: &canvas, in: rect)
    HelpView([.init(long, [.init("F1", long, long)])])
      .paint(on: &canvas, in: rect, scroll: ScrollState())
    Palette([.init(id: "a", title: long, reason: long)], title: long, label: "查找")
      .paint(on: &canvas, in: rect)
    Palette([], title: "", label: "", placeholder: long).paint(on: &canvas, in: rect)
    FindField(label: "查找", text: long, note: "3/9").paint(on: &canvas, in: rect)
  }

  @Test(
    "every widget fits any room, from nothing to a whole screen", arguments: [0, 1, 2, 3, 5, 80])
  func anyRoom(width: Int) {
    for height in [0, 1, 2, 3, 24] {
      var canvas = Canvas(size: Size(width: width, height: height), policy: .narrow)
      paintAll(on: &canvas, in: canvas.bounds)
      #expect(canvas.brokenPromise == nil, "\(width)x\(height)")
      if let caret = canvas.caret { #expect(canvas.bounds.contains(caret)) }
      #expect(canvas.hits.allSatisfy { canvas.bounds.intersection($0.rect) == $0.rect })
    }
  }

  @Test("no widget paints outside the room it is given")
  func staysInside() {
    for width in [0, 1, 2, 3, 7, 20] {
      for height in [0, 1, 2, 5] {
        var canvas = Canvas(size: Size(width: 30, height: 12), policy: .narrow)
        for row in 0..<12 {
          canvas.put(String(repeating: "x", count: 30), at: Point(x: 0, y: row), style: .info)
        }
        let room = Rect(x: 4, y: 3, width: width, height: height)
        paintAll(on: &canvas, in: room)
        for row in 0..<12 {
          for column in 0..<30 where !room.contains(Point(x: column, y: row)) {
            let cell = canvas[Point(x: column, y: row)]
            #expect(cell?.scalar == "x", "\(width)x\(height) at \(column),\(row)")
          }
        }
      }
    }
  }

  @Test(
    "our own signs keep the layout under both policies", arguments: [AmbiguousPolicy.narrow, .wide])
  func ownSignsKeepTheLayout(policy: AmbiguousPolicy) {
    var canvas = Canvas(size: Size(width: 20, height: 4), policy: policy)
    ScaleBar(50).paint(on: &canvas, in: canvas.bounds.row(0))
    SpreadDots([50], settled: 100).paint(on: &canvas, in: canvas.bounds.row(1))
    ProgressBar(done: 1, total: 2).paint(on: &canvas, in: canvas.bounds.row(2))
    LineBar(50, line: 99, maximum: 100).paint(on: &canvas, in: canvas.bounds.row(3))
    let isWide = policy == .wide
    #expect(canvas[Point(x: 10, y: 0)]?.text == (isWide ? "*" : "●"))
    #expect(canvas[Point(x: 10, y: 1)]?.text == (isWide ? "o" : "○"))
    #expect(canvas[Point(x: 19, y: 1)]?.text == (isWide ? "#" : "◆"))
    #expect(canvas[Point(x: 19, y: 2)]?.text == "2")
    #expect(canvas[Point(x: 19, y: 3)]?.text == (isWide ? "|" : "┃"))
    #expect(canvas.brokenPromise == nil)
  }
}
