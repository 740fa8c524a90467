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

extension ActField where Value == [String] {
  /// Departments of the parameters, and others that are written out (Q2, P1).
  ///
  /// - Parameter asked: Those that were asked before: they are not taken at first.
  static func departments(asked: Set<String>) -> ActField {
    ActField(
      fields: { context in
        let known = context.parameters.departments.map(context.say)
        return [
          .several(
            "departments", .Act.departments,
            of: known.map { FormField.Option(.plain($0), $0) },
            taken: Set(known).subtracting(asked), help: .Act.departmentsHelp, context),
          FormField.line(
            "other", .Act.otherDepartments, "", help: .Setup.listHelp, context),
        ]
      },
      read: { form, box in
        var departments = form.values("departments")
        for other in Form.list(form.text("other")) where !departments.contains(other) {
          departments.append(other)
        }
        if departments.isEmpty { return box.fault("departments", .Act.chooseDepartment) }
        box.say(.Act.departments, .list(departments.map { .plain($0) }))
        return departments
      }, probes: [["-"]], refused: [("departments", .never), ("other", .about(.department))])
  }
}

extension ActField where Value == [InquiryID] {
  /// The inquiries that wait for an answer, by the departments that were asked: a department
  /// answers in one letter for all the organisations it was asked about.
  static func inquiries(of scene: CaseScene) -> ActField {
    let own = scene.openInquiries
    let names =
      scene.isOneOfSeveral
      ? scene.together.flatMap { CaseScene($0, scene.context).openInquiries.map(\.department) }
      : own.map(\.department)
    var options: [FormField.Option] = []
    for name in names where !options.contains(where: { $0.value == name }) {
      options.append(FormField.Option(.plain(name), name))
    }
    return ActField(
      fields: { [options] context in
        [
          .several(
            "inquiry", .Act.departments, of: options, taken: Set(options.map(\.value)),
            isRequired: true, help: .Act.inquiriesHelp, context)
        ]
      },
      read: { [options] form, box in
        let chosen = form.values("inquiry")
        guard chosen.allSatisfy({ name in options.contains { $0.value == name } }) else {
          return box.fault("inquiry", .choiceIsGone)
        }
        box.say(.Act.departments, .list(chosen.map { .plain($0) }))
        return own.filter { chosen.contains($0.department) }.map(\.id)
      }, probes: own.isEmpty ? [] : [own.map(\.id)], refused: [("inquiry", .never)])
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
