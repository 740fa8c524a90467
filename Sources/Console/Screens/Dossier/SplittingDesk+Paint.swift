import Criteria
import Foundation
import Procedure
import Splitting
import Terminal

/// The parts at the left, the lines of the selected one beside them.
extension SplittingDesk {
  /// Columns of the list of parts, where both stand side by side.
  private static let partsWidth = 40

  /// Where the parts and the lines stand; below 100 columns one at a time.
  private func rooms(in rect: Rect, wide: Bool) -> (parts: Rect, text: Rect) {
    if wide {
      let (left, rest) = rect.splitLeft(Self.partsWidth, gap: 1)
      return (left, rest)
    }
    return isInText ? (rect.splitTop(0).top, rect) : (rect, rect.splitTop(0).top)
  }

  /// Rows and columns of what has the focus, under its band.
  func size(in rect: Rect, wide: Bool) -> Size {
    let rooms = rooms(in: rect, wide: wide)
    let room = isInText ? rooms.text : rooms.parts
    return Size(width: max(1, room.width - 3), height: max(1, room.height - 1))
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let (parts, text) = rooms(in: rect, wide: context.isWide)
    if !parts.isEmpty { paintParts(on: &canvas, in: parts, context) }
    if !text.isEmpty { paintText(on: &canvas, in: text, context) }
  }

  private func paintParts(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let open = split.parts.count { $0.subject == .unassigned || !$0.doubts.isEmpty }
    let room = TitleBand(
      context.line(.Split.parts),
      note: context.line(.Split.toLookAt(open), open == 0 ? .dim : .warning), isFocused: !isInText
    ).paint(on: &canvas, in: rect)
    ListView(count: split.parts.count, name: "splitParts", isFocused: !isInText) { index in
      let part = split.parts[index]
      let sign = part.subject == .unassigned || !part.doubts.isEmpty ? "! " : "  "
      let style: Style = sign == "  " ? .text : .warning
      let heading = part.heading.map { "  " + $0 } ?? ""
      return (
        context.line(.plain(sign) + .splitSubject(part), style) + Terminal.Line(heading, .dim),
        Terminal.Line("\(part.characters)", .dim)
      )
    }.paint(on: &canvas, in: room, state: ListState(selection: part))
  }

  private func paintText(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let shown else { return }
    var title = context.line(.splitSubject(shown))
    if let heading = shown.heading { title = title + Terminal.Line("  \(heading)") }
    let page = manuscriptPage.map { context.line(.Split.page($0), .dim) } ?? Terminal.Line("")
    let room = TitleBand(title, note: page, isFocused: isInText).paint(on: &canvas, in: rect)
    let width = max(1, room.width - 3)
    var row = 0
    for doubt in shown.doubts {
      canvas.put(
        context.line(.plain("! ") + .doubt(doubt), .warning), in: room.row(row).inset(columns: 1))
      row += 1
    }
    for place in lines.drop(while: { $0 < top }) {
      let wrapped = Terminal.Line(text(at: place)).wrapped(to: width)
      for words in wrapped.isEmpty ? [Terminal.Line("")] : wrapped {
        guard row < room.height else { return }
        let own = room.row(row)
        let isHere = isInText && place == line
        canvas.put(words, in: own.inset(columns: 2), on: isHere ? .quote : .plain)
        if isHere { canvas.put("▌", in: own, style: .warning) }
        canvas.addHit(own, HitTarget("splitLine", index: place))
        row += 1
      }
    }
  }

  /// The page of the line under the cursor.
  private var manuscriptPage: Int? {
    split.manuscript.lines.indices.contains(line)
      ? split.manuscript.lines[line].page : nil
  }
}
