import GRDB

/// A window of a list that is read in the order of an index, from the nearer of its two ends: the
/// last rows cost what the first ones do.
struct ListWindow {
  private let isFromEnd: Bool
  private let offset: Int
  private let limit: Int

  /// - Parameters:
  ///   - offset: Rows passed over.
  ///   - limit: Rows at most.
  ///   - total: The rows of the whole list.
  init(offset: Int, limit: Int, of total: Int) {
    let end = offset.addingReportingOverflow(limit)
    let behind = max(0, total - (end.overflow ? total : end.partialValue))
    isFromEnd = behind < offset
    self.offset = isFromEnd ? behind : offset
    self.limit = isFromEnd ? max(0, min(limit, total - offset)) : limit
  }

  /// The order from the nearer end, with the limits, of columns each of which may go `DESC`.
  func order(_ columns: [String]) -> String {
    let turned = columns.map { column in
      guard isFromEnd else { return column }
      return column.hasSuffix(" DESC") ? String(column.dropLast(5)) : column + " DESC"
    }
    return "ORDER BY \(turned.joined(separator: ", ")) LIMIT ? OFFSET ?"
  }

  /// The arguments of ``order(_:)``.
  var arguments: StatementArguments { [limit, offset] }
}
