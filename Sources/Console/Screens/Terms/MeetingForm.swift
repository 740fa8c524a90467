import Foundation
import Procedure
import Terminal

/// A meeting that was held, with its day and who was there (R7, S6, P4).
enum MeetingForm {
  /// - Parameter kind: The kind that is chosen at first.
  static func form(_ kind: Meeting.Kind?, _ context: Context) -> ScreenForm<MeetingsPage> {
    ScreenForm(sheet(kind, context)) { _, form, context in fill(form, context) }
  }

  /// Who can be at a meeting: leaders of this year's panels, the secretariat, everybody else.
  private static func people(_ context: Context) -> [(
    field: String, label: Phrase, people: [PersonID]
  )] {
    let cycle = context.cycle
    var leaders: [PersonID] = []
    for panel in context.panels(.material) + context.panels(.onSite) {
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

  private static func sheet(_ kind: Meeting.Kind?, _ context: Context) -> FormSheet {
    let kinds = Meeting.Kind.allCases
    let chosen = kind.flatMap { kinds.firstIndex(of: $0) } ?? 0
    let numbers = kinds.map {
      Phrase.meeting($0) + .plain(" \(MeetingRow.nextID(of: $0, context.cycle))")
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

  private static func fill(
    _ form: Form, _ context: Context
  ) -> ScreenForm<MeetingsPage>.Outcome {
    guard let day = Day(typed: form.text("day")) else { return .faults(["day": .Case.noDay]) }
    let kind = form.chosen("kind", of: Meeting.Kind.allCases) ?? .leaders
    let typed = Form.plain(form.text("id"))
    let meeting = Meeting(
      id: typed.isEmpty ? MeetingRow.nextID(of: kind, context.cycle) : MeetingID(typed),
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
      return .faults([field: why])
    }
    return .effects([
      .confirm(
        "hold", Phrase.Terms.hold.bare, confirmation(of: meeting, context),
        then: [.perform([command], ticket: "meeting")])
    ])
  }

  /// Everything that was put in: kind, number and day, then who was there, group by group.
  private static func confirmation(of meeting: Meeting, _ context: Context) -> [Phrase] {
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
}
