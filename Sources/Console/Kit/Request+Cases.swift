import Store

extension Request {
  /// Cases of a list that are read whole, at most: more than a city has in a stage.
  static let mostCases = 1000

  /// All cases of a scope by their numbers.
  static func cases(_ scope: QueueQuery.Scope) -> Request {
    .queue(QueueQuery(scope: scope, order: .number), offset: 0, limit: mostCases)
  }
}
