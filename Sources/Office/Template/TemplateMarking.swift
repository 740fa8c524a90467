/// Finds the tags of a part, however Word has split them over its runs, and pairs its sections.
struct TemplateMarking {
  /// The prefix that the document gives the elements of Word.
  let prefix: String
  let part: TemplatePlace.Part
  private var paragraphs = 0
  private var tables = 0
  private var tags: [XMLNode] = []

  init(prefix: String, part: TemplatePlace.Part) { (self.prefix, self.part) = (prefix, part) }

  func isWord(_ node: XMLNode, _ names: String...) -> Bool {
    if case .element(let name) = node.kind {
      return name.hasPrefix(prefix) && names.contains(String(name.dropFirst(prefix.count)))
    }
    return false
  }

  /// Puts the tags of the tree into nodes of their own.
  mutating func mark(_ root: XMLNode) throws(WordTemplateFault) {
    try walk(root, cell: [])
    var open: [(tag: TemplateTag, node: XMLNode)] = []
    for node in tags {
      guard let tag = node.tag else { continue }
      if tag.kind != .close {
        open.append((tag, node))
      } else {
        guard let last = open.popLast(), last.tag.name == tag.name else {
          throw .unpaired(tag.name, tag.place)
        }
        try join(last.tag, last.node, node)
      }
    }
    if let left = open.last { throw .unpaired(left.tag.name, left.tag.place) }
  }

  private mutating func walk(_ node: XMLNode, cell: [Int]) throws(WordTemplateFault) {
    var (row, column) = (0, 0)
    var cell = cell
    if isWord(node, "tbl"), cell.isEmpty {
      tables += 1
      cell = [tables]
    }
    if isWord(node, "p") {
      if cell.isEmpty { paragraphs += 1 }
      try paragraph(node, cell)
    }
    for child in node.children {
      if isWord(child, "tr"), cell.count == 1 {
        row += 1
        try walk(child, cell: cell + [row])
      } else if isWord(child, "tc"), cell.count == 2 {
        column += 1
        try walk(child, cell: cell + [column])
      } else {
        try walk(child, cell: cell)
      }
    }
  }

  /// The texts of a paragraph in their order; nil where something stands between them.
  private func texts(_ node: XMLNode, into texts: inout [XMLNode?]) {
    for child in node.children {
      if isWord(child, "t") {
        texts.append(child)
      } else if isWord(
        child, "tab", "br", "cr", "sym", "drawing", "pict", "object", "footnoteReference",
        "endnoteReference")
        || child.name.hasSuffix(":AlternateContent")
      {
        texts.append(nil)
      } else if !isWord(child, "p", "pPr", "rPr", "del") {
        self.texts(child, into: &texts)
      }
    }
  }

  private mutating func paragraph(_ node: XMLNode, _ cell: [Int]) throws(WordTemplateFault) {
    var texts: [XMLNode?] = []
    self.texts(node, into: &texts)
    // A zero, which no XML holds, for what stands between.
    var all: [UInt8] = []
    var slots: [(node: XMLNode, range: Range<Int>)] = []
    for text in texts {
      guard let text else {
        all.append(0)
        continue
      }
      let start = all.count
      for piece in text.children { all += piece.opening }
      slots.append((text, start..<all.count))
    }
    guard all.contains(UInt8(ascii: "{")) || all.contains(UInt8(ascii: "}")) else { return }
    let words = String(decoding: all.filter { $0 != 0 }, as: UTF8.self)
    let place = TemplatePlace(
      part: part, paragraph: cell.isEmpty ? paragraphs : nil, cell: cell,
      words: String(words.prefix(30)))
    let found = try Self.tags(all, place)
    guard !found.isEmpty else { return }
    for slot in slots { put(found, into: slot.node, slot.range, all) }
    split(node)
  }

  private static func tags(
    _ all: [UInt8], _ place: TemplatePlace
  ) throws(WordTemplateFault) -> [(range: Range<Int>, tag: TemplateTag)] {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var found: [(range: Range<Int>, tag: TemplateTag)] = []
    var start: Int?
    var index = 0
    while index < all.count {
      let isDouble = index + 1 < all.count && all[index] == all[index + 1]
      if isDouble, all[index] == open {
        guard start == nil else { throw .unclosed(place) }
        start = index
        index += 2
      } else if isDouble, all[index] == close {
        guard let from = start else { throw .unclosed(place) }
        let inside = String(decoding: all[from + 2..<index], as: UTF8.self)
        found.append((from..<index + 2, TemplateTag(inside, at: place)))
        start = nil
        index += 2
      } else {
        if all[index] == 0, start != nil { throw .unclosed(place) }
        index += 1
      }
    }
    guard start == nil else { throw .unclosed(place) }
    return found
  }

  /// A text with the tags that begin in it as nodes; what of a tag lies in later ones is gone there.
  private mutating func put(
    _ found: [(range: Range<Int>, tag: TemplateTag)], into text: XMLNode, _ range: Range<Int>,
    _ all: [UInt8]
  ) {
    guard found.contains(where: { $0.range.overlaps(range) }) else { return }
    var pieces: [XMLNode] = []
    var place = range.lowerBound
    func keep(to end: Int) {
      if end > place { pieces.append(XMLNode(.text, all[place..<end])) }
    }
    for (tagged, tag) in found where tagged.overlaps(range) {
      keep(to: max(place, tagged.lowerBound))
      if range.contains(tagged.lowerBound), tag.kind != .comment {
        pieces.append(XMLNode(.tag(tag)))
      }
      place = min(tagged.upperBound, range.upperBound)
    }
    keep(to: range.upperBound)
    text.replace(0..<text.children.count, with: pieces)
    if !text.opening.contains(where: { $0 == UInt8(ascii: ":") })
      || !String(decoding: text.opening, as: UTF8.self).contains("xml:space")
    {
      text.opening = text.opening.dropLast() + Array(" xml:space=\"preserve\">".utf8)
    }
  }

  /// Splits runs, so that tags of sections stand between them.
  private mutating func split(_ node: XMLNode) {
    var children: [XMLNode] = []
    for child in node.children {
      if isWord(child, "r") {
        children += pieces(of: child)
      } else {
        if !isWord(child, "p", "pPr") { split(child) }
        children.append(child)
      }
    }
    node.replace(0..<node.children.count, with: children)
  }

  private mutating func pieces(of run: XMLNode) -> [XMLNode] {
    let texts = run.children.filter { isWord($0, "t") }
    guard texts.contains(where: { $0.children.contains { $0.tag?.isOfSection == true } }) else {
      return [run]
    }
    let properties = run.children.first { isWord($0, "rPr") }
    var result: [XMLNode] = []
    var current: [XMLNode] = []
    func flush() {
      guard !current.isEmpty else { return }
      let piece = run.emptied()
      if let properties { piece.append(Self.copy(properties)) }
      for node in current { piece.append(node) }
      result.append(piece)
      current = []
    }
    for child in run.children where child !== properties {
      guard isWord(child, "t") else {
        current.append(child)
        continue
      }
      var text = child.emptied()
      for piece in child.children {
        if piece.tag?.isOfSection == true {
          if !text.children.isEmpty { current.append(text) }
          flush()
          text = child.emptied()
          result.append(piece)
          tags.append(piece)
        } else {
          text.append(piece)
        }
      }
      if !text.children.isEmpty { current.append(text) }
    }
    flush()
    return result
  }

  private static func copy(_ node: XMLNode) -> XMLNode {
    let copy = node.emptied()
    for child in node.children { copy.append(Self.copy(child)) }
    return copy
  }
}
