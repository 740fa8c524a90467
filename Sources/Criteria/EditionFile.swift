import Foundation

extension Edition {
  /// Reads an edition from its JSON file.
  ///
  /// A file that does not add up is refused, because every gate of the procedure rests on its
  /// points; nothing is repaired silently.
  /// - Throws: an `EditionFault` with the place of the first fault.
  public static func load(_ data: Data) throws(EditionFault) -> Edition {
    let file: EditionFile
    do {
      file = try JSONDecoder().decode(EditionFile.self, from: data)
    } catch let error as DecodingError {
      throw EditionFault(error, in: data)
    } catch {
      throw EditionFault(place: .file, item: nil, problem: .notJSON)
    }
    return try file.checked()
  }
}

/// An edition's file as it is written, before it is known to fit.
struct EditionFile: Decodable {
  let id: String
  let title: Bilingual
  let points: Int
  let categories: [Group]
  let guide: [String: [Bilingual]]
  let profile: [Topic]

  struct Group: Decodable {
    let id: ItemID
    let name: Bilingual
    let points: Int
    let items: [Entry]
  }

  struct Entry: Decodable {
    let id: ItemID
    let name: Bilingual
    let points: Int
    let kind: String
    let asks: [Bilingual]
  }

  struct Topic: Decodable {
    let id: ItemID
    let name: Bilingual
    let asks: [Bilingual]
  }

  /// The edition, or the first fault in the order of the file.
  func checked() throws(EditionFault) -> Edition {
    if id.allSatisfy(\.isWhitespace) { throw .at(.file["id"], nil, .emptyText) }
    try requireText(title, .file["title"], nil)
    try requirePoints(points, .file["points"], nil)
    if categories.isEmpty { throw .at(.file["categories"], nil, .nothingListed) }
    var seen: Set<ItemID> = []
    var groups: [Category] = []
    for (index, group) in categories.enumerated() {
      groups.append(try checkedGroup(group, .file["categories"][index], &seen))
    }
    let found = groups.reduce(0) { $0 + $1.points }
    if found != points {
      throw .at(.file["points"], nil, .sumMismatch(stated: points, found: found))
    }
    return Edition(
      id: id, title: title, totalPoints: points, categories: groups, guide: try checkedGuide(),
      profile: try checkedProfile())
  }

  private func checkedGroup(
    _ group: Group, _ place: Place, _ seen: inout Set<ItemID>
  ) throws(EditionFault) -> Category {
    try requireNumber(group.id, place, &seen)
    try requireText(group.name, place["name"], group.id)
    try requirePoints(group.points, place["points"], group.id)
    if group.items.isEmpty { throw .at(place["items"], group.id, .nothingListed) }
    var items: [Item] = []
    for (index, entry) in group.items.enumerated() {
      items.append(try checkedItem(entry, place["items"][index], &seen))
    }
    let found = items.reduce(0) { $0 + $1.points }
    if found != group.points {
      throw .at(place["points"], group.id, .sumMismatch(stated: group.points, found: found))
    }
    return Category(id: group.id, name: group.name, points: group.points, items: items)
  }

  private func checkedItem(
    _ entry: Entry, _ place: Place, _ seen: inout Set<ItemID>
  ) throws(EditionFault) -> Item {
    try requireNumber(entry.id, place, &seen)
    try requireText(entry.name, place["name"], entry.id)
    try requirePoints(entry.points, place["points"], entry.id)
    guard let kind = ItemKind(rawValue: entry.kind) else {
      throw .at(place["kind"], entry.id, .unknownKind(entry.kind))
    }
    try requireAsks(entry.asks, place["asks"], entry.id)
    return Item(
      id: entry.id, name: entry.name, points: entry.points, kind: kind, asks: entry.asks)
  }

