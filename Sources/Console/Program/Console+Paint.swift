import Foundation
import Procedure
import Terminal

extension Console {
  /// Paints the frame of this moment.
  ///
  /// - Parameter isMoving: Whether a selection moves and the panes that follow it are left blank.
  func frame(isMoving: Bool = false) -> Canvas {
    var canvas = Canvas(size: context.size)
    guard context.size.width >= Self.minimum.width, context.size.height >= Self.minimum.height
    else {
      canvas.put(
        context.say(.tooSmall(Self.minimum.width, Self.minimum.height)), in: canvas.bounds.row(0))
      return canvas
    }
    if case .locked(let field) = overlay {
      paintLock(field, on: &canvas)
      return canvas
    }
    let (top, room, line, bottom) = parts()
    paintTop(on: &canvas, in: top)
    var context = context
    context.isMoving = isMoving && overlay == nil
    screen.paint(on: &canvas, in: room, context)
    if !coversNotice { paintNotice(on: &canvas, in: line) }
    HintLine(overlayHints() ?? hints()).paint(on: &canvas, in: bottom)
    for layer in covering + [overlay].compactMap({ $0 }) {
      paint(layer, on: &canvas, in: room)
    }
    return canvas
  }

  /// Whether a form shows the notice in its own room.
  private var coversNotice: Bool { if case .form = overlay { true } else { false } }

  /// What the keys do in help, palette, question or form; nil where the screen's own hints hold.
  private func overlayHints() -> [HintLine.Hint]? {
    let leave = HintLine.Hint("Esc", context.say(.closeOverlay), importance: 8)
    switch overlay {
    case .help:
      let card = HintLine.Hint("Ctrl-P", context.say(.Card.write), importance: 7)
      return [.init("↑↓ PgUp/PgDn", context.say(.scrollOverlay))] + (canWriteCard ? [card] : [])
        + [leave]
    case .palette:
      return [
        .init("↑↓", context.say(.choose)),
        .init("Enter", context.say(.doOverlay), importance: 9), leave,
      ]
    case .question(let question, _) where question.isList:
      return [
        .init("↑↓", context.say(.choose)),
        .init("Enter", context.say(.doOverlay), importance: 9),
        .init("Esc", context.say(.back), importance: 8),
      ]
    case .question(let question, _):
      return question.choices.map { .init($0.keyName, context.say($0.title)) }
    case .form:
      return [
        .init("Tab ↑↓", context.say(.fields)), .init("F5", context.say(.done), importance: 9),
        .init("F9", context.say(.undo)), .init("Esc", context.say(.cancel), importance: 8),
        .init("F1", context.say(.help), importance: 4),
      ]
    case .locked, nil: return nil
    }
  }

  /// The panes that may stay as they are while a selection moves.
  func followers() -> [Rect] {
    overlay == nil ? screen.followers(in: parts().room, context) : []
  }

  /// Bars, the screen's room, the line of a notice, the bottom line.
  func parts() -> (top: Rect, room: Rect, line: Rect, bottom: Rect) {
    let (top, rest) = context.size.bounds.splitTop(context.topRows)
    let (middle, bottom) = rest.splitBottom(1)
    guard notice != nil else { return (top, middle, middle.splitBottom(0).bottom, bottom) }
    let (room, line) = middle.splitBottom(1)
    return (top, room, line, bottom)
  }

  private func paintTop(on canvas: inout Canvas, in rect: Rect) {
    let left = Line(context.say(.product) + "  ", .title) + screen.title(context)
    StatusBar(left: left, right: savingLine()).paint(on: &canvas, in: rect.row(0))
    guard context.person != nil else { return }
    let names = tabs.enumerated().map { place, id in
      (Self.tabDigit(place).map { "\($0) " } ?? "") + context.say(id.title)
    }
    // None is in front where one was led past the tabs.
    TabBar(names, selected: tabs.firstIndex(of: current) ?? -1).paint(on: &canvas, in: rect.row(1))
  }

  private func savingLine() -> Line {
    let who =
      verificationLine() + (context.person.map { Line(context.name($0) + "  ", .dim) } ?? Line(""))
    switch saving {
    case .nothing: return who
    case .unsaved: return who + context.line(.unsaved, .warning)
    case .saved(let moment): return who + context.line(.saved(moment), .good)
    }
  }

