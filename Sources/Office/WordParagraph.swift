import Foundation
import Splitting

/// Pages as far as a document of words knows them.
struct WordPages {
  /// Who turns a page.
  enum Cause { case asked, rendered }

  private(set) var current = 1
  private(set) var isKnown = false
  /// Where the last printing left its marks, they are all the pages there are.
  private let isRendered: Bool

  init(_ body: Data) {
    isRendered = body.range(of: Data("lastRenderedPageBreak".utf8)) != nil
  }

  mutating func turn(_ cause: Cause) {
    guard isRendered == (cause == .rendered) else { return }
    current += 1
    isKnown = true
  }
}

/// A paragraph while it is read.
struct WordParagraph {
  /// Its lines; a manual line break begins another.
  var text = [""]
  var page: Int
  var style: String?
  var level: Int?
  var numbering: String?
  var numberingLevel: Int?
  var number = ""
  var isBold = false
  var isMarkDeleted = false
  /// Boxes, pictures and notes, which stand behind it.
  var behind: [Line] = []
  var runIsBold: Bool?
  private(set) var runsAreBold: Bool?

  init(page: Int) { self.page = page }

  var isEmpty: Bool { text.allSatisfy(\.isEmpty) }

  mutating func append(_ more: String) {
    let lines = more.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      // A line end within a text is a blank to Word.
      text[text.count - 1] += (index > 0 ? " " : "") + line
    }
    guard !more.allSatisfy(\.isWhitespace), let runIsBold else {
      if !more.allSatisfy(\.isWhitespace), runsAreBold == true { runsAreBold = false }
      return
    }
    runsAreBold = (runsAreBold ?? true) && runIsBold
  }

  mutating func readProperties(_ xml: XMLPull, _ pages: inout WordPages) throws(ReadingFault) {
    try xml.children { element throws(ReadingFault) in
      let value = element.attributes["w:val"]
      switch element.name {
      case "w:pStyle": style = value
      case "w:outlineLvl": level = value.flatMap(Int.init).flatMap { $0 < 9 ? $0 + 1 : nil }
      case "w:numId": numbering = value
      case "w:ilvl": numberingLevel = value.flatMap(Int.init)
      case "w:pageBreakBefore":
        if !["0", "false", "off"].contains(value) {
          pages.turn(.asked)
          page = pages.current
        }
      case "w:rPr":
        try xml.children { if $0.name == "w:del" { isMarkDeleted = true } }
      case "w:pPrChange": try xml.skip()
      case "w:sectPr":
        var kind = "nextPage"
        try xml.children { if $0.name == "w:type" { kind = $0.attributes["w:val"] ?? kind } }
        if kind != "continuous" { endsPage = true }
      default: break
      }
    }
  }

  /// Whether a section ends with it.
  private(set) var endsPage = false
}
