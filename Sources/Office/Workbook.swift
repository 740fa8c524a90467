import Foundation
import Splitting

/// The sheets of a workbook (.xlsx), each cell as it is read on the screen.
public struct Workbook: Hashable, Sendable {
  /// A sheet.
  public struct Sheet: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its rows; a cell that is merged into another is empty.
    public var rows: [[String]]
    /// The cells that compute what they show.
    public var formulas: Set<CellPlace> = []
    /// The ranges of merged cells, such as A1:C2.
    public var merged: Set<String> = []
  }

  /// The sheets in their order.
  public var sheets: [Sheet]

  /// - Parameter limits: how much of the file is read.
  /// - Throws: `ReadingFault`.
  public init(_ bytes: Data, limits: ArchiveLimits = .document) throws(ReadingFault) {
    let package = try Package(bytes, limits: limits) {
      $0.hasPrefix("xl/") && ($0.hasSuffix(".xml") || $0.hasSuffix(".rels"))
    }
    guard let book = package.parts["xl/workbook.xml"] else { throw .damaged }
    let strings = try package.parts["xl/sharedStrings.xml"].map(Self.strings) ?? []
    var formats = try package.parts["xl/styles.xml"].map(CellFormats.init) ?? CellFormats()
    let targets = try package.parts["xl/_rels/workbook.xml.rels"].map(Self.targets) ?? [:]
    var listed: [(name: String, id: String)] = []
    let xml = try XMLPull(book)
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      if element.name == "s:sheet" {
        listed.append((element.attributes["name"] ?? "", element.attributes["r:id"] ?? ""))
      } else if element.name == "s:workbookPr" {
        formats.is1904 = ["1", "true"].contains(element.attributes["date1904"])
      }
    }
    sheets = []
    for (index, sheet) in listed.enumerated() {
      let target = targets[sheet.id] ?? "worksheets/sheet\(index + 1).xml"
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      guard let part = package.parts[path] else { continue }
      sheets.append(try SheetReader(strings: strings, formats: formats).sheet(sheet.name, part))
    }
  }

  /// The sheets as lines of tables.
  public var manuscript: Manuscript {
    var lines: [Line] = []
    for sheet in sheets where sheet.rows.contains(where: { $0.contains { !$0.isEmpty } }) {
      if sheets.count > 1 { lines.append(Line(sheet.name)) }
      let rows = sheet.rows.map { row in
        row.map { TableLayout.Cell(lines: [Line($0.replacingOccurrences(of: "\n", with: " "))]) }
      }
      lines += TableLayout(rows: rows).lines(page: nil).filter { $0.characters > 0 }
    }
    return Manuscript(lines: lines, encoding: "xlsx")
  }

  private static func targets(_ part: Data) throws(ReadingFault) -> [String: String] {
    var targets: [String: String] = [:]
    let xml = try XMLPull(part)
    while let event = try xml.next() {
      if case .start(let element) = event, element.name == "pr:Relationship",
        let id = element.attributes["Id"]
      {
        targets[id] = element.attributes["Target"]
      }
    }
    return targets
  }

  private static func strings(_ part: Data) throws(ReadingFault) -> [String] {
    var strings: [String] = []
    let xml = try XMLPull(part)
    while let event = try xml.next() {
      if case .start(let element) = event, element.name == "s:si" {
        strings.append(try SheetReader.text(xml))
      }
    }
    return strings
  }
}

/// Reads the cells of one sheet.
struct SheetReader {
  let strings: [String]
  let formats: CellFormats
  private static let mostColumns = 512
  private static let mostRows = 100_000
  private static let mostCells = 1_000_000

  init(strings: [String], formats: CellFormats) {
    (self.strings, self.formats) = (strings, formats)
  }

