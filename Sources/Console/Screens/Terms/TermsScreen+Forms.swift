import Foundation
import Procedure
import Reports
import Terminal

/// The forms of the screen of terms, and what follows from them.
extension TermsScreen {
  // MARK: Terms

  func filterSheet(_ context: Context) -> FormSheet {
    let all = TermKind.allCases
    let taken = all.indices.filter { kinds?.contains(all[$0]) ?? true }
    return FormSheet(
      id: "filter", title: Phrase.Terms.filter.bare, isKept: false,
      form: Form([
        FormField(
          id: "kinds", label: context.say(Phrase.Terms.kinds),
          kind: .multiple(
            options: all.map { context.say(.term($0)) }, selected: Set(taken), cursor: 0),
          isRequired: true, help: context.say(Phrase.History.kindsHelp))
      ]))
  }

  private mutating func filter(_ form: Form) -> [Effect] {
    let all = TermKind.allCases
    let chosen = form.selection("kinds").filter(all.indices.contains).map { all[$0] }
    return [.endForm] + narrow(to: chosen.count == all.count ? nil : Set(chosen))
  }

  // MARK: Notices

  func publicationSheet(_ context: Context) -> FormSheet? {
    guard let batch = selectedBatch(context), batch.isReady else { return nil }
    var lines = [TermsWords.name(of: batch), TermsWords.names(of: taken(batch))]
    if let notice = batch.notice {
      lines[0] = .notice(notice) + Phrase("：", ": ") + ActForm.term(of: notice, context)
    }
    return FormSheet(
      id: "publish", title: Phrase.Terms.publish.bare, lines: lines + [.Terms.allOrNone],
      isKept: false,
      form: Form([
        .line(
          "number", batch.notice == nil ? .Act.listNumber : .Act.noticeNumber, "",
          isRequired: true, context)
      ]))
  }

  private mutating func publish(_ form: Form, _ context: Context) -> [Effect] {
    guard let batch = selectedBatch(context), let sheet = publicationSheet(context) else {
      return [.closeForm]
    }
    let number = SetupScreen.trimmed(form.text("number"))
    let cases = taken(batch)
    pending = .commands(
      cases.compactMap { batch.publication(of: $0.dossier, number: number) }, ticket: "publish")
    return [
      .ask(
        .confirm(
          id: "pending", title: sheet.title,
          lines: [.plain(number)] + sheet.lines.dropLast() + [.Act.cannotBeUndone],
          yes: Phrase.Terms.publish.bare))
    ]
  }

  // MARK: Meetings

  /// Who can be at a meeting: leaders of this year's panels, the secretariat, everybody else.
  private func people(_ context: Context) -> [(field: String, label: Phrase, people: [PersonID])] {
    let cycle = context.cycle
    var leaders: [PersonID] = []
    for panel in CaseActName.panels(.material, context) + CaseActName.panels(.onSite, context) {
      for person in [panel.leader, panel.deputy] {
        if let person, !leaders.contains(person) { leaders.append(person) }
      }
    }
    let active = cycle.people.values.filter(\.active).map(\.id).sorted()
    let office = active.filter { cycle.acts($0, as: .secretariat) && !leaders.contains($0) }
    let others = active.filter { !leaders.contains($0) && !office.contains($0) }
    return [
      ("leaders", .Terms.leaders, leaders), ("office", .Terms.office, office),
      ("others", .Terms.others, others),
    ]
  }

  func meetingSheet(_ context: Context) -> FormSheet {
    let kinds = Meeting.Kind.allCases
    let chosen = selectedMeeting(context).flatMap { kinds.firstIndex(of: $0.kind) } ?? 0
    let numbers = kinds.map {
      Phrase.meeting($0) + .plain(" \(MeetingPage.nextID(of: $0, context.cycle))")
    }
    return FormSheet(
      id: "meeting", title: Phrase.Terms.hold.bare,
      lines: [.Terms.holdMeans, .Terms.nextNumbers(numbers)],
      form: Form(
        [
          FormField(
            id: "kind", label: context.say(Phrase.Terms.meetingKind),
            kind: .choice(options: kinds.map { context.say(.meeting($0)) }, selected: chosen),
            help: context.say(Phrase.Case.sideArrowsHelp)),
          .line(
            "id", .Terms.meetingID, "", help: .Terms.meetingIDHelp, context),
          .line(
            "day", .Terms.day, context.now.day.description, isRequired: true, help: .Case.dayHelp,
            context),
        ]
          + people(context).map { group in
            .several(
              group.field, group.label,
              of: group.people.map { FormField.Option($0, context) },
              taken: [], context)
          }))
  }

