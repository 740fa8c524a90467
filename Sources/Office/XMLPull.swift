import COffice
import Foundation

/// A document of XML, read event by event.
final class XMLPull {
  /// What comes next.
  enum Token {
    case start(Element)
    case end
    case text(String)
  }

  /// The start of an element, its names with the prefix that its namespace has among us.
  struct Element {
    var name: String
    var attributes: [String: String]
  }

  private let handle: OpaquePointer
  private let pinned: UnsafeMutableRawPointer
  private var endsAtOnce = false
  private var prefixes: [String: String] = [:]
  private(set) var depth = 0

  init(_ bytes: Data) throws(ReadingFault) {
    pinned = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    bytes.copyBytes(to: pinned.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    var opened: OpaquePointer?
    let answer = coffice_xml_open(pinned, bytes.count, &opened)
    guard let opened else {
      pinned.deallocate()
      throw answer == COFFICE_MISSING.rawValue ? .missing(.libxml2) : .damaged
    }
    handle = opened
  }

  deinit {
    coffice_xml_close(handle)
    pinned.deallocate()
  }

  /// The next event; nil at the end.
  func next() throws(ReadingFault) -> Token? {
    if endsAtOnce {
      endsAtOnce = false
      depth -= 1
      return .end
    }
    switch coffice_xml_next(handle) {
    case Int32(COFFICE_END_OF_FILE.rawValue): return nil
    case Int32(COFFICE_START.rawValue):
      depth += 1
      endsAtOnce = coffice_xml_is_empty(handle)
      var element = Element(name: name(isAttribute: false), attributes: [:])
      while coffice_xml_next_attribute(handle) {
        element.attributes[name(isAttribute: true)] = String(cString: coffice_xml_text(handle))
      }
      return .start(element)
    case Int32(COFFICE_END.rawValue):
      depth -= 1
      return .end
    case Int32(COFFICE_TEXT.rawValue): return .text(String(cString: coffice_xml_text(handle)))
    case COFFICE_FORBIDDEN.rawValue: throw .hostile
    default: throw .damaged
    }
  }

  /// Passes over the rest of the element that has just started.
  func skip() throws(ReadingFault) {
    let outer = depth - 1
    while depth > outer, try next() != nil {}
  }

  /// Reads the element that has just started, each start within it once.
  func children(_ take: (Element) throws(ReadingFault) -> Void) throws(ReadingFault) {
    let outer = depth - 1
    while depth > outer, let event = try next() {
      if case .start(let element) = event { try take(element) }
    }
  }

  /// Reads the first of the forms in which a content is there; two would be the same thing twice.
  func choice(_ read: (XMLPull) throws(ReadingFault) -> Void) throws(ReadingFault) {
    var isRead = false
    try children { element throws(ReadingFault) in
      guard element.name == "mc:Choice" || element.name == "mc:Fallback" else { return }
      if isRead { try skip() } else { try read(self) }
      isRead = true
    }
  }

  private func name(isAttribute: Bool) -> String {
    let local = String(cString: coffice_xml_name(handle))
    let space = String(cString: coffice_xml_namespace(handle))
    if isAttribute, space.isEmpty { return local }
    let prefix = prefixes[space] ?? Self.prefix(of: space)
    prefixes[space] = prefix
    return "\(prefix):\(local)"
  }

  private static func prefix(of space: String) -> String {
    if space.hasSuffix("/wordprocessingml/2006/main") || space.hasSuffix("/wordprocessingml/main") {
      return "w"
    }
    if space.hasSuffix("/spreadsheetml/2006/main") || space.hasSuffix("/spreadsheetml/main") {
      return "s"
    }
    if space.hasSuffix("/markup-compatibility/2006") { return "mc" }
    if space.hasSuffix("officeDocument/2006/math") || space.hasSuffix("/officeDocument/math") {
      return "m"
    }
    if space.hasSuffix("officeDocument/2006/relationships")
      || space.hasSuffix("/officeDocument/relationships")
    {
      return "r"
    }
    if space.hasSuffix("package/2006/relationships") { return "pr" }
    if space.hasSuffix(":vml") { return "v" }
    if space.contains("/drawingml/") { return "a" }
    return "?"
  }
}
