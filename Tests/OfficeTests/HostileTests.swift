import Criteria
import Foundation
import Splitting
import Testing

@testable import Office

/// Files made to do harm, and files that were damaged: a sentence, never a crash.
struct HostileTests {
  private func fault(_ data: Data, named name: String = "a.docx") -> ReadingFault? {
    do throws(ReadingFault) {
      _ = try DocumentReading(in: .here).manuscript(of: data, named: name)
      return nil
    } catch {
      return error
    }
  }

  @Test("S14: kinds that have no text say what to do")
  func kinds() {
    #expect(fault(Data()) == .empty)
    #expect(fault(Data([0xFF, 0xD8, 0xFF, 0xE0, 0])) == .picture)
    #expect(fault(Data("Rar!\u{1A}".utf8)) == .archive)
    #expect(fault(Data([1, 2, 3, 0, 5]), named: "a.xyz") == .unknownKind("xyz"))
    var zip = ZipWriter()
    zip.add("a.txt", "甲")
    #expect(fault(zip.data) == .archive)
    var locked = Data([0xD0, 0xCF, 0x11, 0xE0])
    for unit in "EncryptedPackage".utf16 { locked += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(fault(locked) == .password)
  }

  @Test("entities are not expanded, whatever they lead to")
  func entities() {
    for declared in [
      "<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">", "<!ENTITY b SYSTEM \"file:///etc/passwd\">",
      "<!ENTITY % b SYSTEM \"http://127.0.0.1/x\"> %b;",
    ] {
      var zip = ZipWriter()
      zip.add(
        "word/document.xml",
        "<!DOCTYPE d [\(declared)]><w:document \(Office.w)><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
      )
      let found = fault(zip.data)
      #expect(found == .hostile || found == .damaged)
    }
  }

  @Test("names lead nowhere: no root, no way up, no drive; links are passed over")
  func names() throws {
    var zip = ZipWriter()
    for name in ["../../etc/甲.txt", "/etc/乙.txt", "C:\\丙\\丁.txt", "a/./b//戊.txt", "..", "\u{1}己"] {
      zip.add(name, "x")
    }
    zip.add(Array("link".utf8), Data("/etc/passwd".utf8), mode: 0o120777)
    // 附件.txt in GBK, as Windows writes it.
    zip.add([0xB8, 0xBD, 0xBC, 0xFE, 0x2E, 0x74, 0x78, 0x74], Data("y".utf8), isUTF8: false)
    let archive = try Archive(zip.data, limits: .folder)
    var paths: [String] = []
    while let entry = try archive.next() { paths.append(entry.path.joined(separator: "|")) }
    #expect(paths == ["etc|甲.txt", "etc|乙.txt", "丙|丁.txt", "a|b|戊.txt", "己", "附件.txt"])
  }

  @Test("bombs of entries, size and ratio end early")
  func bombs() throws {
    var many = ZipWriter()
    for index in 0..<20 { many.add("\(index)", "x") }
    let limits = ArchiveLimits(entries: 10, entrySize: 1000, totalSize: 2000, ratio: 1)
    let archive = try Archive(many.data, limits: limits)
    #expect(throws: ReadingFault.tooLarge) { while try archive.next() != nil {} }
    var big = ZipWriter()
    big.add("a", String(repeating: "x", count: 1001))
    let other = try Archive(big.data, limits: limits)
    _ = try other.next()
    #expect(throws: ReadingFault.tooLarge) { try other.contents() }
  }

  @Test("a document nested beyond reason is damaged, not the end of the stack")
  func depth() {
    let deep = 100_000
    let body =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: deep)
      + String(repeating: "</w:tc></w:tr></w:tbl>", count: deep)
    #expect(fault(Office.word(body)) == .damaged)
  }

  @Test("files changed at random are read or refused, never more")
  func mutations() throws {
    let isFull = ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full"
    let count = isFull ? 20_000 : 600
    var body = ""
    for index in 0..<30 {
      body += Office.p("4.1.\(index % 4) 组织治理", style: "H3", list: (1, index % 3))
    }
    body += "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>\(Office.p("甲"))</w:tc>"
    body += "<w:tc>\(Office.p("乙"))</w:tc></w:tr></w:tbl>"
    let numbering = Office.levels([(1, "decimal", "%1"), (1, "decimal", "%1.%2")])
    let cells =
      "<row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45658</v></c></row>"
    let text = "4.1.2 高层领导的作用\n甲。\n4.1.3 组织治理\r\n乙。\u{0C}第 3 页"
    let seeds: [Data] = [
      Office.word(body, numbering: numbering), Office.workbook(cells, strings: ["甲"]),
      Data(text.utf8),
    ]
    var state: UInt64 = 2026
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, count)
    }
    var read = 0
    let splitter = Splitter(.shipped)
    for trial in 0..<count {
      var data = seeds[trial % seeds.count]
      for _ in 0...next(6) {
        switch next(4) {
        case 0: data[next(data.count)] = UInt8(next(256))
        case 1: data.removeSubrange(next(data.count)..<data.count)
        case 2:
          let start = next(data.count)
          data.insert(
            contentsOf: data[start..<min(data.count, start + next(200))], at: next(data.count))
        default: data[next(data.count)] ^= UInt8(1 << next(8))
        }
        data = Data(data)
        if data.isEmpty { data = Data([0]) }
      }
      do throws(ReadingFault) {
        let manuscript = try DocumentReading(in: .here).manuscript(of: data, named: "a")
        let split = splitter.split(manuscript)
        #expect(
          split.parts.reduce(0) { $0 + $1.characters } + split.droppedCharacters
            == manuscript.characters)
        read += 1
      } catch {
        // A sentence is what is wanted.
      }
    }
    #expect(read > count / 20)
  }
}
