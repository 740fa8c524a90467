import Criteria

/// A tag of a template, such as `{{name}}` or `{{#list}}`.
struct TemplateTag {
  /// What it does.
  enum Kind {
    /// A value stands in its place.
    case value
    /// What follows is there where the name is something, once for every row of a list.
    case section
    /// What follows is there where the name is nothing.
    case inverted
    case close
    /// It is not there.
    case comment
  }

  var kind: Kind
  var name: String
  var place: TemplatePlace

  /// The tag between the braces.
  init(_ inside: String, at place: TemplatePlace) {
    var inside = Substring(inside)
    func trim() {
      while inside.first?.isWhitespace == true { inside.removeFirst() }
      while inside.last?.isWhitespace == true { inside.removeLast() }
    }
    trim()
    switch inside.first {
    case "#": kind = .section
    case "^": kind = .inverted
    case "/": kind = .close
    case "!": kind = .comment
    default: kind = .value
    }
    if kind != .value { inside.removeFirst() }
    trim()
    (name, self.place) = (String(inside), place)
  }

  var isOfSection: Bool {
    switch kind {
    case .section, .inverted, .close: true
    case .value, .comment: false
    }
  }
}

/// Where something stands in a template.
public struct TemplatePlace: Hashable, Sendable {
  /// A part of a document.
  public enum Part: Hashable, Sendable {
    case text, header, footer, notes
  }

  /// The part.
  public var part: Part
  /// The paragraph outside tables, or the table, row and cell; counted from 1.
  public var paragraph: Int?
  public var cell: [Int]
  /// How the paragraph begins.
  public var words: String

  /// Where it is, in words.
  public var sentence: Bilingual {
    let part =
      switch self.part {
      case .text: Bilingual(zh: "正文", en: "the text")
      case .header: Bilingual(zh: "页眉", en: "a header")
      case .footer: Bilingual(zh: "页脚", en: "a footer")
      case .notes: Bilingual(zh: "脚注", en: "the notes")
      }
    let begins = words.isEmpty ? "" : "「\(words)」"
    if cell.count == 3 {
      return Bilingual(
        zh: "\(part.zh)表 \(cell[0]) 第 \(cell[1]) 行第 \(cell[2]) 格\(begins)",
        en: "\(part.en), table \(cell[0]), row \(cell[1]), cell \(cell[2]) \(begins)")
    }
    return Bilingual(
      zh: "\(part.zh)第 \(paragraph ?? 1) 段\(begins)",
      en: "\(part.en), paragraph \(paragraph ?? 1) \(begins)")
  }
}

/// Why a bureau's own template is not taken.
public enum WordTemplateFault: Error, Hashable, Sendable {
  /// The file cannot be read.
  case unreadable(ReadingFault)
  /// It is no document of words.
  case notWords
  /// The paper has nothing of that name.
  case unknownName(String, TemplatePlace)
  /// A tag begins with `{{` and does not end, or ends and does not begin.
  case unclosed(TemplatePlace)
  /// A section that nothing closes, or a close without a section.
  case unpaired(String, TemplatePlace)
  /// A list stands where a value is wanted.
  case notAValue(String, TemplatePlace)
  /// A section begins in one thing and ends in another: in a table and outside it.
  case misplaced(String, TemplatePlace)
  /// The filled document cannot be written.
  case unwritten(WritingFault)

  /// What is wrong and where; what cannot be read is for the words of reading to say.
  public var sentence: Bilingual? {
    switch self {
    case .unreadable, .unwritten: nil
    case .notWords: Bilingual(zh: "这不是 docx 文档", en: "this is no docx document")
    case .unknownName(let name, let place):
      Self.sentence(place, "没有叫“\(name)”的内容", "nothing is called \(name)")
    case .unclosed(let place):
      Self.sentence(place, "“{{”和“}}”不成对", "{{ and }} do not match")
    case .unpaired(let name, let place):
      Self.sentence(
        place, "“{{#\(name)}}”和“{{/\(name)}}”不成对", "{{#\(name)}} and {{/\(name)}} do not match")
    case .notAValue(let name, let place):
      Self.sentence(
        place, "“\(name)”是一张清单，要写成 {{#\(name)}}…{{/\(name)}}",
        "\(name) is a list: write {{#\(name)}}…{{/\(name)}}")
    case .misplaced(let name, let place):
      Self.sentence(
        place, "“{{#\(name)}}”要和“{{/\(name)}}”在同一段、同一张表，或各占一段",
        "{{#\(name)}} and {{/\(name)}} must stand in one paragraph, in one table, or alone in paragraphs side by side"
      )
    }
  }

  private static func sentence(_ place: TemplatePlace, _ zh: String, _ en: String) -> Bilingual {
    Bilingual(zh: "\(place.sentence.zh)：\(zh)", en: "\(place.sentence.en): \(en)")
  }
}
