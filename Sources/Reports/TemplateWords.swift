import Mustache
import Office

/// Words in a template; those that say nothing open no section.
struct TemplateWords: MustacheCustomRenderable, Sendable {
  let renderText: String

  init(_ text: String) {
    let lines = Composition.paragraphs(text).compactMap { block in
      if case .paragraph(let words, _) = block { words.spans.map(\.text).joined() } else { nil }
    }
    renderText = lines.joined(separator: TemplateLines.lineEnd)
  }

  var isNull: Bool { renderText.isEmpty }
}
