import Foundation
import Procedure
import Terminal

extension ActField where Value == PanelID {
  /// A panel formed for a stage of review.
  static func panel(_ stage: PanelStage, selected: PanelID?, _ context: Context) -> ActField {
    .one(
      of: context.panels(stage).map(\.id), "panel", .Case.panel, selected: selected,
      refused: .otherwise, empty: .Case.noPanels, title: { context.title(of: $0) })
  }
}

extension ActField where Value == Interest {
  /// An interest in a case: its ground, and a note (R5).
  static var interest: ActField {
    .record(
      Interest(ground: .other),
      [
        .set(
          \.ground,
          .choice(
            "ground", .OnSite.groundLabel, each: Phrase.ground,
            selected: InterestGround.allCases.first, refused: .otherwise
          )),
        .set(
          \.note,
          .text("note", .OnSite.note, rows: 3, isRequired: false, limit: 500, refused: .never)),
      ])
  }
}

extension ActField where Value == String {
  /// What stands for a department that is written out.
  private static var otherDepartment: String { "*" }

  /// A department of the parameters, or another that is written out (Q2, P1).
  static func department(_ context: Context) -> ActField {
    ActField(
      fields: { context in
        [
          .choice(
            "department", .Act.department,
            of: [FormField.Option(.Act.chooseDepartment)]
              + context.parameters.departments.map {
                FormField.Option(Phrase($0), context.say($0))
              } + [FormField.Option(.Act.otherDepartment, otherDepartment)], context),
          FormField.line("other", .Act.otherDepartment, "", context),
        ]
      },
      read: { form, box in
        guard let chosen = form.value("department") else {
          return box.fault("department", .Act.chooseDepartment)
        }
        let department = chosen == otherDepartment ? form.trimmed("other") : chosen
        box.say(.Act.department, .plain(department))
        return department
      }, probes: ["-"], refused: [("department", .never), ("other", .about(.department))])
  }
}

/// What the form of a text for the material says.
enum Attachment: Sendable, Hashable {
  case file(DocumentKind, title: String, path: String)
  case text(DocumentKind, title: String, text: String)
  /// With which it is asked whether anything can be attached.
  case sample(Document)

  /// What is to be done to attach it to a case.
  func effects(on id: CaseID, ticket: String) -> [Effect] {
    switch self {
    case .file(let kind, let title, let path):
      [.attachFile(id, kind, title: title, path: path, ticket: ticket)]
    case .text(let kind, let title, let text):
      [.attach(id, kind, title: title, text: text, ticket: ticket)]
    case .sample(let document):
      [.perform([.dossier(id, .attach(document))], ticket: ticket)]
    }
  }
}

extension ActField where Value == Attachment {
  /// A text by its file or written out, exactly one of both; without a title its kind stands for it.
  static func attachment(_ context: Context) -> ActField {
    ActField(
      fields: { _ in
        [
          FormField.choice("kind", .Case.kind, DocumentKind.allCases.map(Phrase.document), context),
          FormField.text(
            "title", .Case.titleField, "", rows: 1, isRequired: false, help: .Case.titleHelp,
            limit: 100, context),
          .file(help: .Case.pathHelp, context),
          .text(
            "text", .Case.pasted, "", rows: 6, isRequired: false, help: .Case.pastedHelp,
            limit: 200_000, context),
        ]
      },
      read: { form, box in
        let kinds = DocumentKind.allCases
        let kind = kinds[min(max(0, form.choice("kind") ?? 0), kinds.count - 1)]
        let (path, text) = (form.trimmed(FormField.fileID), form.text("text"))
        let typed = form.trimmed("title")
        let title = typed.isEmpty ? context.say(.document(kind)) : typed
        switch (path.isEmpty, text.isBlank) {
        case (true, true): return box.fault(FormField.fileID, .Case.pathOrText)
        case (false, false): return box.fault("text", .Case.pathOrText)
        case (false, true): return .file(kind, title: title, path: path)
        case (true, false): return .text(kind, title: title, text: text)
        }
      },
      probes: [
        .sample(Document(id: "profile", kind: .profile, title: "-", file: "-", characters: 0))
      ], refused: [("kind", .never), ("title", .never), ("path", .otherwise), ("text", .never)])
  }
}

extension ActField where Value == CaseID? {
  /// Whether it is about the case at hand, where there is one.
  static func aboutCase(_ id: CaseID?, _ name: String) -> ActField {
    guard let id else { return .known(nil) }
    return .choice(
      "dossier", .Supervision.about,
      [(.plain("\(id) \(name)"), id), (.Supervision.noCase, nil)])
  }
}

extension ActField where Value == PersonID? {
  /// A person out of all there are, or nobody.
  static func person(_ name: String, _ label: Phrase, _ context: Context) -> ActField {
    .one(of: context.everybody, orNone: .none, name, label) {
      .plain("\(context.name($0))（\($0)）")
    }
  }
}

extension ActField where Value == [PersonID] {
  /// Any of these people.
  static func people(
    _ people: [PersonID], _ name: String, _ label: Phrase, taken: [PersonID] = [],
    help: Phrase = .History.kindsHelp, refused: Refused = .never, _ context: Context
  ) -> ActField {
    .several(of: people, name, label, taken: taken, help: help, refused: refused) {
      .plain(context.name($0))
    }
  }
}
