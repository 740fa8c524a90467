import Foundation
import Testing

@testable import Splitting

/// The kept cases with their right results.
struct CaseTests {
  private static func text(_ name: String) throws -> String {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Cases"))
    return try String(contentsOf: url, encoding: .utf8)
  }

  private static let cases: [(name: String, parts: [String])] = [
    ("01-typed-4level", ["[4.1]", "4.1.2", "4.1.3", "4.1.4"]),
    ("02-toc", ["目录", "4.1.2", "4.1.3", "4.1.4"]),
    ("03-shift1", ["[4.1]", "4.1.2", "4.1.3", "4.1.4", "[4.2]", "4.2.2", "4.2.3"]),
    ("04-number-lies", ["[4.1]", "4.1.2", "4.1.3?", "4.1.4?", "[4.2]", "4.2.2", "4.2.3?"]),
    ("06-titles-only", ["[4.1]", "4.1.2", "4.1.3", "4.1.4", "[4.3]", "4.3.2"]),
    ("07-merged", ["4.4.3+4.4.4+4.4.5", "4.4.6+4.4.7", "4.7.2+4.7.3"]),
    ("09-references", ["4.2.2", "4.2.3"]),
    ("10-pdf-pages", ["4.2.2", "4.2.3"]),
    ("11-group", ["–", "4.1.2", "4.1.3", "–", "4.1.2", "–", "4.1.2"]),
    ("13-nothing", ["–"]),
  ]

  @Test("every kept case is split as is right, nothing lost", arguments: cases)
  func kept(_ name: String, _ parts: [String]) throws {
    let shown = Shown(try Self.text(name))
    #expect(shown.parts == parts)
    #expect(shown.losesNothing)
  }

  @Test("01: 总则 is the category's, 4.1.2.1 a place inside")
  func typed() throws {
    let shown = Shown(try Self.text("01-typed-4level"))
    #expect(shown.split.parts[0].characters == 21)
    #expect(shown.split.parts[1].places.map(\.text) == ["4.1.2.1 确定方向"])
    #expect(shown.body("4.1.2") == "4.1.2.1 确定方向\n七名高层每年研讨两次。")
  }

  @Test("02: the contents are what to expect")
  func contents() throws {
    #expect(Shown(try Self.text("02-toc")).split.expected == ["4.1.2", "4.1.3", "4.1.4"])
  }

  @Test("10: pages stay, what is printed around them goes")
  func pages() throws {
    let shown = Shown(try Self.text("10-pdf-pages"))
    #expect(shown.split.parts.map(\.page) == [1, 2])
    #expect(shown.body("4.2.2") == "甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲\n乙乙。")
    #expect(shown.body("4.2.3") == "丙。\n丁。")
    #expect(shown.split.running.count == 6)
  }

  @Test("11: an item once in every segment")
  func group() throws {
    let parts = Shown(try Self.text("11-group")).split.parts.filter { !$0.items.isEmpty }
    #expect(parts.map(\.segment) == ["集团总部", "集团总部", "云梦粮油有限公司", "云梦糕点有限公司"])
  }
}
