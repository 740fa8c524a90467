import Foundation
import Procedure

@testable import Store

/// A year in which applications come in, opened past the program.
enum OpenYear {
  /// Opens it as 陈秘, who founded the store.
  static func begin(_ path: String) throws -> (store: Store, office: Session) {
    let store = try Store(opening: URL(fileURLWithPath: path))
    let office = try store.signIn("chenmi", passphrase: "demo")
    let today = store.clock.now().day
    for command in [
      CycleCommand.openCycle(year: today.year, title: "年度", parameters: .hangzhou, edition: nil),
      .call(from: today, until: today.adding(days: 30)),
    ] {
      try store.perform(.cycle(command), by: office)
    }
    return (store, office)
  }
}
