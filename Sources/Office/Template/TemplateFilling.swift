/// Writes a part of a template with values in the places of its tags.
struct TemplateFilling {
  let marking: TemplateMarking
  /// Whether sections are tried whatever their values are.
  let triesAll: Bool
  private(set) var bytes: [UInt8] = []

  init(_ marking: TemplateMarking, triesAll: Bool) {
    (self.marking, self.triesAll) = (marking, triesAll)
  }

  /// - Parameter scope: the names, the innermost last.
  mutating func write(
    _ node: XMLNode, _ scope: [[String: FieldValue]]
  ) throws(WordTemplateFault) {
    switch node.kind {
    case .text, .other:
      bytes += node.opening
      for child in node.children { try write(child, scope) }
    case .tag(let tag): try write(tag, scope)
    case .section(let tag): try section(tag, node, scope)
    case .element:
      if marking.isWord(node, "p"), let lines = try lines(of: node, scope) {
        for line in lines { try element(node, scope + [line]) }
      } else {
        try element(node, scope)
      }
    }
  }

  private mutating func element(
    _ node: XMLNode, _ scope: [[String: FieldValue]]
  ) throws(WordTemplateFault) {
    let start = bytes.count
    bytes += node.opening
    let inside = bytes.count
    for child in node.children { try write(child, scope) }
    let hasSection = node.children.contains { if case .section = $0.kind { true } else { false } }
    if hasSection, marking.isWord(node, "tbl"), !holds("<\(marking.prefix)tr", from: inside) {
      // A table without rows is no table to Word.
      bytes.removeSubrange(start...)
      return
    }
    if hasSection, marking.isWord(node, "tc", "txbxContent", "hdr", "ftr"),
      !bytes.suffix(marking.prefix.utf8.count + 4).elementsEqual("</\(marking.prefix)p>".utf8)
    {
      bytes += "<\(marking.prefix)p/>".utf8
    }
    bytes += node.closing
  }

  private func holds(_ sign: String, from start: Int) -> Bool {
    let sign = Array(sign.utf8)
    return (start..<max(start, bytes.count - sign.count)).contains {
      bytes[$0] == sign[0] && bytes[$0..<$0 + sign.count].elementsEqual(sign)
        && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[$0 + sign.count])
        && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[$0 + sign.count])
    }
  }

  /// A paragraph that holds one value of several lines is one paragraph for each.
  private func lines(
    of paragraph: XMLNode, _ scope: [[String: FieldValue]]
  ) throws(WordTemplateFault) -> [[String: FieldValue]]? {
    var tags: [TemplateTag] = []
    var isAlone = true
    paragraph.walk { node in
      switch node.kind {
      case .tag(let tag): tags.append(tag)
      case .section: isAlone = false
      case .text:
        if let parent = node.parent, marking.isWord(parent, "t"), !node.opening.isEmpty {
          isAlone = false
        }
      case .element: if marking.isWord(node, "drawing", "pict", "sectPr") { isAlone = false }
      case .other: break
      }
    }
    guard isAlone, tags.count == 1, case .text(let text) = try value(of: tags[0], scope) else {
      return nil
    }
    let lines = Markup.lines(text)
    return lines.count > 1 ? lines.map { [tags[0].name: .text($0)] } : nil
  }

  private func value(
    of tag: TemplateTag, _ scope: [[String: FieldValue]]
  ) throws(WordTemplateFault) -> FieldValue {
    for names in scope.reversed() { if let value = names[tag.name] { return value } }
    throw .unknownName(tag.name, tag.place)
  }

  private mutating func write(
    _ tag: TemplateTag, _ scope: [[String: FieldValue]]
  ) throws(WordTemplateFault) {
    guard case .text(let text) = try value(of: tag, scope) else {
      throw .notAValue(tag.name, tag.place)
    }
    let p = marking.prefix
    let lines = Markup.lines(text).map(Markup.escaped)
    bytes += lines.joined(separator: "</\(p)t><\(p)br/><\(p)t xml:space=\"preserve\">").utf8
  }

  private mutating func section(
    _ tag: TemplateTag, _ node: XMLNode, _ scope: [[String: FieldValue]]
  ) throws(WordTemplateFault) {
    let value = try value(of: tag, scope)
    if tag.kind == .inverted {
      if !value.isSomething || triesAll { try children(of: node, scope) }
      return
    }
    switch value {
    case .rows(let rows):
      for row in rows { try children(of: node, scope + [row]) }
    case .text, .flag:
      if value.isSomething || triesAll { try children(of: node, scope) }
    }
  }

  private mutating func children(
    of node: XMLNode, _ scope: [[String: FieldValue]]
  ) throws(WordTemplateFault) {
    for child in node.children { try write(child, scope) }
  }
}
