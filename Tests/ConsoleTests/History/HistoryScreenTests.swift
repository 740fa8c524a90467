import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

@Suite("The history")
struct HistoryScreenTests {
  static func context(dossier: CaseID? = nil) -> Context {
    Context(
      language: .chinese, now: DossierWorld.now, person: "p1", cycle: DossierWorld.cycle(),
      size: Size(width: 120, height: 36), dossier: dossier)
  }

  static func row(
    _ position: Int, kind: String = "openingAsked", act: Act? = .event(.openingAsked),
    late: Int = 0, fault: EntryFault? = nil, ordinal: Int? = nil, department: String? = nil,
    step: ClockStep? = nil
  ) -> HistoryRow {
    HistoryRow(
      position: position, entryID: "ab12", time: DossierWorld.now,
      arrived: DossierWorld.now.adding(seconds: late), author: "p2",
      stream: .dossier(DossierWorld.id),
      kind: kind, room: act == nil ? "sheet/x" : nil, act: act, fault: fault,
      ordinal: ordinal, department: department, step: step)
  }

  static func rows(_ positions: ClosedRange<Int>) -> [HistoryRow] {
    positions.reversed().map { row($0) }
  }

  static func text(_ screen: HistoryScreen, _ context: Context) -> String {
    var canvas = Canvas(size: context.size)
    screen.paint(on: &canvas, in: Rect(x: 0, y: 3, width: 120, height: 32), context)
    return canvas.dump()
  }

  /// A history in which the rows of a query were read.
  static func screen(_ rows: [HistoryRow], _ context: Context) -> HistoryScreen {
    var screen = HistoryScreen()
    guard case .load(.history(let query, _, _))? = screen.update(.opened, context).first else {
      return screen
    }
    _ = screen.update(.loaded(.history(query, before: nil, rows: rows)), context)
    return screen
  }

  @Test("every kind of event has a phrase of its own in both languages")
  func phrasesOfEvents() {
    let phrases = EventKind.allCases.map { Phrase.History.name(of: $0.rawValue) }
    #expect(Set(phrases.map(\.zh)).count == EventKind.allCases.count)
    #expect(Set(phrases.map(\.en)).count == EventKind.allCases.count)
    #expect(phrases.allSatisfy { !$0.zh.isBlank && $0.zh != $0.en })
  }

  @Test("every kind of key entry has a phrase of its own in both languages")
  func phrasesOfKeys() {
    let phrases = KeyEventKind.allCases.map { Phrase.History.name(of: $0.rawValue) }
    #expect(Set(phrases.map(\.zh)).count == KeyEventKind.allCases.count)
    #expect(phrases.allSatisfy { !$0.zh.isBlank && $0.zh != $0.en })
  }

  @Test("every kind of event and key entry is in exactly one group")
  func groups() {
    let all = EventKind.allCases.map(\.rawValue) + KeyEventKind.allCases.map(\.rawValue)
    let grouped = HistoryGroup.allCases.flatMap(\.kinds)
    #expect(grouped.sorted() == all.sorted())
  }

