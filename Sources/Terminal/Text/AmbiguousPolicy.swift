import Foundation

/// How signs of «ambiguous» width are shown, which fonts for Chinese may draw two cells wide.
public enum AmbiguousPolicy: Sendable, Hashable {
  /// As they are, one cell each, as the C library counts.
  case narrow
  /// By table: our own signs in ASCII, punctuation of texts by counterparts that are surely wide.
  case wide

  /// What `PINGSHEN_AMBIGUOUS` says in `environment`: `wide`, else narrow.
  public init(environment: [String: String]) {
    self = environment["PINGSHEN_AMBIGUOUS"]?.lowercased() == "wide" ? .wide : .narrow
  }

  /// The policy of this process, read from the environment once.
  public static let current = AmbiguousPolicy(environment: ProcessInfo.processInfo.environment)

  /// What stands for `scalar` on the screen, or nil where it stands for itself.
  ///
  /// Our own signs keep their one column, so that a layout does not depend on the policy; each
  /// scalar of a result is ASCII or two columns wide by `wcwidth`.
  func replacement(for scalar: Unicode.Scalar) -> String? {
    guard self == .wide, scalar.value >= 0x80 else { return nil }
    return Self.wideTable[scalar]
  }

  private static let wideTable: [Unicode.Scalar: String] = [
    "“": "「", "”": "」", "‘": "『", "’": "』", "…": "..", "—": "－", "·": "・", "–": "-",
    "●": "*", "○": "o", "◆": "#", "◇": "+", "▸": ">", "▶": ">", "◂": "<", "◀": "<", "✓": "v",
    "✗": "x", "✔": "v", "✘": "x", "◐": "%", "◑": "%", "×": "x", "÷": "/", "±": "~", "←": "<",
    "→": ">", "↑": "^", "↓": "v", "↔": "-", "⇧": "^", "─": "-", "━": "=", "│": "|", "┃": "|",
    "├": "+", "┤": "+", "┼": "+", "┬": "+", "┴": "+", "┌": "+", "┐": "+", "└": "+", "┘": "+",
    "▲": "^", "▼": "v", "△": "^", "▽": "v", "█": "#", "░": ".", "▒": ":", "▓": "#", "▌": "|",
    "▐": "|", "▎": "|", "▏": "|", "■": "#", "□": "o", "◎": "o", "★": "*", "☆": "*", "•": "*",
    "※": "*", "¶": "P", "§": "S", "°": "o", "℃": "C", "≥": ">=", "≤": "<=", "≠": "!=", "≈": "~",
    "∞": "~", "√": "v", "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "Ⅵ": "VI",
    "①": "(1)", "②": "(2)", "③": "(3)", "④": "(4)", "⑤": "(5)", "⑥": "(6)", "⑦": "(7)",
    "⑧": "(8)", "⑨": "(9)", "⑩": "(10)", "Ⓐ": "A", "♀": "F", "♂": "M",
  ]
}
