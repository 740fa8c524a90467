import Criteria
import Foundation
import Procedure
import Store
import Terminal

@testable import Console

typealias SupervisionWorld = ScreenWorld<SupervisionScreen>

/// Supervision's screen before states made by hand; no store.
extension ScreenWorld<SupervisionScreen> {
  static var now: Moment { DossierWorld.now }
  static var supervisor: PersonID { "p9" }

  /// The screen just opened.
  init(width: Int = 120) {
    self.init(
      SupervisionScreen(),
      Context(
        language: .chinese, now: Self.now, person: Self.supervisor, cycle: DossierWorld.cycle(),
        size: Size(width: width, height: width < 100 ? 24 : 36)))
    send(.opened)
    send(.loaded(.supervision(SupervisionState())))
  }

  /// Something happened, and the screen is told; returns what it asks for.
  @discardableResult
  mutating func happens(
    _ event: Event, by person: PersonID = Self.supervisor, at moment: Moment = Self.now
  ) -> [Effect] {
    var state = screen.state
    state.apply(event, by: person, at: moment)
    return send(.loaded(.supervision(state)))
  }

  /// A complaint came in, so many minutes after the others.
  @discardableResult
  mutating func lodge(
    _ id: ComplaintID, dossier: CaseID? = nil, person: PersonID? = nil, minutes: Int = 0
  ) -> [Effect] {
    happens(
      .complaintLodged(
        complaint: Complaint(
          id: id, topic: .discipline, source: .expert, dossier: dossier, person: person,
          text: "评语与材料对不上")),
      by: "p3", at: Self.now.adding(seconds: minutes * 60))
  }

  mutating func close(
    _ id: ComplaintID, _ outcome: Procedure.Outcome, _ measure: Measure? = nil
  ) {
    happens(
      .investigationClosed(
        complaint: id, outcome: outcome,
        measure: measure ?? (outcome == .unfounded ? .none : .corrected), finding: "查明事实"))
  }
}
