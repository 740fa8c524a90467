import Criteria
import Foundation

/// Splits a document into the parts that serve the items of an edition (S1–S12).
public struct Splitter: Sendable {
  let titles: Titles

  /// A splitter for documents that answer an edition.
  public init(_ edition: Edition) { titles = Titles(edition) }

  /// The parts of a document; every line is in one of them or among the running lines.
  public func split(_ manuscript: Manuscript) -> Split {
    let lines = manuscript.lines
    let folded = lines.map {
      // Nothing that long is a heading.
      $0.text.utf8.count > 2_000
        ? "" : Folding.fold($0.text).trimmingCharacters(in: .whitespaces)
    }
    let running = manuscript.isPrinted ? RunningLines.found(in: lines) : []
    let contents = Contents(lines, folded: folded, skipped: running) { title in
      let label = Label.parse(title)
      return titles.subject(label.rest) != nil || !titles.items(label).isEmpty
        || label.style != .none
    }
    var walk = Walk(manuscript, titles: titles, running: running, contents: contents.lines)
    walk.read(folded)
    return Split(
      manuscript: manuscript, parts: walk.parts(), running: running.sorted(),
      expected: expected(contents.lines.sorted().map { folded[$0] }, titles))
  }

  private func expected(_ entries: [String], _ titles: Titles) -> [ItemID] {
    var expected: [ItemID] = []
    for entry in entries {
      let label = Label.parse(Contents.tail(entry)?.title ?? entry)
      var items = titles.tiles(label.rest)
      if case .item(let id) = titles.subject(label.rest)?.subject { items = [id] }
      expected += items.filter { !expected.contains($0) }
    }
    return expected
  }
}

/// A beginning of a part, at a line.
struct Beginning {
  var line: Int
  var subject: Part.Subject
  var segment: String?
  var segmentNumber = 0
  /// Whether the line itself is the heading.
  var isHeading = true
  var how: Part.Evidence?
  var doubts: [Doubt] = []
}

/// Goes through a document from its first line to its last.
struct Walk {
  let manuscript: Manuscript
  let titles: Titles
  let running: Set<Int>
  let contents: Set<Int>
  var findings: [Finding] = []
  var beginnings: [Beginning] = []
  /// Numbered lines that name nothing of the edition, for whom they are in.
  var unread: [Int: String] = [:]

  private var segments: [Int] = []

  init(_ manuscript: Manuscript, titles: Titles, running: Set<Int>, contents: Set<Int>) {
    (self.manuscript, self.titles) = (manuscript, titles)
    (self.running, self.contents) = (running, contents)
  }

  mutating func read(_ folded: [String]) {
    var previous = ""
    for (index, line) in manuscript.lines.enumerated() where !running.contains(index) {
      if contents.contains(index) {
        previous = ""
        continue
      }
      if let finding = Finding(
        line, at: index, folded: folded[index], after: previous, titles: titles)
      {
        findings.append(finding)
      }
      previous = folded[index]
    }
    var segment = 0
    for finding in findings {
      if finding.organisation != nil { segment += 1 }
      segments.append(segment)
    }
    begin()
  }

  private mutating func begin() {
    let numbering = Numbering(findings, segments: segments, titles: titles)
    let categories = CategoryHeadings(findings, segments: segments, titles, numbering)
    var state = State()
    for (place, finding) in findings.enumerated() {
      state.segment = segments[place]
      if let organisation = finding.organisation {
        state.organisation = organisation
        state.category = nil
        begin(.unassigned, at: finding, state)
        continue
      }
      if let found = items(finding, numbering, state) {
        state.category = found.items.first.flatMap { titles.category(of: $0) }
        state.isInItem = true
        var doubts: [Doubt] = []
        if let other = found.other { doubts.append(.numberIsOf(other)) }
        begin(.items(found.items), at: finding, state, how: found.how, doubts)
      } else if let category = categories.category(place) {
        (state.category, state.isInItem) = (category.id, false)
        begin(.category(category.id), at: finding, state, how: category.how, category.doubts)
      } else if let category = summary(finding, numbering, state) {
        (state.category, state.isInItem) = (category, false)
        begin(.category(category), at: finding, state, how: .number)
      } else if categories.isDivider(finding) {
        if finding.label.style == .division { state.organisation = nil }
        state.category = nil
        begin(.unassigned, at: finding, state)
      } else if numbering.isShiftedSomewhere, finding.label.style == numbering.style,
        case .decimal(let parts) = finding.label.style, parts < 4, state.isInItem
      {
        unread[finding.line] = manuscript.lines[finding.line].text.trimmingCharacters(
          in: .whitespaces)
      }
    }
  }

