import Criteria
import Foundation
import Procedure
import Terminal

/// Keys, clicks and pasted text.
extension ReviewScreen {
  mutating func take(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    if material.finding != nil { return takeWhileFinding(key, context) }
    switch focus {
    case .items:
      if canWrite, case .character(let character) = key, TypedDigit.value(character) != nil {
        percent = PercentEntry(original: review(context).mark, cameFromItems: true)
        focus = .percentage
        return takeInPercentage(key, context)
      }
      return moveItems(key, context)
    case .text: return moveText(key, context)
    case .percentage: return takeInPercentage(key, context)
    case .bands: return takeInBands(key, context)
    case .comments:
      return entry == nil ? takeInComments(key, context) : takeInEntry(key, context)
    case .head: return takeInHead(key)
    case .checklist:
      let count = gaps(context).count
      _ = gapList.handle(key, count: count, rows: max(1, count))
      return []
    }
  }

  /// Moves through the items.
  mutating func moveItems(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    let rows = ItemRow.rows(of: context.edition)
    let before = list.selection
    _ = list.handle(key, count: rows.count, rows: itemRows(context)) { row in
      if case .item = rows[row] { true } else { false }
    }
    if list.selection != before {
      (rowCursor, bandCursor) = (0, 0)
      editor.endBurst()
    }
    return []
  }

  /// Moves in the text.
  mutating func moveText(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    guard let item = selected(context) else { return [] }
    switch key {
    case .left: return showTab(by: -1, context)
    case .right: return showTab(by: 1, context)
    case .character("n"): return findNext(context)
    default: break
    }
    let layout = ReviewLayout(context, isHeadOpen: headForm != nil)
    let text = textLayout(layout, context)
    _ = material.handle(key, in: text, item: item.id, rows: layout.textRows)
    return []
  }

  /// The text that is shown, wrapped.
  func textLayout(_ layout: ReviewLayout, _ context: Context) -> MaterialLayout {
    guard let item = selected(context) else { return MaterialLayout() }
    return material.layout(
      of: item, review: editor.review(item.id), width: layout.textWidth, context)
  }

  /// Shows the next or previous kind of material.
  mutating func showTab(by step: Int, _ context: Context) -> [Effect] {
    let tabs = MaterialPane.Tab.allCases
    return show(tabs[(material.tab.rawValue + step + tabs.count) % tabs.count], context)
  }

  /// Shows a kind of material; the guide at the band of the present percentage.
  mutating func show(_ tab: MaterialPane.Tab, _ context: Context) -> [Effect] {
    material.tab = tab
    guard tab == .guide, let item = selected(context) else { return [] }
    let layout = ReviewLayout(context, isHeadOpen: headForm != nil)
    let band = editor.review(item.id).mark?.percentage?.band ?? .from50
    material.moveTo(
      GuideText.place(of: band), in: textLayout(layout, context), item: item.id,
      rows: layout.textRows)
    return []
  }

  // MARK: Percentage

  private mutating func takeInPercentage(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    guard canWrite else { return moveItems(key, context) }
    let mark = review(context).mark
    switch key {
    case .character(let character):
      var typed = percent ?? PercentEntry(original: mark, cameFromItems: false)
      guard typed.type(character) else { return [] }
      percent = typed
    case .backspace:
      let digits = mark?.percentage.map { String($0.value) } ?? ""
      var typed = percent ?? PercentEntry(digits, original: mark, cameFromItems: false)
      typed.erase()
      percent = typed
    case .delete: percent = PercentEntry(original: mark, cameFromItems: false)
    case .left, .right:
      percent = nil
      let step = key == .right ? 1 : -1
      return change(context, burst: "step") { review in
        review.mark = .percentage(review.mark?.percentage?.stepped(by: step) ?? .middle)
      }
    case .up, .down:
      return leavePercentage { $0.moveItems(key, context) }
    default: return []
    }
    guard let percent else { return [] }
    return change(context, burst: "digits") { $0.mark = percent.mark }
  }

