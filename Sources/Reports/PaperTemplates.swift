import Mustache

/// Why a template is not taken, and which.
public struct TemplateFault: Error, Equatable, Sendable {
  /// The key of the template, a paper's raw value where it is one.
  public let place: String
  /// What is wrong, for the log.
  public let detail: String

  /// A fault of a template.
  public init(place: String, detail: String) { (self.place, self.detail) = (place, detail) }
}

/// The templates of all papers, and the papers made from them.
///
/// A template is mustache in plain text, one line a paragraph. It names the values of
/// `PaperContent` and, alone on a line, the blocks `{{heading}}`, `{{list}}` and `{{signature}}`.
/// A value that the paper lacks opens no section. Besides there are `title`, `rule`, `count` (of
/// the rows), `hasRows`, `below` (points short of the line), `reached` (the line), `lapsed`, `fraud`, and
/// `index` within `rows`. `reason` and `answer` come as indented paragraphs, `last` with its mark
/// where it is provisional. The line by which a paper is checked against the log is added to
/// every one.
public struct PaperTemplates: Sendable {
  private let templates: [Paper: MustacheTemplate]

  /// The templates compiled in, with a bureau's own in their places.
  ///
  /// - Parameter overriding: templates by the raw value of their paper.
  /// - Throws: `TemplateFault` for a key that is no paper, a template that mustache cannot read, and
  ///   one that names a value which papers do not have, so that no letter goes out with a hole.
  public init(overriding: [String: String] = [:]) throws(TemplateFault) {
    for key in overriding.keys.sorted() where Paper(rawValue: key) == nil {
      throw TemplateFault(place: key, detail: "no paper has this key")
    }
    var templates: [Paper: MustacheTemplate] = [:]
    for paper in Paper.allCases {
      let own = overriding[paper.rawValue]
      let trial = TemplateTrial(place: paper.rawValue, source: own ?? paper.defaultTemplate)
      templates[paper] = own == nil ? try trial.parsed() : try trial.tried()
    }
    self.templates = templates
  }

  /// The paper as plain text in UTF-8: a list in aligned columns, a paragraph on one line.
  public func text(_ paper: Paper, _ content: PaperContent) -> String {
    let values = PaperValues(paper, content)
    let rendered = render(paper, values.set(PaperTable(content.rows)))
    let rule = String(repeating: "-", count: PlainText.columns)
    return PlainText.settled("\(rendered)\n\n\(rule)\n\(values.foot)")
  }

  /// The paper as an HTML page that needs nothing else: a list as a table, all text escaped.
  public func html(_ paper: Paper, _ content: PaperContent) -> String {
    let values = PaperValues(paper, content)
    let page = PaperPage(values: values, table: PaperTable(content.rows))
    return page.html(around: render(paper, values.marked))
  }

  private func render(_ paper: Paper, _ values: [String: any Sendable]) -> String {
    guard let template = templates[paper] else {
      preconditionFailure("the initialiser gives every paper a template")
    }
    return template.render(values)
  }
}
