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
  /// Everybody who has joined; they come back to every case, and need not read it anew.
  private(set) var sessions: [PersonID: Session] = [:]

  /// Founds the store; an empty list of people is a programmer error.
  init(_ script: Script, at directory: URL) throws {
    guard let founder = script.cycle.people.first else {
      preconditionFailure("the demo has a founder")
    }
    self.script = script
    time = DemoClock(at: Moment(day: script.day(.founding), hour: 9))
    let founded = try Store.found(
      Founding(name: script.cycle.store, founder: founder, isDemo: true, cost: .demo),
      passphrase: Demo.passphrase, at: directory, clock: time.clock)
    store = founded.store
    secretary = founded.session
    take(founded.session)
  }

  /// Somebody has joined.
  func take(_ session: Session) {
    session.keptCases = script.cycle.dossiers.count
    sessions[session.person] = session
  }

  /// Plays one step at its time.
  func perform(_ step: Step) throws {
    time.advance(to: step.at)
    switch step.part {
    case .openCycle: try openCycle()
    case .enter(let person): try enter(person)
    case .apply(let id): try apply(id)
    case .submit(let id): try submit(id)
    case .act(let act): try play(act)
    case .formPanels: try formPanels()
    case .assignPanels: try assignPanels()
    case .settleKeys: try store.settleKeys(by: secretary)
    case .declare(let person): try declare(person)
    case .designate(let panel): try designate(panel)
    case .extend(let panel): try extend(panel)
    case .startReview(let id, let person): try store.startReview(of: id, by: session(person))
    case .handIn(let id, let person): try handIn(id, by: person)
    case .prepareOpening(let id): try prepareOpening(id)
    case .openSession(let id): try openSession(id)
    case .conductSession(let id): try conductSession(id)
    case .arrange(let ids): try arrange(ids)
    case .declareOnSite(let person): try declareOnSite(person)
    case .look(let id, let member): try look(id, by: member)
    case .leaveSite(let id): try leaveSite(id)
    case .finishLook(let id, let member): try finishLook(id, by: member)
    case .finishVisit(let id): try finishVisit(id)
    }
  }

  /// The session of somebody who joined.
  func session(_ person: PersonID) -> Session {
    guard let session = sessions[person] else {
      preconditionFailure("\(person) has no part in the demo yet")
    }
    return session
  }

  /// The session of the officer of an application's own district.
  func officer(of id: CaseID) -> Session {
    guard let dossier = script.dossier(id) else { preconditionFailure("\(id) is not in the demo") }
    return session(script.officer(of: dossier.application.district))
  }
}
