import Foundation

/// Tables of contents (S3): their lines are never headings.
struct Contents {
  /// The lines that belong to one.
  private(set) var lines: Set<Int> = []

  private let folded: [String]
  private let skipped: Set<Int>

  init(_ all: [Line], folded: [String], skipped: Set<Int>, names: (String) -> Bool) {
    (self.folded, self.skipped) = (folded, skipped)
    for (index, line) in all.enumerated() where !skipped.contains(index) {
      if line.kind == .contents { lines.insert(index) }
    }
    for index in all.indices where Self.isTitle(folded[index]) && !skipped.contains(index) {
      lines.formUnion(region(from: index))
    }
    // Leaders to a page number stand nowhere else; a tab does, unless the title comes again.
    var titles: [String: Int] = [:]
    for index in all.indices where !skipped.contains(index) && folded[index].utf8.count < 300 {
      if Self.tail(folded[index]) == nil { titles[Folding.key(folded[index]), default: 0] += 1 }
    }
    for index in all.indices where !skipped.contains(index) && !lines.contains(index) {
      guard all[index].kind == .text, let tail = Self.tail(folded[index]) else { continue }
      switch tail.kind {
      case .leader where names(tail.title): lines.insert(index)
      case .leader, .gap, .blank:
        if tail.kind != .blank, names(tail.title), titles[Folding.key(tail.title)] != nil {
          lines.insert(index)
        }
      }
    }
  }

  /// Whether a line is the heading of a table of contents.
  static func isTitle(_ folded: String) -> Bool {
    guard folded.utf8.count < 40 else { return false }
    let word = folded.lowercased().filter { $0.isLetter }
    return ["目录", "目次", "contents", "tableofcontents"].contains(word)
  }

  /// A line's end that leads to a page.
  struct Tail {
    enum Kind { case leader, gap, blank }
    var title: String
    var kind: Kind
  }

  /// The title and the kind of what leads to a page number at the end of a line.
  static func tail(_ folded: String) -> Tail? {
    guard folded.utf8.count < 400 else { return nil }
    var rest = Array(folded.unicodeScalars)[...]
    func drop(_ test: (Unicode.Scalar) -> Bool) -> Int {
      var count = 0
      while let last = rest.last, test(last) {
        rest.removeLast()
        count += 1
      }
      return count
    }
    _ = drop { $0 == " " || $0 == "\t" }
    let bracketed = drop { $0 == ")" || $0 == "]" || $0 == "页" || $0 == "-" }
    _ = drop { $0 == " " }
    let digits = drop { ("0"..."9").contains($0) || "ivxIVX".unicodeScalars.contains($0) }
    guard (1...4).contains(digits) else { return nil }
    if bracketed > 0 || rest.last == "P" || rest.last == "p" || rest.last == "第" {
      _ = drop { "([-第Pp ".unicodeScalars.contains($0) }
    }
    var marks = 0
    var blanks = 0
    var tabs = 0
    while let last = rest.last {
      if ".…·-_⋯".unicodeScalars.contains(last) {
        marks += last == "…" || last == "⋯" ? 3 : 1
      } else if last == " " {
        blanks += 1
      } else if last == "\t" {
        tabs += 1
      } else {
        break
      }
      rest.removeLast()
    }
    guard !rest.isEmpty, marks + blanks + tabs > 0 else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest)
    let kind: Tail.Kind = marks >= 3 ? .leader : tabs > 0 || blanks > 1 ? .gap : .blank
    if marks > 0, marks < 3 { return nil }
    return Tail(title: String(view), kind: kind)
  }

  /// The lines of the contents that begin with a title line.
  private func region(from start: Int) -> Set<Int> {
    var entries: [Int] = []
    for index in (start + 1)..<max(start + 1, min(folded.count, start + 600))
    where !skipped.contains(index) && !folded[index].isEmpty {
      entries.append(index)
    }
    let short = entries.prefix { isEntry(folded[$0]) }
    var end: Int?
    var gap = 0
    for (offset, index) in short.enumerated() {
      if Self.tail(folded[index]) != nil {
        (end, gap) = (offset, 0)
      } else {
        gap += 1
        if gap > 3 { break }
      }
    }
    if let end { return Set([start] + entries[...end]) }
    // Without page numbers it ends where its first entry comes again.
    let first = short.first.map { Folding.key(folded[$0]) } ?? ""
    guard !first.isEmpty,
      let again = entries.dropFirst().first(where: { Folding.key(folded[$0]) == first }),
      let last = entries.firstIndex(of: again), entries[..<last].allSatisfy({ isEntry(folded[$0]) })
    else { return [] }
    return Set([start] + entries[..<last])
  }

  private func isEntry(_ folded: String) -> Bool {
    folded.count <= 90 && !"。；;！!?？".contains(folded.last ?? "。")
  }
}
