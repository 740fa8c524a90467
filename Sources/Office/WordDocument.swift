import Foundation
import Splitting

/// Reads a document of words (.docx) as a reader of it sees it.
struct WordDocument {
  var styles = WordStyles()
  var numbering = WordNumbering()
  var notes: [String: String] = [:]
  var pages: WordPages
  var pictures = 0
  var noteCount = 0
  private let body: Data

  /// - Throws: `ReadingFault`.
  static func read(_ bytes: Data) throws(ReadingFault) -> Manuscript {
    let package = try Package(bytes) { name in
      name == "_rels/.rels" || (name.hasSuffix(".xml") && !name.contains("/theme/"))
    }
    var document = try WordDocument(package)
    var lines: [Line] = []
    let xml = try XMLPull(document.body)
    while let event = try xml.next() {
      guard case .start(let element) = event, element.name == "w:body" else { continue }
      try document.blocks(xml, into: &lines)
    }
    if !document.pages.isKnown { for index in lines.indices { lines[index].page = nil } }
    return Manuscript(lines: lines, encoding: "docx")
  }

  private init(_ package: Package) throws(ReadingFault) {
    let main = try Self.mainPart(package)
    guard let body = package.parts[main] else { throw .damaged }
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    self.body = body
    pages = WordPages(body)
    if let part = package.parts[folder + "styles.xml"] { styles = try WordStyles(part) }
    if let part = package.parts[folder + "numbering.xml"] { numbering = try WordNumbering(part) }
    for (name, kind) in [("footnotes.xml", "w:footnote"), ("endnotes.xml", "w:endnote")] {
      if let part = package.parts[folder + name] { try readNotes(part, kind) }
    }
  }

  private static func mainPart(_ package: Package) throws(ReadingFault) -> String {
    guard let relations = package.parts["_rels/.rels"] else { return "word/document.xml" }
    let xml = try XMLPull(relations)
    while let event = try xml.next() {
      if case .start(let element) = event, element.name == "pr:Relationship",
        element.attributes["Type"]?.hasSuffix("/officeDocument") == true,
        let target = element.attributes["Target"]
      {
        return String(target.drop { $0 == "/" })
      }
    }
    return "word/document.xml"
  }

  private mutating func readNotes(_ part: Data, _ kind: String) throws(ReadingFault) {
    let xml = try XMLPull(part)
    while let event = try xml.next() {
      guard case .start(let element) = event, element.name == kind else { continue }
      guard let id = element.attributes["w:id"], element.attributes["w:type"] == nil else {
        try xml.skip()
        continue
      }
      var lines: [Line] = []
      try blocks(xml, into: &lines)
      notes[kind + id] = lines.map(\.text).joined(separator: " ")
        .trimmingCharacters(in: .whitespaces)
    }
  }

  /// Paragraphs and tables, whatever they are wrapped in.
  mutating func blocks(_ xml: XMLPull, into lines: inout [Line]) throws(ReadingFault) {
    var carried = ""
    try xml.children { element throws(ReadingFault) in
      switch element.name {
      case "w:p": try paragraph(xml, into: &lines, carried: &carried)
      case "w:tbl": try table(xml, into: &lines)
      case "w:sdt": try control(xml, into: &lines)
      case "mc:AlternateContent":
        try xml.choice { inner throws(ReadingFault) in
          try blocks(inner, into: &lines)
        }
      case "w:del", "w:moveFrom": try xml.skip()
      default: break
      }
    }
    if !carried.isEmpty { lines.append(Line(carried, page: pages.current)) }
  }

  /// What a field or control holds; a table of contents says that it is one.
  private mutating func control(_ xml: XMLPull, into lines: inout [Line]) throws(ReadingFault) {
    var isContents = false
    var inside: [Line] = []
    try xml.children { element throws(ReadingFault) in
      switch element.name {
      case "w:docPartGallery":
        isContents =
          element.attributes["w:val"]?.lowercased().contains("table of contents") ?? false
      case "w:sdtContent": try blocks(xml, into: &inside)
      default: break
      }
    }
    if isContents { for index in inside.indices { inside[index].kind = .contents } }
    lines += inside
  }

