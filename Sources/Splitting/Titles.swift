import Criteria
import Foundation

/// The titles that an edition's documents have (S6), by their keys.
struct Titles: Sendable {
  /// What a title names.
  enum Subject: Hashable, Sendable {
    case item(ItemID)
    case category(ItemID)
    /// 总则, 提要: text of the category in which it stands.
    case summary
  }

  /// A title that was found.
  struct Found: Hashable, Sendable {
    var subject: Subject
    /// Whether it is the edition's own, not another name of it.
    var isOwn: Bool
  }

  let edition: Edition
  private var found: [String: Found] = [:]
  /// The categories of all items and topics, the profile's groups too.
  private var categories: [ItemID: ItemID] = [:]
  /// The items and topics of a category, in their order.
  private(set) var members: [ItemID: [ItemID]] = [:]
  /// Items, topics and categories by the parts of their numbers.
  private var numbers: [Label.Number: ItemID] = [:]
  /// Ends of titles that merged headings write once: 财务、信息和知识、技术资源.
  private static let sharedEnds = ["资源", "结果", "关系", "方面"]

  init(_ edition: Edition) {
    self.edition = edition
    for category in edition.categories {
      add(category.name, .category(category.id))
      for item in category.items { add(item.id, item.name, in: category.id) }
    }
    for topic in edition.profile {
      let parts = topic.id.rawValue.split(separator: ".")
      add(topic.id, topic.name, in: ItemID(parts.prefix(2).joined(separator: ".")))
    }
    for (id, names) in Aliases.of(edition).titles {
      let subject: Subject =
        categories[id] == nil || members[id] != nil ? .category(id) : .item(id)
      for name in names { add(name, subject, isOwn: false) }
    }
    for (id, names) in Aliases.of(edition).groups {
      numbers[Self.number(id)] = id
      members[id] = members[id] ?? []
      for name in names { add(name, .category(id), isOwn: false) }
    }
    for name in Aliases.of(edition).summaries { add(name, .summary, isOwn: true) }
  }

  private mutating func add(_ id: ItemID, _ name: Bilingual, in category: ItemID) {
    add(name, .item(id))
    categories[id] = category
    members[category, default: []].append(id)
    numbers[Self.number(id)] = id
    numbers[Self.number(category)] = category
  }

  private mutating func add(_ name: Bilingual, _ subject: Subject) {
    add(name.zh, subject, isOwn: true)
    add(name.en, subject, isOwn: true)
  }

  private mutating func add(_ name: String, _ subject: Subject, isOwn: Bool) {
    let key = Folding.key(name)
    if found[key] == nil { found[key] = Found(subject: subject, isOwn: isOwn) }
  }

  private static func number(_ id: ItemID) -> Label.Number {
    let parts = id.rawValue.split(separator: ".")
    let letter = parts.first.flatMap { Int($0) == nil ? $0.first : nil }
    return Label.Number(letter: letter, parts: parts.compactMap { Int($0) })
  }

  /// What a title names.
  func subject(_ title: String) -> Found? { found[Folding.key(title)] }

  /// The category of an item or topic.
  func category(of id: ItemID) -> ItemID? { categories[id] }

  /// Whether a category is of results.
  func isOfResults(_ category: ItemID) -> Bool {
    edition.categories.first { $0.id == category }?.items.allSatisfy { $0.kind == .result } ?? false
  }

  /// Whether an item is a topic of the profile.
  func isTopic(_ id: ItemID) -> Bool { edition.item(id) == nil }

  /// The item, topic or category of a number; P.1.1 is B.1.1 in other guides.
  func id(of number: Label.Number) -> ItemID? {
    var number = number
    if number.letter == "P" { number.letter = "B" }
    return numbers[number]
  }

  /// The items that numbers name; none where one of them is no item.
  func items(_ label: Label) -> [ItemID] {
    let ids = label.numbers.compactMap { id(of: $0) }.filter { categories[$0] != nil }
    guard !ids.isEmpty, ids.count == label.numbers.count else { return [] }
    guard label.isRange, let first = ids.first, let last = ids.last,
      let category = categories[first], category == categories[last], let all = members[category],
      let start = all.firstIndex(of: first), let end = all.firstIndex(of: last), start < end
    else {
      return label.isRange ? [] : ids.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    return Array(all[start...end])
  }

  /// The items whose titles stand one after the other in a merged heading (S8).
  func tiles(_ title: String) -> [ItemID] {
    let key = Folding.key(title)
    guard key.count >= 4, key.count <= 60 else { return [] }
    for category in edition.categories {
      let found = tiles(key[...], of: category.items, from: 0)
      if found.count > 1 { return found }
    }
    return []
  }

  private func tiles(_ key: Substring, of items: [Item], from start: Int) -> [ItemID] {
    guard start < items.count else { return [] }
    for index in start..<items.count {
      let name = Folding.key(items[index].name.zh)
      if key == name { return [items[index].id] }
      for form in [name] + Self.short(name) where key.hasPrefix(form) {
        let further = tiles(key.dropFirst(form.count), of: items, from: index + 1)
        if !further.isEmpty { return [items[index].id] + further }
      }
    }
    return []
  }

  private static func short(_ name: String) -> [String] {
    sharedEnds.compactMap { end in
      name.hasSuffix(end) && name.count >= end.count + 2 ? String(name.dropLast(end.count)) : nil
    }
  }
}

/// Other names of an edition's titles, a resource that is kept beside the edition.
struct Aliases: Decodable {
  var summaries: [String] = []
  var groups: [ItemID: [String]] = [:]
  var titles: [ItemID: [String]] = [:]

  static func of(_ edition: Edition) -> Aliases { shipped[edition.id] ?? Aliases() }

  private static let shipped: [String: Aliases] = {
    do {
      return try JSONDecoder().decode(
        [String: Aliases].self, from: Data(PackageResources.aliases_json))
    } catch {
      fatalError("the built-in titles are damaged: \(error)")
    }
  }()
}
