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

  /// The lines of a table or picture that is wider than the room.
  private struct Wide: Hashable {
    let lines: Range<Int>
    let held: Int
    let width: Int
  }

  /// The lines from top to bottom.
  private(set) var lines: [Line] = []
  /// The blocks in their order.
  private(set) var blocks: [Placed] = []
  private var wide: [Wide] = []
  private var width = 0

  /// Nothing to be read.
  init() {}

  /// Wraps blocks to a width.
  init(_ blocks: [MaterialBlock], width: Int) {
    let width = max(1, width)
    self.width = width
    for (index, block) in blocks.enumerated() {
      let isTight = index == 0 || block.isEntry && blocks[index - 1].kind != .paragraph
      if !isTight { lines.append(Line("")) }
      let start = lines.count
      lines += wrapped(block, width: width)
      self.blocks.append(Placed(block: block, lines: start..<lines.count))
    }
  }

  private mutating func wrapped(_ block: MaterialBlock, width: Int) -> [Line] {
    switch block.kind {
    case .heading: return Line(block.text, .title).wrapped(to: width)
    case .paragraph:
      return block.text.lines.flatMap { Line(String($0)).wrapped(to: width) }
    case .table(let rows, let caption):
      let head = caption.map { Line($0, .title).wrapped(to: width) } ?? []
      let table = TableText(rows, width: width)
      if table.width > width {
        let start = lines.count + head.count
        // A first column of half the room would leave too little of the others.
        let held = table.held * 2 <= width ? table.held : 0
        wide.append(
          Wide(lines: start..<start + table.lines.count, held: held, width: table.width))
      }
      return head + table.lines
    case .picture(let rows):
      let widest = rows.map { CellWidth.of($0) }.max() ?? 0
      if widest > width {
        wide.append(
          Wide(lines: lines.count..<lines.count + rows.count, held: 0, width: widest))
      }
      return rows.map { Line($0) }
    case .entry(let sign):
      let indent = CellWidth.of(sign) + 1
      return Line(block.text).wrapped(to: max(1, width - indent)).enumerated().map {
        let lead = $0.offset == 0 ? sign + " " : String(repeating: " ", count: indent)
        return Line(lead, .accent) + $0.element
      }
    }
  }

  /// How far its widest table can be scrolled sideways; nothing where all of it is in sight.
  var mostShift: Int { max(0, (wide.map(\.width).max() ?? 0) - width) }

  /// A line with what of a wide table is in sight after it was scrolled by so many columns.
  func line(_ index: Int, shiftedBy shift: Int) -> Line {
    guard shift > 0, let table = wide.first(where: { $0.lines.contains(index) }) else {
      return lines[index]
    }
    let own = min(shift, table.width - width)
    return lines[index].fitted(toFirst: table.held) + lines[index].droppingFirst(table.held + own)
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

/// Scrolling sideways, by keys that an input method leaves alone or sends in its own width.
struct Sideways: Sendable, Hashable {
  /// The columns at the left that are out of sight.
  private(set) var shift = 0
  private static let step = 8

  /// Takes a key; false for other keys.
  mutating func handle(_ key: Key, most: Int) -> Bool {
    switch key {
    case .shiftRight, .character(">"), .character("》"), .character("〉"), .character("＞"):
      shift = min(shift + Self.step, most)
    case .shiftLeft, .character("<"), .character("《"), .character("〈"), .character("＜"):
      shift = max(0, min(shift, most) - Self.step)
    default: return false
    }
    return true
  }
}

extension Line {
  /// The line without its first columns; half a wide character is a blank.
  func droppingFirst(_ columns: Int) -> Line {
    var left = columns
    return Line(
      spans.map { span in
        var kept = ""
        for character in span.text {
          if left <= 0 {
            kept.append(character)
            continue
          }
          left -= CellWidth.of(character)
          if left < 0 { kept += String(repeating: " ", count: -left) }
        }
        return Span(kept, span.style)
      })
  }

  /// The first columns of the line and no more; half a wide character is a blank.
  func fitted(toFirst columns: Int) -> Line {
    var left = columns
    return Line(
      spans.map { span in
        var kept = ""
        for character in span.text where left > 0 {
          let width = CellWidth.of(character)
          if width <= left {
            kept.append(character)
          } else {
            kept += String(repeating: " ", count: left)
          }
          left -= width
        }
        return Span(kept, span.style)
      })
  }
}