  @Test("a sentence has its figures where it can be read, and says so where it is sealed")
  func sentences() throws {
    let context = Self.context()
    let settled = Event.itemSettled(
      item: "4.1.2", percentage: try #require(Percentage(55)), reason: "讨论后")
    #expect(
      Phrase.History.sentence(
        of: Self.row(1, kind: "itemSettled", act: .event(settled)), context
      ).zh == "条款定分：4.1.2 高层领导的作用 55%：讨论后")
    #expect(
      Phrase.History.sentence(of: Self.row(1, kind: "itemSettled", act: nil), context).zh
        == "条款定分（封存）")
    let noted = Event.materialNoted(about: .returned, text: "材料不全")
    #expect(
      Phrase.History.sentence(
        of: Self.row(1, kind: "materialNoted", act: .event(noted)), context
      ).zh == "意见：退回理由：材料不全")
  }

  @Test("both times are shown where they are more than 10 minutes apart")
  func bothTimes() {
    let context = Self.context()
    let text = Self.text(Self.screen([Self.row(1, late: 600)], context), context)
    #expect(!text.contains("收到"))
    let late = Self.text(Self.screen([Self.row(1, late: 601)], context), context)
    #expect(late.contains("2026-09-10 14:30"))
    #expect(late.contains("! 收到 2026-09-10 14:40"))
  }

  @Test(
    "V5: a clock that went back or far ahead before an entry is said, in the list and the entry")
  func clockSteps() {
    let context = Self.context()
    var screen = Self.screen(
      [
        Self.row(2, step: .back(seconds: 86_400 * 40)), Self.row(1, step: .ahead(seconds: 90_000)),
      ], context)
    let text = Self.text(screen, context)
    #expect(text.contains("时钟倒退 40 天") && text.contains("与上一笔相隔 1 天"))
    _ = screen.begin("open", context)
    #expect(Self.text(screen, context).contains("时钟倒退 40 天"))
  }

  @Test("an act without effect is kept and marked")
  func rejected() {
    let context = Self.context()
    let screen = Self.screen([Self.row(1, fault: .keysNotAllowed)], context)
    #expect(Self.text(screen, context).contains("✗ 无效"))
  }

  @Test("older entries follow when the selection nears the oldest that was read")
  func window() {
    let context = Self.context()
    var screen = HistoryScreen()
    let query = HistoryFilter().query(of: nil)
    #expect(
      screen.update(.opened, context)
        == [.load(.history(query, before: nil, limit: HistoryScreen.window))])
    _ = screen.update(
      .loaded(.history(query, before: nil, rows: Self.rows(101...200))), context)
    #expect(screen.update(.key(.down), context) == [])
    #expect(
      screen.update(.key(.end), context)
        == [.load(.history(query, before: 101, limit: HistoryScreen.window))])
    // Asked for once, however often the key comes.
    #expect(screen.update(.key(.down), context) == [])
    _ = screen.update(
      .loaded(.history(query, before: 101, rows: Self.rows(90...100))), context)
    #expect(screen.entries.total == 111)
    #expect(screen.selected?.position == 101)
    #expect(screen.isComplete)
    #expect(screen.update(.key(.end), context) == [])
  }

  @Test("a change of the store keeps the place")
  func keepsPlace() {
    let context = Self.context()
    var screen = Self.screen(Self.rows(1...5), context)
    _ = screen.update(.key(.down), context)
    #expect(screen.selected?.position == 4)
    guard case .load(.history(let query, _, _))? = screen.update(.storeChanged, context).first
    else {
      Issue.record("nothing is read again")
      return
    }
    _ = screen.update(.loaded(.history(query, before: nil, rows: Self.rows(1...7))), context)
    #expect(screen.selected?.position == 4)
  }

  @Test("with a case chosen its entries are shown; F6 shows all")
  func scope() {
    let context = Self.context(dossier: DossierWorld.id)
    var screen = HistoryScreen()
    guard case .load(.history(let query, _, _))? = screen.update(.opened, context).first,
      case .load(.history(let all, _, _))? = screen.begin("scope", context).first
    else {
      Issue.record("nothing is read")
      return
    }
    #expect(query.dossier == DossierWorld.id)
    #expect(all.dossier == nil)
  }

  @Test("V5: key entries are left out until asked for, and the band says so")
  func keys() {
    let context = Self.context()
    var screen = Self.screen([Self.row(1)], context)
    #expect(Self.text(screen, context).contains("未列钥匙记录"))
    guard case .load(.history(let query, _, _))? = screen.begin("keys", context).first
    else {
      Issue.record("nothing is read")
      return
    }
    #expect(query.kinds == nil)
  }

  @Test("the form narrows by person, kinds and days")
  func filter() {
    let context = Self.context()
    var screen = Self.screen([Self.row(1)], context)
    guard case .open(var sheet)? = screen.begin("filter", context).first else {
      Issue.record("no form")
      return
    }
    sheet.form.choose(2, of: "person")
    sheet.form.take([HistoryGroup.allCases.firstIndex(of: .consensus)!], of: "groups")
    sheet.form.type("2026/9/1", into: "from")
    let effects = screen.fill(sheet, context)
    var expected = HistoryQuery(person: "p2", kinds: HistoryGroup.consensus.kinds)
    expected.from = Day("2026-09-01")!.start
    #expect(
      effects == [
        .endForm, .load(.history(expected, before: nil, limit: HistoryScreen.window)),
      ])
    sheet.form.type("九月", into: "until")
    guard case .revise(let wrong)? = screen.fill(sheet, context).first else {
      Issue.record("the form was not revised")
      return
    }
    #expect(wrong.form.errors["until"] != nil)
  }

  @Test("an entry is shown whole: id, room, times and every field in words")
  func wholeEntry() {
    let context = Self.context()
    let event = Event.reviewersDesignated(
      reviewers: ["p2", "p3"], due: Day("2026-09-18")!)
    var screen = Self.screen(
      [Self.row(7, kind: "reviewersDesignated", act: .event(event))], context)
    _ = screen.begin("open", context)
    let text = Self.text(screen, context)
    #expect(text.contains("ab12"))
    #expect(text.contains("钱二 (p3)"))
    #expect(text.contains("2026-09-18"))
    _ = screen.begin("close", context)
    #expect(screen.focusName == "list")
  }

  @Test("V5: raw values of the frame's entries are shown in words")
  func wordsOfValues() {
    let context = Self.context()
    let event = Event.investigationClosed(
      complaint: "T1", outcome: .partly, measure: .proposed, finding: "查明")
    let text = EntryFields.lines(of: Self.row(1, act: .event(event)), width: 60, context).map(
      \.text)
    #expect(text.contains { $0.contains("部分属实") })
    #expect(text.contains { $0.contains("向市局提出处理意见") })
    let graded = Event.assessmentRecorded(
      direction: .ofPanel, assessment: Assessment(grades: [.influence: 2], text: ""))
    let grades = EntryFields.lines(of: Self.row(1, act: .event(graded)), width: 60, context).map(
      \.text)
    #expect(grades.contains { $0.contains("受评组织评评审组") })
    #expect(grades.contains { $0.contains("不当影响评审  2") })
    let decided = Event.qualificationDecided(isQualified: true)
    #expect(
      EntryFields.lines(of: Self.row(1, act: .event(decided)), width: 60, context).map(\.text) == [
        "资格符合  ✓ 是"
      ])
  }

  @Test("the case filter stays off until one comes with another case")
  func followsTheCase() {
    var screen = HistoryScreen()
    _ = screen.update(.opened, Self.context(dossier: DossierWorld.id))
    _ = screen.begin("scope", Self.context(dossier: DossierWorld.id))
    #expect(!screen.isOfCase(Self.context(dossier: DossierWorld.id)))
    _ = screen.update(.opened, Self.context(dossier: DossierWorld.id))
    #expect(!screen.isOfCase(Self.context(dossier: DossierWorld.id)))
    _ = screen.update(.opened, Self.context(dossier: "HZ26-0002"))
    #expect(screen.isOfCase(Self.context(dossier: "HZ26-0002")))
  }

  @Test("a sealed entry says that it is sealed")
  func sealedEntry() {
    let context = Self.context()
    var screen = Self.screen([Self.row(7, kind: "sheetRecorded", act: nil)], context)
    _ = screen.begin("open", context)
    #expect(Self.text(screen, context).contains("内容已封存"))
  }
}