  private func checkedGuide() throws(EditionFault) -> ScoringGuide {
    var texts: [Dimension: [Bilingual]] = [:]
    for dimension in Dimension.allCases {
      let place = Place.file["guide"][dimension.rawValue]
      let cells = guide[dimension.rawValue] ?? []
      if cells.count > Band.allCases.count {
        throw .at(place[Band.allCases.count], nil, .surplusGuideCells(dimension))
      }
      for band in Band.allCases
      where band.rawValue >= cells.count || cells[band.rawValue].lacksText {
        throw .at(place[band.rawValue], nil, .missingGuideCell(dimension, band))
      }
      texts[dimension] = cells
    }
    return ScoringGuide(texts: texts)
  }

  private func checkedProfile() throws(EditionFault) -> [ProfileTopic] {
    if profile.isEmpty { throw .at(.file["profile"], nil, .nothingListed) }
    var seen: Set<ItemID> = []
    var topics: [ProfileTopic] = []
    for (index, topic) in profile.enumerated() {
      let place = Place.file["profile"][index]
      try requireNumber(topic.id, place, &seen)
      try requireText(topic.name, place["name"], topic.id)
      try requireAsks(topic.asks, place["asks"], topic.id)
      topics.append(ProfileTopic(id: topic.id, name: topic.name, asks: topic.asks))
    }
    return topics
  }

  private func requireNumber(
    _ id: ItemID, _ place: Place, _ seen: inout Set<ItemID>
  ) throws(EditionFault) {
    if id.rawValue.allSatisfy(\.isWhitespace) { throw .at(place["id"], nil, .emptyText) }
    if !seen.insert(id).inserted { throw .at(place["id"], id, .repeatedNumber) }
  }

  private func requireText(
    _ text: Bilingual, _ place: Place, _ id: ItemID?
  ) throws(EditionFault) {
    if text.lacksText { throw .at(place, id, .emptyText) }
  }

  private func requireAsks(
    _ asks: [Bilingual], _ place: Place, _ id: ItemID
  ) throws(EditionFault) {
    if asks.isEmpty { throw .at(place, id, .nothingListed) }
    for (index, ask) in asks.enumerated() { try requireText(ask, place[index], id) }
  }

  private func requirePoints(
    _ points: Int, _ place: Place, _ id: ItemID?
  ) throws(EditionFault) {
    if points <= 0 { throw .at(place, id, .notPositive(points)) }
    if points > 1_000_000 { throw .at(place, id, .tooLarge(points)) }
    if !points.isMultiple(of: 5) { throw .at(place, id, .notMultipleOfFive(points)) }
  }
}

extension EditionFault {
  fileprivate static func at(_ place: Place, _ item: ItemID?, _ problem: Problem) -> EditionFault {
    EditionFault(place: place, item: item, problem: problem)
  }

  /// What the decoder found, with its path as a place.
  fileprivate init(_ error: DecodingError, in data: Data) {
    let path: [any CodingKey]
    switch error {
    case .keyNotFound(let key, let context):
      path = context.codingPath + [key]
      problem = .missing
    case .valueNotFound(_, let context):
      path = context.codingPath
      problem = .missing
    case .typeMismatch(_, let context):
      path = context.codingPath
      problem = .wrongType
    case .dataCorrupted(let context):
      path = context.codingPath
      problem = path.isEmpty ? .notJSON : .wrongType
    @unknown default:
      path = []
      problem = .notJSON
    }
    place = Place(path)
    item = Self.number(along: path, in: data)
  }

  /// The innermost number on the way to a place that could not be decoded.
  private static func number(along path: [any CodingKey], in data: Data) -> ItemID? {
    var value = try? JSONSerialization.jsonObject(with: data)
    var number: ItemID?
    for key in path {
      if let list = value as? [Any], let index = key.intValue, list.indices.contains(index) {
        value = list[index]
      } else {
        value = (value as? [String: Any])?[key.stringValue]
      }
      if let id = (value as? [String: Any])?["id"] as? String { number = ItemID(id) }
    }
    return number
  }
}
