/// Text that came as keys because the terminal marks no pastes: more words in one go than anybody
/// types, which therefore never mean commands.
///
/// A person who types ahead while the program is busy sends few keys; digits are no words, so that
/// figures typed one after the other stay keys.
enum Burst {
  /// As many characters that are no digits make a paste.
  static let words = 24
  /// Nobody types so many different ones by holding a key down.
  private static let kinds = 5

  /// The same inputs, with runs of keys that are pasted text as one piece.
  static func joined(_ inputs: [Input]) -> [Input] {
    var result: [Input] = []
    var run: [Input] = []
    func end() {
      let characters = run.compactMap(character(of:))
      let words = characters.filter { !$0.isWhitespace && !$0.isNumber }
      if words.count >= Self.words, Set(words).count >= kinds {
        result.append(.paste(String(characters)))
      } else {
        result += run
      }
      run = []
    }
    for input in inputs {
      if character(of: input) != nil {
        run.append(input)
      } else {
        end()
        result.append(input)
      }
    }
    end()
    return result
  }

  /// Whether there is pasted text among the inputs, of which more may be on its way.
  static func isPaste(_ inputs: [Input]) -> Bool {
    joined(inputs).contains { if case .paste = $0 { true } else { false } }
  }

  private static func character(of input: Input) -> Character? {
    switch input {
    case .key(.character(let character)): character
    case .key(.enter): "\n"
    case .key(.tab): "\t"
    default: nil
    }
  }
}