  /// Where the walk has come to.
  struct State {
    var organisation: String?
    var segment = 0
    var category: ItemID?
    var isInItem = false
  }

  private mutating func begin(
    _ subject: Part.Subject, at finding: Finding, _ state: State, how: Part.Evidence? = nil,
    _ doubts: [Doubt] = []
  ) {
    beginnings.append(
      Beginning(
        line: finding.line, subject: subject, segment: state.organisation,
        segmentNumber: state.segment, how: how, doubts: doubts))
  }

  /// The general text of a category, under its own number: 4.2.1 总则.
  private func summary(_ finding: Finding, _ numbering: Numbering, _ state: State) -> ItemID? {
    guard let category = finding.summaryCategory(titles), !numbering.isShifted(category) else {
      return nil
    }
    let isSummary = finding.titled?.subject == .summary
    guard isSummary || (finding.titled == nil && Self.isShortTitle(finding.label.rest)) else {
      return nil
    }
    return state.category == category ? nil : category
  }

  /// The items that a heading begins.
  private func items(_ finding: Finding, _ numbering: Numbering, _ state: State) -> Found? {
    guard !finding.isPlace else { return nil }
    if let item = finding.titledItem {
      if numbering.isSubordinate(
        finding, item: item, segment: state.segment, current: state.category)
      {
        return nil
      }
      if isTooCommon(finding, item, state) { return nil }
      if finding.numbered == [item] { return Found(items: [item], how: .both) }
      return Found(items: [item], how: .title, other: finding.numbered.first { $0 != item })
    }
    if finding.tiled.count > 1, finding.label.style != .none || isAlone(finding) {
      if finding.numbered == finding.tiled { return Found(items: finding.tiled, how: .both) }
      return Found(
        items: finding.tiled, how: .title,
        other: finding.numbered.first { !finding.tiled.contains($0) })
    }
    return numbered(finding, numbering)
  }

  /// Whether a line without a label is no fragment of a sentence.
  private func isAlone(_ finding: Finding) -> Bool {
    finding.level != nil || finding.isBold || finding.label.rest.count <= 30
  }

  /// Titles such as 环境 stand in every text; they count with their number or in the profile.
  private func isTooCommon(_ finding: Finding, _ item: ItemID, _ state: State) -> Bool {
    guard titles.isTopic(item), Folding.key(finding.label.rest).count < 4 else { return false }
    if finding.numbered.contains(item) { return false }
    let isInProfile = state.category.map { $0.rawValue.hasPrefix("B") } ?? false
    let hasOthers = findings.contains { other in
      guard let topic = other.titledItem, titles.isTopic(topic) else { return false }
      return other.label.style == finding.label.style && Folding.key(other.label.rest).count >= 4
    }
    return !(isInProfile || hasOthers) || finding.label.style == .none
  }

  /// A number alone (S7).
  private func numbered(_ finding: Finding, _ numbering: Numbering) -> Found? {
    guard let first = finding.numbered.first,
      !numbering.isShifted(titles.category(of: first)), finding.titled?.subject != .summary
    else { return nil }
    if let category = finding.titledCategory {
      // 4.1.2 领导: the item's number with its category's title; merged items under the title.
      let isWhole = finding.numbered.allSatisfy { titles.category(of: $0) == category }
      return isWhole ? Found(items: finding.numbered, how: .number) : nil
    }
    guard Self.isShortTitle(finding.label.rest) else { return nil }
    return Found(items: finding.numbered, how: .number)
  }

  /// Whether what follows a number can be a title of its own (S7).
  static func isShortTitle(_ rest: String) -> Bool {
    guard rest.count <= 25 else { return false }
    if rest.isEmpty { return true }
    if ["所述", "中的", "要求", "%", "亿", "万"].contains(where: rest.contains) { return false }
    if ["的", "中", "所", "是", "为", "见", "如", "表", "图", "附", "元"].contains(where: rest.hasPrefix) {
      return false
    }
    return rest.contains { $0.isLetter }
  }

  /// Items with how they were known, and whose the number is where it is another's.
  private struct Found {
    var items: [ItemID]
    var how: Part.Evidence
    var other: ItemID?
  }
}
