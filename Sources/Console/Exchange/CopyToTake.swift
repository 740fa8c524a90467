import Foundation
import Procedure
import Store

/// A copy of a store to take along: the store, the program that runs, and a page on how to begin.
public enum CopyToTake {
  /// The running program: also where its file was replaced since it was started.
  public static let program = URL(fileURLWithPath: "/proc/self/exe")

  /// Makes one in an empty or new directory: whole, or nothing is left of it.
  ///
  /// - Parameters:
  ///   - people: Whom it is for, named on the page; it has the attachments that they may open, all where
  ///     there are none.
  ///   - program: What is put beside it.
  ///   - progress: Told the attachments done and in all; false stops, and nothing is left.
  /// - Throws: `StoreFault.unknownPerson`, `.notEmpty`, `.noAccess`; what copying a store throws.
  public static func make(
    of store: Store, at path: String, for people: [PersonID], program: URL = program,
    progress: (Int, Int) -> Bool
  ) throws -> CopyReport {
    let title = try store.title().name
    let known = try store.cycle().people
    let names = try people.map { id in
      guard let person = known[id] else { throw StoreFault.unknownPerson(id.rawValue) }
      return "\(person.name)（\(id)）"
    }
    let folder = URL(fileURLWithPath: path)
    return try Store.wholly(at: folder) {
      let report = try store.copy(
        to: folder.appendingPathComponent("store"), for: people, progress: progress)
      try bring(program, to: folder.appendingPathComponent("pingshen"))
      let page = folder.appendingPathComponent("开始.txt")
      try Data(Phrase.startPage(store: title, people: names).utf8).write(to: page)
      return report
    }
  }

  /// Copies a program in pieces.
  private static func bring(_ program: URL, to url: URL) throws {
    let source = try FileHandle(forReadingFrom: program)
    guard
      FileManager.default.createFile(
        atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o755])
    else { throw StoreFault.noAccess(url.path) }
    let target = try FileHandle(forWritingTo: url)
    while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty {
      try target.write(contentsOf: piece)
    }
    try target.synchronize()
    try target.close()
  }
}
