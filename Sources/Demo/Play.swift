import Foundation
import Procedure
import Store
import Vault

/// The demo being played: the store, the people at work, the time.
final class Play {
  let script: Script
  let store: Store
  let time: DemoClock
  /// The secretariat member who founds the store.
  let secretary: Session
  /// Everybody who has joined.
  var sessions: [PersonID: Session]

  /// Founds the store; an empty list of people is a programmer error.
  init(_ script: Script, at directory: URL) throws {
    guard let founder = script.cycle.people.first, let day = script.cycle.dates[.founding] else {
      preconditionFailure("the demo has a founder and a first day")
    }
    self.script = script
    time = DemoClock(at: Moment(day: day, hour: 9))
    let founded = try Store.found(
      Founding(name: script.cycle.store, founder: founder, isDemo: true),
      passphrase: Demo.passphrase, at: directory, clock: time.clock)
    store = founded.store
    secretary = founded.session
    sessions = [founder.id: founded.session]
  }

  /// Plays one step.
  func perform(_ step: Step) throws {
    switch step {
    case .openCycle: try openCycle()
    case .enter(let person): try enter(person)
    case .register(let id): try register(id)
    case .districtCheck: try pass(to: .districtCheck, on: .districtCheck, or: [.returned])
    case .qualification: try pass(to: .qualification, on: .qualification)
    case .qualificationNotice:
      try pass(to: .qualificationNotice, on: .qualificationNotice, or: [.notQualified])
    case .beginReview: try beginReview()
    case .declare(let person): try declare(person)
    case .designate(let panel): try designate(panel)
    case .extend(let panel): try extend(panel)
    case .review(let id, let person): try review(id, by: person)
    case .prepareOpening(let id): try prepareOpening(id)
    case .hold(let id): try hold(id)
    case .onSiteNotice: try pass(to: .onSiteNotice, on: .onSiteNotice, or: [.notEntered])
    case .onSiteReview: try pass(to: .onSiteReview, on: .onSiteReview)
    case .arrange(let id): try arrange(id)
    case .declareOnSite(let person): try declareOnSite(person)
    case .visit(let id): try visit(id)
    case .opinions: try pass(to: .opinions, on: .opinions, or: [.notProposed])
    case .proposalNotice: try pass(to: .proposalNotice, on: .proposalNotice)
    case .approval: try pass(to: .approval, on: .approval)
    case .cultivation: try pass(to: .cultivation, on: .cultivation)
    }
  }

  /// The session of somebody who joined.
  func session(_ person: PersonID) -> Session {
    guard let session = sessions[person] else {
      preconditionFailure("\(person) has no part in the demo yet")
    }
    return session
  }

  /// A panel of the script.
  func panel(_ id: PanelID) -> Panel {
    guard let panel = script.cycle.panels.first(where: { $0.id == id }) else {
      preconditionFailure("the demo has no panel \(id)")
    }
    return panel
  }

  /// Goes on to the hour of a day on which an act is due.
  func go(to act: CycleScript.DatedAct, hour: Int = 9, minute: Int = 0) {
    guard let day = script.cycle.dates[act] else {
      preconditionFailure("the demo has no date for \(act)")
    }
    time.advance(to: Moment(day: day, hour: hour, minute: minute))
  }

  /// Passes every case that goes on, and those that end here, in one sitting.
  private func pass(
    to next: Stage, on act: CycleScript.DatedAct, or ends: [Stage] = []
  ) throws {
    go(to: act, hour: 10)
    var commands: [Command] = []
    for file in script.cycle.files {
      let id = file.application.id
      let current = try store.queueRow(id, by: secretary).stage
      let target = ends.contains(file.reach) ? file.reach : next
      guard file.reach.isEnd ? true : file.reach >= next,
        current.plainSuccessors.contains(target)
      else { continue }
      commands.append(.file(id, .pass(to: target, note: target.isEnd ? file.note ?? "" : "")))
    }
    try store.perform(commands, by: secretary)
  }
}
