import Foundation
import Testing

@testable import Office

@Suite("Pictures in characters")
struct GlimpseTests {
  /// 64 by 64 points, a bright square at the upper left and one at the lower right.
  private static let squares = Data(
    base64Encoded: """
      iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAAAAACPAi4CAAAALUlEQVR42u3QoREAAAgDse6/NHhMPZcfIOIzpbQAAAAAAAC8\
      AzwCAAAAAABwWtue+GoEzABcAAAAAElFTkSuQmCC
      """)!

  @Test(
    "chafa draws them, in braille and within the room (left out where it is not installed)",
    .enabled(if: Helper.chafa.isThere))
  func drawn() throws {
    let lines = try Glimpse.lines(of: Self.squares, columns: 20, rows: 10)
    #expect(lines.count <= 10 && lines.allSatisfy { $0.count <= 20 })
    // What is dark is drawn.
    #expect(lines.first?.last == "⣿" && lines.last?.first == "⣿", "\(lines)")
    #expect(lines.first?.first == "\u{2800}" && lines.last?.last == "\u{2800}", "\(lines)")
    #expect(lines.allSatisfy { $0.allSatisfy { ("\u{2800}"..."\u{28FF}").contains($0) } })
  }

  @Test(
    "a picture that is cut off or made up is a sentence, and takes no time",
    .enabled(if: Helper.chafa.isThere))
  func hostile() {
    for bytes in [Self.squares.prefix(40), Self.squares.prefix(8) + Data(count: 1 << 20)] {
      #expect(throws: ReadingFault.self) {
        try Glimpse.lines(of: Data(bytes), columns: 40, rows: 40)
      }
    }
  }

  @Test(
    "without chafa it is named as missing, with its package", .enabled(if: !Helper.chafa.isThere))
  func missing() {
    #expect(throws: ReadingFault.missing(.chafa)) {
      try Glimpse.lines(of: Self.squares, columns: 20, rows: 10)
    }
    #expect(Helper.chafa.package == "chafa")
  }

  @Test("what is no picture is never given to it")
  func others() {
    #expect(throws: ReadingFault.unknownKind("")) {
      try Glimpse.lines(of: Data("<svg/>".utf8), columns: 20, rows: 10)
    }
  }
}
