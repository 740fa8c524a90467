/// A digit as people type it, with an input method on or off.
enum TypedDigit {
  /// The number of a digit in either width; nil for every other character.
  static func value(_ character: Character) -> Int? {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    else { return nil }
    return character.wholeNumberValue
  }
}
