import Foundation
import Procedure
import Terminal

/// Blocks of a document wrapped to a width: what is painted, and which lines belong to what.
struct MaterialLayout: Sendable, Hashable {
  /// A block and its lines.
  struct Placed: Sendable, Hashable {
    let block: MaterialBlock
    let lines: Range<Int>
  }

  /// The lines from top to bottom.
  private(set) var lines: [Line] = []
  /// The blocks in their order.
  private(set) var blocks: [Placed] = []

  /// Nothing to be read.
  init() {}

  /// Wraps blocks to a width.
  init(_ blocks: [MaterialBlock], width: Int) {
    let width = max(1, width)
    for (index, block) in blocks.enumerated() {
      let isTight = index == 0 || block.isEntry && blocks[index - 1].kind != .paragraph
      if !isTight { lines.append(Line("")) }
      let start = lines.count
      lines += Self.lines(of: block, width: width)
      self.blocks.append(Placed(block: block, lines: start..<lines.count))
    }
  }

  private static func lines(of block: MaterialBlock, width: Int) -> [Line] {
    switch block.kind {
    case .heading: return Line(block.text, .title).wrapped(to: width)
    case .paragraph:
      return block.text.lines.flatMap { Line(String($0)).wrapped(to: width) }
    case .table(let rows, let caption):
      let head = caption.map { Line($0, .title).wrapped(to: width) } ?? []
      return head + TableText.lines(rows, width: width)
    case .entry(let sign):
      let indent = CellWidth.of(sign) + 1
      return Line(block.text).wrapped(to: max(1, width - indent)).enumerated().map {
        let lead = $0.offset == 0 ? sign + " " : String(repeating: " ", count: indent)
        return Line(lead, .accent) + $0.element
      }
    }
  }

  /// The block to which a line belongs, or the next one below it.
  func block(atLine line: Int) -> Int? {
    blocks.firstIndex { line < $0.lines.upperBound }
  }

  /// The blocks that can be evidence.
  var quotable: [Int] { blocks.indices.filter { blocks[$0].block.evidence != nil } }

  /// The blocks in which words occur, however they are capitalised.
  func blocks(containing words: String) -> [Int] {
    guard !words.isEmpty else { return [] }
    return blocks.indices.filter { blocks[$0].block.contains(words) }
  }
}
