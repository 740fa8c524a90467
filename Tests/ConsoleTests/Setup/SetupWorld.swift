import Foundation
import Procedure
import Terminal

@testable import Console
@testable import Store

typealias SetupWorld = ScreenWorld<SetupScreen>

extension ScreenWorld<SetupScreen> {
  /// The set-up before the secretariat, on one of its pages.
  init(_ part: SetupScreen.Part, cycle: CycleState = DossierWorld.cycle(), width: Int = 120) {
    self.init(
      SetupScreen(),
      Context(
        language: .chinese, now: DossierWorld.now, person: "p1", cycle: cycle,
        size: Size(width: width, height: 36)))
    send(.opened)
    screen.turn(to: part, context)
  }

  mutating func people(_ accounts: [Account]) {
    send(.loaded(.accounts(accounts, StoreTitle(name: "库", isDemo: true, hasDemoPassphrase: true))))
  }
}
