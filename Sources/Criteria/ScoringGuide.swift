import Foundation

/// One cell of the scoring guide: what a dimension looks like in a band.
public struct GuideCell: Hashable, Sendable {
  /// The dimension, which also tells the kind of item.
  public let dimension: Dimension
  /// The band.
  public let band: Band
  /// The description, in our own words.
  public let text: Bilingual
}

/// The scoring guide of an edition: a text for every dimension in every band.
public struct ScoringGuide: Hashable, Sendable {
  private let texts: [Dimension: [Bilingual]]

  /// A guide from the texts of each dimension, six each in the order of the bands.
  ///
  /// The edition's loader has made sure that no cell is missing.
  init(texts: [Dimension: [Bilingual]]) {
    precondition(
      Dimension.allCases.allSatisfy { texts[$0]?.count == Band.allCases.count },
      "a scoring guide needs every cell")
    self.texts = texts
  }

  /// The description of a dimension in a band.
  public func text(_ dimension: Dimension, _ band: Band) -> Bilingual {
    texts[dimension, default: []][band.rawValue]
  }

  /// The four cells of a band for one kind of item, in the order of its dimensions.
  public func cells(_ kind: ItemKind, _ band: Band) -> [GuideCell] {
    kind.dimensions.map { GuideCell(dimension: $0, band: band, text: text($0, band)) }
  }
}
