import Foundation
import Procedure
import Testing

@testable import Store

/// Nobody's bytes end the program, and none is read otherwise than Foundation reads it.
struct MutationTests {
  /// SplitMix64, so that a run can be repeated.
  struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  static let pieces =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "-", "0", "1e9", ".5", "\\u00",
      "\\ud83c",
      "\"a\":1,", "[[[[[[[[", "99999999999999999999", "\u{0}", "é", " ",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F]]

  static func mutate(_ body: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var body = body
    for _ in 0...Int.random(in: 0...2, using: &chance) {
      let at = Int.random(in: 0...body.count, using: &chance)
      let end = min(body.count, at + Int.random(in: 0...12, using: &chance))
      switch Int.random(in: 0...5, using: &chance) {
      case 0 where at < body.count: body[at] ^= 1 << UInt8.random(in: 0...7, using: &chance)
      case 1 where at < body.count: body[at] = UInt8.random(in: 0...255, using: &chance)
      case 2: body.removeSubrange(at..<end)
      case 3: body.insert(contentsOf: body[at..<end], at: at)
      case 4: body.insert(contentsOf: pieces.randomElement(using: &chance) ?? [], at: at)
      default: body.removeSubrange(end...)
      }
    }
    return body
  }

  @Test(arguments: 1...4)
  func twentyThousandMutations(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let bodies = try Bodies.all.map { Array(try Bodies.encoded($0)) }.filter { $0.count < 2_000 }
    var taken = 0
    for round in 0..<5_000 {
      let body = Data(Self.mutate(bodies[round % bodies.count], &chance))
      guard let event = try? LogDecoder.decode(Event.self, from: body) else { continue }
      taken += 1
      let theirs = try JSONDecoder().decode(Event.self, from: body)
      #expect(theirs == event)
    }
    #expect((50...4_000).contains(taken))
  }

  @Test func everyCutIsRefused() throws {
    for event in Bodies.all {
      let body = try Bodies.encoded(event)
      for count in 0..<min(body.count, 600) {
        #expect(throws: LogFormatFault.self) {
          try LogDecoder.decode(Event.self, from: body.prefix(count))
        }
      }
    }
  }

  @Test func everyAddedKeyIsNamed() throws {
    for event in Bodies.all {
      let body = String(decoding: try Bodies.encoded(event), as: UTF8.self)
      for place in body.indices where body[place] == "{" {
        let next = body[body.index(after: place)]
        let more = body.replacingCharacters(
          in: place...place, with: next == "}" ? "{\"~\":-1.5" : "{\"~\":-1.5,")
        #expect(throws: LogFormatFault.self) {
          try LogDecoder.decode(Event.self, from: Data(more.utf8))
        }
        if body.count > 2_000 { break }
      }
    }
  }
}
