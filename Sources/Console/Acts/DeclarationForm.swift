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
