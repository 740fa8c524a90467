import Criteria

extension Splitter {
  /// The parts of a document with a person's corrections, in the order in which they were made.
  ///
  /// A correction that finds nothing to correct changes nothing.
  public func split(_ manuscript: Manuscript, corrections: [Correction]) -> Split {
    var split = split(manuscript)
    for correction in corrections { split.take(correction, titles) }
    return split
  }
}

extension Split {
  /// The place of the part that a line is in.
  public func part(at line: Int) -> Int? {
    parts.firstIndex { $0.pieces.contains { ($0.start..<$0.end).contains(line) } }
  }

  fileprivate mutating func take(_ correction: Correction, _ titles: Titles) {
    switch correction {
    case .assign(let line, let items):
      let known = items.filter { titles.category(of: $0) != nil }
      guard !known.isEmpty, known.count == items.count else { return }
      assign(line, .items(known), titles)
    case .assignCategory(let line, let category):
      guard titles.members[category] != nil else { return }
      assign(line, .category(category), titles)
    case .release(let line): assign(line, .unassigned, titles)
    case .cut(let line): cut(at: line, titles)
    case .join(let line): join(at: line, titles)
    }
  }

  private mutating func assign(_ line: Int, _ subject: Part.Subject, _ titles: Titles) {
    guard let index = part(at: line) else { return }
    parts[index].subject = subject
    parts[index].how = .person
    parts[index].doubts = []
    settle(index, titles)
  }

  private mutating func cut(at line: Int, _ titles: Titles) {
    guard let index = part(at: line),
      let piece = parts[index].pieces.firstIndex(where: { ($0.start..<$0.end).contains(line) }),
      piece > 0 || parts[index].pieces[piece].start < line
    else { return }
    var rest = parts[index]
    rest.pieces = Array(rest.pieces[piece...])
    rest.pieces[0].start = line
    (rest.subject, rest.how, rest.doubts, rest.heading) = (.unassigned, .person, [], nil)
    rest.page = manuscript.lines[line].page
    parts[index].pieces = Array(parts[index].pieces[...piece])
    parts[index].pieces[piece].end = line
    parts[index].pieces.removeAll { $0.start == $0.end }
    parts.insert(rest, at: index + 1)
    settle(index, titles)
    settle(index + 1, titles)
  }

  private mutating func join(at line: Int, _ titles: Titles) {
    guard let index = part(at: line), index > 0 else { return }
    parts[index - 1].pieces += parts[index].pieces
    parts.remove(at: index)
    settle(index - 1, titles)
  }

  private mutating func settle(_ index: Int, _ titles: Titles) {
    Parting(manuscript: manuscript, titles: titles, running: Set(running)).measure(&parts[index])
  }
}
