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
    guard let dossier, let visit, let check = visit.checks.first(where: { $0.id == id }) else {
      return nil
    }
    let last = LastFinding(for: check, in: visit, by: context.person)
    let known = outcome(of: id)
    let before = visit.tick(id)
    // What somebody else found is gone on from, in a line of one's own.
    let others = before.flatMap { $0.by == context.person ? nil : context.name($0.by) }
    let evidence = before?.finding.evidence ?? ""
    let asks = Asks(
      Self.outcome(known),
      .text(
        "evidence", .OnSite.recordLabel, others == nil ? evidence : evidence + "\n", rows: 4,
        limit: 2000, refused: .otherwise),
      Self.method(last.method),
      .text(
        "place", .OnSite.placeLabel, last.place, isRequired: false, help: .OnSite.placeHelp,
        limit: 100, refused: .about(.place)),
      .text(
        "asked", .OnSite.askedLabel, last.asked, isRequired: false, help: .OnSite.askedHelp,
        limit: 100, refused: .about(.asked)),
      lines: [
        .plain(check.text),
        .OnSite.recordedBy(context.person.map(context.name) ?? "", context.now),
        others.map(Phrase.OnSite.goesOnFrom) ?? .plain(""),
      ]
    ) {
      Intent(
        .tick(id, CheckFinding(outcome: $0, method: $2, evidence: $1, place: $3, asked: $4)),
        in: dossier)
    }
    let item = context.edition.item(check.item).map { "\($0.id) \(context.say($0.name))" }
    var form = ScreenForm<Self>(
      "tick", .OnSite.evidenceOf + .plain(" · \(item ?? "\(check.item)")"), about: id.rawValue,
      asks, in: dossier, context)
    if known != nil { form.sheet.form.setFocus(1) }
    return form
  }

  /// The outcome; where none is known, one has to be chosen.
  private static func outcome(_ known: CheckOutcome?) -> ActField<CheckOutcome> {
    let title = { (outcome: CheckOutcome) -> Phrase in
      .plain("\(outcome.sign) ") + .OnSite.outcome(outcome)
    }
    guard known == nil else {
      return .one(
        of: CheckOutcome.allCases, "outcome", .OnSite.outcomeLabel, selected: known,
        help: .OnSite.outcomeHelp, title: title)
    }
    return ActField<CheckOutcome?>.one(
      of: CheckOutcome.allCases, orNone: .OnSite.chooseOutcome, "outcome", .OnSite.outcomeLabel,
      help: .OnSite.outcomeHelp, title: title
    ).required("outcome", .OnSite.chooseOutcome, probes: [.met])
  }

  private static func method(_ method: CheckMethod) -> ActField<CheckMethod> {
    .choice(
      "method", .OnSite.methodLabel, each: Phrase.OnSite.methodInFull, selected: method,
      help: .OnSite.outcomeHelp)
  }

  /// The form of a check that an examiner adds.
  private func check(_ context: Context) -> ScreenForm<Self>? {
    guard let dossier else { return nil }
    let items = context.edition.items
    let asks = Asks(
      .text("text", .OnSite.checkText, rows: 3, limit: 500, refused: .otherwise),
      .one(
        of: items.map(\.id), "item", .OnSite.item, selected: checks.selected?.item,
        help: .OnSite.outcomeHelp
      ) { id in
        .plain("\(id) ") + (items.first { $0.id == id }.map { Phrase($0.name) } ?? .plain(""))
      }, Self.method(.viewing)
    ) {
      Intent(
        .addCheck(CheckPoint(item: $1, text: $0, method: $2, origin: .examiner)), in: dossier)
    }
    return ScreenForm("addCheck", .OnSite.addCheck, asks, in: dossier, context)
  }

  // MARK: The agenda (S2)

  /// What a line of the plan may say beside its title.
  private static func part(
    _ name: String, _ label: Phrase, _ value: String?, _ refused: Refused,
    help: Phrase = .OnSite.planHelp
  ) -> ActField<String> {
    .text(
      name, label, value ?? "", isRequired: false, help: help, limit: 100, refused: refused)
  }

  /// The form of a line by its name; of a new one where there is none.
  private func line(_ name: String?, _ context: Context) -> ScreenForm<Self>? {
    guard let visit else { return nil }
    let line = agenda.place(of: name).map { agenda.lines[$0] }
    let days = (0...max(0, visit.from.days(until: visit.until))).map {
      visit.from.adding(days: $0)
    }
    let kind = ActField<AgendaKind>.choice(
      "kind", .OnSite.kind, each: Phrase.agenda, selected: line?.kind ?? AgendaKind.allCases[2],
      help: .plain(""))
    let day = ActField<Day>.one(
      of: days, by: \.description, "day", .OnSite.day, selected: line?.day ?? context.now.day,
      help: .plain("")
    ) { .plain($0.description) }
    let time = ActField<String>.line(
      "time", .OnSite.time, line?.time ?? "", isRequired: true, help: .OnSite.timeHelp,
      probes: ["-"], refused: .never
    ) { text throws(Wrong) in
      guard let time = AgendaLine.time(text) else { throw Wrong(why: .OnSite.wrongTime) }
      return time
    }
    let title = ActField<String>.text(
      "title", .OnSite.lineTitle, line?.title ?? "", isRequired: false, limit: 100, refused: .never)
    let asks = Asks(
      kind, day, time, title,
      Self.part("department", .OnSite.department, line?.department, .about(.department)),
      Self.part("place", .OnSite.placeLabel, line?.place, .about(.place)),
      Self.part(
        "escort", .OnSite.escort, line?.escort, .about(.name), help: .OnSite.escortHelp),
      .toggle("done", .OnSite.isHeld, line?.done ?? false)
    ) {
      AgendaLine(
        kind: $0, day: $1, time: $2, title: $3, done: $7, department: $4, place: $5, escort: $6)
    }
    var form = ScreenForm<Self>(
      line == nil ? "addLine" : "editLine", line == nil ? .OnSite.addLine : .OnSite.editLine,
      about: line?.name ?? "", asks, context
    ) { screen, filled, _ in
      let place = screen.agenda.place(of: name)
      return .effects(
        screen.changeAgenda { agenda in
          if let place { agenda[place] = filled } else { agenda.append(filled) }
        })
    }
    if name != nil, line == nil {
      // Somebody changed or removed it meanwhile: the next F5 adds a line.
      form.fill = { [sheet = form.sheet] _, form, context in
        var sheet = sheet
        sheet.form = form
        sheet.form.errors = ["title": context.say(Phrase.OnSite.lineGoneAdd)]
        sheet.form.focusFirstError()
        return .effects([.revise(sheet)])
      }
    }
    return form
  }
}
