import Foundation
import Testing

@testable import Vault

@Suite("Rooms: sealing, padding, halves")
struct RoomKeyTests {
  private let key = RoomKey.generate()
  private let context = Data("entry 7".utf8)

  @Test("What is sealed comes back, of any length", arguments: Padding.allCases)
  func roundTrip(padding: Padding) throws {
    for count in [0, 1, 219, 220, 221, 4060, 4061, 65_500, 65_501, 200_000] {
      let body = Bytes.random(count)
      let sealed = try key.seal(body, context: context, padding: padding)
      #expect(try key.open(sealed, context: context) == body)
    }
    let slice = Data([9, 9]) + Data("评审意见".utf8)
    let sealed = try key.seal(slice.dropFirst(2), context: context, padding: padding)
    #expect(try key.open((Data([1]) + sealed).dropFirst(), context: context) == slice.dropFirst(2))
  }

  @Test(
    "A seal has one of the sizes that the padding names, plus 28 bytes",
    arguments: [
      (Padding.entry, 0, 256), (.entry, 220, 256), (.entry, 221, 1024), (.entry, 988, 1024),
      (.entry, 989, 4096), (.entry, 4061, 16_384), (.entry, 16_349, 65_536),
      (.entry, 65_501, 131_072), (.entry, 131_036, 131_072), (.entry, 131_037, 196_608),
      (.draft, 0, 4096), (.draft, 4060, 4096), (.draft, 4061, 16_384), (.draft, 16_349, 65_536),
      (.draft, 65_500, 65_536), (.draft, 65_501, 131_072), (.form, 0, 32_768),
      (.form, Padding.longestForm, 32_768), (.reading, 0, 8_192),
      (.reading, Padding.longestReading, 8_192), (.file, 0, 65_536),
      (.file, 65_500, 65_536), (.file, 65_501, 131_072),
    ])
  func sizes(padding: Padding, body: Int, size: Int) throws {
    let sealed = try key.seal(Data(count: body), context: context, padding: padding)
    #expect(sealed.count == size + 28)
  }

  @Test("B3: texts of different length in a draft give seals of equal length")
  func equalLengths() throws {
    let texts = ["", "好", String(repeating: "材料第三章与评分指南不符。", count: 100)]
    let lengths = try texts.map {
      try key.seal(Data($0.utf8), context: context, padding: .draft).count
    }
    #expect(Set(lengths).count == 1)
  }

  @Test("Two seals of the same text differ throughout")
  func salted() throws {
    let one = try key.seal(Data("85".utf8), context: context, padding: .entry)
    let other = try key.seal(Data("85".utf8), context: context, padding: .entry)
    #expect(one.prefix(12) != other.prefix(12))
    #expect(Bytes.xor(one, other).filter { $0 == 0 }.count < 30)
  }

  @Test("Inside the seal stand random bytes, the length, the body and zeros")
  func frame() throws {
    let frames = (0..<50).map { _ in Frame.make(Data("85".utf8), padding: .entry) }
    #expect(Set(frames.map { $0.prefix(32) }).count == frames.count)
    for frame in frames {
      #expect(frame.dropFirst(32) == Data([0, 0, 0, 2, 0x38, 0x35]) + Data(count: 218))
    }
  }

  @Test("A frame that is shorter than it says is damage, even from one who has the key")
  func malformedFrame() {
    for frame in [
      Data(), Data(count: 35), Data(count: 32) + Data([0, 0, 0, 1]),
      Data(count: 32) + Data([0, 0]),
      Data(count: 32) + Data([255, 255, 255, 255]) + Data(count: 220),
    ] {
      #expect(throws: VaultFault.damaged) { try Frame.body(of: frame) }
    }
  }

  @Test("A flipped bit or a cut anywhere is called damage")
  func damage() throws {
    let sealed = try key.seal(Data("评审".utf8), context: context, padding: .entry)
    for altered in Tampering.flips(of: sealed) + Tampering.cuts(of: sealed) + [sealed + Data([0])] {
      #expect(throws: VaultFault.damaged) { try key.open(altered, context: context) }
    }
  }

  @Test("Another room's key or another entry's context opens nothing")
  func swapped() throws {
    let sealed = try key.seal(Data("评审".utf8), context: context, padding: .entry)
    #expect(throws: VaultFault.damaged) { try RoomKey.generate().open(sealed, context: context) }
    #expect(throws: VaultFault.damaged) { try key.open(sealed, context: Data()) }
    #expect(throws: VaultFault.damaged) { try key.open(sealed, context: Data("entry 8".utf8)) }
  }

  @Test("A body over the limit is refused before anything is copied")
  func tooLong() {
    #expect(throws: VaultFault.tooLong(maximum: 268_435_456)) {
      try key.seal(Data(count: RoomKey.longestBody + 1), context: context, padding: .file)
    }
  }

  @Test("Both halves open in either order; one half alone does not")
  func halves() throws {
    let sealed = try key.seal(Data("评审".utf8), context: context, padding: .entry)
    let (one, other) = key.split()
    #expect(try RoomKey(joining: one, other).open(sealed, context: context) == Data("评审".utf8))
    #expect(RoomKey(joining: other, one) == key)
    for half in [one, other] {
      let alone = try RoomKey(data: half.data)
      #expect(throws: VaultFault.damaged) { try alone.open(sealed, context: context) }
    }
    let again = key.split()
    #expect(throws: VaultFault.damaged) {
      try RoomKey(joining: one, again.1).open(sealed, context: context)
    }
  }

  @Test("One half is as likely with one key as with another: it fits every key there is")
  func halvesTellNothing() throws {
    for half in [key.split().0, key.split().1] {
      let foreign = RoomKey.generate()
      let partner = try KeyHalf(data: Bytes.xor(half.data, foreign.data))
      #expect(RoomKey(joining: half, partner) == foreign)
    }
    let zero = try RoomKey(data: Data(count: 32))
    let ones = (0..<512).map { _ in
      zero.split().0.data.reduce(0) { $0 + $1.nonzeroBitCount }
    }.reduce(0, +)
    #expect(
      (64_000...67_072).contains(ones), "65,536 of 131,072 bits expected, 8 deviations allowed")
  }

  @Test("Keys and halves of another length are refused", arguments: [0, 16, 31, 33, 64])
  func lengths(count: Int) {
    #expect(throws: VaultFault.damaged) { try RoomKey(data: Data(count: count)) }
    #expect(throws: VaultFault.damaged) { try KeyHalf(data: Data(count: count)) }
  }
}
