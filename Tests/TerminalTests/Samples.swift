@testable import Terminal

/// A seeded generator, so that a failing text can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts as applicants, terminals and attackers write them.
enum Samples {
  static let pieces: [String] = [
    "评", "审", "钱江精密机械", "战略（2024）", "“信息”", "，", "。", "……", "a", "Lean", "6,120", "3.14",
    " ", "  ", "\t", "\u{3000}", "\n", "\r\n", "é", "e\u{301}", "\u{301}", "👍", "👨‍👩‍👧‍👦", "🇨🇳", "𠮷",
    "\u{30000}", "\u{3FFFD}", "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{9B}2J", "\u{0}", "\u{7F}",
    "\u{85}", "\u{202E}abc\u{202C}", "\u{2066}", "\u{200F}", "\u{61C}", "\u{FEFF}", "●", "✓", "—",
    "한글", "カタカナ", "ｱ", "ไทย", "عربي", "\u{E000}", "\u{2028}", "\u{10FFFF}",
  ]

  static func text(seed: UInt64, pieces count: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }
}

extension Canvas {
  /// The first broken promise of the canvas; nil where all are kept.
  var brokenPromise: String? {
    for row in 0..<size.height {
      for column in 0..<size.width {
        guard let cell = self[Point(x: column, y: row)] else { return "no cell" }
        let next = self[Point(x: column + 1, y: row)]
        let before = self[Point(x: column - 1, y: row)]
        if cell.width == 2 && next?.width != 0 { return "a first half alone at \(column),\(row)" }
        if cell.width == 0 && before?.width != 2 {
          return "a second half alone at \(column),\(row)"
        }
        if cell.marks.count > 4 { return "more than four marks at \(column),\(row)" }
        for scalar in [cell.scalar] + cell.marks {
          if Visible.isControl(scalar) || Visible.isBidiControl(scalar) {
            return "a control character at \(column),\(row)"
          }
        }
        if cell.width > 0 && CellWidth.known(cell.scalar) != Int(cell.width) {
          return "a cell that is not as wide as its scalar at \(column),\(row)"
        }
      }
    }
    return nil
  }
}
