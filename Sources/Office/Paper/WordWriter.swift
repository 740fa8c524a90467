import Foundation

extension Composition {
  /// The paper as a document of words (.docx).
  ///
  /// - Throws: `WritingFault`.
  public func docx() throws(WritingFault) -> Data {
    var writer = WordWriter(self)
    return try ZipPackage.zip(writer.parts())
  }
}

/// Writes a paper as a document of words.
struct WordWriter {
  let paper: Composition
  var body = ""
  var pictures: [Picture] = []
  /// Whether the next paragraph begins a page.
  private var breaksPage = false
  private var previous: Composition.Block?
  /// Whether what ends a text comes next; no signature stands on a page without text.
  private var isFollowed = false

  init(_ paper: Composition) { self.paper = paper }

  /// The parts of the package in their order.
  mutating func parts() -> [(name: String, contents: Data)] {
    for (index, block) in paper.blocks.enumerated() {
      let next = paper.blocks.dropFirst(index + 1).first
      isFollowed = next.map(\.endsText) ?? false
      write(block)
      previous = block
    }
    var parts: [(name: String, contents: Data)] = []
    for (name, xml) in WordPackage(self).parts { parts.append((name, Data(xml.utf8))) }
    for (index, picture) in pictures.enumerated() {
      parts.append(("word/media/image\(index + 1).png", picture.bytes))
    }
    return parts
  }

  private mutating func write(_ block: Composition.Block) {
    switch block {
    case .letterhead(let issuer, let number): letterhead(issuer, number)
    case .number(let text): paragraph("PaperNumber", Words(Markup.line(text)))
    case .title(let text): title(text)
    case .recipient(let text): paragraph("Recipient", Words(Markup.line(text)))
    case .heading(let rank, let text):
      paragraph("Heading\(min(max(1, rank), 4))", Words(Markup.line(text)))
    case .paragraph(let words, let setting): text(words, setting)
    case .table(let table): write(table)
    case .bars(let bars): write(bars)
    case .picture(let picture): write(picture)
    case .ticks(let ticks):
      text(Words(ticks.map(\.written).joined(separator: "　　")), .indented)
    case .attachments(let names): attachments(names)
    case .signature(let signer, let date): signature(signer, date)
    case .signatureLines(let labels): for label in labels { signingLine(label) }
    case .imprint(let copies, let office, let date): imprint(copies, office, date)
    case .fine(let text): paragraph("Fine", Words(text))
    case .space(let lines): for _ in 0..<min(max(0, lines), 22) { paragraph("Normal", "") }
    case .pageBreak: breaksPage = true
    }
  }

  private mutating func text(_ words: Words, _ setting: Composition.Setting) {
    switch setting {
    case .indented: paragraph("PaperText", words, keepsWithNext: isFollowed)
    case .flush: paragraph("Normal", words, keepsWithNext: isFollowed)
    case .centred: paragraph("Normal", words, properties: "<w:jc w:val=\"center\"/>")
    case .right: paragraph("Normal", words, properties: "<w:jc w:val=\"right\"/>")
    }
  }

  /// A paragraph; its own properties stand in the order that Word wants.
  mutating func paragraph(
    _ style: String, _ words: Words, keepsWithNext: Bool = false, properties: String = "",
    run: String = ""
  ) {
    let before = (keepsWithNext ? "<w:keepNext/>" : "") + pageBreak()
    body += paragraphXML(style, words, before + properties, run)
  }

  func paragraphXML(
    _ style: String, _ words: Words, _ properties: String = "", _ run: String = ""
  ) -> String {
    let named = style == "Normal" ? "" : "<w:pStyle w:val=\"\(style)\"/>"
    let all = named + properties
    return "<w:p>\(all.isEmpty ? "" : "<w:pPr>\(all)</w:pPr>")\(Self.runs(words, run))</w:p>"
  }

  static func runs(_ words: Words, _ properties: String = "") -> String {
    words.spans.map { span in
      let own =
        (span.isBold ? "<w:b/>" : "") + properties
        + (span.isUnderlined ? "<w:u w:val=\"single\"/>" : "")
      let lines = Markup.lines(span.text).map {
        "<w:t xml:space=\"preserve\">\(Markup.escaped($0))</w:t>"
      }
      return
        "<w:r>\(own.isEmpty ? "" : "<w:rPr>\(own)</w:rPr>")\(lines.joined(separator: "<w:br/>"))</w:r>"
    }.joined()
  }

