import Criteria
import Testing

@testable import Splitting

/// S13: a person's corrections lie over the document; each is undone by leaving it out.
struct CorrectionTests {
  private let manuscript = Manuscript(
    text: "我公司成立于 2003 年。\n领导重视。\n战略明确。\n4.1.3 组织治理\n甲。", encoding: "UTF-8")

  private func split(_ corrections: [Correction]) -> Split {
    Splitter(.shipped).split(manuscript, corrections: corrections)
  }

  @Test("cut and assign, characters unchanged")
  func cutAndAssign() {
    let made = split([
      .cut(line: 1), .assign(line: 1, items: ["4.1.2"]), .cut(line: 2),
      .assignCategory(line: 2, category: "4.2"),
    ])
    #expect(
      made.parts.map(\.subject) == [
        .unassigned, .items(["4.1.2"]), .category("4.2"), .items(["4.1.3"]),
      ])
    #expect(made.parts.map(\.how) == [nil, .person, .person, .both])
    #expect(made.parts.reduce(0) { $0 + $1.characters } == manuscript.characters)
  }

  @Test("join and release; undone, all is as before")
  func joinAndUndo() {
    let joined = split([.join(line: 3)])
    #expect(joined.parts.count == 1 && joined.parts[0].characters == manuscript.characters)
    #expect(split([.release(line: 4)]).parts.map(\.subject) == [.unassigned, .unassigned])
    #expect(split([]) == Splitter(.shipped).split(manuscript))
  }

  @Test("what finds nothing to correct changes nothing")
  func nothing() {
    let before = split([])
    for correction: Correction in [
      .cut(line: 0), .cut(line: 99), .join(line: 0), .assign(line: 1, items: ["9.9.9"]),
      .assign(line: -1, items: ["4.1.2"]), .assignCategory(line: 0, category: "4.1.2"),
    ] {
      #expect(split([correction]) == before)
    }
  }
}
