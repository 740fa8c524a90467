import Foundation
import Procedure

/// A paragraph, heading or table of a document.
struct MaterialBlock: Sendable, Hashable {
  /// What it is.
  enum Kind: Sendable, Hashable {
    case heading
    case paragraph
    /// Rows of cells, the head first, with the line that names the table.
    case table([[String]], caption: String?)
    /// A step of a list, with the sign before it.
    case entry(sign: String)
  }

  var kind: Kind
  /// Its words, in which can be searched.
  var text: String
  /// How evidence names it, such as «¶4.2.2.1»; nil where it is no evidence.
  var evidence: String?
  /// The document to which it leads, as in an index.
  var link: DocumentID?

  /// Whether words occur in it, however they are capitalised.
  func contains(_ words: String) -> Bool {
    text.range(of: words, options: [.caseInsensitive, .widthInsensitive]) != nil
  }

  /// Whether it is a step of a list.
  var isEntry: Bool { if case .entry = kind { true } else { false } }

  /// The blocks of a text: headings `## `, paragraphs, tables of pipes with the caption above.
  ///
  /// - Parameter place: How evidence names what stands before the first heading.
  static func blocks(of text: String, place: String) -> [MaterialBlock] {
    var blocks: [MaterialBlock] = []
    var place = place
    var paragraph: [Substring] = []
    var rows: [[String]] = []

    func closeParagraph() {
      guard !paragraph.isEmpty else { return }
      let words = paragraph.joined(separator: "\n")
      blocks.append(MaterialBlock(kind: .paragraph, text: words, evidence: "¶" + place))
      paragraph = []
    }
    func closeTable() {
      guard !rows.isEmpty else { return }
      var caption: String?
      if let last = blocks.last, last.kind == .paragraph, tableName(last.text) != nil {
        caption = last.text
        blocks.removeLast()
      }
      let words = ([caption].compactMap { $0 } + rows.map { $0.joined(separator: " ") })
      blocks.append(
        MaterialBlock(
          kind: .table(rows, caption: caption), text: words.joined(separator: "\n"),
          evidence: caption.flatMap(tableName) ?? "¶" + place))
      rows = []
    }
    for line in text.lines {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.hasPrefix("|") {
        closeParagraph()
        let cells = cells(of: trimmed)
        if !cells.allSatisfy(isRule) { rows.append(cells) }
        continue
      }
      closeTable()
      if trimmed.hasPrefix("##") {
        closeParagraph()
        let title = trimmed.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
        place = number(of: title) ?? place
        blocks.append(MaterialBlock(kind: .heading, text: title, evidence: nil))
      } else if trimmed.isEmpty {
        closeParagraph()
      } else {
        paragraph.append(line)
      }
    }
    closeTable()
    closeParagraph()
    return blocks
  }

  /// The number with which a heading begins: «4.2.2.1» of «4.2.2.1 战略制定过程».
  static func number(of title: String) -> String? {
    let word = title.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    return word.contains(".") && word.contains(where: \.isNumber) ? String(word) : nil
  }

  /// How a caption names its table or figure: «表 4.2-1» of «表 4.2-1 战略目标与预测».
  private static func tableName(_ caption: String) -> String? {
    guard let sign = caption.first, "表图".contains(sign), !caption.contains(where: \.isNewline)
    else {
      return nil
    }
    let rest = caption.dropFirst().drop(while: \.isWhitespace)
    let number = rest.prefix { $0.isASCII && ($0.isNumber || ".-".contains($0)) }
    return number.isEmpty ? nil : "\(sign) \(number)"
  }

  private static func cells(of line: String) -> [String] {
    var body = Substring(line).dropFirst()
    if body.last == "|" { body = body.dropLast() }
    return body.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Whether a cell belongs to the rule between a table's head and its body.
  private static func isRule(_ cell: String) -> Bool {
    !cell.isEmpty && cell.allSatisfy { "-:—".contains($0) } && cell.contains("-")
  }
}
