import Foundation
import Procedure

/// Where a passage of the material stands, as a reviewer writes it behind a comment:
/// «自评报告 4.1.2.1，第 12 页第 3 段».
///
/// It goes onto papers, which are Chinese, whatever language the screen speaks.
struct Citation: Sendable, Hashable {
  /// What the document is called.
  var document: String
  /// The number of its item or of the heading above it, or what names the field of a form.
  var section = ""
  var page: Int?
  /// Counted on its page where pages are known, under its heading elsewhere.
  var paragraph: Int?
  /// How a caption names its table, such as «表 4.1-1».
  var table: String?

  /// The words.
  var words: String {
    let head = section.isEmpty ? document : "\(document) \(section)"
    let page = page.map { "第 \($0) 页" } ?? ""
    let place = page + (table ?? paragraph.map { "第 \($0) 段" } ?? "")
    return place.isEmpty ? head : "\(head)，\(place)"
  }

  /// A document's own title, without the signs that stand between citations on paper.
  static func name(_ title: String) -> String {
    String(title.map { ";；〔〕".contains($0) ? " " : $0 })
  }

  /// How well words name a place; the lowest is the nearest.
  enum Fit: Int, Comparable {
    case exact, table, section, within, document

    static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  /// How well what somebody wrote behind a comment names this place, whether the program wrote it,
  /// a splitting was corrected since, or it was typed by hand («4.1.2.1», «表 4.1-1»).
  func fit(_ words: String) -> Fit? {
    if words == self.words { return .exact }
    if let table, Self.names(words, table) { return .table }
    let numbers = words.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".")) }
      .filter { $0.contains(".") }
    if numbers.contains(where: { $0 == section }) { return .section }
    if section.contains("."), numbers.contains(where: { $0.hasPrefix(section + ".") }) {
      return .within
    }
    return section.isEmpty && !document.isEmpty && words.hasPrefix(document) ? .document : nil
  }

  /// Whether words name a table, and no other whose number goes on.
  private static func names(_ words: String, _ table: String) -> Bool {
    let (plain, name) = (words.filter { !$0.isWhitespace }, table.filter { !$0.isWhitespace })
    guard let found = plain.range(of: name) else { return false }
    return plain[found.upperBound...].first.map { !$0.isNumber && $0 != "." } ?? true
  }

  /// The citations that stand in brackets in a text, as in a point for the visit.
  static func inText(_ text: String) -> [String] {
    text.matches(of: /（([^（）]+)）/).flatMap { match in
      match.output.1.split(separator: "；").map(String.init)
    }
  }
}
