import Criteria
import Foundation

@testable import Splitting

/// A document split, its parts in short: «4.1.2», «4.4.3+4.4.4», «[4.1]», «–», «目录»; a doubt is «?».
struct Shown {
  let split: Split

  private static let splitter = Splitter(.shipped)

  init(_ text: String, encoding: String = "UTF-8") {
    self.init(Manuscript(text: text, encoding: encoding))
  }

  init(_ manuscript: Manuscript) {
    split = Self.splitter.split(manuscript)
  }

  var parts: [String] { split.parts.map(Self.short) }

  /// The items alone.
  var items: [String] { split.parts.filter { !$0.items.isEmpty }.map(Self.short) }

  /// The text of the first part of an item, without its heading.
  func body(_ item: ItemID) -> String {
    guard let part = split.parts.first(where: { $0.items.contains(item) }) else { return "" }
    return split.lines(of: part).dropFirst().map(\.text).joined(separator: "\n")
  }

  func heading(_ item: ItemID) -> String? {
    split.parts.first { $0.items.contains(item) }?.heading
  }

  func how(_ item: ItemID) -> Part.Evidence? {
    split.parts.first { $0.items.contains(item) }?.how
  }

  /// S11: characters in, characters out.
  var losesNothing: Bool {
    let inParts = split.parts.reduce(0) { $0 + $1.characters }
    return inParts + split.droppedCharacters == split.manuscript.characters
  }

  private static func short(_ part: Part) -> String {
    let name =
      switch part.subject {
      case .items(let items): items.map(\.rawValue).joined(separator: "+")
      case .category(let id): "[\(id)]"
      case .contents: "目录"
      case .unassigned: "–"
      }
    return name + (part.doubts.isEmpty ? "" : "?")
  }
}
