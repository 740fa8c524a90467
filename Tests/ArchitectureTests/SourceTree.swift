import Foundation

/// The source tree that these tests were built from.
struct SourceTree {
  /// The top level: three folders up from this file.
  let root: URL

  init(here: String = #filePath) {
    root = URL(fileURLWithPath: here).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Names in a folder, without the dot files, sorted.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Every Swift and C file of a target: its path under the root and its text.
  func files(of target: String) throws -> [(path: String, text: String)] {
    let folder = root.appendingPathComponent("Sources/\(target)")
    guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    let names = walk.compactMap { $0 as? String }.sorted()
    return try names.filter { name in [".swift", ".c", ".h"].contains { name.hasSuffix($0) } }
      .map { name in
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return ("Sources/\(target)/\(name)", text)
      }
  }
}
