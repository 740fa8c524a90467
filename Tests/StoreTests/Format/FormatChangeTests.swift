import Foundation
import Procedure
import Testing

/// Every change of a type changes the text; what is no change of the format does not.
struct FormatChangeTests {
  private func text<Value: Decodable>(_ type: Value.Type, texts: [String] = []) throws -> String {
    let format = RecordedFormat(texts: texts)
    try format.add(Kinds<Value>.self) { _ in "v1" }
    return format.text
  }

  /// One kind of entry with one value.
  enum Kinds<Value: Decodable>: Decodable {
    case made(Value)
    case other
  }

  enum One: AddedDefault { static let value = 1 }
  enum Two: AddedDefault { static let value = 2 }

  // Each struct is called `Leaf` and lies in a `Root`, two lists and a dictionary deep.
  enum Base {
    struct Leaf: Codable { var (name, count): (String, Int) }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum More {
    struct Leaf: Codable { var (name, count, more): (String, Int, Bool) }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum Fewer {
    struct Leaf: Codable { var name: String }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum Renamed {
    struct Leaf: Codable { var (title, count): (String, Int) }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum RenamedKey {
    struct Leaf: Codable {
      var (name, count): (String, Int)
      enum CodingKeys: String, CodingKey {
        case name
        case count = "number"
      }
    }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum Retyped {
    struct Leaf: Codable { var (name, count): (String, Double) }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum Doubtful {
    struct Leaf: Codable {
      var name: String
      var count: Int?
    }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum Defaulted {
    struct Leaf: Codable {
      var name: String
      @Added<One> var count: Int
    }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum DefaultedOtherwise {
    struct Leaf: Codable {
      var name: String
      @Added<Two> var count: Int
    }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }
  enum NullInside {
    struct Leaf: Codable { var (name, count): (String, Int) }
    struct Root: Codable { var leaves: [[String: Leaf?]] }
  }
  enum Moved {
    struct Leaf: Codable { var (count, name): (Int, String) }
    struct Root: Codable { var leaves: [[String: Leaf]] }
  }

  /// Names of the enclosing enum are no part of the comparison.
  private func bare<Value: Decodable>(_ type: Value.Type) throws -> String {
    try text(type).replacing(/FormatChangeTests\.\w+\./, with: "")
  }

  @Test func everyChangeShows() throws {
    let texts = [
      try bare(Base.Root.self), try bare(More.Root.self), try bare(Fewer.Root.self),
      try bare(Renamed.Root.self), try bare(RenamedKey.Root.self), try bare(Retyped.Root.self),
      try bare(Doubtful.Root.self), try bare(Defaulted.Root.self),
      try bare(DefaultedOtherwise.Root.self), try bare(NullInside.Root.self),
    ]
    #expect(Set(texts).count == texts.count)
  }

  @Test func theOrderOfFieldsIsNone() throws {
    #expect(try bare(Base.Root.self) == bare(Moved.Root.self))
  }

  @Test func anAddedFieldShowsItsDefault() throws {
    #expect(try text(Defaulted.Leaf.self).contains("  count: Int = 1\n"))
    #expect(try text(Doubtful.Leaf.self).contains("  count: Int?\n"))
  }

  indirect enum Tree: Codable {
    case node(left: Tree, right: Tree)
    case leaf(Int)
  }
  enum Words: String, Codable {
    case a
    case b = "B"
  }
  struct Mixed: Codable {
    var words: [Words]
    var bytes: Data
    var group: GroupID
    var interests: [PersonID: Interest?]
    var byNumber: [Int: Set<Tree.Name>]
  }

  @Test func whatElseABodyMayHold() throws {
    let text = try text(Mixed.self, texts: ["secretariat"])
    for line in [
      "made v1\n  _0: FormatChangeTests.Mixed", "  bytes: Data\n", "GroupID = String\n",
      "  interests: [PersonID: Interest?]\n", "FormatChangeTests.Words = String: B a\n",
      "InterestGround = String: competitor", "  byNumber: [Int: Set<FormatChangeTests.Tree.Name>]",
      "FormatChangeTests.Tree\n  leaf\n    _0: Int\n  node\n    left: FormatChangeTests.Tree\n",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test func whatCannotBeMadeUpIsNamed() {
    #expect(throws: FormatFailure.self) { try text(Mixed.self) }
  }

  @Test func theTextIsAlwaysTheSame() throws {
    let first = try text(Mixed.self, texts: ["secretariat"])
    for _ in 0..<5 { #expect(try text(Mixed.self, texts: ["secretariat"]) == first) }
  }
}

extension FormatChangeTests.Tree {
  struct Name: Codable, Hashable {
    var name: String
    var tree: [FormatChangeTests.Tree]
    static func == (a: Self, b: Self) -> Bool { a.name == b.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }
}
