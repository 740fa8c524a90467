import Procedure
import Terminal

/// The acts of the case that can be done here too: declaring, stepping back (R5), arranging (S1).
extension OnSiteScreen {
  var declaration: Action {
    Action(
      "declare", .OnSite.declare, keys: [.enter], shown: .plain("Enter"),
      help: .OnSite.declareHelp, importance: 9
    ) { screen, context in
      screen.dossier.map { [.ask(DeclarationForm.question(for: $0, context))] } ?? []
    }
  }

  func recusal(_ dossier: CaseState, _ context: Context) -> Action {
    Action(
      "recuse", .OnSite.recuse, help: .OnSite.recuseHelp,
      availability: context.availability(of: .recuse(Interest(ground: .other)), in: dossier)
    ) { $0.open("recuse", $1) }
  }

  func arrangement(_ dossier: CaseState, isNext: Bool, _ context: Context) -> Action {
    var availability = Availability.disabled(.OnSite.noPanels)
    if let panel = panels(context).first {
      availability = context.availability(
        of: .arrangeVisit(panel.id, from: context.now.day, until: context.now.day), in: dossier)
    }
    return Action(
      "arrange", .OnSite.arrange, keys: isNext ? [.enter] : [],
      shown: .plain(isNext ? "Enter" : ""), help: .OnSite.arrangeHelp,
      availability: availability, importance: 9
    ) { $0.open("arrange", $1) }
  }

  /// What follows from the question whether a declaration is signed.
  func answer(_ id: String, _ choice: String, _ context: Context) -> [Effect] {
    switch (id, choice) {
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
        return .effects([
          .ask(
            .confirm(
              id: "recuse", title: .OnSite.recuseQuestion,
              lines: [.ground(interest.ground), .OnSite.recuseMeans], yes: .OnSite.recuse,
              then: screen.perform(.recuse(interest), "recuse")))
        ])
      }
    case "arrange": arranging(context)
    default: nil
    }
  }

  /// The on-site panels of the cycle.
  private func panels(_ context: Context) -> [Panel] {
    context.cycle.panels.values.filter { $0.stage == .onSite }.sorted { $0.id < $1.id }
  }

  private func arranging(_ context: Context) -> ScreenForm<Self> {
    let options = panels(context).map {
      FormField.Option(.plain("\($0.name)（\(context.name($0.leader))）"), $0.id.rawValue)
    }
    func day(_ id: String, _ label: Phrase, _ day: Day?) -> FormField {
      FormField(
        id: id, label: context.say(label),
        kind: .text(TextField(day?.description ?? "", maxLength: 20)), isRequired: true,
        help: context.say(Phrase.OnSite.dayHelp))
    }
    return ScreenForm(
      FormSheet(
        id: "arrange", title: .OnSite.arrange, lines: [.OnSite.arrangeHelp],
        form: Form([
          .choice(
            "panel", .OnSite.panel, of: options, selected: visit?.panel.rawValue,
            help: .plain(""), context),
          day("from", .OnSite.from, visit?.from), day("until", .OnSite.until, visit?.until),
        ]))
    ) { screen, form, _ in
      guard let panel = form.value("panel") else { return .effects([.closeForm]) }
      let (from, until) = (Self.day(form.text("from")), Self.day(form.text("until")))
      guard let from, let until else {
        return .faults([from == nil ? "from" : "until": .OnSite.wrongDay])
      }
      return .effects(
        screen.perform(.arrangeVisit(PanelID(panel), from: from, until: until), "arrange"))
    }
  }

  /// A day as people type it, in either width: "2026-10-19", "２０２６－１０－１９".
  private static func day(_ text: String) -> Day? {
    Day(text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace })
  }
}
