import Foundation

/// A mark: one of the 21 legal percentages 0, 5, …, 100.
public struct Percentage: Hashable, Sendable {
  /// The percentage, a multiple of 5 from 0 to 100.
  public let value: Int

  /// All 21 legal percentages, ascending.
  public static let all: [Percentage] = stride(from: 0, through: 100, by: 5).map {
    Percentage(unchecked: $0)
  }

  /// A percentage, or nil where the value is not a multiple of 5 from 0 to 100.
  public init?(_ value: Int) {
    guard (0...100).contains(value), value.isMultiple(of: 5) else { return nil }
    self.value = value
  }

  private init(unchecked value: Int) { self.value = value }

  /// The band of the scoring guide in which the percentage lies.
  public var band: Band { .containing(self) }

  /// The percentage so many steps of 5 higher or lower, held between 0 and 100.
  public func stepped(by steps: Int) -> Percentage {
    let limited = min(max(steps, -20), 20)
    return Percentage(unchecked: min(max(value + 5 * limited, 0), 100))
  }
}

extension Percentage: CustomStringConvertible {
  /// The number without a sign, such as "55".
  public var description: String { String(value) }
}

extension Percentage: Comparable {
  public static func < (a: Percentage, b: Percentage) -> Bool { a.value < b.value }
}

extension Percentage: Codable {
  /// Reads a whole number; throws `DecodingError.dataCorrupted` where it is not a legal percentage.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let value = try container.decode(Int.self)
    guard let percentage = Percentage(value) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(value) is not one of 0, 5, …, 100")
    }
    self = percentage
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