  private mutating func hold(_ form: Form, _ context: Context) -> [Effect] {
    guard let day = Day(typed: form.text("day")) else {
      return revise(meetingSheet(context), form, "day", .Case.noDay, context)
    }
    let kinds = Meeting.Kind.allCases
    let kind = kinds[min(max(0, form.choice("kind") ?? 0), kinds.count - 1)]
    let typed = SetupScreen.plain(form.text("id"))
    let meeting = Meeting(
      id: typed.isEmpty ? MeetingPage.nextID(of: kind, context.cycle) : MeetingID(typed),
      kind: kind, day: day,
      present: people(context).flatMap { form.people($0.field) })
    let command = Command.cycle(.hold(meeting))
    if let refusal = context.refusal(of: command) {
      let field =
        switch refusal.reason {
        case .blank, .numberTaken: "id"
        case .badDates: "day"
        default: "kind"
        }
      let why =
        refusal.reason == .blank(.number)
        ? .Terms.meetingIDHelp : Notices.sentence(refusal, context)
      return revise(meetingSheet(context), form, field, why, context)
    }
    pending = .commands([command], ticket: "meeting")
    return [
      .ask(
        .confirm(
          id: "pending", title: Phrase.Terms.hold.bare, lines: confirmation(of: meeting, context),
          yes: Phrase.Terms.hold.bare))
    ]
  }

  /// Everything that was put in: kind, number and day, then who was there, group by group.
  private func confirmation(of meeting: Meeting, _ context: Context) -> [Phrase] {
    let groups = people(context).compactMap { group -> Phrase? in
      let names = group.people.filter(meeting.present.contains).map(context.name)
      return names.isEmpty
        ? nil
        : .Terms.present + .plain("  ") + group.label
          + .plain("  " + names.joined(separator: "、"))
    }
    let nobody = Phrase.Terms.present + .plain("  ") + .Terms.nobodyPresent
    return [.meeting(meeting.kind) + .plain(" \(meeting.id)  \(meeting.day)")]
      + (groups.isEmpty ? [nobody] : groups) + [.Terms.holdMeans]
  }

  // MARK: Papers

  func printSheet(_ context: Context) -> FormSheet? {
    let papers = papers(context)
    guard let first = papers.first else { return nil }
    let city = Phrase.Terms.bureau(context.parameters.city).zh
    var fields: [FormField] = []
    if papers.count > 1 {
      fields.append(
        .choice(
          "paper", .Terms.paper,
          of: papers.map { FormField.Option($0.title, context.say($0.title)) }, context))
    }
    if !papers.allSatisfy(\.isOfNotice) {
      fields.append(
        .line("number", .Terms.paperNumber, "", help: .Terms.paperNumberHelp, context))
    }
    let names = [first.paper.title.zh, first.number.isEmpty ? first.dossiers.first?.rawValue : nil]
    let name = (names.compactMap { $0 } + [first.number]).filter { !$0.isEmpty }
      .joined(separator: "-").replacing("/", with: "-")
    fields += [
      .line("signs", .Terms.signs, signs ?? city, context),
      .target(.Terms.path, .plain(name), help: .Terms.pathHelp, context),
    ]
    return FormSheet(
      id: "print", title: Phrase.Terms.print.bare,
      lines: [
        papers.count == 1 ? first.title + .plain(" \(first.number)") : .Terms.printHelp
      ], isKept: false, form: Form(fields))
  }

  private mutating func print(_ form: Form, _ context: Context) -> [Effect] {
    let papers = papers(context)
    let title = form.value("paper")
    guard var order = papers.first(where: { title == nil || context.say($0.title) == title })
    else { return [.closeForm] }
    if !order.isOfNotice { order.number = SetupScreen.trimmed(form.text("number")) }
    order.signs = SetupScreen.trimmed(form.text("signs"))
    signs = order.signs
    let path = SetupScreen.trimmed(form.text("path"))
    return [.writePaper(order, path: path, replaces: false, ticket: "paper")]
  }

  /// The file is there already: whether it is to be replaced.
  mutating func ask(toReplace path: String, _ order: PaperOrder) -> [Effect] {
    pending = .paper(order, path: path)
    return [
      .ask(
        .confirm(
          id: "pending", title: .Terms.replaceTitle, lines: [.plain(path)], yes: .Terms.replace))
    ]
  }

  // MARK: Filled in and answered

  mutating func fill(_ id: String, _ form: Form, _ context: Context) -> [Effect] {
    switch id {
    case "filter": filter(form)
    case "publish": publish(form, context)
    case "meeting": hold(form, context)
    case "print": print(form, context)
    default: [.closeForm]
    }
  }

  mutating func answer(_ id: String, _ choice: String, _ context: Context) -> [Effect] {
    guard id == "pending", choice == "yes", let pending else { return [] }
    self.pending = nil
    switch pending {
    case .commands(let commands, let ticket): return [.perform(commands, ticket: ticket)]
    case .paper(let order, let path):
      return [.writePaper(order, path: path, replaces: true, ticket: "paper")]
    }
  }

  private func revise(
    _ sheet: FormSheet, _ form: Form, _ field: String, _ why: Phrase, _ context: Context
  ) -> [Effect] {
    var sheet = sheet
    sheet.form = form
    sheet.form.errors = [field: context.say(why)]
    sheet.form.focusFirstError()
    return [.revise(sheet)]
  }
}