  func sheet(_ name: String, _ part: Data) throws(ReadingFault) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: name, rows: [])
    var count = 0
    // Rows and cells in which nothing stands need not be written, nor need they say where they are.
    var next = CellPlace(row: -1, column: 0)
    let xml = try XMLPull(part)
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      if element.name == "s:row" {
        let number = element.attributes["r"].flatMap { Int($0) }
        next = CellPlace(row: number.map { max(1, $0) - 1 } ?? next.row + 1, column: 0)
      } else if element.name == "s:mergeCell", let range = element.attributes["ref"] {
        guard sheet.merged.count < Self.mostRows else { throw .tooLarge }
        sheet.merged.insert(range)
      } else if element.name == "s:c", next.row >= 0 {
        next.column = element.attributes["r"].flatMap(CellPlace.init)?.column ?? next.column
        let place = next
        next.column += 1
        var computes = false
        let value = try value(element, xml, computes: &computes)
        guard place.column < Self.mostColumns, !value.isEmpty || computes else { continue }
        guard place.row < Self.mostRows else { throw .tooLarge }
        if computes { sheet.formulas.insert(place) }
        while sheet.rows.count <= place.row { sheet.rows.append([]) }
        while sheet.rows[place.row].count <= place.column {
          sheet.rows[place.row].append("")
          count += 1
        }
        guard count <= Self.mostCells else { throw .tooLarge }
        sheet.rows[place.row][place.column] = value
      }
    }
    while sheet.rows.last?.allSatisfy(\.isEmpty) == true { sheet.rows.removeLast() }
    return sheet
  }

  private func value(
    _ cell: XMLPull.Element, _ xml: XMLPull, computes: inout Bool
  ) throws(ReadingFault) -> String {
    var written = ""
    var inline = ""
    try xml.children { child throws(ReadingFault) in
      if child.name == "s:f" { computes = true }
      if child.name == "s:v" { written = try Self.text(xml) }
      if child.name == "s:is" { inline = try Self.text(xml) }
    }
    switch cell.attributes["t"] {
    case "s":
      guard let index = Int(written), strings.indices.contains(index) else { return "" }
      return strings[index]
    case "inlineStr": return inline
    case "str", "e", "d": return written
    case "b": return written == "1" ? "TRUE" : "FALSE"
    default:
      return formats.text(written, style: cell.attributes["s"].flatMap(Int.init))
    }
  }

  /// The text within an element, without readings for pronunciation.
  static func text(_ xml: XMLPull) throws(ReadingFault) -> String {
    var text = ""
    let outer = xml.depth - 1
    while xml.depth > outer, let event = try xml.next() {
      switch event {
      case .text(let more): text += more
      case .start(let element) where element.name == "s:rPh": try xml.skip()
      case .start, .end: break
      }
    }
    return text.trimmingCharacters(in: .newlines)
  }
}

/// How cells are shown: dates are numbers with a format.
struct CellFormats {
  var is1904 = false
  private var codes: [Int: String] = [:]
  private var styles: [Int] = []

  init() {}

  init(_ part: Data) throws(ReadingFault) {
    let xml = try XMLPull(part)
    var isInCells = false
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      switch element.name {
      case "s:numFmt":
        if let id = element.attributes["numFmtId"].flatMap(Int.init) {
          codes[id] = element.attributes["formatCode"]
        }
      case "s:cellXfs": isInCells = true
      case "s:cellStyles", "s:dxfs": isInCells = false
      case "s:xf" where isInCells:
        styles.append(element.attributes["numFmtId"].flatMap(Int.init) ?? 0)
      default: break
      }
    }
  }

  /// A number as written, or the date or share that its format makes of it.
  func text(_ written: String, style: Int?) -> String {
    guard let number = Double(written), number.isFinite else { return written }
    let format = style.flatMap { styles.indices.contains($0) ? styles[$0] : nil } ?? 0
    let code = codes[format] ?? ""
    if isDate(format, code) { return date(number) ?? written }
    if format == 9 || format == 10 || code.contains("%") {
      return Self.plain(number * 100) + "%"
    }
    return Self.plain(number, or: written)
  }

  private func isDate(_ format: Int, _ code: String) -> Bool {
    if (14...22).contains(format) || (27...36).contains(format) || (45...47).contains(format)
      || (50...58).contains(format)
    {
      return true
    }
    // Words in quotes and brackets are no parts of a date.
    var bare = ""
    var quote: Character?
    for sign in code {
      if let open = quote {
        if sign == (open == "[" ? "]" : open) { quote = nil }
      } else if sign == "\"" || sign == "[" {
        quote = sign
      } else {
        bare.append(sign)
      }
    }
    bare = bare.lowercased()
    return bare != "general" && (bare.contains("y") || bare.contains("d") || bare.contains("h:m"))
  }

  private func date(_ serial: Double) -> String? {
    guard (0..<2_958_466).contains(serial) else { return nil }
    var days = Int(serial)
    let seconds = Int(((serial - Double(days)) * 86_400).rounded())
    let time = String(format: "%02d:%02d", seconds / 3600, seconds / 60 % 60)
    if days == 0, !is1904 { return time }
    // Lotus counted a 29 February 1900, and everybody after it.
    if is1904 { days += 1462 } else if days < 60 { days += 1 }
    var calendar = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(identifier: "GMT") else { return nil }
    calendar.timeZone = zone
    let day = Date(timeIntervalSince1970: Double(days - 25_569) * 86_400)
    let parts = calendar.dateComponents([.year, .month, .day], from: day)
    let text = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    return seconds > 0 ? "\(text) \(time)" : text
  }

  /// A number in the fewest digits that are still the number.
  private static func plain(_ number: Double, or written: String? = nil) -> String {
    if let written, !written.lowercased().contains("e"), written.count <= 15 { return written }
    let rounded = String(format: "%.15g", number)
    return rounded.contains("e") ? written ?? rounded : rounded
  }
}
