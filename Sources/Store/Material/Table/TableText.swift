import Foundation

/// A table as text: rows of cells apart by commas, as spreadsheets write them (RFC 4180).
///
/// Our own few lines: the package for it gives rows without the line they begin on, stops at the
/// first row whose quotes are wrong without saying where, and takes a file that ends within quotes.
struct TableText {
  /// One row that is not empty.
  struct Record: Hashable {
    /// The line it begins on, counted from 1; a cell in quotes may run over several.
    var line: Int
    var cells: [String]
    /// Whether quotes are left open in it, or closed before the cell ends.
    var isBroken = false
  }

  private(set) var records: [Record] = []
  /// Whether there are more rows than were asked for.
  private(set) var isCut = false
  private var line = 1
  private var record = Record(line: 1, cells: [])
  private var cell: [UInt8] = []
  private var place = Place.start

  private enum Place { case start, plain, quoted, behindQuotes }

  /// Splits a text, until so many rows were found.
  init(_ text: String, limit: Int) {
    var bytes = Array(text.utf8)[...]
    // A byte-order mark is no part of the first cell.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var previous: UInt8 = 0
    for byte in bytes {
      let isSecondHalf = byte == 0x0A && previous == 0x0D
      previous = byte
      if isSecondHalf, place != .quoted { continue }
      take(byte)
      if (byte == 0x0A && !isSecondHalf) || byte == 0x0D { line += 1 }
      if record.cells.isEmpty, cell.isEmpty, place == .start { record.line = line }
      if records.count > limit {
        isCut = true
        records.removeLast()
        return
      }
    }
    if place == .quoted { record.isBroken = true }
    endRow()
    if records.count > limit {
      isCut = true
      records.removeLast()
    }
  }

  private mutating func take(_ byte: UInt8) {
    switch (place, byte) {
    case (.start, 0x22): place = .quoted
    case (.quoted, 0x22): place = .behindQuotes
    case (.quoted, _): cell.append(byte)
    case (.behindQuotes, 0x22):
      cell.append(byte)
      place = .quoted
    case (_, 0x2C): endCell()
    case (_, 0x0A), (_, 0x0D): endRow()
    case (.behindQuotes, 0x20): break
    case (.behindQuotes, _): record.isBroken = true
    default:
      cell.append(byte)
      place = .plain
    }
  }

  private mutating func endCell() {
    record.cells.append(String(decoding: cell, as: UTF8.self))
    cell = []
    place = .start
  }

  private mutating func endRow() {
    endCell()
    if record.isBroken || !record.cells.allSatisfy(\.isEmptyCell) { records.append(record) }
    record = Record(line: line, cells: [])
  }
}

extension String {
  /// Whether nothing but white space stands in a cell.
  fileprivate var isEmptyCell: Bool { allSatisfy(\.isWhitespace) }
}

extension TableText {
  /// GB 18030, of which GBK and GB 2312 are parts: what Chinese spreadsheets write by default.
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  /// Reads bytes as UTF-8, or as GB 18030 where they are none; nil where they are neither.
  static func decode(_ data: Data) -> String? {
    // Nothing with a zero byte is text, whatever the encoding would make of it.
    guard !data.contains(0) else { return nil }
    return String(bytes: data, encoding: .utf8) ?? String(data: data, encoding: gb18030)
  }
}
