import Terminal
import Testing

@testable import Console
@testable import Procedure

@Suite("Meetings on the page of terms (R7, S6, P4)")
struct MeetingTests {
  private func world(_ held: [(MeetingID, Meeting.Kind)]) -> TermsWorld {
    var world = TermsWorld(on: .meetings)
    for (id, kind) in held { Self.hold(id, kind, &world) }
    return world
  }

  private static func hold(_ id: MeetingID, _ kind: Meeting.Kind, _ world: inout TermsWorld) {
    world.context.cycle.apply(
      .meetingHeld(meeting: Meeting(id: id, kind: kind, day: TermsWorld.today, present: [])))
    world.send(.storeChanged)
  }

  @Test("the next number is the first free one after the latest of the kind, in its pattern")
  func numbers() {
    func next(_ kind: Meeting.Kind, _ held: [(MeetingID, Meeting.Kind)]) -> MeetingID {
      MeetingRow.nextID(of: kind, world(held).context.cycle)
    }
    #expect(Meeting.Kind.allCases.map { next($0, []) } == ["Z1", "H1", "J1"])
    #expect(next(.leaders, [("Z1", .leaders)]) == "Z2")
    #expect(next(.settlement, [("Z1", .leaders)]) == "H1")
    #expect(next(.leaders, [("2026-zzhy-1", .leaders)]) == "2026-zzhy-2")
    #expect(next(.leaders, [("Z09", .leaders)]) == "Z10")
    #expect(next(.leaders, [("Z09", .leaders), ("Z10", .directors)]) == "Z11")
    #expect(next(.directors, [("J1", .leaders)]) == "J2")
    #expect(next(.leaders, [("zz", .leaders)]) == "zz-1")
  }

  @Test(
    "a meeting is held of the kind that is due: the selected one where cases wait for it",
    arguments: [
      ([Meeting.Kind.directors], 0, Meeting.Kind.directors),
      ([.settlement, .directors], 0, .settlement),
      ([.leaders, .directors], 2, .directors), ([.leaders, .directors], 0, .leaders),
      ([], 1, .settlement),
    ] as [([Meeting.Kind], Int, Meeting.Kind)])
  func kindThatIsDue(_ due: [Meeting.Kind], _ place: Int, _ kind: Meeting.Kind) throws {
    var world = world([])
    for kind in Meeting.Kind.allCases {
      var row = TermsWorld.row(21, kind.stage)
      row.duties = due.contains(kind) ? [kind.duty] : []
      world.show([row], in: kind.stage)
    }
    for _ in 0..<place { world.press(.down) }
    guard case .open(let sheet)? = world.begin("hold").first else {
      Issue.record("no form")
      return
    }
    #expect(sheet.form.choice("kind") == Meeting.Kind.allCases.firstIndex(of: kind))
  }

  @Test("what a meeting decided of the cases stands where the meeting is shown, with its reasons")
  func decisionsAreShown() throws {
    var world = world([("Z1", .leaders)])
    #expect(world.press(.down).contains(.load(.decisions("Z1"))))
    var held = DossierWorld(as: DossierWorld.office, at: .leadersMeeting).dossier!
    held.notes[.entry] = [Note(text: "材料互相矛盾", by: "p1", at: DossierWorld.now)]
    let yes = DossierWorld(as: DossierWorld.office, at: .leadersMeeting).dossier!
    world.send(
      .loaded(
        .decisions(
          "Z1",
          [
            DecidedAtMeeting(held, isYes: false, .leaders),
            DecidedAtMeeting(yes, isYes: true, .leaders),
          ])))
    for words in [
      Meeting.Kind.leaders.words(true).zh, Meeting.Kind.leaders.words(false).zh, "材料互相矛盾",
    ] {
      #expect(world.text.contains(words), "\(world.text)")
    }
    // What is written meanwhile is asked for anew, and nothing of a kind's own row.
    #expect(world.send(.storeChanged).contains(.load(.decisions("Z1"))))
    #expect(!world.press(.up).contains { if case .load(.decisions) = $0 { true } else { false } })
  }

  @Test("a meeting without a number gets the next one of its kind; the question shows all of it")
  func proposed() {
    var world = world([("Z1", .leaders)])
    guard case .open(let sheet)? = world.begin("hold").first else {
      Issue.record("no form")
      return
    }
    let words = sheet.lines.map(\.zh).joined()
    for number in ["Z2", "H1", "J1"] { #expect(words.contains(number)) }
    #expect(sheet.form.text("day") == TermsWorld.today.description)
    let asked = world.fill([.open(sheet)]) {
      $0.choose(1, of: "kind")
      $0.take([0, 1], of: "leaders")
      $0.take([0], of: "office")
    }
    guard case .ask(let question)? = asked.first else {
      Issue.record("nothing was asked")
      return
    }
    let lines = question.lines.map(\.zh).joined(separator: "\n")
    #expect(lines.contains("H1  2026-09-10"))
    for person in ["p1", "p2", "p3"] as [PersonID] {
      #expect(lines.contains(world.context.name(person)))
    }
    guard
      case .perform(let commands, _)? = world.answer(asked).first
    else {
      Issue.record("nothing was done")
      return
    }
    var meeting = Meeting(
      id: "H1", kind: .settlement, day: TermsWorld.today, present: ["p2", "p3", "p1"])
    // Who is at work writes the minutes, unless somebody else is named.
    meeting.recorder = "陈秘"
    #expect(commands == [.cycle(.hold(meeting))])
  }

  @Test("the selected meeting and the selected notice stay selected when others come before them")
  func staysSelected() {
    var meetings = world([("J1", .directors)])
    meetings.press(.end)
    #expect(meetings.screen.meetings.meetings.list.selected?.meeting?.id == "J1")
    Self.hold("Z1", .leaders, &meetings)
    meetings.show([], in: .leadersMeeting)
    #expect(meetings.screen.meetings.meetings.list.selected?.meeting?.id == "J1")

    var notices = TermsWorld(on: .notices)
    let term = TermsWorld.term(11, .proposalNotice, until: "2026-09-15", notice: "5号")
    notices.show([term])
    notices.press(.end)
    let selected = notices.screen.notices.batches.list.selected?.kind
    #expect(selected != nil)
    notices.show([TermsWorld.term(12, .proposalNotice, until: "2026-09-12", notice: "3号"), term])
    #expect(notices.screen.notices.batches.list.selected?.kind == selected)
  }
}
