import Criteria
import Demo
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

/// What the history says, in the field's words alone (V5).
@Suite("The words of the history")
struct HistoryWordsTests {
  @Test(
    "V5: no entry of a whole year shows a field, kind or room by its name in the program",
    arguments: ["chenmi", "hejian", "zhaoyi", "zhengqi"] as [PersonID])
  func noInnerNames(_ person: PersonID) throws {
    let rig = try Rig(.listed)
    let store = rig.backstage.store
    let session = try store.signIn(person, passphrase: Demo.passphrase)
    let context = Context(
      language: .chinese, now: Rig.now, person: person, cycle: try store.cycle(),
      size: Size(width: 120, height: 36))
    var left: Set<String> = []
    for row in try store.history(HistoryQuery(), before: nil, limit: 20_000, by: session) {
      if let room = row.room, Self.isInner(context.say(.History.scope(room, context))) {
        left.insert(room)
      }
      for line in EntryFields.lines(of: row, width: 200, context) {
        // What an entry is called is nothing to read: its beginning is enough.
        if line.text.contains(/[0-9a-f]{64}/) { left.insert(line.text) }
        let label = line.text.drop { $0 == " " }.prefix { $0 != " " }
        if Self.isInner(label), line.text.contains("\(label)  ") { left.insert(String(label)) }
        for word in line.text.split(separator: " ") where Self.isCamel(word) {
          left.insert(String(word))
        }
      }
    }
    // What people are called at login is theirs.
    #expect(left.filter { context.cycle.people[PersonID($0)] == nil } == [])
  }

  @Test("V5: what an entry names by another is a number that people know, else its beginning")
  func numbersForNames() {
    let name = String(repeating: "ab", count: 32)
    let answered = Event.inquiryAnswered(inquiry: InquiryID(name), on: Day("2026-09-01")!)
    func fields(_ event: Event, ordinal: Int?) -> [String] {
      EntryFields.lines(
        of: HistoryScreenTests.row(1, act: .event(event), ordinal: ordinal), width: 60,
        HistoryScreenTests.context()
      ).map(\.text)
    }
    #expect(fields(answered, ordinal: 2) == ["征询  2", "日期  2026-09-01"])
    #expect(fields(answered, ordinal: nil) == ["征询  abababababab", "日期  2026-09-01"])
    let finding = CheckFinding(
      outcome: .met, method: .documents, evidence: "已查", place: "", asked: "")
    #expect(
      fields(.checkTicked(check: CheckID("\(name).3"), finding: finding), ordinal: nil).first
        == "检查项  abababababab.3")
  }

  private static func isInner(_ text: some StringProtocol) -> Bool {
    text.count > 1 && text.allSatisfy { $0.isASCII && $0.isLetter || $0 == "_" || $0 == "/" }
  }

  private static func isCamel(_ word: some StringProtocol) -> Bool {
    isInner(word) && word.count < 24 && word.first?.isLowercase == true
  }

  @Test("V5: the sentence has words where the log has numbers of its own")
  func wordsForNumbers() throws {
    var cycle = DossierWorld.cycle()
    let held = Meeting(
      id: "d2", kind: .directors, day: Day("2026-09-01")!, present: ["p1"])
    cycle.apply(.meetingHeld(meeting: held))
    var context = HistoryScreenTests.context()
    context.cycle = cycle
    func sentence(_ event: Event, ordinal: Int? = nil) -> String {
      context.say(
        Phrase.History.sentence(
          of: HistoryScreenTests.row(
            1, kind: event.kind.rawValue, act: .event(event), ordinal: ordinal), context))
    }
    var objection = Objection(objector: "周某", facts: "数据不实", reasons: "r", evidence: "e")
    #expect(
      sentence(.objectionRecorded(objection: "o1", content: objection))
        == "异议内容：周某：数据不实")
    objection.answer = "查无此事"
    #expect(
      sentence(.objectionRecorded(objection: "o1", content: objection))
        == "异议答复：周某：查无此事")
    #expect(
      sentence(.objectionAnswered(objection: "o1", on: Day("2026-09-01")!, isUpheld: false))
        == "答复异议：不成立")
    var inquiry = Inquiry(department: "市税务局", question: "请核实")
    #expect(
      sentence(.inquiryRecorded(inquiry: "i3", content: inquiry)) == "征询内容：市税务局：请核实")
    inquiry.answer = "无异议"
    #expect(
      sentence(.inquiryRecorded(inquiry: "i3", content: inquiry)) == "部门答复：市税务局：无异议")
    #expect(
      sentence(.inquirySent(purpose: .qualification, on: Day("2026-09-01")!))
        .hasPrefix("向部门征询："))
    #expect(
      sentence(.approvalDecided(meeting: "d2", isApproved: true)).contains("2026-09-01"))
    #expect(
      sentence(.approvalDecided(meeting: "l3", isApproved: true)) == "审定：是  会议 l3")
    #expect(
      sentence(.investigationNoted(complaint: "T9-p1", text: "约谈")) == "记录查处经过：线索 9-p1：约谈")
    let finding = CheckFinding(
      outcome: .met, method: .documents, evidence: "已查", place: "", asked: "")
    let named = CheckID(String(repeating: "ab", count: 32) + ".3")
    #expect(
      sentence(.checkTicked(check: named, finding: finding), ordinal: 3)
        == "记录核查结果：检查项 3 符合：已查")
    // The check of a visit that was arranged anew has no number any more.
    #expect(
      sentence(.checkTicked(check: named, finding: finding)) == "记录核查结果：符合：已查")
    #expect(
      sentence(
        .listPublished(
          number: "杭市监 1", on: Day("2026-09-01")!, until: Day("2029-08-31")!, tier: 1,
          total: Points(whole: 700))
      ).contains("第 1 层级"))
  }

  @Test("Q2: each line of an inquiry names its department, to those who may read it")
  func departments() throws {
    let rig = try Rig(.qualification)
    let store = rig.backstage.store
    for (person, isRead) in [(PersonID("chenmi"), true), ("hejian", true), ("shenbin", false)] {
      let session = try store.signIn(person, passphrase: Demo.passphrase)
      let rows = try store.history(
        HistoryQuery(kinds: ["inquirySent", "inquiryAnswered"]), before: nil, limit: 500,
        by: session
      ).filter { $0.stream == .dossier("HZ26-0004") }
      #expect(!rows.isEmpty || !isRead)
      #expect(rows.allSatisfy { ($0.department != nil) == isRead }, "\(person)")
      let sentences = rows.filter { $0.kind == "inquirySent" }
        .map { Phrase.History.sentence(of: $0, rig.backstage.console.context).zh }
      #expect(!isRead || Set(sentences).count == sentences.count, "\(sentences)")
    }
  }
}
