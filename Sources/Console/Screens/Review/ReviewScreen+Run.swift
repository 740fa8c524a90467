import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// What the actions do.
extension ReviewScreen {
  mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "goBack": return [.goBack]
    case "pane": return switchPane(context)
    case "leave": return leavePane(context)
    case "comments":
      focus = .comments
      return []
    case "accept": return acceptPercentage(context)
    case "dropDigits": return cancelPercentage(context)
    case "openEntry": return openEntry(context)
    case "closeEntry":
      closeEntry()
      return []
    case "weigh": return weigh(context)
    case "nextTag": return tag(by: 1, context)
    case "previousTag": return tag(by: -1, context)
    case "deleteEntry": return deleteEntry(context)
    case "turn": return changeEntry(context) { $0.turn() }
    case "doubleEntry": return changeEntry(context) { $0.toggleDoubled() }
    case "tagEntry":
      guard let kind = selected(context)?.kind else { return [] }
      return changeEntry(context) { $0.tagNext(of: kind) }
    case "quote": return quote(context)
    case "undo": return undo(context)
    case "guide": return show(material.tab == .guide ? .selfEvaluation : .guide, context)
    case "head":
      if headForm != nil {
        closeHead()
        return []
      }
      return openHead(context)
    case "closeHead":
      closeHead()
      return []
    case "find", "findNext", "endFind": return find(name, context)
    default: return runProcedure(name, context)
    }
  }

  // MARK: Panes

  /// Items → text → percentage → bands → comments; below 100 columns the tabs in turn.
  private mutating func switchPane(_ context: Context) -> [Effect] {
    if entry != nil {
      focus = focus == .comments ? .text : .comments
      return []
    }
    let ring: [Focus] =
      canWrite ? [.items, .text, .percentage, .bands, .comments] : [.items, .text, .comments]
    let place = ring.firstIndex(of: focus) ?? 0
    let next = ring[(place + 1) % ring.count]
    guard focus == .percentage else {
      focus = next
      return []
    }
    return leavePercentage { screen in
      screen.focus = next
      return []
    }
  }

  private mutating func leavePane(_ context: Context) -> [Effect] {
    focus = entry == nil ? .items : .comments
    return []
  }

  // MARK: Undo

  private mutating func undo(_ context: Context) -> [Effect] {
    percent = nil
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

  private mutating func find(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "find":
      material.finding = FindField(label: context.say(.find), text: material.wanted)
      return []
    case "findNext": return findNext(context)
    default:
      material.finding = nil
      return []
    }
  }

  mutating func takeWhileFinding(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    guard material.finding?.handle(key) == .changed else { return [] }
    material.wanted = material.finding?.text ?? ""
    return goToFound(after: nil, context)
  }

  /// Goes to the next paragraph in which the words occur.
  mutating func findNext(_ context: Context) -> [Effect] {
    guard let item = selected(context) else { return [] }
    let layout = ReviewLayout(context, isHeadOpen: headForm != nil)
    let cursor = material.cursor(in: textLayout(layout, context), item: item.id)
    return goToFound(after: cursor, context)
  }

  private mutating func goToFound(after cursor: Int?, _ context: Context) -> [Effect] {
    guard let item = selected(context), !material.wanted.isEmpty else { return [] }
    let layout = ReviewLayout(context, isHeadOpen: headForm != nil)
    let text = textLayout(layout, context)
    let found = text.blocks(containing: material.wanted)
    guard let next = found.first(where: { $0 > cursor ?? -1 }) ?? found.first else {
      return [.say(Notice(.info, .Review.notFoundHere))]
    }
    material.moveTo(next, in: text, item: item.id, rows: layout.textRows)
    return []
  }
}