  /// Goes on where the digits are a percentage or none; else says why not.
  mutating func leavePercentage(
    _ next: (inout ReviewScreen) -> [Effect]
  ) -> [Effect] {
    if let fault = percent?.fault {
      return [.say(Notice(.refusal, Notices.sentence(fault)))]
    }
    percent = nil
    editor.endBurst()
    return next(&self)
  }

  /// Takes the percentage and goes to the next item.
  mutating func acceptPercentage(_ context: Context) -> [Effect] {
    let target: Focus = percent?.cameFromItems == true ? .items : .percentage
    return leavePercentage { screen in
      let effects = screen.moveItems(.down, context)
      screen.focus = target
      return effects
    }
  }

  /// Leaves the field; digits not taken yet leave no trace.
  mutating func cancelPercentage(_ context: Context) -> [Effect] {
    focus = .items
    guard let typed = percent else { return [] }
    percent = nil
    let effects = change(context, burst: "digits") { $0.mark = typed.original }
    editor.endBurst()
    return effects
  }

  // MARK: Bands

  private mutating func takeInBands(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    guard canWrite, let item = selected(context) else { return [] }
    let dimensions = item.kind.dimensions
    switch key {
    case .up: if bandCursor > 0 { bandCursor -= 1 } else { focus = .percentage }
    case .down:
      if bandCursor < dimensions.count - 1 { bandCursor += 1 } else { focus = .comments }
    case .left, .right:
      let step = key == .right ? 1 : -1
      let dimension = dimensions[min(bandCursor, dimensions.count - 1)]
      return change(context) { review in
        let start = review.mark?.percentage?.band ?? .from50
        let next = review.bands[dimension].map { $0.rawValue + step } ?? start.rawValue
        review.bands[dimension] = Band(rawValue: next) ?? review.bands[dimension]
      }
    case .delete, .backspace, .character(" "):
      let dimension = dimensions[min(bandCursor, dimensions.count - 1)]
      return change(context) { $0.bands[dimension] = nil }
    default: break
    }
    return []
  }

  // MARK: Mouse and paste

  mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context) -> [Effect] {
    switch target.name {
    case "items":
      let rows = ItemRow.rows(of: context.edition)
      guard rows.indices.contains(target.index), case .item(let item) = rows[target.index],
        let place = context.edition.index(of: item.id)
      else { return [] }
      _ = leavePercentage { _ in [] }
      closeEntry()
      select(place, context)
      focus = .items
    case "pane": focus = [.items, .text, .percentage][min(2, max(0, target.index))]
    case "material":
      guard let tab = MaterialPane.Tab(rawValue: target.index) else { return [] }
      return show(tab, context)
    case "text":
      guard let item = selected(context), headForm == nil else { return [] }
      let layout = ReviewLayout(context, isHeadOpen: false)
      material.moveTo(
        target.index, in: textLayout(layout, context), item: item.id, rows: layout.textRows)
      if entry == nil { focus = .text }
    case "percentage": if canWrite { focus = .percentage }
    case "band":
      focus = .bands
      bandCursor = target.index
    case "entry":
      guard entry == nil else { return [] }
      (focus, rowCursor) = (.comments, target.index)
      return isDouble && canWrite ? openEntry(context) : []
    case "gap":
      gapList.select(target.index, count: gaps(context).count, rows: 1)
      return isDouble ? jumpToGap(context) : []
    case let name where name == headForm?.name: headForm?.setFocus(target.index)
    default: break
    }
    return []
  }

  mutating func scroll(_ step: Int, _ target: HitTarget?, _ context: Context) -> [Effect] {
    let key: Terminal.Key = step > 0 ? .down : .up
    return target?.name == "items" ? moveItems(key, context) : moveText(key, context)
  }

  mutating func paste(_ text: String) -> [Effect] {
    if material.finding != nil {
      material.finding?.paste(text)
      return []
    }
    if focus == .comments, entry != nil {
      entry?.area.insert(text)
      return storeEntry()
    }
    if focus == .head, headForm?.paste(text) == .changed { return storeHead() }
    return []
  }
}

extension Percentage {
  /// Where a mark begins that is set by arrows: the middle of the scale.
  static let middle = all[10]
}
