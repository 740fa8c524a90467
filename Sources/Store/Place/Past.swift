import Foundation

/// What an entry builds on in one stream: the places, in the order of arrival, of entries that are
/// reached through its parents.
///
/// Where nobody wrote apart from somebody else it is everything that came before, and takes no room.
struct Past: Hashable, Sendable {
  /// Everything before this place belongs to it.
  private(set) var prefix = 0
  /// What belongs to it beyond, ascending; no two touch, and none touches the prefix.
  private(set) var more: [Range<Int>] = []

  /// Nothing.
  init() {}

  /// Everything before a place.
  init(before place: Int) { prefix = place }

  /// Whether it is everything before some place.
  var isPrefix: Bool { more.isEmpty }

  /// Behind the last place of it.
  var end: Int { more.last?.upperBound ?? prefix }

  /// How many places it has.
  var count: Int { more.reduce(prefix) { $0 + $1.count } }

  /// Its places, ascending.
  var places: [Int] { Array(0..<prefix) + more.flatMap { Array($0) } }

  /// Whether a place belongs to it.
  func contains(_ place: Int) -> Bool {
    if place < prefix { return true }
    if more.isEmpty { return false }
    var (low, high) = (0, more.count)
    while low < high {
      let middle = (low + high) / 2
      if more[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < more.count && more[low].contains(place)
  }

  /// Whether all of another belongs to it.
  func contains(_ other: Past) -> Bool {
    if other.more.isEmpty { return other.prefix <= prefix }
    return union(other) == self
  }

  /// With one more place.
  func adding(_ place: Int) -> Past {
    if more.isEmpty, place == prefix { return Past(before: place + 1) }
    return contains(place) ? self : merging([place..<place + 1], prefix: 0)
  }

  /// With everything of another.
  func union(_ other: Past) -> Past {
    if more.isEmpty, other.more.isEmpty { return Past(before: max(prefix, other.prefix)) }
    return merging(other.more, prefix: other.prefix)
  }

  private func merging(_ ranges: [Range<Int>], prefix other: Int) -> Past {
    var joined = Past(before: Swift.max(prefix, other))
    for range in (more + ranges).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound <= joined.end {
        joined.stretch(to: range.upperBound)
      } else {
        joined.more.append(range)
      }
    }
    return joined
  }

  private mutating func stretch(to end: Int) {
    if let last = more.last {
      more[more.count - 1] = last.lowerBound..<max(last.upperBound, end)
    } else {
      prefix = max(prefix, end)
    }
  }

  /// The places of it that do not belong to another, ascending.
  func places(beyond other: Past) -> [Int] {
    if other.more.isEmpty, other.prefix <= prefix {
      return Array(other.prefix..<prefix) + more.flatMap { Array($0) }
    }
    return places.filter { !other.contains($0) }
  }
}
