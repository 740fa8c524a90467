import Foundation
import Procedure
import Terminal

/// A meeting that was held, with its day and who was there (R7, S6, P4).
enum MeetingForm {
  /// - Parameter kind: The kind that is chosen at first.
  static func form(_ kind: Meeting.Kind?, _ context: Context) -> ScreenForm<MeetingsPage> {
    let kinds = Meeting.Kind.allCases
    let numbers = kinds.map {
      Phrase.meeting($0) + .plain(" \(MeetingRow.nextID(of: $0, context.cycle))")
    }
    let groups = people(context)
    let asks = Asks(
      .choice(
        "kind", .Terms.meetingKind, each: Phrase.meeting, selected: kind, refused: .otherwise),
      .text(
        "id", .Terms.meetingID, isRequired: false, help: .Terms.meetingIDHelp,
        refused: Refused {
          switch $0 {
          case .blank, .numberTaken: true
          default: false
          }
        }.saying(.Terms.meetingIDHelp, of: .blank(.number))),
      .day("day", .Terms.day, context.now.day),
      .all(
        groups.map {
          .people($0.people, $0.field, $0.label, refused: .of(.nobodyPresent), context)
        }),
      .record(
        Meeting(id: "", kind: kind ?? .leaders, day: context.now.day, present: []),
        [
          .set(
            \.guests,
            .list("guests", .Terms.guests, [], refused: .about(.guests))),
          .set(
            \.number,
            .paperNumber(
              .Terms.minutesNumber, isRequired: false,
              refused: Refused {
                if case .numberUsed = $0 { true } else { false }
              }, next: \.nextMinutesNumber)),
          .set(\.place, .text("place", .Terms.place, isRequired: false, refused: .about(.place))),
          .set(
            \.chair, .text("chair", .field(.chair), isRequired: false, refused: .about(.chair))),
          .set(
            \.recorder,
            .text(
              "recorder", .field(.recorder), context.person.map(context.name) ?? "",
              isRequired: false, refused: .about(.recorder))),
        ]),
      lines: [.Terms.holdMeans, .Terms.nextNumbers(numbers)]
    ) { kind, number, day, present, details in
      let typed = Form.plain(number)
      var meeting = details
      meeting.id = typed.isEmpty ? MeetingRow.nextID(of: kind, context.cycle) : MeetingID(typed)
      (meeting.kind, meeting.day, meeting.present) = (kind, day, present.flatMap { $0 })
      return Intent(.cycle(.hold(meeting)), asking: confirmation(of: meeting, context))
    }
    return ScreenForm("meeting", .Terms.hold, asks, context)
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
    let details: [(Phrase, String)] = [
      (.Terms.guests, meeting.guests.joined(separator: "、")),
      (.Terms.minutesNumber, meeting.number), (.Terms.place, meeting.place),
      (.field(.chair), meeting.chair), (.field(.recorder), meeting.recorder),
    ]
    return [.meeting(meeting.kind) + .plain(" \(meeting.id)  \(meeting.day)")]
      + (groups.isEmpty ? [nobody] : groups)
      + details.filter { !$0.1.isEmpty }.map { $0.0 + .plain("  " + $0.1) } + [.Terms.holdMeans]
  }
}