  /// How far what this person sees is verified; what was found wrong stays until it is noted.
  private func verificationLine() -> Line {
    var line = Line("")
    let progress = context.verification
    if progress.faults > 0, context.acts(as: .secretariat) || context.acts(as: .supervisor) {
      line = line + context.line(.voidEntries(progress.faults), .bad) + Line("  ")
    }
    if context.isReadOnly { line = line + context.line(.readOnlyMark, .warning) + Line("  ") }
    if let warning = context.backups.warnings.first, context.acts(as: .secretariat) {
      line = line + context.line(.backupMark(warning), .warning) + Line("  ")
    }
    if let percent = progress.percent {
      line = line + context.line(.verifying(percent), .dim) + Line("  ")
    }
    return line
  }

  private func paintNotice(on canvas: inout Canvas, in rect: Rect) {
    guard let notice else { return }
    let style: Style
    switch notice.kind {
    case .info: style = .info
    case .good: style = .good
    case .warning: style = .warning
    case .refusal: style = .bad
    }
    canvas.fill(rect, style: Style(.text, on: .raised))
    canvas.put(
      Line(context.say(notice.text), style), in: rect.inset(columns: 1), on: .raised)
  }

  /// Where a form lies: over the screen, as wide as it is useful.
  func formRect() -> Rect {
    let room = Rect(x: 0, y: 2, width: context.size.width, height: max(0, context.size.height - 3))
    var rows = 6
    if let sheet = openForm {
      rows += sheet.lines.count * 2 + sheet.form.fields.map { $0.rows + 1 }.reduce(0, +)
    }
    return room.centred(Size(width: min(room.width, 96), height: min(room.height, rows)))
  }

  private func paint(_ layer: Overlay, on canvas: inout Canvas, in room: Rect) {
    switch layer {
    case .help(let scroll):
      canvas.removeHits()
      canvas.caret = nil
      let panel = room.inset(columns: 2)
      canvas.fill(panel, style: Style(.text, on: .raised))
      let inside = TitleBand(context.line(.help), note: context.line(.leaveByEsc), isFocused: true)
        .paint(on: &canvas, in: panel)
      HelpView(helpSections()).paint(
        on: &canvas, in: inside.inset(columns: 2, rows: 1), scroll: scroll, ground: .raised)
    case .palette(let palette):
      canvas.caret = nil
      palette.paint(on: &canvas, in: room)
    case .question(_, let dialog):
      canvas.caret = nil
      dialog.paint(on: &canvas, in: room)
    case .form(let sheet): paintForm(sheet, on: &canvas)
    case .locked: break
    }
  }

  private func paintForm(_ sheet: FormSheet, on canvas: inout Canvas) {
    canvas.removeHits()
    canvas.caret = nil
    let panel = formRect()
    canvas.fill(panel, style: Style(.text, on: .raised))
    var inside = TitleBand(context.line(sheet.title), note: keepingLine, isFocused: true)
      .paint(on: &canvas, in: panel).inset(columns: 2)
    for phrase in sheet.lines {
      for line in context.line(phrase).wrapped(to: max(1, inside.width)) {
        let (row, rest) = inside.splitTop(1)
        canvas.put(line, in: row, on: .raised)
        inside = rest
      }
    }
    let (fields, last) = inside.splitTop(1).rest.splitBottom(1)
    sheet.form.paint(on: &canvas, in: fields, isFocused: true, ground: .raised)
    if let notice { canvas.put(Line(context.say(notice.text), .bad), in: last, on: .raised) }
  }

  private func paintLock(_ field: TextField, on canvas: inout Canvas) {
    let name = context.person.map(context.name) ?? ""
    StatusBar(left: context.line(.product, .title), right: savingLine()).paint(
      on: &canvas, in: canvas.bounds.row(0))
    let panel = canvas.bounds.centred(Size(width: 50, height: 6))
    canvas.put(context.line(.locked(name), .title), in: panel.row(0))
    canvas.put(context.line(.passphrase, .dim), in: panel.row(2))
    field.paint(on: &canvas, in: panel.row(3), isFocused: true)
    if let notice { canvas.put(Line(context.say(notice.text), .bad), in: panel.row(5)) }
    HintLine([
      .init("Enter", context.say(.unlock)), .init("F10", context.say(.quit)),
    ]).paint(on: &canvas, in: canvas.bounds.row(canvas.size.height - 1))
  }
}
