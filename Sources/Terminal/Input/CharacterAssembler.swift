/// Puts UTF-8 together byte by byte; what is no UTF-8 becomes U+FFFD.
struct CharacterAssembler: Sendable {
  private var pending: [UInt8] = []
  private var needed = 0

  /// Takes one byte and gives every character that is complete by it.
  mutating func take(_ byte: UInt8, _ give: (Character) -> Void) {
    if needed > 0 {
      if isContinuation(byte) {
        pending.append(byte)
        needed -= 1
        if needed == 0 {
          give(Character(String(decoding: pending, as: UTF8.self)))
          pending = []
        }
        return
      }
      abandon(give)
    }
    switch byte {
    case 0x00..<0x80: give(Character(Unicode.Scalar(byte)))
    case 0xC2...0xDF: begin(byte, needs: 1)
    case 0xE0...0xEF: begin(byte, needs: 2)
    case 0xF0...0xF4: begin(byte, needs: 3)
    default: give("\u{FFFD}")
    }
  }

  /// Gives up on a character of which the rest did not come.
  mutating func abandon(_ give: (Character) -> Void) {
    guard needed > 0 else { return }
    needed = 0
    pending = []
    give("\u{FFFD}")
  }

  private mutating func begin(_ byte: UInt8, needs count: Int) {
    pending = [byte]
    needed = count
  }

  /// Whether `byte` can go on what is there: no overlong forms, surrogates or beyond U+10FFFF.
  private func isContinuation(_ byte: UInt8) -> Bool {
    guard byte & 0xC0 == 0x80 else { return false }
    guard pending.count == 1 else { return true }
    switch pending[0] {
    case 0xE0: return byte >= 0xA0
    case 0xED: return byte < 0xA0
    case 0xF0: return byte >= 0x90
    case 0xF4: return byte < 0x90
    default: return true
    }
  }
}
