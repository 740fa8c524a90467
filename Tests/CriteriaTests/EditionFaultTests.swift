import Criteria
import Foundation
import Testing

/// A small edition that fits, to be damaged: two categories, three items, 100 points.
private func smallEdition() -> [String: Any] {
  func text(_ zh: String) -> [String: Any] { ["zh": zh, "en": "text of \(zh)"] }
  func item(_ id: String, _ points: Int, _ kind: String) -> [String: Any] {
    ["id": id, "name": text("条款\(id)"), "points": points, "kind": kind, "asks": [text("要点")]]
  }
  let dimensions = Dimension.allCases.map { ($0.rawValue, (0..<6).map { text("第\($0)档") }) }
  return [
    "id": "small", "title": text("小准则"), "points": 100,
    "categories": [
      [
        "id": "4.1", "name": text("领导"), "points": 60,
        "items": [item("4.1.1", 35, "process"), item("4.1.2", 25, "process")],
      ],
      ["id": "4.2", "name": text("结果"), "points": 40, "items": [item("4.2.1", 40, "result")]],
    ],
    "guide": Dictionary(uniqueKeysWithValues: dimensions),
    "profile": [["id": "B.1", "name": text("环境"), "asks": [text("产品")]]],
  ]
}

/// A tree with one value replaced, or removed where the value is nil.
private func damaged(_ tree: Any, _ path: ArraySlice<Any>, _ value: Any?) -> Any? {
  guard let step = path.first else { return value }
  if let index = step as? Int, var list = tree as? [Any] {
    if let inner = damaged(list[index], path.dropFirst(), value) {
      list[index] = inner
    } else {
      list.remove(at: index)
    }
    return list
  }
  guard let key = step as? String, var object = tree as? [String: Any] else { return tree }
  object[key] = damaged(object[key] as Any, path.dropFirst(), value)
  return object
}

/// The fault of the small edition with one value replaced.
private func fault(_ path: [Any], _ value: Any?) throws -> EditionFault? {
  let tree = try #require(damaged(smallEdition(), path[...], value))
  let data = try JSONSerialization.data(withJSONObject: tree)
  do {
    _ = try Edition.load(data)
    return nil
  } catch {
    return error
  }
}

@Suite("An edition that does not fit is refused with the place of its fault")
struct EditionFaultTests {
  @Test("The small edition fits as long as nobody damages it")
  func undamaged() throws {
    let data = try JSONSerialization.data(withJSONObject: smallEdition())
    #expect(try Edition.load(data).items.map(\.id) == ["4.1.1", "4.1.2", "4.2.1"])
  }

  @Test("Items that do not add up to their category")
  func category() throws {
    #expect(
      try fault(["categories", 0, "items", 1, "points"], 30)
        == EditionFault(
          place: "categories[0].points", item: "4.1", problem: .sumMismatch(stated: 60, found: 65)))
  }

  @Test("Categories that do not add up to the total")
  func total() throws {
    #expect(
      try fault(["points"], 1000)
        == EditionFault(
          place: "points", item: nil, problem: .sumMismatch(stated: 1000, found: 100)))
  }

  @Test(
    "Points that would not score exactly",
    arguments: [
      (33, EditionFault.Problem.notMultipleOfFive(33)), (0, .notPositive(0)),
      (-5, .notPositive(-5)), (5_000_000_000, .tooLarge(5_000_000_000)),
    ])
  func points(_ points: Int, _ problem: EditionFault.Problem) throws {
    #expect(
      try fault(["categories", 0, "items", 1, "points"], points)
        == EditionFault(place: "categories[0].items[1].points", item: "4.1.2", problem: problem))
  }

  @Test("A number that stands twice, in items and in the profile")
  func repeated() throws {
    #expect(
      try fault(["categories", 1, "items", 0, "id"], "4.1.1")
        == EditionFault(
          place: "categories[1].items[0].id", item: "4.1.1", problem: .repeatedNumber))
    #expect(
      try fault(["categories", 1, "id"], "4.1.2")
        == EditionFault(place: "categories[1].id", item: "4.1.2", problem: .repeatedNumber))
  }

  @Test("A kind that nobody knows")
  func kind() throws {
    #expect(
      try fault(["categories", 1, "items", 0, "kind"], "结果")
        == EditionFault(
          place: "categories[1].items[0].kind", item: "4.2.1", problem: .unknownKind("结果")))
  }

  @Test("A guide with a hole, with a cell too many, or without a dimension")
  func guide() throws {
    #expect(
      try fault(["guide", "trends", 5], nil)
        == EditionFault(
          place: "guide.trends[5]", item: nil, problem: .missingGuideCell(.trends, .from90)))
    #expect(
      try fault(["guide", "learning", 2, "zh"], "  ")
        == EditionFault(
          place: "guide.learning[2]", item: nil, problem: .missingGuideCell(.learning, .from30)))
    #expect(
      try fault(["guide", "levels"], nil)
        == EditionFault(
          place: "guide.levels[0]", item: nil, problem: .missingGuideCell(.levels, .from0)))
    let cell = ["zh": "档", "en": "band"]
    #expect(
      try fault(["guide", "approach"], Array(repeating: cell, count: 7))
        == EditionFault(
          place: "guide.approach[6]", item: nil, problem: .surplusGuideCells(.approach)))
  }

  @Test("A value that is missing or of another type, with the item it belongs to")
  func types() throws {
    #expect(
      try fault(["categories", 0, "items", 1, "points"], nil)
        == EditionFault(
          place: "categories[0].items[1].points", item: "4.1.2", problem: .missing))
    #expect(
      try fault(["categories", 0, "items", 1, "points"], "25")
        == EditionFault(
          place: "categories[0].items[1].points", item: "4.1.2", problem: .wrongType))
    #expect(
      try fault(["profile", 0, "asks"], NSNull())
        == EditionFault(place: "profile[0].asks", item: "B.1", problem: .missing))
  }

  @Test("Texts and lists that are empty")
  func empty() throws {
    #expect(
      try fault(["categories", 0, "items", 0, "name", "en"], "")
        == EditionFault(
          place: "categories[0].items[0].name", item: "4.1.1", problem: .emptyText))
    #expect(
      try fault(["categories", 0, "items", 0, "asks"], [Any]())
        == EditionFault(
          place: "categories[0].items[0].asks", item: "4.1.1", problem: .nothingListed))
    #expect(
      try fault(["categories"], [Any]())
        == EditionFault(place: "categories", item: nil, problem: .nothingListed))
    #expect(
      try fault(["id"], " ") == EditionFault(place: "id", item: nil, problem: .emptyText))
  }

  @Test("A file that is not JSON", arguments: ["", "评审", "{\"id\": "])
  func notJSON(_ text: String) {
    #expect(throws: EditionFault(place: "", item: nil, problem: .notJSON)) {
      try Edition.load(Data(text.utf8))
    }
  }
}
