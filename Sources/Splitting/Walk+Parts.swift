import Criteria
import Foundation

extension Walk {
  /// The parts between the beginnings, joined where an item came twice in a segment (S10).
  func parts() -> [Part] {
    Parting(manuscript: manuscript, titles: titles, running: running, unread: unread)
      .parts(withContents(beginnings))
  }

  /// Tables of contents as runs of their own; after one the part before goes on no more.
  private func withContents(_ beginnings: [Beginning]) -> [Beginning] {
    var all = beginnings
    var isInside = false
    for index in manuscript.lines.indices where !running.contains(index) {
      if contents.contains(index) {
        if !isInside { all.append(Beginning(line: index, subject: .contents)) }
        isInside = true
      } else if isInside, manuscript.lines[index].characters > 0 {
        isInside = false
        if !beginnings.contains(where: { $0.line == index }) {
          all.append(continuation(at: index, of: beginnings))
        }
      }
    }
    return all.sorted { $0.line < $1.line }
  }

  /// What a line behind the contents belongs to: what it would belong to without them.
  private func continuation(at line: Int, of beginnings: [Beginning]) -> Beginning {
    var beginning =
      beginnings.last { $0.line < line } ?? Beginning(line: line, subject: .unassigned)
    (beginning.line, beginning.isHeading, beginning.doubts) = (line, false, [])
    return beginning
  }
}

/// Makes parts of beginnings.
struct Parting {
  let manuscript: Manuscript
  let titles: Titles
  let running: Set<Int>
  var unread: [Int: String] = [:]

  func parts(_ beginnings: [Beginning]) -> [Part] {
    var all = beginnings
    if all.first?.line != 0 {
      all.insert(Beginning(line: 0, subject: .unassigned, isHeading: false), at: 0)
    }
    var parts: [Part] = []
    var segments: [Int] = []
    for (place, beginning) in all.enumerated() {
      let end = place + 1 < all.count ? all[place + 1].line : manuscript.lines.count
      let pieces = pieces(beginning.line, end)
      guard pieces.contains(where: hasContents) else { continue }
      if let index = earlier(beginning, parts, segments) {
        join(pieces, beginning, to: &parts[index])
      } else {
        parts.append(part(beginning, pieces))
        segments.append(beginning.segmentNumber)
      }
    }
    for index in parts.indices { finish(&parts[index]) }
    markOverlaps(&parts, segments)
    return parts
  }

  /// Runs of lines without the running ones.
  private func pieces(_ start: Int, _ end: Int) -> [Part.Piece] {
    var pieces: [Part.Piece] = []
    for line in start..<max(start, end) where !running.contains(line) {
      if pieces.last?.end == line {
        pieces[pieces.count - 1].end = line + 1
      } else {
        pieces.append(.init(start: line, end: line + 1))
      }
    }
    return pieces
  }

  private func hasContents(_ piece: Part.Piece) -> Bool {
    manuscript.lines[piece.start..<piece.end].contains { $0.characters > 0 || $0.kind == .picture }
  }

  /// The part of the same items, or the same category, in the same segment.
  private func earlier(_ beginning: Beginning, _ parts: [Part], _ segments: [Int]) -> Int? {
    switch beginning.subject {
    case .items, .category:
      parts.indices.first {
        parts[$0].subject == beginning.subject && segments[$0] == beginning.segmentNumber
          && parts[$0].segment == beginning.segment
      }
    case .contents, .unassigned: nil
    }
  }

  private func join(_ pieces: [Part.Piece], _ beginning: Beginning, to part: inout Part) {
    if goesOn(part, with: beginning) {
      // A number on one line and its title on the next are one heading.
      part.heading = [part.heading, Self.heading(manuscript.lines[beginning.line].text)]
        .compactMap { $0 }.joined(separator: " ")
      if part.how != beginning.how { part.how = .both }
      part.pieces += pieces
      return
    }
    let isNext = part.pieces.last?.end == pieces.first?.start
    part.pieces += pieces
    part.doubts += beginning.doubts.filter { !part.doubts.contains($0) }
    // 总则 under its category goes on; a heading that comes again later was written twice.
    if beginning.isHeading, !isNext || !part.items.isEmpty {
      if let index = part.doubts.firstIndex(where: { if case .joined = $0 { true } else { false } }
      ),
        case .joined(let times) = part.doubts[index]
      {
        part.doubts[index] = .joined(times + 1)
      } else if !part.items.isEmpty {
        part.doubts.append(.joined(2))
      }
    }
  }

