import Foundation
import Procedure
import Store

/// A text file, as people bring it.
public enum TextFile {
  /// What is read of it.
  public enum Content {
    /// A text in UTF-8.
    case text
    /// A table, as spreadsheets write it in their encodings.
    case table
  }

  /// The most bytes that are taken: several times the longest self-evaluation.
  public static let limit = 4 << 20

  /// The text of a file on disk.
  ///
  /// - Throws: `StoreFault.unreadableFile` where it is missing, too large or in no encoding that is
  ///   understood, `.document` where another program's.
  static func read(_ path: String, as content: Content = .text) throws(StoreFault) -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw .unreadableFile(path)
    }
    return try text(data, of: path, as: content)
  }

  /// What a file holds, as text.
  ///
  /// - Throws: As `read`.
  public static func text(
    _ data: Data, of name: String, as content: Content = .text
  ) throws(StoreFault) -> String {
    guard data.count <= limit else { throw .unreadableFile(name) }
    do throws(TextFault) {
      switch content {
      case .text: return try String(plain: data)
      case .table: return try TextTable.decode(data)
      }
    } catch {
      switch error {
      case .notText: throw .unreadableFile(name)
      case .document(let kind): throw .document(name, kind)
      }
    }
  }
}
