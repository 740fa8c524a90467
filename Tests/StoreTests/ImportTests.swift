import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

/// A file with everything in it.
private enum Sample {
  static let people = """
    "people": [
      {"id": "p31", "name": "褚九", "roles": ["expert"], "expertise": ["机械"]},
      {"id": "p32", "name": "卫十", "roles": ["expert"], "employer": "杭州大学"},
      {"id": "p33", "name": "蒋十一", "roles": ["expert"]},
      {"id": "p34", "name": "沈区", "roles": ["districtOfficer"], "district": "330106"}
    ],
    "panels": [
      {"id": "m9", "name": "第九组", "stage": "material", "leader": "p31", "deputy": "p32",
       "members": ["p31", "p32", "p33"]}
    ]
    """
  static let cases = """
    "cases": [
      {"id": "HZ26-0101", "name": "杭州钱江阀门有限公司", "district": "330108", "industry": "阀门",
       "encouraged": ["growingSmall"], "staff": 212,
       "form": {"kind": "enterprise", "address": "滨江区", "legalRepresentative": "周江",
         "qualityOfficer": "郑质", "contact": "0571", "industryCode": "C3443",
         "modelSince": "2021-03",
         "years": [{"year": 2023, "rank": 3}, {"year": 2024}, {"year": 2025}],
         "declarations": {"truthful": true, "lawful": true, "credit": true, "inFront": true,
           "inspections": true, "noAccident": true, "noComplaint": true, "notListed": true,
           "noViolation": true}},
       "copies": {"applicationForm": {"electronic": 1, "paper": 3}},
       "documents": [
         {"kind": "profile", "title": "组织概述", "text": "# B.1.1 环境\\n一家阀门厂。"},
         {"kind": "selfEvaluation", "title": "自评", "file": "文/自评.txt"},
         {"kind": "workSummary", "title": "工作总结", "text": "二〇二一年导入。"},
         {"kind": "evidence", "title": "证实性材料", "text": "任命文件。"}],
       "submitted": true},
      {"id": "HZ26-0102", "name": "杭州龙井茶业有限公司", "district": "330106", "industry": "茶叶"}
    ]
    """
  static let whole = "{\(people), \(cases)}"
}

@Suite("Importing people, panels and cases")
struct ImportTests {
  /// Writes a file with its text beside it, and reads it.
  private func read(_ json: String) throws -> ImportFile {
    let folder = StoreWorld.emptyDirectory()
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = folder.appendingPathComponent("文")
    try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
    try Data("# 4.1.2 领导\n正文。".utf8).write(to: texts.appendingPathComponent("自评.txt"))
    try Data([0xD6, 0xD0, 0xCE, 0xC4]).write(to: texts.appendingPathComponent("国标码.txt"))
    let url = folder.appendingPathComponent("import.json")
    try Data(json.utf8).write(to: url)
    let file = try Importer.read(url)
    if let fault = ImportFault(together: file.faults) { throw fault }
    return file
  }

