import Criteria
import Foundation
import Procedure
import Store
import Terminal

@testable import Console

/// Supervision's screen before states made by hand; no store.
struct SupervisionWorld {
  static let now = DossierWorld.now
  static let supervisor: PersonID = "p9"

  var context: Context
  var state = SupervisionState()
  var screen = SupervisionScreen()

  /// The screen just opened.
  init(width: Int = 120) {
    context = Context(
      language: .chinese, now: Self.now, person: Self.supervisor, cycle: DossierWorld.cycle(),
      size: Size(width: width, height: width < 100 ? 24 : 36))
    _ = screen.update(.opened, context)
    tell()
  }

  /// The screen is told what supervision knows; returns what it asks for.
  @discardableResult
  mutating func tell() -> [Effect] { screen.update(.loaded(.supervision(state)), context) }

  /// A complaint came in, so many minutes after the others.
  @discardableResult
  mutating func lodge(
    _ id: ComplaintID, dossier: CaseID? = nil, person: PersonID? = nil, minutes: Int = 0
  ) -> [Effect] {
    state.apply(
      .complaintLodged(
        complaint: Complaint(
          id: id, topic: .discipline, source: .expert, dossier: dossier, person: person,
          text: "评语与材料对不上")),
      by: "p3", at: Self.now.adding(seconds: minutes * 60))
    return tell()
  }

  mutating func close(
    _ id: ComplaintID, _ outcome: Procedure.Outcome, _ measure: Measure? = nil
  ) {
    state.apply(
      .investigationClosed(
        complaint: id, outcome: outcome,
        measure: measure ?? (outcome == .unfounded ? .none : .corrected), finding: "查明事实"),
      by: Self.supervisor, at: Self.now)
    tell()
  }

  /// What an action's availability is.
  func availability(_ action: String) -> Availability? {
    screen.offers(context).first { $0.id == action }?.availability
  }

  mutating func act(_ action: String) -> [Effect] { screen.update(.action(action), context) }

  /// Fills the form that effects opened, after a change to it.
  mutating func fill(_ effects: [Effect], _ change: (inout Form) -> Void) -> [Effect] {
    guard case .open(let sheet)? = effects.first else { return [] }
    var form = sheet.form
    change(&form)
    return screen.update(.filled(sheet.id, form), context)
  }

  /// What a person sees.
  var text: String {
    var canvas = Canvas(size: context.size)
    screen.paint(on: &canvas, in: context.room, context)
    return canvas.dump()
  }
}
