import Procedure
import Terminal

/// The acts of the case that can be done here too: declaring, stepping back (R5), arranging (S1).
extension OnSiteScreen {
  func declaration(_ context: Context) -> [Action] {
    actions([.declare], keys: [.enter], shown: .plain("Enter"), importance: 9, context)
  }

  func arrangement(isNext: Bool, _ context: Context) -> [Action] {
    actions(
      [.arrangeVisit], keys: isNext ? [.enter] : [], shown: .plain(isNext ? "Enter" : ""),
      importance: 9, context)
  }
}
