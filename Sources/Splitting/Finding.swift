import Criteria
import Foundation

/// A line that may be a heading (S4), with what it says of itself.
struct Finding {
  let line: Int
  let label: Label
  let level: Int?
  let isBold: Bool
  /// What its title names.
  var titled: Titles.Found?
  /// The items whose titles stand in it one after the other.
  var tiled: [ItemID] = []
  /// The items that its numbers name.
  var numbered: [ItemID] = []
  /// The category that its number names.
  var numberedCategory: ItemID?
  /// The organisation of a part of the document (S10).
  var organisation: String?
  /// Whether the number is a place inside an item: 4.1.2.1 (S12).
  var isPlace = false

  /// The item that its title names.
  var titledItem: ItemID? {
    if case .item(let id) = titled?.subject { id } else { nil }
  }

  /// The category that its title names.
  var titledCategory: ItemID? {
    if case .category(let id) = titled?.subject { id } else { nil }
  }

  /// A line that is short enough and does not read like a sentence; nil for all others.
  init?(_ line: Line, at index: Int, folded: String, after previous: String, titles: Titles) {
    guard line.kind == .text, !folded.isEmpty, folded.utf8.count <= 400 else { return nil }
    let (plain, level) = Self.unmarked(folded)
    guard line.characters <= 60 + (level ?? 0), !plain.isEmpty,
      !"。;,；，".contains(plain.last ?? "。"),
      !["表", "图", "续表", "见", "如", "附"].contains(where: plain.hasPrefix)
    else { return nil }
    // A line that goes on with the sentence of the line above is none of its own.
    if let last = previous.last, "，,、见如按据和与及".contains(last), line.level == nil, level == nil {
      return nil
    }
    (self.line, self.level, isBold) = (index, line.level ?? level, line.isBold)
    label = Label.parse(plain)
    read(titles)
  }

  /// A line without the marks of plain-text headings and bullets, and the rank they give.
  private static func unmarked(_ folded: String) -> (String, Int?) {
    var text = folded[...]
    let hashes = text.prefix { $0 == "#" }.count
    var level: Int?
    if (1...6).contains(hashes), text.dropFirst(hashes).first.map({ " \t".contains($0) }) ?? false {
      level = hashes
      text = text.dropFirst(hashes)
    }
    text = text.drop { "■◆●▲★※*▪◇□○►▶✦ \t".contains($0) }
    return (text.trimmingCharacters(in: .whitespaces), level)
  }

  private mutating func read(_ titles: Titles) {
    titled = titles.subject(label.rest)
    if let found = titled, !found.isOwn, label.style == .none, level == nil, !isBold {
      // Other names are common words; alone on a line they are no heading.
      if found.subject != .summary, !Self.isLongName(label.rest) { titled = nil }
    }
    if titled == nil { tiled = titles.tiles(label.rest) }
    numbered = titles.items(label)
    if case .decimal(let parts) = label.style, parts >= 4, let number = label.numbers.first {
      let inner = titles.id(of: Label.Number(letter: nil, parts: Array(number.parts.suffix(3))))
      if let inner, inner == titledItem { numbered = [inner] } else { isPlace = true }
    }
    if label.numbers.count == 1, numbered.isEmpty {
      numberedCategory = label.numbers.first.flatMap { titles.id(of: $0) }
    }
    if label.style == .division || label.style == .chapter, titled == nil {
      organisation = Organisations.name(label.rest)
    }
  }

  private static func isLongName(_ name: String) -> Bool { Folding.key(name).count >= 6 }

  /// The categories to which 4.1.1 belongs, the number of a category's general text.
  func summaryCategory(_ titles: Titles) -> ItemID? {
    guard let number = label.numbers.first, label.numbers.count == 1, number.parts.count == 3,
      number.parts.last == 1, numbered.isEmpty
    else { return nil }
    return titles.id(of: Label.Number(letter: number.letter, parts: number.parts.dropLast()))
  }
}

/// Names of organisations, as the parts of a group's document have them (S10).
enum Organisations {
  private static let ends = [
    "公司", "集团", "总部", "事业部", "工厂", "厂", "研究院", "研究所", "设计院", "医院", "学校", "学院", "大学", "中心", "银行",
    "合作社", "商店", "酒店", "宾馆", "基地", "本部", "子公司", "分公司", "协会", "药房", "农场", "电站", "项目部",
  ]
  private static let tails = [
    "自我评价报告", "自我评价", "自评报告", "自评", "卓越绩效自我评价报告", "卓越绩效自评报告", "申报材料", "报告", "部分", "篇",
  ]

  /// The organisation that a title names.
  static func name(_ title: String) -> String? {
    var name = title.trimmingCharacters(in: .whitespaces)
    for tail in tails where name.hasSuffix(tail) && name.count > tail.count + 2 {
      name = String(name.dropLast(tail.count)).trimmingCharacters(in: .whitespaces)
      break
    }
    var bare = name
    // «…有限公司（全资）», «…公司（简称云梦粮油）»
    if bare.hasSuffix(")"), let open = bare.lastIndex(of: "(") { bare = String(bare[..<open]) }
    bare = bare.trimmingCharacters(in: .whitespaces)
    guard (3...40).contains(bare.count), ends.contains(where: bare.hasSuffix) else { return nil }
    return name
  }
}
