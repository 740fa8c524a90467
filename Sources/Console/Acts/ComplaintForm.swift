import Foundation
import Procedure
import Terminal

/// Turning to supervision (V3): anybody who takes part can, from the queue or a case's dossier.
enum ComplaintForm {
  /// The name of the action.
  static let action = "complain"
  /// The ticket by which the screen learns that it was sent.
  static let ticket = "complain"

  /// The action; supervision itself registers what comes in on its own screen.
  static func actions<Actor: Screen>(
    about application: Application?, _ context: Context
  ) -> [ScreenAction<Actor>] {
    guard !context.acts(as: .supervisor) else { return [] }
    return [
      ScreenAction(
        action, .Supervision.complain, help: .Supervision.complainHelp,
        availability: refusal(context).map { .disabled(Notices.sentence($0, context)) }
          ?? .available
      ) { screen, context in
        screen.open(action, about: application?.id.rawValue ?? "", context)
      }
    ]
  }

  /// What stands in the way of turning to supervision now.
  private static func refusal(_ context: Context) -> Refusal? {
    let sample = Complaint(id: "T0", topic: .fairness, source: .expert, text: "-")
    return context.refusal(of: .supervision(.lodge(sample)))
  }

  /// The form, about a case where one was selected; nil where it is another's, or nobody may.
  ///
  /// - Parameters:
  ///   - about: The case's number; empty for none.
  ///   - application: The case that the screen shows, for its name.
  static func form<Actor: Screen>(
    _ name: String, about: String, _ application: Application?, _ context: Context
  ) -> ScreenForm<Actor>? {
    guard name == action, !context.acts(as: .supervisor), refusal(context) == nil,
      let person = context.person
    else { return nil }
    let id = about.isEmpty ? nil : CaseID(about)
    let title = application.flatMap { $0.id == id ? $0.name : nil } ?? ""
    let asks = Asks(
      .choice("topic", .Supervision.topic, each: Phrase.topic),
      .aboutCase(id, title), .person("person", .Supervision.person, context),
      .text("text", .Act.text, rows: 5, help: .Supervision.textHelp, refused: .otherwise),
      lines: [.Supervision.onlySupervision, .Supervision.tracesStay]
    ) {
      Intent(
        .supervision(
          .lodge(
            Complaint(
              id: number(of: person, at: context.now), topic: $0,
              source: context.acts(as: .expert) ? .expert : .staff, dossier: $1, person: $2,
              text: $3))),
        asking: [
          .topic($0) + .Supervision.concerns($1.map { "\($0) \(title)" }, $2.map(context.name)),
          .plain($3), .Supervision.onlySupervision, .Supervision.tracesStay,
        ])
    }
    return ScreenForm(name, .Supervision.complain, about: about, ticket: ticket, asks, context)
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
