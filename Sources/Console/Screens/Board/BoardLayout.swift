import Foundation
import Terminal

/// How the overview divides its room: names of the pages, then the panes of the one in front.
struct BoardLayout {
  let tabs: Rect
  let panes: [BoardScreen.Pane: Rect]

  /// The rows under the late cases in which the selected one is said in words.
  static let wordRows = 2
  /// The rows over and under a chart: the summary and what the bars mean.
  static let chartWords = 2

  /// The layout of a room.
  ///
  /// - Parameter stages: The stages that the matrix shows, for which it takes the height.
  init(in rect: Rect, wide: Bool, stages: Int) {
    let (tabs, rest) = rect.splitTop(1)
    self.tabs = tabs
    guard wide else {
      panes = Dictionary(uniqueKeysWithValues: BoardScreen.Pane.allCases.map { ($0, rest) })
      return
    }
    let wanted = stages == 0 ? 3 : stages + 3
    let (matrix, below) = rest.splitTop(min(wanted, max(6, rest.height - 10)), gap: 1)
    let (late, panels) = below.splitLeft(below.width * 3 / 5, gap: 1)
    let (material, onSite) = rest.splitLeft(rest.width / 2, gap: 1)
    panes = [
      .stages: matrix, .late: late, .panels: panels, .material: material, .onSite: onSite,
      .list: rest,
    ]
  }

  func rect(of pane: BoardScreen.Pane) -> Rect {
    panes[pane] ?? Rect(x: 0, y: 0, width: 0, height: 0)
  }

  /// Rows of a pane's list or chart under its band and header.
  func rows(of pane: BoardScreen.Pane) -> Int {
    let height = rect(of: pane).height
    switch pane {
    case .stages, .panels, .list: return max(1, height - 2)
    case .late: return max(1, height - 2 - Self.wordRows)
    case .material, .onSite: return max(1, height - 1 - Self.chartWords)
    }
  }
}
