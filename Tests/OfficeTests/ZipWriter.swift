import Foundation

/// A zip of stored parts, as small as one can be; only tests write archives.
struct ZipWriter {
  private var body = Data()
  private var directory = Data()
  private var count: UInt16 = 0

  /// Adds a file; a mode of 0o120777 makes it a link.
  mutating func add(_ name: [UInt8], _ contents: Data, mode: UInt32 = 0o100644, isUTF8: Bool = true)
  {
    let offset = UInt32(body.count)
    let size = UInt32(contents.count)
    let flags: UInt16 = isUTF8 ? 0x800 : 0
    var common = Data()
    for value in [20, flags, 0, 0, 0x21] as [UInt16] { common.append(value) }
    for value in [CRC.of(contents), size, size] { common.append(value) }
    common.append(UInt16(name.count))
    common.append(UInt16(0))
    body.append(UInt32(0x0403_4B50))
    body += common + name + contents
    directory.append(UInt32(0x0201_4B50))
    directory.append(UInt16(0x0314))
    directory += common
    for value in [0, 0, 0] as [UInt16] { directory.append(value) }
    directory.append(mode << 16)
    directory.append(offset)
    directory += Data(name)
    count += 1
  }

  mutating func add(_ name: String, _ text: String) { add(Array(name.utf8), Data(text.utf8)) }

  var data: Data {
    var end = Data()
    end.append(UInt32(0x0605_4B50))
    for value in [0, 0, count, count] as [UInt16] { end.append(value) }
    end.append(UInt32(directory.count))
    end.append(UInt32(body.count))
    end.append(UInt16(0))
    return body + directory + end
  }
}

extension Data {
  fileprivate mutating func append<T: FixedWidthInteger>(_ value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}

enum CRC {
  private static let table: [UInt32] = {
    var table: [UInt32] = []
    for start in 0..<256 {
      var crc = UInt32(start)
      for _ in 0..<8 {
        let half: UInt32 = crc >> 1
        crc = crc & 1 == 1 ? 0xEDB8_8320 ^ half : half
      }
      table.append(crc)
    }
    return table
  }()

  static func of(_ data: Data) -> UInt32 {
    var crc = UInt32.max
    for byte in data {
      let index = Int((crc ^ UInt32(byte)) & 0xFF)
      crc = table[index] ^ (crc >> 8)
    }
    return ~crc
  }
}

/// Documents of words and tables, written by hand.
enum Office {
  static let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  static func word(
    _ body: String, styles: String = "", numbering: String? = nil, notes: String? = nil
  ) -> Data {
    let more =
      "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "word/document.xml",
      "<w:document \(w) \(more)><w:body>\(body)<w:sectPr/></w:body></w:document>")
    zip.add("word/styles.xml", "<w:styles \(w)>\(headings)\(styles)</w:styles>")
    if let numbering {
      zip.add("word/numbering.xml", "<w:numbering \(w)>\(numbering)</w:numbering>")
    }
    if let notes { zip.add("word/footnotes.xml", "<w:footnotes \(w)>\(notes)</w:footnotes>") }
    return zip.data
  }

  private static let headings: String = {
    var styles = ""
    for level in 1...4 {
      styles += "<w:style w:type=\"paragraph\" w:styleId=\"H\(level)\">"
      styles += "<w:name w:val=\"heading \(level)\"/>"
      styles += "<w:pPr><w:outlineLvl w:val=\"\(level - 1)\"/></w:pPr></w:style>"
    }
    return styles
  }()

  static func p(_ text: String, style: String? = nil, list: (id: Int, level: Int)? = nil) -> String
  {
    var properties = ""
    if let style { properties += "<w:pStyle w:val=\"\(style)\"/>" }
    if let list {
      properties +=
        "<w:numPr><w:ilvl w:val=\"\(list.level)\"/><w:numId w:val=\"\(list.id)\"/></w:numPr>"
    }
    return
      "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  static func levels(_ forms: [(start: Int, form: String, text: String)], id: Int = 1) -> String {
    var levels = ""
    for (place, level) in forms.enumerated() {
      levels += "<w:lvl w:ilvl=\"\(place)\"><w:start w:val=\"\(level.start)\"/>"
      levels += "<w:numFmt w:val=\"\(level.form)\"/><w:lvlText w:val=\"\(level.text)\"/></w:lvl>"
    }
    return
      "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels)</w:abstractNum><w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(id)\"/></w:num>"
  }

  static func workbook(_ rows: String, strings: [String] = [], formats: String = "") -> Data {
    let shared = strings.map { "<si><t>\($0)</t></si>" }.joined()
    let s = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "xl/workbook.xml",
      "<workbook \(s)><sheets><sheet name=\"表一\" sheetId=\"1\"/></sheets></workbook>")
    zip.add(
      "xl/worksheets/sheet1.xml", "<worksheet \(s)><sheetData>\(rows)</sheetData></worksheet>")
    zip.add(
      "xl/sharedStrings.xml", "<sst \(s)>\(shared)</sst>")
    zip.add("xl/styles.xml", "<styleSheet \(s)>\(formats)</styleSheet>")
    return zip.data
  }
}
