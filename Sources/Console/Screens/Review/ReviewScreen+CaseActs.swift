import Procedure
import Store
import Terminal

/// The acts of the case that can be done here too: declaring and stepping back (R5).
extension ReviewScreen {
  var declaring: [Action] {
    [
      Action(
        "declare", .Review.declare, keys: [.enter], shown: .plain("Enter"),
        help: .Review.declareHelp, importance: 9
      ) { screen, context in
        screen.dossier.map { [.ask(DeclarationForm.question(for: $0, context))] } ?? []
      },
      Action("interest", .Review.declareInterest, help: .Review.declareInterestHelp) {
        $0.open("interest", $1)
      },
    ]
  }

  func recusal(_ dossier: CaseState, _ context: Context) -> Action {
    Action(
      "recuse", .Review.recuse, help: .Review.recuseHelp,
      availability: context.availability(of: .recuse(Interest(ground: .other)), in: dossier)
    ) { $0.open("recuse", $1) }
  }

  /// What follows from the question whether a declaration is signed.
  func answered(_ question: String, _ choice: String, _ context: Context) -> [Effect] {
    switch (question, choice) {
    case ("declare", "clear"): perform(.declare(nil), "declare")
    case ("declare", "interest"): open("interest", context)
    default: []
    }
  }

  /// Opens the form of an interest anew, where a declaration can still be signed.
  mutating func reopenInterest(_ context: Context) -> [Effect] {
    begin("declare", context).isEmpty ? [] : open("interest", context)
  }

  func caseAct(_ name: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case "interest":
      ScreenForm(DeclarationForm.form(name, context)) { screen, form, _ in
        .effects(screen.perform(.declare(DeclarationForm.interest(form)), "declare"))
      }
    case "recuse":
      ScreenForm(DeclarationForm.form(name, context)) { screen, form, _ in
        let interest = DeclarationForm.interest(form)
        // What is written stays with the case, whoever goes on with it.
        return .effects(
          [
            .ask(
              .confirm(
                id: "recuse", title: .Review.recuseQuestion,
                lines: [.Review.groundIs(interest.ground), .Review.recuseMeans],
                yes: .Review.recuseYes, then: screen.perform(.recuse(interest), "recuse")))
          ] + screen.save())
      }
    default: nil
    }
  }
}
