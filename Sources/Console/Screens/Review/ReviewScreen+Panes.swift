import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Changing panes, taking back, finding.
extension ReviewScreen {
  // MARK: Panes

  /// Items → text → percentage → bands → comments; below 100 columns the tabs in turn.
  mutating func switchPane(_ context: Context) -> [Effect] {
    if entry != nil {
      focus = focus == .comments ? .text : .comments
      return []
    }
    let ring: [Focus] =
      canWrite ? [.items, .text, .percentage, .bands, .comments] : [.items, .text, .comments]
    let place = ring.firstIndex(of: focus) ?? 0
    let next = ring[(place + 1) % ring.count]
    focus = next
    return []
  }

  mutating func focus(on focus: Focus) -> [Effect] {
    self.focus = focus
    return []
  }

  // MARK: Undo

  mutating func undo(_ context: Context) -> [Effect] {
    typing = nil
    if focus == .comments, entry?.area.undo() == true { return storeEntry() }
    entry = nil
    guard let slot = editor.undo() else { return [] }
    switch slot {
    case .head: showHeadAnew(context)
    case .item(let id): context.edition.index(of: id).map { select($0, context) }
    }
    return changed()
  }

  // MARK: Finding

  mutating func takeWhileFinding(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    guard material.finding?.handle(key) == .changed else { return [] }
    material.wanted = material.finding?.text ?? ""
    return goToFound(after: nil, context)
  }

  /// Goes to the next paragraph in which the words occur.
  mutating func findNext(_ context: Context) -> [Effect] {
    guard let item = selected(context) else { return [] }
    let layout = layout(context)
    let cursor = material.cursor(in: textLayout(layout, context), item: item.id)
    return goToFound(after: cursor, context)
  }

  mutating func goToFound(after cursor: Int?, _ context: Context) -> [Effect] {
    guard let item = selected(context), !material.wanted.isEmpty else { return [] }
    let layout = layout(context)
    let text = textLayout(layout, context)
    let found = text.blocks(containing: material.wanted)
    guard let next = found.first(where: { $0 > cursor ?? -1 }) ?? found.first else {
      return [.say(Notice(.info, .Review.notFoundHere))]
    }
    material.moveTo(next, in: text, item: item.id, rows: layout.textRows)
    return []
  }
}
