import Foundation
import Procedure
import Terminal

/// The declaration of interests before a case opens, and the interest where there is one (R5).
enum DeclarationForm {
  /// The question whether none of the grounds applies; a recorded conflict leaves only stepping back.
  static func question(for dossier: CaseState, _ context: Context) -> Question {
    var lines: [Phrase] = [.OnSite.declarationFor(dossier.application.name)]
    lines += InterestGround.allCases.enumerated().map { index, ground in
      .plain("\(index + 1)  ") + .ground(ground)
    }
    var choices = [
      Question.Choice("no", .back, key: .escape, keyName: "Esc"),
      Question.Choice(
        "interest", .OnSite.declareInterest, key: .function(7), keyName: "F7", needsOwnKey: true),
    ]
    if let refusal = context.refusal(of: .declare(nil), in: dossier) {
      lines.append(Notices.sentence(refusal, context))
    } else {
      lines.append(.OnSite.declarationSigns)
      choices.append(
        Question.Choice(
          "clear", .OnSite.noInterest, key: .function(8), keyName: "F8", needsOwnKey: true))
    }
    return Question(id: "declare", title: .OnSite.declare, lines: lines, choices: choices)
  }

  /// The form of an interest, for a declaration or for a recusal.
  static func form(_ id: String, _ context: Context) -> FormSheet {
    FormSheet(
      id: id, title: id == "recuse" ? .OnSite.recuse : .OnSite.declareInterest,
      lines: [.OnSite.recuseMeans],
      form: Form([
        FormField(
          id: "ground", label: context.say(Phrase.OnSite.groundLabel),
          kind: .choice(
            options: InterestGround.allCases.map { context.say(.ground($0)) }, selected: 0)),
        FormField(
          id: "note", label: context.say(Phrase.OnSite.note),
          kind: .area(TextArea(maxLength: 500, room: Size(width: 60, height: 3)), rows: 3)),
      ]))
  }

  /// The interest that a form names.
  static func interest(_ form: Form) -> Interest {
    let grounds = InterestGround.allCases
    let place = min(max(0, form.choice("ground") ?? 0), grounds.count - 1)
    return Interest(
      ground: grounds[place],
      note: form.text("note").trimmingCharacters(in: .whitespacesAndNewlines))
  }
}

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
