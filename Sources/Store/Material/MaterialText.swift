import Criteria
import Foundation

/// Characters as the word processors of applicants count them (rule M, last paragraph).
///
/// Each Han character, each run of Latin letters or digits, and each mark of punctuation that
/// word processors count with the Han text is one; white space and markup of tables are none.
public enum CharacterCount {
  /// The count of a text.
  public static func of(_ text: String) -> Int {
    var count = 0
    var inWord = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "|" || scalar == "#" {
        inWord = false
      } else if scalar.isASCII {
        if !inWord { count += 1 }
        inWord = true
      } else if scalar.properties.generalCategory != .nonspacingMark {
        count += 1
        inWord = false
      }
    }
    return count
  }
}

/// A document's text in parts: a heading names the item or profile topic that follows.
///
/// A line «# 4.1.2 …» begins the part of that number; what stands before the first such line
/// belongs to no part.
public struct MaterialText: Sendable, Hashable {
  /// The parts in the order of the text.
  public private(set) var parts: [Part]

  /// A part of a document.
  public struct Part: Sendable, Hashable {
    /// The item, topic or category that it is about; nil where nobody knows.
    public var id: ItemID?
    public var title: String
    /// The lines below the heading, without blank lines at either end.
    public var body: String

    /// Whether it was written for several items together (合写).
    public var isMerged = false
    /// A picture below the body, line by line.
    public var picture: [String] = []
    /// Where each line of the body stands; empty where the document's pages are not known.
    public var places: [LinePlace] = []

    /// A part with its heading.
    public init(id: ItemID?, title: String, body: String, isMerged: Bool = false) {
      (self.id, self.title, self.body, self.isMerged) = (id, title, body, isMerged)
    }
  }

  /// Where a line stands in its document.
  public struct LinePlace: Sendable, Hashable {
    public var page: Int
    /// The paragraph on its page, counted from 1.
    public var paragraph: Int

    /// A place.
    public init(page: Int, paragraph: Int) { (self.page, self.paragraph) = (page, paragraph) }
  }

  /// A text whose parts are known.
  public init(parts: [Part]) { self.parts = parts }

  /// Splits a text at its first-level headings.
  public init(_ text: String) {
    parts = []
    var title = ""
    var lines: [Substring] = []
    func close() {
      while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
      while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
      if !title.isEmpty || !lines.isEmpty {
        parts.append(
          Part(id: Self.number(in: title), title: title, body: lines.joined(separator: "\n")))
      }
      lines = []
    }
    for line in text.lines {
      if line.hasPrefix("# ") {
        close()
        title = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
      } else {
        lines.append(line)
      }
    }
    close()
  }

  /// The part of an item; nil where the text has none.
  public func part(_ id: ItemID) -> Part? { parts.first { $0.id == id } }

  private static func number(in title: String) -> ItemID? {
    guard let word = title.split(separator: " ").first,
      word.contains("."), word.allSatisfy({ $0.isASCII })
    else { return nil }
    return ItemID(String(word))
  }
}
