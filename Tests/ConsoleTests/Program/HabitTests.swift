import Criteria
import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// The habits that hold on every screen (`screens.md`).
@Suite("Habits of every screen")
struct HabitTests {
  private func console(_ person: PersonID = "zhaoyi") throws -> Rig {
    let rig = try Rig(.fresh)
    try rig.signIn(person)
    return rig
  }

  @Test("a letter never runs a command while one types")
  func lettersBelongToText() throws {
    let rig = try console()
    rig.press(.function(3))
    rig.type("hjkl?:/u")
    #expect(rig.text.contains("hjkl?:/u"))
    #expect(rig.backstage.console.focusName == "queue/finding")
  }

  @Test("what one looks for is found whatever list one is in, and Esc leads back to that list")
  func findsAmongAll() throws {
    let rig = try Rig(.listed)
    try rig.signIn("chenmi")
    let before = rig.text
    rig.press(.function(3))
    rig.type("HZ26-0015")
    #expect(rig.text.contains("HZ26-0015"))
    rig.press(.enter, .escape)
    #expect(rig.text == before)
  }

  @Test("pasted text never runs a command")
  func pasteIsText() throws {
    let rig = try console()
    let before = rig.backstage.console.focusName
    rig.backstage.take(.input(.paste("q\u{1B}[21~:?jjj")))
    #expect(rig.backstage.console.focusName == before)
    #expect(rig.text.contains("这里不能粘贴文字：11 字没有收入，什么也没有办理"))
  }

  @Test("while a selection moves, the panes that follow it are left out, and all else is painted")
  func followersRest() throws {
    for (person, screen) in [
      (PersonID("zhaoyi"), ScreenID.queue), ("zhaoyi", .review), ("zhaoyi", .consensus),
    ] {
      let rig = try Rig(.listed)
      try rig.signIn(person)
      let stage: Stage = screen == .consensus ? .consensus : .independentReview
      if screen != .queue { rig.go(screen, rig.aCase(at: stage)) }
      let whole = rig.canvas
      let followers = rig.backstage.console.followers()
      #expect(!followers.isEmpty, "\(screen)")
      var moving = rig.backstage.frame(isMoving: true)
      #expect(moving.dump() != whole.dump(), "\(screen)")
      for rect in followers { moving.keep(rect, of: whole) }
      #expect(moving.dump() == whole.dump(), "\(screen)")
    }
  }

  @Test("what a frame offered holds for the next key, and not for the one after it")
  func offersSettle() throws {
    let rig = try console()
    _ = rig.canvas
    // F3 opens the search, in which no key of the list does anything but Esc, without a frame between.
    rig.press(.function(3), .function(4))
    #expect(rig.backstage.console.focusName == "queue/finding")
    rig.press(.escape, .function(3))
    #expect(rig.backstage.console.focusName == "queue/finding")
  }

  @Test("F1 shows every action of the screen, with its keys, and Esc leaves it")
  func helpIsDrawnFromTheActions() throws {
    let rig = try console()
    rig.press(.function(1))
    let help = rig.backstage.console.helpLines().map(\.text).joined(separator: "\n")
    for action in rig.backstage.console.screen.offers(rig.backstage.console.context) {
      #expect(help.contains(action.title.zh))
    }
    rig.press(.escape)
    #expect(rig.backstage.console.focusName == "queue/cases")
  }

