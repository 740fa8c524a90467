/// A piece of XML as it was written: what nobody touches comes out byte for byte.
final class XMLNode {
  /// What it is.
  enum Kind {
    case element(String)
    case text
    /// Comments and the like.
    case other
    case tag(TemplateTag)
    /// What stands between a tag that opens a section and the one that closes it.
    case section(TemplateTag)
  }

  var kind: Kind
  /// The opening tag, or the whole of what is no element.
  var opening: ArraySlice<UInt8>
  var closing: ArraySlice<UInt8>
  private(set) var children: [XMLNode] = []
  private(set) unowned(unsafe) var parent: XMLNode?

  init(_ kind: Kind, _ opening: ArraySlice<UInt8> = [], _ closing: ArraySlice<UInt8> = []) {
    (self.kind, self.opening, self.closing) = (kind, opening, closing)
  }

  func append(_ child: XMLNode) {
    child.parent = self
    children.append(child)
  }

  func replace(_ range: Range<Int>, with nodes: [XMLNode]) {
    for node in nodes { node.parent = self }
    children.replaceSubrange(range, with: nodes)
  }

  func remove() {
    guard let parent, let index = parent.index(of: self) else { return }
    parent.replace(index..<index + 1, with: [])
  }

  func index(of child: XMLNode) -> Int? { children.firstIndex { $0 === child } }

  /// The element's name; empty for what is none.
  var name: String { if case .element(let name) = kind { name } else { "" } }

  /// The tag, where it is one.
  var tag: TemplateTag? { if case .tag(let tag) = kind { tag } else { nil } }

  /// An element like it, without what is in it.
  func emptied() -> XMLNode { XMLNode(kind, opening, closing) }

  /// The parts of a document in the order in which they stand.
  func walk(_ visit: (XMLNode) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }
}

/// Takes well-formed XML apart without losing a byte.
struct XMLScanner {
  private let bytes: [UInt8]
  private var place = 0

  /// - Throws: `ReadingFault` for what is not XML in UTF-8; depth is bounded by the reader that has
  ///   checked it.
  static func tree(_ bytes: [UInt8]) throws(ReadingFault) -> XMLNode {
    var scanner = XMLScanner(bytes: bytes)
    return try scanner.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() throws(ReadingFault) -> XMLNode {
    let top = XMLNode(.other)
    var current = top
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let start = place
        place = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        current.append(XMLNode(.text, bytes[start..<place]))
        continue
      }
      if begins("<?") {
        current.append(XMLNode(.other, try through("?>")))
      } else if begins("<!--") {
        current.append(XMLNode(.other, try through("-->")))
      } else if begins("<![CDATA[") {
        current.append(XMLNode(.other, try through("]]>")))
      } else if begins("<!") {
        throw .hostile
      } else if begins("</") {
        guard let parent = current.parent else { throw .damaged }
        current.closing = try through(">")
        current = parent
      } else {
        let opening = try element()
        let name = opening.dropFirst().prefix { !" \t\r\n/>".utf8.contains($0) }
        let node = XMLNode(.element(String(decoding: name, as: UTF8.self)), opening)
        current.append(node)
        if opening.dropLast().last != UInt8(ascii: "/") { current = node }
      }
    }
    guard current === top else { throw .damaged }
    return top
  }

  private func begins(_ sign: String) -> Bool { bytes[place...].starts(with: sign.utf8) }

  private mutating func through(_ end: String) throws(ReadingFault) -> ArraySlice<UInt8> {
    let sign = Array(end.utf8)
    var next = place
    while next + sign.count <= bytes.count {
      if bytes[next] == sign[0], bytes[next..<next + sign.count].elementsEqual(sign) {
        defer { place = next + sign.count }
        return bytes[place..<next + sign.count]
      }
      next += 1
    }
    throw .damaged
  }

  /// An opening tag; a `>` may stand within quotes.
  private mutating func element() throws(ReadingFault) -> ArraySlice<UInt8> {
    var quote: UInt8?
    for next in place..<bytes.count {
      let byte = bytes[next]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        defer { place = next + 1 }
        return bytes[place...next]
      }
    }
    throw .damaged
  }
}
