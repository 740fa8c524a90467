/// Running headers, footers and page numbers of printed pages (S2).
enum RunningLines {
  /// Lines at an edge of a page that are looked at.
  private static let depth = 3

  /// The lines that recur at the edge of at least half of the pages, and page numbers.
  static func found(in lines: [Line]) -> Set<Int> {
    var pages: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() where line.characters > 0 {
      pages[line.page ?? 0, default: []].append(index)
    }
    guard pages.count > 1 else { return [] }
    let recurring = recurring(lines, pages.values.map { $0 }, of: pages.count)
    var running: Set<Int> = []
    for page in pages.values {
      // From each edge inwards: what stands behind a line of the text is text.
      for edge in [page, page.reversed()] {
        for index in edge.prefix(depth) {
          guard isPageNumber(lines[index].text) || recurring.contains(index) else { break }
          running.insert(index)
        }
      }
    }
    return running
  }

  private static func recurring(_ lines: [Line], _ pages: [[Int]], of count: Int) -> Set<Int> {
    var recurring: Set<Int> = []
    for isTop in [true, false] {
      var places: [String: [Int]] = [:]
      for page in pages {
        var seen: Set<String> = []
        // The outermost of a kind alone: a figure above a page number is text.
        for index in (isTop ? page : page.reversed()).prefix(depth) {
          let masked = masked(lines[index].text)
          if seen.insert(masked).inserted { places[masked, default: []].append(index) }
        }
      }
      for (_, found) in places where found.count >= 2 && found.count * 2 >= count {
        // Item numbers that stand alone, each page another, are headings and no page numbers.
        let texts = Set(found.map { lines[$0].text })
        // A sentence with another figure on every page is text.
        if texts.count > 1, "。；;！？".contains(lines[found[0]].text.last ?? " ") { continue }
        let label = Label.parse(trimmedFold(lines[found[0]].text))
        if texts.count > 1, label.rest.isEmpty, label.numbers.first?.parts.count ?? 0 >= 3 {
          continue
        }
        recurring.formUnion(found)
      }
    }
    return recurring
  }

  private static func trimmedFold(_ text: String) -> String {
    Folding.fold(text).trimmingCharacters(in: .whitespaces)
  }

  /// A line with its digits and its blanks alike.
  private static func masked(_ text: String) -> String {
    var masked = ""
    for scalar in Folding.fold(text).unicodeScalars where !Folding.isBlank(scalar) {
      if ("0"..."9").contains(scalar) {
        if masked.last != "#" { masked.append("#") }
      } else {
        masked.unicodeScalars.append(scalar)
      }
    }
    return masked
  }

  /// «— 12 —», «第 13 页 共 130 页», «- 14 -», «12/130», «Page 3 of 9»: never a line of the text.
  static func isPageNumber(_ text: String) -> Bool {
    let masked = masked(text).lowercased()
    guard masked.contains("#"), masked.count <= 24 else { return false }
    let bare = masked.filter { !"-~·|[]().,/_第页共总of:page".contains($0) }
    guard bare.allSatisfy({ $0 == "#" }), bare.count <= 2 else { return false }
    if masked.contains("页") || masked.contains("page") { return true }
    let isFramed = ["-", "~", "·", "|", "["].contains { masked.hasPrefix($0) }
    return masked == "#/#" || (isFramed && bare.count == 1 && !masked.hasPrefix("#"))
      || masked == "(#)"
  }
}
