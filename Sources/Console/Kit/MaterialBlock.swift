import Foundation
import Procedure
import Store

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
    /// A picture in characters.
    case picture([String])
  }

  var kind: Kind
  /// Its words, in which can be searched.
  var text: String
  /// Where it stands; nil where it is nothing to be quoted.
  var citation: Citation?
  /// The document to which it leads, as in an index.
  var link: DocumentID?

  /// How evidence names it; nil where it is no evidence.
  var evidence: String? { citation?.words }

  /// Whether words occur in it, however they are capitalised.
  func contains(_ words: String) -> Bool {
    text.range(of: words, options: [.caseInsensitive, .widthInsensitive]) != nil
  }

  /// Whether it is a step of a list.
  var isEntry: Bool { if case .entry = kind { true } else { false } }

  /// The blocks of a part of a document.
  ///
  /// - Parameter cited: How what stands before the first heading is cited.
  static func blocks(of part: MaterialText.Part, cited: Citation) -> [MaterialBlock] {
    let text = blocks(of: part.body, cited: cited, places: part.places)
    guard !part.picture.isEmpty else { return text }
    return text + [MaterialBlock(kind: .picture(part.picture), text: "", citation: cited)]
  }

  /// The blocks of a text: headings `## `, paragraphs, tables of pipes with the caption above.
  ///
  /// - Parameters:
  ///   - cited: How what stands before the first heading is cited.
  ///   - places: Where each line stands in the document; empty where pages are not known.
  static func blocks(
    of text: String, cited: Citation, places: [MaterialText.LinePlace] = []
  ) -> [MaterialBlock] {
    var reader = BlockReader(citation: cited, places: places)
    for (place, line) in text.lines.enumerated() { reader.take(line, at: place) }
    reader.close()
    return reader.blocks
  }

  /// The number with which a heading begins: «4.2.2.1» of «4.2.2.1 战略制定过程».
  static func number(of title: String) -> String? {
    let word = title.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    return word.contains(".") && word.contains(where: \.isNumber) ? String(word) : nil
  }
}

/// Takes the lines of a text one after the other and makes blocks of them.
private struct BlockReader {
  /// How what comes next is cited.
  var citation: Citation
  let places: [MaterialText.LinePlace]
  private(set) var blocks: [MaterialBlock] = []
  private var paragraph: [Substring] = []
  private var rows: [[String]] = []
  /// The line with which the paragraph or the table began.
  private var start = 0
  /// The paragraphs since the last heading with a number.
  private var count = 0

  init(citation: Citation, places: [MaterialText.LinePlace]) {
    (self.citation, self.places) = (citation, places)
  }

  mutating func take(_ line: Substring, at place: Int) {
    let trimmed = line.trimmingCharacters(in: .whitespaces)
    if trimmed.hasPrefix("|") {
      closeParagraph()
      if rows.isEmpty { start = place }
      let cells = Self.cells(of: trimmed)
      if !cells.allSatisfy(Self.isRule) { rows.append(cells) }
      return
    }
    closeTable()
    if trimmed.hasPrefix("##") {
      closeParagraph()
      let title = trimmed.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
      if let number = MaterialBlock.number(of: title) { (citation.section, count) = (number, 0) }
      blocks.append(MaterialBlock(kind: .heading, text: title))
    } else if trimmed.isEmpty {
      closeParagraph()
    } else {
      if paragraph.isEmpty { start = place }
      paragraph.append(line)
    }
  }

  mutating func close() {
    closeTable()
    closeParagraph()
  }

  private mutating func closeParagraph() {
    guard !paragraph.isEmpty else { return }
    let words = paragraph.joined(separator: "\n")
    blocks.append(MaterialBlock(kind: .paragraph, text: words, citation: cited()))
    paragraph = []
  }

  private mutating func closeTable() {
    guard !rows.isEmpty else { return }
    var caption: String?
    var cited: Citation?
    if let last = blocks.last, last.kind == .paragraph, let name = Self.tableName(last.text) {
      (caption, cited) = (last.text, last.citation)
      cited?.table = name
      cited?.paragraph = nil
      blocks.removeLast()
    }
    let words = ([caption].compactMap { $0 } + rows.map { $0.joined(separator: " ") })
    blocks.append(
      MaterialBlock(
        kind: .table(rows, caption: caption), text: words.joined(separator: "\n"),
        citation: cited ?? self.cited()))
    rows = []
  }

  /// How the paragraph that began last is cited.
  private mutating func cited() -> Citation {
    count += 1
    var citation = citation
    if places.indices.contains(start) {
      (citation.page, citation.paragraph) = (places[start].page, places[start].paragraph)
    } else {
      citation.paragraph = count
    }
    return citation
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
