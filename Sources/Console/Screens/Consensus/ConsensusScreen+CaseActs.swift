import Procedure
import Terminal

/// The acts of the case on the way to the opening (R4).
extension ConsensusScreen {
  /// What the way to opening takes: the key belongs to the step that is next.
  func openingActions(_ dossier: CaseState, _ context: Context) -> [Action] {
    let opening = dossier.opening(under: leader(context))
    func step(_ name: CaseActName, isNext: Bool) -> [Action] {
      actions(
        [name], keys: isNext ? [.function(5), .enter] : [],
        shown: isNext ? .plain("F5") : .plain(""), importance: 9, context)
    }
    // The leader asks and opens, the secretariat releases its half (R4).
    let leaders =
      step(.askOpening, isNext: opening == .closed)
      + step(.openConsensus, isNext: opening == .released)
    return (isMember(context) ? leaders : [])
      + (context.acts(as: .secretariat)
        ? step(.releaseOpening, isNext: opening == .asked) : [])
  }
}
