import Criteria

/// Which titles of categories are headings: 结果 and 资源 are words of every text as well.
struct CategoryHeadings {
  /// A category that a line begins.
  struct Found {
    var id: ItemID
    var how: Part.Evidence
    var doubts: [Doubt] = []
  }

  private var found: [Int: Found] = [:]
  private var hasChapters = false
  private let titles: Titles

  init(_ findings: [Finding], segments: [Int], _ titles: Titles, _ numbering: Numbering) {
    self.titles = titles
    var candidates: [Int: Found] = [:]
    for (place, finding) in findings.enumerated() {
      candidates[place] = Self.candidate(finding, titles, numbering)
    }
    let isSure = { (place: Int) in Self.isSure(findings[place], candidates[place]) }
    for (place, candidate) in candidates
    where isSure(place)
      || Self.leads(
        place, candidate.id, findings, segments, candidates, titles, numbering)
    {
      found[place] = candidate
    }
    if found.isEmpty { found = Self.alone(candidates, findings) }
    // A category without headings of items, written as the others are (S9).
    let looks = Set(found.keys.map { Self.look(findings[$0]) })
    let served = Set(
      zip(findings, segments).flatMap { finding, segment in
        (finding.titledItem.map { [$0] } ?? finding.numbered).compactMap { titles.category(of: $0) }
          .map { Served(category: $0, segment: segment) }
      })
    for (place, candidate) in candidates where found[place] == nil {
      let key = Served(category: candidate.id, segment: segments[place])
      let isOnly = found.allSatisfy {
        $0.value.id != candidate.id || segments[$0.key] != key.segment
      }
      if looks.contains(Self.look(findings[place])), !served.contains(key), isOnly,
        candidate.how != .number
      {
        found[place] = candidate
      }
    }
    hasChapters = found.keys.contains { findings[$0].label.style == .chapter }
  }

  /// In a document without headings of items: titles of categories written alike, in their order.
  private static func alone(_ candidates: [Int: Found], _ findings: [Finding]) -> [Int: Found] {
    guard !findings.contains(where: { $0.titledItem != nil || $0.tiled.count > 1 }) else {
      return [:]
    }
    for (_, places) in Dictionary(grouping: candidates.keys.sorted(), by: { look(findings[$0]) }) {
      let ids = places.compactMap { candidates[$0]?.id }
      let isOrdered = zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 }
      let isPlain = findings[places[0]].label.style == .none && findings[places[0]].level == nil
      if isOrdered, ids.count >= (isPlain ? 3 : 2) {
        return candidates.filter { places.contains($0.key) }
      }
    }
    return [:]
  }

  private struct Served: Hashable {
    let category: ItemID
    let segment: Int
  }

  private struct Look: Hashable {
    let style: Label.Style
    let level: Int?
    let isBold: Bool
  }

  private static func look(_ finding: Finding) -> Look {
    Look(style: finding.label.style, level: finding.level, isBold: finding.isBold)
  }

  /// The category that a finding begins.
  func category(_ place: Int) -> Found? { found[place] }

  /// Whether a line ends what came before without beginning anything of the edition: 第三部分 附录.
  func isDivider(_ finding: Finding) -> Bool {
    guard finding.label.rest.count <= 30, !finding.label.rest.isEmpty else { return false }
    switch finding.label.style {
    case .division: return true
    case .chapter: return hasChapters
    case .none, .decimal, .letter, .section, .han, .hanParen, .arabic, .arabicParen, .circled:
      return false
    }
  }

  private static func candidate(
    _ finding: Finding, _ titles: Titles, _ numbering: Numbering
  ) -> Found? {
    guard !finding.isPlace else { return nil }
    if let id = finding.titledCategory {
      guard
        finding.numbered.isEmpty
          || finding.numbered.contains(where: { titles.category(of: $0) != id })
      else { return nil }
      let agrees = finding.numberedCategory == id
      var doubts: [Doubt] = []
      if let other = finding.numbered.first ?? finding.numberedCategory, other != id {
        doubts.append(.numberIsOf(other))
      }
      return Found(id: id, how: agrees ? .both : .title, doubts: doubts)
    }
    guard finding.titled == nil, finding.tiled.isEmpty, let id = finding.numberedCategory,
      !numbering.isShifted(id), Walk.isShortTitle(finding.label.rest)
    else { return nil }
    return Found(id: id, how: .number)
  }

  /// Whether the way it is written leaves no doubt.
  private static func isSure(_ finding: Finding, _ candidate: Found?) -> Bool {
    guard let candidate else { return false }
    if candidate.how == .both { return true }
    return candidate.how == .title
      && (finding.label.style == .chapter || finding.label.style == .division)
  }

  /// Whether the next heading of an item belongs to the category.
  private static func leads(
    _ place: Int, _ id: ItemID, _ findings: [Finding], _ segments: [Int],
    _ candidates: [Int: Found], _ titles: Titles, _ numbering: Numbering
  ) -> Bool {
    for next in findings.indices.dropFirst(place + 1) {
      if segments[next] != segments[place] { return false }
      if isSure(findings[next], candidates[next]), candidates[next]?.id != id { return false }
      let finding = findings[next]
      guard !finding.isPlace else { continue }
      if let category = finding.summaryCategory(titles), finding.titled?.subject == .summary {
        return category == id
      }
      var items = finding.titledItem.map { [$0] } ?? finding.tiled
      if let item = items.first,
        numbering.isSubordinate(
          finding, item: item, segment: segments[next], current: titles.category(of: item))
      {
        continue
      }
      if items.isEmpty, Walk.isShortTitle(finding.label.rest),
        !numbering.isShifted(finding.numbered.first.flatMap { titles.category(of: $0) })
      {
        items = finding.numbered
      }
      guard let item = items.first else {
        // Two titles of categories one after the other: the second is nearer.
        if candidates[next]?.id == id { return false }
        continue
      }
      return titles.category(of: item) == id
    }
    return false
  }
}
