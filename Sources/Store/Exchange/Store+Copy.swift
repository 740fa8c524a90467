import Foundation
import GRDB
import Procedure
import Vault

/// What a copy that was made holds.
public struct CopyReport: Sendable, Hashable {
  /// The copy's own id.
  public var device: String
  public var entries: Int
  /// Sealed files that were brought, and those that this store does not have itself.
  public var files: Int
  public var missing: [String]
}

extension Store {
  /// Makes a copy of this store as it is now, with an id of its own, in an empty or new directory.
  ///
  /// Others go on working meanwhile.
  /// - Throws: `StoreFault.notEmpty`; `.damaged` where the log is not as it was written. Nothing is
  ///   left behind then.
  public func copy(to directory: URL) throws -> CopyReport {
    try Self.make(at: directory) {
      let image = directory.appendingPathComponent("log.image")
      defer { unlink(image.path) }
      try Durable.make(image).close()
      let target = try DatabaseQueue(path: image.path)
      try queue.backup(to: target)
      try target.close()
      let file = try BackupFile(image)
      let contents = try file.look(verifying: false)
      guard contents.fault == nil else { throw StoreFault.damaged(.schema) }
      let (device, missing) = try Self.plant(
        file, contents, files: Files(directory: self.directory).folder, in: directory)
      return CopyReport(
        device: device, entries: contents.entries, files: contents.files.count - missing.count,
        missing: missing)
    }
  }
}