  private mutating func pageBreak() -> String {
    defer { breaksPage = false }
    return breaksPage ? "<w:pageBreakBefore/>" : ""
  }

  /// A little room before what is no paragraph; it carries the break of a page, too.
  ///
  /// - Parameter isBefore: Whether what follows is to stand on the same page, as under its heading.
  mutating func gap(isBefore: Bool = false) { paragraph("Gap", "", keepsWithNext: isBefore) }

  private mutating func letterhead(_ issuer: String, _ number: String) {
    let issuer = Markup.line(issuer)
    // As large as the line takes, at most 22 mm.
    let fitting = paper.layout.textWidth / 20 / max(1, (TableLayout.width(issuer) + 1) / 2)
    let size = min(56, max(16, fitting)) * 2
    // Its upper edge stands 35 mm under that of the text, less what the typeface leaves above it.
    paragraph(
      "Letterhead", Words(issuer),
      properties: "<w:spacing w:before=\"\(PageLayout.twips(31))\"/>",
      run: "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>")
    let rule =
      "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"16\" w:space=\"8\" w:color=\"FF0000\"/></w:pBdr>"
    paragraph("PaperNumber", Words(Markup.line(number)), properties: rule)
  }

  private mutating func title(_ text: String) {
    var before = 0
    if case .letterhead = previous { before = 2 * PageLayout.line }
    let spacing = before > 0 ? "<w:spacing w:before=\"\(before)\"/>" : ""
    paragraph("Title", Words(text), properties: spacing)
  }

  /// Names stand under each other where there are several.
  private mutating func attachments(_ names: [String]) {
    let names = names.map(Markup.line)
    for (index, name) in names.enumerated() {
      let number = names.count > 1 ? "\(index + 1). " : ""
      let width = Double(number.count) / 2
      let hanging = PageLayout.characters(index == 0 ? 3 + width : width)
      let indent =
        "<w:ind w:left=\"\(PageLayout.characters(5 + width))\" w:hanging=\"\(hanging)\"/>"
      let spacing = index == 0 ? "<w:spacing w:before=\"\(PageLayout.line)\"/>" : ""
      paragraph(
        "Attachments", Words((index == 0 ? "附件：" : "") + number + name),
        keepsWithNext: index + 1 < names.count || isFollowed,
        properties: spacing + indent)
    }
  }

  /// The day four characters from the right edge, the signer in the middle over it.
  private mutating func signature(_ signer: String, _ date: String) {
    let (signer, date) = (Markup.line(signer), Markup.line(date))
    func characters(_ text: String) -> Double { Double(TableLayout.width(text)) / 2 }
    let edge = max(0, 4 + (characters(date) - characters(signer)) / 2)
    paragraph(
      "Signature", Words(signer), keepsWithNext: true,
      properties: "<w:spacing w:before=\"\(2 * PageLayout.line)\"/>"
        + "<w:ind w:right=\"\(PageLayout.characters(edge))\"/>")
    paragraph(
      "Signature", Words(date), properties: "<w:ind w:right=\"\(PageLayout.characters(4))\"/>")
  }

  private mutating func signingLine(_ label: String) {
    let width = paper.layout.textWidth
    let tabs =
      "<w:tabs><w:tab w:val=\"left\" w:leader=\"underscore\" w:pos=\"\(width * 6 / 10)\"/>"
      + "<w:tab w:val=\"right\" w:pos=\"\(width)\"/></w:tabs>"
    let line = "\(Markup.escaped(Markup.line(label)))："
    body +=
      "<w:p><w:pPr><w:pStyle w:val=\"SigningLine\"/>\(pageBreak())\(tabs)</w:pPr>"
      + "<w:r><w:t>\(line)</w:t></w:r><w:r><w:tab/></w:r>"
      + "<w:r><w:tab/><w:t xml:space=\"preserve\">　　年　　月　　日</w:t></w:r></w:p>"
  }
}

extension Composition.Block {
  /// Whether it ends a text: what goes with it, who signs.
  fileprivate var endsText: Bool {
    switch self {
    case .attachments, .signature: true
    case .letterhead, .number, .title, .recipient, .heading, .paragraph, .table, .bars, .picture,
      .ticks, .signatureLines, .imprint, .fine, .space, .pageBreak:
      false
    }
  }
}
