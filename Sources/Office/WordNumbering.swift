import Foundation

/// Automatic numbers, as a reader of the document sees them.
struct WordNumbering {
  /// A level of a numbering.
  struct Level {
    var start = 1
    var form = "decimal"
    var text = ""
    var suffix = " "
    var isLegal = false
    var restart: Int?
    var style: String?
  }

  private struct Numbering {
    var abstract = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var abstracts: [String: [Int: Level]] = [:]
  private var links: [String: String] = [:]
  private var linked: [String: String] = [:]
  private var numberings: [String: Numbering] = [:]
  private var counters: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  init() {}

  init(_ bytes: Data) throws(ReadingFault) {
    let xml = try XMLPull(bytes)
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      if element.name == "w:abstractNum", let id = element.attributes["w:abstractNumId"] {
        try readAbstract(id, xml)
      } else if element.name == "w:num", let id = element.attributes["w:numId"] {
        try readNumbering(id, xml)
      }
    }
  }

  private mutating func readAbstract(_ id: String, _ xml: XMLPull) throws(ReadingFault) {
    var levels: [Int: Level] = [:]
    var link: String?
    var style: String?
    try xml.children { child throws(ReadingFault) in
      switch child.name {
      case "w:lvl":
        if let place = child.attributes["w:ilvl"].flatMap(Int.init), (0..<9).contains(place) {
          levels[place] = try Self.level(xml)
        } else {
          try xml.skip()
        }
      case "w:numStyleLink": link = child.attributes["w:val"]
      case "w:styleLink": style = child.attributes["w:val"]
      default: break
      }
    }
    abstracts[id] = levels
    links[id] = link
    if let style { linked[style] = id }
  }

  private mutating func readNumbering(_ id: String, _ xml: XMLPull) throws(ReadingFault) {
    var numbering = Numbering()
    var place = 0
    try xml.children { child throws(ReadingFault) in
      let value = child.attributes["w:val"]
      switch child.name {
      case "w:abstractNumId": numbering.abstract = value ?? ""
      case "w:lvlOverride": place = child.attributes["w:ilvl"].flatMap(Int.init) ?? 0
      case "w:startOverride": numbering.starts[place] = value.flatMap(Int.init)
      case "w:lvl": numbering.levels[place] = try Self.level(xml)
      default: break
      }
    }
    numberings[id] = numbering
  }

  private static func level(_ xml: XMLPull) throws(ReadingFault) -> Level {
    var level = Level()
    try xml.children { child throws(ReadingFault) in
      let value = child.attributes["w:val"]
      switch child.name {
      case "w:start": level.start = value.flatMap(Int.init) ?? 1
      case "w:numFmt": level.form = value ?? "decimal"
      case "w:lvlText": level.text = value ?? ""
      case "w:suff": level.suffix = value == "nothing" ? "" : " "
      case "w:isLgl": level.isLegal = !["0", "false", "off"].contains(value)
      case "w:lvlRestart": level.restart = value.flatMap(Int.init)
      case "w:pStyle": level.style = value
      default: break
      }
    }
    return level
  }

  private func abstract(of numbering: Numbering) -> String {
    guard let style = links[numbering.abstract], let other = linked[style] else {
      return numbering.abstract
    }
    return other
  }

  /// The level of a numbering that belongs to a style.
  func level(of style: String?, in id: String) -> Int? {
    guard let style, let numbering = numberings[id] else { return nil }
    return abstracts[abstract(of: numbering)]?.first { $0.value.style == style }?.key
  }

  /// Counts a paragraph, and gives the number that stands before it with what follows it.
  mutating func next(_ id: String, level place: Int) -> String {
    guard id != "0", (0..<9).contains(place), let numbering = numberings[id] else { return "" }
    let abstract = abstract(of: numbering)
    var levels = abstracts[abstract] ?? [:]
    levels.merge(numbering.levels) { $1 }
    guard let level = levels[place] else { return "" }
    if begun.insert(id).inserted {
      for (place, start) in numbering.starts { counters[abstract, default: [:]][place] = start - 1 }
    }
    var counts = counters[abstract] ?? [:]
    for above in 0..<place where counts[above] == nil { counts[above] = levels[above]?.start ?? 1 }
    counts[place] = (counts[place] ?? level.start - 1) &+ 1
    for below in (place + 1)..<10 where levels[below]?.restart != 0 {
      counts[below] = numbering.starts[below].map { $0 - 1 }
    }
    counters[abstract] = counts
    if level.form == "bullet" { return level.text.isEmpty ? "" : "• " }
    var text = ""
    var signs = level.text.makeIterator()
    while let sign = signs.next() {
      guard sign == "%", let digit = signs.next() else {
        text.append(sign)
        continue
      }
      guard let number = digit.wholeNumberValue, let count = counts[number - 1] else { continue }
      let form = levels[number - 1]?.form ?? "decimal"
      text += WordNumbers.text(count, level.isLegal ? "decimal" : form)
    }
    return text.isEmpty ? "" : text + level.suffix
  }
}
