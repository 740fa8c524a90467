/// Finds the switches over events, commands and acts that take what nobody thought of in silence.
///
/// Without them the compiler asks for a new case wherever it matters. `if case` is free: it says of
/// itself that it is about one case.
struct SilentDefaults {
  let enums: EnumTable

  /// The lines on which such a `default`, or a pattern for everything, stands, with the enum.
  func faults(in text: String) -> [(line: Int, enumName: String)] {
    guard text.contains("switch ") else { return [] }
    let tokens = SwiftTokens(text)
    return tokens.tokens.indices.compactMap { place in
      guard tokens[place] == "switch", tokens[place - 1] != ".",
        let body = tokens.first(of: ["{"], from: place + 1)
      else { return nil }
      let block = Block(tokens, body: body)
      guard let line = block.defaultLine else { return nil }
      return block.columns.lazy.compactMap(watched).first.map { (line, $0) }
    }
  }

  /// The enum that the names are certainly cases of, where it is one of those watched.
  ///
  /// Names alone say which one: every enum of the sources that has all of them must be watched.
  private func watched(_ names: Set<String>) -> String? {
    let possible = names.isEmpty ? [] : enums.having(names)
    return possible.allSatisfy(\.isWatched) ? possible.first?.name : nil
  }

  /// What a switch says at its own level.
  private struct Block {
    /// The names of the cases in its patterns: one set, or one for each part of a tuple.
    private(set) var columns: [Set<String>] = []
    /// Where it takes all that is left.
    private(set) var defaultLine: Int?

    init(_ tokens: SwiftTokens, body: Int) {
      var place = body + 1
      while let next = tokens.first(of: ["case", "default", "}"], from: place), tokens[next] != "}"
      {
        place = next + 1
        let isCondition = ["if", "guard", "while", "for", ","].contains(tokens[next - 1])
        if tokens[next] == "default" {
          if tokens[place] == ":" { defaultLine = tokens.tokens[next].line }
        } else if !isCondition {
          place = takePatterns(tokens, from: place)
        }
      }
    }

    /// Takes the patterns of one `case`, and returns the place after its colon.
    private mutating func takePatterns(_ tokens: SwiftTokens, from start: Int) -> Int {
      var place = start
      while let end = tokens.first(of: [",", ":", "where"], from: place) {
        take(tokens, place..<end, column: 0, isGuarded: tokens[end] == "where")
        place = end + 1
        if tokens[end] == ":" { return place }
        if tokens[end] == "where", let colon = tokens.first(of: [",", ":"], from: place) {
          place = colon + 1
          if tokens[colon] == ":" { return place }
        }
      }
      return tokens.tokens.count
    }

    private mutating func take(
      _ tokens: SwiftTokens, _ pattern: Range<Int>, column: Int, isGuarded: Bool
    ) {
      var pattern = pattern
      let binds = ["let", "var"].contains(tokens[pattern.lowerBound])
      if binds { pattern = (pattern.lowerBound + 1)..<pattern.upperBound }
      let first = pattern.lowerBound
      if columns.count <= column { columns.append([]) }
      if tokens[first] == "(" {
        var (part, place) = (column, first + 1)
        while let end = tokens.first(of: [",", ")"], from: place), end < pattern.upperBound {
          take(tokens, place..<end, column: part, isGuarded: true)
          (part, place) = (part + 1, end + 1)
        }
      } else if tokens[first] == "." {
        // An optional's own pattern says what is in it.
        if tokens[first + 1] == "some", tokens[first + 2] == "(" {
          take(tokens, (first + 3)..<(pattern.upperBound - 1), column: column, isGuarded: isGuarded)
        } else if !(tokens[first + 1] == "none" && pattern.count == 2) {
          columns[column].insert(tokens[first + 1])
        }
      } else if tokens[first + 1] == ".", pattern.count > 2 {
        columns[column].insert(tokens[first + 2])
      } else if pattern.count == 1, binds || tokens[first] == "_", !isGuarded {
        defaultLine = tokens.tokens[first].line
      }
    }
  }
}
