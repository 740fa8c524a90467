import Foundation
import Procedure
import Testing

@testable import Store

@Suite("A list of applications as a table (I3)")
struct ListImportTests {
  private static let header =
    "id,name,creditCode,district,industry,exemptSector,encouraged,staff,founded,modelSince,controlled"

  func read(_ data: Data, _ name: String = "list.csv") throws -> ImportFile {
    let folder = StoreWorld.emptyDirectory()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appendingPathComponent(name)
    try data.write(to: url)
    let file = try Importer.read(url)
    if let fault = ImportFault(together: file.faults) { throw fault }
    return file
  }

  func read(_ text: String) throws -> ImportFile { try read(Data(text.utf8)) }

  func faults(_ text: String) throws -> [ImportFault] {
    let fault = #expect(throws: ImportFault.self) { try read(text) }
    return fault?.parts ?? []
  }

  @Test("I3: every column is read, several values and full-width digits with it")
  func whole() throws {
    let file = try read(
      Self.header + "\n"
        + "HZ26-0201,杭州钱江阀门有限公司,91330108MA0000015G,滨江区,阀门,digitalEconomy,"
        + "growingSmall、品字标,２１２,2009,2021,一分厂;二分厂、三分厂\n"
        + "HZ26-0202,杭州龙井茶业有限公司,,330106,茶叶,农业,,,,,\n")
    #expect(file.people.isEmpty && file.panels.isEmpty)
    #expect(
      file.cases.map(\.application) == [
        Application(
          id: "HZ26-0201", name: "杭州钱江阀门有限公司", creditCode: "91330108MA0000015G",
          district: "330108", industry: "阀门", exemptSector: .digitalEconomy,
          encouraged: [.growingSmall, .brandMark], staff: 212, founded: 2009, modelSince: 2021,
          controlled: ["一分厂", "二分厂", "三分厂"]),
        Application(
          id: "HZ26-0202", name: "杭州龙井茶业有限公司", district: "330106", industry: "茶叶",
          exemptSector: .agriculture),
      ])
    #expect(file.cases.map(\.line) == [2, 3])
  }

  @Test("I3: columns may stand in any order, under Chinese names, with those not required left out")
  func columns() throws {
    let file = try read("区县, 组织名称 ,编号,行业,\r\n西湖区,甲公司,HZ26-0301,茶叶,\r\n")
    #expect(
      file.cases.map(\.application) == [
        Application(id: "HZ26-0301", name: "甲公司", district: "330106", industry: "茶叶")
      ])
    let all = ApplicationList.Column.allCases
    typealias Head = TableHead<ApplicationList.Column>
    for column in all {
      for title in column.titles {
        #expect(
          Head.column(title.uppercased()) == column && Head.column(" *\(title)（必填）") == column)
      }
    }
    #expect(Set(all.flatMap(\.titles)).count == all.flatMap(\.titles).count)
  }

  @Test("I3: a byte-order mark, CR LF, quotes with commas, line breaks and quotes, empty lines")
  func quotes() throws {
    let text =
      "\u{FEFF}id,name,district,industry\r\n\r\n"
      + "HZ26-1,\"甲,\"\"乙\"\"公司\",330108,\"仪器\r\n仪表\"\r\n,,,\r\n"
      + "HZ26-2,3\"管件厂,330108,\"管件\" \r\n"
    let file = try read(text)
    #expect(file.cases.map(\.application.name) == ["甲,\"乙\"公司", "3\"管件厂"])
    #expect(file.cases.map(\.application.industry) == ["仪器 仪表", "管件"])
    // The second begins behind the cell that runs over two lines and the row of empty cells.
    #expect(file.cases.map(\.line) == [3, 6])
  }

  @Test("I3: GBK and GB 18030 are understood; what is neither they nor UTF-8 is refused")
  func encodings() throws {
    let name = "杭州\u{20000}镕公司"
    let text = "编号,组织名称,区县,行业\r\nHZ26-1,\(name),滨江区,仪表\r\n"
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let data = try #require(text.data(using: encoding))
    #expect(String(bytes: data, encoding: .utf8) == nil)
    #expect(try read(data).cases.map(\.application.name) == [name])
    for bad in [Data([0x81, 0x20, 0xFF]), Data("a\0b".utf8)] {
      #expect(throws: ImportFault("", .notText)) { try read(bad) }
    }
  }

  @Test("I3: all faulty lines are named at once, each with its line and column")
  func lines() throws {
    let found = try faults(
      """
      id,name,creditCode,district,industry,staff,encouraged
      HZ26-1,甲,C1,330108,仪表,12,
      ,乙,,火星区,,许多,名牌;品字标
      HZ26-1,丙,C1,330108,仪表,-5,
      HZ26-3,丁,,330108
      HZ26-4,戊,,330108,仪表,,,,多
      HZ26-5,"己"庚,,330108,仪表,,
      HZ26-6,"辛,,330108,仪表,,
      HZ26-7,壬,,330108,仪表,,
      """)
    #expect(
      found == [
        ImportFault("line 3, id", .missing),
        ImportFault("line 3, district", .unknownValue("火星区")),
        ImportFault("line 3, industry", .missing),
        ImportFault("line 3, encouraged", .unknownValue("名牌")),
        ImportFault("line 3, staff", .unknownValue("许多")),
        ImportFault("line 4, id", .repeated),
        ImportFault("line 4, creditCode", .repeated),
        ImportFault("line 5", .cellCount(found: 4, wanted: 7)),
        ImportFault("line 6", .cellCount(found: 9, wanted: 7)),
        ImportFault("line 7", .quotes),
        ImportFault("line 8", .quotes),
      ])
    #expect(found[1].line?.number == 3 && found[1].line?.column == "district")
    #expect(found[7].line?.number == 5 && found[7].line?.column == nil)
    #expect(ImportFault("cases[3].id", .missing).line == nil)
  }

  @Test("I3: unknown, repeated and missing columns are all named; no row is looked at")
  func header() throws {
    #expect(
      try faults("编号,法人,简称,id,区县\nHZ26-1,,,,火星\n") == [
        ImportFault("line 1, 法人", .unknownColumn), ImportFault("line 1, 简称", .unknownColumn),
        ImportFault("line 1, id", .repeatedColumn),
        ImportFault("line 1, 组织名称", .missingColumn),
        ImportFault("line 1, 行业", .missingColumn),
      ])
    #expect(try faults("\n\r\n") == [ImportFault("", .missing)])
    #expect(try read("id,name,district,industry\n").cases.isEmpty)
  }

  @Test("I3: 100,000 rows are refused with the limit, without reading them all")
  func tooMany() throws {
    let row = "HZ26-1,\"甲,公司\",330108,仪表\n"
    let text = "id,name,district,industry\n" + String(repeating: row, count: 100_000)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: ImportFault("", .tooLarge(limit: Importer.mostCases))) { try read(text) }
    }
    #expect(time < .seconds(5))
    let long = String(repeating: "长", count: ApplicationList.longestCell + 1)
    #expect(
      try faults("id,name,district,industry\nHZ26-1,\(long),330108,仪表")
        .first == ImportFault("line 2, name", .tooLarge(limit: ApplicationList.longestCell)))
  }

  @Test("A3: a list comes in whole or not at all; every line that a rule refuses is named")
  func allOrNothing() throws {
    let world = try StoreWorld()
    try world.register("HZ26-0402")
    let before = try world.bytes()
    let list = try read(
      """
      编号,组织名称,区县,行业
      HZ26-0401,甲,滨江区,仪表
      HZ26-0402,乙,滨江区,仪表

      HZ26_0403,丙,滨江区,仪表
      HZ26-0404,丁,滨江区,仪表
      """)
    let expected = [
      ImportFault("line 3, 编号", .refused(Refusal(.K, .numberTaken))),
      ImportFault("line 5, 编号", .refused(Refusal(.K, .blank(.number)))),
    ]
    #expect(throws: ImportFault("", .several(expected))) {
      try world.store.importFile(list, dryRun: false, by: world.office)
    }
    #expect(try world.bytes() == before)
    var good = list
    good.cases.remove(at: 2)
    good.cases.remove(at: 1)
    let report = try world.store.importFile(good, dryRun: false, by: world.office)
    #expect(report.cases == 2)
    #expect(try world.state("HZ26-0404").stage == .registered)
    #expect(try world.store.check(by: world.office).findings == [])
  }

  @Test("A3: what is unreadable and what a rule refuses is named in one go, under the list's names")
  func together() throws {
    let world = try StoreWorld()
    try world.register("HZ26-0402")
    let before = try world.bytes()
    let folder = StoreWorld.emptyDirectory()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appendingPathComponent("list.csv")
    let text =
      "编号,组织名称,区县,行业\nHZ26-0401,甲,火星区,仪表\nHZ26-0402,乙,滨江区,仪表\nHZ26-0403,丙,滨江区,\n"
    try Data(text.utf8).write(to: url)
    let expected = [
      ImportFault("line 2, 区县", .unknownValue("火星区")),
      ImportFault("line 3, 编号", .refused(Refusal(.K, .numberTaken))),
      ImportFault("line 4, 行业", .missing),
    ]
    #expect(throws: ImportFault("", .several(expected))) {
      try world.store.importFile(try Importer.read(url), dryRun: false, by: world.office)
    }
    #expect(try world.bytes() == before)
  }

  @Test("A3: a fault in line 2 hides nothing of line 21")
  func linesApart() throws {
    let world = try StoreWorld()
    try world.register("HZ26-0520")
    var file = ImportFile(
      cases: (1...20).map { number in
        var entry = ImportedCase(
          Application(
            id: CaseID("HZ26-05\(number < 10 ? "0" : "")\(number)"), name: "甲",
            district: "330108", industry: "仪表"))
        entry.line = number + 1
        return entry
      })
    file.faults = [ImportFault("line 2, 行业", .missing)]
    let expected = [
      ImportFault("line 2, 行业", .missing),
      ImportFault("line 21, id", .refused(Refusal(.K, .numberTaken))),
    ]
    #expect(throws: ImportFault("", .several(expected))) {
      try world.store.importFile(file, dryRun: true, by: world.office)
    }
  }

  @Test("M7: a list that comes in after the call is refused line by line")
  func late() throws {
    let world = try StoreWorld()
    world.time.advance(to: Moment(day: StoreWorld.callEnd.adding(days: 1)))
    let list = try read("id,name,district,industry\nHZ26-1,甲,330108,仪表\n")
    let refusal = Refusal(.M7, .callOver(StoreWorld.callEnd))
    #expect(throws: ImportFault("line 2", .refused(refusal))) {
      try world.store.importFile(list, dryRun: false, by: world.office)
    }
  }

  @Test("I3: cells that a spreadsheet would compute are defused; the rest comes back as it was")
  func export() throws {
    let rows = [
      ["编号", "名称"], ["=1+1", "+86"], ["-5", "@SUM(A1)"], ["\t=cmd", "＝HYPERLINK()"],
      ["甲,\"乙\"", "丙\n丁"], ["", "a=b"],
    ]
    let data = TableExport.csv(rows: rows)
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = try TextTable.decode(data)
    #expect(text.hasSuffix("\r\n"))
    #expect(
      TextTable(text, limit: 10).records.map(\.cells) == [
        ["编号", "名称"], ["'=1+1", "'+86"], ["'-5", "'@SUM(A1)"], ["'\t=cmd", "'＝HYPERLINK()"],
        ["甲,\"乙\"", "丙\n丁"], ["", "a=b"],
      ])
  }
}
