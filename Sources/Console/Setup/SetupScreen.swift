import Foundation
import Procedure
import Terminal

struct SetupScreen: Screen {
  let id = ScreenID.setup
  var isTyping: Bool { false }
  var focusName: String { "list" }
  func title(_ context: Context) -> Line { context.line(.tab(id)) }
  func actions(_ context: Context) -> [Action] { [] }
  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] { [] }
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {}
}
