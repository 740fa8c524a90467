import Criteria
import Foundation
import Office
import Procedure

/// An independent review (独立评审表) as a workbook, for a reviewer without the program.
///
/// It is protected but for the cells to fill, and readable by whoever carries it. Bands do not go with
/// it; what comes back has none.
public struct ScoreSheet: Hashable, Sendable {
  /// The edition whose items are marked.
  public var edition: Edition
  /// The application's number and the organisation's name.
  public var number: String
  public var organisation: String
  /// The reviewer's name.
  public var reviewer: String
  /// What ties the sheet to its case and reviewer; it stands in a column that is not shown.
  public var code: String

  /// A score sheet of one reviewer for one case.
  public init(
    edition: Edition, number: String, organisation: String, reviewer: String, code: String
  ) {
    (self.edition, self.number, self.organisation) = (edition, number, organisation)
    (self.reviewer, self.code) = (reviewer, code)
  }

  /// The workbook, blank or filled with what is there already.
  ///
  /// - Throws: `WritingFault`.
  public func xlsx(
    filledWith sheet: Sheet = Sheet(), created: Date
  ) throws(WritingFault) -> Data {
    let layout = ScoreSheetLayout(self, sheet)
    return try Spreadsheet(title: "独立评审表 \(number)", sheets: [layout.sheet])
      .xlsx(created: created)
  }
}

/// What a cell to fill is for.
enum ScoreSheetField: Hashable {
  case percentage(ItemID)
  case abstention(ItemID)
  case comments(ItemID, CommentKind)
  case points(ItemID)
  case verdict(FindingKind)
  case note(FindingKind)
  case keyFactors
  case overall
  case hours

  /// The most characters that it takes; as many as the screens do.
  var limit: Int {
    switch self {
    case .percentage, .verdict, .hours: 10
    case .abstention, .note: 500
    case .keyFactors: 2_000
    case .comments, .points, .overall: 4_000
    }
  }
}
