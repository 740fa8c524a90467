import Criteria
import Foundation
import Procedure
import Terminal

extension DossierScreen {
  /// The fields by which a text comes into the material.
  static func attachFields(_ context: Context) -> [FormField] {
    [
      FormField(
        id: "kind", label: context.say(Phrase.Case.kind),
        kind: .choice(
          options: DocumentKind.allCases.map { context.say(.document($0)) }, selected: 0),
        help: context.say(Phrase.Case.sideArrowsHelp)),
      FormField(
        id: "title", label: context.say(Phrase.Case.titleField),
        kind: .text(TextField(maxLength: 100)), help: context.say(Phrase.Case.titleHelp)),
      .file(help: .Case.pathHelp, context),
      FormField(
        id: "text", label: context.say(Phrase.Case.pasted),
        kind: .area(TextArea(maxLength: 200_000, room: Size(width: 60, height: 6)), rows: 6),
        help: context.say(Phrase.Case.pastedHelp)),
    ]
  }
}

/// What the form of a text for the material says.
enum AttachEntry: Sendable, Hashable {
  case file(DocumentKind, title: String, path: String)
  case text(DocumentKind, title: String, text: String)
  case fault(field: String, Phrase)

  /// Reads the form: exactly one of path and text; without a title the kind's name stands for it.
  init(_ form: Form, _ context: Context) {
    let kinds = DocumentKind.allCases
    let kind = kinds[min(max(0, form.choice("kind") ?? 0), kinds.count - 1)]
    var title = form.text("title").trimmingCharacters(in: .whitespaces)
    if title.isEmpty { title = context.say(.document(kind)) }
    let path = form.text("path").trimmingCharacters(in: .whitespaces)
    let text = form.text("text")
    switch (path.isEmpty, text.isBlank) {
    case (true, true): self = .fault(field: "path", .Case.pathOrText)
    case (false, false): self = .fault(field: "text", .Case.pathOrText)
    case (false, true): self = .file(kind, title: title, path: path)
    case (true, false): self = .text(kind, title: title, text: text)
    }
  }
}

enum ActForm {
  static func term(of kind: NoticeKind, _ context: Context) -> Phrase { context.term(of: kind) }
}
extension CaseActName {
  static func panels(_ stage: PanelStage, _ context: Context) -> [Panel] { context.panels(stage) }
}
extension Phrase.Case {
  static func act(_ name: CaseActName) -> Phrase { name.act.title }
  static func actHelp(_ name: CaseActName) -> Phrase { name.act.help }
}
