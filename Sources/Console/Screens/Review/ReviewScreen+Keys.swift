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
        typing = Typing(selected(context), original: review(context).mark, cameFromItems: true)
        focus = .percentage
        return takeInPercentage(key, context)
      }
      return moveItems(key, context)
    case .text: return moveText(key, context)
    case .percentage: return takeInPercentage(key, context)
    case .bands: return takeInBands(key, context)
    case .comments:
      return entry == nil ? takeInComments(key, context) : takeInEntry(key, context)
    case .head: return takeInHead(key, context)
    case .hits: return takeInHits(key, context)
    case .checklist:
      gapList.handle(key, count: gaps(context).count)
      return []
    }
  }

  /// Moves through the items.
  mutating func moveItems(_ key: Terminal.Key, _ context: Context) -> [Effect] {
    guard items.handle(key, context) else { return [] }
    (rowCursor, bandCursor) = (0, 0)
    editor.endBurst()
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
    let layout = layout(context)
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
    material.open(nil)
    guard tab == .guide, let item = selected(context) else { return [] }
    let layout = layout(context)
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
    let fresh = Typing(selected(context), original: mark, cameFromItems: false)
    switch key {
    case .character(let character):
      guard !character.isWhitespace else { return [] }
      typing = typing ?? fresh
      typing?.field.take(key)
    case .backspace:
      let digits = mark?.percentage.map { String($0.value) } ?? ""
      typing =
        typing ?? Typing(selected(context), digits, original: mark, cameFromItems: false)
      typing?.field.take(.backspace)
    case .delete: typing = fresh
    case .left, .right:
      if let refusal = typing?.refusal { return [.say(refusal)] }
      typing = nil
      let step = key == .right ? 1 : -1
      return change(context, burst: "step") { review in
        review.mark = .percentage(review.mark?.percentage?.stepped(by: step) ?? .middle)
      }
    case .up, .down: return endTyping() + moveItems(key, context)
    default: return []
    }
    guard let typing else { return [] }
    return change(context, burst: "digits") { $0.mark = typing.mark }
  }

  /// Ends the entry of a percentage; where it was none, says so and what stands.
  mutating func endTyping() -> [Effect] {
    let refusal = typing?.refusal
    typing = nil
    editor.endBurst()
    return refusal.map { [.say($0)] } ?? []
  }

  /// Ends the entry where something else has the focus by now, or another item.
  mutating func endTypingElsewhere(_ context: Context) -> [Effect] {
    guard let item = typing?.field.item,
      focus != .percentage || selected(context)?.id != item
    else { return [] }
    return endTyping()
  }

  /// Takes the percentage and goes to the next item; what is none stays to be mended.
  mutating func acceptPercentage(_ context: Context) -> [Effect] {
    if let refusal = typing?.refusal { return [.say(refusal)] }
    let target: Focus = typing?.cameFromItems == true ? .items : .percentage
    let effects = endTyping() + moveItems(.down, context)
    focus = target
    return effects
  }

  /// Leaves the field; digits not taken yet leave no trace.
  mutating func cancelPercentage(_ context: Context) -> [Effect] {
    focus = .items
    guard let typed = typing else { return [] }
    typing = nil
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
      let rows = ReviewItems.Row.all(of: context.edition)
      guard rows.indices.contains(target.index), let item = rows[target.index].item,
        let place = context.edition.index(of: item.id)
      else { return [] }
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
    case "hits":
      material.hits.select(target.index)
      return isDouble ? begin("goToHit", context) : []
    case "gap":
      gapList.select(target.index, count: gaps(context).count)
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

  mutating func paste(_ text: String, _ context: Context) -> [Effect] {
    if material.finding != nil {
      material.finding?.paste(text)
      return []
    }
    if focus == .comments, entry != nil {
      entry?.area.insert(text)
      return storeEntry()
    }
    if focus == .head, headForm?.paste(text) == .changed { return storeHead(context) }
    if focus == .percentage {
      return text.flatMap { takeInPercentage(.character($0), context) }
    }
    return []
  }
}

extension Percentage {
  /// Where a mark begins that is set by arrows: the middle of the scale.
  static let middle = all[10]
}

/// The percentage of an item while its digits are being typed.
struct Typing: Sendable, Hashable {
  var field: PercentField
  /// The mark to which Esc returns.
  let original: Mark?
  /// Whether the list of items had the focus, which it gets back.
  let cameFromItems: Bool

  /// Begins with what is there or with nothing; nil without an item.
  init?(_ item: Item?, _ digits: String = "", original: Mark?, cameFromItems: Bool) {
    guard let item else { return nil }
    field = PercentField(item.id, text: digits)
    (self.original, self.cameFromItems) = (original, cameFromItems)
  }

  /// The mark that the digits mean: none while there are none, the old one while they are wrong.
  var mark: Mark? {
    if field.text.isEmpty { return nil }
    return (try? field.percentage.get()).map(Mark.percentage) ?? original
  }

  /// Why nothing came of what was typed, and what stands; nil where it is a percentage or nothing.
  var refusal: Notice? {
    field.fault == nil ? nil : field.refusal(standing: original?.percentage)
  }
}
