/// What a key sequence means that ncurses did not know from the terminal's description.
///
/// Terminals send some keys otherwise than they are described, and slow lines tear sequences
/// apart; an unknown sequence is swallowed whole rather than typed into a text.
enum ControlSequence: Equatable {
  case incomplete
  case unknown
  case key(Key)
  case pasteBegin

  /// Reads the bytes after ESC, the introducer `[` or `O` included.
  init(_ bytes: [UInt8]) {
    guard let final = bytes.last, bytes.count > 1 else {
      self = .incomplete
      return
    }
    if bytes.count == 2 && bytes[0] == UInt8(ascii: "[") && final == UInt8(ascii: "[") {
      self = .incomplete
      return
    }
    if (0x20..<0x40).contains(final) {
      self = bytes.count > 32 ? .unknown : .incomplete
      return
    }
    let body = String(decoding: bytes.dropFirst(), as: UTF8.self)
    if body == "200~" {
      self = .pasteBegin
    } else {
      self = Self.keys[body].map { .key($0) } ?? .unknown
    }
  }

  private static let keys: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "1~": .home, "2~": .insert, "3~": .delete, "4~": .end, "5~": .pageUp, "6~": .pageDown,
    "7~": .home, "8~": .end, "M": .enter,
    "1;2A": .shiftUp, "1;2B": .shiftDown, "1;2C": .shiftRight, "1;2D": .shiftLeft,
    "1;5A": .controlUp, "1;5B": .controlDown, "1;5C": .controlRight, "1;5D": .controlLeft,
    "1;5H": .controlHome, "1;5F": .controlEnd, "5;5~": .controlPageUp, "6;5~": .controlPageDown,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
    "[A": .function(1), "[B": .function(2), "[C": .function(3), "[D": .function(4),
    "[E": .function(5), "11~": .function(1), "12~": .function(2), "13~": .function(3),
    "14~": .function(4), "15~": .function(5), "17~": .function(6), "18~": .function(7),
    "19~": .function(8), "20~": .function(9), "21~": .function(10), "23~": .function(11),
    "24~": .function(12),
  ]

  /// The sequences with their keys, to be made known to ncurses as well.
  static var known: [(sequence: String, key: Key)] {
    keys.filter { $0.key.contains(";") }.map { ("\u{1B}[" + $0.key, $0.value) }
  }
}
