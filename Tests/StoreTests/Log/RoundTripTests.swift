import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// What was written is read again, whatever a body holds.
struct RoundTripTests {
  @Test func aBodyOfEveryKindIsThere() {
    let missing = Set(EventKind.allCases).subtracting(Bodies.all.map(\.kind))
    #expect(missing.isEmpty)
  }

  @Test(arguments: Bodies.all)
  func everyEvent(event: Event) throws {
    let body = try Bodies.encoded(event)
    #expect(try LogDecoder.decode(Event.self, from: body) == event)
  }

  struct Shapes: Codable, Hashable {
    var interests: [PersonID: Interest?] = ["p1": nil, "p2": Interest(ground: .kinship)]
    var twice: Int?? = 5
    var byNumber: [Int: String] = [-1: "a", 20: "b", 3: "c"]
    var byText = ["": 1, "é": 2, "e\u{301}f": 3, "a\"\\b": 4]
    var bytes: [String: Data] = ["k": Data([0, 255, 7]), "leer": Data()]
    var nested: [[Data?]] = [[], [nil, Data([1])]]
    var marks: [Mark] = [.percentage(Percentage.all[3]), .abstained(reason: "")]
    var moment = Moment(seconds: 1_700_000_000)
    var range = 1...7
    var set: Set<Int8> = [-128, 127]
    var wide = UInt64.max
    var least = Int64.min
    var doubles = [0.1, -1e300, 5, 1e-7]
    var floats: [Float] = [1.5, .leastNonzeroMagnitude]
    var truth = [true, false]
  }

  @Test func everyShape() throws {
    let body = try Bodies.encoded(Shapes())
    #expect(try LogDecoder.decode(Shapes.self, from: body) == Shapes())
  }

  @Test(arguments: ["\"\"", "5", "null", "[]", "[1,2,3]", " [ 1 ,\n2 ]"])
  func whatIsNoObject(text: String) throws {
    let ours = try LogDecoder.decode([Int]?.self, fromValid: text)
    #expect(ours == (try? JSONDecoder().decode([Int]?.self, from: Data(text.utf8))))
  }

  @Test(arguments: [
    (#""\u0041\u00e9\u4e2d\ud83c\udfed""#, "Aé中🏭"),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0000x""#, "\u{0}x"), (#""中🏭""#, "中🏭"),
  ])
  func escapes(text: String, value: String) throws {
    #expect(try LogDecoder.decode(String.self, from: Data(text.utf8)) == value)
  }

  @Test func keysAreFoundInAnyOrderAndSpelling() throws {
    let text = #"{"itemSettled":{"reas\u006fn":"r","percentage":60,"item":"4.1"}}"#
    let event = try LogDecoder.decode(Event.self, from: Data(text.utf8))
    #expect(event == .itemSettled(item: "4.1", percentage: Percentage.all[12], reason: "r"))
  }

  class Base: Codable {
    var a = 1
  }

  final class Derived: Base {
    var b = 2
    enum CodingKeys: CodingKey { case b }
    override init() { super.init() }
    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      b = try container.decode(Int.self, forKey: .b)
      try super.init(from: container.superDecoder())
    }
    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(b, forKey: .b)
      try super.encode(to: container.superEncoder())
    }
  }

  @Test func aClassAndItsBase() throws {
    let derived = Derived()
    (derived.a, derived.b) = (7, 8)
    let read = try LogDecoder.decode(Derived.self, from: Bodies.encoded(derived))
    #expect(read.a == 7 && read.b == 8)
  }
}

extension LogDecoder {
  /// What stands in a text, nil where it does not fit.
  static func decode<Value: Decodable>(_ type: Value?.Type, fromValid text: String) throws -> Value?
  {
    do { return try decode(type, from: Data(text.utf8)) } catch { return nil }
  }
}
