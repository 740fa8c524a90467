import Criteria
import Foundation
import Procedure

/// A comment or a point for the visit as the right pane lists it.
enum RemarkKind: Sendable, Hashable, CaseIterable {
  case strength
  case opportunity
  case point
}

/// One remark of an item with its place in the merge.
struct Remark: Sendable, Hashable {
  let kind: RemarkKind
  /// Its place among the comments or among the points of the merge.
  let place: Int
  let text: String
  /// ++ + −− − or ?
  let sign: String
  let authors: [PersonID]
  let isUsed: Bool

  /// By which it is found again where others changed the merge meanwhile.
  var name: String { "\(kind)/\(place)/\(text)" }
}

extension Merge {
  /// The remarks in the order in which they are listed.
  var remarks: [Remark] {
    let written = comments.enumerated().map { place, merged in
      let isStrength = merged.comment.kind == .strength
      let sign = isStrength ? "+" : "−"
      return Remark(
        kind: isStrength ? .strength : .opportunity, place: place, text: merged.comment.text,
        sign: merged.comment.doubled ? sign + sign : sign, authors: merged.authors,
        isUsed: merged.used)
    }
    let asked = points.enumerated().map { place, merged in
      Remark(
        kind: .point, place: place, text: merged.point.text, sign: "?", authors: merged.authors,
        isUsed: merged.used)
    }
    return RemarkKind.allCases.flatMap { kind in (written + asked).filter { $0.kind == kind } }
  }

  /// The merge with a remark taken into the report or left out of it.
  func toggling(_ remark: Remark) -> Merge {
    var merge = self
    if remark.kind == .point {
      merge.points[remark.place].used.toggle()
    } else {
      merge.comments[remark.place].used.toggle()
    }
    return merge
  }

  /// The merge with another wording of a remark.
  func rewording(_ remark: Remark, as text: String) -> Merge {
    var merge = self
    if remark.kind == .point {
      merge.points[remark.place].point.text = text
    } else {
      merge.comments[remark.place].comment.text = text
    }
    return merge
  }

  /// The merge with a remark's authors joined to those of an earlier one.
  ///
  /// The remark stays listed, not used: nothing that somebody wrote is lost (R6).
  func joining(_ remark: Remark, into earlier: Remark) -> Merge {
    var merge = self
    let united = earlier.authors + remark.authors.filter { !earlier.authors.contains($0) }
    if remark.kind == .point {
      merge.points[earlier.place].authors = united
      merge.points[earlier.place].used = true
      merge.points[remark.place].used = false
    } else {
      merge.comments[earlier.place].authors = united
      merge.comments[earlier.place].used = true
      merge.comments[remark.place].used = false
    }
    return merge
  }
}
