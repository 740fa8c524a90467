import Foundation

/// The styles of a document of words: what a paragraph is by its style.
struct WordStyles {
  /// A style of paragraphs.
  struct Style {
    var name = ""
    var basedOn: String?
    var level: Int?
    var numbering: String?
    var numberingLevel: Int?
    var isBold: Bool?
  }

  private(set) var styles: [String: Style] = [:]
  private(set) var standard: String?

  init() {}

  init(_ bytes: Data) throws(ReadingFault) {
    let xml = try XMLPull(bytes)
    while let event = try xml.next() {
      guard case .start(let element) = event, element.name == "w:style" else { continue }
      guard element.attributes["w:type"] == "paragraph", let id = element.attributes["w:styleId"]
      else {
        try xml.skip()
        continue
      }
      if ["1", "true", "on"].contains(element.attributes["w:default"]) { standard = id }
      var style = Style()
      try xml.children { child throws(ReadingFault) in
        let value = child.attributes["w:val"]
        switch child.name {
        case "w:name": style.name = value?.lowercased() ?? ""
        case "w:basedOn": style.basedOn = value
        case "w:outlineLvl": style.level = value.flatMap(Int.init).flatMap { $0 < 9 ? $0 + 1 : nil }
        case "w:numId": style.numbering = value
        case "w:ilvl": style.numberingLevel = value.flatMap(Int.init)
        case "w:b": style.isBold = value.map { !["0", "false", "off"].contains($0) } ?? true
        default: break
        }
      }
      styles[id] = style
    }
  }

  /// A style and those it is based on, the nearest first; a circle is left after a few.
  func chain(_ id: String?) -> [Style] {
    var chain: [Style] = []
    var next = id ?? standard
    while let id = next, let style = styles[id], chain.count < 12 {
      chain.append(style)
      next = style.basedOn
    }
    return chain
  }

  /// The rank of headings of a style.
  func level(_ id: String?) -> Int? {
    let chain = chain(id)
    if let level = chain.lazy.compactMap(\.level).first { return level }
    for style in chain {
      for mark in ["heading ", "标题 "] where style.name.hasPrefix(mark) {
        if let level = Int(style.name.dropFirst(mark.count)) { return level }
      }
    }
    return nil
  }

  /// Whether paragraphs of a style are entries of a table of contents.
  func isContents(_ id: String?) -> Bool {
    guard let name = id.flatMap({ styles[$0] })?.name else { return false }
    return name.hasPrefix("toc ") || name.hasPrefix("目录 ") || name == "toc"
  }
}