  @Test("help, actions and quit stay on the bottom line at 80 columns", arguments: ScreenID.tabs)
  func bottomLine(_ screen: ScreenID) throws {
    let rig = try Rig(.listed, size: Size(width: 80, height: 24))
    try rig.signIn("hejian")
    rig.go(screen, "HZ26-0004")
    let line = rig.canvas.rows.last ?? ""
    for key in ["F1 ", "F2 ", "F10 "] { #expect(line.contains(key), "\(screen): \(line)") }
  }

  @Test(
    "F2 finds any action by Chinese name, pinyin initials or English",
    arguments: ["排序", "px", "sort"])
  func paletteFinds(_ word: String) throws {
    let rig = try console()
    rig.press(.function(2))
    rig.type(word)
    rig.press(.enter)
    #expect(rig.text.contains("排序：编号"))
  }

  @Test("help and the list of actions name everything once, with all its keys")
  func namedOnce() throws {
    let rig = try Rig(.listed)
    try rig.signIn("chenmi")
    for screen in rig.backstage.console.tabs {
      rig.go(screen, "HZ26-0018")
      let titles = rig.backstage.console.palette().entries.map(\.title)
      #expect(Set(titles).count == titles.count, "\(screen)")
    }
    rig.go(.dossier, "HZ26-0018")
    let keys = rig.backstage.console.palette().entries.first { $0.title == "历史" }?.keys
    #expect(keys == "F4 Alt-8")
  }

  @Test("an action that is not available stays visible with its reason")
  func disabledActionsSayWhy() throws {
    let rig = try console("fengjiu")
    rig.press(.function(3))
    rig.type("没有这样的组织")
    rig.press(.enter)
    rig.press(.enter)
    #expect(rig.text.contains(Phrase.queueEmpty.zh))
    #expect(rig.backstage.console.current == .queue)
  }

  @Test("leaving asks, and the key that asked does not confirm")
  func quitAsks() throws {
    let rig = try console()
    rig.press(.function(10), .function(10))
    #expect(!rig.backstage.console.isFinished)
    rig.press(.escape)
    #expect(rig.backstage.console.focusName == "queue/cases")
    rig.press(.function(10), .enter)
    #expect(rig.backstage.console.isFinished)
  }

  @Test("F12 covers the screen; a wrong passphrase keeps it covered, the right one opens it")
  func lockCoversTheScreen() throws {
    let rig = try console()
    rig.press(.function(12))
    #expect(!rig.text.contains("运河食品集团"))
    rig.type("wrong")
    rig.press(.enter)
    #expect(rig.text.contains("口令不对"))
    rig.press(.function(1), .escape, .alt("2"))
    #expect(!rig.text.contains("运河食品集团"))
    rig.type(Demo.passphrase)
    rig.press(.enter)
    #expect(rig.text.contains("运河食品集团"))
  }

  @Test("after idle minutes the screen locks by itself")
  func idleLocks() throws {
    let rig = try console()
    rig.backstage.take(.idle)
    #expect(rig.backstage.console.focusName == "locked")
  }

  @Test("resizing keeps place and text")
  func resizeKeepsPlace() throws {
    let rig = try console()
    rig.press(.right, .down, .down)
    let before = rig.text
    for size in [Size(width: 40, height: 10), Size(width: 1, height: 1)] {
      rig.backstage.take(.input(.resize(size)))
      #expect(rig.canvas.size == size)
    }
    rig.backstage.take(.input(.resize(Size(width: 120, height: 36))))
    #expect(rig.text == before)
  }

  @Test("below 60×16 one line says how large the window wants to be")
  func tooSmall() throws {
    let rig = try console()
    rig.backstage.take(.input(.resize(Size(width: 50, height: 12))))
    let rows = rig.canvas.rows.filter { !$0.allSatisfy(\.isWhitespace) }
    #expect(rows.count == 1)
    #expect(rows.first?.contains("60×16") == true)
  }

  @Test("a click does what its key does")
  func mouseChoosesRowsAndTabs() throws {
    let rig = try console("chenmi")
    rig.press(.right)
    let canvas = rig.canvas
    let row = try #require(
      (0..<canvas.size.height).first { canvas.rows[$0].contains("HZ26-0044") })
    rig.backstage.take(.input(.mouse(MouseEvent(.press, at: Point(x: 40, y: row)))))
    rig.press(.function(7))
    #expect(rig.backstage.console.context.dossier == "HZ26-0044")
  }

  @Test("Chinese unless the locale says otherwise")
  func languages() {
    #expect(Language(environment: [:]) == .chinese)
    #expect(Language(environment: ["LANG": "C.UTF-8"]) == .chinese)
    #expect(Language(environment: ["LANG": "zh_CN.UTF-8"]) == .chinese)
    #expect(Language(environment: ["LANG": "en_GB.UTF-8"]) == .english)
    #expect(Language(environment: ["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"]) == .english)
  }

