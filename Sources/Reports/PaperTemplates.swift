import Mustache
import Office

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
/// A template is mustache in plain text, one line a paragraph (`TemplateLines`). It names the values of
/// its paper's `PaperContents` and, alone on a line, its blocks. A value that the paper lacks opens no
/// section.
public struct PaperTemplates: Sendable {
  private let own: [Paper: MustacheTemplate]

  /// The templates compiled in, with a bureau's own in their places.
  ///
  /// - Parameter overriding: templates by the raw value of their paper.
  /// - Throws: `TemplateFault` for a key that is no paper, a template that mustache cannot read, and
  ///   one that names a value which its paper does not have, so that no letter goes out with a hole.
  public init(overriding: [String: String] = [:]) throws(TemplateFault) {
    var own: [Paper: MustacheTemplate] = [:]
    for key in overriding.keys.sorted() {
      guard let paper = Paper(rawValue: key) else {
        throw TemplateFault(place: key, detail: "no paper has this key")
      }
      own[paper] = try TemplateTrial(paper, source: overriding[key] ?? "").tried()
    }
    self.own = own
  }

  /// The paper with what fills it.
  ///
  /// - Throws: `TemplateFault` where the template compiled in cannot be read.
  public func composition(
    _ paper: Paper, _ fill: PaperFill, isDraft: Bool = false
  ) throws(TemplateFault) -> Composition {
    let template: MustacheTemplate
    if let own = own[paper] {
      template = own
    } else {
      template = try TemplateTrial(paper, source: paper.defaultTemplate).parsed()
    }
    let values = fill.values.mapValues(\.mustache)
    let blocks = fill.blocks.mapValues { !$0.isEmpty as any Sendable }
    let rendered = template.render(values.merging(blocks) { value, _ in value })
    return Composition(
      title: paper.title.zh, layout: fill.layout, isDraft: isDraft,
      blocks: TemplateLines.blocks(rendered, fill.blocks))
  }
}
