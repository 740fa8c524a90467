import Foundation

/// An item of an edition: what is marked with one percentage.
public struct Item: Hashable, Sendable {
  /// The number, such as "4.1.2".
  public let id: ItemID
  /// The title.
  public let name: Bilingual
  /// The points at 100 %, whole points, a multiple of 5.
  public let points: Int
  /// Process or result.
  public let kind: ItemKind
  /// What is asked, point by point, in our own words.
  public let asks: [Bilingual]

  /// The exact score of a percentage.
  public func score(_ percentage: Percentage) -> Points {
    Points(hundredths: points * percentage.value)
  }
}

/// A category of an edition: a group of items under one number.
public struct Category: Hashable, Sendable {
  /// The number, such as "4.1".
  public let id: ItemID
  /// The title.
  public let name: Bilingual
  /// The points of all its items, whole points.
  public let points: Int
  /// Its items, in the edition's order.
  public let items: [Item]
}

/// A topic of the organisation profile (GB/Z 19579 annex B), for the completeness list (M2).
public struct ProfileTopic: Hashable, Sendable {
  /// The number, such as "B.1.1".
  public let id: ItemID
  /// The title.
  public let name: Bilingual
  /// What the profile should tell, point by point.
  public let asks: [Bilingual]
}
