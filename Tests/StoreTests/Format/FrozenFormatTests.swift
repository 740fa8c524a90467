import Foundation
import Testing

@Suite("P6: the log's form is frozen as version 1 and only grows")
struct FrozenFormatTests {
  private static func text(_ name: String) throws -> String {
    try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: name),
      encoding: .utf8)
  }

  @Test("nothing of version 1 is gone, and what changed since has a higher version of its kind")
  func grows() throws {
    let frozen = FrozenFormat(try Self.text("log-format-v1.txt"))
    #expect(frozen.violations(by: FrozenFormat(try Self.text("log-format.txt"))) == [])
  }

  private static let before = """
    made v1 dossier clear
      leaf: [String: Leaf]
      word: Word?

    other v2 cycle office
      text: String

    Leaf
      name: String

    Word = String: a b
    """

  @Test(
    "a removal, a rename, another type, room or word, and growth without a higher version are named",
    arguments: [
      (
        "  name: String", "  title: String",
        ["Leaf: «  name: String» is gone", "made: changed, and still version 1"]
      ),
      (
        "  name: String", "  name: Int",
        ["Leaf: «  name: String» is gone", "made: changed, and still version 1"]
      ),
      ("  name: String", "  name: String\n  more: Int = 1", ["made: changed, and still version 1"]),
      ("String: a b", "String: a b c", ["made: changed, and still version 1"]),
      (
        "String: a b", "String: a",
        ["Word: the word b is gone", "made: changed, and still version 1"]
      ),
      ("  text: String", "  text: String\n  more: Int?", ["other: changed, and still version 2"]),
      (
        "other v2 cycle office", "other v2 cycle clear",
        [
          "other: «other cycle clear», before «other cycle office»",
          "other: changed, and still version 2",
        ]
      ),
      ("other v2", "other v1", ["other: version 1 after 2"]),
      ("other v2 cycle office\n  text: String\n\n", "", ["other is gone"]),
    ])
  func named(what: String, by: String, violations: [String]) {
    let later = Self.before.replacing(what, with: by)
    #expect(later != Self.before)
    #expect(
      FrozenFormat(Self.before).violations(by: FrozenFormat(later)).sorted() == violations.sorted())
  }

  @Test("growth with a higher version, and new kinds, are none")
  func allowed() {
    let later =
      Self.before.replacing("made v1", with: "made v2")
      .replacing("  name: String", with: "  name: String\n  more: Int = 1")
      + "\n\nnew v1 cycle clear\n"
    #expect(FrozenFormat(Self.before).violations(by: FrozenFormat(later)) == [])
  }
}
