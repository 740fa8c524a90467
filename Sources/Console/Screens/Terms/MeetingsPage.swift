import Foundation
import Procedure
import Store
import Terminal

/// The meetings (会议) that were held, and the cases that wait for the next of each kind (R7, S6, P4).
struct MeetingsPage: Page {
  var meetings = ListWithCases<MeetingRow>()
  /// What was noted of the cases that wait.
  var decisions = MeetingDecisions()
  private var stages: [Stage: [QueueRow]] = [:]
  private var minutes: [MeetingID: Minutes] = [:]
  /// What was decided of the cases, of the meetings that were looked at.
  private var decided: [MeetingID: [DecidedAtMeeting]] = [:]
  /// The meeting of which that was asked last.
  private var asked: MeetingID?

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    meetings.actions(\.meetings) + deciding(context)
      + (context.acts(as: .secretariat)
        ? [
          ScreenAction(
            "hold", .Terms.hold, keys: [.function(4)], shown: .plain("F4"), help: .Terms.holdHelp,
            importance: 9
          ) { page, context in page.open("meeting", context) },
          ScreenAction(
            "minutes", .Terms.minutes, keys: [.function(6)], shown: .plain("F6"),
            help: .Terms.minutesHelp,
            availability: meetings.list.selected?.meeting == nil
              ? .disabled(.Terms.noMeetingChosen) : .available, importance: 6
          ) { page, context in page.open("minutes", context) },
        ] : [])
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    let row = meetings.list.selected
    switch name {
    case "meeting": return MeetingForm.form(due(context), context)
    case "minutes":
      let id = about.isEmpty ? row?.meeting?.id : MeetingID(about)
      return id.flatMap { context.cycle.meetings[$0] }.map {
        MinutesForm.form($0, minutes[$0.id] ?? Minutes(), context)
      }
    case "decisions":
      return row.flatMap { decisions.form(at: $0.kind, $0.meeting?.id, context) }
    default: return nil
    }
  }

  mutating func appear(_ context: Context) -> [Effect] {
    meetings.appear()
    return update(.opened, context)
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let heard = decisions.hear(message)
    return heard.effects + take(message, context) + ask(after: message)
      + (heard.opens ? open(MeetingDecisions.name, context) : [])
  }

  /// Asks what was decided at the selected meeting, once, and anew where something was written since.
  private mutating func ask(after message: ScreenMessage) -> [Effect] {
    switch message {
    case .opened, .storeChanged, .done: asked = nil
    default: break
    }
    let meeting = meetings.list.selected?.meeting?.id
    guard meeting != asked else { return [] }
    asked = meeting
    return meeting.map { [.load(.decisions($0))] } ?? []
  }

  private mutating func take(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged, .done:
      return list(context) + [.load(.minutes)]
        + Meeting.Kind.allCases.map { .load(.cases(.stage($0.stage))) }
        + meetings.side.read()
    case .loaded(.minutes(let minutes)):
      self.minutes = minutes
      return []
    case .loaded(.decisions(let meeting, let decided)):
      self.decided[meeting] = decided
      return []
    case .loaded(.queue(let query, _, let rows, _)):
      guard case .stage(let stage) = query.scope else { return [] }
      stages[stage] = rows
      return list(context)
    default:
      return meetings.update(message, context) { [stages] in Self.waiting($0, stages, $1) }
    }
  }

  private mutating func list(_ context: Context) -> [Effect] {
    meetings.hold(MeetingRow.rows(context.cycle), context) { [stages] in
      Self.waiting($0, stages, $1)
    }
  }

  /// The kind of meeting that is held next: the selected one, unless others alone have cases waiting.
  private func due(_ context: Context) -> Meeting.Kind? {
    let waiting = Meeting.Kind.allCases.filter {
      !Self.waiting(MeetingRow(kind: $0, meeting: nil), stages, context).isEmpty
    }
    let selected = meetings.list.selected?.kind
    return selected.map(waiting.contains) == true ? selected : waiting.first ?? selected
  }

  /// The cases in which a kind of meeting decides next.
  private static func waiting(
    _ row: MeetingRow, _ stages: [Stage: [QueueRow]], _ context: Context
  ) -> [NoticeBatch.Member] {
    let isOffice = context.acts(as: .secretariat)
    return (stages[row.kind.stage] ?? [])
      .filter { !isOffice || $0.duties.contains(row.kind.duty) }.map(NoticeBatch.Member.init)
  }

  // MARK: Painting

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    meetings.followers(in: rect, context)
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = meetings.layout(in: rect, context)
    let room = TitleBand(
      context.line(.Terms.part(.meetings)),
      note: Line("\(meetings.list.rows.count { $0.meeting != nil })", .dim),
      isFocused: !meetings.isOnCases
    ).paint(on: &canvas, in: layout.list)
    meetings.list.paint(
      [
        .init(.Terms.meeting, .fixed(12), 10) {
          $0.meeting == nil ? context.line(.meeting($0.kind), .title) : Line("  ")
        },
        .init(.number, .flexible(minimum: 12, weight: 1), 9) {
          if let meeting = $0.meeting { return Line(meeting.id.rawValue) }
          return context.cycle.meetings($0.kind).isEmpty
            ? context.line(.Terms.noMeetingYet, .dim) : Line("")
        },
        .init(.Terms.day, .fixed(10), 8) { Line($0.meeting.map { "\($0.day)" } ?? "") },
        .init(.Terms.present, .fixed(6), 6, align: .right) {
          Line($0.meeting.map { "\($0.present.count + $0.guests.count)" } ?? "")
        },
        .init(.Terms.waiting, .fixed(8), 7, align: .right) {
          guard $0.meeting == nil else { return Line("") }
          let count = Self.waiting($0, stages, context).count
          return Line("\(count)", count > 0 ? .accent : .dim)
        },
      ], name: "list", isFocused: !meetings.isOnCases, marked: 2, on: &canvas, in: room, context)
    meetings.paintCases(
      .Terms.waitsForMeeting, choosing: decisionColumn(context), note: decisionNote(context),
      on: &canvas, in: layout.cases, context)
    meetings.paintSide(
      on: &canvas, in: layout.detail, context, title: { .meeting($0.kind) },
      facts: { FactLines.lines(facts(of: $0, context), width: $1, context) })
  }

  private func facts(of row: MeetingRow, _ context: Context) -> [(Phrase, Line)] {
    var facts: [(Phrase, Line)] = []
    if let meeting = row.meeting {
      let names = (meeting.present.map(context.name) + meeting.guests).joined(separator: "、")
      facts = [
        (.number, Line(meeting.id.rawValue)), (.Terms.day, Line("\(meeting.day)")),
        (
          .Terms.present,
          names.isEmpty ? context.line(.Terms.nobodyPresent, .dim) : Line(names)
        ),
      ]
    }
    if let meeting = row.meeting {
      let details: [(Phrase, String)] = [
        (.Terms.minutesNumber, meeting.number), (.Terms.place, meeting.place),
        (.field(.chair), meeting.chair), (.field(.recorder), meeting.recorder),
      ]
      facts += details.filter { !$0.1.isEmpty }.map { ($0.0, Line($0.1)) }
      facts += (decided[meeting.id] ?? []).sorted { $0.isYes && !$1.isYes }.map {
        (
          .Terms.decided,
          context.line(row.kind.words($0.isYes), $0.isYes ? .good : .warning)
            + Line("  \($0.dossier) \($0.name)") + Line("  \($0.reason)", .dim)
        )
      }
      let own = minutes[meeting.id]
      facts += (own?.absences ?? []).map { (.Terms.absent, Line("\($0.name) \($0.reason)")) }
      facts += (own?.decisions ?? []).map {
        (.Terms.decided, Line($0.text) + Line("  \($0.grounds)", .dim))
      }
    }
    let count = Self.waiting(row, stages, context).count
    return facts + [
      TermFacts.basis(row.kind.rule, context),
      (.Terms.waiting, context.line(.Terms.organisations(count))),
    ]
  }
}
