import Criteria
import Foundation
import Procedure
import Terminal

/// Comments and points for the visit: choosing, writing, quoting; the overall part of the sheet.
extension ReviewScreen {
  /// The rows of the selected item's comments and points.
  func entryRows(_ context: Context) -> [EntryRow] {
    EntryRow.rows(of: review(context), writing: entry)
  }

  /// The row under the cursor.
  func entryRow(_ context: Context) -> EntryRow {
    let rows = entryRows(context)
    return rows[min(max(0, rowCursor), rows.count - 1)]
  }

  mutating func takeInComments(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    let rows = entryRows(context)
    rowCursor = min(max(0, rowCursor), rows.count - 1)
    switch key {
    case .up: if rowCursor > 0 { rowCursor -= 1 } else if canWrite { focus = .bands }
    case .down: rowCursor = min(rowCursor + 1, rows.count - 1)
    case .home, .pageUp: rowCursor = 0
    case .end, .pageDown: rowCursor = rows.count - 1
    default: break
    }
    return []
  }

  /// Doubles a comment, or turns a point to verify into one to clarify.
  mutating func weigh(_ context: Context) -> [Effect] {
    switch entryRow(context) {
    case .comment(let index): return change(context) { $0.comments[index].doubled.toggle() }
    case .point(let index):
      return change(context) {
        $0.sitePoints[index].kind = $0.sitePoints[index].kind == .verify ? .clarify : .verify
      }
    case .heading, .writing: return []
    }
  }

  /// Tags a comment with the next or previous dimension.
  mutating func tag(by step: Int, _ context: Context) -> [Effect] {
    guard case .comment(let index) = entryRow(context), let item = selected(context) else {
      return []
    }
    return change(context) { review in
      review.comments[index].dimension = review.comments[index].dimension.next(
        of: item.kind, by: step)
    }
  }

  /// Takes an entry off the sheet; undo brings it back.
  mutating func deleteEntry(_ context: Context) -> [Effect] {
    switch entryRow(context) {
    case .comment(let index): return change(context) { $0.comments.remove(at: index) }
    case .point(let index): return change(context) { $0.sitePoints.remove(at: index) }
    case .heading, .writing: return []
    }
  }

  // MARK: Writing

  /// Opens the entry under the cursor, or a new one under the heading there.
  mutating func openEntry(_ context: Context) -> [Effect] {
    guard canWrite, let item = selected(context) else { return [] }
    entry = EntryEditor(entryRow(context), of: review(context), item: item.id)
    editor.endBurst()
    focus = .comments
    followEntry(context)
    return []
  }

  /// Puts the cursor on the entry that is being written.
  private mutating func followEntry(_ context: Context) {
    rowCursor = entryRows(context).firstIndex(of: .writing) ?? rowCursor
  }

  mutating func takeInEntry(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    switch key {
    // The text beside is read on while one writes.
    case .pageUp, .pageDown: return moveText(key, context)
    case .shiftUp, .controlUp: return moveText(.up, context)
    case .shiftDown, .controlDown: return moveText(.down, context)
    default: break
    }
    guard entry?.area.handle(key) == .changed else { return [] }
    return storeEntry()
  }

  /// Changes the entry being written apart from its words.
  mutating func changeEntry(
    _ context: Context, _ body: (inout EntryEditor) -> Void
  ) -> [Effect] {
    guard var changed = entry else { return [] }
    body(&changed)
    entry = changed
    followEntry(context)
    return storeEntry()
  }

  /// Writes the entry through to the sheet.
  mutating func storeEntry() -> [Effect] {
    guard canWrite, var writing = entry else { return [] }
    let isChanged = editor.change(writing.item, burst: "\(writing.item)/entry") {
      writing.store(in: &$0)
    }
    entry = writing
    return isChanged ? changed() : []
  }

  /// Ends the writing; what was written stays.
  mutating func closeEntry() {
    entry = nil
    editor.endBurst()
  }

  // MARK: Quoting

  /// How the paragraph under the cursor is named as evidence; nil where it is none.
  func evidence(_ context: Context) -> String? {
    guard let item = selected(context) else { return nil }
    let layout = layout(context)
    let text = textLayout(layout, context)
    return material.cursor(in: text, item: item.id).flatMap { text.blocks[$0].block.evidence }
  }

  /// Names the paragraph under the cursor as evidence of the comment being written or of a new one.
  mutating func quote(_ context: Context) -> [Effect] {
    guard canWrite, let evidence = evidence(context) else { return [] }
    if entry == nil {
      switch entryRow(context) {
      case .comment, .heading(.strengths), .heading(.opportunities):
        if focus != .comments { rowCursor = 0 }
      case .point, .heading(.points), .writing: rowCursor = 0
      }
      _ = openEntry(context)
    }
    focus = .comments
    return changeEntry(context) { $0.quote(evidence) }
  }

  // MARK: The overall part

  /// Opens findings, key factors, overall comment and hours.
  mutating func openHead(_ context: Context) -> [Effect] {
    closeEntry()
    var form = HeadForm.form(editor.sheet.head, canWrite: canWrite, context)
    HeadForm.nameErrors(&form, context)
    headForm = form
    focus = .head
    material.tab = .profile
    return []
  }

  /// Fills the overall part in anew, where it is open.
  mutating func showHeadAnew(_ context: Context) {
    guard let place = headForm?.focus else { return }
    headForm = HeadForm.form(editor.sheet.head, canWrite: canWrite, context)
    headForm?.setFocus(place)
  }

  /// Goes back from the overall part.
  @discardableResult
  mutating func closeHead() -> [Effect] {
    headForm = nil
    focus = .items
    if material.tab == .profile { material.tab = .selfEvaluation }
    editor.endBurst()
    return []
  }

  mutating func takeInHead(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    switch headForm?.handle(key) {
    case .changed: return canWrite ? storeHead(context) : []
    case .submitted, .cancelled: return leaveHead()
    case .ignored, .handled, nil: break
    }
    return []
  }

  /// Goes back from the overall part; what stands wrong in it is said.
  mutating func leaveHead() -> [Effect] {
    let form = headForm
    closeHead()
    guard canWrite, let form, let field = form.fields.first(where: { form.errors[$0.id] != nil })
    else { return [] }
    let why = Phrase.plain("\(field.label)：\(form.errors[field.id] ?? "")")
    return [.say(Notice(.warning, why))]
  }

  /// Writes the form through to the sheet, and names what is wrong with it.
  mutating func storeHead(_ context: Context) -> [Effect] {
    guard canWrite, var form = headForm else { return [] }
    HeadForm.nameErrors(&form, context)
    headForm = form
    let isChanged = editor.change(.head, burst: "head/\(form.focus)") {
      HeadForm.read(form, into: &$0.head)
    }
    return isChanged ? changed() : []
  }
}