  private mutating func table(_ xml: XMLPull, into lines: inout [Line]) throws(ReadingFault) {
    var layout = TableLayout(rows: [])
    let page = pages.current
    var isDeleted = false
    try xml.children { element throws(ReadingFault) in
      switch element.name {
      case "w:tr":
        if isDeleted, !layout.rows.isEmpty { layout.rows.removeLast() }
        isDeleted = false
        layout.rows.append([])
      case "w:trPr":
        try xml.children { if $0.name == "w:del" { isDeleted = true } }
      case "w:tc":
        let cell = try cell(xml)
        if layout.rows.isEmpty { layout.rows.append([]) }
        layout.rows[layout.rows.count - 1].append(cell)
      default: break
      }
    }
    if isDeleted, !layout.rows.isEmpty { layout.rows.removeLast() }
    lines += layout.lines(page: page)
  }

  private mutating func cell(_ xml: XMLPull) throws(ReadingFault) -> TableLayout.Cell {
    var cell = TableLayout.Cell(lines: [])
    var carried = ""
    try xml.children { element throws(ReadingFault) in
      switch element.name {
      case "w:gridSpan":
        let span = element.attributes["w:val"].flatMap(Int.init) ?? 1
        cell.span = min(max(1, span), 64)
      case "w:vMerge", "w:hMerge":
        cell.isContinued = element.attributes["w:val"] != "restart"
      case "w:p": try paragraph(xml, into: &cell.lines, carried: &carried)
      case "w:tbl": try table(xml, into: &cell.lines)
      case "w:sdt": try control(xml, into: &cell.lines)
      case "mc:AlternateContent":
        try xml.choice { inner throws(ReadingFault) in
          try blocks(inner, into: &cell.lines)
        }
      case "w:del", "w:moveFrom": try xml.skip()
      default: break
      }
    }
    if !carried.isEmpty { cell.lines.append(Line(carried, page: pages.current)) }
    return cell
  }

  private mutating func paragraph(
    _ xml: XMLPull, into lines: inout [Line], carried: inout String
  ) throws(ReadingFault) {
    var paragraph = WordParagraph(page: pages.current)
    try runs(xml, of: &paragraph)
    finish(&paragraph)
    if paragraph.endsPage { pages.turn(.asked) }
    if paragraph.isMarkDeleted {
      // With its mark deleted a paragraph goes on in the next.
      carried += paragraph.text.joined()
      lines += paragraph.behind
      return
    }
    paragraph.text[0] = paragraph.number + carried + paragraph.text[0]
    carried = ""
    for text in paragraph.text {
      lines.append(
        Line(
          text, page: paragraph.page, level: paragraph.level, isBold: paragraph.isBold,
          kind: styles.isContents(paragraph.style) ? .contents : .text))
    }
    lines += paragraph.behind
  }

  /// What its style and its number say of a paragraph.
  private mutating func finish(_ paragraph: inout WordParagraph) {
    let chain = styles.chain(paragraph.style)
    if paragraph.level == nil { paragraph.level = styles.level(paragraph.style) }
    paragraph.isBold =
      !paragraph.isEmpty
      && (paragraph.runsAreBold ?? (chain.lazy.compactMap(\.isBold).first ?? false))
    let inherited = chain.lazy.compactMap(\.numbering).first
    guard let id = paragraph.numbering ?? inherited else { return }
    let level =
      paragraph.numberingLevel ?? numbering.level(of: paragraph.style, in: id)
      ?? chain.lazy.compactMap(\.numberingLevel).first ?? 0
    if !paragraph.isMarkDeleted { paragraph.number = numbering.next(id, level: level) }
  }
}
