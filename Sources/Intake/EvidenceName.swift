import Criteria
import Foundation

/// What the name of a piece of evidence says: its number, its title, the items it proves.
public struct EvidenceName: Sendable, Hashable {
  /// The number in front, as written: «3», «3-2», «B1»; nil where there is none.
  public var number: String?
  /// The title without number and brackets of copies.
  public var title: String
  /// Items of the criteria that it or its folder names.
  public var items: [ItemID]

  /// Reads a file's name.
  public init(_ file: StickFile, items known: Set<ItemID>) {
    let plain = file.stem.precomposedStringWithCompatibilityMapping
    var rest = plain[...]
    items = Self.items(in: plain, known)
    if items.isEmpty {
      items =
        file.path.dropLast().last.map {
          Self.items(in: $0.precomposedStringWithCompatibilityMapping, known)
        } ?? []
    }
    if let match = rest.prefixMatch(of: Self.numbered) {
      number = String(match.output.1)
      rest = rest[match.range.upperBound...]
    }
    let trimmed = String(rest.drop { " ._-:、,。)".contains($0) })
      .trimmingCharacters(in: CharacterSet(charactersIn: " ._-"))
    title = Names.title(trimmed.isEmpty ? file.stem : trimmed)
    if trimmed.isEmpty { number = number ?? plain }
  }

  /// «附件1：», «证实材料 3-2 », «01 », «(4) »: a word, a number, and what parts it from the title.
  nonisolated(unsafe) private static let numbered =
    /\s*(?:附件|附|证实材料|证明材料|佐证材料|佐证|证据|材料)?\s*[(\[【]?((?:[A-Za-z])?[0-9]{1,3}(?:[-.][0-9]{1,3}){0,3})[)\]】]?(?=[^0-9A-Za-z年月日]|$)[\s.:、_-]*/

  private static func items(in text: String, _ known: Set<ItemID>) -> [ItemID] {
    var found: [ItemID] = []
    for match in text.matches(of: /[0-9]\.[0-9]\.[0-9]/) {
      let item = ItemID(String(match.output))
      if known.contains(item), !found.contains(item) { found.append(item) }
    }
    return found
  }
}