  @Test("every refusal has a sentence of its own in both languages")
  func refusalsAreSentences() {
    let context = Context(language: .chinese, now: Rig.now, size: Size(width: 80, height: 24))
    let item: ItemID = "4.2.3"
    let low = Percentage(40)!
    let day = Day("2026-09-18")!
    var reasons: [Refusal.Reason] = [
      .needsRole(.secretariat), .needsLeader("p1"), .needsMembership, .notReady("p1"),
      .unknownPerson("p1"), .inactive("p1"), .notExpert("p1"), .lastOfRole(.secretariat),
      .notYourself, .noCycle, .cycleOpen,
      .unknownCase, .unknownPanel, .unknownItem, .unknownCheck, .unknownDistrict, .numberTaken,
      .blank(.reason), .unseen(.name, sign: 0x1B), .tooLong(.name, limit: 120),
      .outside(.founded, of: nil, 1000...2026), .badYear, .wrongStanding(.invited),
      .wrongFingerprint,
      .wrongStage(.consensus), .frozen,
      .belowLine(Points(hundredths: 54975), line: Points(whole: 550)), .totalUnknown,
      .panelSize(2, 3...7), .leaderNotMember, .deputyNotMember, .deputyIsLeader,
      .repeatedMember("p1"), .wrongPanelStage, .noPanel, .panelInUse,
      .conflict("p1", .sameEmployer("甲")), .notDeclared, .alreadyDeclared, .alreadyRecused,
      .tooFewReviewers(2, minimum: 3), .workBegun("p1"), .notDesignated, .alreadyStarted,
      .notStarted, .alreadyHandedIn, .notHandedIn, .alreadyOpened, .incomplete([.mark(item)]),
      .outstanding(["p1"]), .leaderFirst("p1"), .alreadyAsked, .notAsked, .notReleased,
      .sheetsUnread(["p1"]), .discussionNeeded(item, range: 35, limit: 20, bands: 2),
      .reasonOutsideRange(low: low, high: low), .reasonForCorrection, .reasonWithoutMarks,
      .authorsChanged, .commentLost, .absenceWithoutReason(["p1"]), .attendanceMissing,
      .noQuorum(1, needed: 2), .nobodyLeads,
      .unsettled([item]), .consensusFinished, .consensusNotFinished, .badDates(.inFuture),
      .badDates(.reversed), .badDates(.longer(than: 30)),
      .reasonForChange(from: low), .untickedChecks(3), .agendaOpen([.closingMeeting]),
      .alreadySubmitted, .dayOutsideVisit, .noCall, .callNotOpen(day), .callOver(day),
      .callShortened(day), .calendarYearKnown(2026), .calendarEmpty,
      .badCalendar(CalendarFault([.init(line: 3, problem: .header)])),
      .calendarIncomplete(CalendarGap(year: 2027, holidays: 2, missing: [day])),
      .casesOpen(["HZ26-0001"], total: 12),
      .unknownDocument, .noText, .documentStands("执照"), .callRunning(day),
      .notInTime(day, Call(from: day, until: day)),
      .mayNotApply, .material(.missing(.evidence)), .neverCondition, .reasonAgainstFinding,
      .conditionOpen(.E1),
      .conditionNotMet("推行不满三年"), .unknownInquiry, .noInquiry, .inquiriesOpen(2), .adverseAnswer,
      .alreadyAnswered, .alreadyDecided, .notDecided, .noNotice,
      .termRunning(Term(last: day, provisional: false)), .noticeOver(day),
      .objectionOpen(1, by: "某人"),
      .unknownObjection, .letterNotDue, .noMeeting, .leaderAbsent("p1"), .notReported,
      .opinionMissing, .badAmount, .grantPaid, .noReportDue(2026), .periodOver(day),
      .contentsKept(day),
      .contentsDestroyed(day),
      .reportLate(day),
      .nothingOverdue(nil), .noRefundDue, .wrongRefund(100), .visitNotSubmitted, .gradesMissing,
      .unknownComplaint, .noSupervision, .noFinding, .noFraudFound, .fraudNeedsCase, .ownCase,
    ]
    reasons += DayFault.Bound.allCases.map { .badDates(.before(day, $0)) }
    let sentences = reasons.map { Notices.sentence(Refusal(.R6, $0), context) }
    #expect(reasons.allSatisfy { Phrase.reason($0, context) != .notPossible })
    #expect(Set(sentences.map(\.zh)).count == reasons.count)
    #expect(Set(sentences.map(\.en)).count == reasons.count)
    #expect(Phrase.reason(.badDates(.before(day, .visit)), context).zh.contains("不能早于 \(day)"))
    let example = Notices.sentence(
      Refusal(.R6, .discussionNeeded(item, range: 35, limit: 20, bands: 3), ours: true), context)
    #expect(example.zh == "R6 4.2.3 极差 35 个百分点，超过 20，先记录讨论意见再定分（F7 记录）（本系统规则）")
  }
}
