import Foundation
import Procedure
import Testing

/// Names of rooms, groups and readers.
@Suite("Room names")
struct RoomNameTests {
  static let rooms: [(RoomID, String)] = [
    (.material("HZ26-0001"), "material/HZ26-0001"),
    (.draft("HZ26-0001", "p3"), "draft/HZ26-0001/p3"),
    (.sheet("HZ26-0001", "p3", revision: 2), "sheet/HZ26-0001/p3/2"),
    (.consensus("HZ26-0001"), "consensus/HZ26-0001"),
    (.onSite("HZ26-0001"), "onsite/HZ26-0001"),
    (.result(year: 2026), "result/2026"),
    (.office("HZ26-0001"), "office/HZ26-0001"),
    (.supervision, "supervision"), (.bureau, "bureau"),
  ]

  static let readers: [(Reader, String)] = [
    (.person("p3"), "person/p3"),
    (.recovery, "recovery"),
    (.group(.secretariat), "group/secretariat"),
    (.group(.supervision), "group/supervision"), (.group(.bureau), "group/bureau"),
    (.group(.district("330106")), "group/district/330106"),
    (.group(.results(year: 2026)), "group/results/2026"),
  ]

  @Test("a room's name reads back as the room", arguments: rooms)
  func room(_ room: RoomID, _ name: String) throws {
    #expect(room.rawValue == name)
    #expect(RoomID(rawValue: name) == room)
    #expect(try coded(room) == room)
  }

  @Test("a reader's name reads back as the reader", arguments: readers)
  func reader(_ reader: Reader, _ name: String) throws {
    #expect(reader.rawValue == name)
    #expect(Reader(rawValue: name) == reader)
    #expect(try coded(reader) == reader)
    if case .group(let group) = reader {
      #expect(GroupID(rawValue: group.rawValue) == group)
      #expect(try coded(group) == group)
    }
  }

  @Test(
    "any other name is none",
    arguments: [
      "", "material", "material/a/b", "draft/a", "sheet/a/b", "sheet/a/b/x", "result/", "onSite/a",
      "result/x", "consensus", "room/a",
    ])
  func unknownRoom(_ name: String) { #expect(RoomID(rawValue: name) == nil) }

  @Test(
    "any other reader is none",
    arguments: ["", "person", "group/", "group/results/x", "group/district", "Recovery"])
  func unknownReader(_ name: String) { #expect(Reader(rawValue: name) == nil) }

  private func coded<T: Codable>(_ value: T) throws -> T {
    try JSONDecoder().decode(T.self, from: JSONEncoder().encode(value))
  }
}
