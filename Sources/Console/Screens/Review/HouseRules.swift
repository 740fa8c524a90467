import Criteria
import Foundation
import Procedure

/// What the house rules say to a comment: hints, never a block (practice §3).
enum HouseRule: Sendable, Hashable {
  /// A comment names facts; it does not advise.
  case advice(String)
  /// The organisation is judged, not its writing.
  case writingStyle(String)
  /// A comment rests on a place in the material.
  case noEvidence
  /// A strength and an opportunity rest on the same place in the same dimension.
  case contradiction(String)

  private static let adviceWords = ["应当", "应该", "建议", "需要", "必须", "希望", "should"]
  private static let styleWords = ["文笔", "行文", "写得", "错别字", "排版", "语句", "表述不", "病句"]

  /// The hints on a comment among the others of its item.
  static func hints(
    on comment: Procedure.Comment, among others: [Procedure.Comment]
  ) -> [HouseRule] {
    var hints: [HouseRule] = []
    if let word = adviceWords.first(where: comment.text.contains) { hints.append(.advice(word)) }
    if let word = styleWords.first(where: comment.text.contains) {
      hints.append(.writingStyle(word))
    }
    if comment.evidence.isEmpty, !comment.text.isBlank { hints.append(.noEvidence) }
    let opposite = others.filter {
      $0.kind != comment.kind && $0.dimension == comment.dimension && $0.dimension != nil
    }
    if let place = comment.evidence.first(where: { place in
      opposite.contains { $0.evidence.contains(place) }
    }) {
      hints.append(.contradiction(place))
    }
    return hints
  }
}
