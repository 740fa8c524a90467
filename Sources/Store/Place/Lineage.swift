import Foundation
import Procedure

/// The signed entries of one stream, in the order of arrival, and what each builds on.
///
/// An entry stands here where it is what its author signed and where everything that it names is
/// here, whether or not it takes effect: copies that have the same entries have the same lineage.
struct Lineage: Sendable {
  /// An entry, as far as its place goes.
  struct Node: Sendable {
    let id: Data
    /// Its position in the order of arrival of all streams.
    let position: Int
    let author: PersonID
    let device: String
    let number: Int
    /// What it builds on in its own stream.
    let past: Past
    /// What it builds on in the cycle's stream; nothing for entries of that stream itself.
    let outer: Past
    /// The places that it names; none where it is the one before it, or the first.
    let parents: [Int]
  }

  private(set) var nodes: [Node] = []
  /// The places of entries on which none builds, ascending.
  private(set) var open: [Int] = []
  /// The places by id; of a straight line only its end is looked for, and no index is made.
  private var index: [Data: Int]
  private let isIndexed: Bool

  /// Nothing.
  ///
  /// - Parameter isIndexed: Whether entries are looked for by id at once.
  init(isIndexed: Bool = false) { (index, self.isIndexed) = ([:], isIndexed) }

  /// Everything that is here.
  var all: Past { Past(before: nodes.count) }

  /// Whether nobody wrote apart from somebody else.
  private(set) var isStraight = true

  /// The ids of the entries on which none builds, in the order in which the next one names them.
  var tips: [Data] { open.map { nodes[$0].id }.sorted { $0.lexicographicallyPrecedes($1) } }

  /// Whether an entry lies at a position.
  func has(_ id: Data, at position: Int) -> Bool {
    let place = count(before: position)
    return place < nodes.count && nodes[place].position == position && nodes[place].id == id
  }

  /// The place of an entry; nil where it is not here.
  func place(of id: Data) -> Int? {
    if let last = nodes.last, last.id == id { return nodes.count - 1 }
    return index.isEmpty ? nodes.lastIndex { $0.id == id } : index[id]
  }

  /// How many entries arrived before a position.
  func count(before position: Int) -> Int {
    if let last = nodes.last, last.position < position { return nodes.count }
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What an entry builds on that names these parents here.
  func past(of parents: [Int]) -> Past {
    if let only = parents.first, parents.count == 1 { return past(through: only) }
    return parents.reduce(Past()) { $0.union(past(through: $1)) }
  }

  /// An entry's past with itself.
  func past(through place: Int) -> Past { nodes[place].past.adding(place) }

  /// Whether neither of two entries builds on the other.
  func areApart(_ one: Int, _ other: Int) -> Bool {
    one != other && !nodes[other].past.contains(one) && !nodes[one].past.contains(other)
  }

  /// Takes up an entry behind the others.
  mutating func add(_ node: Node) {
    let place = nodes.count
    if node.past != Past(before: place) { isStraight = false }
    nodes.append(node)
    open.removeAll { node.past.contains($0) }
    open.append(place)
    if isIndexed || !index.isEmpty {
      index[node.id] = place
    } else if open.count > 1 {
      // From here on it is no straight line: parents lie anywhere.
      for (place, node) in nodes.enumerated() { index[node.id] = place }
    }
  }

  /// The places of a closed set in the order of showing and applying: who wrote on goes on, and
  /// otherwise the smallest id comes first of those whose parents have come.
  ///
  /// The two halves of an act stay together by it, and copies that have the same entries have the
  /// same order.
  func order(_ places: [Int]) -> [Int] {
    let within = Set(places)
    var waits: [Int: Int] = [:]
    var children: [Int: [Int]] = [:]
    for place in places {
      let parents = parents(of: place).filter(within.contains)
      waits[place] = parents.count
      for parent in parents { children[parent, default: []].append(place) }
    }
    var ready = Set(places.filter { waits[$0] == 0 })
    var order: [Int] = []
    var last: Int?
    while !ready.isEmpty {
      let next = last.flatMap { follower(of: $0, among: children[$0] ?? [], ready) } ?? first(ready)
      ready.remove(next)
      order.append(next)
      last = next
      for child in children[next] ?? [] {
        waits[child]? -= 1
        if waits[child] == 0 { ready.insert(child) }
      }
    }
    return order
  }

  /// The entry that its own copy wrote directly on another.
  private func follower(of place: Int, among children: [Int], _ ready: Set<Int>) -> Int? {
    let own = children.filter { ready.contains($0) && nodes[$0].device == nodes[place].device }
    return own.min { nodes[$0].id.lexicographicallyPrecedes(nodes[$1].id) }
  }

  private func first(_ ready: Set<Int>) -> Int {
    ready.min { nodes[$0].id.lexicographicallyPrecedes(nodes[$1].id) } ?? 0
  }

  /// The places that an entry names.
  private func parents(of place: Int) -> [Int] {
    let node = nodes[place]
    return node.parents.isEmpty && node.past.prefix > 0 ? [place - 1] : node.parents
  }
}
