import Terminal

/// What is marked in a list: by what it is, so that a mark stays with its row however the list
/// changes.
struct Marks<ID: Hashable & Sendable>: Sendable {
  private(set) var all: Set<ID> = []

  var isEmpty: Bool { all.isEmpty }
  var count: Int { all.count }

  func contains(_ id: ID) -> Bool { all.contains(id) }

  mutating func toggle(_ id: ID) { all.formSymmetricDifference([id]) }

  mutating func add(_ ids: [ID]) { all.formUnion(ids) }

  mutating func clear() { all = [] }

  /// The sign before a row.
  func sign(_ id: ID) -> Line { contains(id) ? Line("[x]", .accent) : Line("[ ]", .dim) }

  /// The column of signs, once anything is marked.
  func columns<Row>(_ id: @escaping (Row) -> ID) -> [ListColumn<Row>] {
    isEmpty ? [] : [ListColumn(sign: { sign(id($0)) })]
  }

  /// How much is marked, for a title band.
  func note(_ context: Context) -> Line {
    isEmpty ? Line("") : context.line(.marked(count), .accent) + Line("  ")
  }
}

extension Phrase {
  static func marked(_ count: Int) -> Phrase { Phrase("已标 \(count)", "\(count) marked") }
}
