import Criteria
import Foundation
import Procedure

/// The marks of one application, from the reviewers' sheets to the panel's settlement:
/// an entry of `reviews.json`.
struct ReviewScript: Decodable {
  /// Who was designated, in the order of the marks.
  var reviewers: [PersonID]
  /// Per item a mark of every reviewer; none where they abstained.
  var marks: [ItemID: [Percentage?]]
  /// Reasons of the abstentions.
  var abstentions: [ItemID: [PersonID: String]]?
  /// Sheets that are not handed in, with the number of items marked; 0 for not begun.
  var unfinished: [PersonID: Int]?
  /// Who hands in minutes after the start.
  var hurried: [PersonID]?
  /// Who was designated too, began, and recused before the end.
  var stoodBack: [PersonID]?
  /// What the panel settles, as far as it comes.
  var settled: [ItemID: Percentage]?
  /// Records of discussion.
  var discussions: [ItemID: String]?
  /// The conclusion of a finished session.
  var conclusion: String?
}

/// A comment of `remarks.json`.
struct RemarkScript: Decodable {
  /// Who wrote it; in the stock nobody.
  var by: PersonID?
  var kind: CommentKind
  var doubled: Bool?
  var dimension: Criteria.Dimension?
  var text: String
  var evidence: [String]?

  var comment: Comment {
    Comment(
      kind, text, doubled: doubled ?? false, dimension: dimension, evidence: evidence ?? [])
  }
}

/// A point for the visit of `remarks.json`.
struct PointScript: Decodable {
  /// Who wrote it; in the stock nobody.
  var by: PersonID?
  var kind: PointKind
  var text: String
}

/// What was written on one item.
struct ItemRemarks: Decodable {
  var comments: [RemarkScript]
  var points: [PointScript]
}

/// What stands at the head of sheets.
struct HeadScript: Decodable {
  var findings: [FindingKind: Finding]
  var keyFactors: [String]
  var overall: String
}

/// All comments: `remarks.json`.
struct RemarksScript: Decodable {
  /// Applications with comments of their own.
  var dossiers: [CaseID: [ItemID: ItemRemarks]]
  /// The comments that the sheets of all others draw on, in turn.
  var stock: [ItemID: ItemRemarks]
  var heads: [CaseID: HeadScript]
  /// The heads of all others, in turn.
  var stockHeads: [HeadScript]
}
