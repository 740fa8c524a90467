/// What a piece of text is for; themes, not screens, know colours.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Plain reading text.
  case text
  /// Units, hints, what is not available.
  case dim
  /// Headings and names.
  case title
  /// Keys and figures that can be changed.
  case accent
  /// Strengths, done, saved.
  case good
  /// Opportunities, attention.
  case warning
  /// Below the line, errors.
  case bad
  /// Points to verify.
  case info

  /// One letter for style maps in snapshots.
  var letter: Character {
    switch self {
    case .text: "t"
    case .dim: "d"
    case .title: "h"
    case .accent: "a"
    case .good: "g"
    case .warning: "w"
    case .bad: "b"
    case .info: "i"
    }
  }
}
