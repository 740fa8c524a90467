import Foundation
import GRDB
import Procedure

extension Store {
  /// Looks whether anything was changed, lost or forged since it was written.
  ///
  /// Replays everything in the clear, verifies every signature and compares the projections with
  /// ones made anew. The log is read in short windows, so that others can go on writing; only
  /// SQLite's own check at the start reads without a pause.
  /// - Parameters:
  ///   - session: Whose keys open what is sealed to them; nil checks what needs no key.
  ///   - progress: Told the entries done and the entries in all; false stops.
  ///   - reading: Told the bytes of sealed files that were read, and in all; false stops.
  /// - Throws: `StoreFault.stopped`. What is damaged is a finding, not an error.
  public func check(
    by session: Session? = nil, progress: (Int, Int) -> Bool = { _, _ in true },
    reading: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> CheckReport {
    try Audit(self, session).run(progress: progress, reading: reading)
  }
}
