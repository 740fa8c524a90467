import Foundation

/// A table as text: rows of cells as spreadsheets write them (RFC 4180), apart by `,` `;` or tabs.
///
/// Lists and calendars are read by it. Our own few lines: the package for it gives rows without the
/// line they begin on, stops at the first row whose quotes are wrong without saying where, and takes
/// a file that ends within quotes.
public struct TextTable: Sendable {
  /// One row that is not empty.
  public struct Record: Hashable, Sendable {
    /// The line it begins on, counted from 1; a cell in quotes may run over several.
    public var line: Int
    public var cells: [String]
    /// Whether quotes are left open in it, or closed before the cell ends.
    public var isBroken = false
  }

  public private(set) var records: [Record] = []
  /// Whether there are more rows than were asked for.
  public private(set) var isCut = false
  private let separator: UInt8
  private var line = 1
  private var record = Record(line: 1, cells: [])
  private var cell: [UInt8] = []
  private var place = Place.start

  private enum Place { case start, plain, quoted, behindQuotes }

  /// Splits a text, until so many rows were found.
  public init(_ text: String, limit: Int = .max - 1) {
    var bytes = Array(text.utf8)[...]
    // A byte-order mark is no part of the first cell.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    separator = Self.separator(of: bytes)
    var previous: UInt8 = 0
    for byte in bytes {
      let isSecondHalf = byte == 0x0A && previous == 0x0D
      previous = byte
      if isSecondHalf, place != .quoted { continue }
      take(byte)
      if (byte == 0x0A && !isSecondHalf) || byte == 0x0D { line += 1 }
      if record.cells.isEmpty, cell.isEmpty, place == .start { record.line = line }
      if records.count > limit {
        cut()
        return
      }
    }
    if place == .quoted { record.isBroken = true }
    endRow()
    if records.count > limit { cut() }
  }

  private mutating func cut() {
    isCut = true
    records.removeLast()
  }

  /// What stands most often outside quotes in the first row that holds any; a comma otherwise.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if counts[byte] != nil { counts[byte]? += 1 }
      if byte == 0x0A || byte == 0x0D, counts.values.contains(where: { $0 > 0 }) { break }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map {
      $0.value > 0 ? $0.key : 0x2C
    }
      ?? 0x2C
  }

  private mutating func take(_ byte: UInt8) {
    switch (place, byte) {
    case (.start, 0x22): place = .quoted
    case (.quoted, 0x22): place = .behindQuotes
    case (.quoted, _): cell.append(byte)
    case (.behindQuotes, 0x22):
      cell.append(byte)
      place = .quoted
    case (_, separator): endCell()
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
    if record.isBroken || !record.cells.allSatisfy(\.isBlank) { records.append(record) }
    record = Record(line: line, cells: [])
  }
}

extension TextTable {
  /// GB 18030, of which GBK and GB 2312 are parts: what Chinese spreadsheets write by default.
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  /// Reads bytes as UTF-16 where they show it, as UTF-8, or as GB 18030 where they are neither.
  public static func decode(_ data: Data) throws(TextFault) -> String {
    if let kind = FileKind(data) { throw .document(kind) }
    let bytes = [UInt8](data)
    if let order = wideOrder(of: bytes) {
      guard let text = String(data: data, encoding: order), !text.utf16.contains(0) else {
        throw .notText
      }
      return text.unicodeScalars.first == "\u{FEFF}"
        ? String(text.unicodeScalars.dropFirst()) : text
    }
    // Nothing with a zero byte is text, whatever the encoding would make of it.
    guard !bytes.contains(0),
      let text = String(bytes: data, encoding: .utf8) ?? String(data: data, encoding: gb18030)
    else { throw .notText }
    return text
  }

  /// The order of the bytes of UTF-16: by its mark, or by where the zero bytes of its signs stand.
  private static func wideOrder(of bytes: [UInt8]) -> String.Encoding? {
    guard bytes.count.isMultiple(of: 2), bytes.count > 2 else { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    var zeros = [0, 0]
    for (place, byte) in bytes.enumerated() where byte == 0 { zeros[place % 2] += 1 }
    if zeros[0] == 0, zeros[1] > 0 { return .utf16LittleEndian }
    return zeros[1] == 0 && zeros[0] > 0 ? .utf16BigEndian : nil
  }
}
