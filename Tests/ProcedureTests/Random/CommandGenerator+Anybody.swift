import Criteria
import Procedure

/// Commands that anybody may try.
extension CommandGenerator {
  /// Anything of the frame, sensible or not.
  mutating func anyFrameCommand(_ dossier: CaseState, _ world: World) -> CaseCommand {
    let today = world.now.day
    if chance.chance(10),
      let paper = PaperCorrection.Kind.allCases.first(where: { dossier.paper($0, 1) != nil })
    {
      return .correctPaper(
        PaperCorrection(paper, .name, former: name(), right: name(), reason: text()))
    }
    if chance.chance(8), let answered = dossier.publicity.listedObjections.first?.id {
      return .deliverAnswer(answered, Delivery(.electronic, on: today))
    }
    if chance.chance(8) {
      let room = chance.pick([RoomID.office(dossier.id), .material(dossier.id), .bureau])
      return .keep(Papers.kept(room, on: today))
    }
    switch Int.random(in: 0..<24, using: &chance) {
    case 0: return .fillForm(form())
    case 1: return .amend(Cast.application(dossier.id, name: name()))
    case 2: return .countCopies([.evidence: CopyCount(electronic: 1, paper: 0)])
    case 3: return .submit
    case 4: return .recommend(opinion: text(), sealedOn: today)
    case 5: return .returnApplication(reason: text())
    case 6, 7: return .resume
    case 8: return .reportChange(change(world))
    case 9: return .decideCondition(chance.pick(Rule.conditions), isMet: false, reason: text())
    case 10: return .inquire(.opinion, department: name(), question: text())
    case 11: return .answerInquiry("i1", answer: text(), isAdverse: true)
    case 12: return .qualify(true, reason: "")
    case 13: return .publishNotice(chance.pick(NoticeKind.allCases), number: number(world))
    case 14: return .closeNotice(chance.pick(NoticeKind.allCases))
    case 15: return .sendLetter(chance.pick(LetterKind.allCases), number: number(world))
    case 16: return .receiveObjection(objection())
    case 17: return .answerObjection("o1", isUpheld: false, answer: text())
    case 18: return .publishList(number: number(world))
    case 19: return .end(chance.pick(Ending.allCases), complaint: "k1", reason: text())
    case 20: return .revoke(reason: text())
    case 21: return .losePlace(reason: text())
    case 22: return .assess(.ofPanel, Papers.assessment)
    default: return .recordRefund(Payment(amount: 1, day: today))
    }
  }

  /// A complaint, its investigation, and what follows from it.
  mutating func supervisionCommand(in world: World) -> (Command, PersonID) {
    let known = world.supervision.listed.map(\.complaint)
    guard let about = known.first, !chance.chance(40) else {
      let id = ComplaintID("k\(known.count + 1)")
      let complaint =
        chance.chance(70)
        ? Papers.complaint(id, person: chance.pick([Cast.spare, Cast.fifth, Cast.retired]))
        : Papers.complaint(id, dossier: chance.pick(["HZ26-0004", "HZ26-0005"]))
      return (.supervision(.lodge(complaint)), chance.pick(Self.everybody))
    }
    switch Int.random(in: 0..<6, using: &chance) {
    case 0: return (.supervision(.note(about.id, text: text())), Cast.supervisor)
    case 1, 2:
      let outcome = chance.pick(Outcome.allCases)
      let isFraud = about.dossier != nil && outcome == .substantiated && chance.chance(70)
      let measure: Measure =
        outcome == .unfounded ? .none : isFraud ? .fraud : chance.pick(Measure.allCases)
      return (
        .supervision(.close(about.id, outcome, measure, finding: text())), Cast.supervisor
      )
    case 3, 4:
      let about = chance.pick(known)
      let sanction: Sanction = chance.chance(90) ? .criticism : .disqualification
      return (.cycle(.sanction(about.person ?? Cast.third, sanction, about.id)), Cast.supervisor)
    default:
      let about = chance.pick(known)
      return (
        .dossier(
          about.dossier ?? World.first, .end(.fraud, complaint: about.id, reason: text())),
        Cast.supervisor
      )
    }
  }

  /// Calls, calendars, parameters and years.
  mutating func yearCommand(in world: World) -> (Command, PersonID) {
    let year = world.cycle.year ?? 2026
    let today = world.now.day
    if world.cycle.isClosed, chance.chance(50) { return (.cycle(.adopt(.hangzhou)), Cast.office) }
    if chance.chance(5) {
      return (.cycle(.accept([EntryName(text())], reason: text())), Cast.office)
    }
    if chance.chance(4) {
      return (.cycle(.retireCopy(text(), reason: text())), Cast.office)
    }
    if chance.chance(10) {
      return chance.chance(50)
        ? (.cycle(.noteEntry(EntryName(text()), as: .supervisor, reason: text())), Cast.supervisor)
        : (.cycle(.correctClock(last: world.now, reason: text())), Cast.office)
    }
    if chance.chance(20) {
      let meeting = world.cycle.meetings.keys.min() ?? "b1"
      return (.cycle(.recordMinutes(meeting, Papers.minutes)), Cast.office)
    }
    if chance.chance(10) {
      return (
        .cycle(.keep(Papers.kept(.bureau, on: today))), chance.pick([Cast.office, Cast.third])
      )
    }
    if chance.chance(10) {
      var head = Papers.letterhead
      (head.contact, head.prefix) = (name(), chance.chance(50) ? "杭市监质" : name())
      return (.cycle(.setLetterhead(head)), Cast.office)
    }
    switch Int.random(in: 0..<5, using: &chance) {
    case 0:
      let until = max(world.cycle.call?.until ?? today, today)
      return (.cycle(.call(from: today, until: until)), Cast.office)
    case 1:
      let next = (world.cycle.calendar.yearsCovered.max() ?? year) + 1
      return (
        .cycle(.loadCalendar(Papers.calendar(next))), Cast.office
      )
    case 2: return (.cycle(.adopt(.hangzhou)), Cast.office)
    case 3: return (.cycle(.closeCycle), Cast.office)
    default:
      return (
        .cycle(.openCycle(year: year + 1, title: name(), parameters: .hangzhou, edition: nil)),
        Cast.office
      )
    }
  }

  mutating func form() -> ApplicationForm {
    Papers.form {
      $0.address = text() + "街"
      $0.systems = [text()]
      $0.controlled =
        chance.chance(20) ? [ControlledOrganisation(name: name(), isInCity: false)] : []
    }
  }

  mutating func objection() -> Objection {
    Objection(objector: name(), facts: text(), reasons: text(), evidence: text())
  }

  mutating func change(_ world: World) -> ChangeReport {
    let today = world.now.day
    return ChangeReport(
      kind: chance.pick(ChangeReport.Kind.allCases),
      occurred: today.adding(days: -Int.random(in: 0...9, using: &chance)), reported: today,
      text: text())
  }
}
