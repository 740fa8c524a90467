import Foundation

/// The table of results, as Markdown.
struct Report {
  /// One line of the table. The limit is held against the median unless it says otherwise.
  struct Row {
    var what: String
    var median: String
    var p95: String
    var limit: String
    /// What the anchors gave in the same run.
    var beside: String
    /// Whether the limit is kept; nil where there is none.
    var kept: Bool?
  }

  private(set) var rows: [Row] = []
  private(set) var notes: [String] = []

  /// Whether every limit was kept and everything could be measured.
  var passed: Bool { rows.allSatisfy { $0.kept != false } }

  mutating func add(_ row: Row) { rows.append(row) }

  mutating func note(_ text: String) { notes.append(text) }

  /// Adds a line for times in milliseconds.
  ///
  /// - Parameter byP99: Whether 99 of 100 have to keep the limit, not the median.
  mutating func addTimes(
    _ what: String, _ times: Series, limit: Double?, limitText: String? = nil,
    beside: String = "", byP99: Bool = false
  ) {
    let judged = byP99 ? times.p99 : times.median
    add(
      Row(
        what: what, median: times.median.short("ms"), p95: times.p95.short("ms"),
        limit: limitText ?? limit.map { "≤ " + $0.short("ms") } ?? "", beside: beside,
        kept: limit.map { !times.isEmpty && judged <= $0 }))
  }

  /// Runs one measure; what keeps it from being made becomes a line that counts as a miss.
  mutating func attempt(_ what: String, _ measure: (inout Report) throws -> Void) {
    FileHandle.standardError.write(Data("measuring: \(what)\n".utf8))
    do {
      try measure(&self)
    } catch {
      add(Row(what: what, median: "–", p95: "–", limit: "", beside: "not measured", kept: false))
      note("\(what): \(error)")
    }
  }

  /// The table and the notes under it.
  var markdown: String {
    var lines = [
      "| what | median | p95 | limit | beside it, same run | |",
      "|---|---:|---:|---:|---|---|",
    ]
    for row in rows {
      let sign = row.kept.map { $0 ? "kept" : "**missed**" } ?? ""
      lines.append(
        "| \(row.what) | \(row.median) | \(row.p95) | \(row.limit) | \(row.beside) | \(sign) |")
    }
    return (lines + [""] + notes).joined(separator: "\n")
  }
}

extension Double {
  /// The figure with at most two decimals and its unit.
  func short(_ unit: String) -> String {
    let decimals = self >= 100 || self == rounded() ? 0 : self >= 10 ? 1 : 2
    return String(format: "%.\(decimals)f %@", self, unit)
  }
}
