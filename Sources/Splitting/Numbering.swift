import Criteria

/// How a document numbers its headings: how far its numbers can be trusted, how items look in it.
struct Numbering {
  /// How most headings of items are written.
  private(set) var style = Label.Style.none
  /// The rank that most headings of items have.
  private(set) var level: Int?
  /// How many headings speak for that style.
  private(set) var weight = 0

  private var agreeing: [ItemID: Int] = [:]
  private var differing: [ItemID: Int] = [:]
  private let titles: Titles
  /// The segments in which an item has a heading in the main style.
  private var main: Set<Place> = []

  private struct Place: Hashable {
    let item: ItemID
    let segment: Int
  }

  init(_ findings: [Finding], segments: [Int], titles: Titles) {
    self.titles = titles
    var styles: [Label.Style: Int] = [:]
    var levels: [Int: Int] = [:]
    for finding in findings where !finding.isPlace {
      guard let item = finding.titledItem, let category = titles.category(of: item) else {
        continue
      }
      let agrees = finding.numbered.contains(item)
      if agrees {
        agreeing[category, default: 0] += 1
      } else if case .decimal(let parts) = finding.label.style, parts > 1 {
        differing[category, default: 0] += 1
      }
      styles[finding.label.style, default: 0] += agrees ? 3 : finding.label.style == .none ? 1 : 2
      if let level = finding.level { levels[level, default: 0] += 1 }
    }
    for finding in findings where finding.tiled.count > 1 {
      styles[finding.label.style, default: 0] += 1
    }
    if let most = styles.max(by: { ($0.value, Self.rank($1.key)) < ($1.value, Self.rank($0.key)) })
    {
      (style, weight) = (most.key, most.value)
    }
    level = levels.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    for (finding, segment) in zip(findings, segments) where !finding.isPlace {
      let items = finding.titledItem.map { [$0] } ?? finding.tiled
      guard finding.label.style == style, level == nil || finding.level == level else { continue }
      for item in items { main.insert(Place(item: item, segment: segment)) }
    }
  }

  private static func rank(_ style: Label.Style) -> Int {
    switch style {
    case .decimal(let parts): parts
    case .letter: 3
    case .division, .chapter, .section: 4
    case .none: 5
    case .han, .hanParen, .arabic, .arabicParen, .circled: 6
    }
  }

  /// Whether numbers of a category name other items than they do in the edition (S7).
  func isShifted(_ category: ItemID?) -> Bool {
    if let category, agreeing[category] ?? 0 > 0 || differing[category] ?? 0 > 0 {
      return (differing[category] ?? 0) > 0
        && (differing[category] ?? 0) >= (agreeing[category] ?? 0)
    }
    let differ = differing.values.reduce(0, +)
    return differ > 0 && differ >= agreeing.values.reduce(0, +)
  }

  /// Whether any heading's number is another than the edition's.
  var isShiftedSomewhere: Bool { differing.values.contains { $0 > 0 } }

  /// Whether a title stands lower than the headings of this document: a point of a list, a
  /// heading inside another part, such as 人力资源 within the results.
  func isSubordinate(_ finding: Finding, item: ItemID, segment: Int, current: ItemID?) -> Bool {
    let isBetterElsewhere = main.contains(Place(item: item, segment: segment))
    let isForeign = current != nil && current != titles.category(of: item)
    if finding.label.style == style, !isLower(finding.level) { return false }
    if finding.label.style.isOfLists || isDeeper(finding.label.style) || isLower(finding.level) {
      return isBetterElsewhere || (isForeign && weight >= 4)
    }
    guard finding.label.style == .none, isForeign else { return false }
    // The results are told by the names of what they are results of: 人力资源, 社会责任.
    let isAmongResults = current.map { titles.isOfResults($0) } ?? false
    return isBetterElsewhere || (isAmongResults && weight >= 4)
  }

  private func isLower(_ other: Int?) -> Bool {
    guard let level, let other else { return false }
    return other > level
  }

  private func isDeeper(_ other: Label.Style) -> Bool {
    guard case .decimal(let mine) = style, case .decimal(let parts) = other else { return false }
    return parts > mine
  }
}
