import Foundation

/// Reads one source file and names what the architecture does not allow in it.
struct SourceCheck {
  /// The target that the file belongs to.
  let target: String
  /// How the file is called in a report.
  let file: String
  /// The file's text.
  let text: String
  /// The enums of the sources, by which a switch is known for what it is over.
  var enums = EnumTable([])

  /// What is wrong, each as «file:line: sentence»; empty when the file is as it should be.
  var violations: [String] {
    guard let row = ImportTable.rows[target] else {
      return ["\(file):1: target \(target) has no row in the import table"]
    }
    var found = words(ImportTable.markers, in: numbered(text), because: "marks unfinished work")
    guard file.hasSuffix(".swift") else { return found }
    found += words(ImportTable.lineEnds, in: numbered(text), because: "misses CR LF: use `lines`")
    let code = SwiftCode(text).lines
    found += imports(in: code, allowed: row)
    if target == "pingshen", !file.hasSuffix("/Output.swift") {
      found += words(ImportTable.prints, in: code, because: "prints past `Output`")
    }
    found += words(ImportTable.forced, in: code, because: "ends the program instead of throwing")
    if row.pure {
      found += words(ImportTable.impure, in: code, because: "is not for a pure target")
    }
    found += SilentDefaults(enums: enums).faults(in: text).map {
      "\(file):\($0.line): default over \($0.enumName) hides what a new case needs"
    }
    return found
  }

  private func numbered(_ text: String) -> [(number: Int, text: String)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, String($0.element)) }
  }

  private func words(
    _ words: [String], in lines: [(number: Int, text: String)], because reason: String
  ) -> [String] {
    lines.flatMap { line in
      words.filter { Self.has(word: $0, line.text) }
        .map { "\(file):\(line.number): \($0) \(reason)" }
    }
  }

  /// Whether the word stands in the line and does not merely end a longer one.
  static func has(word: String, _ line: String) -> Bool {
    var rest = line[...]
    while let range = rest.range(of: word) {
      let before = line[..<range.lowerBound].last
      let after = line[range.upperBound...].first
      let startsWord = !(before.map(isWordPart) ?? false)
      let endsWord = !(word.last.map(isWordPart) ?? false) || !(after.map(isWordPart) ?? false)
      if startsWord && endsWord { return true }
      rest = line[range.upperBound...]
    }
    return false
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private func imports(
    in lines: [(number: Int, text: String)], allowed row: ImportTable.Row
  ) -> [String] {
    var conditions: [String] = []
    var found: [String] = []
    for line in lines {
      let words = line.text.split(whereSeparator: \.isWhitespace).map(String.init)
      switch words.first {
      case "#if": conditions.append(line.text)
      case "#elseif", "#else": conditions[conditions.count - 1] = line.text
      case "#endif": conditions.removeLast()
      default: break
      }
      for module in Self.modules(importedBy: line.text) {
        let place = "\(file):\(line.number): \(target)"
        if ImportTable.platformModules.contains(module) {
          if !row.platform {
            found.append("\(place) may not import \(module)")
          } else if !conditions.contains(where: { $0.contains("canImport(\(module))") }) {
            found.append("\(place) imports \(module) outside #if canImport(\(module))")
          }
        } else if !row.ours.contains(module), !row.others.contains(module) {
          found.append("\(place) may not import \(module)")
        }
      }
    }
    return found
  }

  /// The modules that a line of code imports: attributes, access levels and kinds are passed over.
  static func modules(importedBy line: String) -> [String] {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor",
    ]
    return line.split(separator: ";").compactMap { statement in
      let words = statement.split(whereSeparator: \.isWhitespace)
      guard let start = words.firstIndex(of: "import"),
        words[..<start].allSatisfy({ isBeforeImport($0) })
      else { return nil }
      let name = words[(start + 1)...].first { !kinds.contains($0) }
      return name?.split(separator: ".").first.map(String.init)
    }
  }

  private static func isBeforeImport(_ word: Substring) -> Bool {
    let levels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    return levels.contains(word) || word.hasPrefix("@")
  }
}
