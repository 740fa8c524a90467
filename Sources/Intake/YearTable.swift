import Foundation

/// A table of figures by years while its rows are read: years in a row or in a column.
struct YearTable {
  /// The year above each column, where the head names years.
  private var years: [Int: Int] = [:]
  /// The figure above each column, where the head names figures.
  private var labels: [Int: (label: FigureLabel, unit: String)] = [:]

  /// Takes a row: its figures; nil where it is none of a table of years. A head has none.
  mutating func take(_ cells: [String]) -> [(year: Int, label: FigureLabel, text: String)]? {
    let found = cells.enumerated().compactMap { place, cell in
      Self.year(cell).map { (place, $0) }
    }
    if found.count >= 2 {
      years = Dictionary(found, uniquingKeysWith: { first, _ in first })
      labels = [:]
      return []
    }
    if found.count == 1, !labels.isEmpty {
      return labels.sorted { $0.key < $1.key }.compactMap { place, head in
        text(cells, place, unit: head.unit).map { (found[0].1, head.label, $0) }
      }
    }
    let figures = cells.enumerated().compactMap { place, cell in
      FigureLabel.of(cell).map { (place, (label: $0, unit: cell)) }
    }
    if !years.isEmpty, let head = figures.first {
      return years.sorted { $0.key < $1.key }.compactMap { place, year in
        text(cells, place, unit: cells.prefix(place).joined()).map { (year, head.1.label, $0) }
      }
    }
    if figures.count >= 2 {
      labels = Dictionary(figures, uniquingKeysWith: { first, _ in first })
      return []
    }
    (years, labels) = ([:], [:])
    return nil
  }

  private func text(_ cells: [String], _ place: Int, unit: String) -> String? {
    guard place < cells.count else { return nil }
    let text = cells[place].trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.contains(where: \.isNumber) else { return nil }
    return Self.inTenThousands(text, unit: unit)
  }

  /// The year that a cell is: «2024», «2024年», «2024 年度».
  private static func year(_ cell: String) -> Int? {
    let plain = cell.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    guard let match = plain.wholeMatch(of: /(20[0-9]{2})(?:年|年度)?(?:\(.*\))?/) else { return nil }
    return Int(match.output.1)
  }

  /// A figure of money whose label says 亿元 or 元, with that unit behind it: who types it into the
  /// form's field in 万元 must see it.
  private static func inTenThousands(_ text: String, unit: String) -> String {
    let plain = text.precomposedStringWithCompatibilityMapping
    guard !plain.contains("元") else { return plain }
    let head = unit.precomposedStringWithCompatibilityMapping
    if head.contains("亿元") { return plain + "亿元" }
    if head.contains("元"), !head.contains("万元") { return plain + "元" }
    return plain
  }
}
