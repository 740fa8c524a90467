import Foundation
import Store

/// A table on disk, written where a person named a file.
enum TableFile {
  /// Why nothing was written.
  enum Fault: Error, Sendable, Hashable {
    /// A file is there, which is not to be replaced unasked.
    case exists(String)
    case refused(String)
  }

  /// Writes a table that only its owner can read, and returns the file's whole path.
  ///
  /// - Parameter replaces: Whether a file that is there goes; without it nothing is touched.
  /// - Throws: `Fault`.
  static func write(_ rows: [[String]], to path: String, replaces: Bool) throws -> String {
    let file = URL(fileURLWithPath: path)
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory) {
      if isDirectory.boolValue { throw Fault.refused(file.path) }
      if !replaces { throw Fault.exists(file.path) }
    }
    do {
      try TableExport.csv(rows: rows).write(
        to: file, options: replaces ? .atomic : .withoutOverwriting)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    } catch {
      throw Fault.refused(file.path)
    }
    return file.path
  }
}

extension Backstage {
  /// Writes a table and says where it went; asks where a file of that name is there.
  func writeTable(_ rows: [[String]], to path: String, replaces: Bool, ticket: String) {
    do {
      let file = try TableFile.write(rows, to: folders.path(path), replaces: replaces)
      take(.formDone)
      take(.notice(Notice(.good, .Board.exported(rows: max(0, rows.count - 1), file))))
      take(.screen(.done(ticket, [])))
    } catch TableFile.Fault.exists(let file) {
      take(.screen(.loaded(.fileExists(path: file))))
    } catch {
      take(.formRefused)
      take(.notice(Notice(.refusal, .Board.notWritten(path))))
      take(.screen(.failed(ticket)))
    }
  }
}
