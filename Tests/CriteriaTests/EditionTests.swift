import Criteria
import Foundation
import Testing

@Suite("The 2012 edition")
struct EditionTests {
  let edition = Edition.shipped

  @Test("17 process items make 600 and 6 result items 400")
  func addsUp() {
    #expect(edition.id == "gbt19580-2012")
    #expect(edition.items.count == 23)
    let process = edition.items.filter { $0.kind == .process }
    let result = edition.items.filter { $0.kind == .result }
    #expect(process.count == 17)
    #expect(process.reduce(0) { $0 + $1.points } == 600)
    #expect(result.count == 6)
    #expect(result.reduce(0) { $0 + $1.points } == 400)
    #expect(edition.totalPoints == 1000)
    #expect(edition.categories.map(\.points) == [110, 90, 90, 130, 100, 80, 400])
    #expect(edition.items.map(\.id) == edition.items.map(\.id).sorted())
  }

  @Test("Items carry their points after GB/Z 19579 annex A")
  func points() {
    let expected: [ItemID: Int] = [
      "4.1.2": 50, "4.1.3": 30, "4.1.4": 30, "4.2.2": 40, "4.2.3": 50, "4.3.2": 40, "4.3.3": 50,
      "4.4.2": 60, "4.4.3": 15, "4.4.4": 20, "4.4.5": 15, "4.4.6": 10, "4.4.7": 10, "4.5.2": 50,
      "4.5.3": 50, "4.6.2": 40, "4.6.3": 40, "4.7.2": 80, "4.7.3": 80, "4.7.4": 80, "4.7.5": 60,
      "4.7.6": 50, "4.7.7": 50,
    ]
    #expect(
      Dictionary(uniqueKeysWithValues: edition.items.map { ($0.id, $0.points) }) == expected)
  }

  @Test("An item is found by its number, with its category")
  func lookup() throws {
    let item = try #require(edition.item("4.4.3"))
    #expect(item.name == Bilingual(zh: "财务资源", en: "Financial resources"))
    #expect(edition.category(of: "4.4.3")?.id == "4.4")
    #expect(edition.category(of: "4.4.3")?.name.zh == "资源")
    #expect(edition.index(of: "4.1.2") == 0)
    #expect(edition.index(of: "4.7.7") == 22)
    #expect(edition.item("4.8.1") == nil)
    #expect(edition.category(of: "4.4") == nil)
  }

  @Test("The guide has a text for every dimension and band, each of them different")
  func guide() {
    var texts: Set<String> = []
    for kind in ItemKind.allCases {
      for band in Band.allCases {
        let cells = edition.guide.cells(kind, band)
        #expect(cells.map(\.dimension) == kind.dimensions)
        for cell in cells {
          #expect(cell.dimension.kind == kind)
          texts.insert(cell.text.zh)
        }
      }
    }
    #expect(texts.count == 48)
    #expect(edition.guide.text(.approach, .from50).zh == "总体要求有有效、成体系的做法")
    #expect(edition.guide.text(.levels, .from0).zh == "没给结果或结果差")
  }

  @Test("In files, bands by dimension are an object whose keys are the dimensions' names")
  func dimensionKeys() throws {
    let bands: [Criteria.Dimension: Band] = [.resultsIntegration: .from50]
    let data = try JSONEncoder().encode(bands)
    #expect(String(decoding: data, as: UTF8.self) == #"{"resultsIntegration":3}"#)
    #expect(try JSONDecoder().decode([Criteria.Dimension: Band].self, from: data) == bands)
  }

  @Test("The profile list has the five topics of annex B")
  func profile() {
    #expect(edition.profile.map(\.id) == ["B.1.1", "B.1.2", "B.2.1", "B.2.2", "B.2.3"])
    #expect(edition.profile.map(\.name.zh) == ["环境", "关系", "竞争环境", "战略挑战和优势", "绩效改进系统"])
  }

  @Test("A step of 5 is worth exactly a twentieth of the item's points")
  func steps() throws {
    let five = try #require(Percentage(5))
    #expect(edition.item("4.4.3")?.score(five) == Points(hundredths: 75))
    #expect(edition.item("4.1.2")?.score(five) == Points(hundredths: 250))
    for item in edition.items {
      for percentage in Percentage.all {
        let exact = Fraction(item.points * percentage.value, 100)
        #expect(Fraction(item.score(percentage)) == exact)
        #expect(item.score(percentage).hundredths.isMultiple(of: 25))
      }
    }
  }

  /// The marks that give each gate, and a quarter point less: all items at one percentage, then
  /// some items so many steps away.
  static let gates: [(total: String, base: Int, steps: [ItemID: Int])] = [
    ("549.75", 55, ["4.4.3": -1, "4.4.6": 1]),
    ("550.00", 55, [:]),
    ("599.75", 60, ["4.4.3": -1, "4.4.6": 1]),
    ("600.00", 60, [:]),
    ("609.75", 60, ["4.7.2": 2, "4.3.2": 1, "4.4.3": -1, "4.4.6": 1]),
    ("610.00", 60, ["4.7.2": 2, "4.3.2": 1]),
    ("619.75", 60, ["4.7.2": 5, "4.4.3": -1, "4.4.6": 1]),
    ("620.00", 60, ["4.7.2": 5]),
  ]

  @Test("R7, S6: the gates and what lies a quarter point below are reached exactly and in order")
  func gates() throws {
    var totals: [Points] = []
    for gate in Self.gates {
      let base = try #require(Percentage(gate.base))
      var marks: [ItemID: Percentage] = [:]
      for item in edition.items { marks[item.id] = base.stepped(by: gate.steps[item.id] ?? 0) }
      let total = try #require(Scorecard(marks, edition: edition).total)
      #expect(total.fixed == gate.total)
      totals.append(total)
    }
    #expect(totals == totals.sorted())
    #expect(totals[0] < Points(whole: 550))
    #expect(totals[1] >= Points(whole: 550))
    #expect(totals[4] < Points(whole: 610))
    #expect(totals[6] < Points(whole: 620))
  }

  @Test("A card with an item left out has sums but no total")
  func incomplete() throws {
    var marks: [ItemID: Percentage] = [:]
    for item in edition.items { marks[item.id] = Percentage(60) }
    marks["4.7.7"] = nil
    marks["9.9.9"] = Percentage(100)
    let card = Scorecard(marks, edition: edition)
    #expect(card.total == nil)
    #expect(card.scored == Points(whole: 570))
    #expect(card.possible == 950)
    #expect(card.missing == ["4.7.7"])
    #expect(card.points(of: "4.7.7") == nil)
    #expect(card.points(of: "4.4.3") == Points(whole: 9))
    let results = try #require(card.categories.last)
    #expect(results.isComplete == false)
    #expect(results.scored == Points(whole: 210))
    #expect(results.possible == 350)
    #expect(card.categories.first?.isComplete == true)
    #expect(Scorecard([:], edition: edition).total == nil)
  }
}
