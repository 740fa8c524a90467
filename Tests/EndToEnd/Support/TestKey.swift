/// A key of a terminal that calls itself `xterm-256color`, after the program asked for application
/// cursor keys as ncurses does.
enum TestKey: Sendable {
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case enter, esc, tab, backTab, space
  case bs, del, insert, home, end, pgUp, pgDn
  case ctrlPgUp, ctrlPgDn
  /// A function key, 1 to 12.
  case f(Int)
  /// Ctrl and a letter.
  case ctrl(Character)
  /// Alt and a character, sent as ESC and the character.
  case alt(Character)

  /// What the terminal sends for the key.
  var bytes: [UInt8] { Array(sequence.utf8) }

  private var sequence: String {
    switch self {
    case .up: "\u{1b}OA"
    case .down: "\u{1b}OB"
    case .right: "\u{1b}OC"
    case .left: "\u{1b}OD"
    case .shiftUp: "\u{1b}[1;2A"
    case .shiftDown: "\u{1b}[1;2B"
    case .shiftRight: "\u{1b}[1;2C"
    case .shiftLeft: "\u{1b}[1;2D"
    case .enter: "\r"
    case .esc: "\u{1b}"
    case .tab: "\t"
    case .backTab: "\u{1b}[Z"
    case .space: " "
    case .bs: "\u{7f}"
    case .del: "\u{1b}[3~"
    case .insert: "\u{1b}[2~"
    case .home: "\u{1b}OH"
    case .end: "\u{1b}OF"
    case .pgUp: "\u{1b}[5~"
    case .pgDn: "\u{1b}[6~"
    case .ctrlPgUp: "\u{1b}[5;5~"
    case .ctrlPgDn: "\u{1b}[6;5~"
    case .f(let number): Self.functionKeys[number - 1]
    case .ctrl(let letter): String(Unicode.Scalar((letter.asciiValue ?? 0) & 0x1f))
    case .alt(let character): "\u{1b}\(character)"
    }
  }

  private static let functionKeys = [
    "\u{1b}OP", "\u{1b}OQ", "\u{1b}OR", "\u{1b}OS",
    "\u{1b}[15~", "\u{1b}[17~", "\u{1b}[18~", "\u{1b}[19~",
    "\u{1b}[20~", "\u{1b}[21~", "\u{1b}[23~", "\u{1b}[24~",
  ]
}
