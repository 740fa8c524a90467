import Foundation
import Procedure
import Testing

@testable import Store

/// A field that was added later is read from bodies of before and after.
struct AddedTests {
  enum One: AddedDefault { static let value = 1 }
  enum Nobody: AddedDefault { static let value: String? = nil }
  enum NoBytes: AddedDefault { static let value = Data() }
  enum NoMarks: AddedDefault { static let value: [String: Mark] = [:] }

  struct Old: Codable, Hashable { var name: String }

  struct Grown: Codable, Sendable, Hashable {
    var name: String
    @Added<One> var count: Int
    @Added<Nobody> var person: String?
    @Added<NoBytes> var bytes: Data
    @Added<NoMarks> var marks: [String: Mark]
  }

  private static let old = Data(#"{"name":"a"}"#.utf8)
  private static let before = Grown(name: "a", count: 1, person: nil, bytes: Data(), marks: [:])
  private static let after = Grown(
    name: "b", count: 7, person: "p1", bytes: Data([1, 2, 3]),
    marks: ["x": .abstained(reason: "r")])

  private func encoded(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(value)
  }

  @Test func aMissingKeyGivesTheDefault() throws {
    #expect(try LogDecoder.decode(Grown.self, from: Self.old) == Self.before)
    #expect(try JSONDecoder().decode(Grown.self, from: Self.old) == Self.before)
  }

  @Test(arguments: [before, after])
  func whatIsThereIsRead(value: Grown) throws {
    #expect(try LogDecoder.decode(Grown.self, from: encoded(value)) == value)
    #expect(try JSONDecoder().decode(Grown.self, from: encoded(value)) == value)
  }

  @Test func itIsWrittenAsTheValueAlone() throws {
    let text = String(decoding: try encoded(Self.after), as: UTF8.self)
    #expect(
      text
        == #"{"bytes":"AQID","count":7,"marks":{"x":{"abstained":{"reason":"r"}}},"name":"b","person":"p1"}"#
    )
  }

  @Test func nullIsNoDefault() throws {
    #expect(throws: LogFormatFault.missing("count")) {
      try LogDecoder.decode(Grown.self, from: Data(#"{"count":null,"name":"a"}"#.utf8))
    }
    let none = Data(#"{"name":"a","person":null}"#.utf8)
    #expect(try LogDecoder.decode(Grown.self, from: none) == Self.before)
  }

  @Test func anOlderProgramRefusesIt() throws {
    #expect(throws: LogFormatFault.unknownKey("bytes")) {
      try LogDecoder.decode(Old.self, from: encoded(Self.after))
    }
  }
}
