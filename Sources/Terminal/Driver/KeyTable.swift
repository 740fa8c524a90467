import CNcurses

/// Which key ncurses means by a code.
struct KeyTable {
  /// The code given to the sign that pasted text follows.
  static let pasteBegin: Int32 = 0x3000
  /// The code given to the sign that pasted text ends.
  static let pasteEnd: Int32 = 0x3001
  private static let firstOwn: Int32 = 0x3002

  private var keys: [Int32: Key] = [
    cn_key_up: .up, cn_key_down: .down, cn_key_left: .left, cn_key_right: .right,
    cn_key_home: .home, cn_key_end: .end, cn_key_page_up: .pageUp, cn_key_page_down: .pageDown,
    cn_key_insert: .insert, cn_key_delete: .delete, cn_key_backspace: .backspace,
    cn_key_enter: .enter, cn_key_back_tab: .backTab, cn_key_shift_up: .shiftUp,
    cn_key_shift_down: .shiftDown, cn_key_shift_left: .shiftLeft,
    cn_key_shift_right: .shiftRight,
  ]

  /// Makes the table and tells ncurses the sequences that descriptions of terminals leave out.
  init() {
    for number in 1...24 { keys[cn_key_f0 + Int32(number)] = .function(number) }
    cn_define_key("\u{1B}[200~", Self.pasteBegin)
    cn_define_key("\u{1B}[201~", Self.pasteEnd)
    var code = Self.firstOwn
    for (sequence, key) in ControlSequence.known {
      cn_define_key(sequence, code)
      keys[code] = key
      code += 1
    }
  }

  /// The key of `code`; nil for codes without a meaning here.
  subscript(code: Int32) -> Key? { keys[code] }
}
