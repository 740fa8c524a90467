import Foundation
import Testing

@testable import Vault

/// Fast stand-ins and the ways in which tests alter what was stored.
enum Tampering {
  static let cost = ScryptCost(n: 2, r: 1, p: 1)

  /// Every copy of the data that differs in one bit.
  static func flips(of data: Data) -> [Data] {
    data.indices.flatMap { index in
      (0..<8).map { bit in
        var copy = data
        copy[index] ^= 1 << UInt8(bit)
        return copy
      }
    }
  }

  /// Every beginning of the data, from nothing to all but the last byte.
  static func cuts(of data: Data) -> [Data] {
    (0..<data.count).map { Data(data.prefix($0)) }
  }

  /// Replaces values in the JSON of a value and reads it again.
  static func rewrite<Value: Codable>(
    _ value: Value, _ change: (inout [String: Any]) -> Void
  ) throws -> Value {
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
    var object = try #require(json as? [String: Any])
    change(&object)
    return try JSONDecoder().decode(
      Value.self, from: JSONSerialization.data(withJSONObject: object))
  }
}
