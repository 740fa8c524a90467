import Foundation
import Store

/// A text file on disk, as people bring it.
enum TextFile {
  /// The most bytes that are taken: several times the longest self-evaluation.
  static let limit = 4 << 20

  /// The file's text.
  ///
  /// - Throws: `StoreFault.unreadableFile` where it is missing, too large or not UTF-8.
  static func read(_ path: String) throws -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)), data.count <= limit,
      let text = String(data: data, encoding: .utf8)
    else { throw StoreFault.unreadableFile(path) }
    return text
  }
}
