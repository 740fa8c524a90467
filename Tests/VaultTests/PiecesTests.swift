import Foundation
import Testing

@testable import Vault

@Suite("Files sealed in pieces")
struct PiecesTests {
  private let key = FileKey.generate()
  private let context = Data("case/HZ26-0031/material".utf8)
  private static let size = 64

  private func seal(_ body: Data, context: Data? = nil) throws -> [Data] {
    var sealer = Pieces.Sealer(key, context: context ?? self.context, size: Self.size)
    var starts = Array(stride(from: 0, to: body.count, by: Self.size))
    if starts.isEmpty { starts = [0] }
    return try starts.map { start in
      let piece = body[start..<min(start + Self.size, body.count)]
      return try sealer.seal(piece, isLast: start == starts.last)
    }
  }

  private func open(
    _ pieces: [Data], key: FileKey? = nil, context: Data? = nil, size: Int = size
  ) throws -> Data {
    var opener = Pieces.Opener(key ?? self.key, context: context ?? self.context, size: size)
    var body = Data()
    for (number, piece) in pieces.enumerated() {
      body += try opener.open(piece, isLast: number == pieces.count - 1)
    }
    return body
  }

  @Test(
    "what is sealed comes back, empty and at the edge of a piece too",
    arguments: [0, 1, 63, 64, 65, 127, 128, 129, 640])
  func roundTrip(count: Int) throws {
    let body = Bytes.random(count)
    let pieces = try seal(body)
    #expect(pieces.count == max(1, (count + 63) / 64))
    #expect(pieces.map(\.count).reduce(0, +) == Pieces.sealedSize(of: count, size: Self.size))
    #expect(try open(pieces) == body)
  }

  @Test("a piece that is altered, left out, doubled, moved or of another file does not open")
  func strangers() throws {
    let body = Bytes.random(300)
    let pieces = try seal(body)
    let other = try seal(body, context: Data("case/HZ26-0032/material".utf8))
    var wrong: [[Data]] = [
      Array(pieces.dropLast()), Array(pieces.dropFirst()), pieces + [pieces[0]],
      pieces + [pieces[4]], [pieces[1], pieces[0]] + pieces[2...], [pieces[0]] + pieces[2...],
      [other[0]] + pieces[1...], [],
    ]
    for place in pieces.indices {
      for byte in [0, pieces[place].count / 2, pieces[place].count - 1] {
        var altered = pieces
        altered[place][altered[place].startIndex + byte] ^= 1
        wrong.append(altered)
      }
      var cut = pieces
      cut[place] = cut[place].dropLast()
      wrong.append(cut)
    }
    for pieces in wrong where !pieces.isEmpty {
      #expect(throws: VaultFault.damaged) { try open(pieces) }
    }
  }

  @Test("another key, context or size of pieces opens nothing")
  func bound() throws {
    let pieces = try seal(Bytes.random(40))
    #expect(throws: VaultFault.damaged) { try open(pieces, key: .generate()) }
    #expect(throws: VaultFault.damaged) { try open(pieces, context: Data("other".utf8)) }
    #expect(throws: VaultFault.damaged) { try open(pieces, size: 128) }
    var opener = Pieces.Opener(key, context: context, size: Self.size)
    #expect(throws: VaultFault.damaged) { try opener.open(Data(count: 3), isLast: true) }
  }

  @Test("the last mark is sealed: an end cannot be shortened to where a full piece ends")
  func lastMark() throws {
    let pieces = try seal(Bytes.random(128))
    #expect(throws: VaultFault.damaged) { try open([pieces[0]]) }
    var opener = Pieces.Opener(key, context: context, size: Self.size)
    _ = try opener.open(pieces[0], isLast: false)
    #expect(throws: VaultFault.damaged) { try opener.open(pieces[1], isLast: false) }
  }

  @Test("nothing is sealed behind the end, and no piece but the last is short")
  func order() throws {
    var sealer = Pieces.Sealer(key, context: context, size: Self.size)
    #expect(throws: VaultFault.damaged) { try sealer.seal(Data(count: 63), isLast: false) }
    _ = try sealer.seal(Data(count: 64), isLast: false)
    #expect(throws: VaultFault.damaged) { try sealer.seal(Data(), isLast: true) }
    _ = try sealer.seal(Data(count: 1), isLast: true)
    #expect(throws: VaultFault.damaged) { try sealer.seal(Data(count: 1), isLast: true) }
  }

  @Test("one key seals no two pieces under one nonce")
  func nonces() throws {
    let pieces = try seal(Data(count: 256))
    #expect(Set(pieces).count == pieces.count)
  }

  @Test("a file's key comes back from its 32 bytes and shows nothing of itself")
  func keys() throws {
    #expect(try FileKey(data: key.data) == key)
    #expect(throws: VaultFault.damaged) { try FileKey(data: Data(count: 31)) }
    #expect("\(key)" == "FileKey(secret)")
  }
}
