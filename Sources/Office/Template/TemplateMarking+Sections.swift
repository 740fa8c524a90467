extension TemplateMarking {
  /// Makes one node of what stands between two tags: parts of a paragraph, rows, or paragraphs.
  func join(_ tag: TemplateTag, _ open: XMLNode, _ close: XMLNode) throws(WordTemplateFault) {
    let fault = WordTemplateFault.misplaced(tag.name, tag.place)
    var (first, last) = (open, close)
    var above: [ObjectIdentifier: XMLNode] = [:]
    var node: XMLNode? = open
    while let here = node, let parent = here.parent {
      above[ObjectIdentifier(parent)] = here
      node = parent
    }
    while let parent = last.parent, above[ObjectIdentifier(parent)] == nil { last = parent }
    guard var common = last.parent, let child = above[ObjectIdentifier(common)] else { throw fault }
    first = child
    if first === open, last === close {
      try wrap(tag, in: common, first, last, isWithin: true)
      return
    }
    // A tag in one cell and its close in another of the same row: the row is what is meant.
    if isWord(common, "tr"), let table = common.parent {
      (first, last) = (common, common)
      common = table
    }
    let isRows = isWord(first, "tr") && isWord(last, "tr")
    guard isRows || isWord(first, "p") && isWord(last, "p") else { throw fault }
    open.remove()
    close.remove()
    for edge in [first, last] where !isRows {
      guard !edge.children.contains(where: { $0.tag != nil }) else { throw fault }
    }
    try wrap(tag, in: common, first, last, isWithin: false)
  }

  private func wrap(
    _ tag: TemplateTag, in parent: XMLNode, _ first: XMLNode, _ last: XMLNode, isWithin: Bool
  ) throws(WordTemplateFault) {
    guard let start = parent.index(of: first), let end = parent.index(of: last), start <= end else {
      throw .misplaced(tag.name, tag.place)
    }
    let section = XMLNode(.section(tag))
    for node in parent.children[start...end] {
      let isEdge = node === first || node === last
      // Paragraphs and rows that held a tag and nothing else were there for it alone.
      let isDropped = isWithin ? isEdge : isEdge && first !== last && isBare(node)
      if !isDropped { section.append(node) }
    }
    parent.replace(start..<end + 1, with: [section])
  }

  /// Whether nothing is to be seen of it.
  private func isBare(_ node: XMLNode) -> Bool {
    var isBare = true
    node.walk { inner in
      switch inner.kind {
      case .tag, .section: isBare = false
      case .element:
        if isWord(inner, "drawing", "pict", "object", "tab", "br", "sym", "sectPr", "fldChar") {
          isBare = false
        }
      case .text:
        if let parent = inner.parent, isWord(parent, "t"), !inner.opening.isEmpty {
          isBare = false
        }
      case .other: break
      }
    }
    return isBare
  }
}
