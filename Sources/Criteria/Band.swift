import Foundation

/// One of the six bands of the scoring guide (GB/Z 19579 annex C).
///
/// Together they hold every legal percentage once: 0–5, 10–25, 30–45, 50–65, 70–85, 90–100.
public enum Band: Int, CaseIterable, Codable, Hashable, Sendable {
  case from0, from10, from30, from50, from70, from90

  /// The lowest and the highest percentage of the band.
  public var range: ClosedRange<Int> {
    switch self {
    case .from0: 0...5
    case .from10: 10...25
    case .from30: 30...45
    case .from50: 50...65
    case .from70: 70...85
    case .from90: 90...100
    }
  }

  /// The limits as they are written, such as "50–65".
  public var label: String { "\(range.lowerBound)–\(range.upperBound)" }

  /// The band that holds a percentage.
  public static func containing(_ percentage: Percentage) -> Band {
    switch percentage.value {
    case ...5: .from0
    case ...25: .from10
    case ...45: .from30
    case ...65: .from50
    case ...85: .from70
    default: .from90
    }
  }

  /// How many bands lie between: 0 in the same band, 1 in neighbours (R6 asks from 2 on).
  public func distance(to other: Band) -> Int { abs(rawValue - other.rawValue) }
}

extension Band: Comparable {
  public static func < (a: Band, b: Band) -> Bool { a.rawValue < b.rawValue }
}
