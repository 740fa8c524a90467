import Foundation

/// A bureau's own document (.docx) with places to fill.
///
/// `{{name}}` is a value; `{{#name}}…{{/name}}` is there where the name is something, once for every
/// row where it is a list; `{{^name}}…{{/name}}` is there where it is nothing. Both ends of a section
/// stand in one paragraph, in a table (its rows are what is repeated), or alone in paragraphs of their
/// own. A paragraph with one value of several lines becomes one for each. Headers, footers and notes
/// are filled, too; all else stays byte for byte.
public struct WordTemplate: Hashable, Sendable {
  private let parts: [Part]

  private struct Part: Hashable, Sendable {
    var name: String
    var contents: Data
    var kind: TemplatePlace.Part?
    /// The prefix of Word's elements with its colon.
    var prefix = ""
  }

  /// A template from the bytes of its file; its tags and sections are checked.
  ///
  /// - Throws: `WordTemplateFault`.
  public init(_ bytes: Data) throws(WordTemplateFault) {
    do throws(ReadingFault) {
      parts = try Self.parts(bytes)
    } catch {
      throw .unreadable(error)
    }
    guard parts.contains(where: { $0.kind == .text }) else { throw .notWords }
    for part in parts { _ = try Self.marked(part) }
  }

  /// The document with values in its places; the same values give the same bytes.
  ///
  /// - Throws: `WordTemplateFault`, with the place of a name that is not among them.
  public func filled(with values: [String: FieldValue]) throws(WordTemplateFault) -> Data {
    let filled = try write(values, triesAll: false)
    do throws(WritingFault) {
      return try ZipPackage.zip(filled)
    } catch {
      throw .unwritten(error)
    }
  }

  /// Looks at every place, also within sections that the values would leave out.
  ///
  /// - Parameter sample: every name with a value of its kind; lists have a row.
  /// - Throws: `WordTemplateFault` for a name that the sample lacks.
  public func check(with sample: [String: FieldValue]) throws(WordTemplateFault) {
    _ = try write(sample, triesAll: true)
  }

  private func write(
    _ values: [String: FieldValue], triesAll: Bool
  ) throws(WordTemplateFault) -> [(name: String, contents: Data)] {
    var filled: [(name: String, contents: Data)] = []
    for part in parts {
      guard let (marking, tree) = try Self.marked(part) else {
        filled.append((part.name, part.contents))
        continue
      }
      var filling = TemplateFilling(marking, triesAll: triesAll)
      try filling.write(tree, [values])
      filled.append((part.name, Data(filling.bytes)))
    }
    return filled
  }

  /// The tree of a part that has braces; nil where it stays as it is.
  private static func marked(
    _ part: Part
  ) throws(WordTemplateFault) -> (TemplateMarking, XMLNode)? {
    guard let kind = part.kind,
      part.contents.contains(UInt8(ascii: "{")) || part.contents.contains(UInt8(ascii: "}"))
    else { return nil }
    var marking = TemplateMarking(prefix: part.prefix, part: kind)
    let tree: XMLNode
    do throws(ReadingFault) {
      tree = try XMLScanner.tree([UInt8](part.contents))
    } catch {
      throw .unreadable(error)
    }
    try marking.mark(tree)
    return (marking, tree)
  }

  private static func parts(_ bytes: Data) throws(ReadingFault) -> [Part] {
    let archive = try Archive(bytes, limits: .document)
    var parts: [Part] = []
    var names: Set<String> = []
    while let entry = try archive.next() {
      let name = entry.path.joined(separator: "/")
      // The first of two of one name is what other readers show.
      guard names.insert(name).inserted else { continue }
      var part = Part(name: name, contents: try archive.contents())
      if name.hasSuffix(".xml"), let (kind, prefix) = try kind(part.contents) {
        (part.kind, part.prefix) = (kind, prefix)
      }
      parts.append(part)
    }
    return parts
  }

  /// What a part is by its outermost element, and the prefix of its names; nil for parts that hold
  /// no text of the document.
  private static func kind(
    _ contents: Data
  ) throws(ReadingFault) -> (TemplatePlace.Part, prefix: String)? {
    let xml = try XMLPull(contents)
    var kind: TemplatePlace.Part?
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      if xml.depth == 1 {
        switch element.name {
        case "w:document": kind = .text
        case "w:hdr": kind = .header
        case "w:ftr": kind = .footer
        case "w:footnotes", "w:endnotes": kind = .notes
        default: return nil
        }
      }
    }
    guard let kind else { return nil }
    // It was read to its end, so it is well-formed and not too deep; the scanner takes UTF-8 alone.
    guard let text = String(data: contents, encoding: .utf8),
      let root = text.range(
        of: "<(\\w+:)?(document|hdr|ftr|footnotes|endnotes)[\\s>]", options: .regularExpression)
    else { throw .damaged }
    let name = text[root].dropFirst().dropLast()
    return (kind, name.contains(":") ? name.prefix { $0 != ":" } + ":" : "")
  }
}
