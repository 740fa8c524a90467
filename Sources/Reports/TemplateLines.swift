import Foundation
import Office

/// The lines of a template: what they are, kept apart from what people typed.
///
/// `# ` begins the title, `## ` to `##### ` a heading of rank 1 to 4; a name alone on a line is a block
/// or paragraphs; two ideographic spaces begin a paragraph; a line that ends in a colon says whom the
/// paper is for. What stands for all this between template and paper are control characters, which
/// no words that people typed can hold.
enum TemplateLines {
  private static let block = "\u{1}"
  private static let heading = "\u{2}"
  private static let paragraphs = "\u{3}"
  /// A line end within a value.
  static let lineEnd = "\u{4}"

  /// The template with marks in place of what begins its lines.
  ///
  /// - Parameter blocks: the names that stand for blocks.
  static func marked(_ text: String, blocks: Set<String>) -> String {
    text.lines.map { line in
      let trimmed = String(line.trimmed)
      if let name = loneName(trimmed) {
        return blocks.contains(name) ? "\(block)\(name)" : "\(paragraphs)\(trimmed)"
      }
      let rank = trimmed.prefix { $0 == "#" }.count
      guard (1...5).contains(rank), trimmed.dropFirst(rank).first == " " else {
        return String(line)
      }
      return "\(heading)\(rank - 1)\(trimmed.dropFirst(rank + 1))"
    }.joined(separator: "\n")
  }

  /// The blocks of a rendered template.
  static func blocks(
    _ rendered: String, _ blocks: [String: [Composition.Block]]
  ) -> [Composition.Block] {
    rendered.lines.flatMap { line -> [Composition.Block] in
      if line.hasPrefix(block) { return blocks[String(line.dropFirst().trimmed)] ?? [] }
      if line.hasPrefix(paragraphs) {
        return line.dropFirst().split(separator: lineEnd).map(\.trimmed).filter { !$0.isEmpty }
          .map { .paragraph(Words(String($0))) }
      }
      let isIndented = line.hasPrefix("　　")
      let text = String(line.replacing(lineEnd, with: " ").trimmed)
      if text.hasPrefix(heading), let rank = text.dropFirst().first.flatMap({ Int(String($0)) }) {
        let words = String(text.dropFirst(2))
        return words.isEmpty ? [] : [rank == 0 ? .title(words) : .heading(rank, words)]
      }
      guard !text.isEmpty else { return [] }
      if isIndented { return [.paragraph(Words(text))] }
      return [text.hasSuffix("：") ? .recipient(text) : .paragraph(Words(text), .flush)]
    }
  }

  /// The name of a value where the line holds nothing else.
  private static func loneName(_ line: String) -> String? {
    guard line.hasPrefix("{{"), line.hasSuffix("}}") else { return nil }
    let name = line.dropFirst(2).dropLast(2).trimmed
    return !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      ? String(name) : nil
  }
}

extension FieldValue {
  /// The value as mustache takes it.
  var mustache: any Sendable {
    switch self {
    case .text(let text): TemplateWords(text)
    case .flag(let flag): flag
    case .rows(let rows): rows.map { $0.mapValues(\.mustache) }
    }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without space at either end, the ideographic one included.
  var trimmed: Substring {
    var kept = drop(while: \.isWhitespace)
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept
  }
}