  @Test("a doubtful credit code of a controlled organisation is remarked on at its place")
  func controlledCodes() throws {
    let world = try StoreWorld()
    let controlled = """
      "controlled": [{"name": "甲厂", "creditCode": "91330108MA00000158"}, {"name": "乙厂"}],
      """
    let file = try read(
      Sample.whole.replacing(
        "\"form\": {\"kind\"", with: "\"form\": {\(controlled) \"kind\""))
    let report = try world.store.importFile(file, dryRun: true, by: world.office)
    #expect(
      report.remarks == [
        ImportRemark(
          place: Place.file["cases"][0]["form"]["controlled"][0]["creditCode"],
          kind: .doubtfulCode("91330108MA00000158", .check))
      ])
  }

  @Test("I3: a whole file comes in at once: invitations, sealed texts, what is complete handed in")
  func whole() throws {
    let world = try StoreWorld()
    let report = try world.store.importFile(read(Sample.whole), dryRun: false, by: world.office)
    #expect((report.people, report.panels, report.cases) == (4, 1, 2))
    #expect(report.invitations.map(\.person) == ["p31", "p32", "p33", "p34"])
    let state = try world.state("HZ26-0101")
    #expect(state.stage == .districtCheck && state.panel == nil)
    #expect(state.admission.submitted == StoreWorld.start.day)
    #expect(state.application.staff == 212)
    #expect(state.admission.form?.modelSince == YearMonth("2021-03"))
    #expect(state.admission.form?.years.first?.rank == 3)
    #expect(state.admission.copies == [.applicationForm: CopyCount(electronic: 1, paper: 3)])
    #expect(state.documents.map(\.kind) == [.profile, .selfEvaluation, .workSummary, .evidence])
    #expect(try world.state("HZ26-0102").stage == .registered)
    let text = try world.store.text(of: state.documents[1], in: "HZ26-0101", by: world.office)
    #expect(text == "# 4.1.2 领导\n正文。")
    let session = try world.store.join(
      "p32", invitation: report.invitations[1].code, passphrase: "demo")
    #expect(session.person == "p32")
    #expect(try world.store.cycle().people["p32"]?.employer == "杭州大学")
    #expect(try world.store.check(by: world.office).findings == [])
  }

  @Test("A3: a dry run says the same and leaves nothing, in the log and on the disk")
  func dryRun() throws {
    let world = try StoreWorld()
    let before = try world.bytes()
    let report = try world.store.importFile(read(Sample.whole), dryRun: true, by: world.office)
    #expect(report.cases == 2 && report.invitations.isEmpty)
    #expect(try world.bytes() == before)
    #expect(throws: StoreFault.unknownCase("HZ26-0101")) { try world.state("HZ26-0101") }
  }

  @Test("A3: all that is wrong with a JSON file is named at once, the form's fields with it")
  func several() throws {
    let json = """
      {"people": [{"id": "p51", "name": 3, "roles": ["expert", "boss"]}, {"name": "乙", "roles": []}],
       "cases": [{"id": "HZ26-1", "name": "甲", "district": "330108", "industry": "仪表",
         "staff": "many", "form": {"adress": "x", "contact": 5, "size": "huge",
         "years": [{"year": 2023}, {"year": "x"}]}}, 7]}
      """
    let fault = #expect(throws: ImportFault.self) { try read(json) }
    #expect(
      Set(fault?.parts ?? []) == [
        ImportFault("people[0].name", .json(.wanted(.text, found: "3"))),
        ImportFault("people[0].roles[1]", .unknownValue("boss")),
        ImportFault("people[1].id", .missing),
        ImportFault("cases[0].staff", .json(.wanted(.wholeNumber, found: "many"))),
        ImportFault("cases[0].form.adress", .unknownKey),
        ImportFault("cases[0].form.contact", .json(.wanted(.text, found: "5"))),
        ImportFault("cases[0].form.size", .unknownValue("huge")),
        ImportFault("cases[0].form.years[1].year", .json(.wanted(.wholeNumber, found: "x"))),
        ImportFault("cases[1]", .json(.wanted(.object, found: "7"))),
      ])
  }

  @Test("A3: an import that a rule refuses names the place and leaves nothing")
  func refused() throws {
    let world = try StoreWorld()
    try world.register("HZ26-0102")
    let before = try world.bytes()
    let file = try read(Sample.whole)
    #expect(throws: ImportFault("cases[1].id", .refused(Refusal(.K, .numberTaken)))) {
      try world.store.importFile(file, dryRun: false, by: world.office)
    }
    #expect(try world.bytes() == before)
    let stranger = #expect(throws: ImportFault.self) {
      try world.store.importFile(file, dryRun: false, by: world["p11"])
    }
    #expect(
      stranger?.parts.first
        == ImportFault("people[0]", .refused(Refusal(.R1, .needsRole(.secretariat)))))
    var odd = file
    odd.cases = []
    odd.panels[0].panel.members = ["p31", "p32", "p99"]
    #expect(throws: ImportFault("panels[0].members", .refused(Refusal(.R1, .unknownPerson("p99")))))
    {
      try world.store.importFile(odd, dryRun: false, by: world.office)
    }
    #expect(try world.bytes() == before)
  }

  @Test(
    "I3: what is wrong in a file is named with its place",
    arguments: [
      ("{", "[", ImportFault("", .json(.broken(line: 1, column: 10)))),
      ("\"people\":", "\"person\":", ImportFault("person", .unknownKey)),
      ("\"roles\": [\"expert\"], \"emp", "\"emp", ImportFault("people[1].roles", .missing)),
      (
        "\"district\": \"330106\"}\n", "\"distict\": \"\"}",
        ImportFault("people[3].distict", .unknownKey)
      ),
      ("HZ26-0102", "HZ26-0101", ImportFault("cases[1].id", .repeated)),
      ("\"staff\"", "\"stage\"", ImportFault("cases[0].stage", .unknownKey)),
      ("\"submitted\": true", "\"panel\": \"m9\"", ImportFault("cases[0].panel", .unknownKey)),
      ("文/自", "../自", ImportFault("cases[0].documents[1].file", .outside("../自评.txt"))),
      ("文/自评", "没有", ImportFault("cases[0].documents[1].file", .unreadable("没有.txt"))),
      ("文/自评", "文/国标码", ImportFault("cases[0].documents[1].file", .notText)),
      ("\"file\"", "\"text\": \"\", \"file\"", ImportFault("cases[0].documents[1]", .textOrFile)),
      ("\"selfEvaluation\"", "\"profile\"", ImportFault("cases[0].documents[1].kind", .repeated)),
    ])
  func faults(_ part: String, _ wrong: String, _ expected: ImportFault) throws {
    #expect(throws: Never.self) { try read(Sample.whole) }
    let range = try #require(Sample.whole.range(of: part))
    let json = Sample.whole.replacingCharacters(in: range, with: wrong)
    #expect(throws: expected) { try read(json) }
  }

  @Test("I3: a value of another kind is named with its place")
  func malformed() throws {
    let json = Sample.whole.replacingOccurrences(of: "212", with: "\"多\"")
    let fault = #expect(throws: ImportFault.self) { try read(json) }
    #expect(fault?.place == Place(written: "cases[0].staff"))
    #expect(fault?.reason == .json(.wanted(.wholeNumber, found: "多")))
  }

  @Test("M1: what is handed in incomplete is refused with its place; nothing comes in")
  func incomplete() throws {
    let world = try StoreWorld()
    let before = try world.bytes()
    let short = Sample.whole.replacingOccurrences(of: "\"legalRepresentative\": \"周江\",", with: "")
    let refusal = Refusal(.M1, .material(.formIncomplete([.legalRepresentative])))
    #expect(throws: ImportFault("cases[0].submitted", .refused(refusal))) {
      try world.store.importFile(read(short), dryRun: false, by: world.office)
    }
    #expect(try world.bytes() == before)
  }

  @Test("A3: a refused document leaves no file behind (M7)")
  func refusedDocument() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toReview(id)
    let before = try world.bytes()
    #expect(throws: Refusal(.M7, .frozen)) {
      try world.store.attach("迟到", as: .evidence, titled: "补充", to: id, by: world.office)
    }
    #expect(throws: Refusal.self) {
      try world.store.perform(.askOpening, in: id, by: world.leader)
    }
    #expect(try world.bytes() == before)
  }
}
