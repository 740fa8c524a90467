import Criteria
import Foundation
import Splitting
import Testing

@testable import Office

/// The same self-evaluation in every form: the same items with the same characters.
struct SameTests {
  /// What a part is, without the page, which not every form knows.
  private struct Known: Equatable {
    var items: [ItemID]
    var category: ItemID?
    var characters: Int
  }

  /// Headings with their ranks, and paragraphs, 60,000 characters.
  private static let paragraphs: [(rank: Int?, text: String)] = {
    var all: [(rank: Int?, text: String)] = []
    for (chapter, category) in Edition.shipped.categories.enumerated() {
      all.append((2, category.name.zh))
      all.append((3, "总则"))
      all.append((nil, "本章说明\(category.name.zh)的做法。"))
      for item in category.items {
        all.append((3, item.name.zh))
        for (number, ask) in item.asks.enumerated() {
          all.append((4, ask.zh))
          for line in 0..<12 {
            let words =
              "公司在\(ask.zh)方面形成第\(number + 1)套做法，\(2022 + line % 4)年覆盖\(chapter * 7 + line)个部门，详见4.2.2所述的安排；"
            all.append((nil, String(repeating: words, count: 2) + "按期评价。"))
          }
        }
      }
    }
    return all
  }()

  /// The numbers that are typed before headings.
  private static let typed: String = {
    var counts = [0, 0, 0, 0]
    var lines: [String] = []
    for (rank, text) in paragraphs {
      guard let rank else {
        lines.append(text)
        continue
      }
      counts[rank - 1] += 1
      for lower in rank..<4 { counts[lower] = 0 }
      let number = counts[1..<rank].map { "\($0)" }.joined(separator: ".")
      lines.append("4.\(number) \(text)")
    }
    return lines.joined(separator: "\n")
  }()

  private func known(_ data: Data, named name: String) throws -> [Known] {
    let manuscript = try DocumentReading(in: .here).manuscript(of: data, named: name)
    return Splitter(.shipped).split(manuscript).parts.map {
      Known(items: $0.items, category: $0.category, characters: $0.characters)
    }
  }

  @Test("UTF-8, GB18030, UTF-16, CRLF, CR, typed and automatic numbers of Word")
  func same() throws {
    let text = Self.typed
    #expect(text.count > 60_000)
    let wanted = try known(Data(text.utf8), named: "a.txt")
    #expect(wanted.flatMap(\.items) == Edition.shipped.items.map(\.id))
    #expect(wanted.compactMap(\.category) == Edition.shipped.categories.map(\.id))
    #expect(try known(Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), named: "a.txt") == wanted)
    for end in ["\r\n", "\r"] {
      #expect(try known(Data(text.replacing("\n", with: end).utf8), named: "a.txt") == wanted)
    }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try known(Data(wide), named: "a.txt") == wanted)
    #expect(try known(try iconv(text), named: "a.txt") == wanted)
    let words = text.split(separator: "\n").map { Office.p(String($0)) }.joined()
    #expect(try known(Office.word(words), named: "a.docx") == wanted)
    var automatic = ""
    for (rank, text) in Self.paragraphs {
      let list = rank.map { (id: 1, level: $0 - 1) }
      automatic += Office.p(text, style: rank.map { "H\($0)" }, list: list)
    }
    let numbering = Office.levels([
      (4, "decimal", "%1"), (1, "decimal", "%1.%2"), (1, "decimal", "%1.%2.%3"),
      (1, "decimal", "%1.%2.%3.%4"),
    ])
    #expect(try known(Office.word(automatic, numbering: numbering), named: "a.docx") == wanted)
  }

  @Test("a PDF with headers and page numbers", .enabled(if: Helper.pdftotext.isThere))
  func pdf() throws {
    let lines = Self.typed.split(separator: "\n").map(String.init)
    let wanted = try known(Data(Self.typed.utf8), named: "a.txt")
    let pages = stride(from: 0, to: lines.count, by: 40).map { start in
      ["云梦公司 自我评价报告"] + lines[start..<min(start + 40, lines.count)] + ["— \(start / 40 + 1) —"]
    }
    #expect(try known(PDFWriter.pdf(pages), named: "a.pdf") == wanted)
    #expect(throws: ReadingFault.noTextLayer) {
      try known(PDFWriter.pdf([[], []]), named: "b.pdf")
    }
    #expect(throws: ReadingFault.damaged) { try known(Data("%PDF-1.4".utf8), named: "c.pdf") }
  }

  private func iconv(_ text: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", "GB18030"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let writer = Thread {
      try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    return try output.fileHandleForReading.readToEnd() ?? Data()
  }
}
