import Procedure
import Terminal

/// The case that is shown at the side of a list, read once the selection has come to rest.
struct SideCase: Sendable {
  /// The timer that is over by then.
  static let restTimer = "terms.rest"
  /// The effect of a key that moved the selection.
  static let rests = Effect.startTimer(restTimer, milliseconds: 120)

  private(set) var dossier: CaseState?
  private var asked: CaseID?

  /// Asks for a case, unless it is there.
  mutating func show(_ wanted: CaseID?) -> [Effect] {
    guard wanted != asked else { return [] }
    asked = wanted
    if dossier?.id != wanted { dossier = nil }
    return read()
  }

  /// Asks for the case that is shown.
  func read() -> [Effect] { asked.map { [.load(.dossier($0))] } ?? [] }

  mutating func take(_ dossier: CaseState) {
    if dossier.id == asked { self.dossier = dossier }
  }

  /// The case once it was read.
  func dossier(_ id: CaseID?) -> CaseState? { dossier?.id == id ? dossier : nil }

  /// Paints a case: its notices, objections with their due days, letters and decisions.
  func paint(_ id: CaseID, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let dossier = dossier(id) else {
      canvas.putDetail(Line(id.rawValue), in: rect) { _ in [context.line(.Case.reading, .dim)] }
      return
    }
    canvas.putDetail(Line("\(dossier.id)  \(dossier.application.name)"), in: rect) { width in
      FactLines.lines(
        [
          (.stageHeader, context.line(.stage(dossier.stage), .accent)),
          (
            .district,
            context.line(.districtOf(dossier.application.district, context.parameters), .dim)
          ),
        ], width: width, context)
        + FrameFacts(dossier: dossier, width: width, context: context).publicity
    }
  }
}
