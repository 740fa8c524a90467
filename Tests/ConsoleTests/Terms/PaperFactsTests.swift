import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("What papers say")
struct PaperFactsTests {
  private static let day = TermsWorld.today

  private static func dossier(_ number: Int, _ events: [Event]) throws -> CaseState {
    var dossier = try #require(
      CaseState(
        .caseRegistered(application: TermsWorld.application(number), year: 2026),
        at: DossierWorld.now))
    for event in events { dossier.apply(event, by: DossierWorld.office, at: DossierWorld.now) }
    return dossier
  }

  private static func onNotice(_ number: String) -> Event {
    .noticePublished(
      notice: PublicNotice(
        kind: .proposal, number: number, published: day, last: Day("2026-09-21")!,
        provisional: false, days: 7))
  }

  private static func facts(_ order: PaperOrder, _ dossiers: [CaseState]) -> PaperFacts {
    PaperFacts(order: order, dossiers: dossiers, cycle: DossierWorld.cycle(), now: DossierWorld.now)
  }

  @Test("P2: a notice lists those that stand under its number")
  func notice() throws {
    let dossiers = [
      try Self.dossier(11, [Self.onNotice("3号")]), try Self.dossier(12, [Self.onNotice("4号")]),
    ]
    let order = PaperOrder(.noticeProposal, of: dossiers.map(\.id), number: "3号")
    let content = try Self.facts(order, dossiers).content()
    #expect(content.rows.map(\.number) == ["HZ26-0011"])
    #expect(content.last == Day("2026-09-21") && content.days == 7)
    #expect(content.head.signer == "杭州市市场监督管理局")
    #expect(content.rows.allSatisfy { $0.total == nil })
  }

  @Test("a notice under whose number nobody stands is not written")
  func nobody() throws {
    let dossiers = [try Self.dossier(11, [Self.onNotice("3号")])]
    let order = PaperOrder(.noticeProposal, of: dossiers.map(\.id), number: "5号")
    #expect(throws: PaperFault.nobody) { try Self.facts(order, dossiers).content() }
  }

  @Test("R9: the letter goes to applicant and recommender, with the line and the reason")
  func letter() throws {
    let dossier = try Self.dossier(
      12,
      [
        .officeNoted(about: .entry, text: "行业代表性不足"),
        .entryDecided(meeting: "l1", enters: false),
        .letterSent(
          letter: LetterRecord(kind: .notEntered, number: "函7号", sent: Day("2026-09-09")!)),
      ])
    let content = try Self.facts(PaperOrder(.letterNotEntered, of: [dossier.id]), [dossier])
      .content()
    #expect(content.recipient == "第12组织")
    #expect(content.recommender == "滨江区市场监督管理局")
    #expect(content.reason == "行业代表性不足")
    #expect(content.number == "函7号" && content.date == Day("2026-09-09"))
    #expect(content.line == Parameters.hangzhou.materialLine)
  }

  @Test("P3: the answer to an objection goes to who objected")
  func objection() throws {
    var objection = Objection(objector: "某单位", facts: "事实", reasons: "理由", evidence: "材料")
    objection.answer = "查无此事"
    let dossier = try Self.dossier(
      12,
      [
        Self.onNotice("3号"),
        .objectionReceived(
          on: Self.day, due: Term(last: Self.day, provisional: false)),
        .objectionRecorded(objection: "o1", content: objection),
        .objectionAnswered(objection: "o1", on: Self.day, isUpheld: false),
      ])
    let order = PaperOrder(.letterObjection, of: [dossier.id], objection: "o1")
    let content = try Self.facts(order, [dossier]).content()
    #expect(content.recipient == "某单位" && content.answer == "查无此事")
  }

  @Test("a paper's endings are ours: typed ones are not doubled")
  func endings() {
    #expect(PaperFile(typed: "/tmp/a.txt").name == "/tmp/a")
    #expect(PaperFile(typed: "/tmp/a.HTML").name == "/tmp/a")
    #expect(PaperFile(typed: "/tmp/a.docx").path(.txt) == "/tmp/a.txt")
  }

  @Test("~ is the person's own home; what begins nowhere begins where the program was started")
  func paths() throws {
    let folders = Folders(home: "/home/zhao", current: "/work")
    let typed = [
      (" /tmp/a.txt ", "/tmp/a.txt"), ("~", "/home/zhao"), ("~/a b", "/home/zhao/a b"),
      ("a/b", "/work/a/b"), ("~a", "/work/~a"),
    ]
    for (text, path) in typed { #expect(try folders.path(text) == path) }
    #expect(try Folders(environment: ["HOME": "/home/qian"]).path("~/a") == "/home/qian/a")
  }

  @Test("what a form proposes is written into the home that was given, and no other")
  func proposedPath() throws {
    let rig = try Rig(.listed)
    try rig.signIn("chenmi")
    rig.go(.board, nil)
    rig.press(.right, .right, .function(7), .function(5))
    #expect(rig.text.contains("名单-2026.xlsx"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: rig.home.path) == ["名单-2026.xlsx"])
  }

  @Test("a file is written whole; one that is there is seen before")
  func writes() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-paper-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let folders = Folders(home: folder.path, current: folder.path)
    #expect(try !folders.holds("~/公示.txt"))
    try folders.write(Data("文".utf8), to: "~/公示.txt", replaces: false)
    #expect(try folders.holds("~/公示.txt"))
    let path = folder.path + "/公示.txt"
    #expect(throws: Folders.Fault.exists(path)) {
      try folders.write(Data("二".utf8), to: "公示.txt", replaces: false)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "文")
    #expect(throws: Folders.Fault.refused(folder.path + "/没有/公示.txt")) {
      try folders.write(Data(), to: "没有/公示.txt", replaces: true)
    }
  }
}
