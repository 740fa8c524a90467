/// The enums of the sources with the names of their cases, as their declarations say them.
struct EnumTable {
  /// Those over which a `default` would hide what a new case needs: events, commands, acts.
  static let watchedNames: Set<String> = [
    "Event", "EventKind", "Command", "CycleCommand", "SupervisionCommand", "CaseCommand",
    "CaseActName",
  ]

  /// One enum, by the names of its cases.
  struct Declared: Hashable {
    let name: String
    let cases: Set<String>
    var isWatched: Bool { EnumTable.watchedNames.contains(name) }
  }

  private(set) var enums: [Declared] = []

  /// Reads the declarations out of source texts.
  init(_ texts: [String]) {
    for text in texts where text.contains("enum ") {
      let tokens = SwiftTokens(text)
      for place in tokens.tokens.indices where tokens[place] == "enum" {
        guard let body = tokens.first(of: ["{"], from: place) else { continue }
        let cases = Self.cases(in: tokens, from: body + 1)
        if !cases.isEmpty { enums.append(Declared(name: tokens[place + 1], cases: cases)) }
      }
    }
  }

  /// The cases declared in a body, without those of what is declared within it.
  private static func cases(in tokens: SwiftTokens, from start: Int) -> Set<String> {
    var found: Set<String> = []
    var place = start
    while let next = tokens.first(of: ["case", "}"], from: place), tokens[next] == "case" {
      place = next + 1
      found.insert(tokens[place])
      // More names follow commas; values and raw values stand between.
      while let sign = tokens.first(
        of: [",", "case", "}", "var", "let", "func", "init"], from: place),
        tokens[sign] == ","
      {
        place = sign + 1
        found.insert(tokens[place])
      }
    }
    return found
  }

  /// The enums that have all of these cases.
  func having(_ names: Set<String>) -> [Declared] { enums.filter { names.isSubset(of: $0.cases) } }
}