  /// Whether a beginning follows a heading that has no text yet.
  private func goesOn(_ part: Part, with beginning: Beginning) -> Bool {
    guard beginning.isHeading, !part.items.isEmpty, let last = part.pieces.last else {
      return false
    }
    let between = last.end..<max(last.end, beginning.line)
    return part.lineNumbers.count { manuscript.lines[$0].characters > 0 } == 1
      && between.allSatisfy { running.contains($0) || manuscript.lines[$0].characters == 0 }
  }

  private func part(_ beginning: Beginning, _ pieces: [Part.Piece]) -> Part {
    let isHeading = beginning.isHeading && !running.contains(beginning.line)
    let first = pieces.flatMap { Array($0.start..<$0.end) }.first {
      manuscript.lines[$0].characters > 0
    }
    return Part(
      subject: beginning.subject, segment: beginning.segment,
      heading: isHeading ? Self.heading(manuscript.lines[beginning.line].text) : nil,
      how: beginning.how, doubts: beginning.doubts,
      page: manuscript.lines[first ?? beginning.line].page, pieces: pieces, places: [],
      characters: 0, categories: [:])
  }

  /// A heading as written, without the mark of a plain-text heading.
  private static func heading(_ text: String) -> String {
    var text = text.trimmingCharacters(in: .whitespaces)
    if text.hasPrefix("#") {
      text = text.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
    }
    return text
  }

  /// Counts a part's characters, and finds the places and categories in it.
  func measure(_ part: inout Part) {
    let lines = part.lineNumbers
    part.characters = lines.reduce(0) { $0 + manuscript.lines[$1].characters }
    part.places = lines.compactMap { place(at: $0) }
    part.categories = [:]
    for item in part.items { part.categories[item] = titles.category(of: item) }
  }

  private func finish(_ part: inout Part) {
    measure(&part)
    let lines = part.lineNumbers
    guard !part.items.isEmpty else { return }
    let written = lines.filter { manuscript.lines[$0].characters > 0 }
    if written.count < 2, !lines.contains(where: { manuscript.lines[$0].kind == .picture }) {
      part.doubts.append(.empty)
    }
    for line in lines { if let text = unread[line] { part.doubts.append(.unread(text)) } }
  }

  private func place(at index: Int) -> PlaceInside? {
    let line = manuscript.lines[index]
    func place(_ kind: PlaceInside.Kind) -> PlaceInside {
      PlaceInside(
        kind: kind, text: line.text.trimmingCharacters(in: .whitespaces), line: index,
        page: line.page)
    }
    if line.kind == .picture { return place(.picture) }
    guard line.kind == .text, line.characters <= 60, line.text.utf8.count < 400 else { return nil }
    let folded = Folding.fold(line.text).trimmingCharacters(in: .whitespaces)
    if let mark = ["续表", "表", "图"].first(where: folded.hasPrefix),
      folded.dropFirst(mark.count).drop(while: { $0 == " " }).first?.isNumber == true,
      !"。；;，".contains(folded.last ?? "。")
    {
      return place(.caption)
    }
    let label = Label.parse(String(folded.drop { $0 == "#" || $0 == " " }))
    if case .decimal(let parts) = label.style, parts >= 4, !"。；;，".contains(folded.last ?? "。") {
      return place(.point)
    }
    return nil
  }

  /// An item that stands in a merged part and in another of the same segment.
  private func markOverlaps(_ parts: inout [Part], _ segments: [Int]) {
    for index in parts.indices {
      for item in parts[index].items {
        let isElsewhere = parts.indices.contains { other in
          other < index && segments[other] == segments[index] && parts[other].items.contains(item)
        }
        if isElsewhere { parts[index].doubts.append(.alsoIn(item)) }
      }
    }
  }
}
