import Foundation

/// Measurements of one thing.
struct Series {
  private(set) var values: [Double] = []

  var isEmpty: Bool { values.isEmpty }
  var count: Int { values.count }

  mutating func append(_ value: Double) { values.append(value) }

  /// Adds a time in milliseconds.
  mutating func append(_ time: Duration) { values.append(time.milliseconds) }

  /// The middle value, the lower of two middle ones; 0 of none.
  var median: Double { quantile(0.5) }

  /// The value that 95 of 100 do not exceed.
  var p95: Double { quantile(0.95) }

  /// The value that 99 of 100 do not exceed.
  var p99: Double { quantile(0.99) }

  /// The largest value; 0 of none.
  var maximum: Double { values.max() ?? 0 }

  /// By the nearest rank.
  private func quantile(_ share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let rank = Int((share * Double(values.count)).rounded(.up))
    return values.sorted()[max(rank, 1) - 1]
  }
}

extension Duration {
  /// The duration in milliseconds.
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) * 1e-15
  }
}
