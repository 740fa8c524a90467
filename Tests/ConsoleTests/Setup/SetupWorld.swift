import Foundation
import Procedure
import Terminal

@testable import Console
@testable import Store

/// The set-up before the secretariat.
struct SetupWorld {
  var context: Context
  var screen = SetupScreen()

  init(_ part: SetupScreen.Part, cycle: CycleState = DossierWorld.cycle(), width: Int = 120) {
    context = Context(
      language: .chinese, now: DossierWorld.now, person: "p1", cycle: cycle,
      size: Size(width: width, height: 36))
    screen.show(part)
  }

  mutating func run(_ action: String) -> [Effect] { screen.update(.action(action), context) }

  mutating func people(_ accounts: [Account]) {
    _ = screen.update(
      .loaded(.accounts(accounts, StoreTitle(name: "库", isDemo: true))), context)
  }

  mutating func fill(_ effects: [Effect], _ change: (inout Form) -> Void) -> [Effect] {
    guard case .open(let sheet)? = effects.first else { return [] }
    return fill(sheet, change)
  }

  mutating func fill(_ sheet: FormSheet, _ change: (inout Form) -> Void) -> [Effect] {
    var form = sheet.form
    change(&form)
    return screen.update(.filled(sheet.id, form), context)
  }

  var text: String {
    var canvas = Canvas(size: context.size)
    screen.paint(
      on: &canvas, in: Rect(x: 0, y: 3, width: context.size.width, height: 32), context)
    return canvas.dump()
  }
}
