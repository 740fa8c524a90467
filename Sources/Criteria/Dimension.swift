import Foundation

/// Whether an item asks how things are done or what came of it.
public enum ItemKind: String, CaseIterable, Codable, Hashable, Sendable {
  case process, result

  /// The four dimensions by which items of this kind are judged, in the guide's order.
  public var dimensions: [Dimension] {
    switch self {
    case .process: [.approach, .deployment, .learning, .integration]
    case .result: [.levels, .trends, .comparisons, .resultsIntegration]
    }
  }
}

/// A dimension of the scoring guide (GB/Z 19579 annex C).
public enum Dimension: String, CaseIterable, Codable, Hashable, Sendable {
  case approach, deployment, learning, integration
  case levels, trends, comparisons, resultsIntegration

  /// The kind of item that the dimension judges.
  public var kind: ItemKind {
    switch self {
    case .approach, .deployment, .learning, .integration: .process
    case .levels, .trends, .comparisons, .resultsIntegration: .result
    }
  }
}

extension Dimension: CodingKeyRepresentable {}
