import Foundation
import Store

/// A text file, as people bring it.
enum TextFile {
  /// The most bytes that are taken: several times the longest self-evaluation.
  static let limit = 4 << 20

  /// The text of a file on disk.
  ///
  /// - Throws: `StoreFault.unreadableFile` where it is missing, too large or not UTF-8.
  static func read(_ path: String) throws(StoreFault) -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw .unreadableFile(path)
    }
    return try text(data, of: path)
  }

  /// What a file holds, as text.
  ///
  /// - Throws: `StoreFault.unreadableFile` where it is too large or not UTF-8.
  static func text(_ data: Data, of name: String) throws(StoreFault) -> String {
    guard data.count <= limit, let text = String(data: data, encoding: .utf8) else {
      throw .unreadableFile(name)
    }
    return text
  }
}
