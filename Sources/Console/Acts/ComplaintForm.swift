import Foundation
import Procedure
import Terminal

/// Turning to supervision (V3): anybody who takes part can, from the queue or a case's dossier.
enum ComplaintForm {
  /// The name of the action.
  static let action = "complain"
  /// The ticket by which the screen learns that it was sent.
  static let ticket = "complain"
  private static let prefix = "complain/"

  /// The action; supervision itself registers what comes in on its own screen.
  static func actions<Actor: Screen>(_ context: Context) -> [ScreenAction<Actor>] {
    guard !context.acts(as: .supervisor) else { return [] }
    let refusal = refusal(context)
    return [
      ScreenAction(
        action, .Supervision.complain, help: .Supervision.complainHelp,
        availability: refusal.map { .disabled(Notices.sentence($0, context)) } ?? .available)
    ]
  }

  /// What stands in the way of turning to supervision now.
  private static func refusal(_ context: Context) -> Refusal? {
    let sample = Complaint(id: "T0", topic: .fairness, source: .expert, text: "-")
    return context.refusal(of: .supervision(.lodge(sample)))
  }

  /// The form, about a case where one is selected.
  static func sheet(about dossier: CaseID?, _ name: String?, _ context: Context) -> FormSheet {
    var fields: [FormField] = [
      .choice(
        "topic", .Supervision.topic, SupervisionTopic.allCases.map(Phrase.topic), context)
    ]
    if let dossier {
      fields.append(
        .choice(
          "file", .Supervision.about,
          [.plain("\(dossier) \(name ?? "")"), .Supervision.noCase], context))
    }
    fields += [
      .person("person", .Supervision.person, context),
      .area("text", .Act.text, help: .Supervision.textHelp, context),
    ]
    return FormSheet(
      id: prefix + (dossier?.rawValue ?? ""), title: Phrase.Supervision.complain.bare,
      lines: [.Supervision.onlySupervision, .Supervision.tracesStay], form: Form(fields))
  }

  /// Whether a form is about a case.
  static func isAbout(_ dossier: CaseID, _ id: String) -> Bool { id == prefix + dossier.rawValue }

  /// The form anew that was left unfinished, where one can turn to supervision now.
  static func again(_ id: String, _ name: String?, _ context: Context) -> [Effect] {
    guard id.hasPrefix(prefix), !context.acts(as: .supervisor), refusal(context) == nil else {
      return []
    }
    let dossier = String(id.dropFirst(prefix.count))
    return [.open(sheet(about: dossier.isEmpty ? nil : CaseID(dossier), name, context))]
  }

  /// What follows from a form that was filled in; nil for every other form.
  static func filled(_ id: String, _ form: Form, _ context: Context) -> [Effect]? {
    guard id.hasPrefix(prefix), let person = context.person else { return nil }
    let dossier = String(id.dropFirst(prefix.count))
    let complaint = Complaint(
      id: number(of: person, at: context.now),
      topic: form.chosen("topic", of: SupervisionTopic.allCases) ?? .fairness,
      source: context.acts(as: .expert) ? .expert : .staff,
      dossier: dossier.isEmpty || form.choice("file") != 0 ? nil : CaseID(dossier),
      person: form.person("person"),
      text: form.text("text").trimmingCharacters(in: .whitespacesAndNewlines))
    let command = Command.supervision(.lodge(complaint))
    if let refusal = context.refusal(of: command) {
      var sheet = sheet(about: dossier.isEmpty ? nil : CaseID(dossier), nil, context)
      sheet.form = form
      sheet.form.errors = ["text": context.say(Notices.sentence(refusal, context))]
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    return [.perform([command], ticket: ticket)]
  }

  /// What is said once it was sent; nothing for other tickets.
  static func said(_ ticket: String) -> [Effect] {
    ticket == Self.ticket ? [.say(Notice(.good, .Supervision.sent))] : []
  }

  /// A number that the sender can make without knowing of others: the second and who sent it.
  static func number(of person: PersonID, at now: Moment) -> ComplaintID {
    let digits = now.description.filter(\.isNumber)
    return ComplaintID("T\(digits)-\(person.rawValue.prefix(16))")
  }
}
