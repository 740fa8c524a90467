import Foundation
import Splitting

extension WordDocument {
  /// What stands in a paragraph, whatever it is wrapped in.
  mutating func runs(_ xml: XMLPull, of paragraph: inout WordParagraph) throws(ReadingFault) {
    try xml.children { element throws(ReadingFault) in
      switch element.name {
      case "w:pPr": try paragraph.readProperties(xml, &pages)
      case "w:r": paragraph.runIsBold = nil
      case "w:rPr":
        try xml.children { child in
          if child.name == "w:b" {
            paragraph.runIsBold = !["0", "false", "off"].contains(child.attributes["w:val"] ?? "1")
          }
        }
      case "w:t", "m:t": paragraph.append(try Self.text(xml))
      case "w:tab": paragraph.append("\t")
      case "w:noBreakHyphen": paragraph.append("-")
      case "w:br":
        if element.attributes["w:type"] == "page" {
          pages.turn(.asked)
          if paragraph.isEmpty { paragraph.page = pages.current }
        } else if element.attributes["w:type"] != "column" {
          paragraph.text.append("")
        }
      case "w:cr": paragraph.text.append("")
      case "w:lastRenderedPageBreak":
        pages.turn(.rendered)
        if paragraph.isEmpty { paragraph.page = pages.current }
      case "w:sym": paragraph.append(Self.symbol(element.attributes["w:char"]))
      case "w:footnoteReference", "w:endnoteReference":
        note(element, of: &paragraph)
      case "w:drawing", "w:pict", "w:object": try drawing(xml, of: &paragraph)
      case "w:txbxContent": try blocks(xml, into: &paragraph.behind)
      case "mc:AlternateContent":
        try xml.choice { inner throws(ReadingFault) in
          try runs(inner, of: &paragraph)
        }
      case "w:del", "w:moveFrom", "w:instrText", "w:delText", "w:rt", "w:annotationRef":
        try xml.skip()
      default: break
      }
    }
  }

  private mutating func note(_ element: XMLPull.Element, of paragraph: inout WordParagraph) {
    let kind = element.name == "w:footnoteReference" ? "w:footnote" : "w:endnote"
    guard let text = notes[kind + (element.attributes["w:id"] ?? "")] else { return }
    noteCount += 1
    paragraph.append("〔注\(noteCount)〕")
    paragraph.behind.append(
      Line("〔注\(noteCount)〕\(text)", page: pages.current, kind: .note))
  }

  /// A picture leaves its place; text in a box is text.
  private mutating func drawing(_ xml: XMLPull, of paragraph: inout WordParagraph)
    throws(ReadingFault)
  {
    var isPicture = false
    var inside: [Line] = []
    try xml.children { element throws(ReadingFault) in
      switch element.name {
      case "a:blip", "v:imagedata", "a:chart", "a:relIds": isPicture = true
      case "w:txbxContent": try blocks(xml, into: &inside)
      case "mc:Fallback": try xml.skip()
      default: break
      }
    }
    if isPicture {
      pictures += 1
      let place = pages.isKnown ? "，见原件 第 \(pages.current) 页" : "，见原件"
      paragraph.behind.append(
        Line("〔图 \(pictures)\(place)〕", page: pages.current, kind: .picture))
    }
    paragraph.behind += inside
  }

  private static func text(_ xml: XMLPull) throws(ReadingFault) -> String {
    var text = ""
    let outer = xml.depth - 1
    while xml.depth > outer, let event = try xml.next() {
      if case .text(let more) = event { text += more }
    }
    return text
  }

  /// A sign of a font of symbols; those have no meaning outside it.
  private static func symbol(_ code: String?) -> String {
    guard let value = code.flatMap({ UInt32($0, radix: 16) }), !(0xE000...0xF8FF).contains(value),
      let scalar = Unicode.Scalar(value)
    else { return "•" }
    return String(Character(scalar))
  }
}
