import Criteria
import Foundation
import Procedure
import Terminal

/// The forms of the visit and what follows from them.
extension OnSiteScreen {
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard dossier != nil else { return nil }
    switch name {
    case "tick": return finding(CheckID(about), context)
    case "addCheck": return check(context)
    case "addLine": return line(nil, context)
    case "editLine": return line(about, context)
    case "reason": return reason(about, context)
    case "opinion": return opinion(context)
    default: return actForm(name, context)
    }
  }

  // MARK: Checks (S3)

  /// The form of a finding, filled in but for the evidence.
  private func finding(_ id: CheckID, _ context: Context) -> ScreenForm<Self>? {
    guard let visit, let check = visit.checks.first(where: { $0.id == id }) else { return nil }
    let outcome = outcome(of: id) ?? .met
    let last = LastFinding(for: check, in: visit, by: context.person)
    let evidence = visit.tick(check.id)?.finding.evidence ?? ""
    var form = Form([
      FormField(
        id: "outcome", label: context.say(Phrase.OnSite.outcomeLabel),
        kind: .choice(
          options: CheckOutcome.allCases.map { "\($0.sign) \(context.say(.OnSite.outcome($0)))" },
          selected: CheckOutcome.allCases.firstIndex(of: outcome) ?? 0),
        help: context.say(Phrase.OnSite.outcomeHelp)),
      FormField(
        id: "evidence", label: context.say(Phrase.OnSite.recordLabel),
        kind: .area(
          TextArea(evidence, maxLength: 2000, room: Size(width: 60, height: 4)), rows: 4),
        isRequired: true),
      methodField(last.method, context),
      FormField(
        id: "place", label: context.say(Phrase.OnSite.placeLabel),
        kind: .text(TextField(last.place, maxLength: 100)),
        help: context.say(Phrase.OnSite.placeHelp)),
      FormField(
        id: "asked", label: context.say(Phrase.OnSite.askedLabel),
        kind: .text(TextField(last.asked, maxLength: 100)),
        help: context.say(Phrase.OnSite.askedHelp)),
    ])
    form.setFocus(1)
    let item = context.edition.item(check.item).map { "\($0.id) \(context.say($0.name))" }
    return ScreenForm(
      FormSheet(
        id: "tick", title: .OnSite.evidenceOf + .plain(" · \(item ?? "\(check.item)")"),
        lines: [
          .plain(check.text),
          .OnSite.recordedBy(context.person.map(context.name) ?? "", context.now), .plain(""),
        ], about: id.rawValue, form: form)
    ) { screen, form, context in
      let finding = CheckFinding(
        outcome: CheckOutcome.allCases[form.choice("outcome") ?? 0],
        method: CheckMethod.allCases[form.choice("method") ?? 0], evidence: form.text("evidence"),
        place: form.text("place"), asked: form.text("asked"))
      // A field that S3 asks for is named in the form.
      if let dossier = screen.dossier,
        let refusal = context.refusal(of: .tick(id, finding), in: dossier),
        case .blank(let field) = refusal.reason
      {
        return .faults([field.rawValue: Notices.sentence(refusal, context)])
      }
      return .effects(screen.perform(.tick(id, finding), "tick"))
    }
  }

  private func methodField(_ method: CheckMethod, _ context: Context) -> FormField {
    FormField(
      id: "method", label: context.say(Phrase.OnSite.methodLabel),
      kind: .choice(
        options: CheckMethod.allCases.map { context.say(.OnSite.methodInFull($0)) },
        selected: CheckMethod.allCases.firstIndex(of: method) ?? 0),
      help: context.say(Phrase.OnSite.outcomeHelp))
  }

  /// The form of a check that an examiner adds.
  private func check(_ context: Context) -> ScreenForm<Self> {
    let form = Form([
      FormField(
        id: "text", label: context.say(Phrase.OnSite.checkText),
        kind: .area(TextArea(maxLength: 500, room: Size(width: 60, height: 3)), rows: 3),
        isRequired: true),
      .choice(
        "item", .OnSite.item,
        of: context.edition.items.map {
          FormField.Option(.plain("\($0.id) ") + Phrase($0.name), $0.id.rawValue)
        }, selected: checks.selected?.item.rawValue, help: .OnSite.outcomeHelp, context),
      methodField(.viewing, context),
    ])
    return ScreenForm(FormSheet(id: "addCheck", title: .OnSite.addCheck, form: form)) {
      screen, form, _ in
      guard let item = form.value("item") else { return .effects([.closeForm]) }
      let check = CheckPoint(
        item: ItemID(item), text: form.text("text"),
        method: CheckMethod.allCases[form.choice("method") ?? 0], origin: .examiner)
      return .effects(screen.perform(.addCheck(check), "addCheck"))
    }
  }

  // MARK: The agenda (S2)

  /// The form of a line by its name; of a new one where there is none.
  private func line(_ name: String?, _ context: Context) -> ScreenForm<Self>? {
    guard visit != nil else { return nil }
    let line = agenda.place(of: name).map { agenda.lines[$0] }
    return ScreenForm(lineSheet(line, context)) { screen, form, context in
      // Somebody changed or removed it meanwhile: the next F5 adds a line.
      if name != nil, line == nil {
        var sheet = screen.lineSheet(nil, context)
        sheet.form = form
        sheet.form.errors = ["title": context.say(Phrase.OnSite.lineGoneAdd)]
        sheet.form.focusFirstError()
        return .effects([.revise(sheet)])
      }
      guard let time = AgendaLine.time(form.text("time")) else {
        return .faults(["time": .OnSite.wrongTime])
      }
      guard let day = form.value("day").flatMap({ Day($0) }) else {
        return .effects([.closeForm])
      }
      let filled = AgendaLine(
        kind: AgendaKind.allCases[form.choice("kind") ?? 0], day: day,
        time: time, title: form.text("title"), done: form.isOn("done"))
      let place = screen.agenda.place(of: name)
      return .effects(
        screen.changeAgenda { agenda in
          if let place { agenda[place] = filled } else { agenda.append(filled) }
        })
    }
  }

  private func lineSheet(_ line: AgendaLine?, _ context: Context) -> FormSheet {
    let days = visit.map { visit in
      (0...max(0, visit.from.days(until: visit.until))).map { visit.from.adding(days: $0) }
    }
    let kind = line.flatMap { AgendaKind.allCases.firstIndex(of: $0.kind) } ?? 2
    return FormSheet(
      id: line == nil ? "addLine" : "editLine",
      title: line == nil ? .OnSite.addLine : .OnSite.editLine,
      about: line?.name ?? "",
      form: Form([
        FormField(
          id: "kind", label: context.say(Phrase.OnSite.kind),
          kind: .choice(
            options: AgendaKind.allCases.map { context.say(.agenda($0)) }, selected: kind)),
        .choice(
          "day", .OnSite.day,
          of: (days ?? []).map { FormField.Option(.plain($0.description), $0.description) },
          selected: (line?.day ?? context.now.day).description, help: .plain(""), context),
        FormField(
          id: "time", label: context.say(Phrase.OnSite.time),
          kind: .text(TextField(line?.time ?? "", maxLength: 8)), isRequired: true,
          help: context.say(Phrase.OnSite.timeHelp)),
        FormField(
          id: "title", label: context.say(Phrase.OnSite.lineTitle),
          kind: .text(TextField(line?.title ?? "", maxLength: 100))),
        FormField(
          id: "done", label: context.say(Phrase.OnSite.isHeld), kind: .toggle(line?.done ?? false)),
      ]))
  }
}
