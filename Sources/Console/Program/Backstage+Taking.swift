import Foundation
import Office
import Procedure
import Store

/// A stick that was looked into: what is in it, and where what was unpacked of it lies.
struct OpenStick {
  let plan: TakePlan
  let folder: PrivateFolder
  /// When the district received it, where the call is over (M7).
  let receipt: LateReceipt?
}

/// Material as it comes on a stick: looked into, then taken, each application whole or not at all.
extension Backstage {
  /// Looks into a folder or an archive; what it holds comes to the screen.
  func lookInto(_ path: String, for only: CaseID?, _ receipt: LateReceipt?, ticket: String) {
    guard let session else { return }
    stick = nil
    attempt(ticket: ticket) {
      let folder = try PrivateFolder()
      let source = try folders.source(path, copyingInto: folder)
      let found = try working(.looking) {
        try TakePlan.look(at: source, unpackingInto: folder.files, progress: $0)
      }
      let plan = try working(.looking) {
        try TakePlan(found, for: only, in: store, by: session, progress: $0)
      }
      stick = OpenStick(plan: plan, folder: folder, receipt: receipt)
      take(.written(ticket))
      take(.screen(.loaded(.stick(TakeReport(plan)))))
    }
  }

  /// Takes what was looked into; what is refused of one application leaves the others.
  func takeStick(ticket: String) {
    guard let session, let stick else { return }
    self.stick = nil
    var outcomes: [TakeOutcome] = []
    attempt(ticket: ticket) {
      defer { take(.screen(.loaded(.taken(outcomes)))) }
      try stick.plan.takeEach(console.context) { share in
        try working(.taking(share.id)) { progress in
          try TakePlan.take(share, receipt: stick.receipt, in: store, by: session) {
            progress($0 >> 20, $1 >> 20)
          }
        }
      } told: {
        outcomes.append($0)
      }
    }
    storeChanged()
  }

  /// Does a work that takes long: its bar is shown, and Esc ends it between two steps.
  func working<T>(
    _ name: Phrase, _ body: (_ progress: @escaping (Int, Int) -> Bool) throws -> T
  ) rethrows -> T {
    let started = ContinuousClock.now
    return try body { [onWork] done, total in
      onWork(name, done, total, started.duration(to: .now))
    }
  }
}
