import Foundation

/// Why a file is not an edition, and where.
public struct EditionFault: Error, Hashable, Sendable {
  /// Where the value at fault stands, such as "categories[3].items[1].points".
  public let place: Place
  /// The number of the item, category or topic there, where it has one.
  public let item: ItemID?
  /// What is wrong there.
  public let problem: Problem

  /// A fault at its place.
  public init(place: Place, item: ItemID?, problem: Problem) {
    self.place = place
    self.item = item
    self.problem = problem
  }

  /// What can be wrong with an edition's file.
  public enum Problem: Hashable, Sendable {
    /// The file is not JSON.
    case notJSON
    /// A value that every edition has is not there.
    case missing
    /// A value is of another type than it must be, a text for a number among others.
    case wrongType
    /// A text is empty in one of the two languages, or a number or name is.
    case emptyText
    /// The number stands twice.
    case repeatedNumber
    /// A kind other than process and result.
    case unknownKind(String)
    /// Points that are not positive.
    case notPositive(Int)
    /// Points so many that sums could overflow.
    case tooLarge(Int)
    /// Points that are not a multiple of 5, so that scores would not be exact.
    case notMultipleOfFive(Int)
    /// The parts do not add up to the stated sum.
    case sumMismatch(stated: Int, found: Int)
    /// A list that must have entries has none.
    case nothingListed
    /// The scoring guide has no text for this dimension and band.
    case missingGuideCell(Dimension, Band)
    /// The scoring guide has more texts for a dimension than there are bands.
    case surplusGuideCells(Dimension)
  }
}

extension EditionFault: CustomStringConvertible {
  /// Place, number and problem, for logs.
  public var description: String {
    "\(place)\(item.map { " (\($0))" } ?? ""): \(problem)"
  }
}
