import Foundation
import Procedure
import Testing

@testable import Store

/// What stands in a list: columns, codes, facts.
extension ListImportTests {
  @Test("I3: spare columns are passed over and named; a workbook is told what to do")
  func spare() throws {
    let world = try StoreWorld()
    let list = try read("序号;编号;组织名称;区县;行业;联系人\r\n1;HZ26-9;甲;滨江区;仪表;某人\r\n")
    #expect(list.cases.map(\.application.name) == ["甲"])
    let report = try world.store.importFile(list, dryRun: true, by: world.office)
    #expect(report.remarks == [ImportRemark(place: .file, kind: .spareColumns(["序号", "联系人"]))])
    let book = Data([0x50, 0x4B, 0x03, 0x04] + Array("xl/workbook.xml".utf8))
    for name in ["list.xlsx", "list.csv", "list.json"] {
      #expect(throws: ImportFault("", .document(.workbook))) { try read(book, name) }
    }
  }

  @Test(
    "K: codes are made plain; doubtful ones and those of the year are named, rounded ones refused")
  func codes() throws {
    let world = try StoreWorld()
    var known = Application(
      id: "HZ26-0700", name: "甲", creditCode: "91330108MA0000015G", district: "330108",
      industry: "仪表")
    try world.store.perform(.dossier(known.id, .register(known)), by: world.office)
    let head = "编号,组织名称,统一社会信用代码,区县,行业\n"
    let list = try read(
      head + "HZ26-0701,乙,９１３３０１０８ｍａ000001-5G,滨江区,仪表\nHZ26-0702,丙,91330106MA0000008Q,滨江区,仪表\n")
    #expect(
      list.cases.map(\.application.creditCode) == ["91330108MA0000015G", "91330106MA0000008Q"])
    let report = try world.store.importFile(list, dryRun: false, by: world.office)
    #expect(
      report.remarks == [
        ImportRemark(
          place: .line(2, column: "统一社会信用代码"), kind: .knownCode("91330108MA0000015G", "HZ26-0700")),
        ImportRemark(
          place: .line(3, column: "统一社会信用代码"), kind: .doubtfulCode("91330106MA0000008Q", .check)),
      ])
    #expect(
      try faults(head + "HZ26-0703,丁,9.133E+17,滨江区,仪表\n") == [
        ImportFault("line 2, 统一社会信用代码", .rounded("9.133E+17"))
      ])
    known.creditCode = " 91330106ma0000007q"
    let json = try JSONEncoder().encode(ImportFile(cases: [ImportedCase(known)]))
    #expect(
      try read(json, "list.json").cases.map(\.application.creditCode) == ["91330106MA0000007Q"])
  }

  @Test("K: impossible facts of a list are refused at their cells, by the rules that forms go by")
  func impossible() throws {
    let world = try StoreWorld()
    let list = try read(
      "编号,组织名称,区县,行业,人数,成立年份\nHZ26-1,甲,滨江区,仪表,-5,2009\nHZ26-2,乙\u{1B}[0m,滨江区,仪表,5,2009\n"
        + "HZ26-3,丙,滨江区,仪表,5,3000\n")
    let fault = #expect(throws: ImportFault.self) {
      try world.store.importFile(list, dryRun: true, by: world.office)
    }
    #expect(
      fault?.parts.map { "\($0.place)" } == ["line 2, 人数", "line 3, 组织名称", "line 4, 成立年份"])
  }

  @Test("numbers of a list are read as in every field: with their unit behind, in both widths")
  func units() throws {
    let list = try read(
      "编号,组织名称,区县,行业,人数,成立年份,导入年份\nHZ26-1,甲,滨江区,仪表,４１２人,2009年,2021\n")
    let application = try #require(list.cases.first?.application)
    #expect(
      (application.staff, application.founded, application.modelSince) == (412, 2009, 2021))
  }

  @Test("M3: a text with Windows line ends, or a Mac's of old, has the parts that it has")
  func materialLines() {
    for end in ["\n", "\r\n", "\r"] {
      let text = MaterialText(
        ["# 4.1.2 领导", "正文。", "", "# 4.2.2 战略", "规划。"].joined(separator: end))
      #expect(text.parts.map(\.id) == ["4.1.2", "4.2.2"] && text.parts[0].body == "正文。")
    }
  }
}
