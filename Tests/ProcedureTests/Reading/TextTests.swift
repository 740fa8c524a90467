import Foundation
import Procedure
import Testing

@Suite("Text as it comes: line ends, encodings, tables")
struct TextTests {
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  @Test(
    "a line ends in one of many ways, and each is one end",
    arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}"])
  func lineEnds(_ end: String) {
    #expect("甲\(end)\(end)乙".lines == ["甲", "", "乙"])
    #expect("甲\(end)乙".onOneLine == "甲 乙")
    #expect("".lines == [""])
  }

  @Test("a table is read in UTF-8, UTF-16 in either order and GB 18030, with a mark or without")
  func encodings() throws {
    let text = "编号,组织名称\r\nHZ26-1,杭州镕公司\r\n"
    let encodings: [(String.Encoding, [UInt8])] = [
      (.utf8, []), (.utf8, [0xEF, 0xBB, 0xBF]), (Self.gb18030, []),
      (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16LittleEndian, []),
      (.utf16BigEndian, [0xFE, 0xFF]), (.utf16BigEndian, []),
    ]
    for (encoding, mark) in encodings {
      let data = Data(mark) + (try #require(text.data(using: encoding)))
      let table = TextTable(try TextTable.decode(data))
      #expect(
        table.records.map(\.cells) == [["编号", "组织名称"], ["HZ26-1", "杭州镕公司"]],
        "\(encoding) \(mark)")
    }
  }

  @Test("a document of another program is known by how it begins, whatever its name")
  func documents() {
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    let files: [(FileKind, [UInt8])] = [
      (.workbook, zip + Array("[Content_Types].xml…xl/workbook.xml".utf8)),
      (.document, zip + Array("word/document.xml".utf8)), (.archive, zip + Array("a.csv".utf8)),
      (.olderOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]),
      (.pdf, Array("%PDF-1.7".utf8)),
    ]
    for (kind, bytes) in files {
      #expect(throws: TextFault.document(kind)) { try TextTable.decode(Data(bytes)) }
      #expect(throws: TextFault.document(kind)) { try String(plain: Data(bytes)) }
    }
    for bytes: [UInt8] in [[0x81, 0x20, 0xFF], Array("a\0b".utf8), [0, 0, 0, 0]] {
      #expect(throws: TextFault.notText) { try TextTable.decode(Data(bytes)) }
    }
  }

  @Test("a text in UTF-8 is read without the mark that editors put before it")
  func mark() throws {
    #expect(try String(plain: Data([0xEF, 0xBB, 0xBF] + Array("# 4.1".utf8))) == "# 4.1")
    #expect(throws: TextFault.notText) { try String(plain: Data([0xD6, 0xD0])) }
  }

  @Test("cells stand apart by what the first row uses", arguments: [",", ";", "\t"])
  func separators(_ sign: String) {
    let rows = [["编号", "名称", "类别"], ["1", "甲\(sign)\"乙\"", "a,b;c"], ["2", "两\n行", ""]]
    let text = rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: sign)
    }.joined(separator: "\r\n")
    let table = TextTable(text)
    #expect(table.records.map(\.cells) == rows)
    #expect(table.records.map(\.line) == [1, 2, 3])
  }
}
