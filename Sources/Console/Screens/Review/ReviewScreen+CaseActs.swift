import Procedure
import Terminal

/// The acts of the case that can be done here too: declaring and stepping back (R5).
extension ReviewScreen {
  func declaring(_ context: Context) -> [Action] {
    actions([.declare], keys: [.enter], shown: .plain("Enter"), importance: 9, context)
      + actions([.interest], context)
  }

  /// What is written stays with the case, whoever goes on with it.
  func recusal(_ context: Context) -> [Action] {
    actions([.recuse], context).map { act in
      act.with { run in { screen, context in run(&screen, context) + screen.save() } }
    }
  }
}
