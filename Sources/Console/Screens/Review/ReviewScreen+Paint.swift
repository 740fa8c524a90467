import Criteria
import Foundation
import Procedure
import Terminal

/// Items and material; states without a sheet.
extension ReviewScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard phase.hasSheet || phase.opensMaterial else {
      paintState(on: &canvas, in: rect, context)
      return
    }
    let layout = ReviewLayout(in: rect, context, isHeadOpen: headForm != nil)
    if focus == .checklist {
      gapList.paint(gaps(context), on: &canvas, in: rect, context)
      return
    }
    if focus == .hits {
      material.hits.paint(on: &canvas, in: rect, context)
      return
    }
    guard !context.isWide else {
      if headForm == nil { paintItems(on: &canvas, in: layout.items, context) }
      guard resting(in: rect, context).isEmpty else { return }
      paintText(on: &canvas, layout, context)
      paintReview(on: &canvas, in: layout.review, context)
      return
    }
    let panes: [Phrase] = [.Review.items, .Review.material, .Review.mine]
    let shown = focus == .items ? 0 : focus == .text ? 1 : 2
    TabBar(panes.map(context.say), selected: shown, name: "pane")
      .paint(on: &canvas, in: layout.tabs)
    switch shown {
    case 0: paintItems(on: &canvas, in: layout.items, context)
    case 1: paintText(on: &canvas, layout, context)
    default: paintReview(on: &canvas, in: layout.review, context)
    }
  }

  // MARK: States

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    guard context.isWide, focus == .items, headForm == nil,
      phase.hasSheet || phase.opensMaterial
    else { return [] }
    let layout = ReviewLayout(in: rect, context, isHeadOpen: false)
    return [layout.text, layout.review]
  }

  private func paintItems(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    items.paint(
      editor.sheet, twice: Set(editor.others.keys), isFocused: focus == .items, on: &canvas,
      in: rect, context)
  }

  private func paintText(on canvas: inout Canvas, _ layout: ReviewLayout, _ context: Context) {
    guard let item = selected(context) else { return }
    material.paint(
      textLayout(layout, context), of: item, in: dossier, isFocused: focus == .text,
      marked: marked, on: &canvas, layout, context)
  }

  private func paintState(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let title = dossier.map { Line("\($0.id) \($0.application.name)") } ?? context.line(id.title)
    TextPane.paint(title, on: &canvas, in: rect) { width in
      phase.lines(context).flatMap { $0.wrapped(to: min(76, width)) }
    }
  }
}

extension ReviewPhase {
  /// What is said while there is nothing to work on.
  fileprivate func lines(_ context: Context) -> [Line] {
    switch self {
    case .loading: return [context.line(.Review.reading, .dim)]
    case .barred(let why): return [context.line(why, .warning)]
    case .steppedBack(let interest):
      return [
        context.line(.Review.steppedBack, .warning),
        context.line(.Review.groundIs(interest.ground)),
      ] + (interest.note.isBlank ? [] : [Line(interest.note, .dim)])
    case .undeclared:
      return [
        context.line(.Review.declareFirst, .title), Line(""),
        context.line(.Review.declareExplains), Line(""),
        context.line(.Review.declareKey, .accent),
      ]
    case .ready, .underWay, .handedIn, .opened: return []
    }
  }
}
