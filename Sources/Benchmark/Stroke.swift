/// One key press: its name in reports and what the terminal sends.
struct Stroke {
  let name: String
  let sequence: String

  static let up = Stroke(name: "↑", sequence: "\u{1b}OA")
  static let down = Stroke(name: "↓", sequence: "\u{1b}OB")
  static let right = Stroke(name: "→", sequence: "\u{1b}OC")
  static let left = Stroke(name: "←", sequence: "\u{1b}OD")
  static let enter = Stroke(name: "Enter", sequence: "\r")
  static let escape = Stroke(name: "Esc", sequence: "\u{1b}")
  static let tab = Stroke(name: "Tab", sequence: "\t")
  static let backspace = Stroke(name: "Backspace", sequence: "\u{7f}")
  static let pageUp = Stroke(name: "PgUp", sequence: "\u{1b}[5~")
  static let pageDown = Stroke(name: "PgDn", sequence: "\u{1b}[6~")
  static let home = Stroke(name: "Home", sequence: "\u{1b}OH")
  static let end = Stroke(name: "End", sequence: "\u{1b}OF")
  static let f6 = Stroke(name: "F6", sequence: "\u{1b}[17~")

  /// Alt and a character.
  static func alt(_ character: Character) -> Stroke {
    Stroke(name: "Alt-\(character)", sequence: "\u{1b}\(character)")
  }

  /// Each character of a text as a key of its own.
  static func text(_ text: String) -> [Stroke] {
    text.map { Stroke(name: String($0), sequence: String($0)) }
  }

  /// Whether the key moves a selection; ← and → change what a list is of.
  var movesCursor: Bool { ["↑", "↓"].contains(name) }
}
