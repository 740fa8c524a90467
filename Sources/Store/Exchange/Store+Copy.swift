import Foundation
import GRDB
import Procedure
import Vault

/// What a copy that was made holds.
public struct CopyReport: Sendable, Hashable {
  /// The copy's own id.
  public var device: String
  public var entries: Int
  /// Sealed files that were brought, those that none of the people may open, and those that this store
  /// does not have itself.
  public var files: Int
  public var left: Int
  public var missing: [String]
}

extension Store {
  /// Makes a copy of this store as it is now, with an id of its own, in an empty or new directory.
  ///
  /// Others go on working meanwhile.
  /// - Parameters:
  ///   - people: Those for whom it is: it has the attachments that they may open; all, where there are
  ///     none.
  ///   - progress: Told the sealed files done and in all; false stops between two.
  /// - Throws: `StoreFault.notEmpty`, `.stopped`; `.damaged` where the log is not as it was written.
  ///   Nothing is left behind then.
  public func copy(
    to directory: URL, for people: [PersonID] = [],
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> CopyReport {
    try Self.make(at: directory) {
      let image = directory.appendingPathComponent("log.image")
      defer { unlink(image.path) }
      try Durable.make(image).close()
      let target = try DatabaseQueue(path: image.path)
      try queue.backup(to: target)
      try target.close()
      let file = try BackupFile(image)
      var contents = try file.look(verifying: false)
      guard contents.fault == nil else { throw StoreFault.damaged(.schema) }
      let all = contents.files.count
      if !people.isEmpty {
        let names = try namesOfFiles(openTo: Set(people))
        contents.files = contents.files.filter { names.contains($0.key) }
      }
      let (device, missing) = try Self.plant(
        file, contents, files: Files(directory: self.directory).folder, in: directory,
        for: people, progress: progress)
      return CopyReport(
        device: device, entries: contents.entries, files: contents.files.count - missing.count,
        left: all - contents.files.count, missing: missing)
    }
  }

  /// The names of the sealed files that some people may open by the rules.
  func namesOfFiles(openTo people: Set<PersonID>) throws -> Set<String> {
    let files = try FileInterest(of: self, people: people).wanted(spokenFiles())
    return Set(files.map(\.file.name))
  }
}
