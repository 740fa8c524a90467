import Foundation
import Procedure

/// A step of the demo: what one person, or one side, does in one sitting.
struct Step {
  var at: Moment
  /// The stage from which it is played.
  var stage: DemoStage
  var part: Part

  /// What is done.
  enum Part {
    case openCycle
    case enter(PersonID)
    case apply(CaseID)
    case submit(CaseID)
    case act(ActScript)
    case formPanels, assignPanels, settleKeys
    case declare(PersonID)
    case designate(PanelID)
    case extend(PanelID)
    case startReview(CaseID, PersonID)
    case handIn(CaseID, PersonID)
    case prepareOpening(CaseID)
    case openSession(CaseID)
    case conductSession(CaseID)
    case arrange([CaseID])
    case declareOnSite(PersonID)
    case look(CaseID, PersonID)
    case leaveSite(CaseID)
    case finishLook(CaseID, PersonID)
    case finishVisit(CaseID)
  }
}

extension Script {
  /// The steps up to a stage, in the order of time.
  func steps(until stage: DemoStage) -> [Step] {
    let all = founding + applications + actSteps + preparation + reviewSteps + sessions + visitSteps
    return all.enumerated().filter { $0.element.stage <= stage }
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// The earlier stages at whose end these steps come past, by how many steps were done then.
  func stages(passedBy steps: [Step], until last: DemoStage) -> [Int: DemoStage] {
    let earlier = DemoStage.allCases.filter { $0 < last }.compactMap { stage -> (Int, DemoStage)? in
      let count = steps.count { $0.stage <= stage }
      return steps.prefix(count).allSatisfy { $0.stage <= stage } ? (count, stage) : nil
    }
    return Dictionary(earlier) { $1 }
  }

  private func at(_ act: CycleScript.DatedAct, _ hour: Int, _ minute: Int = 0) -> Moment {
    Moment(day: day(act), hour: hour, minute: minute)
  }

  /// The cycle is opened and everybody enters, a quarter of an hour each.
  private var founding: [Step] {
    [Step(at: at(.founding, 9, 30), stage: .application, part: .openCycle)]
      + cycle.people.dropFirst().enumerated().map { number, person in
        Step(
          at: at(.founding, 9, 45 + number * 15), stage: .application, part: .enter(person.id))
      }
  }

  /// M7: entered, and handed in on the same or a later day.
  private var applications: [Step] {
    cycle.dossiers.enumerated().flatMap { place, dossier -> [Step] in
      let id = dossier.application.id
      let (hour, minute) = (9 + place % 7, place * 7 % 60)
      var steps = [
        Step(
          at: Moment(day: dossier.registered, hour: hour, minute: minute), stage: .application,
          part: .apply(id))
      ]
      if let day = dossier.submitted {
        steps.append(
          Step(
            at: Moment(day: day, hour: hour + 1, minute: minute),
            stage: day <= self.day(.midCall) ? .application : .qualification, part: .submit(id)))
      }
      return steps
    }
  }

  private var actSteps: [Step] {
    DemoStage.allCases.flatMap { stage in
      (acts[stage.rawValue] ?? []).map { Step(at: $0.at, stage: stage, part: .act($0)) }
    }
  }

  /// Panels, declarations and designations before the review (R1, R2, R5).
  private var preparation: [Step] {
    let panels = cycle.panels.filter { $0.stage == .material }
    var steps = [
      Step(at: at(.panels, 9), stage: .fresh, part: .formPanels),
      Step(at: at(.independentReview, 9), stage: .fresh, part: .assignPanels),
      Step(at: at(.designation, 13, 30), stage: .fresh, part: .settleKeys),
    ]
    for person in members(.material) {
      steps.append(Step(at: at(.designation, 8, 30), stage: .fresh, part: .declare(person)))
    }
    for panel in panels {
      steps.append(Step(at: at(.designation, 14), stage: .fresh, part: .designate(panel.id)))
      steps.append(Step(at: at(.moreTime, 17, 30), stage: .onsite, part: .extend(panel.id)))
    }
    return steps
  }

  /// The members of the panels of a stage of review, each once.
  private func members(_ stage: PanelStage) -> [PersonID] {
    Set(cycle.panels.filter { $0.stage == stage }.flatMap(\.members)).sorted()
  }

  /// The sheets: in turn over the reviewers, each handed in a day and some hours after its start.
  private var reviewSteps: [Step] {
    cycle.dossiers.enumerated().flatMap { place, dossier -> [Step] in
      let id = dossier.application.id
      guard let review = reviews[id] else { return [] }
      let people = review.reviewers + (review.stoodBack ?? [])
      return people.enumerated().flatMap { turn, person -> [Step] in
        if review.unfinished?[person] == 0 { return [] }
        let number = turn * 2 + place / 8
        let begin = Moment(
          day: workingDay(number, from: day(.reviewsBegin)), hour: 8 + place % 8, minute: 40)
        let start = Step(at: begin, stage: .reviewed, part: .startReview(id, person))
        if !review.reviewers.contains(person) { return [start] }
        let isHurried = review.hurried?.contains(person) == true
        let end =
          isHurried || review.unfinished?[person] != nil
          ? begin.adding(seconds: 11 * 60)
          : Moment(
            day: workingDay(number + 1, from: day(.reviewsBegin)), hour: 13 + (place + turn) % 5,
            minute: (place * 11 + turn * 17) % 60)
        return [start, Step(at: end, stage: .reviewed, part: .handIn(id, person))]
      }
    }
  }

  /// Openings and sessions (R4, R6): four a day in each panel.
  private var sessions: [Step] {
    var steps: [Step] = []
    var counts: [PanelID: Int] = [:]
    for dossier in cycle.dossiers {
      let id = dossier.application.id
      if dossier.opening != nil {
        steps.append(Step(at: at(.opening, 9), stage: .reviewed, part: .prepareOpening(id)))
      }
      guard let panel = dossier.panel, let review = reviews[id], review.settled != nil else {
        continue
      }
      guard review.conclusion != nil else {
        steps += session(id, at: at(.opening, 14), lasting: 60, stage: .consensus)
        continue
      }
      let number = counts[panel, default: 0]
      counts[panel] = number + 1
      let hour = [8, 10, 13, 15][number % 4]
      let later = cycle.panels.firstIndex { $0.id == panel } ?? 0
      steps += session(
        id,
        at: Moment(
          day: workingDay(number / 4, from: day(.consensus)), hour: hour, minute: 5 + later * 5),
        lasting: 55 + later * 25, stage: .onsite)
    }
    return steps
  }

  private func session(
    _ id: CaseID, at begin: Moment, lasting minutes: Int, stage: DemoStage
  ) -> [Step] {
    [
      Step(at: begin, stage: stage, part: .openSession(id)),
      Step(at: begin.adding(seconds: minutes * 60), stage: stage, part: .conductSession(id)),
    ]
  }

  /// Visits from their arrangement to the panel's opinion (S1–S5).
  private var visitSteps: [Step] {
    var steps: [Step] = []
    for submitted in [false, true] {
      let ids = visits.visits.filter { ($0.value.opinion != nil) == submitted }.map(\.key).sorted()
      let stage = submitted ? DemoStage.scored : .onsite
      steps.append(Step(at: at(.visit, 8, 20), stage: stage, part: .arrange(ids)))
      for person in members(.onSite) {
        steps.append(Step(at: at(.visit, 8, 50), stage: stage, part: .declareOnSite(person)))
      }
      for id in ids { steps += courseOfVisit(id, stage: stage) }
    }
    steps.append(Step(at: at(.visit, 9, 30), stage: .onsite, part: .settleKeys))
    return steps
  }

  private func courseOfVisit(_ id: CaseID, stage: DemoStage) -> [Step] {
    guard let visit = visits.visits[id] else { return [] }
    let members = panel(visit.panel).members
    func looks(_ day: Day, _ stage: DemoStage, _ part: (CaseID, PersonID) -> Step.Part) -> [Step] {
      members.enumerated().map { turn, member in
        Step(
          at: Moment(day: day, hour: 10, minute: 40 + turn * 80), stage: stage,
          part: part(id, member))
      }
    }
    let leaving = visit.opinion == nil ? visit.from : visit.until
    var steps = looks(visit.from, stage) { .look($0, $1) }
    steps.append(
      Step(at: Moment(day: leaving, hour: 15, minute: 30), stage: stage, part: .leaveSite(id)))
    if visit.finish != nil {
      steps += looks(visit.until, .proposed) { .finishLook($0, $1) }
      steps.append(
        Step(
          at: Moment(day: visit.until, hour: 15, minute: 30), stage: .proposed,
          part: .finishVisit(id)))
    }
    return steps
  }

  /// The working day so many working days after one.
  private func workingDay(_ count: Int, from day: Day) -> Day {
    WorkingCalendar.shipped.term(days: count + 1, after: day, countFirst: true).last
  }
}
